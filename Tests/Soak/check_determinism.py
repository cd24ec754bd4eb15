"""Makes the sample's book over and over, in other surroundings, and holds every byte against the
first one: threads, locales, time zones, the seed of the program's hash tables, and the order in
which the files come."""

import collections
import csv
import hashlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess

import soak

TITLE = "The same records, the same bytes"
NEEDS = []

SAMPLE = soak.HERE.parents[1] / "SampleData"
EPOCH = "1760000000"
FILES = [
    ("districts", "districts.geojson"), ("tasks", "tasks.csv"), ("hazards", "hazards.geojson"),
    ("releases", "releases.csv"), ("devices", "devices.csv"), ("victims", "victims.csv"),
    ("minefield-records", "minefield_records.geojson"), ("statements", "statements.csv"),
    ("zones", "zones.geojson"), ("environment-checks", "environment_checks.csv"),
    ("claims", "claims/s1.json"), ("claims", "claims/s2.json"),
]
LAYERS = ["district", "hazard", "release", "device", "remaining", "released", "overlaps"]
BY = {"balance": "year", "progress": "district", "transitions": "year", "bridge": "operator",
      "devices": "quarter"}
# Every report is made as JSON, these as all that a renderer is there for.
WHOLE = {"summary", "balance", "progress", "reconciliation", "victims", "mine-action-review"}
FORMATS = ["txt", "csv", "md", "html", "xlsx"]


def surroundings(work):
    """The environments to try: name and variables; locales are made where they can be."""
    places = work / "locales"
    places.mkdir(exist_ok=True)
    made = []
    for name in ["de_DE", "ar_EG", "tr_TR"]:
        done = shutil.which("localedef") and subprocess.run(
            ["localedef", "-i", name, "-f", "UTF-8", str(places / f"{name}.UTF-8")],
            capture_output=True)
        if done and (places / f"{name}.UTF-8").exists():
            made.append(name)
    yield "first", {"LANDBOOK_THREADS": "1"}
    for number in range(soak.scaled(1)):
        yield f"other hash seeds {number + 1}", {"LANDBOOK_THREADS": "1"}
    yield "2 threads", {"LANDBOOK_THREADS": "2"}
    yield "4 threads", {"LANDBOOK_THREADS": "4"}
    for place, zone in enumerate(["Asia/Kabul", "America/St_Johns", "Pacific/Apia"]):
        name = f"{made[place % len(made)]}.UTF-8" if made else "C.UTF-8"
        words = {"TZ": zone, "LOCPATH": str(places), "LANG": name, "LC_NUMERIC": name}
        if place != 1:
            words["LC_ALL"] = name
        yield f"{name} in {zone}", words


def environment(book, words):
    kept = {key: os.environ[key] for key in ["PATH", "HOME", "TMPDIR"] if key in os.environ}
    kept |= {"LANDBOOK": str(book), "SOURCE_DATE_EPOCH": EPOCH, "LC_ALL": "C", "TZ": "UTC"}
    if "LANG" in words and "LC_ALL" not in words:
        del kept["LC_ALL"]
    return kept | words


def call(landbook, folder, words, *arguments, codes=(0, 2)):
    done = subprocess.run(
        [landbook, *arguments], cwd=folder, env=environment(folder / "book.gpkg", words),
        capture_output=True, timeout=900)
    assert done.returncode in codes, (
        f"{' '.join(arguments)}: {done.returncode}, {done.stderr.decode()[-300:]}")
    return done


