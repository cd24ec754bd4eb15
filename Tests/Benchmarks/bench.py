"""Times the program against its peers and against itself, in ratios.

usage: bench.py PROGRAM [--sizes 20000 200000] [--full] [--runs 3] [--limit 900] [--seed 1]
                [--readme README.md] [--folder .build/bench]

Data sets are made in the folder, every party's account is held against the others', and only then
anything is timed. Prints a line a ratio, writes results.json and the README's table. Exit 1 when
the accounts disagree or a command fails.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys

import agreement
import imports
import measure
import ordinary
import peers
import worst
from book import Program
from results import Results, rewrite

HERE = os.path.dirname(os.path.abspath(__file__))
MORE = 100
"""Records in reserve, for an import into a posted book."""


class Bench:
    """A run: its settings, data sets, books, peers and results."""

    def __init__(self, said):
        self.said = said
        self.runs = said.runs
        self.folder = said.folder
        os.makedirs(self.folder, exist_ok=True)
        self.program = Program(said.program, f"{said.folder}/books", said.limit)
        version = measure.run([said.program, "--version"]).said.strip()
        settings = ("sizes", "runs", "seed", "full", "limit")
        self.results = Results(
            {"version": version} | {name: getattr(said, name) for name in settings}
        )
        self.python = peers.environment(self.folder, self.results.note)
        self.peers = peers.all_peers() if self.python else []
        self.ogr2ogr = shutil.which("ogr2ogr")
        if not self.ogr2ogr:
            self.results.note("ogr2ogr skipped: not here (apt-get install gdal-bin).")

    def say(self, text):
        print(f"... {text}", file=sys.stderr, flush=True)

    def data(self, kind, size):
        """The folder of a data set, made unless it is there, and its counts."""
        with open(f"{HERE}/make_data.py", "rb") as file:
            version = hashlib.sha256(file.read()).hexdigest()[:8]
        folder = f"{self.folder}/data/{kind}-{size}-{self.said.seed}-{version}"
        counts = f"{folder}/counts.json"
        if not os.path.exists(counts):
            self.say(f"making {kind}, {size:,}")
            words = [kind, str(size), folder, "--seed", str(self.said.seed)]
            more = ["--more", str(MORE)] if kind == "belt" else []
            measure.run([sys.executable, f"{HERE}/make_data.py", *words, *more])
        with open(counts) as file:
            return folder, json.load(file)


def settings():
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("program")
    words.add_argument("--sizes", type=int, nargs="+", default=[20_000, 200_000])
    words.add_argument(
        "--full", action="store_true", help="1,000,000 and the worst cases too"
    )
    words.add_argument("--runs", type=int, default=3)
    words.add_argument(
        "--limit", type=float, default=900, help="seconds a posting may take"
    )
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--readme", help="the file whose table is rewritten")
    words.add_argument("--folder", default=".build/bench")
    said = words.parse_args()
    if said.full:
        said.sizes = sorted({*said.sizes, 1_000_000})
    return said


def main():
    said = settings()
    bench = Bench(said)
    try:
        books = {}
        for size in said.sizes:
            data, _ = bench.data("belt", size)
            books[size], _ = bench.program.imported(data, f"belt-{size}")
            if size <= ordinary.PEERS_UP_TO:
                agreement.hold(bench, data, size, books[size])
        ordinary.measure_sizes(bench, books)
        imports.measure_formats(bench, max(said.sizes))
        worst.measure_cases(bench, books)
    except (measure.Failed, measure.TooLong) as problem:
        bench.results.note(f"Stopped: {problem}")
        return 1
    finally:
        bench.results.save(f"{bench.folder}/results.json")
        shutil.rmtree(bench.program.folder, ignore_errors=True)
    if said.readme:
        rewrite(said.readme, "bench", bench.results.markdown())
    return 0


if __name__ == "__main__":
    sys.exit(main())
