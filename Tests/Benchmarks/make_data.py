"""Makes the data sets of the benchmark: synthetic survey records as GeoPackages.

usage: make_data.py {belt|countries|spot|huge|border} SIZE FOLDER [--seed N] [--more N]

belt       SIZE records, half hazards and half releases, densely overlapping along one belt
countries  SIZE records in belts of a million, each in a country of its own, side by side
spot       SIZE records, all on one spot
huge       one hazard over SIZE releases
border     20,000 records of a belt that follows a district border of SIZE vertices

Each folder gets districts.gpkg, hazards.gpkg, releases.gpkg (EPSG:4326) and counts.json with the
records and the pairs of records whose boxes overlap. `--more N` adds N records of the same belt
in more_hazards.gpkg and more_releases.gpkg. The same seed gives the same records.
"""

import argparse
import itertools
import json
import math
import os
import random
from datetime import date, timedelta

import geopackage
from pairs import overlapping_pairs

WEST, SOUTH, EAST, NORTH = 15.0, 42.0, 20.0, 45.5
"""The country: made up, at a usual latitude."""

METRES_A_DEGREE = 111_000.0
BORDER_RECORDS = 20_000
A_COUNTRY, BETWEEN_COUNTRIES = 1_000_000, 5.5
"""Records of each of many countries, and degrees from one to the next."""

FIRST_DAY = date(2015, 1, 1)
HAZARDS_FIRST = ("2010-01-01", "2024-01-01")
"""Dates of the column `date_hazards_first`: every hazard before every release."""

DISTRICT = {"code": "TEXT", "name": "TEXT"}
HAZARD = {
    "id": "TEXT",
    "class": "TEXT",
    "date": "TEXT",
    "date_hazards_first": "TEXT",
    "reported_area_m2": "REAL",
}
RELEASE = {
    "id": "TEXT",
    "hazard_id": "TEXT",
    "kind": "TEXT",
    "date": "TEXT",
    "date_hazards_first": "TEXT",
    "reported_area_m2": "REAL",
}


def star(chance, x, y, area):
    """A star-shaped ring of 6 to 35 corners around a point, of about `area` square metres."""
    corners = chance.randrange(6, 36)
    radius = math.sqrt(area / math.pi)
    east = 1 / (METRES_A_DEGREE * math.cos(math.radians(y)))
    north = 1 / METRES_A_DEGREE
    step = 2 * math.pi / corners
    ring = []
    for corner in range(corners):
        angle = step * (corner + 0.7 * chance.random() - 0.35)
        reach = radius * (0.6 + 0.65 * chance.random())
        ring += x + reach * math.cos(angle) * east, y + reach * math.sin(angle) * north
    return ring + ring[:2]


class Survey:
    """Hazards with their places, and releases that lie on or beside them."""

    def __init__(self, chance, prefix=""):
        self.chance = chance
        self.prefix = prefix
        self.known = []

    def hazard(self, x, y, area, ring=None):
        number, chance = len(self.known), self.chance
        day = FIRST_DAY + timedelta(chance.randrange(2500))
        name = f"SYN-{self.prefix}H{number:07d}"
        self.known.append((name, x, y, area, day))
        return ring or star(chance, x, y, area), (
            name,
            "SHA" if chance.random() < 0.6 else "CHA",
            day.isoformat(),
            HAZARDS_FIRST[0],
            round(area, 1),
        )

    def release(self, number, spread=0.0004, place=None, area=None):
        chance = self.chance
        name, x, y, hazard_area, day = chance.choice(self.known)
        if place:
            x, y = place
        area = area or hazard_area * chance.uniform(0.3, 1.2)
        ring = star(
            chance, x + chance.gauss(0, spread), y + chance.gauss(0, spread), area
        )
        return ring, (
            f"SYN-{self.prefix}R{number:07d}",
            name,
            chance.choices(("cancelled", "reduced", "cleared"), (2, 3, 5))[0],
            (day + timedelta(chance.randrange(30, 700))).isoformat(),
            HAZARDS_FIRST[1],
            round(area, 1),
        )


