"""Reads a book with eight programs while others write to it, and looks at every answer.

Whoever reads must see the book as some write left it, never half of one: an answer must be one that
a book at rest has given in one of its states. Whoever waits too long says who holds the book.
"""

import collections
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import threading
import time

import disk
import loads
import soak

TITLE = "Eight readers beside two writers"
NEEDS = ["gcc"]
READERS, WRITERS = 8, 2
# How somebody who waited in vain says for whom.
WAITED = ["the file is being", "can't be told", "keep writing to the book"]
# What a wait of five seconds may take on a machine that has other work.
LONGEST = 5 + 4

READS = [
    ["report", "balance", "--by", "district", "--format", "csv"],
    ["report", "progress", "--format", "json"],
    ["log", "--format", "csv"],
    ["check", "--format", "csv"],
    ["changes", "--from-known", "2024-01-01", "--format", "json"],
    ["export", "hazard", "{out}"],
    ["export", "movement", "{out}"],
    ["report", "bridge", "--format", "csv"],
]


def answer(landbook, words, folder, out):
    """What a command gives: its code, data and word on the ledger; what it said; its seconds."""
    out.unlink(missing_ok=True)
    words = [word.replace("{out}", str(out)) for word in words]
    start = time.monotonic()
    done = subprocess.run(
        [landbook, *words], cwd=folder, env=loads.environment(), capture_output=True, text=True)
    data = out.read_text() if out.exists() else done.stdout
    behind = "behind by" in done.stderr
    return done.returncode, data, behind, done.stderr, time.monotonic() - start


def states(start, log, place, shared):
    """The book as each write left it, one folder each: what the writers' calls come to."""
    folder, found = disk.Disk(start), []
    # The calls name the folder that they were made in.
    folder.folder = shared

    def keep():
        if not any(name.endswith("-journal") for name in folder.names):
            found.append(place / f"state-{len(found)}")
            disk.lay_out(folder.whole(), found[-1])

    keep()
    for call in disk.calls(log):
        folder.take(call)
        if call.kind == disk.UNLINK and call.path.endswith(".gpkg-journal"):
            keep()
    return found


def write_on(landbook, books, folder, until, dice, trouble, counts, log, library):
    """Imports, posts, takes back."""
    imports = [
        ["import", "releases", books.folder / "releases-2.csv", "--no-post"],
        ["import", "hazards", books.folder / "hazards-2.geojson"],
        ["import", "claims", loads.SAMPLE / "claims" / "s2.json"],
    ]
    while time.monotonic() < until:
        base = sqlite3.connect(f"file:{folder / 'book.gpkg'}?mode=ro", uri=True, timeout=60)
        undoable = [number for number, in base.execute(
            "SELECT fid FROM import_batch WHERE fid > 5 AND verb = 'import' AND fid NOT IN "
            "(SELECT ifnull(reverses, 0) FROM import_batch)")]
        base.close()
        words = dice.choice(imports + [["post"]] * 2)
        if undoable and dice.random() < 0.4:
            words = ["undo", str(undoable[-1])]
        done = subprocess.run(
            [landbook, *map(str, words)], cwd=folder, capture_output=True, text=True,
            env=loads.environment(
                LD_PRELOAD=library, FAULT_FOLDER=str(folder), FAULT_LOG=str(log)))
        if done.returncode == 75:
            counts["waited"] += 1
            if not any(words in done.stderr for words in WAITED):
                trouble.append(f"{words}: {done.stderr}")
        elif done.returncode not in (0, 1, 2):
            trouble.append(f"{words} ended with {done.returncode}: {done.stderr}")
        counts["written"] += 1


def read_on(landbook, folder, words, number, until, seen, place):
    out = place / f"out-{number}{'.geojson' if 'hazard' in words else '.csv'}"
    while time.monotonic() < until:
        seen.append((number, *answer(landbook, words, folder, out)))


