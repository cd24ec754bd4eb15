"""Serves the book and asks it with its real clients: GDAL, QGIS, a browser, and hostile sockets.

GDAL and QGIS must find as many features as an exported file has, with the same shapes; the dashboard
must say for a period and a district what the reports say; slow, endless and broken requests must be cut
off or refused while others are answered; stopping must answer what runs. What is missing here (ogrinfo,
QGIS, Chromium) is left out and said. What load is held, compare_servers.py measures.
"""

import base64
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

TITLE = "The server and its clients"
NEEDS = []


class Server:
    def __init__(self, landbook, book, *options):
        self.book = book
        self.process = subprocess.Popen(
            [landbook, "serve", "--book", str(book), "--port", "0", *options],
            stderr=subprocess.PIPE, text=True)
        first = self.process.stderr.readline()
        while "Serving" not in first:
            assert first, "the server did not start"
            first = self.process.stderr.readline()
        self.port = int(re.search(r":(\d+)/", first).group(1))
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stderr:
            self.log.append(line)

    def get(self, address, token=None, patience=300, **fields):
        """Status, fields and body; asks again where the server is still at work."""
        end = time.monotonic() + patience
        while True:
            request = urllib.request.Request(self.base + address, headers=fields)
            if token:
                request.add_header("Authorization", f"Bearer {token}")
            try:
                with urllib.request.urlopen(request, timeout=130) as answer:
                    return answer.status, answer.headers, answer.read()
            except urllib.error.HTTPError as fault:
                if fault.code != 503 or time.monotonic() > end:
                    return fault.code, fault.headers, fault.read()
                time.sleep(3)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)


def token(landbook, book, name, profile, role="read"):
    made = subprocess.run(
        [landbook, "token", "add", name, "--book", str(book), "--profile", profile, "--may", role],
        capture_output=True, text=True, check=True)
    return made.stdout.strip()


def exported(landbook, work, subject, profile):
    path = work / f"{subject}-{profile}.geojson"
    subprocess.run(
        [landbook, "export", subject, str(path), "--book", str(work / "book.gpkg"), "--profile", profile],
        check=True, capture_output=True)
    return json.loads(path.read_text())["features"]


def key(feature):
    return json.dumps([feature["properties"], feature["geometry"]], sort_keys=True)


def all_pages(server, layer, secret):
    features, address = [], f"/collections/{layer}/items?limit=1000"
    while address:
        status, _, body = server.get(address, secret)
        assert status == 200, body[:300]
        page = json.loads(body)
        assert page["numberReturned"] == len(page["features"])
        features += page["features"]
        links = [link["href"] for link in page["links"] if link["rel"] == "next"]
        assert all(link.startswith(server.base) for link in links)
        address = links[0][len(server.base):] if links else None
    assert len(features) == page["numberMatched"], layer
    return features


def features_are_those_of_files(landbook, work, server, secrets):
    count = 0
    for profile, secret in secrets.items():
        for subject, layer in [("hazard", "hazards"), ("release", "releases"), ("district", "districts")]:
            served = all_pages(server, layer, secret)
            file = exported(landbook, work, subject, profile)
            assert sorted(map(key, served)) == sorted(map(key, file)), f"{layer} under {profile}"
            assert len({feature["id"] for feature in served}) == len(served)
            count += len(served)
    return f"{count} features as exported"


def gdal(landbook, work, server, secret):
    if not shutil.which("ogr2ogr"):
        return "no GDAL here"
    surroundings = dict(os.environ, GDAL_HTTP_USERPWD=f"x:{secret}")
    for subject, layer in [("hazard", "hazards"), ("release", "releases"), ("district", "districts")]:
        path = work / f"gdal-{layer}.csv"
        subprocess.run(
            ["ogr2ogr", "-f", "CSV", str(path), f"OAPIF:{server.base}", layer, "-lco", "GEOMETRY=AS_WKT",
             "-oo", "PAGE_SIZE=1000"], check=True, env=surroundings, capture_output=True, timeout=300)
        rows = path.read_text().count("\n") - 1
        file = exported(landbook, work, subject, "internal")
        assert rows >= len(file), f"GDAL reads {rows} of {len(file)} {layer}"
        info = subprocess.run(
            ["ogrinfo", "-ro", "-so", f"OAPIF:{server.base}", layer], env=surroundings,
            capture_output=True, text=True, timeout=300)
        assert f"Feature Count: {len(file)}" in info.stdout, info.stdout[:400] + info.stderr[:400]
        assert "ERROR" not in info.stderr, info.stderr[:400]
    return "GDAL agrees"


