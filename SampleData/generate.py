#!/usr/bin/env python3
"""Generate the SYNTHETIC sample: records of Synthetia, a country that does not exist.

    python3 generate.py                      writes the records over the districts in districts.geojson
    python3 generate.py --districts SOURCE   first makes districts.geojson from Natural Earth's shapes

The same seed writes the same bytes.
"""

import argparse
import pathlib
import random

from generator import accidents, handover, hazards, items, people, places, planted
from generator.country import Country, make_districts
from generator.files import format_polygons, well_known_text, write_features, write_table
from generator.programme import Programme
from generator.records import Cases

HERE = pathlib.Path(__file__).parent
RELEASE_COLUMNS = [
    "id", "organisation", "kind", "activity", "stage", "review", "revoked_on", "date", "district", "hazard_id",
    "task_id", "operator", "donor", "contamination", "depth_cm", "reported_area_m2", "land_use",
    "handed_over_on", "recorded_at", "wkt_4326",
]
TASK_COLUMNS = ["id", "hazard_id", "operator", "donor", "type", "status", "start", "end"]
DEVICE_COLUMNS = ["id", "release_id", "task_id", "date", "category", "model", "quantity", "latitude", "longitude"]
VICTIM_COLUMNS = ["id", "date", "district", "sex", "age_group", "outcome", "activity", "device_category", "civilian"]
STATEMENT_COLUMNS = ["actor", "from", "to", "districts", "activity", "area_ha", "items", "source"]


def run(country, rng):
    """Let the programme happen: hazards, surveys, clearance, and the planted cases."""
    cases = Cases()
    maker = hazards.HazardMaker(country, rng, cases)
    maker.make_first_records()
    hazards.shape_some(maker)
    hazards.overlap_some(maker)
    hazards.spoil_some(maker)
    programme = Programme(maker, rng, cases)
    programme.confirm()
    programme.survey("cancelled", "NTS", 36000, 260)
    programme.survey("reduced", "TS", 27000, 240)
    planted.clear_outside(programme)
    programme.clear()
    programme.leave_unfinished()
    planted.clear_again(programme)
    planted.search_surface(programme)
    planted.do_spot_tasks(programme)
    planted.leave_unaccepted(programme)
    planted.lose_polygons(programme)
    planted.revoke_and_reopen(programme)
    planted.overwrite_dates(programme)
    planted.change_hazards(programme)
    planted.spoil_releases(programme)
    handover.hand_over(programme)
    return programme


def write(programme, rng):
    """Write all files."""
    maker = programme.maker
    write_features(HERE / "hazards.geojson", "SYNTHETIC hazards of Synthetia", [
        (properties, format_polygons(polygons) if polygons else None)
        for hazard in maker.hazards for properties, polygons in hazard.versions
    ])
    write_table(HERE / "releases.csv", RELEASE_COLUMNS, [
        {**release.row, "wkt_4326": well_known_text(release.polygons)} for release in programme.releases
    ])
    write_table(HERE / "tasks.csv", TASK_COLUMNS, programme.tasks)
    write_table(HERE / "devices.csv", DEVICE_COLUMNS, items.make_devices(programme, rng))
    write_table(HERE / "victims.csv", VICTIM_COLUMNS, items.make_victims(rng))
    write_features(HERE / "minefield_records.geojson", "SYNTHETIC minefield records of Synthetia", [
        (row, format_polygons(polygons)) for row, polygons in items.make_minefield_records(maker.hazards, rng)
    ])
    write_table(HERE / "statements.csv", STATEMENT_COLUMNS, items.make_statements())
    write_table(HERE / "planted_cases.csv", ["case", "record"], programme.cases.rows)
    accidents.write(HERE, programme, VICTIM_COLUMNS)
    people.write(HERE, write_table)
    places.write_places(HERE, programme)


def main():
    """Read the arguments and generate."""
    parser = argparse.ArgumentParser(description="Generate the SYNTHETIC sample.")
    parser.add_argument("--districts", metavar="SOURCE", help="make districts.geojson from this file first")
    parser.add_argument("--seed", type=int, default=20201110)
    arguments = parser.parse_args()
    if arguments.districts:
        make_districts(arguments.districts, HERE / "districts.geojson")
    rng = random.Random(arguments.seed)
    write(run(Country.read(HERE / "districts.geojson"), rng), rng)


if __name__ == "__main__":
    main()
