"""Measures what a book costs by its size: time, memory and disk, step by step.

usage: size.py PROGRAM [--sizes 1000000 3000000 10000000] [--kernels 1 2] [--cluster-size 1000000]
               [--seed 1] [--folder .build/size] [--readme README.md]

Each size is made, imported, posted, reported, verified and exported once; a data set and its book
are removed before the next. At the cluster's size the ledger is worked out by kernels too, and its
movements are held against the single machine's, byte for byte. Prints a line a step and rewrites
the README's table. Exit 1 when a command fails or two ledgers differ.
"""

import argparse
import hashlib
import os
import shutil
import sys

import make_data
import measure
from book import Program, remove, steps
from results import rewrite

MARK = "size"
MEGABYTE = 1e6
STEPS = {
    "import hazards": ("import", "hazards", "{data}/hazards.gpkg", "--no-post"),
    "import releases": ("import", "releases", "{data}/releases.gpkg", "--no-post"),
    "post": ("post",),
    "report balance --by district": ("report", "balance", "--by", "district"),
    "report progress --by year": ("report", "progress", "--by", "year"),
    "verify": ("verify",),
    "export movement": ("export", "movement", "{folder}/movement.csv"),
}


class Size:
    """The measurement of one number of records."""

    def __init__(self, program, folder, records, seed):
        self.program, self.folder, self.records = program, folder, records
        self.data = f"{folder}/data-{records}"
        self.book = f"{program.folder}/size-{records}.gpkg"
        self.costs = {}
        self.disk = {}
        if not os.path.exists(f"{self.data}/releases.gpkg"):
            say(f"making {records:,} records")
            make_data.write("countries", records, self.data, seed)
        self.disk["files"] = sum(
            os.path.getsize(f"{self.data}/{name}") for name in os.listdir(self.data)
        )

    def run(self):
        remove(self.book)
        self.command("init", self.book, "--synthetic", "--name", "Size")
        self.command("import", "districts", f"{self.data}/districts.gpkg", "--no-post")
        for name, words in STEPS.items():
            filled = [word.format(data=self.data, folder=self.folder) for word in words]
            self.costs[name] = self.command(*filled)
            tell(self.records, name, self.costs[name])
        self.disk["book"] = os.path.getsize(self.book)
        self.movements = digest(f"{self.folder}/movement.csv")
        print(f"{self.records:>12,}  book  {self.disk['book'] / MEGABYTE:,.0f} MB", flush=True)

    def command(self, *words):
        # A copy before a large import is a cost of its own, and not the one asked for here.
        return self.program.command(
            self.book, *words, LANDBOOK_BACKUP="no", LANDBOOK_TIMES="1"
        )

    def clean(self):
        remove(self.book)
        shutil.rmtree(self.data, ignore_errors=True)


def digest(path):
    """SHA-256 of a file, which is removed."""
    with open(path, "rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    os.remove(path)
    return found


def say(text):
    print(f"... {text}", file=sys.stderr, flush=True)


def tell(records, name, cost):
    print(
        f"{records:>12,}  {name:<30} {cost.processor:10.1f} s of processor {cost.wall:10.1f} s"
        f" {cost.peak / MEGABYTE:10,.0f} MB",
        flush=True,
    )
    for step, seconds in steps(cost.noted).items():
        print(f"{'':14}{step:<30} {seconds:10.1f} s of processor", flush=True)


def main():
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("program")
    words.add_argument("--sizes", type=int, nargs="+", default=[1_000_000, 3_000_000, 10_000_000])
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--folder", default=".build/size")
    said = words.parse_args()
    os.makedirs(said.folder, exist_ok=True)
    program = Program(said.program, f"{said.folder}/books", None)
    for records in said.sizes:
        size = Size(program, said.folder, records, said.seed)
        size.run()


if __name__ == "__main__":
    main()
