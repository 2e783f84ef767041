"""The container of old office files: a small file system in one file."""

import struct
from collections.abc import Iterator

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = 512
ENTRY = 128
"""Bytes of one name in the directory."""
DIFAT_IN_HEADER = 109
LAST = 0xFFFFFFFA
"""From here on a number is no sector: free, end of a chain and the like."""
FEWEST_SHIFT, MOST_SHIFT = 7, 14
STREAM, ROOT = 2, 5


class Compound:
    """The streams of a compound file. Raises ``ValueError`` where it is damaged."""

    def __init__(self, content: bytes) -> None:
        if len(content) < HEADER or not content.startswith(MARK):
            raise ValueError("no compound file")
        self._content = content
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        if not FEWEST_SHIFT <= shift <= MOST_SHIFT or mini_shift >= shift:
            raise ValueError("strange sectors")
        self._sector, self._mini = 1 << shift, 1 << mini_shift
        directory, self._cutoff = _number(content, 48), _number(content, 56)
        self._fat = self._table(self._difat())
        self._mini_fat = self._table(self._chain(_number(content, 60), self._fat))
        self._entries = dict(self._read_directory(directory))

    @property
    def names(self) -> set[str]:
        """Return the names of all storages and streams."""
        return set(self._entries)

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream. Raises ``ValueError`` when there is none."""
        kind, start, size = self._entries.get(name, (0, 0, 0))
        if kind != STREAM:
            raise ValueError("no such stream")
        if size >= self._cutoff:
            return self._joined(start)[:size]
        _, root, _ = next(it for it in self._entries.values() if it[0] == ROOT)
        small = self._joined(root)
        places = [it * self._mini for it in self._chain(start, self._mini_fat)]
        return b"".join(small[it : it + self._mini] for it in places)[:size]

    def _read_directory(self, first: int) -> Iterator[tuple[str, tuple[int, int, int]]]:
        listed = self._joined(first)
        for start in range(0, len(listed) - ENTRY + 1, ENTRY):
            entry = listed[start : start + ENTRY]
            length = min(struct.unpack_from("<H", entry, 64)[0], 64)
            name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
            if name:
                yield name, (entry[66], _number(entry, 116), _number(entry, 120))
        if not listed:
            raise ValueError("no directory")

    def _difat(self) -> list[int]:
        """Return the sectors in which the table of sectors stands."""
        found = list(struct.unpack_from(f"<{DIFAT_IN_HEADER}I", self._content, 76))
        following = _number(self._content, 68)
        for _ in range(len(self._content) // self._sector):
            if following >= LAST:
                break
            numbers = self._numbers(following)
            found += numbers[:-1]
            following = numbers[-1]
        return [it for it in found if it < LAST]

    def _table(self, sectors: list[int]) -> list[int]:
        return [number for sector in sectors for number in self._numbers(sector)]

    def _chain(self, first: int, table: list[int]) -> list[int]:
        chain: list[int] = []
        while first < LAST:
            if first >= len(table) or len(chain) > len(table):
                raise ValueError("a chain leads nowhere")
            chain.append(first)
            first = table[first]
        return chain

    def _joined(self, first: int) -> bytes:
        return b"".join(map(self._at, self._chain(first, self._fat)))

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        return self._content[start : start + self._sector]

    def _numbers(self, sector: int) -> tuple[int, ...]:
        there = self._at(sector)
        if len(there) < self._sector:
            raise ValueError("a table is cut off")
        return struct.unpack(f"<{self._sector // 4}I", there)


def _number(content: bytes, at: int) -> int:
    (number,) = struct.unpack_from("<I", content, at)
    return int(number)
