"""A small book with something in every table, and the files it was made of."""

import csv
import json
import subprocess


def square(x, y, side):
    ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


def write_layer(path, rows):
    features = [
        {"type": "Feature", "properties": row, "geometry": shape} for row, shape in rows]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def write_table(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def files(folder):
    """Writes the files; gives subject and path of each, in the order they are imported."""
    write_layer(folder / "districts.geojson", [
        ({"code": f"D{i}", "name": f"District {i}"}, square(46 + i, 39, 1)) for i in range(3)])
    write_layer(folder / "hazards.geojson", [
        ({"id": f"H{i}", "organisation": "Agency", "class": "CHA" if i % 2 else "SHA",
          "date": f"20{10 + i}-03-01", "source": "survey", "reported_area_m2": 10000 * i},
         square(46.05 + 0.12 * i, 39.2, 0.05)) for i in range(12)])
    write_layer(folder / "releases.geojson", [
        ({"id": f"R{i}", "organisation": "Agency", "kind": ["cleared", "reduced", "cancelled"][i % 3],
          "date": f"2023-0{1 + i % 9}-10", "approved_on": f"2023-0{1 + i % 9}-20", "operator": "Team",
          "donor": "Donor", "hazard_id": f"H{i}", "ap_mines": i},
         square(46.06 + 0.12 * i, 39.21, 0.02)) for i in range(12)])
    write_table(folder / "tasks.csv", [
        {"id": f"T{i}", "hazard_id": f"H{i}", "operator": "Team", "donor": "Donor", "type": "TS",
         "status": "completed", "start": "2023-01-01", "end": "2023-02-01"} for i in range(4)])
    write_table(folder / "devices.csv", [
        {"id": f"V{i}", "release_id": f"R{i}", "date": "2023-02-01", "category": "AP_MINE",
         "model": "PMN", "quantity": 2, "latitude": 39.215, "longitude": 46.065 + 0.12 * i}
        for i in range(4)])
    write_table(folder / "victims.csv", [
        {"id": f"A{i}", "date": "2023-03-03", "district": "D1", "sex": "male", "age_group": "adult",
         "outcome": "injured", "activity": "farming", "device_category": "UXO", "civilian": "yes"}
        for i in range(3)])
    write_table(folder / "statements.csv", [
        {"actor": "Army", "from": "2020-11-10", "to": "2020-12-31", "districts": "D1",
         "activity": "clearance", "area_ha": 240, "items": 7, "source": "statement"}])
    (folder / "claims.json").write_text(json.dumps({
        "source": {"key": "paper-1", "title": "A paper", "published": "2024-01-01"},
        "claims": [{
            "id": "C1", "measure": "area_cleared", "value": 12.5, "printed": "12.5", "unit": "km2",
            "scope": {"territory": "D1", "since": "2023-01-01", "as_of": "2023-12-31"}}]}))
    return [(name, folder / f"{name}.{ending}") for name, ending in [
        ("districts", "geojson"), ("hazards", "geojson"), ("releases", "geojson"),
        ("tasks", "csv"), ("devices", "csv"), ("victims", "csv"), ("statements", "csv"),
        ("claims", "json")]]


def make(landbook, folder):
    """The book, posted, with rows refused, taken back, corrected by hand and closed."""
    folder.mkdir(parents=True, exist_ok=True)
    book = folder / "small.gpkg"
    book.unlink(missing_ok=True)

    def call(*words, codes=(0, 2)):
        done = subprocess.run([landbook, *words], capture_output=True, text=True)
        assert done.returncode in codes, f"{words}: {done.returncode} {done.stderr[:300]}"

    call("init", str(book), "--name", "Small")
    for subject, path in files(folder):
        call("import", subject, str(path), "--book", str(book), "--no-post", codes=(0, 2, 65))
    call("post", "--book", str(book), "--map")
    call("amend", "H1", "source=corrected", "--reason", "a typing error", "--book", str(book))
    call("check", "--anew", "--book", str(book))
    call("close", "2023", "--book", str(book), codes=(0, 2, 64))
    return book
