"""The records of the sample and the words they use."""

from dataclasses import dataclass, field
from datetime import date, timedelta

AUTHORITY = "Synthetic Mine Action Agency"
HERON = "Blue Heron Clearance"
STONEPATH = "Stonepath Demining"
ENGINEERS = "Invented Engineer Corps"
AMBER = "Amber Field Survey"
OPERATORS = [AUTHORITY, HERON, STONEPATH, ENGINEERS, AMBER]
OPERATOR_SHARES = [50, 16, 14, 14, 6]
DONORS = [
    "State Budget of Synthetia", "Fictional Trust Fund", "Example Development Bank", "Placeholder Foundation",
]
DONOR_SHARES = [70, 12, 10, 8]
LAND_USES = ["agriculture", "transport", "residential", "energy", "other"]
LAND_USE_SHARES = [55, 4, 20, 3, 18]

FIRST_DAY = date(2020, 11, 10)
LAST_DAY = date(2024, 5, 28)


@dataclass(eq=False)
class Hazard:
    """A hazardous area as the generator knows it; `versions` are the rows to be written."""

    id: str
    organisation: str
    ground: list
    district: str
    found: date
    hazard_class: str
    contamination: str
    origin: str
    remaining: list = None
    last_change: date = None
    plain: bool = True
    versions: list = field(default_factory=list)

    def __post_init__(self):
        self.remaining = self.remaining or self.ground
        self.last_change = self.last_change or self.found


@dataclass(eq=False)
class Release:
    """A release: its row and its polygons on the plane (none for a release known by area only)."""

    row: dict
    polygons: list


@dataclass(eq=False)
class Cases:
    """What was planted on purpose: (case, record) in the order of making."""

    rows: list = field(default_factory=list)

    def add(self, case, record):
        """Note that a record is an example of a case."""
        self.rows.append({"case": case, "record": record})


class Counter:
    """Hands out record ids such as SYN-H00001."""

    def __init__(self, letter, digits=5):
        self.letter, self.digits, self.last = letter, digits, 0

    def next(self):
        """Return the next id."""
        self.last += 1
        return f"SYN-{self.letter}{self.last:0{self.digits}d}"


def random_day(rng, first, last):
    """Draw a day from first to last, both included."""
    return first + timedelta(days=rng.randrange((last - first).days + 1))


def reported(area, rng):
    """Return an area as a form would give it: mostly rounded, at times some per cent off."""
    habit = rng.random()
    if habit < 0.25:
        return round(area)
    if habit < 0.85:
        return max(100, int(round(area * rng.gauss(1, 0.004), -2)))
    return max(1000, int(round(area * rng.uniform(0.92, 1.10), -3)))
