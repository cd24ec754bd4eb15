"""The ordinary sizes: an account, an import, a few records more, growth, memory and threads."""

from collections import defaultdict
from itertools import pairwise
from statistics import median

import measure
from book import remove, steps
from results import Line, line

PEERS_UP_TO = 200_000
"""Records up to which peers make the account, and imports are held against copying."""

ALL_PEERS_UP_TO = 20_000
"""Records up to which every peer runs in every round; beyond, only the fastest one does."""

MEMORY_ALLOWED = 1.5e9
SECOND_ALLOWED = 1.0
FLOOR = ("read", "area", "compute area", "write")
"""How the steps begin that nothing can do without: reading the book, areas, writing."""

ACCOUNT = "post and account by district"


def measure_sizes(bench, books):
    """Measures every size in rounds and adds the lines."""
    found = {}
    for size, base in books.items():
        data, counts = bench.data("belt", size)
        series = rounds(bench, size, data, base)
        found[size] = series, counts
        add_account(bench, size, series)
        add_import(bench, size, series)
        add_more(bench, size, series)
        add_report(bench, size, series)
        add_threads(bench, size, series)
        add_steps(bench, size, base)
    add_growth(bench, found)
    largest = max(found)
    add_memory(bench, largest, found[largest][0])


def rounds(bench, size, data, base):
    """The costs of everything that is measured at one size, each round in turn."""
    series, program = defaultdict(list), bench.program
    for number in range(bench.runs):
        bench.say(f"{size:,} records, round {number + 1} of {bench.runs}")
        book = program.copy(base)
        series["post"].append(program.post(book))
        series["report"].append(program.report(book))
        series["account"].append(series["post"][-1] + series["report"][-1])
        if size <= PEERS_UP_TO:
            account_peers(bench, size, data, series)
        more = program.more(book, data)
        series["more account"].append(program.post(book) + program.report(book))
        series["more"].append(more + series["more account"][-1])
        for threads in ("1", "2"):
            book = program.copy(base)
            series[threads].append(program.post(book, LANDBOOK_THREADS=threads))
        if size <= PEERS_UP_TO:
            series["import"].append(program.imported(data, "again")[1])
            if bench.ogr2ogr:
                series["copy"].append(copied(bench, data))
    return series


def account_peers(bench, size, data, series):
    """The peers' accounts: all of them in the first round, then those that still matter."""
    names = [peer.name for peer in bench.peers if peer.name in series]
    fastest = min(names, key=lambda name: series[name][0].processor, default=None)
    for peer in bench.peers:
        if size <= ALL_PEERS_UP_TO or bench.said.full or fastest in (None, peer.name):
            out = f"{bench.folder}/account.csv"
            series[peer.name].append(peer.account(bench.python, data, out))


def copied(bench, data):
    """Copies the record files with ogr2ogr."""
    cost, target = measure.Cost(), f"{bench.program.folder}/copy.gpkg"
    remove(target)
    for what in ("hazards", "releases"):
        command = [bench.ogr2ogr, "-update", "-append", target, f"{data}/{what}.gpkg"]
        cost += measure.run(command)
    return cost


def add_account(bench, size, series):
    """The peers' accounts to the program's, the fastest peer first."""
    peers = [peer.name for peer in bench.peers if peer.name in series]
    peers.sort(key=lambda name: measure.median(series[name]))
    for name in peers:
        section = f"Account by district of {size:,} records"
        bench.results.add(line(section, name, ACCOUNT, series[name], series["account"]))


def add_import(bench, size, series):
    if series["copy"]:
        section = f"Import of {size:,} records"
        bench.results.add(
            line(section, "import", "ogr2ogr copying", series["import"], series["copy"])
        )


def add_more(bench, size, series):
    section = f"100 records more in a book of {size:,}"
    anew = ACCOUNT + ", from nothing"
    bench.results.add(
        line(section, "import, " + ACCOUNT, anew, series["more"], series["account"])
    )
    bench.results.add(
        line(section, ACCOUNT, anew, series["more account"], series["account"])
    )


def add_report(bench, size, series):
    """A report to posting, and its wall time to the second it may take."""
    section = f"Report from a posted book of {size:,} records"
    bench.results.add(line(section, "report", "post", series["report"], series["post"]))
    allowed = [measure.Cost(wall=SECOND_ALLOWED)] * len(series["report"])
    bench.results.add(
        line(
            section,
            "report, wall time",
            "one second",
            series["report"],
            allowed,
            "wall",
        )
    )


def add_threads(bench, size, series):
    section = f"Two threads, {size:,} records"
    one, two = series["1"], series["2"]
    bench.results.add(
        line(section, "post on one thread, wall time", "on two", one, two, "wall")
    )
    bench.results.add(line(section, "post on two threads", "on one", two, one))


def add_steps(bench, size, base):
    """Where the processor time of posting goes, where the program says so."""
    timed = bench.program.post(bench.program.copy(base), LANDBOOK_TIMES="1")
    found = steps(timed.noted)
    if not found:
        bench.results.note(f"Steps of {size:,} skipped: this program notes no times.")
        return
    section = f"Where the time of posting {size:,} records goes"
    for step, seconds in found.items():
        share = seconds / timed.processor
        bench.results.add(
            Line(section, step, "post", share, commands=[timed.commands, []])
        )
    rest = 1 - sum(found.values()) / timed.processor
    bench.results.add(Line(section, "anything else", "post", max(rest, 0.0)))
    floor = [name for name in found if name.startswith(FLOOR)]
    share = sum(found[name] for name in floor) / timed.processor
    bench.results.add(Line(section, f"the floor ({', '.join(floor)})", "post", share))


def units(counts):
    """What posting is paid for: the records and the pairs whose boxes overlap."""
    return counts["records"] + counts["pairs"]


def add_growth(bench, found):
    """The cost of a record or pair at a size to that at the size before."""
    sizes = sorted(found)
    for smaller, larger in pairwise(sizes):
        (low, low_counts), (high, high_counts) = found[smaller], found[larger]
        share = units(low_counts) / units(high_counts)
        of = [post.processor * share for post in high["post"]]
        to = [post.processor for post in low["post"]]
        pairs = [a / b for a, b in zip(of, to)]
        bench.results.add(
            Line(
                "Growth: cost of posting by record and overlapping pair of boxes",
                f"of {larger:,} records and {high_counts['pairs']:,} pairs",
                f"of {smaller:,} and {low_counts['pairs']:,}",
                median(of) / median(to),
                min(pairs),
                max(pairs),
                len(pairs),
                commands=[high["post"][0].commands, low["post"][0].commands],
            )
        )


def add_memory(bench, size, series):
    allowed = [measure.Cost(peak=MEMORY_ALLOWED)] * len(series["post"])
    of = f"post of {size:,} records, largest resident set"
    bench.results.add(line("Memory", of, "1.5 GB", series["post"], allowed, "peak"))
