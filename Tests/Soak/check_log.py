"""Holds a book against its log from outside, and attacks it: SQL past the triggers, bits, forgery."""

import concurrent.futures
import contextlib
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess

import bookchain
import bookpages
import soak

TITLE = "The log by another program, attacks and bit flips"
NEEDS = []

FLIPS = 10_000
RECORDS = [
    "import_batch", "district", "hazard_version", "release_version", "task", "device", "victim",
    "minefield_record", "zone", "environment_check", "statement", "claim", "ledger_event", "ledger_part", "finding", "log_entry",
    "closing", "closing_balance", "refused_row", "unchanged_row", "mapping_profile",
    "ledger_district", "transition", "release_profile", "ledger_day", "book", "ledger",
    "indicator_code", "indicator", "team", "team_day", "contribution",
]


def verify(landbook, book, *more):
    done = subprocess.run(
        [landbook, "verify", "--book", str(book), "--format", "csv", "--table", "faults", *more],
        capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def say(landbook, book, *words):
    done = subprocess.run([landbook, *words, "--book", str(book)], capture_output=True, text=True)
    assert done.returncode == 0, f"landbook {' '.join(words)}: {done.stderr[-300:]}"
    return done.stdout


def tables(path):
    """The root page of each table that holds records, where it has rows."""
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    found = {
        name: root for name, root in book.execute(
            "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'")
        if name in RECORDS and book.execute(f'SELECT EXISTS (SELECT 1 FROM "{name}")').fetchone()[0]}
    book.close()
    return found


def by_force(path, *statements):
    """Runs SQL with all triggers out of the way, and puts them back as they were."""
    with contextlib.closing(sqlite3.connect(path)) as book:
        kept = book.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in kept:
            book.execute(f'DROP TRIGGER "{name}"')
        changed = sum(book.execute(statement).rowcount for statement in statements)
        for _, sql in kept:
            book.execute(sql)
        book.commit()
    return changed


def attacks(path):
    """SQL that somebody with the file could run: what it is, and the statements."""
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    made = []
    for table in tables(path):
        key = "seq" if table == "log_entry" else "fid"
        rows = [row[0] for row in book.execute(f'SELECT "{key}" FROM "{table}"')]
        row = random.choice(rows)
        made.append((f"a row of {table} deleted", [f'DELETE FROM "{table}" WHERE {key} = {row}']))
        names = [c[1] for c in book.execute(f'PRAGMA table_info("{table}")')]
        others = ", ".join(f'"{name}"' for name in names if name != key)
        if table not in ("log_entry", "book", "ledger", "ledger_district"):
            new = max(rows) + 1
            made.append((
                f"a row of {table} doubled",
                [f'INSERT INTO "{table}" ({key}, {others}) SELECT {new}, {others} FROM "{table}" '
                 f'WHERE {key} = {row}']))
        texts = [
            name for name in names
            if name not in (key, "is_current", "geom") and book.execute(
                f'SELECT typeof("{name}") FROM "{table}" WHERE {key} = {row}').fetchone()[0]
            in ("text", "integer", "real")]
        for name in random.sample(texts, min(3, len(texts))):
            made.append((
                f"{table}.{name} changed",
                [f"""UPDATE OR IGNORE "{table}" SET "{name}" = CASE
                  WHEN typeof("{name}") <> 'text' THEN "{name}" + 1
                  WHEN instr("{name}", '1') THEN replace("{name}", '1', '2')
                  ELSE "{name}" || ' ' END WHERE {key} = {row}"""]))
        pair = random.sample(rows, 2) if len(rows) > 1 and table in (
            "hazard_version", "release_version", "task", "device") else []
        if pair:
            one, other = pair
            made.append((
                f"two rows of {table} swapped",
                [f'UPDATE "{table}" SET fid = -1 WHERE fid = {one}',
                 f'UPDATE "{table}" SET fid = {one} WHERE fid = {other}',
                 f'UPDATE "{table}" SET fid = {other} WHERE fid = -1']))
    made += [
        ("a summary changed", ["UPDATE movement_sum SET area_cm2 = area_cm2 + 1 WHERE fid = 1"]),
        ("a movement moved", ["UPDATE ledger_part SET area_cm2 = area_cm2 + 1 WHERE fid = (SELECT min(fid) FROM ledger_part)",
                              "UPDATE ledger_part SET area_cm2 = area_cm2 - 1 WHERE fid = (SELECT max(fid) FROM ledger_part)"]),
        ("a record drawn on the map", ["INSERT INTO hazard (id, class) VALUES ('FORGED', 'suspected')"]),
        ("a map's status changed", ["UPDATE release SET review = 'draft' WHERE fid = (SELECT min(fid) FROM release WHERE review = 'accepted')"]),
        ("a hazard off the map", ["DELETE FROM hazard WHERE fid = (SELECT min(fid) FROM hazard)"]),
        ("an outdated row made current", ["UPDATE task SET is_current = 1 - is_current WHERE fid = 1"]),
        ("a box of the index moved", ["UPDATE rtree_hazard_geom SET maxx = maxx + 1 WHERE id = (SELECT min(id) FROM rtree_hazard_geom)"]),
        ("a trigger gone", []),
    ]
    book.close()
    return made


def attack(landbook, book, work):
    tried = 0
    for what, statements in attacks(book):
        copy = work / "attacked.gpkg"
        shutil.copy(book, copy)
        if what == "a trigger gone":
            with contextlib.closing(sqlite3.connect(copy)) as forged:
                forged.execute("DROP TRIGGER hazard_version_fixed")
        else:
            try:
                if by_force(copy, *statements) == 0:
                    continue
            except sqlite3.IntegrityError:
                continue
        with open(book, "rb") as one, open(copy, "rb") as other:
            if one.read() == other.read():
                continue
        tried += 1
        code, said, errors = verify(landbook, copy)
        assert code == 2 and said.count("\n") > 1, f"{what}: exit {code}, {said}{errors}"
    return tried


def read_head(landbook, book):
    return re.search(r'"log_head": ?"([0-9a-f]{64})"', say(landbook, book, "report", "balance", "--json"))[1]


def cut_and_forge(landbook, book, work):
    """What only the head of a printed report can show."""
    copy = work / "forged.gpkg"
    head = read_head(landbook, book)
    shutil.copy(book, copy)
    by_force(copy, "DELETE FROM log_entry WHERE seq = (SELECT max(seq) FROM log_entry)")
    code, _, _ = verify(landbook, copy, "--head", head[:16])
    assert code == 2, f"a log without its tail knows the head {head}"

    # The whole log is made anew over changed records, as whoever has the program can.
    shutil.copy(book, copy)
    with contextlib.closing(sqlite3.connect(copy)) as forged:
        last = forged.execute("SELECT max(fid) FROM hazard_version").fetchone()[0]
    by_force(
        copy, f"UPDATE hazard_version SET source = 'forged' WHERE fid = {last}",
        f"UPDATE hazard SET source = 'forged' WHERE version = {last}",
        "DELETE FROM log_entry", "DELETE FROM row_digest", "DELETE FROM log_bucket")
    forge(copy)
    assert bookchain.faults(copy) == [], "the forger's log is not whole"
    code, said, errors = verify(landbook, copy)
    assert code == 0, f"the forger's log is told by itself: {said}{errors}"
    code, _, errors = verify(landbook, copy, "--head", head)
    assert code == 2 and "made anew" in errors, f"a forged log knows the head: {code} {errors}"
    return 2


def forge(path):
    """Writes one entry that covers all that a book holds."""
    book = bookchain.connect(path)
    tables = [row[0].decode() for row in book.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    content = {"rows": {}, "state": {}, "buckets": {}}
    chunks = []
    fixed = ["import_batch", "refused_row", "district", "hazard_version", "release_version", "task",
             "device", "victim", "minefield_record", "zone", "environment_check", "statement", "claim",
             "unchanged_row", "finding_change", "mapping_profile", "closing", "closing_balance",
             "accident", "indicator_code", "indicator", "team", "team_day", "contribution"]
    for table in fixed:
        left_out = {"is_current"} if table in bookchain.DERIVED else ()
        made = list(bookchain.digests(book, table, left_out))
        if not made:
            continue
        count, whole, kept = bookchain.rows(book, table, made[0][0], made[-1][0])
        content["rows"][table] = {
            "first": made[0][0], "last": made[-1][0], "count": count, "sha256": whole, "row_digests": kept}
        for start in range(0, len(made), 248):
            chunks.append((table, made[start][0], b"".join(d[:16] for _, d in made[start:start + 248])))
    for table in ["book", "ledger", "rulebook_run", "layer", "ledger_district", "ledger_day",
                  "transition", "release_profile", "remaining"]:
        if table in tables:
            content["state"][table] = bookchain.state(book, table)
    buckets = []
    for part, held, shift in (("ledger", list(bookchain.ledger(book)), 10),
                              ("finding", list(bookchain.digests(book, "finding")), 8)):
        count, whole = bookchain.root(held, shift)
        content["buckets"][part] = {"count": count, "sha256": whole}
        for number, kept in bookchain.items(held, shift).items():
            buckets.append((part, number, hashlib.sha256(kept).digest(), kept))
    book.close()
    book = sqlite3.connect(path)
    kept = book.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in kept:
        book.execute(f'DROP TRIGGER "{name}"')
    book.executemany("INSERT INTO row_digest (table_name, first_row, digests) VALUES (?, ?, ?)", chunks)
    book.executemany("INSERT INTO log_bucket (part, bucket, sha256, items) VALUES (?, ?, ?, ?)", buckets)
    values = {"seq": 1, "at": "2026-01-01T00:00:00.000Z", "verb": "init", "subject": "book",
              "content": json.dumps(content, sort_keys=True, separators=(",", ":")), "previous_hash": ""}
    form = b"log_entry\n" + b"".join(
        bookchain.line(name, values[name] if name == "seq" else values[name].encode(),
                       "integer" if name == "seq" else "text") for name in sorted(values))
    values["hash"] = hashlib.sha256(form).hexdigest()
    book.execute(
        f"INSERT INTO log_entry ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        list(values.values()))
    for _, sql in kept:
        book.execute(sql)
    book.commit()
    book.close()


def smaller(landbook, work):
    """A book with some of everything, small enough to be verified ten thousand times."""
    path = work / "small.gpkg"
    path.unlink(missing_ok=True)
    (work / "d.csv").write_text(
        'code,name,wkt_4326\nA,Aa,"POLYGON ((45 39, 46 39, 46 41, 45 41, 45 39))"\n'
        'B,Bb,"POLYGON ((46 39, 47 39, 47 41, 46 41, 46 39))"\n')

    def square(x, y):
        return (f'"POLYGON (({x:.4f} {y:.4f}, {x + .01:.4f} {y:.4f}, {x + .01:.4f} {y + .01:.4f}, '
                f'{x:.4f} {y + .01:.4f}, {x:.4f} {y:.4f}))"')

    places = [(45.1 + random.random() * 1.7, 39.2 + random.random() * 1.5) for _ in range(60)]
    (work / "h.csv").write_text("id,class,date,district,source,wkt_4326\n" + "".join(
        f"H{n},{random.choice(['SHA', 'CHA'])},2020-0{n % 9 + 1}-11,A,survey {n},{square(*p)}\n"
        for n, p in enumerate(places)))
    (work / "h2.csv").write_text("id,class,date,status,reason,wkt_4326\n" + "".join(
        f"H{n},CHA,2021-0{n % 9 + 1}-11,,,{square(*p)}\n" for n, p in enumerate(places[:20])) + "H7,XXX,,,,\n")
    (work / "r.csv").write_text("id,kind,date,hazard_id,operator,approved_on,wkt_4326\n" + "".join(
        f"R{n},{random.choice(['cleared', 'reduced', 'cancelled'])},2022-0{n % 9 + 1}-20,H{n},Op {n % 3},2022-10-01,{square(*p)}\n"
        for n, p in enumerate(places[:40])))
    (work / "t.csv").write_text("id,hazard_id,operator,type,status,start,end\n" + "".join(
        f"T{n},H{n},Op {n % 3},clearance,completed,2022-01-01,2022-09-30\n" for n in range(30)))
    (work / "v.csv").write_text("id,release_id,date,category,model,quantity,latitude,longitude\n" + "".join(
        f"D{n},R{n},2022-05-01,ap_mine,PMN,{n + 1},{places[n][1]:.4f},{places[n][0]:.4f}\n" for n in range(30)))
    subprocess.run([landbook, "init", str(path), "--name", "Small"], check=True, capture_output=True)
    for what, name in (("districts", "d"), ("tasks", "t"), ("hazards", "h"), ("releases", "r"),
                       ("hazards", "h2"), ("devices", "v")):
        done = subprocess.run(
            [landbook, "import", what, str(work / f"{name}.csv"), "--book", str(path)],
            capture_output=True, text=True, cwd=work)
        assert done.returncode in (0, 2), done.stderr
    say(landbook, path, "post")
    subprocess.run([landbook, "close", "2022", "--book", str(path)], capture_output=True)
    subprocess.run([landbook, "check", "--anew", "--book", str(path)], capture_output=True)
    return path


def without_effect(one, other):
    """Whether a flip changed no value that SQL can read: it lies where SQLite itself does not look."""
    try:
        books = [bookchain.connect(path) for path in (one, other)]
        for table in [row[0].decode() for row in books[0].execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree%'")]:
            key = "seq" if table == "log_entry" else "rowid"
            first, second = (list(bookchain.digests(book, table, key=key)) for book in books)
            if first != second:
                return False
        return True
    except (sqlite3.Error, ValueError, KeyError):
        return False


def flip(landbook, book, work):
    """Random bits of records: each is to be found."""
    data = pathlib.Path(book).read_bytes()
    pages = bookpages.Pages(data)
    stretches = [
        (table, start, end) for table, root in sorted(tables(book).items())
        for _, held in pages.cells(root) for start, end in held]
    weights = [end - start for _, start, end in stretches]
    chosen = []
    for _ in range(soak.scaled(FLIPS)):
        table, start, end = random.choices(stretches, weights)[0]
        chosen.append((table, random.randrange(start, end), random.randrange(8)))
    workers = os.cpu_count() or 1
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        shares = [
            pool.submit(flip_share, landbook, book, data, chosen[n::workers], work / f"flipped{n}.gpkg")
            for n in range(workers)]
        results = [share.result() for share in shares]
    return len(chosen), sum(r[0] for r in results), sum((r[1] for r in results), [])


def flip_share(landbook, book, data, chosen, copy):
    missed_by_sqlite, harmless = 0, []
    data = bytearray(data)
    for table, byte, bit in chosen:
        data[byte] ^= 1 << bit
        copy.write_bytes(data)
        data[byte] ^= 1 << bit
        code, said, errors = verify(landbook, copy)
        where = f"seed {soak.seed()}: {table}, byte {byte}, bit {bit} of {book}"
        if code == 0:
            assert without_effect(book, copy), f"{where} is not found"
            harmless.append(where)
            continue
        assert code in (2, 65, 74), f"{where}: exit {code}, {errors[-300:]}"
        assert said.count("\n") > 1 or errors, f"{where}: no words"
        with contextlib.suppress(sqlite3.DatabaseError):
            with contextlib.closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as check:
                missed_by_sqlite += check.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    return missed_by_sqlite, harmless


def run(landbook, work):
    random.seed(soak.seed())
    book = work / "book.gpkg"
    say(landbook, book, "post")
    code, said, errors = verify(landbook, book)
    assert code == 0, f"a sound book: {code} {said}{errors}"
    assert bookchain.faults(book) == [], bookchain.faults(book)
    small = smaller(landbook, work)
    assert bookchain.faults(small) == [], bookchain.faults(small)
    tried = attack(landbook, small, work) + cut_and_forge(landbook, small, work)
    flips, missed, harmless = flip(landbook, small, work)
    (work / "harmless.txt").write_text("\n".join(harmless))
    words = (
        f"another program agrees with the log; {tried} attacks by SQL and forgery found, "
        f"{flips} bits flipped, {missed} of them missed by integrity_check, "
        f"{len(harmless)} in bytes that no query reads")
    return words, [
        soak.Row("a row changed, added or taken away past the triggers, or the log forged", tried, tried, 0),
        soak.Row("one bit of a record flipped", flips, flips - len(harmless), 0),
    ]
