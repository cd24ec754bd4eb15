"""A book in whose every text somebody has put an attack, and the attacks."""

import json
import subprocess

import smallbook

PAYLOADS = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "' onmouseover='alert(3)",
    "</script><svg onload=alert(4)>", "</style><style>*{display:none}", "javascript:alert(5)",
    "<iframe srcdoc='<script>alert(6)</script>'>", "<svg><a xlink:href='javascript:alert(7)'>x</a></svg>",
    "</title><script>alert(8)</script>", "<!--", "]]><script>alert(9)</script>", "&lt;script&gt;alert(10)",
    "</textarea></details><form action=//evil.example><input>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>", "<math><mi xlink:href='data:x,<script>'>",
    "[x](javascript:alert(11))", "![x](//evil.example/x.png)", "`x`|y|\\|z", "**b** _i_ # h\n- l\n1. n\n> q",
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "=cmd|' /C calc'!A0", "=\u03011+1",
    "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20A1", "=HYPERLINK(\"//evil.example\")", "'=1+1",
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b[2J\x1b[H", "\x07\x08\x7f", "\x9b31m", "a\rlandbook: all well",
    "a\nForged line", "\u202egpj.exe", "\u2066\u2067\u2068x", "\u2028line\u2029", "\x85next",
    "'; DROP TABLE book; --", "\" OR 1=1 --", "x') UNION SELECT * FROM sqlite_master --", "`; DELETE FROM hazard;",
    "../../../etc/passwd", "..\\..\\x", "/etc/x", "C:\\x", "CON", "a/b", "%2e%2e%2f", "$(id)", "`id`", "; id", "%s%n%x",
    "{{7*7}}", "{0}", "{1} {2}", "x" * 3000, "e\u0301" * 400, "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\ufeff=1+1", "[Sheet]:*?/\\",
]


def make(landbook, folder):
    """The book and what the program said while it was made."""
    folder.mkdir(parents=True, exist_ok=True)
    book, said = folder / "hostile.gpkg", []
    book.unlink(missing_ok=True)

    def call(*words, codes=(0, 2)):
        place = [] if words[0] == "init" else ["--book", str(book)]
        done = subprocess.run([landbook, *words, *place], capture_output=True, cwd=folder)
        said.append((" ".join(words[:2]), done.stdout + done.stderr))
        assert done.returncode in codes, f"{words}: {done.returncode} {done.stderr.decode()[:300]}"

    places = list(enumerate(PAYLOADS))
    smallbook.write_layer(folder / "districts.geojson", [
        ({"code": f"D{i}{text}", "name": text}, smallbook.square(40 + i % 10, 30 + i // 10, 1))
        for i, text in places])
    smallbook.write_layer(folder / "hazards.geojson", [
        ({"id": text if i % 3 else f"H{i}{text}", "organisation": text, "class": "CHA", "date": "2020-01-01",
          "source": text, "status": "open", "reason": text},
         smallbook.square(40.2 + i % 10, 30.2 + i // 10, 0.5)) for i, text in places])
    smallbook.write_layer(folder / "releases.geojson", [
        ({"id": f"R{i}{text}", "organisation": text, "kind": "cleared", "date": "2023-05-05", "operator": text,
          "donor": text, "method": text, "land_use": text, "hazard_id": text if i % 3 else f"H{i}{text}",
          "task_id": f"T{i}{text}", "ap_mines": 2},
         smallbook.square(40.2 + i % 10, 30.2 + i // 10, 0.2)) for i, text in places])
    smallbook.write_table(folder / "tasks.csv", [
        {"id": f"T{i}{text}", "hazard_id": f"H{i}{text}", "operator": text, "donor": text, "type": text,
         "status": text, "start": "2023-01-01", "end": "2023-02-01"} for i, text in places])
    smallbook.write_table(folder / "devices.csv", [
        {"id": f"V{i}{text}", "release_id": f"R{i}{text}", "date": "2023-05-05", "category": "AP_MINE",
         "model": text, "quantity": 1, "latitude": 30.3 + i // 10, "longitude": 40.3 + i % 10}
        for i, text in places])
    smallbook.write_table(folder / "victims.csv", [
        {"id": f"A{i}{text}", "date": "2023-05-05", "district": f"D{i}{text}", "sex": "male",
         "age_group": "adult", "outcome": "injured", "activity": text, "device_category": "UXO", "civilian": "yes"}
        for i, text in places])
    smallbook.write_table(folder / "statements.csv", [
        {"actor": text, "from": "2023-01-01", "to": "2023-06-30", "districts": f"D{i}{text}", "activity": "clearance",
         "area_ha": 10 + i, "items": i, "source": text} for i, text in places])
    (folder / "claims.json").write_text(json.dumps({
        "source": {"key": PAYLOADS[0], "title": " ".join(PAYLOADS[:20]), "address": PAYLOADS[5]},
        "claims": [{
            "id": f"C{i}{text}", "measure": "area_cleared", "value": 1.5 + i, "printed": text, "unit": "km2",
            "quote": text, "note": text, "place": text, "basis": text,
            "scope": {"territory": text, "actors": [text], "since": "2023-01-01", "as_of": "2023-12-31"}}
            for i, text in places]}))
    call("init", str(book), "--name", "".join(PAYLOADS[:12]))
    for subject, ending in [
            ("districts", "geojson"), ("hazards", "geojson"), ("releases", "geojson"), ("tasks", "csv"),
            ("devices", "csv"), ("victims", "csv"), ("statements", "csv"), ("claims", "json")]:
        call("import", subject, str(folder / f"{subject}.{ending}"), "--no-post", codes=(0, 2, 65))
    odd = folder / "<script>alert(12)<%2fscript>\x1b[31m=1+1'; --.geojson"
    smallbook.write_layer(odd, [
        ({"id": "odd", "class": "SHA", "date": "2021-01-01"}, smallbook.square(55, 45, 0.1))])
    call("import", "hazards", str(odd), "--no-post")
    call("post", "--map")
    call("amend", "odd", "source=<script>alert(13)</script>\x1b[31m", "--reason", "".join(PAYLOADS[:30]))
    call("check", "--anew")
    call("close", "2023")
    return book, said
