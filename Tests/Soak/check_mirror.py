"""Kills a push over a mirror that is there, the program or its session, and pulls what is left.

The mirror must be, row by row, the book that was pushed before or the one that was being pushed,
and the next push must bring it to that one.
"""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import time
import unittest

import loads
import soak

TITLE = "A push killed over an existing mirror"
NEEDS = []


class Server:
    """A PostgreSQL of its own in a folder, reached by a socket there."""

    def __init__(self, folder):
        programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        extensions = list(pathlib.Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
        if not programs or not extensions:
            raise unittest.SkipTest("PostgreSQL with PostGIS is not installed")
        self.programs, self.folder = programs[-1].parent, pathlib.Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.folder.chmod(0o777)
        # The server refuses to be run by root.
        self.user = [] if os.getuid() else [
            "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        data = self.folder / "data"
        subprocess.run([*self.user, self.programs / "initdb", "-D", data, "-U", "postgres", "-A",
                        "trust", "-E", "UTF8"], check=True, capture_output=True)
        self.process = subprocess.Popen(
            [*self.user, self.programs / "postgres", "-D", data, "-c", "listen_addresses=",
             "-c", "fsync=off", "-c", f"unix_socket_directories={self.folder}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            if self.query("SELECT 1").returncode == 0:
                break
            time.sleep(0.1)
        assert self.query("CREATE EXTENSION postgis").returncode == 0

    @property
    def address(self):
        return f"host={self.folder} dbname=postgres user=postgres"

    def query(self, sql):
        return subprocess.run(
            [self.programs / "psql", "-XAqt", "-d", self.address, "-c", sql], capture_output=True)

    def kill_sessions(self):
        """Ends what works in the database, as a server that is shut down does."""
        self.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                   "WHERE datname = 'postgres' AND pid <> pg_backend_pid()")

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def pulled(landbook, server, folder):
    """The content of the book that the mirror gives."""
    book = folder / "pulled.gpkg"
    book.unlink(missing_ok=True)
    done = loads.said(landbook, ["pull", "postgres", server.address, book], folder)
    assert "as its log says" in done.stderr, done.stderr
    return loads.content(book)


def run(landbook, work):
    if "\n  push " not in subprocess.run([landbook, "--help"], capture_output=True, text=True).stdout:
        raise unittest.SkipTest("landbook was built without PostgreSQL")
    place = work / "server"
    # A path of a socket has no more than 107 bytes.
    if len(str(place)) > 80:
        place = pathlib.Path(f"/tmp/mirror-{os.getpid()}")
    server = Server(place)
    try:
        return kill_all(landbook, work, server)
    finally:
        server.stop()
        shutil.rmtree(place, ignore_errors=True)


def kill_all(landbook, work, server):
    books = loads.Books(landbook, work)
    books.make("more", None, "behind", [["post"]])
    old, new = books.folder / "posted.gpkg", books.folder / "more.gpkg"
    dice = random.Random(soak.seed())

    def words(book, *more):
        return ["push", "postgres", server.address, "--book", book, *more]

    states = []
    for book in [old, new]:
        loads.said(landbook, words(book, "--anew"), work)
        states.append(pulled(landbook, server, work))
    assert states[0] != states[1]
    seen = [0, 0]
    for number in range(soak.scaled(40)):
        loads.said(landbook, words(old, "--anew"), work)
        # Put in the place of a mirror, or only what changed.
        push = words(new, "--anew") if number % 2 else words(new)
        if number < 2:
            start = time.monotonic()
            loads.said(landbook, push, work)
            seconds = [time.monotonic() - start] if number == 0 else seconds + [
                time.monotonic() - start]
            loads.said(landbook, words(old, "--anew"), work)
        child = subprocess.Popen([landbook, *push], cwd=work, env=loads.environment(),
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0, seconds[number % 2]))
        if dice.random() < 0.7:
            child.send_signal(signal.SIGKILL)
        else:
            server.kill_sessions()
        ended = child.wait()
        state = pulled(landbook, server, work)
        assert state in states, f"push {number} left neither of the books; SEED={soak.seed()}"
        assert ended or state == states[1], f"push {number} said that it was done, and is not"
        seen[states.index(state)] += 1
        loads.said(landbook, words(new), work)
        assert pulled(landbook, server, work) == states[1], f"after push {number} another differs"
    return (f"{sum(seen)} pushes killed: {seen[0]} left the mirror as it was, {seen[1]} were done",
            [soak.Row("kill -9 during push", sum(seen), sum(seen), 0)])
