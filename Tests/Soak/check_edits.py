"""Edits the map with GDAL and with plain SQL: every edit is found, nothing that is done meanwhile
overwrites one, and once adopted the ledger is that of a book in which the same rows came by import.
"""

import csv
import io
import json
import os
import random
import shutil
import sqlite3
import subprocess

import soak

TITLE = "Edits by other programs, adopted"
NEEDS = ["osgeo"]

WORDS = ["checked by survey", "Kənd", "owner's field; east", 'said "here"', "=1+1"]


class Books:
    def __init__(self, landbook, work):
        self.landbook, self.work = landbook, work

    def run(self, path, *words, codes=(0,)):
        done = subprocess.run(
            [self.landbook, *words, "--book", str(path)], capture_output=True, text=True,
            env=dict(os.environ, LANDBOOK=""))
        assert done.returncode in codes, f"{words}: exit {done.returncode}: {done.stderr[-500:]}"
        return done.stderr + done.stdout


def layer_rows(path, layer):
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    book.row_factory = sqlite3.Row
    found = [dict(row) for row in book.execute(f'SELECT * FROM "{layer}" ORDER BY fid')]
    book.close()
    return found


def movements(path, landbook, work):
    """The ledger without the numbers that a book gives its rows."""
    target = work / "movement.csv"
    target.unlink(missing_ok=True)
    subprocess.run([landbook, "export", "movement", str(target), "--book", str(path)],
                   check=True, capture_output=True)
    with target.open(newline="") as file:
        lines = [
            {name: value for name, value in line.items()
             if name not in ("fid", "stored_version", "version", "batch")}
            for line in csv.DictReader(file)]
    target.unlink()
    return sorted(json.dumps(line, sort_keys=True) for line in lines)


def name(layer, row):
    return f"{layer} {row['organisation'] + '/' if row['organisation'] else ''}{row['id']}"


def edit_with_gdal(path, dice, count):
    from osgeo import ogr
    ogr.UseExceptions()
    edited = {}
    source = ogr.Open(str(path), 1)
    for layer_name in ["hazard", "release"]:
        layer = source.GetLayerByName(layer_name)
        features = [feature for feature in layer if feature.GetGeometryRef()]
        for feature in dice.sample(features, min(count, len(features))):
            key = name(layer_name, {"organisation": feature["organisation"], "id": feature["id"]})
            how = dice.choice(["text", "move", "single", "z"])
            if how == "text":
                field = "source" if layer_name == "hazard" else "land_use"
                feature.SetField(field, dice.choice(WORDS))
            else:
                geometry = feature.GetGeometryRef().Clone()
                shift = dice.choice([1e-4, -2e-4, 3e-4])
                if how == "z":
                    geometry = geometry.Clone()
                    geometry.Set3D(True)
                shifted = ogr.CreateGeometryFromWkt(
                    moved(geometry, shift))
                if how == "single" and shifted.GetGeometryCount() == 1:
                    shifted = shifted.GetGeometryRef(0).Clone()
                feature.SetGeometry(shifted)
            layer.SetFeature(feature)
            edited[key] = how
    source = None
    return edited


def moved(geometry, shift):
    geometry = geometry.Clone()

    def move(part):
        if part.GetGeometryCount():
            for place in range(part.GetGeometryCount()):
                move(part.GetGeometryRef(place))
        else:
            for place in range(part.GetPointCount()):
                x, y = part.GetX(place), part.GetY(place)
                part.SetPoint(place, x + shift, y, 5) if part.Is3D() else \
                    part.SetPoint_2D(place, x + shift, y)
    move(geometry)
    return geometry.ExportToIsoWkt()


def edit_with_sql(path, dice, count, taken):
    """Attributes of hazards and releases."""
    edited = {}
    book = sqlite3.connect(path)
    # The triggers of the R-tree name them, and are not run by these edits.
    for function in ["ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"]:
        book.create_function(function, 1, lambda blob: 0)
    for layer, column in [("hazard", "reason"), ("release", "donor")]:
        rows = [row for row in layer_rows(path, layer) if name(layer, row) not in taken]
        for row in dice.sample(rows, min(count, len(rows))):
            book.execute(f'UPDATE "{layer}" SET {column} = ? WHERE fid = ?',
                         (dice.choice(WORDS), row["fid"]))
            edited[name(layer, row)] = "sql"
    book.commit()
    book.close()
    return edited


def as_import(path, layer, names):
    """The rows of a layer that were edited, as a file that says the same."""
    from osgeo import ogr
    ogr.UseExceptions()
    renamed = {"hazards": "hazard_id", "task": "task_id", "release_method": "method"}
    left_out = {"fid", "standing", "area_m2", "recorded_at", "content_hash", "version", "geom"}
    text = io.StringIO()
    writer = None
    source = ogr.Open(str(path))
    shapes = {feature.GetFID(): feature.GetGeometryRef().ExportToIsoWkt()
              for feature in source.GetLayerByName(layer) if feature.GetGeometryRef()}
    for row in layer_rows(path, layer):
        if name(layer, row) not in names:
            continue
        line = {renamed.get(key, key): value for key, value in row.items() if key not in left_out}
        line["wkt"] = shapes.get(row["fid"], "")
        if writer is None:
            writer = csv.DictWriter(text, fieldnames=list(line))
            writer.writeheader()
        writer.writerow({key: "" if value is None else value for key, value in line.items()})
    return text.getvalue()


