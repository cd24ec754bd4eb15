"""The account by district as PostGIS makes it, on a server of its own.

usage: account_postgis.py FOLDER OUT.csv
"""

import sys

import geopackage
from account import COLUMNS, PLANE, Account
from postgis_server import Server, Unavailable

COLUMNS_READ = {"districts": ["code"], "hazards": ["id"], "releases": ["id", "kind"]}

CUT = """
CREATE UNLOGGED TABLE {name}_by_district AS
SELECT d.code, r.kind, CASE WHEN ST_Covers(d.geom, r.geom) THEN r.geom
  ELSE ST_Intersection(r.geom, d.geom) END AS ground
FROM {name} r JOIN districts d ON ST_Intersects(d.geom, r.geom);
"""

ADD_UP = """
WITH h AS (
  SELECT code, ST_Union(ground) AS recorded FROM hazards_by_district GROUP BY code
), r AS (
  SELECT code, ST_Union(ground) AS released,
    ST_Union(ground) FILTER (WHERE kind = 'cleared') AS cleared,
    sum(ST_Area(ground)) FILTER (WHERE kind = 'cleared') AS gross
  FROM releases_by_district GROUP BY code
)
SELECT code, gross / 1e4, ST_Area(cleared) / 1e4, ST_Area(released) / 1e4,
  ST_Area(recorded) / 1e4,
  ST_Area(CASE WHEN released IS NULL THEN recorded
    ELSE ST_Difference(recorded, released) END) / 1e4
FROM h FULL JOIN r USING (code)
"""


def load(server, name, path):
    """One layer of a GeoPackage into a table, its polygons in EPSG:4326."""
    columns = COLUMNS_READ[name]
    rows = (
        "\t".join([geometry.hex(), *values])
        for geometry, values in geopackage.read(path, name, columns)
    )
    listed = ", ".join(f"{column} text" for column in columns)
    server.sql(f"CREATE UNLOGGED TABLE {name}_read (geom geometry, {listed})")
    server.sql(f"COPY {name}_read FROM STDIN", "\n".join(rows) + "\n\\.\n")


def main():
    with Server() as server:
        (version,) = server.sql("SELECT 'PostGIS ' || postgis_lib_version(), ''")
        account = Account(version[0], server.processor_seconds)
        for name, path in zip(COLUMNS_READ, account.files(*COLUMNS_READ)):
            load(server, name, path)
        server.sql("VACUUM ANALYZE")
        account.begin()
        for name, columns in COLUMNS_READ.items():
            kind = "kind" if "kind" in columns else "NULL::text AS kind"
            code = "code" if "code" in columns else "id"
            server.sql(
                f"CREATE UNLOGGED TABLE {name} AS SELECT {code}, {kind},"
                f" ST_Transform(ST_SetSRID(geom, 4326), '{PLANE}') AS geom"
                f" FROM {name}_read;"
                f"CREATE INDEX ON {name} USING gist (geom); ANALYZE {name}"
            )
        for name in ("hazards", "releases"):
            server.sql(CUT.format(name=name))
        for code, *figures in server.sql(ADD_UP):
            account.add(code, **dict(zip(COLUMNS, (float(f or 0) for f in figures))))
        account.finish()


try:
    main()
except Unavailable as problem:
    sys.exit(str(problem))
