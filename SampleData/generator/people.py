"""Indicators, teams, team-days and contributions of the sample, from numbers of their own."""

import csv
import random
from datetime import date, timedelta

from .country import BELT
from .records import AMBER, AUTHORITY, DONORS, ENGINEERS, HERON, STONEPATH

SOURCE = "SYNTHETIC monthly return"
FIRST, LAST = (2021, 1), (2024, 5)
EDUCATORS = [AUTHORITY, HERON]
SEED = "people and money"


def months(first=FIRST, last=LAST):
    """Every month between two, both included."""
    year, month = first
    while (year, month) <= last:
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def last_day(year, month):
    """The last day of a month."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()


def risk_education(rng):
    """One row a month, actor and district, with groups of people side by side."""
    rows = []
    districts = sorted(BELT)[:8]
    for place, (year, month) in enumerate(months()):
        for actor in EDUCATORS:
            for district in districts[:4] if actor == HERON else districts[2:]:
                if rng.random() < 0.15:
                    continue
                reach = 18 + place // 2
                people = [rng.randrange(reach // 2, reach * 2) for _ in range(4)]
                rows.append({
                    "month": f"{year}-{month:02d}", "actor": actor, "district": district, "code": "eore_people",
                    "women": people[0], "men": people[1], "girls": people[2], "boys": people[3],
                    "eore_sessions": max(1, sum(people) // 25), "source": SOURCE,
                })
    return rows


def other_indicators(rng, education):
    """Figures in long form: assistance, training, checks, return, and figures that contradict others."""
    rows = []

    def add(code, first, last, value, actor=AUTHORITY, district="", sex="", age=""):
        rows.append({
            "actor": actor, "indicator": code, "from": first, "to": last, "district": district, "sex": sex,
            "age_group": age, "value": value, "source": SOURCE,
        })

    waiting = 61000
    for year, month in months():
        first, last = f"{year}-{month:02d}-01", last_day(year, month)
        if month % 3 == 0:
            start = f"{year}-{month - 2:02d}-01"
            for code, size in (("va_medical", 9), ("va_prosthetics", 4), ("va_psychosocial", 14)):
                for sex, age in (("female", "adult"), ("male", "adult"), ("female", "child"), ("male", "child")):
                    add(code, start, last, rng.randrange(1, size * (3 if sex == "male" else 2)), sex=sex, age=age)
            add("training_deminers", start, last, rng.randrange(8, 30), sex="male", age="adult")
            add("training_deminers", start, last, rng.randrange(2, 12), sex="female", age="adult")
            returned = rng.randrange(300, 900)
            waiting -= returned
            add("people_returned", start, last, returned)
            add("people_waiting", last, last, waiting)
        add("environment_checks", first, last, rng.randrange(3, 18))
        add("quality_visits", first, last, rng.randrange(10, 40))
    reached = {}
    for row in education:
        key = row["actor"], row["month"][:4]
        reached[key] = reached.get(key, 0) + sum(row[group] for group in ("women", "men", "girls", "boys"))
    # A year beside its months that says more than they do, and one that fits.
    add("eore_people", "2022-01-01", "2022-12-31", reached[HERON, "2022"] + 140, actor=HERON)
    add("eore_people", "2023-01-01", "2023-12-31", reached[HERON, "2023"], actor=HERON)
    # A total that is not its parts.
    add("training_graduates", "2023-04-01", "2023-06-30", 31, sex="female", age="adult")
    add("training_graduates", "2023-04-01", "2023-06-30", 77, sex="male", age="adult")
    add("training_graduates", "2023-04-01", "2023-06-30", 0, sex="female", age="child")
    add("training_graduates", "2023-04-01", "2023-06-30", 0, sex="male", age="child")
    add("training_graduates", "2023-04-01", "2023-06-30", 110)
    # A quarter that is not its months.
    add("quality_visits", "2023-07-01", "2023-09-30", 7)
    return rows


def teams(rng):
    """Teams with their strengths; some are of women alone, since 2023."""
    rows = []
    count = 0
    for organisation, number in ((AUTHORITY, 14), (HERON, 6), (STONEPATH, 5), (ENGINEERS, 5), (AMBER, 3)):
        for _ in range(number):
            count += 1
            team = f"SYN-K{count:02d}"
            first = date(2020, 11, 10) + timedelta(days=rng.randrange(0, 400))
            kind = "survey" if organisation == AMBER else rng.choice(["manual", "manual", "mechanical", "EOD"])
            women, men = rng.randrange(0, 3), rng.randrange(5, 10)
            rows.append([organisation, team, kind, women, men, first.isoformat(), ""])
            if rng.random() < 0.4:
                change = first + timedelta(days=rng.randrange(300, 700))
                rows.append([organisation, team, kind, women + rng.randrange(0, 3), men, change.isoformat(), ""])
    for organisation, first in ((AUTHORITY, "2023-03-01"), (HERON, "2023-05-15"), (AUTHORITY, "2023-09-01")):
        count += 1
        rows.append([organisation, f"SYN-K{count:02d}", "manual", rng.randrange(7, 10), 0, first, ""])
    rows.append([STONEPATH, f"SYN-K{count + 1:02d}", "manual", "", "", "2022-02-01", "2023-12-31"])
    names = ["organisation", "team", "type", "women", "men", "from", "to"]
    return [dict(zip(names, row), source=SOURCE) for row in rows]


def team_days(rng, tasks, rows):
    """Days of work by month for completed tasks of 2023 and 2024, each done by one team."""
    own = {}
    for row in rows:
        own.setdefault(row["organisation"], []).append(row["team"])
    free = {}
    days = []
    for task in sorted(tasks, key=lambda task: (task["start"], task["id"])):
        if task["status"] != "completed" or not "2023-01-01" <= task["start"] <= "2024-04-30" or not task["end"]:
            continue
        # Team-days were not recorded for every task.
        team = next((team for team in sorted(set(own.get(task["operator"], ())))
                     if free.get(team, "") < task["start"]), None)
        if team is None:
            continue
        free[team] = task["end"]
        start, end = date.fromisoformat(task["start"]), date.fromisoformat(task["end"])
        for year, month in months((start.year, start.month), (end.year, end.month)):
            first = max(start, date(year, month, 1))
            last = min(end, date.fromisoformat(last_day(year, month)))
            span = (last - first).days + 1
            days.append({
                "organisation": task["operator"], "team": team, "task_id": task["id"], "from": first.isoformat(),
                "to": last.isoformat(), "days": round(span * rng.uniform(0.5, 0.8) * 2) / 2 or 0.5,
            })
    return days


def contributions(rng, tasks):
    """Agreements of donors and the state by year, each in its own currency."""
    rows = []
    currencies = dict(zip(DONORS, ("XTS", "EUR", "USD", "USD")))
    sizes = dict(zip(DONORS, (90_000_000, 9_000_000, 7_500_000, 5_000_000)))
    number = 0
    for donor in DONORS:
        for year in range(2021, 2025):
            number += 1
            pledged = round(sizes[donor] * rng.uniform(0.8, 1.3), -3)
            received = round(pledged * rng.uniform(0.75, 1.0), 2)
            spent = "" if year == 2024 else round(received * rng.uniform(0.8, 0.99), 2)
            rows.append({
                "id": f"SYN-G{number:02d}", "donor": donor, "donor_type": "state" if donor == DONORS[0] else "donor",
                "pledged": pledged, "received": received, "spent": spent, "currency": currencies[donor],
                "from": f"{year}-01-01", "to": f"{year}-12-31", "tasks": "", "districts": "",
                "purpose": "demining", "source": "SYNTHETIC budget",
            })
    done = sorted(task["id"] for task in tasks if task["donor"] == DONORS[3] and task["status"] == "completed")
    # Two donors in one currency pay for the same tasks: their money is taken together.
    for donor, share in ((DONORS[2], 380_000), (DONORS[3], 410_000)):
        number += 1
        rows.append({
            "id": f"SYN-G{number:02d}", "donor": donor, "donor_type": "donor", "pledged": "", "received": share,
            "spent": "", "currency": "USD", "from": "2023-01-01", "to": "2023-12-31", "tasks": ";".join(done[:6]),
            "districts": "", "purpose": "community minefields", "source": "SYNTHETIC budget",
        })
    # One agreement of which more was spent than came.
    rows[1]["spent"] = rows[1]["received"] + 1250.5
    return rows


def write(folder, write_table):
    """Write the files, from tasks that are written already."""
    rng = random.Random(SEED)
    with open(folder / "tasks.csv", encoding="utf-8", newline="") as file:
        tasks = list(csv.DictReader(file))
    education = risk_education(rng)
    others = other_indicators(rng, education)
    crews = teams(rng)
    for name, rows in (
            ("risk_education.csv", education), ("indicators.csv", others), ("teams.csv", crews),
            ("team_days.csv", team_days(rng, tasks, crews)), ("contributions.csv", contributions(rng, tasks))):
        write_table(folder / name, list(rows[0]), rows)
