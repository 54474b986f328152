"""Where a result goes and what it looks like: decided once for a command."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from errno import EISDIR
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import typer

from peacetalks_cli.cli.options import Output
from peacetalks_cli.errors import OutputError, UsageError
from peacetalks_cli.render import Format, Screen
from peacetalks_cli.render.clean import one_line

_BY_SUFFIX: dict[str, Format] = {
    ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".tsv": "tsv", ".md": "md", ".txt": "table",
}  # fmt: skip


def say(message: str) -> None:
    """One line on standard error; what it quotes of an article or a file name cannot steer the terminal."""
    if sys.stderr is None:  # closed by the caller: `print` would take standard output instead
        return
    try:
        print(f"peacetalks: {one_line(message)}", file=sys.stderr, flush=True)
    except OSError:  # nobody reads it, or its disk is full: the work goes on, and the exit status says the rest
        silence(sys.stderr)


def in_utf8(*streams: TextIO | None) -> None:
    """The same bytes in every locale and on every code page; a lone surrogate, which has no UTF-8, as \\udXXX."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def may_be_styled() -> bool:
    """Whether the user's environment allows escape sequences."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def has_unicode() -> bool:
    """Whether the terminal shows more than letters: not if its type is dumb, or its locale has another encoding."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "utf-8")
    return os.environ.get("TERM") != "dumb" and "utf" in named.lower()


def chosen_format(output: Output) -> Format:
    """The format asked for; else by the ending of the output file; else a table for a terminal, TSV for all else.

    Raises UsageError if two are asked for.
    """
    short: dict[Format, bool] = {"json": output.json, "jsonl": output.jsonl, "csv": output.csv}
    asked: dict[str, Format] = {f"--{name}": name for name, given in short.items() if given}
    if output.format:
        asked[f"--format {output.format}"] = output.format
    if len(set(asked.values())) > 1:
        raise UsageError(f"{' and '.join(asked)} exclude each other; choose one format")
    if asked:
        return next(iter(asked.values()))
    if to_file(output.output):
        return _BY_SUFFIX.get(Path(str(output.output)).suffix.lower(), "tsv")
    return "table" if is_terminal(sys.stdout) else "tsv"


def screen(output: Output) -> Screen:
    """The terminal that a table is made for; outside a terminal nothing is cut, and nothing is bold but by FORCE_COLOR
    (for a pager)."""
    if to_file(output.output):
        return Screen()
    if not is_terminal(sys.stdout):
        return Screen(styled=bool(os.environ.get("FORCE_COLOR")) and may_be_styled())
    return Screen(max(40, shutil.get_terminal_size().columns), may_be_styled())


def to_file(output: Path | None) -> bool:
    return output is not None and str(output) != "-"


def write(pieces: Iterable[str], output: Path | None, *, at_once: bool = False) -> None:
    """Writes all pieces to a file, whole or not at all, or to standard output; `at_once`: each as it comes.

    Raises OutputError if that fails; ends the command in silence if nobody reads standard output any more.
    """
    with _file(output) if output is not None and to_file(output) else _standard_output() as put:
        for piece in pieces:
            put(piece, at_once)


Put = Callable[[str, bool], None]


@contextmanager
def _standard_output() -> Iterator[Put]:
    stream = sys.stdout
    if stream is None:
        raise OutputError("standard output is closed; name a file: -o FILE")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(newline="")  # no \r before \n on Windows

    def put(piece: str, at_once: bool) -> None:
        try:
            stream.write(piece)
            if at_once:
                stream.flush()
        except BrokenPipeError:
            silence(stream)
            raise typer.Exit from None
        except OSError as error:
            silence(stream)
            raise OutputError(f"standard output: {error.strerror}") from error

    yield put
    put("", True)


def silence(stream: TextIO) -> None:
    """Nothing more is written there: what is still in the buffer goes nowhere, or the interpreter would complain of
    it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def _file(output: Path) -> Iterator[Put]:
    target = Path(os.path.realpath(output))  # of a link the file it leads to is replaced, not the link

    def put(piece: str, at_once: bool) -> None:
        with _errors_of(output):
            stream.write(piece)
            if at_once:
                stream.flush()

    with _errors_of(output):
        try:
            mode = target.stat().st_mode
        except FileNotFoundError:
            mode = stat.S_IFREG
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # a device or a named pipe
        with _errors_of(output), _opened(target) as stream:
            yield put
        return
    with _errors_of(output):
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(EISDIR, "it is a folder")
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with _opened(handle) as stream:
            yield put
            with _errors_of(output):
                stream.flush()
                os.fsync(handle)
        with _errors_of(output):
            Path(name).chmod(_mode(target))
            Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _opened(file: Path | int) -> TextIO:
    return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: PTH123


@contextmanager
def _errors_of(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{output}: cannot be written: {error.strerror}") from error


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
