"""Handing released land over to those who use it."""

import random
from datetime import date, timedelta

from .records import LAST_DAY


def hand_over(programme, share=0.7, seed=20240529):
    """Date the hand-over of most completed clearance, some weeks after it ended.

    A generator of random numbers of its own leaves every other record of the sample as it was.
    """
    rng = random.Random(seed)
    for release in programme.releases:
        row = release.row
        if not row.get("land_use") or row.get("review") != "accepted":
            continue
        waits, is_handed_over = timedelta(days=rng.randint(5, 120)), rng.random() < share
        try:
            day = date.fromisoformat(str(row["date"])) + waits
        except ValueError:
            continue
        if is_handed_over and day <= LAST_DAY:
            row["handed_over_on"] = day.isoformat()
