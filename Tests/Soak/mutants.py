"""Damages GeoPackages: bytes and pages of the file, values in its rows, and its schema."""

import random
import sqlite3
import struct

PAGE = 4096
ESCAPES = "\x1b[31mred\x1b]0;title\x07\x1b[2J \u202etxt.exe\u202c\u2066\r\nexit code 0\x00tail\x9b1m"
LONG = "x" * 10_000


def wkb_polygon(points, order="<"):
    mark = b"\x01" if order == "<" else b"\x00"
    body = b"".join(struct.pack(order + "dd", *p) for p in points)
    return mark + struct.pack(order + "III", 3, 1, len(points)) + body


def blob(wkb, envelope=None, flags=None, srs=4326):
    head = struct.pack("<dddd", *envelope) if envelope else b""
    flags = flags if flags is not None else (3 if envelope else 1)
    return b"GP\x00" + bytes([flags]) + struct.pack("<i", srs) + head + wkb


INF, NAN = float("inf"), float("nan")
RING = [(46.1, 39.1), (46.2, 39.1), (46.2, 39.2), (46.1, 39.2), (46.1, 39.1)]
BLOBS = [
    b"", b"GP", b"GP\x00\x03", bytes(40), blob(b""), blob(wkb_polygon(RING)),
    blob(wkb_polygon(RING), (0, 1, 0, 1)), blob(wkb_polygon(RING), (NAN,) * 4),
    blob(wkb_polygon(RING), (-INF, INF, -INF, INF)), blob(wkb_polygon(RING), (9, 1, 9, 1)),
    blob(wkb_polygon([(NAN, NAN)] * 4), (46.1, 46.2, 39.1, 39.2)),
    blob(wkb_polygon([(1e308, -1e308), (-1e308, 1e308), (1e308, 1e308), (1e308, -1e308)])),
    blob(wkb_polygon([(5e-324, 5e-324), (0, 5e-324), (0, 0), (5e-324, 5e-324)])),
    blob(wkb_polygon(RING[:2])), blob(wkb_polygon([])), blob(wkb_polygon([RING[0]] * 4000)),
    blob(wkb_polygon([(179.9, 89.9), (-179.9, 89.9), (0, -89.9), (179.9, 89.9)])),
    blob(wkb_polygon([(500, 500), (501, 500), (501, 501), (500, 500)])),
    blob(wkb_polygon([RING[0], RING[2], RING[1], RING[3], RING[0]])),
    blob(b"\x01" + struct.pack("<II", 3, 0xFFFFFFFF)), blob(b"\x01" + struct.pack("<II", 6, 0x7FFFFFFF)),
    blob(b"\x01" + struct.pack("<III", 3, 1, 0xFFFFFFF0) + bytes(64)),
    blob((b"\x01" + struct.pack("<II", 7, 1)) * 5000), blob(b"\x01" + struct.pack("<I", 17)),
    blob(wkb_polygon(RING), flags=0x21), blob(wkb_polygon(RING), flags=0x0F),
    blob(wkb_polygon(RING), flags=0x11), blob(wkb_polygon(RING), srs=0),
    blob(b"\x01" + struct.pack("<IIddIdd", 8, 3, 0, 0, 0, 1e308, 1e308)),
    blob(b"\x01\x01\x00\x00\x00" + struct.pack("<dd", 46, 39)),
]
TEXTS = [
    "", " ", LONG * 100, ESCAPES, "a\nb", "'; DROP TABLE book; --", "\"quoted\"", "=1+1", "../../x",
    "\x00", "\ud7ff\uffff\U0010ffff", "null", "NaN", "1e999", "-0", "9" * 400, "0x10", "٣٫٥",
    "[" * 100_000, '{"a":' * 100_000, '{"a":1}', "2023-02-30", "9999-12-31", "0000-00-00",
    "-9999-01-01", "2023-01-01T99:99:99Z", "99999999-01-01", "%s%n%d", "<script>", "e\u0301" * 5000,
]
NUMBERS = [None, 0, -1, 1, 2**31, -(2**31), 2**63 - 1, -(2**63), 1e308, -1e308, 9e999, -9e999, 5e-324, 0.1]

