"""Where a dataset lies: its files, its manifest, and who is writing it."""

import json
import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any, Literal
from uuid import uuid4

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
from fsspec import AbstractFileSystem

from peacetalks_cli.dataset.tables import SCHEMAS, Row, tables
from peacetalks_cli.errors import OutputError, StoreError

Format = Literal["parquet", "jsonl"]

_MANIFEST = "_manifest"
_RENEWED = 5.0  # seconds between two signs of life of a writer
_GONE = 30.0  # seconds without one after which another may write
_PART = re.compile(r"/part-(\d{8})\.json$")
_WITHOUT_SLASH = re.compile(r"([a-z][a-z0-9+.-]+):/(?!/)")


def url(path: str) -> str:
    """A folder or URL as given; a URL that was taken for a path has its second slash again."""
    return _WITHOUT_SLASH.sub(r"\1://", path)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset in a folder of a file system. All methods raise OutputError if they cannot write there."""

    fs: AbstractFileSystem
    root: str
    name: str

    @classmethod
    def at(cls, path: str) -> "Dataset":
        """Of a folder or URL. Raises OutputError if nothing is installed that knows its kind."""
        try:
            fs, root = fsspec.core.url_to_fs(url(path))
        except (ImportError, ValueError) as error:
            raise OutputError(f"{url(path)}: cannot be reached: {error}") from error
        return cls(fs, root.rstrip("/") or "/", url(path))

    def path(self, *parts: str) -> str:
        return "/".join((self.root, *parts))

    def run(self) -> Row | None:
        """How the dataset was begun, None if it was not. Raises StoreError if it cannot be read."""
        return self._read(self.path(_MANIFEST, "run.json"))

    def begin(self, run: Row) -> None:
        """Notes how the dataset is made. Raises OutputError if there is one made otherwise, or another thing."""
        before = self.run()
        if before is None:
            with self._writing():
                if self.fs.exists(self.root) and any(
                    not _is_hidden(path) for path in self.fs.ls(self.root, detail=False)
                ):
                    raise OutputError(f"{self.name}: holds something else; name a folder of its own with --output")
            self._write(self.path(_MANIFEST, "run.json"), _json(run))
        elif before != run:
            if self.numbers():
                other = ", ".join(key for key in run if before.get(key) != run[key]) or "its making"
                raise OutputError(f"{self.name}: holds a dataset made otherwise ({other}); name another with --output")
            self._write(self.path(_MANIFEST, "run.json"), _json(run))  # nothing of it is complete

    def parts(self) -> dict[int, Row]:
        """The manifest of each partition that is complete, by its number. Raises StoreError if one cannot be read."""
        paths = [self._manifest(number) for number in self.numbers()]
        with self._reading("its manifest"):
            if _is_local(self.fs):
                read = {path: self.fs.cat_file(path) for path in paths}
            else:
                read = self.fs.cat(paths) if paths else {}  # many at once
            return {int(path[-13:-5]): json.loads(content) for path, content in sorted(read.items())}

    def numbers(self) -> list[int]:
        """The partitions that are complete. Raises StoreError if that cannot be read."""
        with self._reading("its manifest"):
            try:
                paths = self.fs.ls(self.path(_MANIFEST), detail=False)
            except FileNotFoundError:
                return []
        return sorted(int(found[1]) for path in paths if (found := _PART.search(path)))

    def file(self, table: str, number: int, format: Format = "parquet") -> str:
        """Where the rows of a table are in a partition."""
        return self.path(table, f"part-{number:08}.{format}")

    def _manifest(self, number: int) -> str:
        return self.path(_MANIFEST, f"part-{number:08}.json")

    def save(self, number: int, format: Format, records: list[Row], errors: list[Row], made_of: Row) -> None:
        """Writes a partition, its manifest last."""
        if format == "parquet":
            made = {name: _parquet(table) for name, table in tables(records, errors)}
        else:
            made = {"records": _lines(records), "errors": _lines(errors)}
        files = {self.file(name, number, format): content for name, content in made.items()}
        if _is_local(self.fs):
            for path, content in files.items():
                self._write(path, content)
        else:
            with self._writing():
                self.fs.pipe(files)  # all at once, if it can
        self._write(self._manifest(number), _json(made_of))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OutputError:
            raise
        except Exception as error:  # every file system has errors of its own
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise OutputError(
                f"{self.name}: cannot be written: {reason}; free space or permissions, then run it again"
            ) from error

    def _write(self, path: str, content: bytes, *, first: bool = False) -> None:
        """A whole file or none: under another name first where a file grows as it is written. `first`: only if there
        is none yet, where the file system can do that."""
        with self._writing():
            if not _is_local(self.fs):
                self.fs.pipe_file(path, content)  # an object appears when it is complete
                return
            beside = f"{path}.{uuid4().hex}.tmp"
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
            try:
                with open(beside, "wb") as file:  # noqa: PTH123
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                if first:
                    _link(beside, path)
                else:
                    os.replace(beside, path)  # noqa: PTH105
            finally:
                if os.path.exists(beside):  # noqa: PTH110
                    os.unlink(beside)  # noqa: PTH108

    @contextmanager
    def _reading(self, what: str) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # every file system has errors of its own
            raise StoreError(f"{self.name}: {what} cannot be read ({error}); is it a dataset of peacetalks?") from error

    def _read(self, path: str) -> Row | None:
        with self._reading(path):
            try:
                found = json.loads(self.fs.cat_file(path))
            except FileNotFoundError:
                return None
        return found if isinstance(found, dict) else None

    @contextmanager
    def written_alone(self) -> Iterator[None]:
        """Keeps others from writing the dataset meanwhile. Raises OutputError if somebody does."""
        path = self.path(_MANIFEST, "writer.json")
        me = {"host": socket.gethostname(), "process": os.getpid(), "key": uuid4().hex}
        other = self._read(path)
        if other is not None and _is_alive(other):
            raise OutputError(
                f"{self.name}: process {other['process']} on {other['host']} is writing it; wait for it to end"
            )
        if other is not None:
            self._forget(path)
        self._write(path, _json(me | {"seen": time.time()}), first=True)
        if (self._read(path) or {}).get("key") != me["key"]:
            raise OutputError(f"{self.name}: another process has just begun to write it; wait for it to end")
        stop = Event()
        beat = Thread(target=self._beat, args=(path, me, stop), daemon=True)
        beat.start()
        try:
            yield
        finally:
            stop.set()
            beat.join()
            self._forget(path)

    def _forget(self, path: str) -> None:
        """Removes a file, and its folder if it was the only one."""
        with suppress(FileNotFoundError):
            self.fs.rm_file(path)
        if _is_local(self.fs):
            with suppress(OSError):
                os.rmdir(os.path.dirname(path))  # noqa: PTH106, PTH120

    def _beat(self, path: str, me: Row, stop: Event) -> None:
        while not stop.wait(_RENEWED):
            try:
                self._write(path, _json(me | {"seen": time.time()}))
            except OutputError:  # the partitions will say so
                continue


def _is_alive(writer: Row) -> bool:
    if writer.get("host") == socket.gethostname():
        try:
            os.kill(int(writer["process"]), 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass
    # Its number may be another process's by now, its host another container of that name.
    return time.time() - float(writer.get("seen", 0)) < _GONE


def _link(beside: str, path: str) -> None:
    try:
        os.link(beside, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        os.replace(beside, path)  # noqa: PTH105


def _is_hidden(path: str) -> bool:
    return path.rstrip("/").rsplit("/", 1)[-1].startswith((".", "_manifest"))


def _is_local(fs: AbstractFileSystem) -> bool:
    return "file" in fs.protocol


def _lines(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8", "surrogatepass")


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


TABLES = tuple(SCHEMAS)