def usual_area(chance):
    """Square metres of a hazard: 0.6 ha in the middle, some of many hectares."""
    return chance.lognormvariate(math.log(6000), 1.0)


def clusters(seed, count):
    """The middles of a front line's clusters, each of about two hundred of `count` records."""
    chance = random.Random(f"clusters of {seed}")
    middles = []
    for _ in range(max(50, count // 200)):
        along = chance.random()
        x = WEST + 0.5 + 4.0 * along + chance.gauss(0, 0.05)
        y = (
            SOUTH
            + 0.6
            + 2.3 * along
            + 0.25 * math.sin(9 * along)
            + chance.gauss(0, 0.08)
        )
        middles.append((x, y))
    return middles


def belt(chance, middles):
    """Places around the middles of clusters."""
    while True:
        x, y = chance.choice(middles)
        yield x + chance.gauss(0, 0.02), y + chance.gauss(0, 0.015)


def warped(x, y):
    """A point pushed sideways by waves of three lengths, first along x, then along y.

    Both pushes are shears, so borders bend and never cross.
    """
    x += (
        0.02 * math.sin(23 * y) + 0.003 * math.sin(210 * y) + 0.0003 * math.sin(900 * y)
    )
    y += (
        0.02 * math.sin(19 * x) + 0.003 * math.sin(190 * x) + 0.0003 * math.sin(800 * x)
    )
    return x, y


def line(start, end, steps):
    """The points from start to just before end, warped."""
    (x0, y0), (x1, y1) = start, end
    return [
        warped(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps)
        for i in range(steps)
    ]


def districts(chance, columns=13, rows=6, step=0.002):
    """A country of districts whose shared, winding borders have a vertex every 200 m."""
    width, height = (EAST - WEST) / columns, (NORTH - SOUTH) / rows
    corner = {
        (i, j): (
            WEST + width * (i + chance.uniform(-0.2, 0.2)),
            SOUTH + height * (j + chance.uniform(-0.2, 0.2)),
        )
        for i in range(columns + 1)
        for j in range(rows + 1)
    }

    def border(start, end):
        low, high = sorted((start, end))
        steps = max(1, round(math.dist(corner[low], corner[high]) / step))
        points = line(corner[low], corner[high], steps) + [warped(*corner[high])]
        return points[:-1] if start == low else points[:0:-1]

    for number, (i, j) in enumerate(itertools.product(range(columns), range(rows))):
        around = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1), (i, j)]
        points = [p for a, b in itertools.pairwise(around) for p in border(a, b)]
        ring = [c for point in points + points[:1] for c in point]
        yield ring, (f"SYN-D{number:02d}", f"District {number}")


def two_districts(vertices):
    """Two districts that share one border of so many vertices, and the border's points."""
    middle = (WEST + EAST) / 2
    shared = line((middle, SOUTH), (middle, NORTH), vertices - 1)
    shared.append(warped(middle, NORTH))
    for number, side in enumerate((WEST, EAST)):
        points = [*shared, (side, NORTH + 0.1), (side, SOUTH - 0.1), shared[0]]
        yield (
            [c for point in points for c in point],
            (f"SYN-D{number:02d}", f"District {number}"),
        )


def along_border(chance):
    """Places beside the border of `two_districts`, half of them within 200 m."""
    middle = (WEST + EAST) / 2
    while True:
        x, y = warped(middle, chance.uniform(SOUTH + 0.2, NORTH - 0.2))
        yield x + chance.gauss(0, 0.003), y


def box_ring(middle, reach):
    """The closed flat ring of a square box."""
    x, y = middle
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    return [c for i, j in corners for c in (x + reach * i, y + reach * j)]


