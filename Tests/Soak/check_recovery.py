"""Damages books in many ways: every row is saved as it was or on the list of what is lost, and
backups put back are what they were.
"""

import csv
import hashlib
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import time

import soak

TITLE = "Damaged books, backups and upgrades"
NEEDS = ["sqlite3"]

TABLES = [
    "import_batch", "district", "hazard_version", "release_version", "task", "device", "victim",
    "accident", "minefield_record", "zone", "environment_check", "statement", "claim", "refused_row",
    "unchanged_row", "finding",
    "finding_change", "mapping_profile", "closing", "closing_balance",
    "indicator_code", "indicator", "team", "team_day", "contribution",
]
# Worked out from other rows.
DERIVED = {"is_current"}


def columns(book, table):
    return [row[1] for row in book.execute(f"PRAGMA table_info({table})") if row[1] not in DERIVED]


def rows(path, table, names):
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    book.text_factory = bytes
    listed = ", ".join(f'"{name}"' for name in names)
    found = {row[0]: row[1:] for row in book.execute(f"SELECT fid, {listed} FROM {table}")}
    book.close()
    return found


def original(path):
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    names = {table: columns(book, table) for table in TABLES}
    book.close()
    return names, {table: rows(path, table, names[table]) for table in TABLES}


def content(path):
    """The hash of all rows of all tables, in their order, whatever the pages look like."""
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    book.text_factory = bytes
    digest = hashlib.sha256()
    tables = [row[0].decode() for row in book.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")]
    for table in tables:
        digest.update(table.encode())
        for row in book.execute(f'SELECT * FROM "{table}"'):
            digest.update(repr(row).encode())
    book.close()
    return digest.hexdigest()


def zero_pages(data, dice):
    pages = len(data) // 4096
    for page in dice.sample(range(1, pages), min(pages - 1, dice.choice([1, 3, 10, 40]))):
        data[page * 4096:(page + 1) * 4096] = bytes(4096)
    return "pages zeroed"


def overwrite_pages(data, dice):
    pages = len(data) // 4096
    for page in dice.sample(range(1, pages), min(pages - 1, dice.choice([1, 3, 10]))):
        data[page * 4096:(page + 1) * 4096] = dice.randbytes(4096)
    return "pages overwritten"


def truncate(data, dice):
    del data[dice.randrange(len(data) // 4, len(data)):]
    return "file cut short"




def blank_header(data, dice):
    length = dice.choice([16, 100, 4096])
    data[:length] = bytes(length)
    return "header destroyed"


def swap_pages(data, dice):
    pages = len(data) // 4096
    for _ in range(dice.choice([1, 3])):
        a, b = dice.sample(range(1, pages), 2)
        a, b = slice(a * 4096, a * 4096 + 4096), slice(b * 4096, b * 4096 + 4096)
        data[a], data[b] = data[b], data[a]
    return "pages exchanged"


def flip_bits(data, dice):
    for _ in range(dice.choice([1, 10, 100])):
        data[dice.randrange(100, len(data))] ^= 1 << dice.randrange(8)
    return "bits flipped"


KINDS = [zero_pages, overwrite_pages, truncate, blank_header, swap_pages, flip_bits]


def is_listed(losses, row):
    return any(first <= row and (last is None or row <= last) for first, last in losses)


def hold(saved, listed, names, before):
    """What is neither saved as it was nor on the list."""
    losses = {}
    if listed.exists():
        with listed.open(newline="") as file:
            for line in csv.DictReader(file):
                last = int(line["last_row"]) if line["last_row"] else None
                losses.setdefault(line["table"], []).append((int(line["first_row"]), last))
    wrong, kept, lost = [], 0, 0
    for table in TABLES:
        after = rows(saved, table, names[table])
        for row, values in before[table].items():
            if after.get(row) == values and not is_listed(losses.get(table, []), row):
                kept += 1
            elif is_listed(losses.get(table, []), row):
                lost += 1
            else:
                wrong.append(f"{table} {row}")
        for row in after.keys() - before[table].keys():
            wrong.append(f"{table} {row}, which never was")
    return wrong, kept, lost


def salvage(landbook, work, dice, names, before, whole, number, book):
    kind = KINDS[number % len(KINDS)]
    data = bytearray(book.read_bytes())
    how = kind(data, dice)
    damaged, saved = work / "damaged.gpkg", work / "saved.gpkg"
    listed = work / "saved.gpkg.lost.csv"
    for old in [saved, listed]:
        old.unlink(missing_ok=True)
    damaged.write_bytes(data)
    done = subprocess.run(
        [landbook, "salvage", str(damaged), str(saved), "--no-post"], capture_output=True,
        text=True, timeout=600)
    again = f"{how}, SEED={soak.seed()} number {number} ({book.name})"
    assert done.returncode in (0, 2), f"{again}: exit {done.returncode}: {done.stderr[-300:]}"
    assert (done.returncode == 2) == listed.exists(), f"{again}: exit {done.returncode}"
    assert damaged.read_bytes() == bytes(data), f"{again}: the damaged file was changed"
    wrong, kept, lost = hold(saved, listed, names, before)
    assert not wrong, f"{again}: {len(wrong)} rows neither saved nor listed: {wrong[:5]}"
    book = sqlite3.connect(saved)
    assert book.execute("PRAGMA integrity_check").fetchone()[0] == "ok", f"{again}: not sound"
    assert not book.execute("PRAGMA foreign_key_check").fetchall(), f"{again}: links lead nowhere"
    book.close()
    return how, kept, lost


def salvages(landbook, work, dice):
    counts = {}
    book = work / "book.gpkg"
    names, before = original(book)
    whole = sum(len(found) for found in before.values())
    for number in range(soak.scaled(60)):
        how, kept, lost = salvage(landbook, work, dice, names, before, whole, number, book)
        assert kept + lost == whole
        tried, saved = counts.get(how, (0, 0))
        counts[how] = (tried + 1, saved + kept)
    return counts, whole


def backups(landbook, work, dice):
    """Backups that were put back say what the book said then."""
    folder = work / "backups"
    folder.mkdir()
    book = folder / "book.gpkg"
    shutil.copy(work / "book.gpkg", book)
    environment = dict(os.environ, LANDBOOK=str(book))

    def run(*words):
        done = subprocess.run(
            [landbook, *words], capture_output=True, text=True, env=environment)
        assert done.returncode == 0, f"{words}: {done.stderr}"
        return done.stderr

    count = soak.scaled(20)
    for number in range(count):
        said = content(book)
        path = run("backup").split("Backup: ")[1].split(" (")[0]
        assert content(path) == said, "the backup says something else"
        # Something comes after it.
        connection = sqlite3.connect(book)
        connection.execute("UPDATE gpkg_contents SET identifier = identifier || ?", (str(number),))
        connection.commit()
        connection.close()
        run("restore", path)
        restored = sqlite3.connect(book)
        assert restored.execute("SELECT count(*) FROM gpkg_contents WHERE identifier LIKE ?",
                                (f"%{number}",)).fetchone()[0] == 0, "the book was not put back"
        verbs = [row[0] for row in restored.execute("SELECT verb FROM log_entry ORDER BY seq")]
        restored.close()
        assert verbs[-1] == "restore", "the log does not tell of the restoring"
        before = content(book)
        run("compact")
        assert content(book) == before, "compacting changed a row"
    kept = len(list(folder.glob("book.gpkg.bak-*")))
    assert kept <= 11, f"{kept} backups are kept"
    return count


def upgrades(landbook, work, dice):
    """Kills the program while it brings a book of an earlier version up to date."""
    older = pathlib.Path(os.environ.get("OLDER_BOOK", "/nowhere"))
    if not older.exists():
        return None
    folder = work / "upgrades"
    folder.mkdir()
    names, before = original(older)
    count = soak.scaled(30)
    book = folder / "book.gpkg"
    shutil.copy(older, book)
    begun = time.monotonic()
    subprocess.run([landbook, "log", "--book", str(book)], capture_output=True, check=True)
    subprocess.run([landbook, "post", "--book", str(book)], capture_output=True, check=True)
    longest = time.monotonic() - begun
    for number in range(count):
        for old in folder.glob("book.gpkg*"):
            old.unlink()
        shutil.copy(older, book)
        process = subprocess.Popen(
            [landbook, "post", "--book", str(book)], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        time.sleep(dice.random() * longest)
        process.send_signal(signal.SIGKILL)
        process.wait()
        again = f"upgrade killed, SEED={soak.seed()} number {number}"
        done = subprocess.run(
            [landbook, "post", "--book", str(book)], capture_output=True, text=True)
        assert done.returncode == 0, f"{again}: {done.stderr}"
        for table in TABLES:
            if table == "finding":
                continue
            assert rows(book, table, names[table]) == before[table], f"{again}: {table}"
    return count


def run(landbook, work):
    dice = random.Random(soak.seed())
    counts, whole = salvages(landbook, work, dice)
    tried = sum(count for count, _ in counts.values())
    saved = sum(kept for _, kept in counts.values())
    restored = backups(landbook, work, dice)
    upgraded = upgrades(landbook, work, dice)
    table = [
        soak.Row(f"{how}; rows saved or listed, {100 * kept / (count * whole):.1f} % saved",
                 count * whole, count * whole, 0)
        for how, (count, kept) in sorted(counts.items())
    ] + [soak.Row("backed up, changed, put back, compacted", restored, restored, 0)]
    if upgraded:
        table.append(soak.Row("killed while brought up to date", upgraded, upgraded, 0))
    words = (f"{tried} damaged books of {whole:,} rows: {100 * saved / (tried * whole):.1f} % of the rows "
             f"saved, the rest listed; {restored} backups put back")
    return words, table
