"""The programme: surveys and clearance month by month, until the sample has its wanted size."""

import calendar
from datetime import date, timedelta

from .plane import Coverage, area, centre, cut, enriched, is_simple, scaled
from .records import (
    AUTHORITY, DONOR_SHARES, DONORS, FIRST_DAY, LAND_USE_SHARES, LAND_USES, LAST_DAY, OPERATOR_SHARES,
    OPERATORS, STONEPATH, Counter, Release, random_day, reported,
)

# Hectares newly cleared a year and how they spread over its months: the pace a programme has.
PACE = {
    2020: (260, [0] * 10 + [1, 3]),
    2021: (15500, [3, 5, 9, 11, 12, 11, 10, 10, 12, 12, 8, 5]),
    2022: (40900, [5, 6, 10, 7, 9, 10, 9, 9, 11, 12, 8, 4]),
    2023: (52200, [3, 5, 8, 9, 11, 11, 9, 10, 12, 12, 7, 3]),
    2024: (27000, [3, 21, 23, 26, 27]),
}
EXPLOSIVE_REMNANTS = ("cmr", "erw")


def months():
    """Yield (first day, last day, m2 to clear) for each month of the programme."""
    for year, (hectares, shares) in PACE.items():
        for month, share in enumerate(shares, 1):
            if share:
                first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
                yield max(first, FIRST_DAY), min(last, LAST_DAY), 1e4 * hectares * share / sum(shares)


