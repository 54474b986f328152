"""peacetalks report: one page with the figures of all articles, who said what, and the texts."""

import locale
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TextIO

import typer

from peacetalks_cli import __version__, query
from peacetalks_cli.cli.articles import own_topics, store_path
from peacetalks_cli.cli.options import Input, Paths, grouped
from peacetalks_cli.cli.output import is_terminal, say, to_file, write
from peacetalks_cli.cli.timeline import found_in
from peacetalks_cli.errors import OutputError, UsageError
from peacetalks_cli.facts import Record
from peacetalks_cli.query import figures, timeline
from peacetalks_cli.query.overview import Overview
from peacetalks_cli.query.reading import marks
from peacetalks_cli.query.timeline import Found
from peacetalks_cli.render import html

EPILOGS = {
    "report": """
\b
Examples:
  peacetalks report articles/ -o report.html
  peacetalks report -o week.html --since 2026-01-19 --until 2026-01-25
  peacetalks report --texts files -o archive.html     a file a text, for thousands
"""
}

_OPEN = 3  # so few texts are shown unfolded
_MANY = 300  # so many texts make a page heavy


@grouped
def report(
    paths: Paths = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", readable=False, help="The page, whole or not at all."),
    ] = None,
    language: Annotated[
        html.Language | None,
        typer.Option("--language", show_default=False, help="Of the labels; by default the one of the locale."),
    ] = None,
    texts: Annotated[
        html.Texts, typer.Option("--texts", help="The texts in the page, in files of their own beside it, or left out.")
    ] = "inline",
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Articles of this day, month or year and later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Articles of this day, month or year and earlier.")
    ] = None,
    file: Annotated[str | None, typer.Option(metavar="GLOB", help="Articles whose path or file name matches.")] = None,
    *,
    input: Input,
) -> None:
    """One HTML page to open, mail and keep: figures over time, people, a map, a timeline, and the texts.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills. The page needs nothing beside it and asks nothing of the network.
    """
    folder = None
    if output is None and is_terminal(sys.stdout):
        raise UsageError("report: a page is not for a terminal; name a file: -o report.html")
    if texts == "files":
        if output is None or not to_file(output):
            raise UsageError("report: --texts files needs a page to lie beside; name it: -o report.html")
        folder = output.with_name(f"{output.stem}-texts")
    filters = query.Filter(since, until, file)
    with found_in("report", paths, input) as found:
        passed = (one for one in found if filters.passes(one[0]))
        making = _Making(input, language or _language(), texts, folder, f"../{output.name}" if output else "")
        write(making.pieces(passed), output)


def _language() -> html.Language:
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    return "de" if (named or locale.getlocale()[0] or "").lower().startswith(("de", "german")) else "en"


@dataclass(frozen=True, slots=True)
class _Making:
    """A page being made. `folder`: for texts in files of their own; `page`: from there to the page."""

    input: Input
    language: html.Language
    texts: html.Texts
    folder: Path | None
    page: str

    def pieces(self, found: Iterable[Found]) -> Iterator[str]:
        """The tables come before the texts, and are complete after the last one: texts wait on disk."""
        store = store_path(self.input)
        overview = Overview(query.Aliases.beside(store, "people"), query.Aliases.beside(store, "places"))
        own = own_topics(self.input)
        with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as spool:
            lengths = [self._told(spool, overview, origin, record, own) for origin, record in _once(found)]
            if self.texts == "inline" and len(lengths) > _MANY and not self.input.quiet:
                say(f"{len(lengths)} texts make the page heavy; --texts files puts them beside it")
            spool.seek(0)
            sections = (spool.read(length) for length in lengths)
            report = html.Report(
                overview, self.language, __version__, self.texts, self.folder.name if self.folder else ""
            )
            if self.folder is not None:
                self._write_texts(self.folder, report, overview, sections)
            yield from report.page(sections)

    def _told(self, spool: TextIO, overview: Overview, origin: query.Origin, record: Record, own: str | None) -> int:
        """Counts an article in and puts its text where it is to wait; gives the length there."""
        line = overview.add(origin, record)
        if self.texts == "none":
            return 0
        _, dates = timeline.explained(origin, record)
        _, numbers = figures.explained(origin, record, own)
        rows = marks(origin, record, dates, numbers, overview.people_ids, overview.place_ids)
        is_open = self.folder is not None or len(overview.articles) <= _OPEN
        section = html.article(
            line, record.article.text, rows, language=self.language, is_open=is_open,
            overview=self.page if self.folder else "",
        )  # fmt: skip
        return spool.write(section)

    def _write_texts(self, folder: Path, report: html.Report, overview: Overview, sections: Iterator[str]) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{folder}: cannot be made: {error.strerror}") from error
        for line, section in zip(overview.articles, sections, strict=True):
            write([report.companion(section, line, self.page)], folder / f"{line['id']}.html")


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Each text once, though it may lie in several files."""
    seen: set[str] = set()
    for origin, record in found:
        if origin.id not in seen:
            seen.add(origin.id)
            yield origin, record
