"""Hazards: where they lie, their first records, and what surveys later say of them."""

import math
from datetime import date, timedelta

from .country import BELT
from .plane import area, centre, clip, cut, enriched, is_simple, scaled, shifted, tidy
from .records import AMBER, AUTHORITY, FIRST_DAY, Counter, Hazard, random_day, reported

SHARE_OF_COUNTRY = 0.1195
OUTSIDE_BELT = 0.022
CONTAMINATION = ["ap", "av", "ap,av", "cmr", "erw", "ied", "unknown", ""]
CONTAMINATION_SHARES = [24, 12, 22, 9, 22, 3, 4, 4]
OTHER_CONTAMINATION = {
    "ap": "erw", "av": "cmr", "ap,av": "erw", "cmr": "ap", "erw": "ap", "ied": "erw", "unknown": "av", "": "av",
}


class HazardMaker:
    """Makes the hazards of the sample and writes down their versions."""

    def __init__(self, country, rng, cases):
        self.country, self.rng, self.cases = country, rng, cases
        self.ids = Counter("H")
        self.hazards = []
        self.spare = []

    def make_first_records(self):
        """Cover the wanted share of the country with hazards that do not overlap."""
        wanted = SHARE_OF_COUNTRY * self.country.area()
        cells = self._split(self.country.bounds())
        self.rng.shuffle(cells)
        abroad = 0
        for cell in cells:
            ring = self._weathered(cell)
            district = self.country.district_at(centre(ring))
            if district is None or not is_simple(ring):
                continue
            inside = all(self.country.district_at(point) for point in ring)
            if not inside and abroad >= 4:
                continue
            if self.rng.random() > BELT.get(district, OUTSIDE_BELT):
                if inside and district in BELT:
                    self.spare.append(ring)
                continue
            if wanted <= 0:
                continue
            hazard = self.add(ring, self._first_day())
            if not inside:
                abroad += 1
                self.cases.add("hazard crosses the country's border", hazard.id)
            wanted -= area(ring)

    def add(self, ring, found, contamination=None, **row):
        """Add a hazard and its first version."""
        rng = self.rng
        if contamination is None:
            contamination = rng.choices(CONTAMINATION, CONTAMINATION_SHARES)[0]
        new_use = found >= FIRST_DAY and rng.random() < 0.08
        hazard = Hazard(
            id=self.ids.next(),
            organisation=rng.choices([AUTHORITY, AMBER], [85, 15])[0],
            ground=ring,
            district=self.country.district_at(centre(ring)),
            found=found,
            hazard_class=rng.choices(["SHA", "CHA"], [62, 38])[0],
            contamination=contamination,
            origin="new" if new_use else "legacy",
        )
        self.hazards.append(hazard)
        self.write(hazard, found, **row)
        return hazard

    def write(self, hazard, day, ring=None, **row):
        """Write a version of a hazard as it is now; `row` overrides columns."""
        ring = ring or hazard.ground
        properties = {
            "id": hazard.id,
            "organisation": hazard.organisation,
            "class": hazard.hazard_class,
            "status": "open",
            "date": day.isoformat(),
            "contamination": hazard.contamination,
            "reported_area_m2": reported(area(ring), self.rng),
            "district": hazard.district,
            "origin": hazard.origin,
        }
        polygons = row.pop("polygons", [[ring]])
        properties.update(row)
        hazard.versions.append((properties, polygons))
        hazard.last_change = max(day, hazard.last_change)

    def _first_day(self):
        """Draw when a hazard was first recorded: old archives, the first surveys, later ones."""
        first, last = self.rng.choices(
            [(date(2003, 1, 1), date(2020, 9, 30)), (FIRST_DAY, date(2021, 12, 31)),
             (date(2022, 1, 1), date(2022, 12, 31)), (date(2023, 1, 1), date(2024, 4, 30))],
            [27, 53, 14, 6])[0]
        return random_day(self.rng, first, last)

    def _split(self, ring):
        """Split a convex ring by random lines across its length until the parts are small."""
        pending, done = [ring], []
        while pending:
            ring = pending.pop()
            limit = 1e4 * min(2300, max(90, self.rng.lognormvariate(math.log(760), 0.75)))
            if area(ring) < limit:
                done.append(ring)
                continue
            normal, middle = self._across(ring)
            offset = normal[0] * middle[0] + normal[1] * middle[1]
            pending.append(clip(ring, normal, offset))
            pending.append(clip(ring, (-normal[0], -normal[1]), -offset))
        return done

    def _across(self, ring):
        """Return a line across the longest stretch of a ring: (its normal, a point on it)."""
        a, b = max(((p, q) for p in ring for q in ring), key=lambda pair: math.dist(*pair))
        angle = math.atan2(b[1] - a[1], b[0] - a[0]) + self.rng.uniform(-0.45, 0.45)
        t = self.rng.uniform(0.38, 0.62)
        cx, cy = centre(ring)
        middle = cx + (t - 0.5) * (b[0] - a[0]), cy + (t - 0.5) * (b[1] - a[1])
        return (math.cos(angle), math.sin(angle)), middle

    def _weathered(self, ring):
        """Return an irregular, star-shaped polygon of 6 to 25 vertices within a convex ring."""
        rng = self.rng
        middle = centre(ring)
        extra = max(1, math.ceil(6 / len(ring)) - 1)
        points = []
        for a, b in zip(ring, ring[1:] + ring[:1]):
            points.append(a)
            steps = min(3, rng.randint(extra, extra + 1))
            for step in range(1, steps + 1):
                t = (step + rng.uniform(-0.2, 0.2)) / (steps + 1)
                points.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        keep = rng.uniform(0.93, 0.985)
        dented = []
        for x, y in points:
            near = keep * (1 - max(0.0, rng.gauss(0.02, 0.05)))
            dented.append((middle[0] + near * (x - middle[0]), middle[1] + near * (y - middle[1])))
        return enriched(tidy(dented, 25)[:25])


