"""peacetalks people, places, dates, numbers: one kind of fact, over all articles."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from peacetalks_cli import query, render
from peacetalks_cli.cli.articles import extracted, opened_store, store_path
from peacetalks_cli.cli.extract import Vague
from peacetalks_cli.cli.options import Input, Output, Paths, Shown, grouped
from peacetalks_cli.cli.output import chosen_format, has_unicode, screen, write
from peacetalks_cli.cli.timeline import explain_dates, explain_numbers
from peacetalks_cli.errors import StoreError, UsageError
from peacetalks_cli.facts import TOPICS

if TYPE_CHECKING:  # imports sqlite3
    from peacetalks_cli.store import Store

_MORE_EXAMPLES = {
    "dates": "\n  peacetalks dates --explain            why it is that day",
    "numbers": "\n  peacetalks numbers --topic killed --topic wounded"
    "\n  peacetalks numbers --topic drones --chart"
    "\n  peacetalks numbers --explain          what each field rests on",
}
EPILOGS = {
    kind: f"""
\b
Examples:
  peacetalks {kind}                     what the store holds
  peacetalks {kind} articles/ --json    of these articles only
  peacetalks {kind} --since 2026-01 --limit 10{_MORE_EXAMPLES.get(kind, "")}
"""
    for kind in ("people", "places", "dates", "numbers")
}


From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="DATASET", help="Of a dataset, a folder or URL that extract --cluster made, not of the store."
    ),
]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain", metavar="NAME", help="Why mentions are taken for the one of that name, and who was kept apart."
    ),
]


@grouped
def people(
    paths: Paths = None, explain: Explain = None, from_: From = None, *, shown: Shown, output: Output, input: Input
) -> None:
    """People: names, roles, how often, where.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills. An aliases.toml beside the store may merge, split and ignore names.
    """
    if from_:
        _of_dataset("people", from_, _filter(shown), paths or explain, shown=shown, output=output, input=input)
        return
    _show_entities("people", explain, paths=paths, shown=shown, output=output, input=input)


@grouped
def places(
    paths: Paths = None, explain: Explain = None, from_: From = None, *, shown: Shown, output: Output, input: Input
) -> None:
    """Places: names, countries, coordinates, how often.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills. An aliases.toml beside the store may merge, split and ignore names.
    """
    if from_:
        _of_dataset("places", from_, _filter(shown), paths or explain, shown=shown, output=output, input=input)
        return
    _show_entities("places", explain, paths=paths, shown=shown, output=output, input=input)


Why = Annotated[bool, typer.Option("--explain", help="Also why each date means what it means: bis: coming June.")]


@grouped
def dates(
    paths: Paths = None,
    vague: Vague = False,
    explain: Why = False,
    from_: From = None,
    *,
    shown: Shown,
    output: Output,
    input: Input,
) -> None:
    """Dates, times, durations, in the order of time.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills. --since and --until go by their publication date.
    """
    filters = _filter(shown, vague=vague)
    if from_:
        _of_dataset("dates", from_, filters, paths or explain, shown=shown, output=output, input=input)
        return
    if explain:
        explain_dates(paths, filters, shown=shown, output=output, input=input)
        return
    _show(
        "dates",
        _selected("dates", filters),
        paths=paths,
        output=output,
        input=input,
        limit=shown.limit,
    )


Topics = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="TOPIC", help=f"Only these figures; repeatable. One of {', '.join(TOPICS)}."),
]


WhyNumbers = Annotated[
    bool, typer.Option("--explain", help="Also the words and the rule behind each field, and how the figure is put.")
]

Chart = Annotated[bool, typer.Option("--chart", help="As bars by topic and day, for a look at the terminal.")]


@grouped
def numbers(
    paths: Paths = None,
    topic: Topics = None,
    explain: WhyNumbers = False,
    chart: Chart = False,
    from_: From = None,
    *,
    shown: Shown,
    output: Output,
    input: Input,
) -> None:
    """Figures: what is counted, who says so, where, when.

    Of the articles in PATHS (files, folders, - for standard input); without PATHS of those in the store, which
    extract fills.
    """
    for name in topic or ():
        if name not in TOPICS:
            near = get_close_matches(name, TOPICS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"one of {', '.join(TOPICS)}"
            raise UsageError(f"--topic {name}: no such topic; {hint}")
    if chart and (explain or output.format or output.json or output.jsonl or output.csv):
        raise UsageError("--chart is a picture of its own; leave out --explain and the format")
    filters = _filter(shown, topics=frozenset(topic or ()))
    if from_:
        is_more = paths or explain or chart
        _of_dataset("numbers", from_, filters, is_more, shown=shown, output=output, input=input)
        return
    if explain:
        explain_numbers(paths, filters, shown=shown, output=output, input=input)
        return
    if chart:
        _chart(filters, paths=paths, shown=shown, output=output, input=input)
        return
    _show(
        "numbers",
        _selected("numbers", filters),
        paths=paths,
        output=output,
        input=input,
        limit=shown.limit,
    )


def _of_dataset(
    kind: query.Kind, dataset: str, filters: query.Filter, more: object, *, shown: Shown, output: Output, input: Input
) -> None:
    """Shows what a dataset has, as it is read: not all of it need fit into memory."""
    if more:
        raise UsageError("--from asks a dataset as it is; leave out PATHS, --explain and --chart")
    try:
        from peacetalks_cli.query import collection  # noqa: PLC0415  (imports DuckDB)
    except ImportError as error:
        raise UsageError("--from needs more than is installed: pip install 'peacetalks-cli[cluster]'") from error
    store = store_path(input)
    aliases = query.Aliases.beside(store, kind) if kind in ("people", "places") else query.Aliases()
    rows = collection.select(kind, dataset, filters, aliases)
    format = chosen_format(output)
    write(render.rows(kind, islice(rows, shown.limit), format, screen(output)), output.output)


def _chart(filters: query.Filter, *, paths: Sequence[str] | None, shown: Shown, output: Output, input: Input) -> None:
    from peacetalks_cli.render.bars import bars  # noqa: PLC0415  (imports rich)

    with _facts("numbers", paths, input) as (found, _):
        rows = query.select("numbers", found, filters)[: shown.limit]
        write(bars(rows, screen(output), is_ascii=not has_unicode()), output.output)


def _filter(shown: Shown, *, vague: bool = False, topics: frozenset[str] = frozenset()) -> query.Filter:
    return query.Filter(shown.since, shown.until, shown.file, topics, vague)


Ask = Callable[[Iterable[query.Facts]], list[query.Row]]
"""What is asked of the facts of one kind."""


def _selected(kind: query.Kind, filters: query.Filter) -> Ask:
    return partial(query.select, kind, filters=filters)


def _show_entities(
    kind: query.Kind, explain: str | None, *, paths: Sequence[str] | None, shown: Shown, output: Output, input: Input
) -> None:
    filters, aliases = _filter(shown), query.Aliases.beside(store_path(input), kind)
    if explain is None:
        ask: Ask = partial(query.select, kind, filters=filters, aliases=aliases)
    else:
        ask = partial(_explained, kind, explain, filters=filters, aliases=aliases)
    shape = kind if explain is None else "explained"
    # To compare all names takes longer than all else, so the answer to the plain question is kept.
    is_plain = explain is None and filters == query.Filter() and aliases == query.Aliases()
    _show(kind, ask, paths=paths, output=output, input=input, limit=shown.limit, shape=shape, is_kept=is_plain)


def _explained(
    kind: query.Kind, name: str, found: Iterable[query.Facts], *, filters: query.Filter, aliases: query.Aliases
) -> list[query.Row]:
    from peacetalks_cli.query.explain import explain  # noqa: PLC0415

    rows = explain(kind, name, found, filters, aliases)
    if not rows:
        raise UsageError(f"--explain {name}: none of that name; see them all: peacetalks {kind}")
    return rows


def _show(
    kind: query.Kind,
    ask: Ask,
    *,
    paths: Sequence[str] | None,
    output: Output,
    input: Input,
    limit: int | None,
    shape: str | None = None,
    is_kept: bool = False,
) -> None:
    format = chosen_format(output)
    with _facts(kind, paths, input) as (found, store):
        rows = store.answered(kind, lambda: ask(found)) if store and is_kept else ask(found)
        write(render.rows(shape or kind, rows[:limit], format, screen(output)), output.output)


@contextmanager
def _facts(
    kind: query.Kind, paths: Sequence[str] | None, input: Input
) -> Iterator[tuple[Iterable[query.Facts], "Store | None"]]:
    """The facts of one kind in the articles given, else in the store, with the store then."""
    if paths:
        with extracted(paths, input, streams=False) as records:
            yield (query.of_record(record.as_json(), kind) for record in records), None
        return
    if input.no_store:
        raise UsageError(f"{kind}: with --no-store name the articles: peacetalks {kind} --no-store FILE…")
    with opened_store(input, create=False) as store:
        assert store is not None
        if not store.info().articles:
            raise StoreError(f"{store.path}: no article in it yet; fill it: peacetalks extract FILE…")
        facts = store.facts(kind)
        yield ((query.Origin(article.id, article.files, article.published), rows) for article, rows in facts), store
