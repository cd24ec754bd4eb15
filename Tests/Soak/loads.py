"""Small books and what is done to them, for checks that interrupt it; and whether a book is sound.

A book of some hundred records of the sample, posted, with files beside it that bring more. All is
done at one moment ($SOURCE_DATE_EPOCH), so that the same work gives the same book.
"""

import csv
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import typing

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "SampleData"
MOMENT = "1735689600"


class Load(typing.NamedTuple):
    """Something that is done to a book."""
    name: str
    words: list
    base: str = "posted"  # the book it is done to, see Books


def environment(**more):
    """The program's own, without what a person may have set."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("LANDBOOK")}
    return dict(
        kept, SOURCE_DATE_EPOCH=MOMENT, TZ="UTC", LC_ALL="C.UTF-8", LANDBOOK="book.gpkg", **more)


def said(landbook, words, folder, expected=(0, 2), **more):
    """Runs the program to its end."""
    done = subprocess.run(
        [landbook, *words], cwd=folder, env=environment(**more), capture_output=True, text=True)
    assert done.returncode in expected, (
        f"landbook {' '.join(map(str, words))} ended with {done.returncode}: {done.stderr}")
    return done


def preload(work):
    """Compiles what stands between the program and the system."""
    library = pathlib.Path(work) / "faults.so"
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-O1", "-o", library, HERE / "faults.c", "-ldl", "-lpthread"],
        check=True)
    return str(library)


class Books:
    """The books that work begins with, and the files it reads, in a folder of their own."""

    def __init__(self, landbook, work):
        self.landbook, self.folder = landbook, pathlib.Path(work) / "books"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.files()
        self.make("empty", ["init", "empty.gpkg", "--synthetic"])
        self.make("records", None, "empty", [
            ["import", "districts", SAMPLE / "districts.geojson", "--no-post"],
            ["import", "tasks", "tasks.csv", "--no-post"],
            ["import", "hazards", "hazards-1.geojson", "--no-post"],
            ["import", "releases", "releases-1.csv", "--no-post"],
            ["import", "devices", "devices.csv", "--no-post"]])
        self.make("posted", None, "records", [["post"]])
        self.make("behind", None, "posted", [["import", "releases", "releases-2.csv", "--no-post"]])
        self.commands = said(landbook, ["--help"], self.folder).stdout

    def make(self, name, words, base=None, steps=()):
        book = self.folder / f"{name}.gpkg"
        if base:
            shutil.copy(self.folder / f"{base}.gpkg", book)
        for step in [words] if words else steps:
            said(self.landbook, step + ([] if words else ["--book", book]), self.folder)

    def files(self):
        hazards = json.loads((SAMPLE / "hazards.geojson").read_text())
        rows = [f for f in hazards["features"] if f["properties"]["district"] == "SYN-D30"]
        names = {f["properties"]["id"] for f in rows}
        for part, some in enumerate([rows[:-20], rows[-30:]], 1):
            (self.folder / f"hazards-{part}.geojson").write_text(
                json.dumps(dict(hazards, features=some)))
        header, releases = self.table("releases.csv")
        place = header.index("hazard_id")
        releases = [row for row in releases if names & set(row[place].split(","))]
        self.write("releases-1.csv", header, releases[:-20])
        self.write("releases-2.csv", header, releases[-30:])
        ids = {row[0] for row in releases}
        header, devices = self.table("devices.csv")
        devices = [row for row in devices if row[header.index("release_id")] in ids]
        self.write("devices.csv", header, devices[:-20])
        # A third of these can't be used.
        bad = [row[:3] + ["31.02.2024"] + row[4:] if n % 3 == 0 else row
               for n, row in enumerate(devices[-30:])]
        self.write("devices-bad.csv", header, bad)
        header, tasks = self.table("tasks.csv")
        self.write("tasks.csv", header, [row for row in tasks if row[1] in names])
        self.amended = next(row[0] for row in releases[:-20])

    @staticmethod
    def table(name):
        with open(SAMPLE / name, newline="") as file:
            rows = list(csv.reader(file))
        return rows[0], rows[1:]

    def write(self, name, header, rows):
        with open(self.folder / name, "w", newline="") as file:
            csv.writer(file).writerows([header, *rows])

    def loads(self):
        """What is done to a book, each as one command."""
        place = self.folder
        loads = [
            Load("import", ["import", "hazards", place / "hazards-2.geojson"]),
            Load("import", ["import", "releases", place / "releases-2.csv", "--no-post"]),
            Load("import", ["import", "devices", place / "devices-bad.csv",
                            "--rejects", "rejects.csv"]),
            Load("import", ["import", "claims", SAMPLE / "claims" / "s2.json"]),
            Load("undo", ["undo", "4"]),
            Load("amend", ["amend", self.amended, "depth_cm=20", "--reason", "typed wrong"]),
            Load("close", ["close", "2022"]),
            Load("check", ["check", "--anew", "--format", "csv"]),
            Load("post", ["post"], "records"),
            Load("post", ["post"], "behind"),
            Load("post", ["post", "--anew", "--map"], "behind"),
            Load("init", ["init", "book.gpkg", "--synthetic"], "none"),
        ]
        more = [
            Load("compact", ["compact"]),
            Load("backup", ["backup"]),
            Load("adopt", ["adopt"], "edited"),
            Load("merge", ["merge", place / "behind.gpkg"]),
            Load("merge", ["merge", place / "behind.gpkg", "--no-post"], "records"),
        ]
        return loads + [load for load in more if f"\n  {load.name} " in self.commands]

    def lay_out(self, load, folder):
        """Makes a folder that holds the load's book and nothing else."""
        shutil.rmtree(folder, ignore_errors=True)
        pathlib.Path(folder).mkdir(parents=True)
        if load.base == "edited":
            shutil.copy(self.folder / "posted.gpkg", folder / "book.gpkg")
            edit(folder / "book.gpkg")
        elif load.base != "none":
            shutil.copy(self.folder / f"{load.base}.gpkg", folder / "book.gpkg")


