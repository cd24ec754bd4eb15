"""Devices, victims, old minefield records and statements of the sample."""

from datetime import date, timedelta

from .country import BELT
from .plane import area, contains, scaled, to_degrees
from .records import FIRST_DAY, LAST_DAY, Counter, random_day

ITEMS_TO_MARCH_2022 = 55840
ITEMS_TO_MAY_2024 = 119946
TURN = date(2022, 3, 31)

KINDS = {
    "ap": ["AP_MINE", "AP_MINE", "AP_MINE", "UXO", "BOOBY_TRAP"],
    "av": ["AV_MINE", "AV_MINE", "AV_MINE", "UXO"],
    "ap,av": ["AP_MINE", "AP_MINE", "AV_MINE", "AV_MINE", "UXO"],
    "cmr": ["SUBMUNITION", "SUBMUNITION", "UXO"],
    "erw": ["UXO", "UXO", "UXO", "AXO", "SUBMUNITION"],
    "ied": ["IED", "BOOBY_TRAP", "UXO"],
}
WEIGHTS = {
    "AP_MINE": 1.4, "AV_MINE": 1.1, "UXO": 2.0, "SUBMUNITION": 1.5, "AXO": 1.5, "IED": 0.25, "BOOBY_TRAP": 0.1,
}
UNCOUNTED = ("SAA", "FUZE_COMPONENT")
VICTIMS = [("killed", 68), ("injured", 293)]


def apportion(total, weights):
    """Share a whole total by weights, at least one each (largest remainders)."""
    spread = total - len(weights)
    scale = spread / sum(weights)
    shares = [weight * scale for weight in weights]
    whole = [int(share) for share in shares]
    order = sorted(range(len(weights)), key=lambda i: whole[i] - shares[i])
    for i in order[:spread - sum(whole)]:
        whole[i] += 1
    return [1 + share for share in whole]


