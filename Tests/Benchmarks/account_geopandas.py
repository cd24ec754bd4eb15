"""The account by district as GeoPandas makes it: union and difference in an equal-area plane.

usage: account_geopandas.py FOLDER OUT.csv [tuned]

As most users write it, with union_all; `tuned` prepares the districts and unites disjoint groups
of polygons apart, which is the fastest way known to this benchmark.
"""

import sys

import geopandas
import numpy
import shapely
from account import PLANE, Account

tuned = "tuned" in sys.argv[3:]
union = shapely.disjoint_subset_union_all if tuned else shapely.union_all
account = Account(f"GeoPandas {geopandas.__version__}{', tuned' if tuned else ''}")
districts, hazards, releases = (
    geopandas.read_file(path)
    for path in account.files("districts", "hazards", "releases")
)
account.begin()
districts, hazards, releases = (
    layer.to_crs(PLANE) for layer in (districts, hazards, releases)
)
outlines = numpy.asarray(districts.geometry)
if tuned:
    shapely.prepare(outlines)


def by_district(layer):
    """The records' ground in each district: its index, the record's and the clipped polygon."""
    district, record = layer.sindex.query(districts.geometry, predicate="intersects")
    ground, outline = numpy.asarray(layer.geometry)[record], outlines[district]
    crossing = ~shapely.covers(outline, ground)
    ground[crossing] = shapely.intersection(ground[crossing], outline[crossing])
    return district, record, ground


def hectares(ground):
    return float(shapely.area(ground)) / 1e4


hazard_district, _, hazard_ground = by_district(hazards)
release_district, release, release_ground = by_district(releases)
cleared = (releases["kind"].to_numpy() == "cleared")[release]
for number, code in enumerate(districts["code"]):
    here = release_district == number
    recorded = union(hazard_ground[hazard_district == number])
    released = union(release_ground[here])
    clearance = release_ground[here & cleared]
    account.add(
        code,
        cleared_gross=float(shapely.area(clearance).sum()) / 1e4,
        cleared_net=hectares(union(clearance)),
        released_net=hectares(released),
        hazard_net=hectares(recorded),
        remaining=hectares(shapely.difference(recorded, released)),
    )
account.finish()
