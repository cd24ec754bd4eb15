"""Works out the hashes of a book's log from the forms that Sources/Storage/Log describes.

It shares nothing with the program but the description: hashlib and sqlite3 alone.
"""

import hashlib
import json
import sqlite3
import struct

DERIVED = {"district", "task", "device", "victim", "accident", "minefield_record", "zone",
           "environment_check", "statement", "claim", "indicator_code", "indicator", "team",
           "team_day", "contribution"}


def connect(path):
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    # Texts are hashed as the bytes they are.
    book.text_factory = bytes
    return book


def columns(book, table, left_out=()):
    names = [row[1].decode() for row in book.execute(f'PRAGMA table_info("{table}")')]
    return sorted((name for name in names if name not in left_out), key=lambda name: name.encode())


def line(name, value, kind):
    if value is None:
        return b""
    if kind == "integer":
        mark, said = b"i", str(value).encode()
    elif kind == "real":
        mark, said = b"r", struct.pack(">d", value).hex().encode()
    else:
        mark, said = (b"t" if kind == "text" else b"b"), bytes(value)
    return name.encode() + b"=" + mark + str(len(said)).encode() + b":" + said + b"\n"


def digests(book, table, left_out=(), key="fid", where="TRUE"):
    """(number, digest) of the rows of a table, in order."""
    names = columns(book, table, left_out)
    listed = ", ".join(f'"{name}", typeof("{name}")' for name in names)
    for row in book.execute(f'SELECT "{key}", {listed} FROM "{table}" WHERE {where} ORDER BY 1'):
        form = table.encode() + b"\n"
        for place, name in enumerate(names):
            form += line(name, row[1 + 2 * place], row[2 + 2 * place].decode())
        yield row[0], hashlib.sha256(form).digest()


def rows(book, table, first, last):
    """What the log says of some rows: (count, sha256, row_digests)."""
    left_out = {"is_current"} if table in DERIVED else ()
    whole, kept, count = hashlib.sha256(), hashlib.sha256(), 0
    for _, digest in digests(book, table, left_out, where=f"fid BETWEEN {first} AND {last}"):
        whole.update(digest)
        kept.update(digest[:16])
        count += 1
    return count, whole.hexdigest(), kept.hexdigest()


def state(book, table):
    whole = hashlib.sha256()
    for _, digest in digests(book, table):
        whole.update(digest)
    return whole.hexdigest()


def items(held, shift):
    """The buckets of (number, digest) in order, as log_bucket keeps them."""
    buckets = {}
    for number, digest in held:
        place = (number & (1 << shift) - 1).to_bytes(2, "big")
        buckets[number >> shift] = buckets.get(number >> shift, b"") + place + digest[:16]
    return buckets


def root(held, shift):
    """What the log says of (number, digest) in order: how many buckets, and their hash."""
    buckets = items(held, shift)
    whole = hashlib.sha256()
    for number in sorted(buckets):
        whole.update(struct.pack(">q", number) + hashlib.sha256(buckets[number]).digest())
    return len(buckets), whole.hexdigest()


def tags(book, table):
    return {row: digest[:16] for row, digest in digests(book, table, {"fid"})}


def ledger(book):
    """(number, digest) of the events of the ledger with their parts."""
    district, transition, profile = (
        tags(book, table) for table in ("ledger_district", "transition", "release_profile"))

    def tag(known, number):
        return b"\0" * 16 if number is None else known.get(number, b"\xff" * 16)

    def number(value):
        if value is not None and not isinstance(value, int):
            return b"X" + str(value).encode()
        return struct.pack(">q", -2**63 if value is None else value)

    events = {}
    for fid, day, version, kind in book.execute(
            "SELECT fid, day, version, profile FROM ledger_event ORDER BY fid"):
        events[fid] = b"E" + number(fid) + number(day) + number(version) + tag(profile, kind)
    for fid, place, way, layers, area in book.execute(
            "SELECT fid, district, transition, layers, area_cm2 FROM ledger_part ORDER BY fid"):
        events[fid >> 20] = events.get(fid >> 20, b"") + (
            b"P" + number(fid) + tag(district, place) + tag(transition, way) + number(layers)
            + number(area))
    for fid in sorted(events):
        yield fid, hashlib.sha256(events[fid]).digest()


def faults(path):
    """Everything in a book that is not as its log says, as sentences."""
    book = connect(path)
    wrong, previous, covered, last_state, last_buckets = [], b"", {}, {}, {}
    hashes = dict(digests(book, "log_entry", {"hash"}, key="seq"))
    entries = book.execute(
        "SELECT seq, content, previous_hash, hash FROM log_entry ORDER BY seq").fetchall()
    for place, (sequence, content, before, said) in enumerate(entries):
        if sequence != place + 1 or before != previous:
            wrong.append(f"entry {sequence} does not follow the one before")
        if hashes[sequence].hex().encode() != said:
            wrong.append(f"entry {sequence} has another hash")
        previous = said
        content = json.loads(content)
        for table, logged in content.get("rows", {}).items():
            covered.setdefault(table, []).append((logged["first"], logged["last"]))
            found = rows(book, table, logged["first"], logged["last"])
            if found != (logged["count"], logged["sha256"], logged["row_digests"]):
                wrong.append(f"{table} {logged['first']} to {logged['last']}")
        last_state.update(content.get("state", {}))
        last_buckets.update(content.get("buckets", {}))
    for table, ranges in covered.items():
        inside = " OR ".join(f"fid BETWEEN {first} AND {last}" for first, last in ranges)
        if book.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE NOT ({inside}))').fetchone()[0]:
            wrong.append(f"{table} has rows that no entry covers")
    wrong += [table for table, said in last_state.items() if state(book, table) != said]
    for part, held, shift in (
            ("ledger", ledger(book), 10), ("finding", digests(book, "finding"), 8)):
        if part in last_buckets:
            said = last_buckets[part]
            if root(held, shift) != (said["count"], said["sha256"]):
                wrong.append(part)
    book.close()
    return wrong
