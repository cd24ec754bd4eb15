"""Accidents, the victims that name them, and what checks found of old minefield records.

Made of the files that are written already, with a random generator of its own: every other file of
the sample stays as it is, whatever changes here.
"""

import csv
import json
import math
import random
from datetime import date, timedelta

from .files import write_table
from .items import _inside
from .plane import contains, to_degrees
from .records import Counter

SEED = 20240530
ACCIDENT_COLUMNS = [
    "id", "date", "district", "device_category", "activity", "demining", "killed", "injured", "accuracy_m",
    "latitude", "longitude",
]
ON_RELEASED, NEAR_RELEASED = 6, 3


def write(folder, programme, victim_columns):
    """Write accidents.csv, accident_victims.csv, accident_cases.csv and minefield_checks.geojson."""
    rng = random.Random(SEED)
    with open(folder / "victims.csv", encoding="utf-8", newline="") as file:
        victims = list(csv.DictReader(file))
    cases = []
    accidents = _accidents(victims, programme, rng, cases)
    write_table(folder / "accidents.csv", ACCIDENT_COLUMNS, accidents)
    write_table(folder / "accident_victims.csv", victim_columns + ["accident_id"], victims)
    write_table(folder / "accident_cases.csv", ["case", "record"], cases)
    _check_maps(folder, rng)


def _accidents(victims, programme, rng, cases):
    ids, accidents = Counter("I", 4), []
    for victim in victims:
        last = accidents[-1] if accidents else None
        if last and last["date"] == victim["date"] and last["district"] == victim["district"]:
            last[victim["outcome"]] += 1
        else:
            last = {
                "id": ids.next(), "date": victim["date"], "district": victim["district"],
                "device_category": victim["device_category"], "activity": victim["activity"],
                "demining": "yes" if victim["activity"] == "demining" else "no", "killed": 0, "injured": 0,
            }
            last[victim["outcome"]] += 1
            accidents.append(last)
        victim["accident_id"] = last["id"]
    _place(accidents, programme, rng, cases)
    for harmless in range(3):
        first = accidents[40 * (harmless + 1)]
        accidents.append({**first, "id": ids.next(), "killed": 0, "injured": 0, "activity": "herding",
                          "demining": "no", "latitude": "", "longitude": "", "accuracy_m": ""})
    _spoil(accidents, victims, cases)
    return accidents


def _place(accidents, programme, rng, cases):
    """Give half of the accidents a position: most on open ground, some where land was released."""
    open_ground = {}
    for hazard in programme.maker.hazards:
        if hazard.plain and hazard.remaining and len(hazard.remaining) > 2:
            open_ground.setdefault(hazard.district, []).append(hazard)
    for accident in accidents:
        there = [h for h in open_ground.get(accident["district"], []) if h.found.isoformat() < accident["date"]]
        if there and rng.random() < 0.55:
            _put(accident, _inside(rng.choice(there).remaining, rng), rng)
    released = [
        r for r in programme.releases
        if r.polygons and r.row["activity"] == "clearance" and r.row["stage"] == "completion"
        and r.row["review"] == "accepted" and r.row["date"]
    ]
    last = max(a["date"] for a in accidents)
    for number, accident in enumerate(rng.sample(accidents[len(accidents) // 2:], ON_RELEASED + NEAR_RELEASED)):
        before = (date.fromisoformat(accident["date"]) - timedelta(days=20)).isoformat()
        earlier = [r for r in released if r.row["date"] < min(before, last)]
        release = rng.choice(earlier)
        if number >= ON_RELEASED:
            while _is_released(_beside(release.polygons[0][0], 12), programme):
                release = rng.choice(earlier)
        ring = release.polygons[0][0]
        accident["district"] = release.row["district"]
        accident["device_category"] = "AP_MINE"
        if number < ON_RELEASED:
            _put(accident, _inside(ring, rng), rng)
            cases.append({"case": "accident on released land", "record": f"{accident['id']} {release.row['id']}"})
        else:
            _put(accident, _beside(ring, 12), rng)
            cases.append({"case": "accident 12 m from released land",
                          "record": f"{accident['id']} {release.row['id']}"})


def _put(accident, point, rng):
    longitude, latitude = to_degrees(point)
    accident.update(latitude=f"{latitude:.6f}", longitude=f"{longitude:.6f}",
                    accuracy_m=rng.choice(["", 5, 10, 20]))


def _is_released(point, programme):
    return any(contains(rings[0], point) for r in programme.releases for rings in r.polygons or [])


def _beside(ring, metres):
    """Return a point outside a counter-clockwise ring, that far from the middle of its longest edge."""
    edges = zip(ring, ring[1:] + ring[:1])
    (ax, ay), (bx, by) = max(edges, key=lambda e: math.dist(*e))
    length = math.dist((ax, ay), (bx, by))
    return (ax + bx) / 2 + metres * (by - ay) / length, (ay + by) / 2 - metres * (bx - ax) / length


def _spoil(accidents, victims, cases):
    """Plant what checks should find."""
    low = next(a for a in accidents if a["injured"] == 1)
    low["injured"] = 0
    cases.append({"case": "accident states fewer injured than are on record", "record": low["id"]})
    victims[100]["accident_id"] = "SYN-I9999"
    cases.append({"case": "victim of an accident that is not there", "record": victims[100]["id"]})
    other = next(a for a in accidents if a["id"] == victims[200]["accident_id"])
    other["date"] = (date.fromisoformat(other["date"]) + timedelta(days=1)).isoformat()
    cases.append({"case": "victim of another day than its accident", "record": victims[200]["id"]})


def _check_maps(folder, rng):
    """Write the minefield records again with what checks on the ground stated of them."""
    lines = (folder / "minefield_records.geojson").read_text(encoding="utf-8").splitlines()
    with open(folder / "minefield_checks.geojson", "w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(_checked(line, rng) + "\n")


FOUND = {"accurate": (0.7, 1.05, 0, 40), "partly": (0.2, 0.6, 80, 300), "not useful": (0, 0.08, 800, 4000)}


def _checked(line, rng):
    if not line.startswith('{"type":"Feature",'):
        return line
    head, geometry = line.split(',"geometry":', 1)
    row = json.loads(head[len('{"type":"Feature","properties":'):])
    row["recorded_type"] = rng.choice(["AP_MINE", "AP_MINE", "AV_MINE"])
    if row["verdict"] in FOUND and rng.random() < 0.85:
        least, most, near, far = FOUND[row["verdict"]]
        row["found_quantity"] = int(row["recorded_quantity"] * rng.uniform(least, most))
        row["displacement_m"] = round(rng.uniform(near, far))
    return f'{{"type":"Feature","properties":{json.dumps(row)},"geometry":{geometry}'
