"""Takes the power away at random moments of all that the program does to a book.

The calls of a run are noted; of those that were not brought to disk by then, some are kept, lost or
torn at 512 or 4096 bytes, file names too. Whatever the program had said by then must be there.
"""

import collections
import pathlib
import random
import shutil

import check_kill
import disk
import loads
import soak

TITLE = "Power lost at any moment"
NEEDS = ["gcc"]


class Moment:
    """The disk after some calls, with how many commits were made, and how many were told of."""

    def __init__(self, books, course, folder, end):
        books.lay_out(course.load, folder)
        self.disk, self.made, self.told = disk.Disk(folder), 0, 0
        for call in course.calls[:end]:
            self.disk.take(call)
            if check_kill.is_commit(call):
                self.made += 1
            elif call.kind == disk.SAY:
                self.told = self.made


def lose_power(landbook, books, course, work, end, dice):
    folder = work / "power"
    # The calls name the folder that they were made in.
    moment = Moment(books, course, work / "course", end)
    disk.lay_out(moment.disk.after_power_loss(dice), folder)
    shutil.rmtree(work / "left", ignore_errors=True)
    shutil.copytree(folder, work / "left")
    told = moment.made if end == len(course.calls) else moment.told
    if not (folder / "book.gpkg").exists():
        assert course.load.base == "none" and told == 0, "the book is gone"
        loads.said(landbook, course.load.words, folder)
        return
    loads.said(landbook, ["log"], folder)
    assert not loads.has_hot_journal(folder), "a write that was cut short is not undone"
    state = loads.content(folder / "book.gpkg")
    allowed = course.states[told:moment.made + 1]
    if state not in allowed:
        place = course.states.index(state) if state in course.states else "none"
        raise AssertionError(
            f"the book is at commit {place}, {told} were told of and {moment.made} made")
    loads.judge_batches(folder / "book.gpkg", [])


def prove_order(books, course, work):
    """Nothing is told of that is not on the disk: no call is left over when the program speaks."""
    told = 0
    books.lay_out(course.load, work / "course")
    state = disk.Disk(work / "course")
    for call in course.calls:
        if call.kind == disk.SAY:
            told += 1
            names = [name for name in state.names if not name.startswith(".")]
            assert state.is_safe("book.gpkg", "book.gpkg-journal", *names), (
                f"{' '.join(map(str, course.load.words))} says "
                f"{call.data.decode()[:60]!r} before the disk has it all")
        state.take(call)
    return told


def run(landbook, work):
    library = loads.preload(work)
    books = loads.Books(landbook, work)
    dice = random.Random(soak.seed())
    courses = [
        check_kill.Course(landbook, books, load, library, work) for load in books.loads()]
    told = sum(prove_order(books, course, work) for course in courses)
    tried = collections.Counter()
    for number in range(soak.scaled(240)):
        course = courses[number % len(courses)]
        end = dice.randint(0, len(course.calls))
        spoken = [place for place, call in enumerate(course.calls, 1) if call.kind == disk.SAY]
        if spoken and dice.random() < 0.25:
            end = dice.choice(spoken)
        try:
            lose_power(landbook, books, course, work, end, dice)
        except AssertionError as fault:
            words = " ".join(map(str, course.load.words))
            raise AssertionError(
                f"point {number}, call {end} of {words}: {fault}; as it was left: "
                f"{work / 'left'}; again: SEED={soak.seed()}") from fault
        tried[course.load.name] += 1
    rows = [soak.Row(f"power lost during {name}", count, count, 0)
            for name, count in tried.items()]
    return (f"{sum(tried.values())} crash points, nothing told of is lost; {told} times it spoke, "
            "all was on the disk"), rows
