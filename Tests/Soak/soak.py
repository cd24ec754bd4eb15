#!/usr/bin/env python3
"""Looks at what Landbook makes with the programs its readers use.

    soak.py LANDBOOK BOOK FOLDER [CHECK...]

Every check_*.py beside this file is one check: TITLE is its line, NEEDS the programs and Python
modules without which it is skipped, and run(landbook, work) does it. `landbook` is the program,
`work` a folder of the check's own with a copy of BOOK as work/"book.gpkg", and $LANDBOOK names it.
run returns what it saw in a few words; it raises AssertionError where something is wrong, and
unittest.SkipTest where it can't be told. Pictures and files stay in FOLDER/CHECK.
"""

import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
LONGEST = 900  # seconds a check may take


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
        print(load(name).run(landbook, work) or "all well")
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


def main():
    if sys.argv[1:2] == ["--one"]:
        return run_one(sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4]))
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    landbook, book = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
    folder = pathlib.Path(sys.argv[3]).resolve()
    names = sorted(path.stem for path in HERE.glob("check_*.py"))
    chosen = [f"check_{name}" for name in sys.argv[4:]] or names
    failed = 0
    for name in chosen:
        start = time.monotonic()
        outcome, words = check(name, landbook, book, folder)
        failed += outcome == "FAILED"
        print(f"{outcome:8}{load(name).TITLE}: {words} ({time.monotonic() - start:.0f} s)", flush=True)
    print(f"What was made is in {folder}.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
