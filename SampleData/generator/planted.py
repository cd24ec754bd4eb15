"""Planted cases: the overlaps, reversals and slips that real land-release data holds."""

from datetime import date, timedelta

from .plane import area, cut, enriched, is_simple, scaled
from .records import (
    AMBER, DONORS, ENGINEERS, HERON, LAST_DAY, OPERATORS, Release, random_day, reported,
)


def _completions(programme, before):
    """Return the releases with polygon and hazard that clearance or BAC completed before a day."""
    return [
        r for r in programme.releases
        if r.polygons and r.row["hazard_id"] and r.row["activity"] in ("clearance", "BAC sub-surface")
        and r.row["stage"] == "completion" and r.row["review"] == "accepted"
        and r.row["date"] < before.isoformat()
    ]


def _later(programme, release, days=(30, 300)):
    """Draw a day after a release, within the programme's time."""
    day = date.fromisoformat(release.row["date"]) + timedelta(days=programme.rng.randint(*days))
    return min(day, LAST_DAY)


def _hazard_of(programme, release):
    return next(h for h in programme.maker.hazards if h.id == release.row["hazard_id"])


def clear_again(programme):
    """Clear ground a second time, by another operator and by the same."""
    rng = programme.rng
    chosen = rng.sample(_completions(programme, date(2024, 1, 1)), 74)
    for position, first in enumerate(chosen):
        same = position >= 56
        others = [o for o in OPERATORS if o != first.row["operator"]]
        crew = {"operator": first.row["operator"] if same else rng.choice(others), "donor": DONORS[0]}
        part, _ = cut(first.polygons[0][0], rng.uniform(0.3, 0.9), rng)
        hazard = _hazard_of(programme, first)
        day = _later(programme, first)
        activity = first.row["activity"]
        task = programme.task(activity, hazard, crew, day - timedelta(days=20), day)
        again = programme.release("cleared", activity, day, [[part]], hazard, **crew,
                                  task_id=task, depth_cm=first.row["depth_cm"])
        who = "same" if same else "other"
        programme.cases.add(f"cleared again by the {who} operator", f"{again.row['id']} {first.row['id']}")


def search_surface(programme, count=92):
    """Search the surface of hazards of explosive remnants, partly before their clearance."""
    rng = programme.rng
    completed = _completions(programme, date(2024, 5, 1))
    for below in rng.sample([r for r in completed if r.row["activity"] == "BAC sub-surface"], 22):
        hazard = _hazard_of(programme, below)
        cleared = date.fromisoformat(below.row["date"])
        day = min(cleared, max(cleared - timedelta(days=rng.randint(5, 60)), hazard.found + timedelta(days=1)))
        made = programme.release("cleared", "BAC surface", day, below.polygons, hazard, depth_cm=0)
        programme.cases.add("surface search, then sub-surface clearance", f"{made.row['id']} {below.row['id']}")
    open_land = [h for h in programme.maker.hazards
                 if h.plain and h.contamination in ("cmr", "erw") and h.last_change < date(2024, 1, 1)]
    for hazard in rng.sample(open_land, count - 22):
        part, _ = cut(hazard.remaining, min(0.6, 3.2e5 / area(hazard.remaining)), rng)
        day = random_day(rng, max(hazard.last_change + timedelta(days=5), date(2021, 2, 1)), LAST_DAY)
        programme.release("cleared", "BAC surface", day, [[part]], hazard, depth_cm=0)


def do_spot_tasks(programme, count=170):
    """Remove single items: no land, at times a point's search radius is typed."""
    rng = programme.rng
    for hazard in rng.choices(programme.maker.hazards, k=count):
        day = random_day(rng, max(hazard.found + timedelta(days=1), date(2020, 11, 20)), LAST_DAY)
        near = hazard if rng.random() < 0.5 else None
        if rng.random() < 0.1:
            programme.release("cleared", "spot task", day, [[scaled(hazard.ground, 0.02)]], near)
        else:
            programme.release("cleared", "spot task", day, [], near, district=hazard.district,
                              reported_area_m2=rng.choice(["", "", 400, 900, 2500]))


def lose_polygons(programme):
    """Clear land that is known by its reported area only, with and without a hazard."""
    rng = programme.rng
    hazards = [h for h in programme.maker.hazards if h.plain and h.last_change < date(2022, 6, 1)]
    chosen = rng.sample(hazards, 74)
    for position, hazard in enumerate(chosen):
        day = random_day(rng, max(hazard.last_change + timedelta(days=20), date(2021, 3, 1)), LAST_DAY)
        linked = position < 42
        size = round(rng.uniform(5e4, 6e5), -2)
        row = programme.crew()
        if linked:
            row["task_id"] = programme.task("clearance", hazard, row, day - timedelta(days=15), day)
            size = min(size, round(area(hazard.remaining) * 0.6, -2))
        made = programme.release("cleared", "clearance", day, [], hazard if linked else None, **row,
                                 district=hazard.district, reported_area_m2=int(size), depth_cm=20)
        case = "with a hazard" if linked else "without a hazard"
        programme.cases.add(f"release without polygon, {case}", made.row["id"])
    small = [h for h in hazards if h not in chosen and area(h.ground) < 1.2e6 and h.remaining is h.ground][:5]
    for hazard in small:
        day = random_day(rng, date(2022, 7, 1), LAST_DAY)
        made = programme.release("cleared", "clearance", day, [], hazard, district=hazard.district,
                                 reported_area_m2=round(area(hazard.ground)), depth_cm=20)
        hazard.plain = False
        programme.cases.add("release without polygon, its whole hazard", f"{made.row['id']} {hazard.id}")


