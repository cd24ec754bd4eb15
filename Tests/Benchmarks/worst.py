"""The worst cases: what a record or overlapping pair costs there, to what it usually costs."""

from statistics import median

import measure
from ordinary import units
from results import Line

CASES = (("spot", 1_000), ("spot", 3_000), ("huge", 50_000), ("border", 200_000))
FULL = (("spot", 10_000),)
WORDS = {
    "spot": "{:,} records on one spot",
    "huge": "one hazard over {:,} releases",
    "border": "20,000 records along a district border of {:,} vertices",
}
SECTION = "Worst cases: cost of posting by record and overlapping pair of boxes"


def measure_cases(bench, books):
    """Posts every case in turn with the smallest ordinary book and adds the lines."""
    ordinary = min(books)
    _, usual_counts = bench.data("belt", ordinary)
    for kind, size in CASES + (FULL if bench.said.full else ()):
        data, counts = bench.data(kind, size)
        bench.say(f"{kind}, {size:,}")
        base, _ = bench.program.imported(data, kind)
        unusual, usual, stopped = runs(bench, base, books[ordinary])
        share = units(usual_counts) / units(counts)
        of = [post.processor * share for post in unusual]
        to = [post.processor for post in usual]
        pairs = [a / b for a, b in zip(of, to)]
        bench.results.add(
            Line(
                SECTION,
                WORDS[kind].format(size),
                f"{ordinary:,} ordinary records",
                median(of) / median(to),
                min(pairs),
                max(pairs),
                len(pairs),
                stopped,
                [unusual[0].commands, usual[0].commands],
            )
        )


def runs(bench, base, ordinary):
    """Costs of posting a case and the ordinary book in turn; one stopped run is enough."""
    program, unusual, usual = bench.program, [], []
    for _ in range(bench.runs):
        usual.append(program.post(program.copy(ordinary)))
        try:
            unusual.append(program.post(program.copy(base)))
        except measure.TooLong as stopped:
            return [stopped.cost], usual[:1], True
    return unusual, usual, False
