"""Which process has the store locked, asked of the system: it knows, and forgets a process that has ended."""

import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Where SQLite locks: a writer the first byte of these in the -shm file (WAL), or whoever is in the way of one these
# of the database itself (without WAL). Both are part of its file format.
_WAL_WRITER, _WAL_RECOVERY = (120, 1), (122, 1)
_DATABASE = (0x40000000, 512)
_COMMAND = 100  # characters shown of a command line
# struct flock by platform: its format, where the process stands in it, and the request for (start, length).
_LINUX, _MAC = "hh4xqqi4x", "qqihh"


def holder(path: Path) -> tuple[int, str] | None:
    """The process that keeps others from writing the store at `path`, and its command line ('' if unknown).

    None if there is none by now, or the system does not tell (Windows, another host, another container).
    """
    with suppress(OSError, ImportError, struct.error):
        for file, ranges in ((f"{path}-shm", (_WAL_WRITER, _WAL_RECOVERY)), (f"{path}", (_DATABASE,))):
            if not os.path.exists(file):  # noqa: PTH110
                continue
            with _descriptor(file) as descriptor:
                for start, length in ranges:
                    if process := _locked_by(descriptor, start, length):
                        return process, _command(process)
            return None
    return None


def _locked_by(descriptor: int, start: int, length: int) -> int:
    """The process that has locked some of these bytes; 0 if none has, other than this one."""
    import fcntl  # noqa: PLC0415  (not on Windows)

    if sys.platform == "darwin":
        asked = struct.pack(_MAC, start, length, 0, fcntl.F_WRLCK, os.SEEK_SET)
        _, _, process, kind, _ = struct.unpack(_MAC, fcntl.fcntl(descriptor, fcntl.F_GETLK, asked))
    else:
        asked = struct.pack(_LINUX, fcntl.F_WRLCK, os.SEEK_SET, start, length, 0)
        kind, _, _, _, process = struct.unpack(_LINUX, fcntl.fcntl(descriptor, fcntl.F_GETLK, asked))
    return max(0, process) if kind != fcntl.F_UNLCK else 0


@contextmanager
def _descriptor(file: str) -> Iterator[int]:
    """One that is open on `file`. SQLite's own if there is one: to close another would drop the locks of SQLite."""
    wanted = os.stat(file)  # noqa: PTH116
    open_already = next((one for one in range(3, 1024) if _is(one, wanted)), None)
    descriptor = os.open(file, os.O_RDWR) if open_already is None else open_already
    try:
        yield descriptor
    finally:
        if open_already is None:
            os.close(descriptor)


def _is(descriptor: int, wanted: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), wanted)
    except OSError:
        return False


def _command(process: int) -> str:
    """The command line of a process, on one line; '' where /proc does not tell."""
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return ""
    line = " ".join(" ".join(words).split())
    return line if len(line) <= _COMMAND else line[: _COMMAND - 1] + "…"
