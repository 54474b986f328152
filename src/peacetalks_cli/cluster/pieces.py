"""A collection in pieces of about equal size, always the same for the same collection."""

import codecs
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain

from peacetalks_cli.cluster.inputs import LINES, PACKED, TABLES, Part, opened, unreadable

_LONGER = 4  # times as long as packed, about: German news
_READ_BY_WORKERS = 8_000_000  # bytes: lines of larger files are cut apart by the client, once
# Towards the end pieces are a share of what is left, so that all workers end at about the same time.
_SHARES = 32
_LEAST = 50_000  # bytes, some twenty articles: a second's work is worth a partition
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(slots=True)
class Piece:
    """What a partition is made of. `begins`, `ends`: where it lies in all input, in bytes, about."""

    number: int
    parts: list[Part] = field(default_factory=list)
    begins: int = 0
    ends: int = 0

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)

    @property
    def name(self) -> str:
        """What messages call it."""
        names = list(dict.fromkeys(part.name for part in self.parts))
        return names[0] if len(names) == 1 else f"{names[0]} … {names[-1]}"

    def key(self) -> str:
        digest = sha256()
        for part in self.parts:
            digest.update(repr(part.identity()).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def without_lines(self) -> "Piece":
        """The same as a note of what is on its way."""
        return replace(self, parts=[replace(part, lines=None) for part in self.parts])


Share = tuple[Part, float]
"""A part of a part, and the share of it that has been given by then."""


def pieces(parts: Sequence[Part], most: int) -> Iterator[Piece]:
    """The pieces, of about `most` bytes each, the last ones smaller. What cannot be read is a part with a problem."""
    total = sum(part.size for part in parts)
    piece = Piece(0)
    before = 0

    def wanted() -> int:
        return min(most, max(_LEAST, (total - piece.begins) // _SHARES))

    def room() -> int:
        return wanted() - piece.size

    for part in parts:
        for one, share in _cut(part, wanted, room):
            piece.parts.append(one)
            piece.ends = before + round(share * part.size)
            if room() <= 0:
                yield piece
                piece = Piece(piece.number + 1, begins=piece.ends, ends=piece.ends)
        before += part.size
    if piece.parts:
        yield piece


def _cut(part: Part, wanted: Callable[[], int], room: Callable[[], int]) -> Iterator[Share]:
    """The part in as many as it must be. `wanted`: the size of the piece now; `room`: what it lacks yet of it."""
    name = part.url.lower()
    try:
        if name.endswith(TABLES):
            yield from _rows(part, wanted, room)
        elif name.endswith(LINES) and _length(part) > min(wanted(), _READ_BY_WORKERS):
            yield from _batches(part, room)
        else:
            yield part, 1.0
    except Exception as error:  # every file system, packing and format has errors of its own
        yield replace(part, size=0, problem=str(unreadable(part.name, error))), 1.0


def _length(part: Part) -> int:
    return part.size * _LONGER if part.url.lower().endswith(PACKED) else part.size


def _rows(part: Part, wanted: Callable[[], int], room: Callable[[], int]) -> Iterator[Share]:
    """The row groups of a table, large ones in runs of rows."""
    import pyarrow.parquet as pq  # noqa: PLC0415  (takes a third of a second)

    with opened(part) as stream:
        about = pq.ParquetFile(stream).metadata
    before = 0
    for group in range(about.num_row_groups):
        rows, size = about.row_group(group).num_rows, about.row_group(group).total_byte_size
        first = 1
        while first <= rows:
            fit = rows if size <= wanted() else max(1, rows * room() // size)
            last = min(rows, first + fit - 1)
            run = replace(part, size=size * (last - first + 1) // rows, group=group, first=first, last=last)
            yield run, (before + last) / about.num_rows
            first = last + 1
        before += rows


def _batches(part: Part, room: Callable[[], int]) -> Iterator[Share]:
    """The lines of a file, as many at a time as there is room for, unpacked."""
    with opened(part) as stream:
        start = stream.readline()
        if start.startswith(_UTF16):  # a line end is two bytes there: only the whole can be read
            yield part, 1.0
            return
        batch = io.BytesIO()
        first = number = 1
        given = 0
        for line in chain([start], stream):
            batch.write(line)
            number += 1
            if batch.tell() >= room():
                given += batch.tell()
                # How much longer than their file packed lines are is not known before the end.
                share = min(0.9 if part.url.lower().endswith(PACKED) else 1.0, given / _length(part))
                yield replace(part, size=batch.tell(), first=first, lines=batch.getvalue()), share
                batch, first = io.BytesIO(), number
        if batch.tell():
            yield replace(part, size=batch.tell(), first=first, lines=batch.getvalue()), 1.0
