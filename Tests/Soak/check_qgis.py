"""Opens the book in QGIS as a person would, with the styles it brings, and looks at the picture."""

import json
import subprocess

TITLE = "The book in QGIS"
NEEDS = ["qgis"]

LAYERS = ["finding", "district", "remaining", "release", "hazard"]
# What stands for each class on the ground: the tint of its area, exact where nothing lies under it.
TINTS = {
    "remaining": {"confirmed": "#f1b8ae", "suspected": "#fbe3b5", "given_up": "#f7d7c4"},
    "release": {"cancelled": "#eef3f8", "reduced": "#d5e5f3", "cleared": "#6fa3d0"},
    "hazard": {"confirmed": "#f1b8ae", "suspected": "#fbe3b5", "given_up": "#f7d7c4"},
}
COLUMNS = {"remaining": "state", "release": "kind", "hazard": "standing"}
HAZARD_OPACITY = 100 / 255
DISTRICT, FINDING = "#57606a", "#6f2da8"


def blended(color, opacity):
    """The colour of a tint on white paper."""
    parts = [int(color[i:i + 2], 16) for i in (1, 3, 5)]
    return tuple(round(255 - (255 - part) * opacity) for part in parts)


class Map:
    # What QGIS made stays until the process ends: it can't be taken down in Python's order.
    kept = []

    def __init__(self, book):
        from qgis.core import QgsApplication, QgsVectorLayer
        if not Map.kept:
            QgsApplication.setPrefixPath("/usr", True)
            program = QgsApplication([], False)
            program.initQgis()
            Map.kept.append(program)
        Map.kept.append(self)
        self.layers = {}
        for name in LAYERS:
            layer = QgsVectorLayer(f"{book}|layername={name}", name, "ogr")
            assert layer.isValid(), f"QGIS can't open the layer {name}"
            words, is_loaded = layer.loadDefaultStyle()
            assert is_loaded, f"the layer {name} brings no style: {words}"
            self.layers[name] = layer

    def picture(self, names, box, path, size=(1200, 900)):
        from qgis.core import (
            QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsMapRendererParallelJob,
            QgsMapSettings, QgsProject)
        from qgis.PyQt.QtCore import QSize
        from qgis.PyQt.QtGui import QColor
        middle = box.center()
        plane = QgsCoordinateReferenceSystem.fromProj(
            f"+proj=laea +lat_0={middle.y()} +lon_0={middle.x()} +datum=WGS84 +type=crs")
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        settings = QgsMapSettings()
        settings.setLayers([self.layers[name] for name in names])
        settings.setDestinationCrs(plane)
        transform = QgsCoordinateTransform(degrees, plane, QgsProject.instance())
        settings.setExtent(transform.transformBoundingBox(box))
        settings.setOutputSize(QSize(*size))
        settings.setBackgroundColor(QColor("white"))
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        assert not job.errors(), f"QGIS complains: {job.errors()[0].message}"
        image = job.renderedImage()
        image.save(str(path))
        return colours(image)


def colours(image):
    """How many pixels have each colour."""
    counts = {}
    bits = image.convertToFormat(image.Format_RGB32)
    pointer = bits.constBits()
    pointer.setsize(bits.sizeInBytes())
    data = bytes(pointer)
    for place in range(0, len(data), 4):
        key = data[place:place + 3]
        counts[key] = counts.get(key, 0) + 1
    return {(key[2], key[1], key[0]): count for key, count in counts.items()}


def around(feature, times):
    box = feature.geometry().boundingBox()
    box.scale(times)
    return box


def largest(layer, where):
    from qgis.core import QgsFeatureRequest
    found = [f for f in layer.getFeatures(QgsFeatureRequest().setFilterExpression(where))]
    return max(found, key=lambda f: f["area_m2"] or 0, default=None)


def classes_are_drawn(drawn, work):
    for name, tints in TINTS.items():
        layer = drawn.layers[name]
        for word, tint in tints.items():
            where = f"\"{COLUMNS[name]}\" = '{word}'"
            if name == "release":
                where += " AND \"review\" = 'accepted'"
            feature = largest(layer, where)
            if feature is None:
                continue
            seen = drawn.picture([name], around(feature, 1.4), work / f"{name}-{word}.png")
            expected = blended(tint, HAZARD_OPACITY if name == "hazard" else 1)
            assert seen.get(expected, 0) > 2000, f"{name} {word}: {seen.get(expected, 0)} pixels of {expected}"


