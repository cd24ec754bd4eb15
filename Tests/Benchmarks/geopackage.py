"""GeoPackages with the standard library alone: polygons out, and well-known binary back in."""

import os
import sqlite3
import struct
from array import array

WGS_84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)

CONTAINER = f"""
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84', 4326, 'EPSG', 4326, '{WGS_84}', NULL);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT PRIMARY KEY REFERENCES gpkg_contents (table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
  z TINYINT NOT NULL, m TINYINT NOT NULL);
CREATE TABLE gpkg_ogr_contents (table_name TEXT PRIMARY KEY, feature_count INTEGER);
"""


def box_of(ring):
    """The envelope (west, south, east, north) of a flat ring x, y, x, y, ..."""
    xs, ys = ring[0::2], ring[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def blob(ring, box):
    """A polygon of one closed flat ring as a GeoPackage geometry with its envelope."""
    west, south, east, north = box
    head = struct.pack("<2sBBi4d", b"GP", 0, 3, 4326, west, east, south, north)
    return head + struct.pack("<BIII", 1, 3, 1, len(ring) // 2) + ring.tobytes()


def write(path, table, columns, rows):
    """Writes one layer; `rows` gives (flat ring, values) and the layer's boxes come back.

    `columns` maps names to SQL types, in the order of the values.
    """
    if os.path.exists(path):
        os.remove(path)
    boxes = []
    book = sqlite3.connect(path)
    book.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + CONTAINER
    )
    listed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    book.execute(
        f'CREATE TABLE "{table}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,'
        f" geom POLYGON, {listed})"
    )

    def stored():
        for ring, values in rows:
            ring = array("d", ring)
            box = box_of(ring)
            boxes.append(box)
            yield blob(ring, box), *values

    places = ", ".join("?" * (len(columns) + 1))
    names = ", ".join(f'"{name}"' for name in columns)
    book.executemany(
        f'INSERT INTO "{table}" (geom, {names}) VALUES ({places})', stored()
    )
    extent = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    book.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y,"
        " max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, 4326)",
        (table, table, *extent),
    )
    book.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POLYGON', 4326, 0, 0)",
        (table,),
    )
    # GDAL splits a layer into batches by this count; DuckDB Spatial needs it.
    book.execute("INSERT INTO gpkg_ogr_contents VALUES (?, ?)", (table, len(boxes)))
    book.commit()
    book.close()
    return boxes


def read(path, table, columns):
    """Gives (well-known binary, values) of every row of a layer that `write` wrote."""
    header = struct.calcsize("<2sBBi4d")
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    names = ", ".join(f'"{name}"' for name in columns)
    for geometry, *values in book.execute(f'SELECT geom, {names} FROM "{table}"'):
        yield geometry[header:], values
    book.close()
