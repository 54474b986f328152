"""PATHS -> the files of articles in them."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from peacetalks_cli.errors import InputError
from peacetalks_cli.read.decode import shown

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")
STDIN = "-"
# Files about a folder, not of it: a README beside articles is no article. By name they are read.
_ABOUT = {"LICENSE", "LICENCE", "COPYING", "NOTICE", "CHANGELOG", "CONTRIBUTING"}


@dataclass(frozen=True, slots=True)
class File:
    """`path` opens it, `name` is what records and messages call it ('-' for standard input)."""

    path: str
    name: str

    @property
    def suffix(self) -> str:
        return os.path.splitext(self.path)[1].lower()  # noqa: PTH122  (a path here may be undecodable)


def files(
    paths: Sequence[str], on_error: Callable[[InputError], None], on_warning: Callable[[str], None]
) -> Iterator[File]:
    """The files given by name and those in the folders given, each once, in a fixed order.

    In a folder: `SUFFIXES` in any case, sorted by name, folders within in their place; hidden ones, and README,
    LICENSE and the like, left out. Links are followed, no folder is entered twice.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _of(path, on_error, on_warning):
            where = STDIN if file.path == STDIN else os.path.abspath(file.path)  # noqa: PTH100
            if where not in seen:
                seen.add(where)
                yield file


def _of(path: str, on_error: Callable[[InputError], None], on_warning: Callable[[str], None]) -> Iterator[File]:
    if path == STDIN:
        yield File(STDIN, STDIN)
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except (OSError, ValueError) as error:
        on_error(unreadable(path, error))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, on_error, on_warning)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield File(path, _name(path))
    else:
        on_error(InputError(f"{shown(path)}: a device or socket; give a file, a folder, or - for standard input"))


def _in_folder(root: str, on_error: Callable[[InputError], None], on_warning: Callable[[str], None]) -> Iterator[File]:
    usable = True
    found = False
    visited: set[tuple[int, int]] = set()
    waiting = [root]  # a stack: folders can be nested deeper than Python can recurse
    while waiting:
        path = waiting.pop()
        try:
            mode = os.stat(path)  # noqa: PTH116
            if stat.S_ISDIR(mode.st_mode):
                if (mode.st_dev, mode.st_ino) not in visited:
                    visited.add((mode.st_dev, mode.st_ino))
                    waiting += reversed(_entries(path))
                continue
        except OSError as error:
            usable = False
            on_error(unreadable(path, error))
            continue
        if stat.S_ISREG(mode.st_mode):
            found = True
            yield File(path, _name(path))
        else:  # a FIFO among articles would wait for ever
            on_warning(f"{shown(path)}: left out, not a regular file")
    if usable and not found:
        on_error(InputError(f"{shown(root)}: no {' '.join(f'*{suffix}' for suffix in SUFFIXES)} in this folder"))


def _entries(folder: str) -> list[str]:
    """Paths of the folders and articles in `folder`, sorted by name. Raises OSError."""
    with os.scandir(folder) as entries:
        wanted = [entry.name for entry in entries if _is_wanted(entry)]
    return [os.path.join(folder, name) for name in sorted(wanted)]  # noqa: PTH118


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    try:
        if entry.is_dir():
            return True
    except OSError:  # a link that leads in a circle
        pass
    stem = entry.name.split(".")[0]
    about = stem in _ABOUT or stem.lower() == "readme"
    return not about and entry.name.lower().endswith(SUFFIXES)


def unreadable(path: str, error: OSError | ValueError) -> InputError:
    name = shown(path)
    if isinstance(error, FileNotFoundError):
        return InputError(f"{name}: no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return InputError(f"{name}: no permission to read it; change its permissions or leave it out")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return InputError(f"{name}: cannot be read ({reason}); check the path")


def _name(path: str) -> str:
    """The path as given, without './' and doubled slashes, as text that any encoding can carry."""
    return os.fsencode(PurePath(path).as_posix()).decode("utf-8", "backslashreplace")