def holders(landbook, books, work):
    """Locks that other programs hold: who waits says whose they are, after five seconds."""
    folder = work / "held"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(books.folder / "posted.gpkg", folder / "book.gpkg")
    name = pathlib.Path("/proc/self/comm").read_text().strip() if os.path.exists("/proc") else ""
    tried = 0
    for lock, words, how in (
            (["BEGIN IMMEDIATE"], ["post", "--anew"], "written"),
            (["BEGIN", "SELECT * FROM book"], ["post", "--anew"], "read"),
            (["BEGIN EXCLUSIVE"], ["report", "balance"], "written"),
            (["BEGIN EXCLUSIVE"], ["import", "claims", loads.SAMPLE / "claims/s2.json"], "written")):
        base = sqlite3.connect(folder / "book.gpkg", isolation_level=None)
        for text in lock:
            base.execute(text).fetchall()
        start = time.monotonic()
        done = subprocess.run([landbook, *map(str, words)], cwd=folder, env=loads.environment(),
                              capture_output=True, text=True)
        waited = time.monotonic() - start
        base.close()
        assert done.returncode == 75, f"{words} ended with {done.returncode}: {done.stderr}"
        assert 4.5 < waited, f"{words} waited {waited:.1f} s"
        assert waited < LONGEST + 20 * (words[0] == "post"), f"{words} waited {waited:.1f} s"
        expected = f"is being {how} by {name} (process {os.getpid()}, started "
        assert not name or expected in done.stderr, f"{words} says {done.stderr}"
        tried += 1
    # A lock that goes in time is waited for.
    base = sqlite3.connect(folder / "book.gpkg", isolation_level=None, check_same_thread=False)
    base.execute("BEGIN IMMEDIATE")
    threading.Timer(2, base.close).start()
    loads.said(landbook, ["import", "claims", str(loads.SAMPLE / "claims" / "s2.json")], folder)
    return tried + 1


def run(landbook, work):
    books = loads.Books(landbook, work)
    dice = random.Random(soak.seed())
    held = holders(landbook, books, work)
    folder, place, start = work / "shared", work / "states", work / "start"
    for path in (folder, place, start):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        if path != place:
            shutil.copy(books.folder / "posted.gpkg", path / "book.gpkg")
    log, library = work / "writers.log", loads.preload(work)
    log.unlink(missing_ok=True)
    seen, trouble, counts = [], [], collections.Counter()
    until = time.monotonic() + soak.scaled(60)
    threads = [
        threading.Thread(target=read_on, args=(
            landbook, folder, READS[number % len(READS)], number, until, seen, place))
        for number in range(READERS)]
    threads += [
        threading.Thread(target=write_on, args=(
            landbook, books, folder, until, random.Random(f"{soak.seed()} {number}"), trouble,
            counts, log, library))
        for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not trouble, trouble[0]
    shutil.rmtree(place)
    found = states(start, log, place, folder)
    assert loads.content(found[-1] / "book.gpkg") == loads.content(folder / "book.gpkg"), (
        "the calls of the writers don't come to the book that is there")
    known = [set() for _ in READS]
    for state in found:
        loads.content(state / "book.gpkg")
        for number, words in enumerate(READS):
            out = work / f"known{'.geojson' if 'hazard' in words else '.csv'}"
            known[number].add(answer(landbook, words, state, out)[:3])
    waited = 0
    for number, code, data, behind, talk, seconds in seen:
        words = " ".join(READS[number])
        if code == 75:
            waited += 1
            assert seconds > 4.5 and any(words in talk for words in WAITED), talk
            continue
        assert (code, data, behind) in known[number], (
            f"{words} gave what no state of the book gives (code {code}): {talk} {data[:200]}; "
            f"the states: {place}; again: SEED={soak.seed()}")
    answers = len(seen) - waited
    assert answers >= READERS and len(found) > 2, "too little was read and written"
    settle(landbook, folder)
    rows = [soak.Row("eight readers beside two writers: answers", len(seen), len(seen), 0),
            soak.Row("book held by another program", held, held, 0)]
    return (f"{answers} answers, each of one of {len(found)} states; {counts['written']} writes; "
            f"{waited} readers and {counts['waited']} writers waited in vain and said for whom"), rows


def settle(landbook, folder):
    """The ledger that two writers kept is the one that is worked out from nothing."""
    loads.said(landbook, ["post"], folder)
    step_by_step = loads.totals(landbook, folder)
    loads.said(landbook, ["post", "--anew"], folder)
    assert loads.totals(landbook, folder) == step_by_step, "posting anew gives another ledger"
