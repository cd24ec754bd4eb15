"""Posts on a real Spark cluster on loopback and kills, alters and swaps what it can meanwhile.

A master and two workers run from the wheel of PySpark 4.0, which SPARK_PYTHON names the Python of
(default: this one, then /tmp/venv-spark). Whatever happens, the book that comes out is the one that
a single machine posts, byte for byte, or nothing is booked.
"""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import unittest

TITLE = "Spark gives the single machine's book"
NEEDS = ["java"]
CLOCK = "1735689600"  # the same moment in every log


def spark_python():
    """A Python that has PySpark, and where its wheel is."""
    for python in [os.environ.get("SPARK_PYTHON"), sys.executable, "/tmp/venv-spark/bin/python3"]:
        if not python or not shutil.which(python):
            continue
        asked = subprocess.run(
            [python, "-c", "import pyspark; print(pyspark.__path__[0])"], capture_output=True,
            text=True)
        if asked.returncode == 0:
            return python, pathlib.Path(asked.stdout.strip())
    raise unittest.SkipTest(
        "pyspark is missing: python3 -m venv /tmp/venv-spark && "
        "/tmp/venv-spark/bin/pip install pyspark==4.0.1")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Cluster:
    """A master and workers of one core each on the loopback address."""

    def __init__(self, home, work, workers=2):
        self.home, self.work, self.processes = home, work, []
        self.port = free_port()
        self.start("Master", "--port", str(self.port), "--webui-port", "0")
        self.await_master()
        for number in range(1, workers + 1):
            self.start(
                "Worker", "--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir",
                str(work / f"worker{number}"), self.url, LANDBOOK_TRIAL_WORKER=str(number))
        time.sleep(3)

    @property
    def url(self):
        return f"spark://127.0.0.1:{self.port}"

    def start(self, what, *words, **environment):
        log = (self.work / f"{what}{len(self.processes)}.log").open("w")
        self.processes.append(subprocess.Popen(
            [self.home / "bin" / "spark-class", f"org.apache.spark.deploy.{what.lower()}.{what}",
             "--host", "127.0.0.1", *words],
            env=dict(os.environ, SPARK_LOCAL_IP="127.0.0.1", SPARK_DAEMON_MEMORY="256m",
                     **environment),
            stdout=log, stderr=log, start_new_session=True))

    def await_master(self):
        for _ in range(300):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.2)
        raise AssertionError("the master of Spark does not come up")

    def executors(self):
        """The process ids of this cluster's executors."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            with contextlib.suppress(OSError):
                words = (entry / "cmdline").read_bytes()
                if b"CoarseGrainedExecutorBackend" in words and str(self.work).encode() in words:
                    found.append(int(entry.name))
                elif (b"CoarseGrainedExecutorBackend" in words
                      and str(self.work) in os.readlink(entry / "cwd")):
                    found.append(int(entry.name))
        return found

    def stop(self):
        for process in reversed(self.processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        for process in self.processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
        for pid in self.executors():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


class Trial:
    def __init__(self, landbook, work, python, cluster):
        self.landbook, self.work, self.python, self.cluster = landbook, work, python, cluster
        self.environment = dict(
            os.environ, SOURCE_DATE_EPOCH=CLOCK, LANDBOOK_ACTOR="", SPARK_LOCAL_IP="127.0.0.1")
        self.start = work / "start.gpkg"
        shutil.copy(work / "book.gpkg", self.start)
        self.whole = self.copy("whole")
        self.said("post", "--anew", "--book", self.whole)

    def copy(self, name):
        book = self.work / f"{name}.gpkg"
        shutil.copy(self.start, book)
        return book

    def run(self, *words):
        return subprocess.run(
            [self.landbook, *map(str, words)], env=self.environment, capture_output=True, text=True)

    def said(self, *words):
        done = self.run(*words)
        assert done.returncode == 0, f"{words}: {done.stderr[-2000:]}"
        return done.stderr

    def spark(self, job, *more):
        size = [] if job.exists() else ["--partitions", 12]
        return ["cluster", "run", job, "--book", self.start, "--python", self.python, "--master",
                self.cluster.url, "--quiet", *size, *more]

    def books_equal(self, job):
        book = self.copy(job.name)
        self.said("cluster", "import", job, "--book", book)
        assert book.read_bytes() == self.whole.read_bytes(), f"{job.name}: the books differ"

    def equal(self):
        job = self.work / "plain"
        self.said(*self.spark(job))
        self.books_equal(job)

    def equal_after_a_kill(self):
        job = self.work / "killed"
        # The kernel dawdles, so that there is a middle to kill in.
        slow = self.wrapper("slow", 'sleep 1; exec "$LANDBOOK_REAL" "$@"')
        process = subprocess.Popen(
            [self.landbook, *map(str, self.spark(job, "--kernel", slow))], env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        # Once some are done and the rest is not.
        mark = self.work / "slow.count"
        for _ in range(1200):
            if mark.exists() and len(mark.read_text()) >= 4:
                break
            assert process.poll() is None, process.communicate()[1][-2000:]
            time.sleep(0.1)
        victims = self.cluster.executors()
        assert victims, "no executor is there to be killed"
        os.kill(victims[0], signal.SIGKILL)
        words = process.communicate()[1]
        assert process.returncode == 0, words[-2000:]
        log = (job / "driver.log").read_text()
        assert "Lost executor" in log, "the driver has not met the loss"
        self.books_equal(job)

    def wrapper(self, name, words):
        """A program in the place of the kernel, which counts how often it is started."""
        script = self.work / name
        script.write_text(
            f"#!/bin/sh\nLANDBOOK_REAL='{self.landbook}'\n"
            f"printf x >>'{self.work / name}.count'\n{words}\n")
        script.chmod(0o755)
        return script

    def other_version_on_one_worker(self):
        job = self.work / "mixed"
        mixed = self.wrapper("mixed.sh", """
            if [ "$LANDBOOK_TRIAL_WORKER" = 2 ]; then
              "$LANDBOOK_REAL" "$@" | python3 -c '
