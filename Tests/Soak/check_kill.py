"""Kills the program at random moments of all that it does to a book, and looks at what is left.

Half of the kills come after a random time, half before a random one of its changes to the folder,
which meets the moments around a commit. What is found must be, row by row, what a run that nobody
killed has committed at one of its commits.
"""

import collections
import pathlib
import random
import re
import shutil
import signal
import subprocess
import time

import disk
import loads
import soak

TITLE = "Killed at any moment"
NEEDS = ["gcc"]


# What is not whole yet and is called so; the next program that makes the same clears it away.
LEFT = (r"book\.gpkg(\.bak-\d+T\d+Z(-\d+)?)?\.partial-\d+(-journal)?|book\.gpkg\.bak-\d+T\d+Z(-\d+)?"
        r"|\.rejects\.\w+\.part\.csv")


class Course:
    """A load run to its end, and the books at each of its commits."""

    def __init__(self, landbook, books, load, library, work):
        self.landbook, self.load, self.place = landbook, load, work / "state"
        folder, log = work / "course", work / "course.log"
        log.unlink(missing_ok=True)
        books.lay_out(load, folder)
        before = disk.Disk(folder)
        start = time.monotonic()
        loads.said(landbook, load.words, folder, LD_PRELOAD=library, FAULT_FOLDER=str(folder),
                   FAULT_LOG=str(log))
        self.seconds = time.monotonic() - start
        self.calls = disk.calls(log)
        self.changes = sum(
            call.kind in (disk.WRITE, disk.TRUNCATE, disk.SYNC, disk.UNLINK, disk.RENAME)
            or call.kind == disk.OPEN and call.offset & disk.IS_NEW for call in self.calls)
        self.files, self.printed = {}, {}
        self.states = [self.note(before)]
        for call in self.calls:
            before.take(call)
            if is_commit(call):
                self.states.append(self.note(before))

    def note(self, now):
        """The digest of a state, which is kept."""
        disk.lay_out(now.whole(), self.place)
        state = loads.content(self.place / "book.gpkg")
        self.files[state] = now.whole()
        return state

    def totals(self, state):
        """What a book in a state that nobody killed prints, as it is and once it is posted."""
        if state not in self.printed:
            disk.lay_out(self.files[state], self.place)
            behind = loads.totals(self.landbook, self.place)[1]
            loads.said(self.landbook, ["post"], self.place)
            self.printed[state] = (behind, loads.totals(self.landbook, self.place)[0])
        return self.printed[state]


def is_commit(call):
    return (call.kind == disk.UNLINK and call.path.endswith(".gpkg-journal")
            or call.kind == disk.RENAME and call.data.endswith(b".gpkg"))


def kill_one(landbook, course, folder, library, dice):
    """Runs the load and kills it; gives back what it had said by then, and whether it was killed."""
    more, wait = {}, None
    if dice.random() < 0.5:
        wait = dice.uniform(0, course.seconds * 1.02)
    else:
        more = dict(LD_PRELOAD=library, FAULT_FOLDER=str(folder),
                    FAULT_KILL=str(dice.randint(1, course.changes)))
    said = folder.parent / "said.txt"
    with open(said, "wb") as talk:
        child = subprocess.Popen(
            [landbook, *course.load.words], cwd=folder, env=loads.environment(**more),
            stdout=subprocess.DEVNULL, stderr=talk)
        try:
            child.wait(wait)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
    return said.read_text(errors="replace"), child.returncode == -signal.SIGKILL


def examine(landbook, course, folder, talk, killed, is_posted, verifies):
    """What is left after a kill; raises AssertionError where something is lost."""
    left = {path.name for path in folder.iterdir()}
    whole = {"book.gpkg", "book.gpkg-journal", "rejects.csv"}
    for name in left - whole:
        assert re.fullmatch(LEFT, name), f"{name} is left"
    acknowledged = [int(number) for number in re.findall(r"Stored as batch (\d+)", talk)]
    if course.load.name == "init" and "book.gpkg" not in left:
        assert not talk.startswith("Made"), "the book was made, it said"
        loads.said(landbook, course.load.words, folder)
        left = {path.name for path in folder.iterdir()}
        assert left == {"book.gpkg"}, f"{left} is left after another init"
        return
    if course.load.name in ("compact", "backup"):
        loads.said(landbook, course.load.words, folder)
        left = [path.name for path in folder.iterdir() if ".partial-" in path.name]
        assert not left, f"{left} is left after another {course.load.name}"
    behind = loads.totals(landbook, folder)[1]
    assert not loads.has_hot_journal(folder), "a write that was cut short is not undone"
    state = loads.content(folder / "book.gpkg")
    assert state in course.states, "the book is at none of its commits"
    if not killed:
        assert state == course.states[-1], "the work is done, it said, and is not there"
    loads.judge_batches(folder / "book.gpkg", acknowledged)
    if not is_posted:
        return
    if verifies:
        # What another program edited stays a finding until it is adopted.
        is_edited = course.load.base == "edited" and state == course.states[0]
        loads.said(landbook, ["verify"], folder, expected=(2,) if is_edited else (0,))
    loads.said(landbook, ["post"], folder)
    assert not (folder / "book.gpkg-journal").exists(), "a journal is left after a write"
    was_behind, totals = course.totals(state)
    assert behind == was_behind, "the ledger is behind and says it is not"
    assert loads.totals(landbook, folder)[0] == totals, "totals are not those of a book never killed"


def run(landbook, work):
    library = loads.preload(work)
    books = loads.Books(landbook, work)
    verifies = "\n  verify " in books.commands
    dice = random.Random(soak.seed())
    courses = [Course(landbook, books, load, library, work) for load in books.loads()]
    folder = work / "killed"
    tried, killed, journals = collections.Counter(), 0, 0
    for number in range(soak.scaled(500)):
        course = courses[number % len(courses)]
        books.lay_out(course.load, folder)
        talk, was_killed = kill_one(landbook, course, folder, library, dice)
        killed += was_killed
        journals += loads.has_hot_journal(folder)
        shutil.rmtree(work / "left", ignore_errors=True)
        shutil.copytree(folder, work / "left")
        try:
            # Equal rows give equal totals, so that some of them stand for all.
            examine(landbook, course, folder, talk, was_killed,
                    number % 5 == 0, verifies)
        except AssertionError as fault:
            words = " ".join(map(str, course.load.words))
            raise AssertionError(
                f"kill {number} of {words}: {fault}; as it was left: {work / 'left'}; "
                f"again: SEED={soak.seed()}") from fault
        tried[course.load.name] += 1
    rows = [soak.Row(f"kill -9 during {name}", count, count, 0)
            for name, count in tried.items()]
    return f"{sum(tried.values())} runs, {killed} killed, {journals} with a journal to undo", rows
