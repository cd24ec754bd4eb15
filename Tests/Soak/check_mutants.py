"""Thousands of damaged and malicious GeoPackages, opened as books and imported as files.

Whatever the file is: no crash, no hang, bounded memory, an exit code that the help names, a plain
sentence where something fails, no trigger of the file runs, nothing is written but what was asked
for, and reading leaves the file as it was.
"""

import collections
import concurrent.futures
import hashlib
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys

import mutants
import smallbook
import soak

TITLE = "Damaged and malicious books"
NEEDS = []

COUNT = 10_000
LONGEST = 10  # seconds of work
PATIENCE = 60  # seconds on a busy machine
MEMORY = 2 << 30
CODES = {0, 2, 64, 65, 66, 73, 74, 75}
BOOK, OUT, FILES = "{book}", "{out}", "{files}"
READING = [
    ["log"], ["report", "balance"], ["check"], ["why", "H1"], ["doctor", "--book", BOOK],
    ["report", "summary", "--period", "2023", "-o", OUT + "/summary.html"], ["reconcile"],
    ["export", "hazard", OUT + "/hazard.geojson"], ["report", "progress", "--by", "district", "--json"],
    ["export", "movement", OUT + "/movement.csv"], ["report", "bridge", "--format", "csv"],
    ["check", "--ledger"], ["report", "transitions", "--by", "year"], ["profile"],
    ["report", "data-quality", "--format", "markdown"], ["why", "D1", "--figure", "closing"],
    ["report", "devices", "--json"], ["export", "remaining", OUT + "/remaining.geojson"],
    ["changes", "--from-known", "2020-01-01"], ["report", "land-release", "--period", "2023"],
]
WRITING = [
    ["post"], ["post", "--anew"], ["import", "releases", FILES + "/more.geojson"],
    ["amend", "H2", "source=anew", "--reason", "a test"], ["check", "--anew"], ["undo", "3"],
    ["import", "hazards", FILES + "/hazards.geojson", "--dry-run"], ["close", "2022"],
    ["import", "tasks", FILES + "/tasks.csv"],
]
FOREIGN = [
    ["import", "hazards", "{mutant}"], ["import", "hazards", "{mutant}", "--layer", "hazard"],
    ["import", "releases", "{mutant}", "--layer", "release"],
    ["import", "districts", "{mutant}", "--layer", "district"],
    ["import", "hazards", "{mutant}", "--layer", "{extra}"],
]
EXTRA = ["endless", "heavy", "wide", "cross", "loads", "tokens", "words", "movement"]
NOT_PLAIN = re.compile(r"Fatal error|Swift\.|GRDB|DatabaseError|Optional\(|rror Domain|\x1b|\x07|\x00")


def confine():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST + 1))


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


