"""Writing the sample's files: plain text, fixed decimals, LF line ends."""

import csv
import json

from .plane import to_degrees


def format_ring(points):
    """Return a closed ring of degrees as texts of seven decimals: [(longitude, latitude), ...]."""
    texts = [(f"{x:.7f}", f"{y:.7f}") for x, y in points]
    return texts + texts[:1]


def format_polygons(polygons):
    """Return polygons of the plane as texts of degrees."""
    return [[format_ring(map(to_degrees, ring)) for ring in rings] for rings in polygons]


def _geojson(polygons):
    if not polygons:
        return "null"
    parts = [
        "[" + ",".join("[" + ",".join(f"[{x},{y}]" for x, y in ring) + "]" for ring in rings) + "]"
        for rings in polygons
    ]
    if len(parts) == 1:
        return f'{{"type":"Polygon","coordinates":{parts[0]}}}'
    return f'{{"type":"MultiPolygon","coordinates":[{",".join(parts)}]}}'


def well_known_text(polygons):
    """Return the WKT of polygons of the plane, empty for none."""
    if not polygons:
        return ""
    parts = [
        "(" + ",".join("(" + ",".join(f"{x} {y}" for x, y in ring) + ")" for ring in rings) + ")"
        for rings in format_polygons(polygons)
    ]
    if len(parts) == 1:
        return f"POLYGON {parts[0]}"
    return f"MULTIPOLYGON ({','.join(parts)})"


def write_features(path, name, rows):
    """Write a GeoJSON FeatureCollection of (properties, polygons as texts), a feature a line."""
    features = [
        f'{{"type":"Feature","properties":{json.dumps(properties)},"geometry":{_geojson(polygons)}}}'
        for properties, polygons in rows
    ]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"type":"FeatureCollection","name":{json.dumps(name)},"features":[\n')
        file.write(",\n".join(features))
        file.write("\n]}\n")


def write_table(path, columns, rows):
    """Write dictionaries as CSV; absent values are empty."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