def edit(book):
    """Changes a record as another program would."""
    base = sqlite3.connect(book)
    # The triggers of the R-tree name them, and are not run by this edit.
    for function in ["ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"]:
        base.create_function(function, 1, lambda blob: 0)
    with base:
        base.execute("UPDATE release SET land_use = 'edited' WHERE fid = "
                     "(SELECT min(fid) FROM release)")
    base.close()


def has_hot_journal(folder):
    """Whether there is a write to undo; a journal that begins with 0 is of one that never began."""
    journal = pathlib.Path(folder) / "book.gpkg-journal"
    return journal.exists() and not journal.read_bytes()[:1] in (b"", b"\0")


def content(book):
    """A digest of all rows of all tables; None where there is no such file."""
    if not os.path.exists(book):
        return None
    base = sqlite3.connect(book)
    try:
        answer = base.execute("PRAGMA integrity_check").fetchall()
        assert answer == [("ok",)], f"{book} is damaged: {answer[:3]}"
        broken = base.execute("PRAGMA foreign_key_check").fetchall()
        assert not broken, f"{book} has rows without what they belong to: {broken[:3]}"
        digest = hashlib.sha256()
        tables = base.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        for name, text in tables:
            digest.update(repr((name, text)).encode())
            if text and text.startswith("CREATE TABLE"):
                rows = base.execute(f'SELECT * FROM "{name}"').fetchall()
                digest.update(repr(sorted(map(repr, rows))).encode())
        return digest.hexdigest()
    finally:
        base.close()


PLACES = ["district", "hazard_version", "release_version", "task", "device", "victim", "accident",
          "minefield_record", "zone", "environment_check", "statement", "claim",
          "indicator_code", "indicator", "team", "team_day", "contribution"]


def judge_batches(book, acknowledged):
    """Holds each batch against its rows, and the batches against what was said of them."""
    base = sqlite3.connect(book)
    try:
        def rows_of(condition, number):
            batches = f"SELECT fid FROM import_batch WHERE {condition}"
            return sum(base.execute(
                f'SELECT count(*) FROM "{table}" WHERE batch IN ({batches})',
                [number]).fetchone()[0] for table in PLACES)

        found = {}
        for number, committed, stored, refused, verb, came in base.execute(
                "SELECT fid, committed, rows_stored, rows_refused, verb, origin IS NOT NULL "
                "FROM import_batch").fetchall():
            assert committed == 1, f"batch {number} is half there"
            rows = rows_of("fid = ?", number)
            if verb == "merge":
                rows += rows_of("merged_by = ? AND origin IS NOT NULL", number)
            # Of a batch that came by a merge, the book may have had some rows.
            assert rows == stored or came and rows < stored, (
                f"batch {number} has {rows} rows of {stored}")
            rows = base.execute(
                "SELECT count(*) FROM refused_row WHERE batch = ?", [number]).fetchone()[0]
            assert rows == refused, f"batch {number} has {rows} refused rows of {refused}"
            found[number] = stored
        for number in acknowledged:
            assert number in found, f"batch {number} was stored, it said, and is not there"
    finally:
        base.close()


def totals(landbook, folder):
    """What is printed of a book, as exact figures, and whether it says that the ledger is behind."""
    report = said(landbook, ["report", "balance", "--by", "district", "--format", "csv"], folder)
    return report.stdout, "behind by" in report.stderr