QGIS = """
import sys, json
from qgis.core import (QgsApplication, QgsVectorLayer, QgsFeatureRequest, QgsRectangle, QgsAuthMethodConfig)
QgsApplication.setPrefixPath("/usr", True)
program = QgsApplication([], False)
program.initQgis()
base, secret, box = sys.argv[1], sys.argv[2], [float(n) for n in sys.argv[3].split(",")]
source = f"url='{base}' typename='hazards' pageSize='500' username='x' password='{secret}'"
layer = QgsVectorLayer(source, "hazards", "OAPIF")
result = {"valid": layer.isValid(), "error": layer.error().message()}
if layer.isValid():
    result["count"] = sum(1 for _ in layer.getFeatures())
    result["fields"] = [field.name() for field in layer.fields()]
    request = QgsFeatureRequest().setFilterRect(QgsRectangle(*box)).setFlags(QgsFeatureRequest.ExactIntersect)
    result["inBox"] = sum(1 for _ in layer.getFeatures(request))
print(json.dumps(result), flush=True)
import os
os._exit(0)
"""


def qgis(landbook, work, server, secret):
    python = next((p for p in ("/usr/bin/python3", sys.executable) if subprocess.run(
        [p, "-c", "import qgis.core"], capture_output=True).returncode == 0), None)
    if not python:
        return "no QGIS here"
    file = exported(landbook, work, "hazard", "internal")
    status, _, body = server.get("/collections/hazards", secret)
    west, south, east, north = json.loads(body)["extent"]["spatial"]["bbox"][0]
    box = [west + (east - west) / 3, south + (north - south) / 3,
           west + (east - west) * 2 / 3, south + (north - south) * 2 / 3]
    text = ",".join(map(str, box))
    done = subprocess.run(
        [python, "-c", QGIS, server.base, secret, text], capture_output=True, text=True, timeout=300,
        env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
    assert done.stdout.strip(), done.stderr[-500:]
    seen = json.loads(done.stdout.strip().splitlines()[-1])
    assert seen["valid"], seen
    assert seen["count"] == len(file), f"QGIS reads {seen['count']} of {len(file)} hazards"
    status, _, body = server.get(f"/collections/hazards/items?limit=1&bbox={text}", secret)
    matched = json.loads(body)["numberMatched"]
    assert seen["inBox"] == matched, f"in a box QGIS has {seen['inBox']}, the server {matched}"
    return f"QGIS agrees ({seen['inBox']} in a box)"


def browser(landbook, work, server, secret):
    from devtools import Browser, Page, find_browser
    program = find_browser()
    if not program:
        return "no Chromium here"
    _, _, districts = server.get("/collections/districts/items", secret)
    code = sorted(f["properties"]["code"] for f in json.loads(districts)["features"])[5]
    _, _, csv = server.get("/reports/progress.csv?by=district&period=2023", secret)
    lines = csv.decode().splitlines()
    row = dict(zip(lines[0].split(","), next(line for line in lines if line.startswith(code)).split(",")))
    # The server works the pages out before somebody waits in a browser.
    for address in ("/", f"/?period=2023&district={code}"):
        server.get(address, secret, Accept="text/html")
    chromium = Browser(program)
    try:
        page = Page(chromium)
        header = base64.b64encode(f"x:{secret}".encode()).decode()
        page.call("Network.enable")
        page.call("Network.setExtraHTTPHeaders", {"headers": {"Authorization": f"Basic {header}"}})
        page.open(server.base + "/")
        assert page.value("document.querySelectorAll('table').length") > 3
        page.choose("#period", "2023")
        page.choose("#district", code)
        assert page.value("location.search") == "", "a choice goes off before it is made"
        page.browser.events.clear()
        page.click("form.choose button")
        page.wait_for_load()
        asked = page.value("location.search")
        assert "period=2023" in asked and f"district={code}" in asked, asked
        shown = page.value("[...document.querySelectorAll('#t-progress_0 tbody tr > *')].map(c => c.innerText)")
        areas = {
            name: (cell, f"{float(row[name]) / 10000:,.1f}")
            for name, cell in zip(row, shown, strict=True) if name.endswith("_m2")}
        assert shown[0] == code and len(areas) > 5, shown
        assert all(cell == reported for cell, reported in areas.values()), areas
        area = areas["released_m2"][0]
        text = page.value("document.body.innerText")
        assert "No record does not mean no hazard" in text
        time.sleep(2)
        complaints, strangers = [], []
        for event in page.mine():
            method, params = event["method"], event["params"]
            if method == "Log.entryAdded":
                complaints.append(params["entry"]["text"])
            elif method == "Runtime.exceptionThrown":
                complaints.append(params["exceptionDetails"]["text"])
            elif method == "Network.requestWillBeSent":
                url = params["request"]["url"]
                if not url.startswith((server.base, "data:")):
                    strangers.append(url)
        assert not complaints, complaints[:3]
        assert not strangers, strangers[:3]
        page.call("Emulation.setDeviceMetricsOverride",
                  {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True})
        wide = page.value("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{wide} pixels run out of a phone's side"
    finally:
        chromium.process.kill()
    return f"{code} chosen on the page, which says {area} ha and {len(areas) - 1} more as the report does"


def until_closed(port, data, drip=None, patience=60):
    """Sends bytes, then perhaps one more every second, and tells when the other side closed."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as line:
        answer = b""
        with contextlib.suppress(OSError):
            line.sendall(data)
            line.settimeout(1 if drip else patience)
            while time.monotonic() - began < patience:
                try:
                    more = line.recv(65536)
                    if not more:
                        return time.monotonic() - began, answer
                    answer += more
                except TimeoutError:
                    line.sendall(drip)
            return None, answer
        return time.monotonic() - began, answer


def attacks(landbook, work, server, secret):
    host = f"Host: 127.0.0.1:{server.port}\r\n".encode()
    end = b"Connection: close\r\n\r\n"
    form = b"POST /sign-in HTTP/1.1\r\n" + host + b"Content-Type: application/x-www-form-urlencoded\r\n"
    for name, data in [("head", b"GET / HTTP/1.1\r\nX: "), ("body", form + b"Content-Length: 500\r\n\r\n")]:
        seconds, _ = until_closed(server.port, data, drip=b"a")
        assert seconds is not None, f"a slow {name} is not cut off"
    refused = {
        "a long address": b"GET /" + b"a" * 300_000 + b" HTTP/1.1\r\n" + host + end,
        "a long field": b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 300_000 + b"\r\n\r\n",
        "many fields": b"GET / HTTP/1.1\r\n" + host + b"X: y\r\n" * 5000 + b"\r\n",
        "broken chunks": form + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
        "two lengths": form + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        "both lengths": form + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "no host": b"GET / HTTP/1.1\r\n" + end,
        "another host": b"GET / HTTP/1.1\r\nHost: evil.example\r\n" + end,
        "a zero byte": b"GET /\0 HTTP/1.1\r\n" + host + end,
        "a line break": b"GET /a%0d%0aSet-Cookie:%20x HTTP/1.1\r\n" + host + end,
        "a path upwards": b"GET /../../etc/passwd HTTP/1.1\r\n" + host + end,
        "a hidden path upwards": b"GET /inbox/..%2f..%2fetc%2fpasswd HTTP/1.1\r\n" + host + end,
        "a script": b"GET /collections/districts/items?f=html&code=%3Cscript%3E&x=1 HTTP/1.1\r\n" + host + end,
        "noise": b"\x16\x03\x01" + os.urandom(300) + b"\r\n\r\n",
    }
    for name, data in refused.items():
        seconds, answer = until_closed(server.port, data)
        assert seconds is not None, f"{name}: the connection stays open"
        assert not re.match(rb"HTTP/1.1 [23]", answer), f"{name}: {answer[:60]}"
        assert b"<script>" not in answer and b"root:" not in answer, name
    guesses = [server.get("/collections", f"wrong{n}", patience=0)[0] for n in range(40)]
    assert guesses[-1] == 429, guesses
    lines = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(200)]
    status, _, _ = server.get("/conformance")
    assert status == 200
    for line in lines:
        line.close()
    assert secret not in "".join(server.log), "a token is in the log"
    return f"{len(refused) + 4} attacks held"


def run(landbook, work):
    book = work / "book.gpkg"
    before = book.read_bytes()
    secrets = {name: token(landbook, book, name, name) for name in ("internal", "partner", "donor")}
    server = Server(landbook, book)
    try:
        secret = secrets["internal"]
        words = [features_are_those_of_files(landbook, work, server, secrets)]
        for check in (gdal, qgis, browser, attacks):
            words.append(check(landbook, work, server, secret))
        # What runs when the server is stopped is answered.
        answers = []
        slow = threading.Thread(
            target=lambda: answers.append(server.get("/reports/bridge.csv?by=district", secret)[0]))
        time.sleep(61)  # the wrong tokens of a minute ago are forgotten
        slow.start()
        time.sleep(0.3)
        code = server.stop()
        slow.join()
        assert code == 0, f"stopped with {code}"
        assert answers == [200], f"a running report was answered with {answers}"
    finally:
        server.process.kill()
    assert book.read_bytes() == before, "serving changed the book"
    return "; ".join(words)