def survey_of(places, chance, count, prefix="", spread=0.0004):
    """So many hazards on places and as many releases on or beside them (one more if odd)."""
    survey = Survey(chance, prefix)
    hazards = (
        survey.hazard(*next(places), usual_area(chance)) for _ in range(count // 2)
    )
    releases = (survey.release(n, spread) for n in range(count - count // 2))
    return hazards, releases


def countries(size, seed):
    """The districts, hazards and releases of belts of a million, each moved east of the last."""
    shares = [min(A_COUNTRY, size - start) for start in range(0, size, A_COUNTRY)]
    surveys = []
    for number, share in enumerate(shares):
        chance = random.Random(f"country {number} of {seed}")
        middles = clusters(f"country {number} of {seed}", share // 2)
        surveys.append(survey_of(belt(chance, middles), chance, share, f"{number:02d}-"))

    def moved(number, rows, prefix=""):
        for ring, (name, *values) in rows:
            ring = list(ring)
            ring[0::2] = [x + number * BETWEEN_COUNTRIES for x in ring[0::2]]
            yield ring, (name + prefix, *values)

    def all_of(part):
        return itertools.chain.from_iterable(
            moved(number, survey[part]) for number, survey in enumerate(surveys)
        )

    drawn = (
        row
        for number in range(len(shares))
        for row in moved(
            number, districts(random.Random(f"districts of {seed}")), f"-{number:02d}"
        )
    )
    return drawn, all_of(0), all_of(1)


def under_one_hazard(chance, count):
    """One hazard of 50 km across and so many releases within it."""
    survey, middle, reach = Survey(chance), (WEST + 2.5, SOUTH + 1.75), 0.25
    hazard = survey.hazard(*middle, 1.1e9, box_ring(middle, reach))
    inside = ([c + chance.uniform(-reach, reach) for c in middle] for _ in range(count))
    releases = (
        survey.release(n, place=place, area=usual_area(chance))
        for n, place in enumerate(inside)
    )
    return [hazard], releases


def records(kind, size, seed):
    """The districts, hazards and releases of a data set, as rows to write in that order."""
    chance, drawn = (
        random.Random(seed),
        districts(random.Random(f"districts of {seed}")),
    )
    if kind == "huge":
        return drawn, *under_one_hazard(chance, size)
    if kind == "countries":
        return countries(size, seed)
    if kind == "border":
        places = along_border(chance)
        return two_districts(size), *survey_of(places, chance, BORDER_RECORDS)
    if kind == "spot":
        places = itertools.repeat((WEST + 2.3, SOUTH + 1.6))
        return drawn, *survey_of(places, chance, size, spread=0.0001)
    return drawn, *survey_of(belt(chance, clusters(seed, size // 2)), chance, size)


def write(kind, size, folder, seed):
    """Writes a data set and gives the boxes of its records."""
    os.makedirs(folder, exist_ok=True)
    drawn, hazards, releases = records(kind, size, seed)
    geopackage.write(f"{folder}/districts.gpkg", "districts", DISTRICT, drawn)
    boxes = geopackage.write(f"{folder}/hazards.gpkg", "hazards", HAZARD, hazards)
    return boxes + geopackage.write(f"{folder}/releases.gpkg", "releases", RELEASE, releases)


def make(kind, size, folder, seed, more):
    """Writes a data set, and more of it in reserve, and gives its counts."""
    boxes = write(kind, size, folder, seed)
    if more:
        chance = random.Random(f"more of {seed}")
        places = belt(chance, clusters(seed, size // 2))
        hazards, releases = survey_of(places, chance, more, "X")
        geopackage.write(f"{folder}/more_hazards.gpkg", "hazards", HAZARD, hazards)
        geopackage.write(f"{folder}/more_releases.gpkg", "releases", RELEASE, releases)
    return {"records": len(boxes), "pairs": overlapping_pairs(boxes)}


def main():
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("kind", choices=("belt", "countries", "spot", "huge", "border"))
    words.add_argument("size", type=int)
    words.add_argument("folder")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--more", type=int, default=0)
    said = words.parse_args()
    counts = make(said.kind, said.size, said.folder, said.seed, said.more)
    with open(f"{said.folder}/counts.json", "w") as file:
        json.dump(counts, file)
    print(
        f"{counts['records']:,} records, {counts['pairs']:,} overlapping pairs of boxes"
    )


if __name__ == "__main__":
    main()
