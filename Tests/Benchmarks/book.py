"""Drives the program under test: books made, filled, posted and reported."""

import csv
import io
import os
import shutil

from measure import Cost, run


class Program:
    """The program at a path, the folder its books lie in, and the seconds a posting may take."""

    def __init__(self, path, folder, limit):
        self.path = path
        self.folder = folder
        self.limit = limit
        os.makedirs(folder, exist_ok=True)

    def command(self, book, *words, limit=None, **environment):
        # An import that has findings ends with 2.
        added = {"LANDBOOK": book} | environment
        return run([self.path, *words], added, limit, allowed=(0, 2))

    def imported(self, data, name, date="date"):
        """A book with a data set's records, not posted, and what importing the records cost."""
        book = f"{self.folder}/{name}.gpkg"
        remove(book)
        self.command(book, "init", book, "--synthetic", "--name", "Benchmark")
        self.command(book, "import", "districts", f"{data}/districts.gpkg", "--no-post")
        cost = Cost()
        for what in ("hazards", "releases"):
            words = [what, f"{data}/{what}.gpkg", "--no-post"]
            if date != "date":
                words += ["--map", f"date={date}"]
            cost += self.command(book, "import", *words)
        return book, cost

    def more(self, book, data):
        """Imports the records that a data set holds in reserve."""
        cost = Cost()
        for what in ("hazards", "releases"):
            path = f"{data}/more_{what}.gpkg"
            cost += self.command(book, "import", what, path, "--no-post")
        return cost

    def copy(self, book):
        """A copy to work on; copying is nobody's cost."""
        target = f"{self.folder}/work.gpkg"
        remove(target)
        shutil.copyfile(book, target)
        return target

    def post(self, book, **environment):
        return self.command(book, "post", limit=self.limit, **environment)

    def report(self, book):
        return self.command(book, "report", "balance", "--by", "district")

    def table(self, book, statement):
        """A statement by district, as rows keyed by column."""
        words = ("report", statement, "--by", "district", "--format", "csv")
        return list(csv.DictReader(io.StringIO(self.command(book, *words).said)))


def remove(book):
    for path in (book, book + "-journal"):
        if os.path.exists(path):
            os.remove(path)


def steps(noted):
    """Seconds of processor time by step, from what LANDBOOK_TIMES=1 makes `post` note."""
    found = {}
    for line in noted.splitlines():
        fields = line.split("\t")
        if len(fields) == 3:
            try:
                found[fields[0]] = found.get(fields[0], 0.0) + float(fields[1])
            except ValueError:
                continue
    return found
