"""What is given to a cluster: files, folders and URLs of either, and how they are opened."""

import gzip
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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
_WANTED = (*SUFFIXES, *PACKED, *TABLES)
_AT_ONCE = 1 << 16  # bytes
_OF_PAGES = ("http://", "https://")  # every page with links would be a folder there

Problem = Callable[[InputError], None]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the input that a worker reads: a file or URL, whole; or, of a table, the rows `first` (from 1) to
    `last` of the row group `group`; or `lines` of a JSONL file, the first of which is line `first`; or nothing, where
    the rest of a file cannot be read: `problem` says why. `name`: what records call it; `size`: in bytes, about."""

    url: str
    name: str
    size: int
    stamp: str = ""
    group: int | None = None
    first: int = 1
    last: int | None = None
    lines: bytes | None = None
    problem: str | None = None

    def identity(self) -> list[Any]:
        """What must be the same for the part to be the same."""
        content = sha256(self.lines).hexdigest() if self.lines is not None else self.stamp
        return [self.name, self.size, self.group, self.first, self.last, content, self.problem is not None]


def inputs(paths: Sequence[str], on_error: Problem) -> list[Part]:
    """The files of `paths` in a fixed order: files, folders, URLs of either. What is of no use goes to `on_error`."""
    found: list[Part] = []
    for path in paths:
        found += _at_url(path, on_error) if "://" in path else _local(path, on_error)
    return list({part.url: part for part in found}.values())


def opened(part: Part) -> BinaryIO:
    """The content of a file or URL, unpacked. Raises OSError and whatever else its file system raises."""
    stream: BinaryIO = fsspec.open(part.url, "rb").open() if "://" in part.url else open(part.url, "rb")  # noqa: PTH123, SIM115
    if part.url.lower().endswith(".gz"):
        return _Unpacked(gzip.GzipFile(fileobj=stream), stream)
    if part.url.lower().endswith(".zst"):
        return _Unpacked(_Zstandard(stream), stream)
    return stream


class _Unpacked(io.BufferedReader):
    """The content of a packed file, which is closed with it."""

    def __init__(self, unpacking: Any, packed: BinaryIO) -> None:
        super().__init__(unpacking, _AT_ONCE)
        self._packed = packed

    def close(self) -> None:
        super().close()
        self._packed.close()


class _Zstandard(io.RawIOBase):
    """Unpacks frame after frame. Raises EOFError if the last one is not whole, which zstandard's own reader passes
    over in silence."""

    def __init__(self, packed: BinaryIO) -> None:
        self._content = self._frames(packed)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            self._left = memoryview(next(self._content, b""))
            if not self._left:
                return 0
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size

    @staticmethod
    def _frames(packed: BinaryIO) -> Iterator[bytes]:
        import zstandard  # noqa: PLC0415

        frame = None
        while data := packed.read(_AT_ONCE):
            while data:
                frame = frame or zstandard.ZstdDecompressor().decompressobj()
                if content := frame.decompress(data):
                    yield content
                data = b""
                if frame.eof:
                    data, frame = frame.unused_data, None
        if frame is not None:
            raise EOFError("it ends in the middle")


def unreadable(name: str, error: Exception) -> InputError:
    """The error of an input that cannot be read: every file system, packing and format has errors of its own."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(f"{shown(name)}: cannot be read ({reason}); check the path")


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
        if fs.isdir(root) if not url.startswith(_OF_PAGES) else url.endswith("/"):
            found = [
                about for path, about in sorted(fs.find(root, detail=True).items()) if path.lower().endswith(_WANTED)
            ]
        else:
            found = [fs.info(root)]
    except Exception as error:  # every file system has errors of its own
        on_error(unreadable(url, error))
        return
    if not found:
        on_error(InputError(f"{shown(url)}: no {' '.join(f'*{one}' for one in _WANTED)} there"))
    for about in found:
        name = about["name"] if "://" in about["name"] else fs.unstrip_protocol(about["name"])
        stamp = str(about.get("ETag") or about.get("etag") or about.get("mtime") or about.get("LastModified") or "")
        yield Part(name, name, int(about.get("size") or 0), stamp)