class Programme:
    """Works on the hazards of a maker and keeps the releases and tasks that result."""

    def __init__(self, maker, rng, cases):
        self.maker, self.rng, self.cases = maker, rng, cases
        self.release_ids, self.task_ids = Counter("R"), Counter("T")
        self.releases, self.tasks = [], []
        self.cleared = Coverage()

    def crew(self):
        """Draw who works and who pays, as columns of a task or a release."""
        return {
            "operator": self.rng.choices(OPERATORS, OPERATOR_SHARES)[0],
            "donor": self.rng.choices(DONORS, DONOR_SHARES)[0],
        }

    def release(self, kind, activity, day, polygons, hazard=None, **row):
        """Add a release; `row` overrides columns."""
        row = {**self.crew(), **row}
        size = sum(area(rings[0]) for rings in polygons)
        district = self.maker.country.district_at(centre(polygons[0][0])) if polygons else None
        full = {
            "id": self.release_ids.next(),
            "organisation": row["operator"],
            "kind": kind,
            "activity": activity,
            "stage": "completion",
            "review": "accepted",
            "date": day.isoformat(),
            "district": district or (hazard.district if hazard else ""),
            "hazard_id": hazard.id if hazard else "",
            "reported_area_m2": reported(size, self.rng) if polygons else "",
        }
        full.update(row)
        made = Release(full, polygons)
        self.releases.append(made)
        if full["review"] == "accepted" and kind == "cleared" and activity not in ("BAC surface", "spot task"):
            for rings in polygons:
                self.cleared.add(rings[0])
        return made

    def task(self, kind, hazard, crew, start, end, status="completed"):
        """Add a task and return its id."""
        row = {
            "id": self.task_ids.next(),
            "hazard_id": hazard.id,
            **crew,
            "type": kind,
            "status": status,
            "start": start.isoformat(),
            "end": end.isoformat() if status == "completed" else "",
        }
        self.tasks.append(row)
        return row["id"]

    # Surveys

    def confirm(self, count=330):
        """Confirm suspected hazards, at times with a smaller polygon, mostly with a cancellation."""
        rng = self.rng
        suspected = [h for h in self.maker.hazards
                     if h.plain and h.hazard_class == "SHA" and h.found.year < 2024]
        for hazard in rng.sample(suspected, count):
            day = random_day(rng, max(hazard.found + timedelta(days=20), FIRST_DAY), LAST_DAY)
            if hazard.found >= FIRST_DAY:
                day = min(day, hazard.found + timedelta(days=rng.randint(20, 500)))
            pieces = cut(hazard.remaining, rng.uniform(0.08, 0.4), rng) if rng.random() < 0.4 else None
            hazard.hazard_class = "CHA"
            if hazard.contamination in ("", "unknown") and rng.random() < 0.5:
                hazard.contamination = "ap"
                self.cases.add("contamination known only when confirmed", hazard.id)
            if pieces:
                self._shrink(hazard, day, *pieces)
            self.maker.write(hazard, day)

    def _shrink(self, hazard, day, lost, kept):
        if self.rng.random() < 0.85:
            self.release("cancelled", "NTS", day, [[lost]], hazard, operator=AUTHORITY)
        else:
            self.cases.add("ground lost by redrawing, no release (given up)", hazard.id)
        hazard.ground = hazard.remaining = enriched(kept)

    def survey(self, kind, activity, hectares, count):
        """Cancel or reduce parts of hazards, now and then a whole one."""
        rng = self.rng
        left = hectares * 1e4
        chosen = [h for h in self.maker.hazards if h.plain and h.last_change < date(2024, 3, 1)]
        for hazard in rng.sample(chosen, count):
            if left <= 0:
                return
            earliest = max(hazard.last_change + timedelta(days=10), FIRST_DAY + timedelta(days=20))
            day = random_day(rng, earliest, LAST_DAY)
            part, rest = cut(hazard.remaining, rng.uniform(0.12, 0.75), rng)
            whole = rng.random() < 0.12
            if whole:
                part = hazard.remaining
            row = {}
            if activity == "TS":
                row = self.crew()
                start = max(hazard.last_change, day - timedelta(days=rng.randint(10, 60)))
                row["task_id"] = self.task("TS", hazard, row, start, day)
            self.release(kind, activity, day, [[part]], hazard, **row)
            left -= area(part)
            hazard.last_change = day
            if whole:
                self.close(hazard, day)
            else:
                hazard.remaining = rest

    def close(self, hazard, day):
        """Write that a hazard is closed, with or without repeating its polygon."""
        polygons = [[hazard.ground]] if self.rng.random() < 0.5 else None
        self.maker.write(hazard, min(day + timedelta(days=self.rng.randint(0, 12)), LAST_DAY),
                         status="closed", polygons=polygons)
        hazard.plain = False

    # Clearance

    def clear(self):
        """Clear every month's hectares, working on a few dozen hazards at a time."""
        active = []
        for first, last, wanted in months():
            goal = len(self.cleared.cells) * self.cleared.cell ** 2 + wanted
            while len(self.cleared.cells) * self.cleared.cell ** 2 < goal:
                while len(active) < 26:
                    active.append(self._take_up(first, active))
                hazard = self.rng.choice(active)
                self._clear_part(hazard, first, last)
                if not hazard.plain:
                    active.remove(hazard)

    def _take_up(self, day, active):
        """Choose a hazard known and at rest before a day, the belt's confirmed ones rather."""
        ready = [h for h in self.maker.hazards
                 if h.plain and h not in active and h.last_change < day and area(h.remaining) > 1.5e5]
        confirmed = [h for h in ready if h.hazard_class == "CHA"]
        return self.rng.choice(confirmed if confirmed and self.rng.random() < 0.8 else ready)

    def _clear_part(self, hazard, first, last):
        """Clear the next part of a hazard: one task, its progress reports and its completion."""
        rng = self.rng
        size = area(hazard.remaining)
        share = min(1.0, 1e4 * rng.lognormvariate(4.1, 0.6) / size)
        pieces = cut(hazard.remaining, share, rng) if share < 0.85 else None
        part = pieces[0] if pieces else hazard.remaining
        earliest = max(first, hazard.last_change + timedelta(days=1))
        day = random_day(rng, min(earliest, last), last)
        activity = self._activity(hazard)
        start = max(hazard.found + timedelta(days=1), FIRST_DAY, day - timedelta(days=rng.randint(8, 110)))
        start = min(start, day)
        row = self._begin(activity, hazard, start, day)
        if (day - start).days > 25 and rng.random() < 0.36:
            self._report_progress(hazard, part, activity, start, day, row)
        beyond = self._beyond(part)
        made = self.release("cleared", activity, day, [[beyond]], hazard, **row,
                            land_use=rng.choices(LAND_USES, LAND_USE_SHARES)[0])
        if beyond is not part:
            self.cases.add("clearance beyond the hazard or into a neighbouring task", made.row["id"])
        if pieces:
            hazard.remaining = pieces[1]
        else:
            self.close(hazard, day)

    def _begin(self, activity, hazard, start, end, status="completed"):
        """Add a task and return the columns its releases share."""
        crew = self.crew()
        task = self.task(activity, hazard, crew, start, end, status)
        return {**crew, "task_id": task, "depth_cm": 30 if "BAC" in activity else 20}

    def _activity(self, hazard):
        """Return the activity a hazard's contamination asks for."""
        if all(kind in EXPLOSIVE_REMNANTS for kind in hazard.contamination.split(",")):
            return "BAC sub-surface"
        return "road clearance" if self.rng.random() < 0.06 else "clearance"

    def _beyond(self, part):
        """Return the part, now and then stretched over its limits (fade-out)."""
        if self.rng.random() > 0.10:
            return part
        stretched = scaled(part, self.rng.uniform(1.03, 1.14))
        inside = all(self.maker.country.district_at(point) for point in stretched)
        return stretched if inside and is_simple(stretched) else part

    def _report_progress(self, hazard, part, activity, start, day, row):
        """Report one to three steps of a task; one operator reports what was done so far each time."""
        rng = self.rng
        rest, done = part, 0.0
        for step in range(rng.choice([1, 1, 2, 2, 3])):
            polygon, rest = cut(rest, rng.uniform(0.2, 0.45), rng)
            done += area(polygon)
            when = start + (day - start) * (step + 1) // 4
            if row["operator"] == STONEPATH:
                polygon, _ = cut(part, done / area(part), rng)
            self.release("cleared", activity, when, [[polygon]], hazard, **row, stage="progress")

    def leave_unfinished(self, count=34):
        """Start tasks that have progress to show but no completion yet, and some not begun."""
        rng = self.rng
        ready = [h for h in self.maker.hazards
                 if h.plain and h.last_change < date(2024, 2, 1) and area(h.remaining) > 8e5]
        for hazard in rng.sample(ready, count):
            activity = self._activity(hazard)
            start = random_day(rng, date(2024, 3, 1), date(2024, 4, 20))
            row = self._begin(activity, hazard, start, LAST_DAY, rng.choice(["ongoing", "ongoing", "suspended"]))
            part, _ = cut(hazard.remaining, min(0.5, 5e5 / area(hazard.remaining)), rng)
            self._report_progress(hazard, part, activity, start, LAST_DAY, row)
            hazard.plain = False
        for hazard in rng.sample(ready, 40):
            start = random_day(rng, date(2024, 6, 1), date(2024, 9, 30))
            self.task(self._activity(hazard), hazard, self.crew(), start, start, "planned")
