"""peacetalks extract: the facts of articles, article by article."""

import shlex
from collections.abc import Iterable, Iterator
from typing import Annotated, get_args

import typer

from peacetalks_cli import query, render
from peacetalks_cli.cli.articles import extracted, store_path
from peacetalks_cli.cli.options import Cluster, Input, Output, Paths, grouped
from peacetalks_cli.cli.output import chosen_format, screen, write
from peacetalks_cli.errors import UsageError

_AT_MOST = 20  # rows of each table
_LONGEST_HINT = 60  # characters of the command that shows the rest
EPILOGS = {
    "extract": """
\b
Examples:
  peacetalks extract article.txt
  peacetalks extract articles/ --jsonl -o facts.jsonl
  curl -s https://example.org/article.txt | peacetalks extract - --json
  peacetalks extract archive/ --cluster local:8 --output dataset/
"""
}

Vague = Annotated[
    bool, typer.Option("--vague", help="Also time references without a calendar value: jetzt, damals, künftig.")
]


@grouped
def extract(paths: Paths = None, vague: Vague = False, *, output: Output, input: Input, cluster: Cluster) -> None:
    """Read articles, find their facts, remember and print them.

    PATHS are files, folders (with all .txt .md .html .htm .jsonl in them), or - for standard input. As csv, tsv and
    md one row a mention; as json and jsonl one record an article (peacetalks schema).
    With --cluster many processes make a dataset of a collection; PATHS may be URLs (s3://…), .parquet, .jsonl.gz, too.
    """
    if not paths:
        raise UsageError("extract: no file named; try: peacetalks extract FILE…, or - for standard input")
    if cluster.cluster is not None:
        from peacetalks_cli.cli.cluster import extract_on_cluster  # noqa: PLC0415

        extract_on_cluster(paths, vague=vague, cluster=cluster, output=output, input=input)
        return
    format = chosen_format(output)
    streams = format != "table"
    # Before anything is extracted: a broken file is wrong usage.
    aliases = {} if streams else {kind: query.Aliases.beside(store_path(input), kind) for kind in get_args(query.Kind)}
    with extracted(paths, input, streams=streams) as records:
        shown = (query.without_vague(record.as_json(), keep=vague) for record in records)
        pieces = _tables(shown, screen(output), aliases, paths) if format == "table" else _rows(shown, format)
        write(pieces, output.output, at_once=streams)


def _rows(records: Iterable[query.Row], format: render.Format) -> Iterator[str]:
    if format in ("json", "jsonl"):
        return render.rows("records", records, format)
    return render.rows("mentions", (row for record in records for row in query.mentions(record)), format)


def _tables(
    records: Iterable[query.Row], on: render.Screen, aliases: dict[query.Kind, query.Aliases], paths: list[str]
) -> Iterator[str]:
    """One table a kind, over all articles: so nothing is printed before the last one is done."""
    done = list(records)
    for kind in get_args(query.Kind):
        found = [query.of_record(record, kind) for record in done]
        rows = query.select(kind, found, query.Filter(vague=True), aliases[kind])
        all_by = shlex.join(["peacetalks", kind, *paths])
        all_by = all_by if len(all_by) < _LONGEST_HINT else f"peacetalks {kind} PATHS"
        yield from render.overview(kind, rows, on, at_most=_AT_MOST, all_by=all_by)