class Trial:
    """One mutant, made and put before one command."""

    def __init__(self, landbook, work, number):
        self.landbook, self.work, self.number = landbook, work, number
        self.seed = soak.seed()

    def command(self, dice):
        kind = self.number % 4
        if kind == 3:
            words = FOREIGN[self.number // 4 % len(FOREIGN)]
            return words, "foreign"
        if kind == 2:
            return WRITING[self.number // 4 % len(WRITING)], "writing"
        return READING[(self.number // 4 * 2 + kind) % len(READING)], "reading"

    def run(self):
        dice = mutants.dice_of(self.seed, self.number)
        place = self.work / f"m{self.number}"
        out = place / "out"
        out.mkdir(parents=True)
        mutant = place / "mutant.gpkg"
        source = dice.choice([self.work / "small.gpkg", self.work / "small.gpkg", self.work / "layers.gpkg"])
        words, purpose = self.command(dice)
        if purpose != "foreign":
            source = self.work / "small.gpkg"
        kind, done = mutants.mutate(source, mutant, dice)
        names = {
            "{book}": str(mutant), "{out}": str(out), "{files}": str(self.work),
            "{mutant}": str(mutant), "{extra}": dice.choice(EXTRA)}
        call = [self.fill(word, names) for word in words]
        book = mutant
        if purpose == "foreign":
            book = place / "book.gpkg"
            shutil.copy(self.work / "small.gpkg", book)
        before = digest(mutant)
        faults = self.observe(call, book, place, purpose)
        if purpose in ("reading", "foreign") and digest(mutant) != before:
            faults.append("reading changed the file")
        if mutants.canary_sang(mutant):
            faults.append("a trigger of the file ran")
        strange = [p.name for p in place.iterdir()
                   if p.name not in ("mutant.gpkg", "book.gpkg", "out", "backups", "rejects", "mutant.gpkg-journal", "book.gpkg-journal")]
        if strange:
            faults.append(f"wrote {strange}")
        if faults:
            keep = self.work / "faults"
            keep.mkdir(exist_ok=True)
            shutil.copy(mutant, keep / f"{self.number}.gpkg")
        shutil.rmtree(place, ignore_errors=True)
        return kind, self.code, [
            f"SEED={self.seed} number {self.number}, {kind} ({done}): landbook {' '.join(words)}: {fault}"
            for fault in faults]

    @staticmethod
    def fill(word, names):
        for name, value in names.items():
            word = word.replace(name, value)
        return word

    def observe(self, call, book, place, purpose):
        faults = []
        environment = dict(os.environ, LANDBOOK=str(book), TMPDIR=str(place / "out"))
        try:
            done = subprocess.run(
                [self.landbook, *call], capture_output=True, timeout=PATIENCE, preexec_fn=confine,
                env=environment, cwd=place, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            self.code = "hang"
            return [f"not done after {PATIENCE} s"]
        self.code = done.returncode
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode < 0:
            faults.append(f"ended by {signal.Signals(-done.returncode).name}: {said[-200:]}")
        elif done.returncode not in CODES:
            faults.append(f"exit code {done.returncode}: {said[:300]}")
        elif done.returncode not in (0, 2) and len(said.strip()) < 20:
            faults.append(f"exit code {done.returncode} without a sentence: {said!r}")
        strange = NOT_PLAIN.search(said)
        if strange:
            faults.append(f"says {strange.group()!r}: {said[max(0, strange.start() - 100):strange.end() + 100]!r}")
        printed = done.stdout.decode("utf-8", "replace")
        if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]", printed) and "--json" not in call:
            faults.append("prints control characters")
        return faults


def layers_of(book, target):
    """The same layers as a GeoPackage that is no book."""
    shutil.copy(book, target)
    database = mutants.connect(target)
    keep = {"hazard", "release", "district"}
    for kind, name in database.execute("SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchall():
        database.execute(f'DROP {kind} "{name}"')
    for name in mutants.tables(database):
        if name not in keep and not name.startswith("gpkg_"):
            database.execute(f'DROP TABLE "{name}"')
    database.execute("DELETE FROM gpkg_contents WHERE table_name NOT IN ('hazard', 'release', 'district')")
    database.execute("VACUUM")
    database.close()


def run(landbook, work):
    small = smallbook.make(landbook, work / "made")
    for path in (work / "made").iterdir():
        shutil.copy(path, work / path.name)
    smallbook.write_layer(work / "more.geojson", [
        ({"id": "R99", "organisation": "Agency", "kind": "cleared", "date": "2023-06-01", "hazard_id": "H3"},
         smallbook.square(46.42, 39.24, 0.005))])
    layers_of(small, work / "layers.gpkg")
    numbers = only() or range(soak.scaled(COUNT))
    kinds, codes, faults = collections.Counter(), collections.Counter(), []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for kind, code, found in pool.map(lambda n: Trial(landbook, work, n).run(), numbers):
            kinds[kind] += 1
            codes[code] += 1
            faults += found
            if found and len(faults) <= 200:
                print(*found, sep="\n", file=sys.stderr, flush=True)
    (work / "faults.txt").write_text("\n".join(faults))
    words = ", ".join(f"{count} ended {code}" for code, count in sorted(codes.items(), key=str))
    assert not faults, f"{len(faults)} faults of {sum(kinds.values())} ({words}), the first: {faults[0][:400]} (all in faults.txt)"
    total = sum(kinds.values())
    return (f"{total} mutants: {words}", [
        soak.Row("damaged or malicious GeoPackages as books and as files", total, total, 0)])


def only():
    """Single numbers of $MUTANTS, to look at a fault again."""
    return [int(n) for n in os.environ.get("MUTANTS", "").split()]


def main():
    if len(sys.argv) != 3:
        sys.exit("check_mutants.py LANDBOOK FOLDER")
    work = pathlib.Path(sys.argv[2])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    print(run(str(pathlib.Path(sys.argv[1]).resolve()), work.resolve()))


if __name__ == "__main__":
    main()