import hashlib, struct, sys
data = sys.stdin.buffer.read()
kind, length = struct.unpack("<BI", data[:5])
hello = data[5:5 + length].replace(b"\\"geos\\":\\"3", b"\\"geos\\":\\"2")
frame = struct.pack("<BI", kind, len(hello)) + hello
sys.stdout.buffer.write(frame + hashlib.sha256(frame).digest()[:8] + data[13 + length:])'
            else exec "$LANDBOOK_REAL" "$@"; fi""")
        done = self.run(*self.spark(job, "--kernel", mixed))
        log = (job / "driver.log").read_text()
        assert "a kernel is refused: it has geos 2" in log, "the other version was not met"
        if done.returncode == 0:
            self.books_equal(job)
            return "its partitions went to the other worker"
        return "the job failed"

    def other_version_everywhere(self):
        job = self.work / "other"
        other = self.wrapper("other.sh", 'exec "$LANDBOOK_REAL" "$@" </dev/null | sed s/0.1.0/0.2.0/')
        done = self.run(*self.spark(job, "--kernel", other))
        assert done.returncode == 1, "a job of refused kernels was done"
        assert not list((job / "results").glob("*.result")), "a refused kernel left a result"

    def drawn(self):
        """Draws of vertex error come to the same on Spark and, in other partitions, here."""
        asked = ["--draws", 5, "--vertex-error", 3]
        there, here = self.work / "drawn", self.work / "drawn-here"
        self.said(*self.spark(there, *asked))
        self.said("cluster", "run", here, "--book", self.start, "--partitions", 3, *asked)
        tables = []
        for job in (there, here):
            table = job.with_suffix(".csv")
            self.said("cluster", "export", job, table, "--book", self.start)
            tables.append(table.read_bytes())
        assert tables[0] == tables[1], "the draws of Spark differ from those made here"
        assert tables[0].count(b"\n") > 10, "there are no figures of draws"

    def altered_results(self):
        job = self.work / "plain"
        results = sorted((job / "results").glob("*.result"))
        kept = results[3].read_bytes()
        for name, content in [
                ("lost", None), ("cut short", kept[:-1]), ("empty", b""),
                ("altered", kept[:len(kept) // 2] + bytes([kept[len(kept) // 2] ^ 1])
                 + kept[len(kept) // 2 + 1:]),
                ("that of another partition", results[2].read_bytes()), ("there twice", kept * 2)]:
            results[3].unlink(missing_ok=True)
            if content is not None:
                results[3].write_bytes(content)
            book = self.copy("refused")
            done = self.run("cluster", "import", job, "--book", book)
            assert done.returncode == 65, f"a result that is {name} was taken: {done.stderr}"
            assert book.read_bytes() == self.start.read_bytes(), f"{name}: the book has changed"
        self.said(*self.spark(job))
        assert results[3].read_bytes() == kept, "gone on with, the result is another"
        manifest = json.loads((job / "manifest.json").read_text())
        manifest["log_head"] = "0" * 64
        (job / "manifest.json").write_text(json.dumps(manifest))
        done = self.run("cluster", "import", job, "--book", self.copy("refused"))
        assert done.returncode == 65, "the results of another book were taken"


def run(landbook, work):
    python, home = spark_python()
    folder = work / "spark"
    folder.mkdir()
    cluster = Cluster(home, folder)
    try:
        trial = Trial(landbook, work, python, cluster)
        trial.equal()
        trial.equal_after_a_kill()
        mixed = trial.other_version_on_one_worker()
        trial.other_version_everywhere()
        trial.drawn()
        trial.altered_results()
    finally:
        cluster.stop()
    return ("two workers of Spark gave the book of one machine to the byte, also when an executor "
            f"was killed; of a worker with another version, {mixed}; 5 draws of vertex error "
            "are those made here; 7 altered jobs refused")
