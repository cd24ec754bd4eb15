"""Holds every party's account against the others' before anything is timed.

Comparable are, by district:

- cleared gross and cleared net: the ledger counts them as the peers do, whatever the dates;
- hazard net, remaining, and what releases freed of hazards: in a book whose hazards are all dated
  before all releases, since the peers know no dates;
- remaining of the dated book: against a witness that reads the dates.

Not comparable is the peers' union of all releases: it holds ground cancelled or reduced where no
hazard is recorded, which the ledger never released. The peers agree on it among themselves.
"""

import csv
import os
from dataclasses import dataclass

from account import COLUMNS
from book import remove
from measure import Failed, run

LEDGER = ("cleared_gross", "cleared_net", "hazard_net", "remaining", "freed")
"""The figures that the ledger of hazards before releases shares with the peers."""

HECTARES, SHARE = 0.01, 1e-6
"""Agreement: within 0.01 ha and a millionth of the larger figure."""


@dataclass
class Difference:
    """How far two parties are apart on one figure where that is most, and beyond tolerance."""

    figure: str
    parties: str
    hectares: float = 0.0
    excess: float = -1.0
    district: str = "any district"

    @property
    def agrees(self):
        return self.excess <= 0


def read(path):
    """An account file: figures by district and name."""
    with open(path, newline="") as file:
        return {
            row.pop("district"): {name: float(value) for name, value in row.items()}
            for row in csv.DictReader(file)
        }


def ledger(progress, balance):
    """The ledger's figures by district, in hectares, under the peers' names."""
    account = {}
    for row in progress:
        account[row["district"]] = {
            "cleared_gross": hectares(row["gross_cleared_m2"]),
            "cleared_net": hectares(row["net_cleared_m2"]),
            "freed": hectares(row["released_m2"]),
        }
    for row in balance:
        figures = account.setdefault(row["district"], {})
        figures["hazard_net"] = hectares(row["identified_m2"])
        figures["remaining"] = figures["open_now"] = hectares(row["closing_m2"])
    return account


def hectares(text):
    return float(text or 0) / 1e4


def with_freed(account):
    """Adds what releases freed of hazards: hazards less what remains of them."""
    for figures in account.values():
        figures["freed"] = figures["hazard_net"] - figures["remaining"]
    return account


def compare(names, one, other, figures):
    """The worst difference of each figure, over all districts and their total."""
    found = []
    for figure in figures:
        worst = Difference(figure.replace("_", " "), names)
        totals = [0.0, 0.0]
        for district in sorted(one.keys() | other.keys()):
            a, b = (side.get(district, {}).get(figure, 0.0) for side in (one, other))
            totals[0] += a
            totals[1] += b
            widen(worst, a, b, district)
        widen(worst, *totals, "the total")
        found.append(worst)
    return found


def widen(worst, a, b, district):
    apart = abs(a - b)
    worst.excess = max(worst.excess, apart - HECTARES - SHARE * max(abs(a), abs(b)))
    if apart > worst.hectares:
        worst.hectares, worst.district = apart, district


def hold(bench, data, size, base):
    """Compares all parties' accounts of a data set, and stops the run if they disagree."""
    bench.say(f"comparing the accounts of {size:,} records")
    accounts = {}
    for peer in list(bench.peers):
        out = f"{bench.folder}/account.csv"
        try:
            peer.account(bench.python, data, out)
        except Failed as problem:
            bench.peers.remove(peer)
            bench.results.note(f"{peer.name} skipped: {problem.reason}")
        else:
            accounts[peer.name] = with_freed(read(out))
    found = between_peers(accounts) + against_ledger(bench, accounts, data, base)
    largest = max(found, key=lambda difference: difference.hectares, default=None)
    for difference in found:
        if difference is largest or not difference.agrees:
            print(
                f"{size:,} records:"
                f" {'largest difference' if difference.agrees else 'DISAGREEMENT'}"
                f" {difference.hectares:.2g} ha in {difference.figure},"
                f" {difference.parties}, {difference.district}"
            )
    bench.results.differences += found
    if not all(difference.agrees for difference in found):
        raise Failed("the accounts disagree, so nothing was timed")


def between_peers(accounts):
    """Every peer against the first, in all figures."""
    names = list(accounts)
    found = []
    for name in names[1:]:
        pair = f"{name} and {names[0]}"
        found += compare(pair, accounts[name], accounts[names[0]], COLUMNS)
    return found


def against_ledger(bench, accounts, data, base):
    """The ledger against the first peer, in all figures that can be compared."""
    if not accounts:
        bench.results.note("The ledger's account was not compared: no peer is here.")
        return []
    program = bench.program
    peer, account = next(iter(accounts.items()))
    dated = posted_account(program, program.copy(base))
    book, _ = program.imported(data, "hazards-first", "date_hazards_first")
    undated = posted_account(program, book)
    remove(book)
    pair = f"ledger of hazards before releases and {peer}"
    return [
        *compare(
            f"ledger and {peer}", dated, account, ("cleared_gross", "cleared_net")
        ),
        *compare(pair, undated, account, LEDGER),
        *against_witness(bench, dated, data),
    ]


def against_witness(bench, dated, data):
    """The open land of the dated ledger against the witness that reads dates."""
    out = f"{bench.folder}/witness.csv"
    here = os.path.dirname(os.path.abspath(__file__))
    try:
        run([bench.python, f"{here}/witness_open.py", data, out])
    except Failed as problem:
        bench.results.note(f"Dated witness skipped: {problem.reason}")
        return []
    return compare("ledger and dated witness", dated, read(out), ("open_now",))


def posted_account(program, book):
    """The ledger's account of a book, which is posted for it."""
    program.post(book)
    return ledger(program.table(book, "progress"), program.table(book, "balance"))