# What a book must be refused for, or what it may hold without any of it being run.
SCHEMAS = [
    "CREATE TRIGGER own AFTER {event} ON {table} BEGIN INSERT INTO canary VALUES ('{table}'); END",
    "CREATE TRIGGER own BEFORE {event} ON {table} BEGIN INSERT INTO canary VALUES ('{table}'); END",
    "CREATE TRIGGER own AFTER {event} ON {table} BEGIN DELETE FROM hazard_version; END",
    "CREATE TRIGGER own INSTEAD OF {event} ON movement BEGIN INSERT INTO canary VALUES (1); END",
    "CREATE TRIGGER trigger_insert_feature_count_hazard AFTER INSERT ON hazard BEGIN INSERT INTO canary VALUES (1); END",
    "CREATE TABLE gpkg_ogr_contents (table_name, feature_count); CREATE TRIGGER own AFTER UPDATE ON gpkg_ogr_contents BEGIN INSERT INTO canary VALUES (1); END",
    "CREATE TABLE child (h REFERENCES {table}(fid) ON DELETE CASCADE ON UPDATE CASCADE); CREATE TRIGGER own AFTER DELETE ON child BEGIN INSERT INTO canary VALUES (1); END",
    "DROP VIEW movement; CREATE VIEW movement AS WITH RECURSIVE r(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM r) SELECT fid, 'x' AS record FROM r",
    "DROP VIEW movement; CREATE VIEW movement AS SELECT randomblob(2000000000) AS fid",
    "DROP VIEW movement; CREATE TABLE movement AS SELECT 1 AS fid",
    "DROP VIEW movement; CREATE VIEW movement AS SELECT load_extension('x') AS fid",
    "CREATE VIEW endless AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT i AS fid, NULL AS geom FROM r; INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('endless', 'features', 'endless', 4326); INSERT INTO gpkg_geometry_columns VALUES ('endless', 'geom', 'POLYGON', 4326, 0, 0)",
    "CREATE VIEW heavy AS SELECT randomblob(2000000000) AS fid; INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('heavy', 'attributes', 'heavy')",
    "CREATE VIEW wide AS SELECT zeroblob(200000000) AS a, hex(zeroblob(100000000)) AS b, replace(hex(zeroblob(100000000)), '0', 'xxxxxxxx') AS c; INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('wide', 'attributes', 'wide')",
    "CREATE VIEW cross AS SELECT a.name FROM sqlite_master a, sqlite_master b, sqlite_master c, sqlite_master d, sqlite_master e, sqlite_master f WHERE a.name || b.name = 'x'; INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('cross', 'attributes', 'cross')",
    "CREATE VIEW loads AS SELECT load_extension('/tmp/x.so') AS a; INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('loads', 'attributes', 'loads')",
    "CREATE VIEW tokens AS SELECT fts3_tokenizer('simple', x'41414141') AS a; INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('tokens', 'attributes', 'tokens')",
    "CREATE VIRTUAL TABLE words USING fts5(x); INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('words', 'attributes', 'words')",
    "CREATE TABLE \"a\"\"b;-- '\n\u202e\" (fid INTEGER PRIMARY KEY, \"c\"\"; DROP TABLE book;--\" TEXT, \"\x1b[31m\" TEXT); INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('a\"b;-- ''\n\u202e', 'attributes', '\x1b[31mtitle')",
    "CREATE TABLE \"" + LONG + "\" (fid INTEGER PRIMARY KEY, \"" + LONG + "2\" TEXT); INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('" + LONG + "', 'attributes', '" + LONG + "')",
    "CREATE TABLE wide (fid INTEGER PRIMARY KEY, " + ", ".join(f"c{i} TEXT" for i in range(1900)) + "); INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('wide', 'attributes', 'wide')",
    "ALTER TABLE {table} ADD COLUMN own TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000)))",
    "ALTER TABLE {table} ADD COLUMN own TEXT DEFAULT (hex(randomblob(16)))",
    "ALTER TABLE {table} ADD COLUMN own TEXT CHECK (length(own) < 9)",
    "ALTER TABLE {table} ADD COLUMN own TEXT DEFAULT 'x'",
    "CREATE INDEX own ON {table} (hex(zeroblob(1000)) || fid)",
    "CREATE INDEX own ON {table} (fid) WHERE fid < 5",
    "CREATE UNIQUE INDEX own ON {table} (fid)",
    "DROP TABLE IF EXISTS {table}",
    "CREATE TABLE sqlite_stat1x (x); ANALYZE; UPDATE sqlite_stat1 SET stat = '1 99999999999 999999999 99999999 99999'",
    "INSERT INTO grdb_migrations VALUES ('v999-later')",
    "DELETE FROM grdb_migrations WHERE rowid = (SELECT max(rowid) FROM grdb_migrations)",
    "DELETE FROM grdb_migrations WHERE rowid = 3",
    "UPDATE sqlite_sequence SET seq = 9223372036854775807",
]
REWRITES = [
    ("replace(sql, 'NOT NULL', '')", "type = 'table'"),
    ("replace(sql, 'CHECK (', 'CHECK (load_extension(''x'') OR ')", "type = 'table'"),
    ("replace(sql, 'CHECK (', 'CHECK (writefile(''canary.txt'', ''x'') OR ')", "type = 'table'"),
    ("replace(sql, 'RAISE', 'zeroblob')", "type = 'trigger'"),
    ("replace(sql, 'BEGIN', 'BEGIN INSERT INTO canary VALUES (1);')", "type = 'trigger'"),
    ("sql || char(0) || 'x'", "1"),
    ("replace(sql, 'TEXT', 'BLOB')", "type = 'table'"),
    ("replace(sql, ' AS ', ' AS MATERIALIZED ')", "type = 'view'"),
    ("substr(sql, 1, length(sql) / 2)", "1"),
    ("NULL", "1"), ("'CREATE TABLE'", "1"), ("CAST(x'ff00fe' AS TEXT)", "1"), ("123", "1"),
]


