"""Open land by district from the polygons and their dates: a witness of the dated ledger.

usage: witness_open.py FOLDER OUT.csv

A hazard holds its ground but for what later releases of its neighbourhood cover; a release of the
hazard's own day is later. Open land is the union of what hazards hold. This holds for records
without versions, tasks, types, revocations or withdrawals, such as the benchmark's.
"""

import csv
import sys

import geopandas
import numpy
import shapely
from account import PLANE

folder, out = sys.argv[1:3]
districts, hazards, releases = (
    geopandas.read_file(f"{folder}/{name}.gpkg").to_crs(PLANE)
    for name in ("districts", "hazards", "releases")
)
held = numpy.array(hazards.geometry)
released = numpy.asarray(releases.geometry)
hazard, release = releases.sindex.query(hazards.geometry, predicate="intersects")
later = releases["date"].to_numpy()[release] >= hazards["date"].to_numpy()[hazard]
hazard, release = hazard[later], release[later]
order = numpy.argsort(hazard, kind="stable")
hazard, release = hazard[order], release[order]
for group in numpy.split(
    numpy.arange(len(hazard)), numpy.flatnonzero(numpy.diff(hazard)) + 1
):
    if len(group):
        number = hazard[group[0]]
        freed = shapely.union_all(released[release[group]])
        held[number] = shapely.difference(held[number], freed)
tree = shapely.STRtree(held)
with open(out, "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(("district", "open_now"))
    for code, outline in zip(districts["code"], districts.geometry):
        near = tree.query(outline, predicate="intersects")
        ground = shapely.intersection(
            shapely.disjoint_subset_union_all(held[near]), outline
        )
        writer.writerow((code, shapely.area(ground) / 1e4))