def unsaid(path):
    """Records whose layer row leaves something out that the record says, which a file would lose."""
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    found = set()
    for layer, condition in [
        ("hazard", "v.approver IS NOT NULL OR v.is_confirmed_change"),
        ("release", "v.counts IS NOT NULL"),
    ]:
        for organisation, identifier in book.execute(
            f'SELECT l.organisation, l.id FROM "{layer}" AS l JOIN {layer}_version AS v '
            f"ON v.fid = l.version WHERE {condition} "
            "OR v.reported_area_typed_cm2 IS NOT v.reported_area_cm2"):
            found.add(name(layer, {"organisation": organisation, "id": identifier}))
    book.close()
    return found


def round_of_edits(books, dice, number):
    work = books.work
    adopted, imported = work / "adopted.gpkg", work / "imported.gpkg"
    for old in list(work.glob("adopted.gpkg*")) + list(work.glob("imported.gpkg*")):
        old.unlink()
    shutil.copy(work / "book.gpkg", adopted)
    shutil.copy(work / "book.gpkg", imported)
    again = f"SEED={soak.seed()} number {number}"
    edited = edit_with_gdal(adopted, dice, dice.choice([1, 3, 8]))
    edited |= edit_with_sql(adopted, dice, dice.choice([1, 4]), edited.keys())
    told = books.run(adopted, "adopt", "--dry-run", codes=(0, 2))
    missed = [key for key in edited if f"{key}: edited on the map" not in told]
    assert not missed, f"{again}: not found: {[(key, edited[key]) for key in missed[:5]]}"
    told_of = told.count(": edited on the map")
    assert told_of == len(edited), f"{again}: {told_of} edits told of {len(edited)}"
    # Whatever is done meanwhile, an edit stays.
    before = {layer: layer_rows(adopted, layer) for layer in ["hazard", "release"]}
    said = books.run(adopted, "post", "--anew")
    assert "edited on the map and not adopted" in said, f"{again}: post says nothing of edits"
    after = {layer: layer_rows(adopted, layer) for layer in ["hazard", "release"]}
    assert before == after, f"{again}: posting changed a row that was edited"
    # The same rows by import into the other book.
    simple = edited.keys() - unsaid(adopted)
    files = {layer: as_import(adopted, layer, simple) for layer in ["hazard", "release"]}
    books.run(adopted, "adopt", *sorted(simple), "--reason", "seen on the map", codes=(0, 2))
    for layer, text in files.items():
        if not text:
            continue
        path = work / f"{layer}s.csv"
        path.write_text(text, encoding="utf-8")
        books.run(imported, "import", f"{layer}s", str(path), "--crs", "EPSG:4326", "--no-profile",
                  "--fix", "none", codes=(0, 2))
    same = movements(adopted, books.landbook, work) == movements(imported, books.landbook, work)
    assert same, f"{again}: the ledger is not that of the book with the same rows imported"
    books.run(adopted, "adopt", codes=(0, 2))
    left = books.run(adopted, "adopt", "--dry-run", codes=(0, 2))
    assert "Nothing was edited" in left or "Refused" in left, f"{again}: left: {left[:300]}"
    return len(edited)


def round_of_restoring(books, dice, number):
    """Rows that were edited, deleted and drawn are put back byte for byte."""
    path = books.work / "restored.gpkg"
    for old in books.work.glob("restored.gpkg*"):
        old.unlink()
    shutil.copy(books.work / "book.gpkg", path)
    before = {layer: layer_rows(path, layer) for layer in ["hazard", "release"]}
    edited = edit_with_gdal(path, dice, 3)
    from osgeo import ogr
    source = ogr.Open(str(path), 1)
    layer = source.GetLayerByName("release")
    gone = [feature for feature in layer][:2]
    deleted = []
    for feature in gone:
        deleted.append(name("release", {"organisation": feature["organisation"], "id": feature["id"]}))
        layer.DeleteFeature(feature.GetFID())
    made = ogr.Feature(layer.GetLayerDefn())
    made.SetField("id", "SYN-DRAWN")
    made.SetField("kind", "cleared")
    made.SetGeometry(ogr.CreateGeometryFromWkt("MULTIPOLYGON (((1 1, 1.01 1, 1.01 1.01, 1 1)))"))
    layer.CreateFeature(made)
    source = layer = None
    told = books.run(path, "adopt", "--dry-run", codes=(0, 2))
    for key in deleted:
        assert f"{key}: deleted on the map" in told, f"SEED={soak.seed()} number {number}: {key}"
    assert "release SYN-DRAWN: drawn on the map" in told, told[:500]
    books.run(path, "adopt", "--restore")
    after = {layer: layer_rows(path, layer) for layer in ["hazard", "release"]}

    def keyed(rows):
        return {layer: {(row["organisation"], row["id"]): {k: v for k, v in row.items() if k != "fid"}
                        for row in found} for layer, found in rows.items()}
    wrong = [key for layer in before for key in keyed(before)[layer]
             if keyed(before)[layer][key] != keyed(after)[layer].get(key)]
    assert not wrong, f"SEED={soak.seed()} number {number}: not put back: {wrong[:5]}"
    assert len(before["release"]) == len(after["release"])
    log = sqlite3.connect(path).execute(
        "SELECT content FROM log_entry WHERE verb = 'adopt'").fetchall()
    assert any("SYN-DRAWN" in row[0] for row in log), "what was put back is not in the log"
    return len(edited) + len(deleted) + 1


def run(landbook, work):
    dice = random.Random(soak.seed())
    books = Books(landbook, work)
    rounds = soak.scaled(8)
    adopted = sum(round_of_edits(books, dice, number) for number in range(rounds))
    restored = sum(round_of_restoring(books, dice, number) for number in range(soak.scaled(4)))
    return (f"{adopted} edits found and adopted, {restored} put back", [
        soak.Row("edits of the map by GDAL and SQL, found and adopted", adopted, adopted, 0),
        soak.Row("edits, deletions and drawings, put back", restored, restored, 0)])
