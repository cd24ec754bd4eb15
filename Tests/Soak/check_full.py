"""Fills the disk, and takes away the right to write, while the program works.

The disk is a small volume in memory where that can be mounted, else files may not grow past a limit.
Afterwards the book is what it was, nothing half is left beside it, and the program has said what is
full and how much it needs. A book on a disk or in a folder that may only be read can be read.
"""

import hashlib
import os
import pathlib
import re
import resource
import shutil
import subprocess

import loads
import soak

TITLE = "Disk full, file and folder read-only, no rights, no locks"
NEEDS = ["gcc"]
NOBODY = 65534


class Volume:
    """A folder with so many bytes of room, on a disk of its own where that can be had."""

    def __init__(self, folder, options="", source=None):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        words = (["mount", "--bind", source, self.folder] if source
                 else ["mount", "-t", "tmpfs", "-o", options, "none", self.folder])
        self.is_mounted = os.geteuid() == 0 and subprocess.run(
            words, capture_output=True).returncode == 0

    def end(self):
        if self.is_mounted:
            subprocess.run(["umount", "-l", self.folder], check=True)


def digests(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def run_in(landbook, words, folder, limit=None, user=None, **more):
    def prepare():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        if user is not None:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
    # To a pipe, since a limit on files would be one on what the program says too.
    return subprocess.run(
        [landbook, *map(str, words)], cwd=folder, env=loads.environment(**more),
        capture_output=True, text=True, preexec_fn=prepare)


def works(books):
    """What writes to a disk: to the book, and to files beside it."""
    place = books.folder
    found = [
        ("import", ["import", "hazards", place / "hazards-2.geojson"]),
        ("import", ["import", "releases", place / "releases-2.csv", "--no-post"]),
        ("import", ["import", "devices", place / "devices-bad.csv", "--rejects", "rejects.csv"]),
        ("post", ["post", "--anew"]),
        ("undo", ["undo", "4"]),
        ("report", ["report", "summary", "--period", "2023", "-o", "summary.html"]),
        ("report", ["report", "balance", "-o", "balance.csv"]),
        ("report", ["report", "summary", "--period", "2023", "-o", "summary.xlsx"]),
        ("export", ["export", "movement", "movement.csv"]),
        ("export", ["export", "hazard", "hazard.geojson"]),
        ("export", ["export", "hazard", "hazard.gpkg"]),
        ("month-end", ["month-end", "2023-06", "--out", "month"]),
        ("template", ["template", "turning-points", "form.xlsx"]),
        ("init", ["init", "other.gpkg"]),
    ]
    for name in ("backup", "compact"):
        if f"\n  {name} " in books.commands:
            found.append((name, [name]))
    return found


def fill(landbook, books, work, room, name, words):
    """Gives the work so much room beside the book, and looks at what is left where it needs more."""
    folder = work / "small"
    size = (books.folder / "posted.gpkg").stat().st_size
    volume = Volume(folder, f"size={(size >> 10) + 8 + (room >> 10)}k")
    limit = None if volume.is_mounted else room
    try:
        shutil.copy(books.folder / "posted.gpkg", folder / "book.gpkg")
        before = digests(folder)
        done = run_in(landbook, words, folder, limit, TMPDIR=str(folder))
        left = digests(folder)
        told = f"{' '.join(map(str, words))} with room for {room >> 10} KiB"
        if done.returncode in (0, 2):
            return None
        assert done.returncode == 74, f"{told} ended with {done.returncode}: {done.stderr}"
        last = done.stderr.strip().splitlines()[-1]
        assert str(folder) in last, f"{told} does not say where: {last}"
        assert re.search(r"\d+ (KiB|MiB)", last), f"{told} does not say how much: {last}"
        stored = re.search(r"Stored as batch (\d+)", done.stderr)
        if stored:
            # The records came in and what followed did not.
            loads.judge_batches(folder / "book.gpkg", [int(stored[1])])
            left["book.gpkg"] = before["book.gpkg"]
            left.pop("rejects.csv", None)
        journal = left.pop("book.gpkg-journal", None)
        if journal or left != before:
            assert not journal, f"{told} leaves a journal"
            assert left == before, f"{told} leaves {left.keys() ^ before.keys() or 'another book'}"
        loads.content(folder / "book.gpkg")
        assert loads.said(landbook, ["log"], folder)
        return last
    finally:
        volume.end()
        shutil.rmtree(folder, ignore_errors=True)


READING = [
    ["report", "balance", "--format", "csv"], ["report", "summary", "--period", "2023"], ["check"],
    ["check", "--ledger"], ["log"], ["doctor"], ["profile"],
    ["changes", "--from-known", "2024-01-01"], ["close", "--list"],
    ["export", "release", "{out}/release.csv"], ["export", "remaining", "{out}/remaining.geojson"],
    ["month-end", "2023-06", "--out", "{out}/month"],
    ["report", "balance", "-o", "{out}/balance.html"],
]
WRITING = [
    ["post"], ["undo", "4"], ["close", "2022"], ["check", "--anew"], ["init", "new.gpkg"],
    ["import", "claims", loads.SAMPLE / "claims" / "s2.json"],
    ["report", "balance", "-o", "balance.csv"], ["export", "movement", "movement.csv"],
    ["month-end", "2023-06", "--out", "month"], ["template", "turning-points", "form.csv"],
]


def read_only(landbook, books, work, how):
    """All that reads works, all that writes says in plain words that it can't."""
    place = work / "closed"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    shutil.copy(books.folder / "posted.gpkg", place / "book.gpkg")
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    out.chmod(0o777)
    user, volume, folder = None, None, place
    if how == "read-only mount":
        volume = Volume(work / "mounted", source=place)
        if not volume.is_mounted:
            return 0
        folder = work / "mounted"
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
    else:
        user = NOBODY if os.geteuid() == 0 else None
        (place / "book.gpkg").chmod(0o444)
        if how == "read-only folder":
            place.chmod(0o555)
        else:
            place.chmod(0o777)
    tried = 0
    try:
        before = digests(place)
        for words in READING:
            words = [str(word).replace("{out}", str(out)) for word in words]
            done = run_in(landbook, words, folder, user=user, TMPDIR=str(out))
            assert done.returncode in (0, 2), (
                f"{how}: {' '.join(words)} ended with {done.returncode}: {done.stderr}")
            tried += 1
        for words in WRITING:
            is_beside = how == "read-only file" and (
                words[0] in ("init", "report", "export", "month-end", "template"))
            if is_beside:
                continue
            done = run_in(landbook, words, folder, user=user, TMPDIR=str(out))
            assert done.returncode in (73, 74) and "landbook: " in done.stderr, (
                f"{how}: {' '.join(map(str, words))} ended with {done.returncode}: {done.stderr}")
            tried += 1
        assert digests(place) == before, f"{how}: something was written"
    finally:
        if volume:
            volume.end()
        place.chmod(0o755)
    return tried


def unreadable(landbook, books, work):
    """A book that may not be read is no crash."""
    if os.geteuid() != 0:
        return 0
    place = work / "hidden"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    shutil.copy(books.folder / "posted.gpkg", place / "book.gpkg")
    (place / "book.gpkg").chmod(0o000)
    for words in (["log"], ["post"], ["report", "balance"], ["doctor"]):
        done = run_in(landbook, words, place, user=NOBODY, TMPDIR="/tmp")
        assert done.returncode in (2, 74), f"{words} ended with {done.returncode}: {done.stderr}"
        assert "read" in done.stderr + done.stdout, done.stderr
    (place / "book.gpkg").chmod(0o644)
    place.chmod(0o000)
    done = run_in(landbook, ["log", "--book", str(place / "book.gpkg")], "/tmp", user=NOBODY)
    assert done.returncode in (66, 74), f"ended with {done.returncode}: {done.stderr}"
    place.chmod(0o755)
    return 5


def no_locks(landbook, books, work, library):
    """A drive that gives no locks: nothing is written, and people are told why."""
    place = work / "drive"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    shutil.copy(books.folder / "posted.gpkg", place / "book.gpkg")
    before = digests(place)
    refused = dict(LD_PRELOAD=library, FAULT_FOLDER=str(place), FAULT_LOCKS="1")
    for words in (["post"], ["log"], ["import", "claims", loads.SAMPLE / "claims" / "s2.json"]):
        done = run_in(landbook, words, place, **refused)
        assert done.returncode == 74 and "gives no locks" in done.stderr, (
            f"{words} ended with {done.returncode}: {done.stderr}")
    assert digests(place) == before, "something was written"
    return 3


def full_output(landbook, books, work):
    """Standard output on a full disk."""
    shutil.copy(books.folder / "posted.gpkg", work / "book.gpkg")
    for words in (["report", "balance"], ["log"], ["check"]):
        with open("/dev/full", "w") as full:
            done = subprocess.run(
                [landbook, *words], cwd=work, env=loads.environment(), stdout=full,
                stderr=subprocess.PIPE, text=True)
        assert done.returncode == 74, f"{words} ended with {done.returncode}: {done.stderr}"
    with open("/dev/full", "w") as full:
        # Where nobody can hear it the work is done all the same.
        done = subprocess.run(
            [landbook, "import", "claims", loads.SAMPLE / "claims" / "s2.json"], cwd=work,
            env=loads.environment(), stdout=full, stderr=full)
    assert done.returncode in (0, 2), f"import without a word ended with {done.returncode}"
    return 5


def run(landbook, work):
    library = loads.preload(work)
    books = loads.Books(landbook, work)
    rows, words = [], []
    tried, full = 0, 0
    for name, task in works(books):
        rooms = sorted({0, *(soak.scaled(4) and (8 << 10 << 3 * n) for n in range(soak.scaled(4)))})
        for room in rooms:
            last = fill(landbook, books, work, room, name, task)
            tried += 1
            full += last is not None
    rows.append(soak.Row("disk full while writing", full, full, 0))
    refused = sum(read_only(landbook, books, work, how) for how in (
        "read-only file", "read-only folder", "read-only mount"))
    refused += unreadable(landbook, books, work)
    rows.append(soak.Row("file, folder or disk read-only or hidden", refused, refused, 0))
    locks = no_locks(landbook, books, work, library)
    rows.append(soak.Row("drive without locks", locks, locks, 0))
    spoken = full_output(landbook, books, work)
    rows.append(soak.Row("standard output on a full disk", spoken, spoken, 0))
    return f"{full} of {tried} pieces of work met a full disk and left the book as it was", rows
