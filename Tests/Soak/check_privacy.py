"""Looks through all that leaves a book under a sharing profile, as somebody would who wants to know:
restricted records by name, by coordinate in text and in bytes, victims, people, paths and machines."""

import os
import pathlib
import random
import re
import shutil
import socket
import sqlite3
import struct
import subprocess
import zipfile

import soak

TITLE = "What sharing profiles let out"
NEEDS = []

PROFILES = {"partner": 1, "donor": 0, "public": 0}
LEVELS = ["low", "moderate", "high", "severe"]
DEFAULTS = {"hazard_version": "CASE WHEN origin = 'new' THEN 2 ELSE 0 END",
            "release_version": "0", "device": "2", "victim": "2", "accident": "2",
            "minefield_record": "2"}
SUBJECTS = ["movement", "hazard", "release", "device", "victim", "remaining", "released", "overlaps"]
ENDINGS = ["geojson", "csv", "gpkg", "shp", "fgb", "kml", "xlsx", "ods"]
REPORTS = ["summary", "monthly", "land-release", "data-quality", "article7", "monitor", "victims",
           "mine-action-review", "changes", "accidents", "minefield-records"]
ACTOR, USER = "Planted Actor", "planted-user"


def call(landbook, folder, *arguments, codes=(0, 2)):
    words = dict(os.environ, LANDBOOK_ACTOR=ACTOR, USER=USER, LOGNAME=USER, HOSTNAME="planted-host")
    done = subprocess.run([landbook, *arguments], cwd=folder, env=words, capture_output=True)
    assert done.returncode in codes, f"{arguments}: {done.returncode} {done.stderr.decode()[-300:]}"
    return done


def vertices(blob):
    """Pairs of doubles in a geometry blob of a GeoPackage, without walking through it."""
    size = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[blob[3] >> 1 & 7]
    wkb = blob[8 + size:]

    def walk(place):
        order = "<" if wkb[place] else ">"
        kind, = struct.unpack_from(order + "I", wkb, place + 1)
        place += 5
        if kind == 1:
            yield struct.unpack_from(order + "dd", wkb, place)
            return place + 16
        count, = struct.unpack_from(order + "I", wkb, place)
        place += 4
        for _ in range(count):
            if kind == 3:
                points, = struct.unpack_from(order + "I", wkb, place)
                place += 4
                for number in range(points):
                    yield struct.unpack_from(order + "dd", wkb, place + 16 * number)
                place += 16 * points
            elif kind == 2:
                yield struct.unpack_from(order + "dd", wkb, place)
                place += 16
            else:
                place = yield from walk(place)
        return place

    return list(walk(0))


def secrets(book, most):
    """Names and vertices of restricted records that no other record has, worked out from SQL alone."""
    names, hidden, open_ = set(), set(), set()
    number = " ".join(f"WHEN '{word}' THEN {place}" for place, word in enumerate(LEVELS))
    with sqlite3.connect(f"file:{book}?mode=ro", uri=True) as connection:
        for table, default in DEFAULTS.items():
            records = {}
            for organisation, identifier, stated, level, geometry in connection.execute(
                    f"""SELECT organisation, id, CASE sensitivity {number} END, {default}, geom
                        FROM {table} ORDER BY fid"""):
                record = records.setdefault((organisation, identifier), [None, 0, []])
                record[0] = stated if stated is not None else record[0]
                record[1] = max(record[1], level)
                record[2] += vertices(geometry) if geometry else []
            for (_, identifier), (stated, level, places) in records.items():
                if (level if stated is None else stated) > most:
                    names.add(identifier)
                    hidden.update(places)
                else:
                    open_.update(places)
            if table == "victim":
                victims = {identifier for _, identifier in records}
    return names, hidden - open_, victims


def contents(path):
    """The bytes of a file and of what is packed in it."""
    yield path.read_bytes()
    if path.suffix in {".xlsx", ".ods", ".kmz", ".zip"}:
        with zipfile.ZipFile(path) as archive:
            yield "\n".join(archive.namelist()).encode()
            for name in archive.namelist():
                yield archive.read(name)
    if path.suffix == ".pdf":
        for program in [["pdftotext", str(path), "-"], ["pdfinfo", str(path)]]:
            if shutil.which(program[0]):
                yield subprocess.run(program, capture_output=True).stdout


