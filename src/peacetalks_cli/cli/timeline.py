"""peacetalks timeline, dates --explain, numbers --explain: what happened when, and why so."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from peacetalks_cli import query, render
from peacetalks_cli.cli.articles import extracted, opened_store, own_topics
from peacetalks_cli.cli.options import Input, Output, Paths, Shown, ShownDays, grouped
from peacetalks_cli.cli.output import chosen_format, screen, write
from peacetalks_cli.errors import StoreError, UsageError

if TYPE_CHECKING:  # imports all the rules of dates
    from peacetalks_cli.query.timeline import Found

EPILOGS = {
    "timeline": """
\b
Examples:
  peacetalks timeline                   what the store holds
  peacetalks timeline articles/ -o all.md
  peacetalks timeline --since 2026-01-24 --until 2026-01-25
"""
}


@grouped
def timeline(paths: Paths = None, *, shown: ShownDays, output: Output, input: Input) -> None:
    """What happened when: sentences by the day they name.

    Each with the people, places and figures in it. Of the articles in PATHS (files, folders, - for standard input);
    without PATHS of those in the store, which extract fills. --since and --until go by the day that a sentence
    names, not by the publication date.
    """
    from peacetalks_cli.query.timeline import events  # noqa: PLC0415

    filters = query.Filter(shown.since, shown.until, shown.file)
    format = chosen_format(output)
    with found_in("timeline", paths, input) as found:
        rows = events(found, filters)
        write(render.rows("timeline", rows[: shown.limit], format, screen(output)), output.output)


def explain_dates(
    paths: Sequence[str] | None, filters: query.Filter, *, shown: Shown, output: Output, input: Input
) -> None:
    """Shows the dates, each with the reason of its value, which needs the texts."""
    from peacetalks_cli.query.timeline import explained  # noqa: PLC0415

    format = chosen_format(output)
    with found_in("dates", paths, input) as found:
        rows = query.select("dates", (explained(origin, record) for origin, record in found), filters)
        write(render.rows("dates_explained", rows[: shown.limit], format, screen(output)), output.output)


def explain_numbers(
    paths: Sequence[str] | None, filters: query.Filter, *, shown: Shown, output: Output, input: Input
) -> None:
    """Shows the figures, each with the words and the rule behind its fields, which needs the texts."""
    from peacetalks_cli.query import figures  # noqa: PLC0415

    format = chosen_format(output)
    with found_in("numbers", paths, input) as found:
        own = own_topics(input)
        explained_ = (figures.explained(origin, record, own) for origin, record in found)
        rows = query.select("numbers", explained_, filters)
        write(render.rows("numbers_explained", rows[: shown.limit], format, screen(output)), output.output)


@contextmanager
def found_in(command: str, paths: Sequence[str] | None, input: Input) -> Iterator[Iterator["Found"]]:
    """The articles given, else those in the store, each with its text and all that was found in it."""
    if paths:
        with extracted(paths, input, streams=False) as records:
            yield (
                (query.Origin(record.article.id, (record.article.file,), record.article.published), record)
                for record in records
            )
        return
    if input.no_store:
        raise UsageError(f"{command}: with --no-store name the articles: peacetalks {command} --no-store FILE…")
    with opened_store(input, create=False) as store:
        assert store is not None
        if not store.info().articles:
            raise StoreError(f"{store.path}: no article in it yet; fill it: peacetalks extract FILE…")
        files = {article.id: article.files for article in store.articles()}
        yield (
            (query.Origin(record.article.id, files[record.article.id], record.article.published), record)
            for record in store.records()
            if record.article.id in files
        )