def what_does_not_count_is_faint(drawn, work):
    feature = largest(drawn.layers["release"], "\"review\" <> 'accepted'")
    if feature is None:
        return
    box = around(feature, 0.5)
    seen = drawn.picture(["release"], box, work / "release-not-accepted.png")
    others = [f for f in drawn.layers["release"].getFeatures(box) if f["review"] == "accepted"]
    if not others:
        white = seen.get((255, 255, 255), 0)
        assert white > 0.9 * sum(seen.values()), "a release that was not accepted is filled"


def borders_and_findings_are_drawn(drawn, work):
    box = drawn.layers["district"].extent()
    seen = drawn.picture(["district"], box, work / "districts.png")
    assert seen.get(blended(DISTRICT, 1), 0) > 500, "no borders of districts"
    # Labels are in the colour of the borders, with letters in all shades.
    without = sum(count for colour, count in seen.items() if colour != (255, 255, 255))
    drawn.layers["district"].setLabelsEnabled(False)
    bare = drawn.picture(["district"], box, work / "districts-bare.png")
    drawn.layers["district"].setLabelsEnabled(True)
    assert without > 1.05 * sum(n for c, n in bare.items() if c != (255, 255, 255)), "no labels"
    findings = drawn.layers["finding"]
    if findings.featureCount():
        seen = drawn.picture(["finding"], findings.extent(), work / "findings.png")
        assert seen.get(blended(FINDING, 1), 0) > 20, "no finding is drawn"


def an_undone_district_is_gone(landbook, work, country):
    """A district that was taken back leaves its row in the table, and nothing on the map."""
    from qgis.core import QgsRectangle
    # Where nothing else is.
    west, south = country.xMinimum(), country.yMaximum() + 0.2
    ring = ", ".join(
        f"{west + x} {south + y}" for x, y in [(0, 0), (0.2, 0), (0.2, 0.1), (0, 0.1), (0, 0)])
    file = work / "extra.csv"
    file.write_text(f'code,name,wkt\nSYN-EXTRA,SYN Extra,"POLYGON (({ring}))"\n')
    call(landbook, "import", "districts", file, "--crs", "EPSG:4326", "--no-post")
    box = QgsRectangle(west - 0.05, south - 0.05, west + 0.25, south + 0.15)
    before = Map(work / "book.gpkg").picture(["district"], box, work / "extra-district.png")
    assert before.get(blended(DISTRICT, 1), 0) > 100, "the new district is not drawn"
    log = json.loads(call(landbook, "log", "--json"))
    last = max(row["batch"] for table in log["tables"] for row in table["rows"])
    call(landbook, "undo", last, "--no-post")
    after = Map(work / "book.gpkg").picture(["district"], box, work / "undone-district.png")
    assert set(after) == {(255, 255, 255)}, "an undone district is still drawn"


def call(landbook, *arguments):
    done = subprocess.run([landbook, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode in (0, 2), f"landbook {arguments[0]}: {done.stderr.strip()}"
    return done.stdout


def run(landbook, work):
    call(landbook, "post", "--map")
    drawn = Map(work / "book.gpkg")
    assert drawn.layers["release"].attributeDisplayName(2) == "Release", "columns have no names"
    classes_are_drawn(drawn, work)
    what_does_not_count_is_faint(drawn, work)
    borders_and_findings_are_drawn(drawn, work)
    whole = drawn.layers["district"].extent()
    drawn.picture(LAYERS, whole, work / "country.png", (1600, 1200))
    open_ground = largest(drawn.layers["remaining"], "\"state\" = 'confirmed'")
    drawn.picture(LAYERS, around(open_ground, 6), work / "sites.png", (1600, 1200))
    drawn.picture(LAYERS, around(open_ground, 40), work / "district.png", (1600, 1200))
    an_undone_district_is_gone(landbook, work, whole)
    return "classes, borders, labels and findings drawn; an undone district is not"
