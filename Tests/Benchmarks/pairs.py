"""Counts the pairs of boxes that overlap, by a sweep from west to east over rows of ground."""

from collections import defaultdict

ROW = 0.002
"""Height of a row in degrees, about that of an ordinary record's box."""


def overlapping_pairs(boxes):
    """How many pairs of (west, south, east, north) overlap or touch."""
    rows = defaultdict(list)
    found = 0
    for west, south, east, north in sorted(boxes):
        first, last = int(south / ROW), int(north / ROW)
        for row in range(first, last + 1):
            open_here = [other for other in rows[row] if other[0] >= west]
            for _, lower, upper, other_first in open_here:
                # A pair that shares several rows is counted in the lowest of them.
                if lower <= north and upper >= south and row == max(first, other_first):
                    found += 1
            open_here.append((east, south, north, first))
            rows[row] = open_here
    return found