def leave_unaccepted(programme):
    """Add releases that no one accepted; some rejected ones are done again and accepted."""
    rng = programme.rng
    ready = [h for h in programme.maker.hazards
             if h.plain and h.last_change < date(2024, 1, 1) and area(h.remaining) > 1e6]
    reviews = ["draft"] * 26 + ["submitted"] * 44 + ["rejected"] * 18
    for position, (review, hazard) in enumerate(zip(reviews, rng.sample(ready, len(reviews)))):
        size = 1e4 * rng.lognormvariate(3.8, 0.5)
        part, _ = cut(hazard.remaining, min(0.6, size / area(hazard.remaining)), rng)
        latest = date(2024, 3, 1) if review == "rejected" else LAST_DAY
        day = random_day(rng, max(hazard.last_change + timedelta(days=10), date(2021, 3, 1)), latest)
        activity = "BAC sub-surface" if hazard.contamination in ("cmr", "erw") else "clearance"
        made = programme.release("cleared", activity, day, [[part]], hazard, review=review, depth_cm=20)
        hazard.plain = False
        if position >= len(reviews) - 5:
            done = programme.release("cleared", activity, _later(programme, made, (20, 60)), made.polygons,
                                     hazard, operator=made.row["operator"], depth_cm=20)
            programme.cases.add("rejected, then done again and accepted", f"{made.row['id']} {done.row['id']}")


def revoke_and_reopen(programme):
    """Revoke a release, reopen released ground, contest some, and clear some after cancelling it."""
    rng, cases, maker = programme.rng, programme.cases, programme.maker
    done = _completions(programme, date(2023, 6, 1))
    done = [r for r in done if 5e5 < area(r.polygons[0][0]) < 1.2e6]
    revoked, reopened, contested = rng.sample(done, 3)
    revoked.row.update(review="revoked", revoked_on="2023-11-20")
    cases.add("release revoked", revoked.row["id"])
    found = _later(programme, reopened, (120, 200))
    again = maker.add(enriched(scaled(reopened.polygons[0][0], 0.8)), found, "ap", status="open",
                      reopens=reopened.row["id"], reason="item found after release", origin="legacy")
    again.plain = False
    back = programme.release("cleared", "clearance", _later(programme, reopened, (230, 300)),
                             [[again.ground]], again, operator=HERON, depth_cm=20)
    cases.add("hazard reopens a release, then cleared again", f"{again.id} {reopened.row['id']} {back.row['id']}")
    found = _later(programme, contested, (120, 200))
    over = maker.add(enriched(scaled(contested.polygons[0][0], 0.7)), found, "av")
    over.plain = False
    cases.add("hazard over released ground that names no release (contested)", f"{over.id} {contested.row['id']}")
    cancelled = [r for r in programme.releases if r.row["kind"] == "cancelled" and r.row["date"] < "2023-09-01"]
    for survey in rng.sample(cancelled, 5):
        part, _ = cut(survey.polygons[0][0], 0.35, rng)
        late = programme.release("cleared", "clearance", _later(programme, survey), [[part]],
                                 _hazard_of(programme, survey), operator=ENGINEERS, depth_cm=20)
        cases.add("cleared after it was cancelled (survey failure)", f"{late.row['id']} {survey.row['id']}")


def clear_outside(programme):
    """Clear and cancel ground where no hazard was recorded."""
    rng = programme.rng
    for position, ring in enumerate(rng.sample(programme.maker.spare, 16)):
        part, _ = cut(ring, min(0.5, 4e5 / area(ring)), rng)
        day = random_day(rng, date(2021, 6, 1), LAST_DAY)
        if position < 13:
            made = programme.release("cleared", "clearance", day, [[part]], None, depth_cm=20)
            programme.cases.add("clearance outside any hazard", made.row["id"])
        else:
            made = programme.release("cancelled", "NTS", day, [[part]], None, operator=AMBER)
            programme.cases.add("cancellation where nothing was recorded (no effect)", made.row["id"])


