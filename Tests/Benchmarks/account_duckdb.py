"""The account by district as DuckDB Spatial makes it, in SQL on two threads.

usage: account_duckdb.py FOLDER OUT.csv
"""

import glob
import os

import duckdb
import duckdb_extension_spatial
from account import COLUMNS, PLANE, Account

account = Account("DuckDB Spatial " + duckdb.__version__)
package = os.path.dirname(duckdb_extension_spatial.__file__)
(extension,) = glob.glob(f"{package}/extensions/*/spatial.duckdb_extension")
database = duckdb.connect(config={"allow_unsigned_extensions": "true", "threads": 2})
database.execute(f"LOAD '{extension}'")
layers = ("districts", "hazards", "releases")
for name, path in zip(layers, account.files(*layers)):
    database.execute(f"CREATE TABLE {name}_read AS SELECT * FROM ST_Read('{path}')")
account.begin()
for name in layers:
    database.execute(
        f"""
        CREATE TABLE {name} AS SELECT * REPLACE
          (ST_Transform(geom, 'OGC:CRS84', '{PLANE}') AS geom) FROM {name}_read
        """
    )
for name, kind in (("hazards", "NULL"), ("releases", "kind")):
    database.execute(
        f"""
        CREATE TABLE {name}_by_district AS
        SELECT d.code, {kind} AS kind, CASE WHEN ST_Covers(d.geom, r.geom) THEN r.geom
          ELSE ST_Intersection(r.geom, d.geom) END AS ground
        FROM {name} r JOIN districts d ON ST_Intersects(d.geom, r.geom)
        """
    )
rows = database.execute(
    """
    WITH h AS (
      SELECT code, ST_Union_Agg(ground) AS recorded FROM hazards_by_district GROUP BY code
    ), r AS (
      SELECT code, ST_Union_Agg(ground) AS released,
        ST_Union_Agg(ground) FILTER (kind = 'cleared') AS cleared,
        sum(ST_Area(ground)) FILTER (kind = 'cleared') AS gross
      FROM releases_by_district GROUP BY code
    )
    SELECT code, gross / 1e4, ST_Area(cleared) / 1e4, ST_Area(released) / 1e4,
      ST_Area(recorded) / 1e4,
      ST_Area(CASE WHEN released IS NULL THEN recorded
        ELSE ST_Difference(recorded, released) END) / 1e4
    FROM h FULL JOIN r USING (code)
    """
).fetchall()
for code, *figures in rows:
    account.add(code, **dict(zip(COLUMNS, figures)))
account.finish()
