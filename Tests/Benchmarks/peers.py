"""The peers: their Python environment, and their accounts of a data set."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

import measure

HERE = os.path.dirname(os.path.abspath(__file__))

PACKAGES = (
    ("geopandas", "pyogrio", "shapely", "pyproj"),
    ("duckdb==1.5.5", "duckdb-extension-spatial"),
)
"""What is asked of pip, a group at a time: one that can't be had leaves the others."""


@dataclass
class Peer:
    """A program that makes the same account: its script, its words and, once run, its name."""

    name: str
    script: str
    words: list[str] = field(default_factory=list)

    def account(self, python, data, out):
        """Runs the account; the cost is that of the account's part alone, loading left out."""
        command = [python, f"{HERE}/{self.script}", data, out, *self.words]
        whole = measure.run(command)
        said = json.loads(whole.said)
        self.name = said["peer"]
        shown = f"python Tests/Benchmarks/{self.script} {' '.join([data, out, *self.words])}"
        return measure.Cost(said["processor"], said["wall"], whole.peak, [shown])


def all_peers():
    return [
        Peer("GeoPandas", "account_geopandas.py"),
        Peer("GeoPandas, tuned", "account_geopandas.py", ["tuned"]),
        Peer("DuckDB Spatial", "account_duckdb.py"),
        Peer("PostGIS", "account_postgis.py"),
    ]


def environment(folder, tell):
    """The Python of a virtual environment with what pip can get, or none; says what it can't."""
    venv = f"{folder}/venv"
    python, stamp = f"{venv}/bin/python", f"{venv}/installed.json"
    if os.path.exists(stamp):
        with open(stamp) as file:
            if json.load(file) == [list(group) for group in PACKAGES]:
                return python
    print(
        "Setting up the peers (the first time takes some minutes) ...", file=sys.stderr
    )
    shutil.rmtree(venv, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", venv], check=False, capture_output=True
    )
    if made.returncode:
        tell(
            "All peers skipped: Python's venv is missing (apt-get install python3-venv)."
        )
        return None
    missing = False
    for group in PACKAGES:
        pip = [
            python,
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            *group,
        ]
        got = subprocess.run(pip, check=False, capture_output=True, text=True)
        if got.returncode:
            missing = True
            why = (got.stderr.strip() or "no message").splitlines()[-1]
            tell(f"pip can't get {' '.join(group)}: {why}")
    if not missing:
        with open(stamp, "w") as file:
            json.dump(PACKAGES, file)
    return python
