"""Hands the partitions of a Landbook job to its kernels on Apache Spark and collects their answers.

    python3 driver.py FOLDER --kernel /usr/local/bin/landbook [--master spark://HOST:7077]
    spark-submit driver.py FOLDER --kernel /usr/local/bin/landbook

FOLDER has to be seen by all workers under one path, or be given as a URL with --partitions; the
kernel has to be installed on each of them. Nothing here knows of ground: a partition goes to a
kernel as it is, and what the kernel answers is kept as it is, once it adds up.
"""

import argparse
import hashlib
import json
import os
import pathlib
import struct
import subprocess
import sys
import threading

HELLO, MOVEMENTS, SUMMARY = 1, 6, 7


class Refused(Exception):
    pass


def read_frame(stream):
    """The kind, the payload and all bytes of the next frame; nothing at the end."""
    head = stream.read(5)
    if not head:
        return None
    kind, length = struct.unpack("<BI", head) if len(head) == 5 else (0, 0)
    rest = stream.read(length + 8)
    frame = head + rest
    if len(rest) < length + 8 or hashlib.sha256(frame[:-8]).digest()[:8] != frame[-8:]:
        raise Refused("a kernel's answer is cut short or altered")
    return kind, rest[:length], frame


def check_hello(frame, expected):
    if frame is None or frame[0] != HELLO:
        raise Refused("a kernel didn't say who it is")
    hello = json.loads(frame[1])
    names = [name for name in sorted({*hello, *expected}) if hello.get(name) != expected.get(name)]
    if names:
        words = ["%s %s, not %s" % (n, hello.get(n), expected.get(n)) for n in names]
        raise Refused("a kernel is refused: it has " + "; ".join(words))


def check_summary(payload, part, movements):
    number, _, sent, came, out, _, area, lost, _ = struct.unpack("<II32sIIIQQI", payload[:72])
    if sent.hex() != part["sha256"] or payload[72:] != movements.digest():
        raise Refused("a kernel's answer is not that to partition %d" % number)
    same = (part["events"], part["events"], part["area_cm2"])
    if (came, out, (area + lost) % 2**64) != same:
        raise Refused("partition %d doesn't add up" % number)


def answer(name, data, part, kernel, districts, expected):
    """What a kernel of this worker makes of one partition: all frames, checked."""
    environment = dict(os.environ, LANDBOOK_THREADS=os.environ.get("LANDBOOK_THREADS", "1"))
    with subprocess.Popen(
        [kernel, "cluster", "kernel", "--districts", districts], env=environment, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:
        words = []
        listening = threading.Thread(target=lambda: words.append(process.stderr.read()))
        listening.start()

        def feed():
            try:
                process.stdin.write(data)
                process.stdin.close()
            except BrokenPipeError:
                pass

        try:
            kept, movements, summary = [], hashlib.sha256(), None
            threading.Thread(target=feed, daemon=True).start()
            frame = read_frame(process.stdout)
            if frame is not None:
                check_hello(frame, expected)
            while frame is not None:
                kept.append(frame[2])
                if frame[0] == MOVEMENTS:
                    movements.update(frame[1])
                summary = frame[1] if frame[0] == SUMMARY else None
                frame = read_frame(process.stdout)
        except BaseException:
            process.kill()
            raise
        code = process.wait()
        listening.join()
    if code != 0 or summary is None:
        said = b"".join(words).decode("utf-8", "replace").strip()
        raise Refused("a kernel ended with code %d at %s: %s" % (code, name, said))
    check_summary(summary, part, movements)
    return name, b"".join(kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--kernel", required=True, help="landbook, as each worker finds it")
    parser.add_argument("--master", help="of Spark; spark-submit gives its own")
    parser.add_argument("--partitions", help="where workers read them (default: in the folder)")
    options = parser.parse_args()

    from pyspark import SparkConf, SparkContext, SparkFiles, StorageLevel

    folder = options.folder.resolve()
    manifest = json.loads((folder / "manifest.json").read_text())
    results = folder / "results"
    parts = {
        part["file"]: part for part in manifest["partitions"]
        if not (results / (part["file"] + ".result")).exists()
    }
    if not parts:
        return
    conf = SparkConf().setAppName("landbook " + folder.name)
    # One file is one task: that is what is tried again.
    conf.set("spark.files.maxPartitionBytes", "1").set("spark.files.openCostInBytes", "1")
    conf.set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false")
    if options.master:
        conf.setMaster(options.master)
    if not (options.master or "").startswith("local"):
        # A worker whose kernel is refused is not asked for the same partition again.
        conf.set("spark.excludeOnFailure.enabled", "true")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkContext(conf=conf)
    try:
        spark.addFile(str(folder / "districts.frames"))
        kernel, expected = options.kernel, manifest["kernel"]

        def work(files):
            for path, data in files:
                name = path.rsplit("/", 1)[-1]
                if name in parts:
                    districts = SparkFiles.get("districts.frames")
                    yield answer(name, data, parts[name], kernel, districts, expected)

        source = options.partitions or (folder / "partitions").as_uri()
        answers = spark.binaryFiles(source, max(len(manifest["partitions"]), 1))
        answers = answers.mapPartitions(work).persist(StorageLevel.DISK_ONLY)
        if answers.count() != len(parts):
            raise Refused("%d partitions were answered, not %d" % (answers.count(), len(parts)))
        for name, data in answers.toLocalIterator():
            part = results / (name + ".result.part")
            part.write_bytes(data)
            os.replace(part, results / (name + ".result"))
            parts.pop(name)
        if parts:
            raise Refused("no answer to " + ", ".join(sorted(parts)))
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