def _inside(ring, rng):
    """Draw a point inside a ring."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    while True:
        point = rng.uniform(min(xs), max(xs)), rng.uniform(min(ys), max(ys))
        if contains(ring, point):
            return point


def make_devices(programme, rng):
    """Return device rows whose items add up to the wanted totals, each device once."""
    types = {hazard.id: hazard.contamination for hazard in programme.maker.hazards}
    unfinished = {task["id"] for task in programme.tasks if task["status"] != "completed"}
    ids = Counter("V")
    rows, weights = [], []
    last_rows = {release.row["id"]: release for release in programme.releases}
    for release in last_rows.values():
        row = release.row
        finished = row["stage"] == "completion" or row.get("task_id") in unfinished
        if row["kind"] != "cleared" or row["review"] != "accepted" or not row["date"] or not finished:
            continue
        spot = row["activity"] == "spot task"
        kinds = KINDS.get(types.get(row["hazard_id"], ""), ["UXO", "AP_MINE"])
        size = area(release.polygons[0][0]) if release.polygons and not spot else 4e4
        for kind in _found(kinds, spot, rng):
            rows.append(_device(ids, kind, release, rng))
            weights.append(WEIGHTS[kind] * size ** 0.6 * rng.lognormvariate(0, 0.9))
        if not spot and rng.random() < 0.3:
            rows.append(_device(ids, rng.choice(UNCOUNTED), release, rng))
            weights.append(0)
    _set_quantities(rows, weights, rng)
    return rows


def _found(kinds, spot, rng):
    """Draw which kinds of items a release found."""
    if spot:
        return [rng.choice(["UXO", "UXO", "AP_MINE", "AXO", "BOOBY_TRAP"])]
    return sorted(rng.choice(kinds) for _ in range(rng.choice([1, 2, 3, 4])))


def _device(ids, kind, release, rng):
    row = release.row
    day = date.fromisoformat(row["date"])
    if row.get("task_id"):
        day = max(FIRST_DAY, day - timedelta(days=rng.randint(0, 8)))
    device = {
        "id": ids.next(), "release_id": row["id"], "task_id": row.get("task_id", ""),
        "date": day.isoformat(), "category": kind, "model": f"SYN-{kind[:2]}-{rng.randint(1, 9)}",
    }
    if release.polygons and rng.random() < 0.85:
        longitude, latitude = to_degrees(_inside(release.polygons[0][0], rng))
        device.update(latitude=f"{latitude:.6f}", longitude=f"{longitude:.6f}")
    return device


def _set_quantities(rows, weights, rng):
    totals = [(True, ITEMS_TO_MARCH_2022), (False, ITEMS_TO_MAY_2024 - ITEMS_TO_MARCH_2022)]
    for early, total in totals:
        counted = [i for i, row in enumerate(rows)
                   if row["category"] not in UNCOUNTED and (row["date"] <= TURN.isoformat()) == early]
        for i, quantity in zip(counted, apportion(total, [weights[i] for i in counted])):
            rows[i]["quantity"] = quantity
    for row in rows:
        if row["category"] in UNCOUNTED:
            row["quantity"] = rng.randint(20, 900) if row["category"] == "SAA" else rng.randint(1, 60)


def make_victims(rng):
    """Return the victims since the programme began, in order of date; no names exist."""
    outcomes = [outcome for outcome, count in VICTIMS for _ in range(count)]
    rng.shuffle(outcomes)
    periods = [(FIRST_DAY, date(2020, 12, 31)), (date(2021, 1, 1), date(2021, 12, 31)),
               (date(2022, 1, 1), date(2022, 12, 31)), (date(2023, 1, 1), date(2023, 12, 31)),
               (date(2024, 1, 1), LAST_DAY)]
    days = sorted(random_day(rng, *rng.choices(periods, [16, 120, 85, 95, 45])[0]) for _ in outcomes)
    ids = Counter("A", 4)
    rows = []
    for day, outcome in zip(days, outcomes):
        civilian = rng.random() < 0.72
        activity = rng.choice(["farming", "herding", "travel", "construction", "visiting", "play"])
        rows.append({
            "id": ids.next(), "date": day.isoformat(), "district": rng.choices(list(BELT), BELT.values())[0],
            "sex": rng.choices(["male", "female", "unknown"], [90, 8, 2])[0],
            "age_group": rng.choices(["adult", "child"], [94, 6])[0] if civilian else "adult",
            "outcome": outcome, "activity": activity if civilian else rng.choice(["demining", "military"]),
            "device_category": rng.choices(["AP_MINE", "AV_MINE", "UXO", "unknown"], [55, 28, 12, 5])[0],
            "civilian": "yes" if civilian else "no",
        })
    return rows


def make_minefield_records(hazards, rng):
    """Return old minefield records, about a quarter of them accurate, as (row, polygons)."""
    verdicts = ["accurate"] * 10 + ["partly"] * 13 + ["not useful"] * 17 + ["unchecked"]
    rng.shuffle(verdicts)
    mined = [h for h in hazards if h.contamination in ("ap", "av", "ap,av")]
    ids = Counter("M", 4)
    rows = []
    for verdict, hazard in zip(verdicts, rng.sample(mined, len(verdicts))):
        ring = scaled(hazard.ground, rng.uniform(0.4, 0.8))
        if verdict != "accurate":
            off = 150 if verdict == "partly" else 2500
            ring = [(x + off, y - off) for x, y in ring]
        row = {
            "id": ids.next(), "source": rng.choice(["invented archive A", "invented archive B"]),
            "date": random_day(rng, date(1992, 1, 1), date(2018, 12, 31)).isoformat(),
            "verdict": verdict, "recorded_quantity": rng.randint(20, 1800),
        }
        rows.append((row, [[ring]]))
    return rows


def make_statements():
    """Return totals stated by invented actors, without records behind them."""
    rows = [
        ("Invented Army of Synthetia", "2020-11-10", "2020-12-31", "SYN-D29;SYN-D46", "clearance", 240, ""),
        ("Invented Army of Synthetia", "2021-01-01", "2021-12-31", "SYN-D46;SYN-D47;SYN-D57", "clearance", 1350, 2100),
        ("Invented Border Guard", "2022-01-01", "2022-12-31", "SYN-D30;SYN-D46", "clearance", 620, 480),
        ("Invented Army of Synthetia", "2023-01-01", "2023-12-31", "SYN-D27", "clearance", 510, 390),
        ("Invented Emergency Service", "2023-01-01", "2023-12-31", "", "BAC sub-surface", 290, 940),
    ]
    columns = ["actor", "from", "to", "districts", "activity", "area_ha", "items", "source"]
    return [dict(zip(columns, (*row, "SYNTHETIC statement"))) for row in rows]