def damage_bytes(data, dice):
    """Changes the file itself; says how."""
    data = bytearray(data)
    pages = max(1, len(data) // PAGE)
    kind = dice.randrange(14)
    if kind == 0:
        for _ in range(dice.choice([1, 4, 64, 1000])):
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        return "bits flipped", data
    if kind == 1:
        a, b = dice.randrange(pages) * PAGE, dice.randrange(pages) * PAGE
        data[a:a + PAGE], data[b:b + PAGE] = data[b:b + PAGE], data[a:a + PAGE]
        return "pages swapped", data
    if kind == 2:
        return "cut short", data[:dice.choice([0, 1, 99, 100, 512, PAGE, dice.randrange(len(data))])]
    if kind == 3:
        for _ in range(dice.choice([1, 3])):
            data[dice.randrange(16, 100)] = dice.choice([0, 1, 2, 3, 127, 128, 255, dice.randrange(256)])
        return "header field", data
    if kind == 4:
        place = dice.randrange(pages) * PAGE + 8 + 2 * dice.randrange(40)
        data[place:place + 2] = struct.pack(">H", dice.choice([0, 1, 8, PAGE - 1, PAGE, 65535, dice.randrange(PAGE)]))
        return "cell pointer", data
    if kind == 5:
        # The right-most child, or a child of an inner cell: loops, and pages of other trees.
        page = dice.randrange(pages) * PAGE
        inner = [p for p in range(pages) if data[p * PAGE] in (2, 5)]
        if inner:
            page = dice.choice(inner) * PAGE
        place = page + 8
        if dice.random() < 0.5:
            cell = struct.unpack(">H", data[page + 12:page + 14])[0]
            place = page + min(cell, PAGE - 4)
        data[place:place + 4] = struct.pack(">I", dice.choice([0, 1, page // PAGE + 1, 0xFFFFFFFF, dice.randrange(1, pages + 1)]))
        return "child pointer", data
    if kind == 6:
        page = dice.randrange(pages) * PAGE
        data[page:page + PAGE] = bytes(PAGE)
        return "page of zeros", data
    if kind == 7:
        page = dice.randrange(pages) * PAGE + (100 if dice.random() < 0.1 else 0)
        data[page] = dice.choice([0, 2, 5, 10, 13, 255])
        return "page type", data
    if kind == 8:
        page = dice.randrange(pages) * PAGE
        data[page:page + PAGE] = dice.randbytes(PAGE)
        return "page of noise", data
    if kind == 9:
        return "bytes behind the end", data + dice.randbytes(dice.choice([1, PAGE, 10 * PAGE]))
    if kind == 10:
        a, b = dice.randrange(pages) * PAGE, dice.randrange(pages) * PAGE
        data[a:a + PAGE] = data[b:b + PAGE]
        return "page doubled", data
    if kind == 11:
        data[dice.choice([16, 17, 18, 19, 20, 21, 22, 23, 44, 47, 52, 56, 59])] = dice.randrange(256)
        return "page size, format or encoding", data
    if kind == 12:
        # A value inside a row becomes another; nothing SQLite keeps of it tells.
        place = dice.randrange(len(data))
        data[place:place + 8] = dice.choice([
            struct.pack(">d", NAN), struct.pack(">d", INF), struct.pack("<d", NAN), struct.pack("<d", 1e308),
            b"\xff" * 8, b"\x00" * 8, b"\x80" * 8, b"\x1b[31m\x07\r\n"])
        return "eight bytes of a row", data
    place = data.find(dice.choice([b"CREATE ", b"TABLE", b"VIEW", b"hazard", b"NOT NULL", b"gpkg_", b"20", b"GP\x00"]),
                      dice.randrange(len(data)))
    if place >= 0:
        data[place + dice.randrange(6)] = dice.randrange(256)
    return "a letter of schema or row", data


def connect(path):
    database = sqlite3.connect(path, isolation_level=None)
    for name in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
        database.create_function(name, 1, lambda value: None)
    database.create_function("ST_IsEmpty", 1, lambda value: 1)
    return database


def tables(database):
    names = [row[0] for row in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1")]
    return [n for n in names if not n.startswith("rtree")] or ["book"]


def damage_values(path, dice):
    """Puts what doesn't belong there into rows, past every constraint; says how."""
    database = connect(path)
    triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        database.execute(f'DROP TRIGGER "{name}"')
    database.execute("PRAGMA ignore_check_constraints = ON")
    database.execute("PRAGMA foreign_keys = OFF")
    filled = [t for t in tables(database) if database.execute(f'SELECT 1 FROM "{t}" LIMIT 1').fetchone()]
    changed = []
    for _ in range(dice.choice([1, 1, 2, 8])):
        table = dice.choice(filled)
        columns = database.execute(f'PRAGMA table_info("{table}")').fetchall()
        _, column, kind, required, _, _ = dice.choice(columns)
        value = dice.choice([dice.choice(TEXTS), dice.choice(TEXTS), dice.choice(NUMBERS), dice.choice(BLOBS)])
        if kind == "BLOB" or column == "geom":
            value = dice.choice(BLOBS)
        if value is None and required:
            drop_required(database, table)
        where = "" if dice.random() < 0.3 else f" WHERE rowid % 5 = {dice.randrange(5)}"
        if isinstance(value, str) and dice.random() < 0.1:
            value = value.encode("utf-8", "replace") + b"\xff\xfe"
            sql = f'UPDATE OR IGNORE "{table}" SET "{column}" = CAST(? AS TEXT){where}'
        else:
            sql = f'UPDATE OR IGNORE "{table}" SET "{column}" = ?{where}'
        try:
            database.execute(sql, (value,))
            changed.append(f"{table}.{column}")
        except sqlite3.Error:
            pass
    for _, sql in triggers:
        database.execute(sql)
    database.close()
    return "values in " + ", ".join(changed)


def drop_required(database, table):
    """Takes NOT NULL away and puts the words back, so that a NULL is where none may be."""
    original = database.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()[0]
    database.execute("PRAGMA writable_schema = ON")
    rewrite = "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?"
    database.execute(rewrite, (original.replace("NOT NULL", "        "), table))
    database.execute("PRAGMA writable_schema = RESET")
    for column in database.execute(f'PRAGMA table_info("{table}")').fetchall():
        if column[3] == 0 and not column[5]:
            try:
                database.execute(f'UPDATE OR IGNORE "{table}" SET "{column[1]}" = NULL WHERE rowid % 7 = 1')
            except sqlite3.Error:
                pass
    database.execute("PRAGMA writable_schema = ON")
    database.execute(rewrite, (original, table))
    database.execute("PRAGMA writable_schema = RESET")


def damage_schema(path, dice):
    """Gives the file a schema that wants to do something; says which."""
    database = connect(path)
    database.execute("CREATE TABLE IF NOT EXISTS canary (x)")
    table = dice.choice(tables(database) + ["hazard", "release", "finding", "import_batch", "ledger_event"])
    if dice.random() < 0.3:
        change, where = dice.choice(REWRITES)
        name = dice.choice([row[0] for row in database.execute(f"SELECT name FROM sqlite_master WHERE {where}")])
        database.execute("PRAGMA writable_schema = ON")
        database.execute(f"UPDATE sqlite_master SET sql = {change} WHERE name = ?", (name,))
        if dice.random() < 0.2:
            database.execute(
                "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE rootpage > 0 "
                "ORDER BY random() LIMIT 1) WHERE name = ?", (name,))
        database.close()
        return f"{name} rewritten: {change}"
    sql = dice.choice(SCHEMAS)
    sql = sql.replace("{event}", dice.choice(["INSERT", "UPDATE", "DELETE"])).replace("{table}", table)
    try:
        database.executescript(sql)
    except sqlite3.Error as fault:
        database.close()
        return f"schema, not taken ({fault}): {sql[:80]!r}"
    database.close()
    return f"schema: {sql[:100]!r}"


def mutate(source, target, dice):
    """Makes one mutant of the file; says what was done, after a word for its kind."""
    draw = dice.random()
    if draw < 0.5:
        words, data = damage_bytes(source.read_bytes(), dice)
        target.write_bytes(data)
        return "bytes", words
    target.write_bytes(source.read_bytes())
    if draw < 0.75:
        return "values", damage_values(target, dice)
    return "schema", damage_schema(target, dice)


def canary_sang(path):
    """Whether a trigger of the mutant has run; what can't be opened has run none."""
    try:
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        return database.execute("SELECT count(*) FROM canary").fetchone()[0] > 0
    except (sqlite3.Error, UnicodeError):
        return False


def dice_of(seed, number):
    return random.Random(f"{seed}-{number}")
