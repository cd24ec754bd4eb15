#!/usr/bin/env python3
"""Holds the load of landbook serve beside well-known servers of the same book, one after the other.

    compare_servers.py LANDBOOK BOOK FOLDER [SECONDS]

pygeoapi (under gunicorn, by its GeoPackage provider and by GDAL's) and datasette are those of the
Python that runs this; what is missing is left out and said. wrk asks each for a page of 100 hazards
and for the hazards in a box; tiles and reports only Landbook has. Before it does, all have to name
the same number of hazards in the book and in the box. Memory is what the processes hold by themselves
and their part of what they share, after the load.
"""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request

from check_server import Server, token

CONNECTIONS = 16
BIN = pathlib.Path(sys.executable).parent


def fetch(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read()


def wait_for(address, server, patience=60):
    end = time.monotonic() + patience
    while True:
        try:
            return fetch(address)
        except OSError:
            assert time.monotonic() < end and server.poll() is None, f"nobody answers at {address}"
            time.sleep(0.5)


def family(number):
    """A process and those that it started."""
    children = pathlib.Path(f"/proc/{number}/task/{number}/children").read_text().split()
    return [number] + [one for child in children for one in family(int(child))]


def memory(number):
    """Megabytes."""
    kilobytes = 0
    for one in family(number):
        rollup = pathlib.Path(f"/proc/{one}/smaps_rollup").read_text()
        kilobytes += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M).group(1))
    return kilobytes / 1024


def milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def wrk(address, seconds, script=None):
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "--timeout", "60s"]
    done = subprocess.run(
        command + (["-s", str(script)] if script else []) + [address], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    rate = float(re.search(r"Requests/sec:\s+(\S+)", done.stdout).group(1))
    if not rate:
        return f"no answer within {seconds} s"
    half, most = (milliseconds(re.search(rf"^ +{part}%\s+(\S+)", done.stdout, re.M).group(1)) for part in (50, 99))
    faults = re.findall(r"(?:Non-2xx|Socket errors).*", done.stdout)
    return f"{rate:,.1f}/s, 50 % within {half:,.1f} ms, 99 % within {most:,.1f} ms" + "".join(
        f" ({fault})" for fault in faults)


def load(server, what, address, size, seconds, script=None):
    words = wrk(address, seconds, script)
    print(f"{server:22} {what:8} {words} ({size / 1000:,.0f} kB, load {os.getloadavg()[0]:.1f})", flush=True)


def landbook(program, book, folder, seconds):
    secret = token(program, book, f"load{os.getpid()}", "internal")
    script = folder / "token.lua"
    script.write_text(f'wrk.headers["Authorization"] = "Bearer {secret}"\n')
    server = Server(program, book)
    try:
        began = time.monotonic()
        first = json.loads(server.get("/collections/hazards/items?limit=100", secret)[2])
        print(f"landbook               first page after {time.monotonic() - began:.1f} s", flush=True)
        ring = first["features"][50]["geometry"]["coordinates"]
        while isinstance(ring[0], list):
            ring = ring[0]
        x, y = ring[:2]
        box = f"{x - 0.05:.4f},{y - 0.05:.4f},{x + 0.05:.4f},{y + 0.05:.4f}"
        page = json.loads(server.get(f"/collections/hazards/items?limit=100&bbox={box}", secret)[2])
        counts = (first["numberMatched"], page["numberMatched"])
        print(f"{counts[0]} hazards, {counts[1]} of them in {box}", flush=True)
        column, row = int((x + 180) / 360 * 128), mercator_row(y, 7)
        for what, address in [
            ("items", "/collections/hazards/items?limit=100"),
            ("box", f"/collections/hazards/items?limit=100&bbox={box}"),
            ("tile", f"/tiles/hazards/7/{column}/{row}"),
            ("report", "/reports/balance.csv?by=district"),
        ]:
            size = len(server.get(address, secret)[2])
            load("landbook", what, server.base + address, size, seconds, script)
        print(f"landbook               {memory(server.process.pid):,.0f} MB", flush=True)
    finally:
        server.stop()
    return box, counts


def mercator_row(latitude, zoom):
    from math import asinh, pi, radians, tan
    return int((1 - asinh(tan(radians(latitude))) / pi) / 2 * 2**zoom)


CONFIGURATION = """
server:
  bind: {{host: 127.0.0.1, port: {port}}}
  url: http://127.0.0.1:{port}
  mimetype: application/json; charset=UTF-8
  encoding: utf-8
  languages: [en-US]
  limits: {{default_items: 100, max_items: 1000}}
  map: {{url: 'http://127.0.0.1/', attribution: none}}
logging: {{level: ERROR}}
metadata:
  identification: {{title: t, description: d, keywords: [k], keywords_type: theme, terms_of_service: none, url: 'http://127.0.0.1'}}
  license: {{name: none, url: 'http://127.0.0.1'}}
  provider: {{name: none, url: 'http://127.0.0.1'}}
  contact: {{name: none, email: none@example.org}}
resources:
  hazards:
    type: collection
    title: hazards
    description: hazards
    keywords: [k]
    links: []
    extents: {{spatial: {{bbox: [-180, -90, 180, 90]}}}}
    providers: [{provider}]
"""
PROVIDERS = {
    "pygeoapi, GeoPackage":
        "{{type: feature, name: SQLiteGPKG, data: '{book}', id_field: fid, table: hazard}}",
    "pygeoapi, GDAL":
        "{{type: feature, name: OGR, id_field: fid, layer: hazard,"
        " data: {{source_type: GPKG, source: '{book}', source_capabilities: {{paging: true}}}}}}",
}


def pygeoapi(name, book, folder, seconds, box, counts):
    port = 8098
    file, interface = folder / "pygeoapi.yml", folder / "pygeoapi-openapi.yml"
    file.write_text(CONFIGURATION.format(port=port, provider=PROVIDERS[name].format(book=book)))
    surroundings = dict(os.environ, PYGEOAPI_CONFIG=str(file), PYGEOAPI_OPENAPI=str(interface))
    made = subprocess.run([BIN / "pygeoapi", "openapi", "generate", str(file)], env=surroundings,
                          capture_output=True, text=True)
    assert made.returncode == 0, made.stderr[-500:]
    interface.write_text(made.stdout)
    base = f"http://127.0.0.1:{port}/collections/hazards/items?f=json&limit=100"
    # Four workers, as in pygeoapi's own container, with as many threads as wrk has connections.
    ask(name, [BIN / "gunicorn", "-w", "4", "-k", "gthread", "--threads", str(CONNECTIONS // 4),
               "-b", f"127.0.0.1:{port}", "--timeout", "300", "pygeoapi.flask_app:APP"],
        surroundings, folder, seconds, {"items": base, "box": f"{base}&bbox={box}"},
        counts, lambda address: json.loads(fetch(address + "&resulttype=hits"))["numberMatched"])


def datasette(book, folder, seconds, box, counts):
    base = "http://127.0.0.1:8099/" + book.stem
    west, south, east, north = box.split(",")
    inside = f"""hazard h JOIN rtree_hazard_geom r ON r.id = h.fid
        WHERE r.minx <= {east} AND r.maxx >= {west} AND r.miny <= {north} AND r.maxy >= {south}"""
    sql = f"SELECT h.*, (SELECT count(*) FROM {inside}) AS matched FROM {inside} LIMIT 100"
    # Without these it tries every column as a facet, which takes more than a second a page.
    page = f"{base}/hazard.json?_size=100&_nosuggest=1&_nofacet=1&_shape=objects"
    ask("datasette", [BIN / "datasette", "serve", str(book), "--port", "8099"], os.environ, folder,
        seconds, {"items": page, "box": f"{base}.json?_shape=objects&sql={urllib.parse.quote(sql)}"},
        counts, datasette_count)


def datasette_count(address):
    page = json.loads(fetch(address))
    return page.get("filtered_table_rows_count") or page["rows"][0]["matched"]


def ask(name, command, surroundings, folder, seconds, addresses, counts, count):
    with open(folder / "server.log", "w") as log:
        server = subprocess.Popen(
            [str(word) for word in command], env=surroundings, stdout=log, stderr=log)
        try:
            wait_for(addresses["items"], server)
            for address, expected in zip(addresses.values(), counts):
                seen = count(address)
                assert seen == expected, f"{name} has {seen} hazards instead of {expected}"
            sizes = [len(fetch(address)) for address in addresses.values()]
            for (what, address), size in zip(addresses.items(), sizes):
                load(name, what, address, size, seconds)
            print(f"{name:22} {memory(server.pid):,.0f} MB", flush=True)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(60)


def main(program, book, folder, seconds="10"):
    book, folder = pathlib.Path(book).resolve(), pathlib.Path(folder).resolve()
    assert shutil.which("wrk"), "wrk is not here"
    folder.mkdir(parents=True, exist_ok=True)
    own = folder / "book.gpkg"
    print(f"wrk -t2 -c{CONNECTIONS} -d{seconds}s, {os.cpu_count()} processors", flush=True)
    # Each has a copy of its own: pygeoapi adds virtual tables that others can't read.
    shutil.copy(book, own)
    box, counts = landbook(program, own, folder, seconds)
    for name in PROVIDERS:
        shutil.copy(book, own)
        if (BIN / "pygeoapi").exists() and (BIN / "gunicorn").exists():
            pygeoapi(name, own, folder, seconds, box, counts)
        else:
            print(f"{name} is not here")
    shutil.copy(book, own)
    if (BIN / "datasette").exists():
        datasette(own, folder, seconds, box, counts)
    else:
        print("datasette is not here")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
