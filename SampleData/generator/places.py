"""Places that matter, and checks of the environment on completion.

Random numbers of their own leave every other file of the sample as it was.
"""

import json
import math
import random
from datetime import date, timedelta

from .files import format_ring, write_table
from .plane import area, centre, scaled, to_degrees
from .records import LAST_DAY

CHECK_COLUMNS = [
    "id", "organisation", "release_id", "date", "vegetation_removed_m2", "detonations_in_place", "waste_taken",
    "soil_reinstated", "erosion_seen", "water_affected", "heritage_found", "remarks",
]
BEGINNINGS = ["Alder", "Birch", "Copper", "Dune", "Ember", "Fern", "Grey", "Hollow", "Ivory", "Juniper"]
ENDS = {
    "settlement": "stead", "farmland": " Fields", "protected_area": " Reserve", "heritage_site": " Old Chapel",
    "road": " Road", "water": " Stream", "power_line": " Line",
}


def write_places(folder, programme, seed=20240601):
    """Write zones.geojson and environment_checks.csv."""
    rng = random.Random(seed)
    grounds = [hazard.ground for hazard in programme.maker.hazards if hazard.plain and area(hazard.ground) > 2e5]
    cleared = [
        release.polygons[0][0] for release in programme.releases
        if release.polygons and release.row["kind"] == "cleared" and area(release.polygons[0][0]) > 2e5
    ]
    _write_zones(folder / "zones.geojson", _zones(grounds, cleared, rng))
    write_table(folder / "environment_checks.csv", CHECK_COLUMNS, _checks(programme.releases, rng))


def _blob(middle, radius, rng, corners=14):
    """Return a ring around a point, its corners at uneven distances."""
    turn = 2 * math.pi / corners
    return [
        (middle[0] + radius * reach * math.cos(i * turn), middle[1] + radius * reach * math.sin(i * turn))
        for i, reach in ((i, rng.uniform(0.7, 1.15)) for i in range(corners))
    ]


def _line(ends, rng, bends=9):
    """Return a line between two points that strays from the straight."""
    (xa, ya), (xb, yb) = ends
    length = math.hypot(xb - xa, yb - ya)
    points = []
    for i in range(bends + 1):
        part, off = i / bends, rng.uniform(-0.03, 0.03) * length if 0 < i < bends else 0
        points.append((xa + part * (xb - xa) - off * (yb - ya) / length,
                       ya + part * (yb - ya) + off * (xb - xa) / length))
    return points


def _zones(grounds, cleared, rng):
    """Yield (properties, geometry type, points on the plane) of every zone, half of them where land was cleared."""
    chosen = rng.sample(grounds, 30) + rng.sample(cleared, 30)
    rng.shuffle(chosen)
    middles = [centre(ring) for ring in chosen]
    number = 0

    def properties(kind, **more):
        nonlocal number
        number += 1
        name = BEGINNINGS[number % len(BEGINNINGS)] + ENDS[kind]
        return {"id": f"SYN-Z{number:03d}", "name": name, "kind": kind, "source": "invented cadastre", **more}

    for middle in middles[:16]:
        yield properties("settlement"), "Polygon", _blob(middle, rng.uniform(250, 900), rng)
    for ring in chosen[16:26]:
        yield properties("farmland"), "Polygon", scaled(ring, rng.uniform(0.8, 1.6))
    for middle in middles[26:30]:
        yield properties("protected_area"), "Polygon", _blob(middle, rng.uniform(4000, 9000), rng, 22)
    for middle in middles[30:36]:
        yield properties("heritage_site", radius_m=rng.choice([60, 100, 150])), "Point", [middle]
    for start, end in zip(middles[36:46:2], middles[37:46:2]):
        yield properties("road", width_m=rng.choice([14, 20, 30])), "LineString", _line((start, end), rng)
    for middle in middles[46:49]:
        end = middle[0] + rng.uniform(6000, 15000), middle[1] + rng.uniform(-9000, 9000)
        yield properties("water", width_m=rng.choice([12, 40])), "LineString", _line((middle, end), rng, 20)
    for start, end in zip(middles[50:54:2], middles[51:54:2]):
        yield properties("power_line", width_m=40), "LineString", _line((start, end), rng, 4)


def _write_zones(path, zones):
    features = []
    for properties, kind, points in zones:
        if kind == "Polygon":
            texts = format_ring(map(to_degrees, points))
            coordinates = "[[" + ",".join(f"[{x},{y}]" for x, y in texts) + "]]"
        else:
            texts = [f"[{x:.7f},{y:.7f}]" for x, y in map(to_degrees, points)]
            coordinates = "[" + ",".join(texts) + "]" if kind == "LineString" else texts[0]
        features.append(
            f'{{"type":"Feature","properties":{json.dumps(properties)},'
            f'"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}')
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","name":"SYNTHETIC places of Synthetia","features":[\n')
        file.write(",\n".join(features))
        file.write("\n]}\n")


def _checks(releases, rng):
    """Return the checks of about two thirds of the completed clearances, some of them with gaps."""
    last_rows = {release.row["id"]: release for release in releases}
    rows = []
    for release in last_rows.values():
        row = release.row
        if row["kind"] != "cleared" or row["review"] != "accepted" or row["stage"] != "completion":
            continue
        if not release.polygons or rng.random() > 0.65:
            continue
        try:
            day = min(date.fromisoformat(str(row["date"])) + timedelta(days=rng.randint(0, 20)), LAST_DAY)
        except ValueError:
            continue
        ground = sum(area(rings[0]) for rings in release.polygons)
        detonations = rng.choice([0, 0, 0, 1, 1, 2, 3, 5, 8])
        rows.append({
            "id": f"SYN-E{len(rows) + 1:05d}", "organisation": row["organisation"], "release_id": row["id"],
            "date": day.isoformat(), "vegetation_removed_m2": round(ground * rng.betavariate(1.5, 4), -1).__trunc__(),
            "detonations_in_place": detonations if rng.random() < 0.9 else "",
            "waste_taken": "yes" if rng.random() < 0.93 else "no",
            "soil_reinstated": rng.choices(["yes", "no", ""], [78, 10, 12])[0],
            "erosion_seen": rng.choices(["no", "yes", ""], [80, 8, 12])[0],
            "water_affected": rng.choices(["no", "yes", ""], [70, 2, 28])[0],
            "heritage_found": rng.choices(["no", "yes", ""], [60, 1, 39])[0],
            "remarks": "craters left open" if detonations > 4 else "",
        })
    return rows
