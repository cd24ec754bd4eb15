"""Opens workbooks and spreadsheet text as an office would, and adds them up against the JSON."""

import csv
import importlib.util
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as tree
import zipfile

TITLE = "Workbooks and spreadsheet text against the exact figures"
NEEDS = []

SPACE = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
LANGUAGES = ["en", "az", "ru", "fr", "ar", "uk"]
COMMA = {"az", "ru", "fr", "uk"}
PROGRESS = ["report", "progress", "--by", "district"]


def made(landbook, *arguments):
    return subprocess.run(
        [landbook, *arguments], check=True, capture_output=True).stdout.decode("utf-8")


def column(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def read(path):
    """Every sheet as rows of values; a formula anywhere is a fault."""
    with zipfile.ZipFile(path) as book:
        texts = []
        if "xl/sharedStrings.xml" in book.namelist():
            root = tree.fromstring(book.read("xl/sharedStrings.xml"))
            for item in root.findall("m:si", SPACE):
                texts.append("".join(t.text or "" for t in item.iter("{%s}t" % SPACE["m"])))
        names = [
            sheet.get("name")
            for sheet in tree.fromstring(book.read("xl/workbook.xml")).iter("{%s}sheet" % SPACE["m"])]
        sheets = {}
        for number, name in enumerate(names, 1):
            root = tree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            rows = []
            for line in root.iter("{%s}row" % SPACE["m"]):
                cells = {}
                for cell in line.findall("m:c", SPACE):
                    assert cell.find("m:f", SPACE) is None, f"a formula at {name} {cell.get('r')}"
                    value = cell.find("m:v", SPACE)
                    if value is None:
                        continue
                    place = column(cell.get("r"))
                    cells[place] = (
                        texts[int(value.text)] if cell.get("t") == "s" else float(value.text))
                rows.append([cells.get(place) for place in range(max(cells, default=-1) + 1)])
            sheets[name] = rows
        return sheets


def close(left, right):
    return abs(left - right) <= 1e-9 * max(1, abs(right))


def totals_of(document, unit):
    """The sum of every area column of the main table, in a unit."""
    table = next(t for t in document["tables"] if t["id"] == document["main_table"])
    keys = [c["key"] for c in table["columns"]]
    areas = [k for k, c in zip(keys, table["columns"]) if c["kind"] == "area"]
    sums = {k: sum(float(row[k]) for row in table["rows"] if row[k] is not None) / unit for k in areas}
    return {keys.index(k): v for k, v in sums.items()}, len(table["rows"])


def check_progress(landbook, work):
    document = json.loads(made(landbook, *PROGRESS, "--json"))
    wanted, count = totals_of(document, 10_000)
    for language in LANGUAGES:
        path = work / f"progress-{language}.xlsx"
        made(landbook, *PROGRESS, "--lang", language, "--hxl", "-o", str(path))
        again = work / "again.xlsx"
        made(landbook, *PROGRESS, "--lang", language, "--hxl", "-o", str(again))
        assert path.read_bytes() == again.read_bytes(), f"{path.name} is not the same twice"
        rows = list(read(path).values())[1]
        assert rows[1][0] == "#adm1+code", rows[1]
        body, total = rows[2:2 + count], rows[2 + count]
        for place, value in wanted.items():
            added = sum(row[place] for row in body if len(row) > place and row[place] is not None)
            assert close(added, value), (language, place, added, value)
        cleared = next(iter(wanted))
        assert close(total[cleared], wanted[cleared]), (language, total)

        text = made(landbook, *PROGRESS, "--lang", language, "--format", "csv", "--excel")
        assert text.startswith("\ufeff")
        separator, mark = (";", ",") if language in COMMA else (",", ".")
        lines = list(csv.reader(io.StringIO(text[1:]), delimiter=separator))
        assert len(lines) == count + 1
        for place, value in wanted.items():
            added = sum(float(line[place].replace(mark, ".")) for line in lines[1:] if line[place])
            assert close(added, value), (language, place, added, value)
        markdown = made(landbook, *PROGRESS, "--lang", language, "--format", "markdown")
        assert markdown.count("\n|") > count


def check_hostile(landbook, work):
    """Names that would run as formulas are texts in every cell."""
    names = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://example.invalid\")", "a\tb"]
    districts = work / "hostile.csv"
    with open(districts, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["code", "name", "wkt_4326"])
        for place, name in enumerate(names):
            x = 45 + place
            ring = f"{x} 40, {x + 1} 40, {x + 1} 41, {x} 41, {x} 40"
            writer.writerow([f"D{place}", name, f"POLYGON (({ring}))"])
    book = ["--book", str(work / "hostile.gpkg")]
    made(landbook, "init", str(work / "hostile.gpkg"), "--name", "=cmd|' /C calc'!A0")
    made(landbook, "import", "districts", str(districts), *book)
    made(landbook, "post", *book)
    path = work / "hostile.xlsx"
    made(landbook, *PROGRESS, *book, "-o", str(path))
    cells = [cell for rows in read(path).values() for row in rows for cell in row]
    assert "=1+1" in cells, "the name is not there as it is"
    for language in LANGUAGES:
        text = made(
            landbook, *PROGRESS, *book, "--lang", language, "--format", "csv", "--excel")
        separator = ";" if language in COMMA else ","
        for line in csv.reader(io.StringIO(text[1:]), delimiter=separator):
            for field in line:
                is_number = re.fullmatch(r"-?[0-9.,]+%?", field) is not None
                assert is_number or field[:1] not in list("=+-@\t\r") or not field, field


def check_tags(landbook):
    if importlib.util.find_spec("hxl") is None:
        return "no libhxl"
    import hxl
    for statement in ["progress", "balance", "bulletin", "victims", "devices"]:
        text = made(landbook, "report", statement, "--format", "csv", "--hxl")
        source = hxl.data(io.BytesIO(text.encode("utf-8")), hxl.InputOptions(allow_local=True))
        assert source.columns and all(c.tag for c in source.columns), statement
        sum(1 for _ in source)
    return "tags read by libhxl"


def check_office(landbook, work):
    if shutil.which("soffice") is None:
        return "no LibreOffice"
    made(landbook, "report", "summary", "--lang", "ru", "-o", str(work / "summary.xlsx"))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(work),
         str(work / "summary.xlsx")], check=True, capture_output=True, timeout=300)
    assert (work / "summary.pdf").stat().st_size > 10_000
    return "opened by LibreOffice"


def run(landbook, work):
    check_progress(landbook, work)
    check_hostile(landbook, work)
    said = [check_tags(landbook), check_office(landbook, work)]
    return "six languages add up; " + "; ".join(said)
