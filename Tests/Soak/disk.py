"""A folder as it may be found after the power failed: what was brought to disk is there, and of the
rest anything may be there, be lost or be torn.

The calls come from a log that faults.c wrote. A file's bytes are safe once the file was synced after
they were written, a name once its folder was.
"""

import os
import pathlib
import struct
import typing

OPEN, WRITE, TRUNCATE, SYNC, CLOSE, UNLINK, RENAME, SAY, LINK = range(1, 10)
IS_NEW, IS_EMPTIED = 1, 2


class Call(typing.NamedTuple):
    kind: int
    process: int
    descriptor: int
    offset: int
    path: str
    data: bytes


def calls(log):
    """The calls of a log, in their order."""
    data, place, found = pathlib.Path(log).read_bytes(), 0, []
    while place < len(data):
        kind, process, descriptor, offset, path, size = struct.unpack_from("<6Q", data, place)
        place += 48
        found.append(Call(
            kind, process, descriptor, offset, data[place:place + path].decode(),
            data[place + path:place + path + size]))
        place += path + size
    return found


class File:
    def __init__(self, safe=b""):
        self.safe = bytes(safe)
        self.pending = []  # (offset, data), or (size, None) for a file cut or made longer


def put(content, offset, data):
    if data is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset:offset + len(data)] = data


class Disk:
    """What a folder holds: the names and bytes that are safe, and what is on its way to disk."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.safe_names = {
            path.name: File(path.read_bytes()) for path in self.folder.iterdir() if path.is_file()}
        self.names = dict(self.safe_names)
        self.pending_names = []  # (name, file), or (name, None) for a name that is taken away
        self.open = {}

    def take(self, call):
        key = (call.process, call.descriptor)
        if call.kind == OPEN:
            self.open_file(call, key)
        elif call.kind in (WRITE, TRUNCATE):
            file = self.open.get(key)
            if isinstance(file, File):
                file.pending.append((call.offset, call.data if call.kind == WRITE else None))
        elif call.kind == SYNC:
            self.sync(self.open.get(key))
        elif call.kind == CLOSE:
            self.open.pop(key, None)
        elif call.kind == UNLINK:
            self.rename([(self.name(call.path), None)])
        elif call.kind in (RENAME, LINK):
            source, target = self.name(call.path), self.name(call.data.decode())
            steps = [(target, self.names[source])]
            self.rename(steps + ([(source, None)] if call.kind == RENAME else []))

    def open_file(self, call, key):
        name = self.name(call.path)
        if name is None:
            self.open[key] = self
            return
        if name not in self.names:
            if not call.offset & IS_NEW or os.path.isdir(call.path):
                return
            self.rename([(name, File())])
        self.open[key] = self.names[name]
        if call.offset & IS_EMPTIED:
            self.names[name].pending.append((0, None))

    def name(self, path):
        """The name in the folder; None for the folder itself."""
        part = os.path.relpath(path, self.folder)
        return None if part == "." else part

    def rename(self, steps):
        """Steps of one call come to disk together."""
        self.pending_names.append(steps)
        self.apply(self.names, steps)

    @staticmethod
    def apply(names, steps):
        for name, file in steps:
            if file is None:
                names.pop(name, None)
            else:
                names[name] = file

    def sync(self, what):
        if what is self:
            for steps in self.pending_names:
                self.apply(self.safe_names, steps)
            self.pending_names = []
        elif isinstance(what, File):
            content = bytearray(what.safe)
            for offset, data in what.pending:
                put(content, offset, data)
            what.safe, what.pending = bytes(content), []

    def is_safe(self, *names):
        """Whether nothing about some names is on its way to disk."""
        return not any(
            name in names for steps in self.pending_names for name, _ in steps
        ) and not any(self.names[name].pending for name in names if name in self.names)

    def whole(self):
        """The folder as the program sees it: by name, the bytes."""
        return {name: self.content(file, lambda *_: "kept") for name, file in self.names.items()}

    def after_power_loss(self, dice):
        """The folder as it may be found: by name, the bytes."""
        habit = dice.choice(["lost", "kept", "mixed", "mixed", "torn", "torn"])
        sector = dice.choice([512, 4096])

        def fate(*_):
            if habit in ("lost", "kept"):
                return habit
            return dice.choice(["lost", "kept"] if habit == "mixed" else ["lost", "kept", "torn"])

        names = dict(self.safe_names)
        if dice.random() < 0.5:
            kept = self.pending_names[:dice.randint(0, len(self.pending_names))]
        else:
            kept = [steps for steps in self.pending_names if fate() != "lost"]
        for steps in kept:
            self.apply(names, steps)
        return {
            name: self.content(file, fate, dice, sector) for name, file in names.items()}

    @staticmethod
    def content(file, fate, dice=None, sector=512):
        content = bytearray(file.safe)
        for offset, data in file.pending:
            became = fate()
            if data is None:
                if became != "lost":
                    put(content, offset, None)
            elif became == "kept":
                put(content, offset, data)
            elif became == "torn":
                place = 0
                while place < len(data):
                    size = sector - (offset + place) % sector
                    if dice.random() < 0.5:
                        put(content, offset + place, data[place:place + size])
                    place += size
        return bytes(content)


def lay_out(files, folder):
    """Makes a folder that holds these files and no others."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
