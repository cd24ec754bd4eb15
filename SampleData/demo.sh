#!/bin/sh
# Makes a book from the sample data and shows what it comes to: demo.sh PROGRAM FOLDER
set -eu
landbook=$1
folder=$2
data=$(dirname "$0")
mkdir -p "$folder"
LANDBOOK=$folder/synthetia.gpkg
export LANDBOOK
rm -f "$LANDBOOK"

run() {
  echo
  echo "\$ landbook $*"
  # Exit code 2 says that there is something to look at, which in the sample there is.
  "$landbook" "$@" || [ $? -eq 2 ]
}

run init "$LANDBOOK" --synthetic --name "Synthetia (SYNTHETIC sample)"
run import districts "$data/districts.geojson" --no-post
run import tasks "$data/tasks.csv" --no-post
run import hazards "$data/hazards.geojson" --no-post --rejects "$folder/hazards.rejects.csv"
run import releases "$data/releases.csv" --no-post --rejects "$folder/releases.rejects.csv"
run import devices "$data/devices.csv" --no-post --rejects "$folder/devices.rejects.csv"
run import victims "$data/victims.csv" --no-post
run import minefield-records "$data/minefield_records.geojson" --no-post
run import statements "$data/statements.csv" --no-post
for file in "$data"/claims/*.json; do
  "$landbook" import claims "$file" --no-post 2>"$folder/claims.log" || [ $? -eq 2 ]
done
echo
echo "Took in the claims of $(ls "$data"/claims/*.json | wc -l) files."
run import accidents "$data/accidents.csv" --no-post
run import victims "$data/accident_victims.csv" --no-post
run import minefield-records "$data/minefield_checks.geojson" --no-post
run import indicators "$data/risk_education.csv" --no-post
run import indicators "$data/indicators.csv" --no-post
run import teams "$data/teams.csv" --no-post
run import team-days "$data/team_days.csv" --no-post
run import contributions "$data/contributions.csv" --no-post
run import zones "$data/zones.geojson" --no-post
run import environment-checks "$data/environment_checks.csv" --no-post
run post
run report progress --by district --as-of 2024-05-29
run report bridge --as-of 2024-05-29
run reconcile
run report accidents --table questioned
run report minefield-records --table verdicts

echo
echo "The sample was generated to the size of a published programme, so that a claim which fits it"
echo "is no evidence for the figure. The book is $LANDBOOK: open it in QGIS."
