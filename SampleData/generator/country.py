"""Synthetia, the country that does not exist: its districts and where a point lies."""

import json
from dataclasses import dataclass

from .files import format_ring, write_features
from .plane import area, contains, to_plane

NAME_STARTS = "Quor Velm Thrax Ombr Zeld Drun Kesk Mirv Yasp Purl Fenv Gorv Hesk".split()
NAME_ENDS = "adel itha onne ugar emia orrun".split()
PROVINCES = 6

# The former front line of the sample: districts that hold most hazards, and how densely.
BELT = {
    "SYN-D27": 0.55, "SYN-D28": 0.70, "SYN-D29": 0.90, "SYN-D30": 0.95, "SYN-D46": 1.00,
    "SYN-D47": 1.00, "SYN-D54": 0.80, "SYN-D55": 0.80, "SYN-D57": 1.00, "SYN-D58": 0.85,
    "SYN-D59": 0.45, "SYN-D60": 0.90, "SYN-D73": 0.45,
}


@dataclass
class District:
    """A district: its code, its polygons on the plane (outer ring first), and its bounds."""

    code: str
    polygons: list

    def __post_init__(self):
        points = [point for rings in self.polygons for point in rings[0]]
        self.west, self.east = min(x for x, _ in points), max(x for x, _ in points)
        self.south, self.north = min(y for _, y in points), max(y for _, y in points)

    def area(self):
        """Return the district's area in m2."""
        return sum(abs(area(r[0])) - sum(abs(area(h)) for h in r[1:]) for r in self.polygons)

    def holds(self, point):
        """Tell whether a point of the plane lies in the district."""
        x, y = point
        if not (self.west <= x <= self.east and self.south <= y <= self.north):
            return False
        return any(
            contains(rings[0], point) and not any(contains(hole, point) for hole in rings[1:])
            for rings in self.polygons
        )


class Country:
    """All districts of Synthetia."""

    def __init__(self, districts):
        self.districts = districts

    @classmethod
    def read(cls, path):
        """Read districts.geojson."""
        with open(path, encoding="utf-8") as file:
            features = json.load(file)["features"]
        return cls([
            District(feature["properties"]["code"], [
                [[to_plane(*point) for point in ring[:-1]] for ring in rings]
                for rings in _polygons(feature["geometry"])
            ])
            for feature in features
        ])

    def area(self):
        """Return the sum of the districts' areas in m2."""
        return sum(district.area() for district in self.districts)

    def district_at(self, point):
        """Return the code of the district at a point, or None outside the country."""
        for district in self.districts:
            if district.holds(point):
                return district.code
        return None

    def bounds(self):
        """Return the country's bounding box as a counter-clockwise ring."""
        west = min(d.west for d in self.districts)
        east = max(d.east for d in self.districts)
        south = min(d.south for d in self.districts)
        north = max(d.north for d in self.districts)
        return [(west, south), (east, south), (east, north), (west, north)]


def _polygons(geometry):
    coordinates = geometry["coordinates"]
    return coordinates if geometry["type"] == "MultiPolygon" else [coordinates]


def make_districts(source, target):
    """Write districts.geojson: real shapes moved 180 degrees west, under invented names."""
    with open(source, encoding="utf-8") as file:
        features = json.load(file)["features"]
    shapes = [[_moved(rings) for rings in _polygons(f["geometry"])] for f in features]
    westward = sorted(range(len(shapes)), key=lambda i: min(x for x, _ in shapes[i][0][0]))
    rows = []
    for index, polygons in enumerate(shapes):
        name = NAME_STARTS[index % len(NAME_STARTS)] + NAME_ENDS[index // len(NAME_STARTS)]
        province = westward.index(index) * PROVINCES // len(shapes) + 1
        properties = {
            "code": f"SYN-D{index + 1:02d}", "name": name,
            "parent": f"SYN-P{province}", "synthetic": True,
        }
        rings = [[format_ring(ring) for ring in rings] for rings in polygons]
        rows.append((properties, rings))
    write_features(target, "SYNTHETIC districts of Synthetia, a country that does not exist", rows)


def _moved(rings):
    """Return rings of degrees moved 180 degrees west, the first counter-clockwise, others not."""
    moved = []
    for position, ring in enumerate(rings):
        points = [(round(x - 180, 7), round(y, 7)) for x, y, *_ in ring[:-1]]
        if (area(points) > 0) != (position == 0):
            points.reverse()
        moved.append(points)
    return moved