def overlap_some(maker, count=44):
    """Add hazards over ground of others: another class, another contamination."""
    rng = maker.rng
    for below in rng.sample(maker.hazards, count):
        part, _ = cut(below.ground, rng.uniform(0.2, 0.6), rng)
        ring = enriched(scaled(part, 1.05) if rng.random() < 0.5 else part)
        if not maker.country.district_at(centre(ring)) or not is_simple(ring):
            continue
        found = random_day(rng, date(2021, 3, 1), date(2023, 12, 31))
        above = maker.add(ring, found, OTHER_CONTAMINATION[below.contamination])
        if above.hazard_class == below.hazard_class:
            above.hazard_class = "SHA" if below.hazard_class == "CHA" else "CHA"
            above.versions[0][0]["class"] = above.hazard_class
        above.plain = False
        maker.cases.add("hazard overlaps another of other class and type", f"{above.id} {below.id}")


def shape_some(maker):
    """Give three hazards a hole and three two parts."""
    rng = maker.rng
    chosen = rng.sample([h for h in maker.hazards if h.plain and area(h.ground) > 3e6], 6)
    for hazard in chosen[:3]:
        hole = scaled(hazard.ground, 0.3)[::-1]
        _replace_first(maker, hazard, [[hazard.ground, hole]])
        maker.cases.add("hazard with a hole", hazard.id)
    for hazard in chosen[3:]:
        first, second = cut(hazard.ground, rng.uniform(0.4, 0.6), rng)
        _replace_first(maker, hazard, [[enriched(scaled(first, 0.93))], [enriched(scaled(second, 0.93))]])
        maker.cases.add("hazard of two parts", hazard.id)


def _replace_first(maker, hazard, polygons):
    properties, _ = hazard.versions[0]
    size = sum(sum(area(ring) for ring in rings) for rings in polygons)
    properties["reported_area_m2"] = reported(size, maker.rng)
    hazard.versions[0] = (properties, polygons)
    hazard.plain = False


def spoil_some(maker):
    """Plant hazards with poor first records: dates, classes, districts, units, corrections."""
    rng = maker.rng
    untouched = [h for h in maker.hazards if h.plain and len(h.versions) == 1]
    rng.shuffle(untouched)

    def plant(count, case, change):
        for _ in range(count):
            hazard = untouched.pop()
            properties, polygons = hazard.versions[0]
            change(properties)
            hazard.plain = False
            maker.cases.add(case, hazard.id)

    plant(8, "hazard without a date", lambda p: p.update(date=""))
    plant(6, "hazard dated to the month", lambda p: p.update(date=p["date"][:7]))
    plant(3, "hazard dated to the year", lambda p: p.update(date=p["date"][:4]))
    plant(3, "hazard without a class", lambda p: p.update({"class": ""}))
    plant(6, "hazard names the wrong district", lambda p: p.update(district="SYN-D01"))
    plant(5, "hazard area typed in the wrong unit",
          lambda p: p.update(reported_area_m2=round(p["reported_area_m2"] / 1e4, 1)))
    plant(2, "hazard area typed in the wrong unit",
          lambda p: p.update(reported_area_m2=round(p["reported_area_m2"] / 1e6, 3)))
    for hazard in untouched[:14]:
        _correct(maker, hazard)


def _correct(maker, hazard):
    """Put an earlier wrong row before the first version, which becomes its correction."""
    rng = maker.rng
    right, polygons = hazard.versions[0]
    wrong = dict(right)
    wrong_polygons = polygons
    if rng.random() < 0.5:
        wrong_polygons = [[shifted(hazard.ground, rng.uniform(-900, 900), rng.uniform(-900, 900))]]
        right["reason"] = "coordinates read again from the field form"
    else:
        wrong["reported_area_m2"] = right["reported_area_m2"] * 10
        right["reason"] = "one digit too many in the area"
    wrong["recorded_at"] = f"{hazard.found + timedelta(days=4)}T09:00:00Z"
    right["recorded_at"] = f"{hazard.found + timedelta(days=rng.randint(30, 200))}T09:00:00Z"
    hazard.versions.insert(0, (wrong, wrong_polygons))
    hazard.plain = False
    maker.cases.add("hazard row and its correction", hazard.id)
