"""A collection in pieces of about equal size, always the same for the same collection."""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import fsspec

from peacetalks_cli.errors import InputError
from peacetalks_cli.read.decode import shown
from peacetalks_cli.read.files import SUFFIXES, File, files

PACKED = (".jsonl.gz", ".jsonl.zst")
PAGES = (".html", ".htm")
TABLES = (".parquet",)
LINES = (".jsonl", *PACKED)
_LONGER = 4  # times as long as packed, about: German news
_READ_BY_WORKERS = 8_000_000  # bytes: lines of larger files are cut apart by the client, once


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the input that a worker reads: a file or URL, whole; or, of a table, one row group; or `lines` of a
    JSONL file, the first of which is line `first`. `name`: what records call it; `size`: in bytes, about."""

    url: str
    name: str
    size: int
    stamp: str = ""
    group: int | None = None
    first: int = 1
    lines: bytes | None = None

    def identity(self) -> list[Any]:
        """What must be the same for the part to be the same."""
        content = sha256(self.lines).hexdigest() if self.lines is not None else self.stamp
        return [self.name, self.size, self.group, self.first, content]


@dataclass(slots=True)
class Piece:
    """What a partition is made of. `done`: the share of all input, in bytes, that it and those before it are."""

    number: int
    parts: list[Part] = field(default_factory=list)
    done: int = 0

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)

    def key(self) -> str:
        digest = sha256()
        for part in self.parts:
            digest.update(repr(part.identity()).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


Problem = Callable[[InputError], None]


def inputs(paths: Sequence[str], on_error: Problem) -> list[Part]:
    """The files of `paths` in a fixed order: files, folders, URLs of either. What is of no use goes to `on_error`."""
    found: list[Part] = []
    for path in paths:
        found += _at_url(path, on_error) if "://" in path else _local(path, on_error)
    return list({part.url: part for part in found}.values())


def pieces(parts: Sequence[Part], size: int, on_error: Problem) -> Iterator[Piece]:
    """The pieces, of about `size` bytes each."""
    piece = Piece(0)
    before = 0
    for part in parts:
        try:
            for one, share in _cut(part, size):
                piece.parts.append(one)
                piece.done = before + round(share * part.size)
                if piece.size >= size:
                    yield piece
                    piece = Piece(piece.number + 1)
        except (OSError, ValueError, ImportError, RuntimeError) as error:
            on_error(_unreadable(part.name, error))
        before += part.size
    if piece.parts:
        yield piece


def opened(part: Part) -> BinaryIO:
    """The content of a file or URL, unpacked. Raises OSError and whatever else its file system raises."""
    suffix = part.url.lower().rsplit(".", 1)[-1]
    compression = {"gz": "gzip", "zst": "zstd"}.get(suffix)
    if "://" not in part.url and compression is None:
        return Path(part.url).open("rb")
    stream: BinaryIO = fsspec.open(part.url, "rb", compression=compression).open()
    return stream


def _local(path: str, on_error: Problem) -> Iterator[Part]:
    folder = Path(path)
    if folder.is_dir():
        more = [one for one in sorted(folder.rglob("*")) if one.name.lower().endswith((*PACKED, *TABLES))]
        quiet: Problem = (lambda _: None) if more else on_error
        found = [*files([path], quiet, lambda _: None), *(File(str(one), one.as_posix()) for one in more)]
    else:
        found = list(files([path], on_error, lambda _: None))
    for file in sorted(found, key=lambda one: one.name) if folder.is_dir() else found:
        about = os.stat(file.path)  # noqa: PTH116  (a path here may be undecodable)
        yield Part(file.path, file.name, about.st_size, str(about.st_mtime_ns))


def _at_url(url: str, on_error: Problem) -> Iterator[Part]:
    try:
        fs, root = fsspec.core.url_to_fs(url)
        if fs.isdir(root):
            wanted = (*SUFFIXES, *PACKED, *TABLES)
            found = [
                about for path, about in sorted(fs.find(root, detail=True).items()) if path.lower().endswith(wanted)
            ]
        else:
            found = [fs.info(root)]
    except Exception as error:  # every file system has errors of its own
        on_error(_unreadable(url, error))
        return
    if not found:
        on_error(InputError(f"{shown(url)}: no {' '.join(f'*{one}' for one in (*SUFFIXES, *PACKED, *TABLES))} there"))
    for about in found:
        name = about["name"] if "://" in about["name"] else fs.unstrip_protocol(about["name"])
        stamp = str(about.get("ETag") or about.get("etag") or about.get("mtime") or about.get("LastModified") or "")
        yield Part(name, name, int(about.get("size") or 0), stamp)


def _cut(part: Part, size: int) -> Iterator[tuple[Part, float]]:
    """The part in as many as it must be, each with the share of it that has been given by then."""
    name = part.url.lower()
    if name.endswith(TABLES):
        yield from _row_groups(part)
    elif name.endswith(LINES) and part.size > min(size, _READ_BY_WORKERS):
        yield from _batches(part, size)
    else:
        yield part, 1.0


def _row_groups(part: Part) -> Iterator[tuple[Part, float]]:
    import pyarrow.parquet as pq  # noqa: PLC0415  (takes a third of a second)

    with opened(part) as stream:
        about = pq.ParquetFile(stream).metadata
        for group in range(about.num_row_groups):
            size = about.row_group(group).total_byte_size
            yield Part(part.url, part.name, size, part.stamp, group=group), (group + 1) / about.num_row_groups


def _batches(part: Part, size: int) -> Iterator[tuple[Part, float]]:
    """The lines of a file, about `size` bytes of them at a time, unpacked."""
    with opened(part) as stream:
        batch = io.BytesIO()
        first = number = 1
        given = 0
        for line in stream:
            batch.write(line)
            number += 1
            if batch.tell() >= size:
                given += batch.tell()
                # Packed lines are longer than their file: how much longer is not known before the end.
                share = min(0.9, given / part.size / (_LONGER if part.url.endswith(PACKED) else 1))
                yield Part(part.url, part.name, batch.tell(), first=first, lines=batch.getvalue()), share
                batch, first = io.BytesIO(), number
        if batch.tell():
            yield Part(part.url, part.name, batch.tell(), first=first, lines=batch.getvalue()), 1.0


def _unreadable(name: str, error: Exception) -> InputError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(f"{shown(name)}: cannot be read ({reason}); check the path")
