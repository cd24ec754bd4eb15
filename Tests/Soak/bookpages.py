"""Finds the cells of a table in the file of an SQLite database, without SQLite.

The file format is that of sqlite.org/fileformat2.html: pages, b-trees, cells, overflow chains.
"""

import struct


def varint(data, place):
    """A number of one to nine bytes, and the place after it."""
    value = 0
    for count in range(8):
        byte = data[place + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count + 1
    return value << 8 | data[place + 8], place + 9


class Pages:
    """A database file in memory."""

    def __init__(self, data):
        self.data = data
        size = struct.unpack(">H", data[16:18])[0]
        self.size = 65536 if size == 1 else size
        self.usable = self.size - data[20]

    def start(self, page):
        return (page - 1) * self.size

    def cells(self, root):
        """The stretches of bytes of every row of a table b-tree: (rowid, [(start, end), ...]).

        A stretch covers what the cell says: its length, its number, its record with the overflow.
        """
        stack = [root]
        while stack:
            page = stack.pop()
            start = self.start(page)
            head = start + (100 if page == 1 else 0)
            kind = self.data[head]
            count = struct.unpack(">H", self.data[head + 3:head + 5])[0]
            first = head + (12 if kind == 5 else 8)
            cells = [
                struct.unpack(">H", self.data[first + 2 * n:first + 2 * n + 2])[0]
                for n in range(count)]
            if kind == 5:
                stack.append(struct.unpack(">I", self.data[head + 8:head + 12])[0])
                for cell in reversed(cells):
                    at = start + cell
                    stack.append(struct.unpack(">I", self.data[at:at + 4])[0])
            elif kind == 13:
                for cell in cells:
                    yield self.cell(start + cell)
            else:
                raise ValueError(f"page {page} is of kind {kind}")

    def cell(self, at):
        payload, place = varint(self.data, at)
        row, place = varint(self.data, place)
        most = self.usable - 35
        if payload <= most:
            return row, [(at, place + payload)]
        least = (self.usable - 12) * 32 // 255 - 23
        local = least + (payload - least) % (self.usable - 4)
        if local > most:
            local = least
        stretches = [(at, place + local + 4)]
        left = payload - local
        page = struct.unpack(">I", self.data[place + local:place + local + 4])[0]
        while left > 0:
            start = self.start(page)
            here = min(left, self.usable - 4)
            stretches.append((start, start + 4 + here))
            left -= here
            page = struct.unpack(">I", self.data[start:start + 4])[0]
        return row, stretches
