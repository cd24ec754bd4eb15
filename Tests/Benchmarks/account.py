"""What the peers' accounts share: the files, the plane, the columns and the clock."""

import csv
import json
import resource
import sys
import time

PLANE = "+proj=laea +lat_0=43.75 +lon_0=17.5 +datum=WGS84 +units=m"
"""An equal-area plane at the middle of the made-up country."""

COLUMNS = ("cleared_gross", "cleared_net", "released_net", "hazard_net", "remaining")
"""Hectares by district: sum and union of cleared polygons, union of all releases, union of
hazards, and hazards less releases whatever their dates."""


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


class Account:
    """One peer's account: `begin` when its data are loaded, `add` a district, `finish`."""

    def __init__(self, peer, processor=processor_seconds):
        self.peer = peer
        self.processor = processor
        self.folder, self.out = sys.argv[1:3]
        self.rows = []

    def files(self, *names):
        return [f"{self.folder}/{name}.gpkg" for name in names]

    def begin(self):
        self.began = self.processor(), time.perf_counter()

    def add(self, district, **hectares):
        self.rows.append((district, *(hectares[name] or 0.0 for name in COLUMNS)))

    def finish(self):
        """Prints the seconds since `begin` as JSON and writes the account."""
        processor = self.processor() - self.began[0]
        wall = time.perf_counter() - self.began[1]
        with open(self.out, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("district", *COLUMNS))
            writer.writerows(sorted(self.rows))
        print(json.dumps({"peer": self.peer, "processor": processor, "wall": wall}))
