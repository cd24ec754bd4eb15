#!/usr/bin/env python3
"""Looks at what Landbook makes with the programs its readers use.

    soak.py LANDBOOK BOOK FOLDER [--readme README.md] [CHECK...]

Every check_*.py beside this file is one check: TITLE is its line, NEEDS the programs and Python
modules without which it is skipped, and run(landbook, work) does it. `landbook` is the program,
`work` a folder of the check's own with a copy of BOOK as work/"book.gpkg", and $LANDBOOK names it.
run returns what it saw in a few words, or those words and a list of Row for the table at the end;
it raises AssertionError where something is wrong, and unittest.SkipTest where it can't be told.
Pictures and files stay in FOLDER/CHECK. $SEED begins what is drawn at random, and $SCALE makes all
counts larger or smaller (1 for both). --readme puts the table between its marks in that file,
after a run of all checks at full scale in which none was skipped and none failed.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import typing
import unittest

HERE = pathlib.Path(__file__).resolve().parent
LONGEST = 3600  # seconds a check may take


class Row(typing.NamedTuple):
    """One line of the table: what was done to a book, how often, and what became of it."""
    load: str
    tried: int
    survived: int
    lost: int


def seed():
    """Where the random numbers of a check begin."""
    return int(os.environ.get("SEED", "1"))


def scaled(count):
    """How often something is done, at least once."""
    return max(1, round(count * float(os.environ.get("SCALE", "1"))))


def is_missing(need):
    return shutil.which(need) is None and importlib.util.find_spec(need) is None


def load(name):
    sys.path.insert(0, str(HERE))
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_one(name, landbook, work):
    """Runs in a process of its own, so that a library that crashes takes no other check along."""
    try:
        seen = load(name).run(landbook, work) or "all well"
        words, rows = seen if isinstance(seen, tuple) else (seen, [])
        (work / "rows.json").write_text(json.dumps(rows))
        print(words)
    except unittest.SkipTest as reason:
        print(reason)
        os._exit(3)
    except AssertionError as fault:
        print(fault or "an assertion without words", flush=True)
        os._exit(1)
    sys.stdout.flush()
    # Libraries such as QGIS may fall over their own feet when Python ends.
    os._exit(0)


def check(name, landbook, book, folder):
    module = load(name)
    missing = [need for need in module.NEEDS if is_missing(need)]
    if missing:
        return "skipped", f"not installed: {', '.join(missing)}"
    work = folder / name.removeprefix("check_")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copy(book, work / "book.gpkg")
    environment = dict(os.environ, LANDBOOK=str(work / "book.gpkg"), QT_QPA_PLATFORM="offscreen")
    try:
        done = subprocess.run(
            [sys.executable, __file__, "--one", name, landbook, work], env=environment,
            capture_output=True, text=True, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return "FAILED", f"not done after {LONGEST} s"
    (work / "log.txt").write_text(done.stdout + done.stderr)
    said = (done.stdout.strip().splitlines() or [""])[-1]
    if done.returncode == 3:
        return "skipped", said
    if done.returncode != 0:
        return "FAILED", said or (done.stderr.strip().splitlines() or ["no word"])[-1]
    return "ok", said


def table(folder, names):
    """What the checks counted, as a Markdown table; None where they counted nothing."""
    rows = []
    for name in names:
        counted = folder / name.removeprefix("check_") / "rows.json"
        if counted.exists():
            rows += [Row(*row) for row in json.loads(counted.read_text())]
    if not rows:
        return None
    lines = ["| what is done to a book | times | survived | lost |", "| --- | ---: | ---: | ---: |"]
    return "\n".join(
        lines + [f"| {r.load} | {r.tried:,} | {r.survived:,} | {r.lost:,} |" for r in rows])


def rewrite(readme, counted):
    """Puts the table between the marks."""
    path = pathlib.Path(readme)
    before, rest = path.read_text().split("<!-- soak -->\n", 1)
    after = rest.split("<!-- /soak -->", 1)[1]
    path.write_text(f"{before}<!-- soak -->\n\n{counted}\n\n<!-- /soak -->{after}")


def main():
    if sys.argv[1:2] == ["--one"]:
        return run_one(sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4]))
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    landbook, book = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
    folder = pathlib.Path(sys.argv[3]).resolve()
    asked = sys.argv[4:]
    readme = None
    if "--readme" in asked:
        place = asked.index("--readme")
        readme = asked[place + 1]
        del asked[place:place + 2]
    names = sorted(path.stem for path in HERE.glob("check_*.py"))
    chosen = [f"check_{name}" for name in asked] or names
    failed = 0
    outcomes = set()
    for name in chosen:
        start = time.monotonic()
        outcome, words = check(name, landbook, book, folder)
        failed += outcome == "FAILED"
        outcomes.add(outcome)
        print(f"{outcome:8}{load(name).TITLE}: {words} ({time.monotonic() - start:.0f} s)", flush=True)
    counted = table(folder, chosen)
    if counted:
        print(counted)
        if readme and chosen == names and outcomes == {"ok"} and scaled(1000) >= 1000:
            rewrite(readme, counted)
    print(f"What was made is in {folder}.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
