"""Prints documents to PDF and reads them back with another program."""

import re
import subprocess

TITLE = "Documents as PDF"
NEEDS = ["weasyprint", "pdfinfo", "pdftotext", "pdffonts", "pdftoppm"]

DOCUMENTS = [("summary", "en"), ("bulletin", "en"), ("bulletin", "ar"), ("monthly", "ru")]


def said(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def examine(landbook, work, document, language):
    name = f"{document}-{language}"
    paths = [work / f"{name}{ending}" for ending in (".pdf", "-again.pdf")]
    for path in paths:
        said(landbook, "report", document, "--period", "2023", "--lang", language, "-o", str(path))
    first, again = (path.read_bytes() for path in paths)
    assert first == again, f"{name} is not the same twice"
    facts = dict(
        (key, value.strip()) for key, value in
        (line.split(":", 1) for line in said("pdfinfo", str(paths[0])).splitlines() if ":" in line))
    assert facts.get("Tagged") == "yes", f"{name} is not tagged"
    assert not {"CreationDate", "ModDate", "Author"} & facts.keys(), f"{name} tells {facts}"
    assert len(first) < 5 << 20, f"{name} has {len(first)} bytes"
    for line in said("pdffonts", str(paths[0])).splitlines()[2:]:
        assert re.search(r"Noto|DejaVu", line) and " yes yes yes " in line, f"{name}: font {line}"
    pages = int(facts["Pages"])
    text = said("pdftotext", "-layout", str(paths[0]), "-")
    if language == "en":
        for number in (1, pages):
            assert f"Page {number} of {pages}" in text, f"{name} has no number on page {number}"
        # Reading order: the title, the headline, then the notes.
        places = [text.find(words) for words in (facts["Title"], "Headline", "No record does not")]
        assert -1 not in places and places == sorted(places), f"{name} is out of order: {places}"
    said("pdftoppm", "-r", "60", "-png", str(paths[0]), str(work / name))
    paths[1].unlink()
    return pages


def run(landbook, work):
    pages = [examine(landbook, work, *document) for document in DOCUMENTS]
    return f"{len(pages)} documents of {sum(pages)} pages, the same twice, tagged, fonts inside"
