"""peacetalks people, places, dates, numbers: one kind of fact, over all articles."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated

import typer

from peacetalks_cli import query, render
from peacetalks_cli.cli.articles import extracted, opened_store
from peacetalks_cli.cli.extract import Vague
from peacetalks_cli.cli.options import Input, Output, Paths, Shown, grouped
from peacetalks_cli.cli.output import chosen_format, screen, write
from peacetalks_cli.errors import StoreError, UsageError
from peacetalks_cli.schema import TOPICS


def epilog(kind: str, more: str = "") -> str:
    return f"""
\b
Examples:
  peacetalks {kind}                     what the store holds
  peacetalks {kind} articles/ --json    of these articles only
  peacetalks {kind} --since 2026-01 --limit 10{more}
"""


@grouped
def people(paths: Paths = None, *, shown: Shown, output: Output, input: Input) -> None:
    """People: names, roles, how often, where.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills.
    """
    _show("people", _filter(shown), paths=paths, output=output, input=input, limit=shown.limit)


@grouped
def places(paths: Paths = None, *, shown: Shown, output: Output, input: Input) -> None:
    """Places: names, countries, coordinates, how often.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills.
    """
    _show("places", _filter(shown), paths=paths, output=output, input=input, limit=shown.limit)


@grouped
def dates(paths: Paths = None, vague: Vague = False, *, shown: Shown, output: Output, input: Input) -> None:
    """Dates, times, durations, in the order of time.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills. --since and --until go by their publication date.
    """
    _show("dates", _filter(shown, vague=vague), paths=paths, output=output, input=input, limit=shown.limit)


Topics = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="TOPIC", help=f"Only these figures; repeatable. One of {', '.join(TOPICS)}."),
]


@grouped
def numbers(paths: Paths = None, topic: Topics = None, *, shown: Shown, output: Output, input: Input) -> None:
    """Figures: what is counted, who says so, where, when.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills.
    """
    for name in topic or ():
        if name not in TOPICS:
            near = get_close_matches(name, TOPICS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"one of {', '.join(TOPICS)}"
            raise UsageError(f"--topic {name}: no such topic; {hint}")
    _show(
        "numbers",
        _filter(shown, topics=frozenset(topic or ())),
        paths=paths,
        output=output,
        input=input,
        limit=shown.limit,
    )


def _filter(shown: Shown, *, vague: bool = False, topics: frozenset[str] = frozenset()) -> query.Filter:
    return query.Filter(shown.since, shown.until, shown.file, topics, vague)


def _show(
    kind: query.Kind,
    filters: query.Filter,
    *,
    paths: Sequence[str] | None,
    output: Output,
    input: Input,
    limit: int | None,
) -> None:
    format = chosen_format(output)
    if paths:
        with extracted(paths, input, streams=False) as records:
            rows = query.select(kind, (query.of_record(record.as_json(), kind) for record in records), filters)
            write(render.rows(kind, rows[:limit], format, screen(output)), output.output)
        return
    if input.no_store:
        raise UsageError(f"{kind}: with --no-store name the articles: peacetalks {kind} --no-store FILE…")
    with opened_store(input, create=False) as store:
        assert store is not None
        if not store.info().articles:
            raise StoreError(f"{store.path}: no article in it yet; fill it: peacetalks extract FILE…")
        found = (
            (query.Origin(article.id, article.files, article.published), facts) for article, facts in store.facts(kind)
        )
        rows = query.select(kind, found, filters)
        write(render.rows(kind, rows[:limit], format, screen(output)), output.output)