def make(landbook, folder, words, files):
    """A book of the files, and what the program said while it made it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    said = call(landbook, folder, words, "init", "book.gpkg", "--synthetic").stderr
    for number, (kind, name) in enumerate(files):
        # A path as short as its name, so that nothing depends on where the sample is.
        shutil.copy(SAMPLE / name, folder / pathlib.Path(name).name)
        done = call(
            landbook, folder, words, "import", kind, pathlib.Path(name).name, "--no-post",
            *([] if kind == "claims" else ["--rejects", f"rejects-{kind}.csv"]))
        said += done.stdout + done.stderr
    for arguments in [["post"], ["check", "--anew", "-o", "anew.txt"], ["post", "--map"]]:
        done = call(landbook, folder, words, *arguments)
        said += done.stdout + done.stderr
    (folder / "said.txt").write_bytes(said)


def commands(landbook, folder):
    """What is asked of the book: name of the file and arguments."""
    listed = subprocess.run(
        [landbook, "report", "--list", "--format", "csv"], capture_output=True, text=True)
    names = [row["name"] for row in csv.DictReader(listed.stdout.splitlines()) if row.get("name")]
    with sqlite3.connect(f"file:{folder / 'book.gpkg'}?mode=ro", uri=True) as book:
        task, = book.execute(
            "SELECT task FROM release WHERE task <> '' GROUP BY 1 ORDER BY count(*) DESC, 1")\
            .fetchone()
        hazard, = book.execute("SELECT reopens FROM hazard WHERE reopens <> ''").fetchone()
    for name in names:
        more = ["--task", task] if name == "completion" else []
        more += ["--from-known", "2024-01-01"] if name == "changes" else []
        more += ["--by", BY[name]] if name in BY else []
        for ending in ["json", *(FORMATS if name in WHOLE else [])]:
            yield ["report", name, *more, "-o", f"{name}.{ending}"]
    for profile in ["partner", "donor", "public"]:
        yield ["report", "summary", "--profile", profile, "-o", f"summary-{profile}.html"]
    for language in ["ar", "az", "ru"]:
        yield ["report", "summary", "--lang", language, "-o", f"summary-{language}.html"]
        yield ["report", "balance", "--lang", language, "-o", f"balance-{language}.xlsx"]
    if shutil.which("weasyprint"):
        yield ["report", "summary", "-o", "summary.pdf"]
        yield ["report", "balance", "--lang", "ar", "-o", "balance-ar.pdf"]
    yield ["month-end", "2024-04", "--out", "month"]
    for command in ["check", "reconcile", "log"]:
        for ending in ["txt", "json"]:
            yield [command, "-o", f"{command}.{ending}"]
    yield ["check", "--ledger", "-o", "ledger.json"]
    for what in [hazard, "SYN-D27", "S2-01"]:
        yield ["why", what, "-o", f"why-{what}.txt"]
    yield ["export", "movement", "movement.csv"]
    for layer in LAYERS:
        yield ["export", layer, f"{layer}.geojson"]
        yield ["export", layer, f"{layer}.csv"]
    if (pathlib.Path(landbook).parent / "landbook-reader").exists():
        for ending in ["gpkg", "fgb", "shp", "kml", "ods", "xlsx"]:
            yield ["export", "hazard", f"hazard.{ending}"]
        yield ["export", "remaining", "remaining.gpkg"]


def digests(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()}


def ask(landbook, folder, words, wanted):
    for number, arguments in enumerate(wanted):
        done = call(landbook, folder, words, *arguments)
        (folder / f"talk-{number}.txt").write_bytes(done.stdout + done.stderr)


def rows(report):
    """The tables of a report as a set of rows, for what says the same in another order."""
    tables = json.loads(report.read_text())["tables"]
    return {table["id"]: collections.Counter(
        json.dumps(row, sort_keys=True) for row in table["rows"]) for table in tables}


def findings(book):
    """Every finding that stands, without the numbers of rows and batches."""
    with sqlite3.connect(f"file:{book}?mode=ro", uri=True) as connection:
        return collections.Counter(connection.execute(
            """SELECT rule, severity, message, file, remedy, area_effect_cm2 FROM finding
               WHERE status = 'open'"""))


def ordered(landbook, work, first, wanted):
    """The files in other orders: figures, movements, findings and verdicts are the same."""
    dice = random.Random(soak.seed())
    tries = soak.scaled(3)
    for number in range(tries):
        files = FILES[:]
        dice.shuffle(files)
        folder = work / "order"
        order = ", ".join(kind for kind, _ in files)
        make(landbook, folder, {}, files)
        ask(landbook, folder, {}, wanted)
        told = f"SEED={soak.seed()}, order {number + 1} ({order})"
        for arguments in wanted:
            name = arguments[-1]
            if name.endswith(".json"):
                left, right = rows(first / name), rows(folder / name)
                for table in left.keys() | right.keys():
                    assert left.get(table) == right.get(table), (
                        f"{told}: {name}, table {table}: "
                        f"{list(((left.get(table) or collections.Counter()) - (right.get(table) or collections.Counter())).items())[:1]} / "
                        f"{list(((right.get(table) or collections.Counter()) - (left.get(table) or collections.Counter())).items())[:1]}")
            else:
                left, right = (sorted((path / name).read_bytes().splitlines()) for path in
                               [first, folder])
                assert left == right, f"{told}: {name} differs"
        left, right = findings(first / "book.gpkg"), findings(folder / "book.gpkg")
        assert left == right, (
            f"{told}: findings differ: {list((left - right).items())[:2]} / "
            f"{list((right - left).items())[:2]}")
    return tries


def run(landbook, work):
    first, tried, files, lost, wanted = None, 0, 0, 0, None
    differing = collections.Counter()
    for name, words in surroundings(work):
        folder = work / ("first" if first is None else "other")
        make(landbook, folder, words, FILES)
        wanted = wanted or list(commands(landbook, folder))
        ask(landbook, folder, words, wanted)
        found = digests(folder)
        if first is None:
            first = found
            continue
        tried += 1
        files += len(found)
        for path in sorted(first.keys() | found.keys()):
            if first.get(path) != found.get(path):
                lost += 1
                differing[f"{path} ({name})"] += 1
    assert not differing, f"{lost} of {files} files differ: {', '.join(list(differing)[:8])}"
    figures = [["report", name, "--by", BY[name], "-o", f"{name}.json"]
               for name in ["balance", "progress", "transitions", "bridge", "devices"]]
    figures += [["report", "victims", "-o", "victims.json"], ["reconcile", "-o", "reconcile.json"],
                ["export", "movement", "movement.csv"], ["export", "remaining", "remaining.csv"]]
    orders = ordered(landbook, work, work / "first", figures)
    return (
        f"{len(first)} files the same in {tried} other surroundings, figures in {orders} orders",
        [soak.Row("outputs made again in other surroundings", files, files - lost, lost),
         soak.Row("files imported in other orders", orders, orders, 0)])
