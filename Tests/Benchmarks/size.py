"""Measures what a book costs by its size: time, memory and disk, step by step.

usage: size.py PROGRAM [--sizes 1000000 3000000 10000000] [--workers 1 2] [--seed 1]
               [--folder .build/size] [--keep] [--readme README.md]

Each size is made, imported, posted, reported, verified and exported once. Then its partitions are
written, worked out by so many kernels at once, and booked, and the movements are held against the
single machine's, byte for byte. A data set and its book are removed before the next, unless they
are kept. Prints a line a step, and puts the table into the README where asked. Exit 1 when a
command fails or two ledgers differ.
"""

import argparse
import hashlib
import os
import re
import shutil
import sys

import make_data
import measure
from book import Program, remove
from results import rewrite

MARK = "size"
STEPS = {
    "import hazards": ("import", "hazards", "{data}/hazards.gpkg", "--no-post"),
    "import releases": ("import", "releases", "{data}/releases.gpkg", "--no-post"),
    "post": ("post",),
    "report balance --by district": ("report", "balance", "--by", "district"),
    "report progress --by year": ("report", "progress", "--by", "year"),
    "verify": ("verify",),
    "export movement": ("export", "movement", "{folder}/movement.csv"),
}
KERNELS = re.compile(r"^kernels\s([\d.]+) s of processor\s([\d.]+) MB", re.MULTILINE)


class Size:
    """The measurement of one number of records."""

    def __init__(self, program, folder, records, seed):
        self.program, self.folder, self.records = program, folder, records
        self.data = f"{folder}/data-{records}"
        self.book = f"{program.folder}/size-{records}.gpkg"
        self.costs = {}
        self.disk = {}
        if not os.path.exists(f"{self.data}/releases.gpkg"):
            print(f"... making {records:,} records", file=sys.stderr, flush=True)
            make_data.write("countries", records, self.data, seed)
        self.disk["files of the survey"] = used(self.data)

    def run(self, workers):
        remove(self.book)
        self.command("init", self.book, "--synthetic", "--name", "Size")
        self.command("import", "districts", f"{self.data}/districts.gpkg", "--no-post")
        for name, words in STEPS.items():
            filled = [word.format(data=self.data, folder=self.folder) for word in words]
            self.tell(name, self.command(*filled))
        self.disk["book"] = os.path.getsize(self.book)
        alone = digest(f"{self.folder}/movement.csv")
        if workers:
            self.share(workers, alone)

    def share(self, workers, alone):
        """The same ledger by kernels; the first job is booked, the others are held against it."""
        first = f"{self.folder}/job"
        shutil.rmtree(first, ignore_errors=True)
        self.tell("cluster write", self.command("cluster", "write", first))
        self.disk["partitions"] = used(f"{first}/partitions")
        for count in workers:
            for entry in os.scandir(f"{first}/results"):
                os.remove(entry.path)
            cost = self.command("cluster", "run", first, "--processes", str(count))
            processor, peak = KERNELS.search(cost.noted).groups()
            cost.processor, cost.peak = float(processor), int(float(peak) * 1e6)
            self.tell(f"kernels, {count} at once", cost)
        self.disk["results"] = used(f"{first}/results")
        self.tell("cluster import", self.command("cluster", "import", first))
        self.command("export", "movement", f"{self.folder}/movement.csv")
        if digest(f"{self.folder}/movement.csv") != alone:
            raise measure.Failed(f"{self.records:,} records: the kernels' ledger differs")
        shutil.rmtree(first)

    def command(self, *words):
        # A copy before a large import is a cost of its own, and not the one asked for here.
        return self.program.command(
            self.book, *words, LANDBOOK_BACKUP="no", LANDBOOK_TIMES="1"
        )

    def tell(self, name, cost):
        self.costs[name] = cost
        print(
            f"{self.records:>12,}  {name:<30} {cost.processor:10.1f} s of processor"
            f" {cost.wall:10.1f} s of wall {cost.peak / 1e6:10,.0f} MB",
            flush=True,
        )

    def clean(self):
        remove(self.book)
        shutil.rmtree(self.data, ignore_errors=True)


def used(folder):
    """Bytes of the files in a folder."""
    return sum(entry.stat().st_size for entry in os.scandir(folder) if entry.is_file())


def digest(path):
    """SHA-256 of a file, which is removed."""
    with open(path, "rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    os.remove(path)
    return found


def table(sizes):
    """The README's table: a column a size."""
    heads = [f"{size.records:,}" for size in sizes]
    rows = [
        "| step | " + " | ".join(heads) + " |",
        "| --- |" + " ---: |" * len(heads),
    ]
    for name in sizes[0].costs:
        cells = [cell(size.costs.get(name)) for size in sizes]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    for name in sizes[0].disk:
        cells = [gigabytes(size.disk.get(name, 0)) for size in sizes]
        rows.append(f"| disk: {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def cell(cost):
    if cost is None:
        return ""
    return (
        f"{cost.processor:,.0f} s, {cost.wall:,.0f} s wall, {gigabytes(cost.peak)}"
    )


def gigabytes(count):
    return f"{count / 1e9:,.2f} GB"


def main():
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("program")
    words.add_argument("--sizes", type=int, nargs="+", default=[1_000_000, 3_000_000, 10_000_000])
    words.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--folder", default=".build/size")
    words.add_argument("--keep", action="store_true")
    words.add_argument("--readme")
    said = words.parse_args()
    os.makedirs(said.folder, exist_ok=True)
    program = Program(said.program, f"{said.folder}/books", None)
    sizes = []
    try:
        for records in said.sizes:
            size = Size(program, said.folder, records, said.seed)
            size.run(said.workers)
            sizes.append(size)
            if not said.keep:
                size.clean()
    except measure.Failed as failed:
        sys.exit(str(failed))
    print(table(sizes))
    if said.readme:
        rewrite(said.readme, MARK, table(sizes))


if __name__ == "__main__":
    main()