def look(path, names, places, words):
    found = []
    wanted = re.compile(rb"[A-Za-z0-9_:.-]+")
    for content in contents(path):
        said = {word.decode(errors="replace").strip(".:-") for word in wanted.findall(content)}
        found += [f"names {word}" for word in sorted(said & names)[:2]]
        found += [f"says {word}" for word in words if word.encode() in content]
        numbers = set(re.findall(rb"-?\d+\.\d{5,}", content))
        for x, y in places:
            if struct.pack("<dd", x, y) in content:
                found.append(f"holds {x} {y}")
            elif (f"{x:.7f}".rstrip("0").encode() in numbers
                  and f"{y:.7f}".rstrip("0").encode() in numbers):
                found.append(f"writes {x} {y}")
    return found


def drawn(dice, subjects, endings):
    """Each subject in the first form, which tells most, and in others so that each form has its turn."""
    others = endings[1:]
    dice.shuffle(others)
    for place, subject in enumerate(subjects):
        count = min(soak.scaled(2), len(others))
        for ending in endings[:1] + [others[(place * count + n) % len(others)] for n in range(count)]:
            yield subject, ending


def run(landbook, work):
    dice = random.Random(soak.seed())
    folder = work / "planted-folder"
    folder.mkdir()
    book = folder / "book.gpkg"
    shutil.copy(work / "book.gpkg", book)
    os.environ["LANDBOOK"] = str(book)
    with sqlite3.connect(f"file:{book}?mode=ro", uri=True) as connection:
        hazards = [f"hazard {row[0]}/{row[1]}" for row in connection.execute(
            "SELECT organisation, id FROM hazard WHERE status <> 'withdrawn' ORDER BY 1, 2")]
        releases = [f"release {row[0]}/{row[1]}" for row in connection.execute(
            "SELECT organisation, id FROM release ORDER BY 1, 2")]
    for record in dice.sample(hazards, soak.scaled(6)) + dice.sample(releases, soak.scaled(6)):
        level = dice.choice(LEVELS)
        call(landbook, folder, "amend", record, f"sensitivity={level}", "--reason", "asked",
             "--no-post")
    call(landbook, folder, "post")
    files, faults = 0, []
    words = [ACTOR, USER, "planted-host", "planted-folder", str(work), socket.gethostname()]
    words = [word for word in words if len(word) > 3]
    hasReader = (pathlib.Path(landbook).parent / "landbook-reader").exists()
    for profile, most in PROFILES.items():
        names, places, victims = secrets(book, most)
        assert names and places and victims, "nothing is restricted: the check would be blind"
        # A search for each of many thousand takes hours; any of them is as telling as another.
        places = dice.sample(sorted(places), min(len(places), soak.scaled(300)))
        out = work / profile
        out.mkdir()
        for subject, ending in drawn(dice, SUBJECTS, ENDINGS if hasReader else ENDINGS[:2]):
            done = call(landbook, out, "export", subject, f"{subject}.{ending}", "--profile",
                        profile, codes=(0, 64))
            assert subject != "victim" or done.returncode == 64, f"{profile} gets victims"
        for report, ending in drawn(dice, REPORTS, ["html", "xlsx", "json", "csv", "md", "txt"]):
            more = ["--from-known", "2024-01-01"] if report == "changes" else []
            call(landbook, out, "report", report, *more, "--profile", profile, "-o",
                 f"{report}.{ending}", codes=(0, 64))
        if shutil.which("weasyprint"):
            call(landbook, out, "report", "summary", "--profile", profile, "-o", "summary.pdf")
        call(landbook, out, "month-end", "2024-04", "--profile", profile, "--out", "month")
        for path in sorted(path for path in out.rglob("*") if path.is_file()):
            files += 1
            found = look(path, names | victims, places, words)
            faults += [f"{profile}/{path.relative_to(out)} {fault}" for fault in found]
    assert not faults, f"SEED={soak.seed()}: {len(faults)} in {files} files: {'; '.join(faults[:6])}"
    return (f"{files} files of {len(PROFILES)} profiles tell of no restricted record and no person",
            [soak.Row("files looked through for restricted records", files, files, 0)])
