"""peacetalks show: articles at the terminal, with what was found in them beside the words."""

from collections.abc import Iterator
from typing import Annotated

import typer

from peacetalks_cli.cli.articles import extracted
from peacetalks_cli.cli.options import Input, Output, OutputFile, Paths, grouped
from peacetalks_cli.cli.output import screen, write
from peacetalks_cli.errors import UsageError
from peacetalks_cli.facts import Record
from peacetalks_cli.query.notes import MARK_KINDS, notes
from peacetalks_cli.render import Screen

EPILOGS = {
    "show": """
\b
Examples:
  peacetalks show article.txt
  peacetalks show article.txt --only number --only source
  peacetalks show articles/ | less -R
"""
}

Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="KIND", help=f"Only these marks; repeatable. One of {', '.join(MARK_KINDS)}."),
]


@grouped
def show(paths: Paths = None, only: Only = None, output: OutputFile = None, *, input: Input) -> None:
    """Articles with their facts marked in the text.

    What each means stands in the margin. PATHS are files, folders, or - for standard input. Where a terminal shows
    no colours, what is marked stands in square brackets.
    """
    if not paths:
        raise UsageError("show: no file named; try: peacetalks show FILE…, or - for standard input")
    for kind in only or ():
        if kind not in MARK_KINDS:
            raise UsageError(f"--only {kind}: no such kind; one of {', '.join(MARK_KINDS)}")
    with extracted(paths, input, streams=True) as records:
        write(_pieces(records, set(only or ()), screen(Output(output=output))), output, at_once=True)


def _pieces(records: Iterator[Record], only: set[str], on: Screen) -> Iterator[str]:
    from peacetalks_cli.render.margin import annotated  # noqa: PLC0415  (imports rich)

    for n, record in enumerate(records):
        article = record.article
        about = [article.title, article.published, article.source, article.file]
        marks = [mark for mark in notes(record) if not only or mark["kind"] in only]
        yield "\n\n" if n else ""
        yield from annotated([" · ".join(part for part in about if part)], article.text, marks, on)
