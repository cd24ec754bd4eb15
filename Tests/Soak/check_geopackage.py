"""Holds the book and what is exported against GDAL's validator of GeoPackages."""

import subprocess
import sys

TITLE = "GeoPackages by GDAL's validator"
NEEDS = ["osgeo_utils"]

EXPORTS = ["district", "hazard", "release", "remaining", "released"]


def validate(path):
    done = subprocess.run(
        [sys.executable, "-m", "osgeo_utils.samples.validate_gpkg", "--extra", str(path)],
        capture_output=True, text=True)
    said = (done.stdout + done.stderr).strip()
    assert done.returncode == 0 and "arning" not in said, f"{path.name}: {said[:300]}"


def run(landbook, work):
    subprocess.run([landbook, "post", "--map"], check=True, capture_output=True)
    validate(work / "book.gpkg")
    for name in EXPORTS:
        path = work / f"{name}.gpkg"
        subprocess.run([landbook, "export", name, str(path)], check=True, capture_output=True)
        validate(path)
    return f"the book and {len(EXPORTS)} exports are valid"
