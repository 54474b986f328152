"""Where a dataset lies: its files, its manifest, and who is writing it."""

import json
import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
            other = ", ".join(key for key in run if before.get(key) != run[key]) or "its making"
            raise OutputError(f"{self.name}: holds a dataset made otherwise ({other}); name another with --output")

    def parts(self) -> dict[int, Row]:
        """The manifest of each partition that is complete, by its number."""
        paths = self.fs.glob(self.path(_MANIFEST, "part-*.json"))
        return {int(path[-13:-5]): self._read(path) or {} for path in sorted(paths)}

    def files(self, table: str) -> list[str]:
        """The files of a table, of complete partitions only."""
        return [self.path(table, f"part-{number:08}.parquet") for number in self.parts()]

    def save(self, number: int, format: Format, records: list[Row], errors: list[Row], made_of: Row) -> None:
        """Writes a partition, its manifest last."""
        if format == "parquet":
            for name, table in tables(records, errors):
                self._write(self.path(name, f"part-{number:08}.parquet"), _parquet(table))
        else:
            for name, rows in (("records", records), ("errors", errors)):
                lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
                self._write(self.path(name, f"part-{number:08}.jsonl"), lines.encode("utf-8", "surrogatepass"))
        self._write(self.path(_MANIFEST, f"part-{number:08}.json"), _json(made_of))

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

    def _write(self, path: str, content: bytes) -> None:
        """A whole file or none: under another name first where a file grows as it is written."""
        with self._writing():
            if "file" not in self.fs.protocol:
                self.fs.pipe_file(path, content)  # an object appears when it is complete
                return
            beside = f"{path}.{uuid4().hex}.tmp"
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
            try:
                with open(beside, "wb") as file:  # noqa: PTH123
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(beside, path)  # noqa: PTH105
            finally:
                if os.path.exists(beside):  # noqa: PTH110
                    os.unlink(beside)  # noqa: PTH108

    def _read(self, path: str) -> Row | None:
        try:
            found = json.loads(self.fs.cat_file(path))
        except FileNotFoundError:
            return None
        except Exception as error:
            raise StoreError(f"{self.name}: {path} cannot be read ({error}); is it a dataset of peacetalks?") from error
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
        stop = Event()
        self._write(path, _json(me | {"seen": time.time()}))
        if (self._read(path) or {}).get("key") != me["key"]:
            raise OutputError(f"{self.name}: another process has just begun to write it; wait for it to end")
        beat = Thread(target=self._beat, args=(path, me, stop), daemon=True)
        beat.start()
        try:
            yield
        finally:
            stop.set()
            beat.join()
            self.fs.rm_file(path)

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
            return True
        return True
    return time.time() - float(writer.get("seen", 0)) < _GONE


def _is_hidden(path: str) -> bool:
    return path.rstrip("/").rsplit("/", 1)[-1].startswith((".", "_manifest"))


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


TABLES = tuple(SCHEMAS)
