"""What the commands that extract have in common: inputs, store, warnings, progress."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from peacetalks_cli.cli.options import Input
from peacetalks_cli.cli.output import is_terminal, may_be_styled, say
from peacetalks_cli.errors import ExitStatus, InputError, UsageError

if TYPE_CHECKING:  # imports sqlite3
    from peacetalks_cli.facts import Record
    from peacetalks_cli.store import Store


@dataclass(slots=True)
class Problems:
    """Inputs that could not be used: each is named at once, and counted for the exit status."""

    quiet: bool
    inputs: int = 0

    def error(self, error: InputError) -> None:
        self.inputs += 1
        say(str(error))

    def warning(self, message: str) -> None:
        if not self.quiet:
            say(f"warning: {message}")

    def end(self) -> None:
        """Ends the command with exit status 1 if there were any."""
        if self.inputs:
            raise typer.Exit(ExitStatus.INPUT)


@contextmanager
def extracted(paths: Sequence[str], options: Input, *, streams: bool) -> Iterator[Iterator["Record"]]:
    """The records of all articles in `paths`, each as soon as it is done; at the end the exit status.

    `streams`: whether they are printed meanwhile, so that a progress bar on the same terminal would disturb.
    """
    from peacetalks_cli.extract import extract_all  # noqa: PLC0415  (not for --help and the store's queries)
    from peacetalks_cli.read import number_of_articles, read  # noqa: PLC0415

    problems = Problems(options.quiet)
    articles = read(
        paths,
        input_format=options.input,
        published=options.published,
        stdin=_standard_input(paths, options.quiet),
        on_error=problems.error,
        on_warning=problems.warning,
    )
    with opened_store(options) as store:
        topics = own_topics(options)
        records = extract_all(articles, model=options.model, topics=topics, store=store, jobs=_jobs(paths, options))
        disturbs = streams and is_terminal(sys.stdout)
        if not options.quiet and not disturbs and is_terminal(sys.stderr) and may_be_styled():
            from peacetalks_cli.render.progress import counted  # noqa: PLC0415  (imports rich)

            records = counted(records, number_of_articles(paths))
        with closing(records):  # an interrupted one ends its processes
            yield records
    problems.end()


@contextmanager
def opened_store(options: Input, *, create: bool = True) -> Iterator["Store | None"]:
    """The store, or None with --no-store; not to `create` one: its facts are shown, and no article is read.

    Raises StoreError if it cannot be opened.
    """
    if not create and not options.quiet:
        model = options.model if options.model != os.environ.get("PEACETALKS_MODEL") else None
        given = {
            **{"--input": options.input, "--published": options.published},
            **{"--model": model, "--jobs": options.jobs},
        }
        for option, value in given.items():
            if value:
                say(f"warning: {option} is for articles that are read; without PATHS the store is shown as it is")
    path = store_path(options)
    if path is None:
        yield None
        return
    from peacetalks_cli.store import Store  # noqa: PLC0415

    with Store.open(path, create=create) as store:
        yield store


def store_path(options: Input) -> Path | None:
    """Where the store is or would be; None with --no-store."""
    from peacetalks_cli.store import default_path  # noqa: PLC0415

    return None if options.no_store else options.store or default_path(Path())


def own_topics(options: Input) -> str | None:
    """The user's own topics, a TOML text: of --topics, else of topics.toml beside the store; None without a file.

    Raises UsageError if the file cannot be read or is no such table.
    """
    from peacetalks_cli.german.figures.topics import load  # noqa: PLC0415

    store = store_path(options)
    path = options.topics or (store.parent / "topics.toml" if store else None)
    if path is None or not (options.topics or path.exists()):
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
        load(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: cannot be read: it is not UTF-8") from error
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from error
    return text


def _jobs(paths: Sequence[str], options: Input) -> int:
    """As many as asked for; else one a core, but one only where articles may come one by one: what a pipe brings is
    shown before the next article is waited for."""
    from peacetalks_cli.extract import cores  # noqa: PLC0415

    if options.jobs is not None:
        return options.jobs
    comes_in = any(path == "-" or (os.path.exists(path) and Path(path).is_fifo()) for path in paths)  # noqa: PTH110
    return 1 if comes_in else cores()


def _standard_input(paths: Sequence[str], quiet: bool) -> BinaryIO | None:
    if "-" not in paths:
        return None
    if sys.stdin is None:
        raise UsageError("standard input is closed; name a file instead of -")
    if sys.stdin.isatty() and not quiet:
        say("reading from standard input; Ctrl-D ends it")
    return sys.stdin.buffer
