"""Imports by format: the program's cost to that of ogr2ogr copying the same file, and its memory."""

import os

import measure
from book import remove
from results import line

FORMATS = (
    ("GeoPackage", "gpkg", None),
    ("GeoJSON", "geojson", "GeoJSON"),
    ("a GeoJSON sequence", "geojsonl", "GeoJSONSeq"),
)
"""What a format is called, its ending, and the driver that makes it of the GeoPackage."""

MEMORY_ALLOWED = 512e6


def measure_formats(bench, size):
    """Imports the hazards of a data set from every format and adds the lines."""
    if not bench.ogr2ogr:
        return
    data, _ = bench.data("belt", size)
    section = f"Import of the {size // 2:,} hazards of {size:,} records"
    largest = []
    for name, ending, driver in FORMATS:
        file = f"{data}/hazards.{ending}"
        if driver and not os.path.exists(file):
            convert = ["-f", driver, file, f"{data}/hazards.gpkg"]
            measure.run([bench.ogr2ogr, *convert])
        ours, theirs = [], []
        for number in range(bench.runs):
            bench.say(f"{size:,} from {name}, round {number + 1} of {bench.runs}")
            ours.append(imported(bench, file))
            theirs.append(copied(bench, file))
        bench.results.add(
            line(
                section,
                f"import from {name}",
                f"ogr2ogr copying {name} to GeoPackage",
                ours,
                theirs,
            )
        )
        largest.append(max(ours, key=lambda cost: cost.peak))
    worst = [max(largest, key=lambda cost: cost.peak)]
    allowed = [measure.Cost(peak=MEMORY_ALLOWED)]
    of = f"import of {size // 2:,} hazards, largest resident set"
    bench.results.add(line("Memory of imports", of, "512 MB", worst, allowed, "peak"))


def imported(bench, file):
    """What importing one file into a new book costs."""
    book = f"{bench.program.folder}/format.gpkg"
    remove(book)
    bench.program.command(book, "init", book, "--synthetic", "--name", "Benchmark")
    cost = bench.program.command(book, "import", "hazards", file, "--no-post")
    remove(book)
    return cost


def copied(bench, file):
    """What ogr2ogr takes to copy it into a GeoPackage with its spatial index."""
    target = f"{bench.program.folder}/format-copy.gpkg"
    remove(target)
    cost = measure.run([bench.ogr2ogr, "-f", "GPKG", target, file])
    remove(target)
    return cost
