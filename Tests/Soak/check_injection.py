"""Every statement and export of a book full of attacks, in every format.

Text and talk never carry what moves a terminal, lines stay lines, a table keeps its columns, no cell
is a formula, markup stays text, JSON stays JSON; names of layers, columns, files and districts are
neither SQL nor paths. The browser's part is in check_browser.
"""

import csv
import html.parser
import io
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile

import hostilebook
import smallbook
import soak

TITLE = "Attacks in every text of a book"
NEEDS = []

STATEMENTS = [
    "balance", "progress", "transitions", "bridge", "devices", "summary", "bulletin", "monthly", "land-release",
    "donor", "reconciliation", "article7", "mine-action-review", "victims", "data-quality", "completion",
    "monitor", "ccm-form-f"]
OTHERS = [
    ["log"], ["check", "--all"], ["reconcile"], ["profile"], ["why", "odd"], ["changes", "--from-known", "2020-01-01"],
    ["why", hostilebook.PAYLOADS[0], "--by", "district"]]
EXPORTS = ["movement", "district", "hazard", "release", "device", "remaining", "released", "overlaps"]
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
FORMULA = set("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
NUMBER = re.compile(r"^[-+]?[0-9][0-9.,\s\u00a0\u202f]*%?$|^[-\u2212\u2013]$")

csv.field_size_limit(1 << 30)
faults = []
tried = 0


def check(what, is_right, detail=""):
    global tried
    tried += 1
    if not is_right:
        faults.append(f"{what}{f' ({detail!r})' if detail else ''}")


class Elements(html.parser.HTMLParser):
    """What a page asks a browser to do."""
    VOID = {"img", "iframe", "object", "embed", "form", "base", "link", "input", "frame", "applet", "textarea", "math"}

    def __init__(self):
        super().__init__()
        self.strange, self.scripts = [], 0

    def handle_starttag(self, tag, attributes):
        if tag in self.VOID:
            self.strange.append(tag)
        if tag == "script":
            self.scripts += 1
        if tag == "meta" and dict(attributes).get("http-equiv", "").lower() == "refresh":
            self.strange.append("refresh")
        for name, value in attributes:
            if name.startswith("on") or name in ("srcdoc", "formaction"):
                self.strange.append(name)
            if name in ("href", "src", "xlink:href", "action") and not (value or "").startswith("#"):
                self.strange.append(f"{name}={value}")


def text(what, printed):
    strange = CONTROL.search(printed)
    check(f"{what}: no character moves the terminal", not strange,
          strange and printed[max(0, strange.start() - 30):strange.end() + 30])
    for line in printed.splitlines():
        check(f"{what}: no line pretends to be the program's", not re.match(r"^(landbook: all well|Forged line)", line), line)


def table(what, printed, separator=","):
    rows = list(csv.reader(io.StringIO(printed.removeprefix("\ufeff"), newline=""), delimiter=separator))
    check(f"{what}: has rows", bool(rows))
    for row in rows:
        for cell in row:
            if cell and cell[0] in FORMULA and not NUMBER.match(cell):
                check(f"{what}: no cell is a formula", False, cell[:60])
    check(f"{what}: no cell is a formula", True)


def page(what, written):
    elements = Elements()
    elements.feed(written)
    check(f"{what}: markup stays text", not elements.strange, elements.strange[:3])
    raw = [p for p in hostilebook.PAYLOADS if "<" in p and len(p) > 6 and p in written]
    check(f"{what}: no attack stands as it was given", not raw, raw[:1])
    check(f"{what}: it has one page of scripts", elements.scripts <= 40, elements.scripts)


def markdown(what, written):
    check(f"{what}: no markup", not re.search(r"<(script|img|iframe|svg|base|form|meta)", written, re.I))
    check(f"{what}: no link to a script", not re.search(r"(?<!\\)\]\(javascript:", written, re.I))
    check(f"{what}: no picture from elsewhere", not re.search(r"(?<!\\)!\[[^\]]*\]\(//", written))
    columns = None
    for line in written.splitlines():
        bars = len(re.findall(r"(?<!\\)\|", line))
        if not line.startswith("|"):
            columns = None
        elif columns is None:
            columns = bars
        else:
            check(f"{what}: a row has the columns of its table", bars == columns, line[:80])


def workbook(what, path):
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            check(f"{what}: nothing from elsewhere", "externalLink" not in name and "vba" not in name, name)
            if not name.endswith(".xml"):
                continue
            part = book.read(name).decode("utf-8")
            if "/worksheets/" in name:
                check(f"{what}: no formula", "<f>" not in part and "<f " not in part, name)
                check(f"{what}: no link", "<hyperlink " not in part or "location=" in part, name)
            if name == "xl/workbook.xml":
                for sheet in re.findall(r'<sheet name="([^"]*)"', part):
                    check(f"{what}: a sheet has a plain name", len(sheet) <= 31 and not re.search(r"[\[\]:*?/\\]", sheet), sheet)


def run_program(landbook, *words, cwd=None):
    done = subprocess.run([landbook, *words], capture_output=True, cwd=cwd, timeout=600)
    said = done.stderr.decode("utf-8", "replace")
    text(f"{' '.join(words[:3])}: talk", said)
    check(f"{' '.join(words[:3])}: ends as documented", done.returncode in (0, 2, 64, 65, 66, 73),
          f"{done.returncode} {said[:200]}")
    return done


def statements(landbook, book, work):
    for words in [["report", name, "--period", "2023"] for name in STATEMENTS] + OTHERS:
        words = words if words[0] == "report" else words
        name = " ".join(words)[:60]
        printed = {}
        for form in ["text", "csv", "markdown", "html", "json"]:
            call = [*words, "--book", str(book), "--format", form]
            done = run_program(landbook, *call)
            if done.returncode == 64 and "--period" in call:
                call = [w for w in call if w not in ("--period", "2023")]
                done = run_program(landbook, *call)
            printed[form] = done.stdout.decode("utf-8")
            check(f"{name}, {form}: is made", done.returncode in (0, 2), done.stderr.decode()[:200])
        if not printed["json"]:
            continue
        text(f"{name}, text", printed["text"])
        table(f"{name}, csv", printed["csv"])
        page(f"{name}, html", printed["html"])
        markdown(f"{name}, markdown", printed["markdown"])
        json.loads(printed["json"])
        excel = run_program(landbook, *words, "--book", str(book), "--format", "csv", "--excel", "--lang", "ru")
        if excel.returncode in (0, 2):
            table(f"{name}, csv for a spreadsheet", excel.stdout.decode("utf-8"), ";")
        sheet = work / "statement.xlsx"
        done = run_program(landbook, *words, "--book", str(book), "-o", str(sheet))
        if done.returncode in (0, 2) and sheet.exists():
            workbook(f"{name}, xlsx", sheet)


def exports(landbook, book, work):
    for subject in EXPORTS:
        for ending in ["csv", "geojson", "xlsx", "gpkg"]:
            path = work / f"{subject}.{ending}"
            done = run_program(landbook, "export", subject, str(path), "--book", str(book))
            if done.returncode != 0:
                continue
            if ending == "csv":
                table(f"export {subject}", path.read_text("utf-8"))
            elif ending == "geojson":
                json.loads(path.read_text("utf-8"))
            elif ending == "xlsx":
                workbook(f"export {subject}", path)
            else:
                database = sqlite3.connect(path)
                check(f"export {subject}: is sound", database.execute("PRAGMA quick_check").fetchone()[0] == "ok")
                database.close()


def tables_of(book):
    database = sqlite3.connect(f"file:{book}?mode=ro", uri=True)
    try:
        return database.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    finally:
        database.close()


def identifiers(landbook, book, work):
    """Layers and columns whose names are SQL."""
    before = tables_of(book)
    names = ["a\"; DROP TABLE book; --", "b'; DELETE FROM hazard; --", "c]d`e", "\x1b[31mf\u202e", "g" * 10_000, "h\ni", "j;--", "%s"]
    foreign = work / "foreign.gpkg"
    foreign.unlink(missing_ok=True)
    database = sqlite3.connect(foreign)
    database.executescript("""
        CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition, description);
        CREATE TABLE gpkg_contents (table_name, data_type, identifier);
        CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id);
        PRAGMA application_id = 0x47504B47""")
    for name in names:
        quoted = name.replace('"', '""')
        database.execute(f'CREATE TABLE "{quoted}" (fid INTEGER PRIMARY KEY, id TEXT, class TEXT, "{quoted}2" TEXT)')
        database.execute(f'INSERT INTO "{quoted}" VALUES (1, ?, ?, ?)', ("X1", "CHA", "2020-01-01"))
        database.execute("INSERT INTO gpkg_contents VALUES (?, 'attributes', ?)", (name, name))
    database.commit()
    database.close()
    for name in names:
        run_program(landbook, "import", "hazards", str(foreign), "--layer", name, "--map", f"date={name}2",
                    "--book", str(book), "--dry-run")
        run_program(landbook, "report", "balance", "--table", name.replace("\x00", ""), "--book", str(book))
        run_program(landbook, "why", name, "--book", str(book))
        run_program(landbook, "export", "movement", str(work / "t.csv"), "--set", name, "--book", str(book))
        run_program(landbook, "report", "balance", "--profile", name, "--book", str(book))
    smallbook.write_table(work / "columns.csv", [
        dict({"id": "X2", "class": "CHA", "date": "2020-01-01"}, **{name: "v" for name in names})])
    run_program(landbook, "import", "hazards", str(work / "columns.csv"), "--book", str(book), "--dry-run")
    check("names of layers and columns are no SQL", tables_of(book) == before)


def paths(landbook, book, work):
    """Names of records that lead out of the folder a set is written to."""
    inside = work / "inside"
    inside.mkdir()
    before = {p for p in work.rglob("*")}
    run_program(landbook, "month-end", "2023-05", "--out", str(inside / "set"), "--book", str(book), cwd=inside)
    bad = inside / "..; x.csv"
    smallbook.write_table(bad, [{"id": "../../y", "class": "nonsense", "date": "never"}])
    run_program(landbook, "import", "hazards", str(bad), "--book", str(book), cwd=inside)
    run_program(landbook, "report", "balance", "--table", "../../x", "--book", str(book), "-o", str(inside / "t.csv"), cwd=inside)
    made = {p for p in work.rglob("*")} - before
    outside = [str(p) for p in made if inside not in p.parents and p != inside and not p.name.startswith("hostile.gpkg")]
    check("nothing is written outside the folder", not outside, outside[:3])


def run(landbook, work):
    book, said = hostilebook.make(landbook, work / "hostile")
    for words, printed in said:
        text(words, printed.decode("utf-8", "replace"))
    statements(landbook, book, work)
    exports(landbook, book, work)
    identifiers(landbook, book, work)
    paths(landbook, book, work)
    (work / "faults.txt").write_text("\n".join(faults), "utf-8", "replace")
    kinds = sorted({fault.split(" (")[0] for fault in faults})
    assert not faults, f"{len(faults)} of {tried}: {'; '.join(kinds[:6])} (all in faults.txt)"
    attacks = len(hostilebook.PAYLOADS)
    return (f"{attacks} attacks, {tried} looks at statements, exports and talk", [
        soak.Row("attacks in texts, looked for in every statement, export and line of talk", tried, tried, 0)])


def main():
    if len(sys.argv) != 3:
        sys.exit("check_injection.py LANDBOOK FOLDER")
    work = pathlib.Path(sys.argv[2])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    print(run(str(pathlib.Path(sys.argv[1]).resolve()), work.resolve()))


if __name__ == "__main__":
    main()