def change_hazards(programme):
    """Grow, lower, withdraw, move and give up some hazards."""
    maker, rng, cases = programme.maker, programme.rng, programme.cases
    ready = [h for h in maker.hazards if h.plain and h.last_change < date(2023, 9, 1)]
    rng.shuffle(ready)

    def version(hazard, **row):
        earliest = max(hazard.last_change + timedelta(days=15), date(2021, 1, 15))
        maker.write(hazard, random_day(rng, earliest, LAST_DAY), **row)
        hazard.plain = False

    for hazard in [h for h in ready if h.remaining is h.ground][:32]:
        larger = scaled(hazard.ground, rng.uniform(1.01, 1.06))
        if is_simple(larger) and all(maker.country.district_at(p) for p in larger):
            hazard.ground = larger
            version(hazard)
            cases.add("hazard boundary grew", hazard.id)
    ready = [h for h in ready if h.plain]
    for hazard in [h for h in ready if h.hazard_class == "CHA"][:2]:
        hazard.hazard_class = "SHA"
        version(hazard, reason="evidence not found again")
        cases.add("confirmed hazard lowered to suspected", hazard.id)
    small = [h for h in ready if h.plain and area(h.ground) < 2.5e6 and h.remaining is h.ground]
    version(small[0], status="withdrawn", reason="entered twice under two names", polygons=None)
    cases.add("hazard withdrawn with a reason", small[0].id)
    version(small[1], status="withdrawn", polygons=None)
    cases.add("hazard withdrawn without a reason (given up)", small[1].id)
    for hazard in small[2:11]:
        version(hazard, status="closed", polygons=None)
        cases.add("hazard closed with ground left (given up)", hazard.id)
    for hazard in small[11:13]:
        moved = [(x + 40000, y) for x, y in hazard.ground]
        version(hazard, polygons=[[moved]])
        cases.add("version shares no ground with the one before (pending)", hazard.id)


def overwrite_dates(programme, count=10):
    """Give hazards a first date after their own releases, as databases that overwrite dates do."""
    named = {}
    for release in programme.releases:
        if release.row["review"] == "accepted" and release.polygons and release.row["hazard_id"]:
            named.setdefault(release.row["hazard_id"], release.row["date"])
    chosen = [h for h in programme.maker.hazards if h.id in named and len(h.versions) == 1 and h.plain]
    for hazard in programme.rng.sample(chosen, count):
        hazard.versions[0][0]["date"] = "2024-02-15"
        hazard.plain = False
        programme.cases.add("hazard dated after its own release", hazard.id)


def spoil_releases(programme):
    """Plant slips in releases: units, links, districts, missing dates, corrections."""
    rng, cases = programme.rng, programme.cases
    chosen = rng.sample(_completions(programme, date(2024, 4, 1)), 31)
    for release in chosen[:5]:
        release.row["reported_area_m2"] = f"{area(release.polygons[0][0]) / 1e4:.2f}"
        cases.add("area in hectares typed as m2", release.row["id"])
    release = chosen[5]
    release.row["reported_area_m2"] = f"{area(release.polygons[0][0]) / 1e6:.4f}"
    cases.add("area in km2 typed as m2", release.row["id"])
    for release in chosen[6:9]:
        release.row["hazard_id"] = "SYN-H9" + release.row["hazard_id"][-4:]
        cases.add("release names a hazard that does not exist", release.row["id"])
    for release in chosen[9:17]:
        release.row["district"] = "SYN-D03"
        cases.add("release names the wrong district", release.row["id"])
    for release in chosen[17:19]:
        release.row["reported_area_m2"] = ""
        cases.add("release with a polygon, no area declared", release.row["id"])
    for release in chosen[19:]:
        _correct(programme, release)
    for hazard in [h for h in programme.maker.hazards if h.plain][50:52]:
        part, _ = cut(hazard.remaining, min(0.3, 2e5 / area(hazard.remaining)), rng)
        made = programme.release("cleared", "clearance", LAST_DAY, [[part]], hazard, depth_cm=20)
        made.row["date"] = ""
        cases.add("release without a date (stored, not posted)", made.row["id"])
    untouched = [r for r in _completions(programme, LAST_DAY) if r not in chosen]
    for release in [r for r in untouched if "BAC" in r.row["activity"]][:4]:
        release.row["contamination"] = "ap,av,cmr,erw,ied"
        cases.add("release names every type", release.row["id"])


def _correct(programme, release):
    """Put an earlier wrong row before a release, which becomes its correction."""
    rng = programme.rng
    right = release.row
    wrong = dict(right)
    day = date.fromisoformat(right["date"])
    wrong_polygons = release.polygons
    if rng.random() < 0.5:
        wrong_polygons = [[scaled(release.polygons[0][0], 1.3)]]
        wrong["reported_area_m2"] = reported(area(wrong_polygons[0][0]), rng)
    else:
        wrong["reported_area_m2"] = int(float(right["reported_area_m2"])) * 10
    wrong["recorded_at"] = f"{day + timedelta(days=3)}T09:00:00Z"
    right["recorded_at"] = f"{day + timedelta(days=rng.randint(20, 120))}T09:00:00Z"
    programme.releases.insert(programme.releases.index(release), Release(wrong, wrong_polygons))
    programme.cases.add("release row and its correction", right["id"])
