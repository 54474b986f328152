"""Rows and records as text: a table, JSON, CSV, TSV, Markdown. The only room that knows rich, and late.

All functions give the text in pieces, each a row or more, so that a caller may write while rows still come.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from peacetalks_cli.render import plain

Format = Literal["table", "json", "jsonl", "csv", "tsv", "md"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Screen:
    """What a table is made for. `width`: in columns of the terminal, None where nothing need be cut (a file, a pipe);
    `styled`: whether bold type may be asked for by escape sequences."""

    width: int | None = None
    styled: bool = False


def rows(kind: str, rows: Iterable[dict[str, Any]], format: Format, screen: Screen = Screen()) -> Iterator[str]:
    """The rows of people, places, dates or numbers; "mentions" and "records" (JSON only) have no table."""
    match format:
        case "table":
            from peacetalks_cli.render.table import table  # noqa: PLC0415  (imports rich)

            return table(kind, list(rows), screen)
        case "json":
            return plain.json_array(rows)
        case "jsonl":
            return plain.json_lines(rows)
        case "md":
            return plain.markdown(kind, rows)
        case "csv" | "tsv":
            return plain.separated(kind, rows, "\t" if format == "tsv" else ",")


def overview(kind: str, rows: Sequence[dict[str, Any]], screen: Screen, *, at_most: int, all_by: str) -> Iterator[str]:
    """A headed table of the first `at_most` rows, how many more there are, and the command that shows them all."""
    from peacetalks_cli.render import table  # noqa: PLC0415  (imports rich)

    return table.overview(kind, rows, screen, at_most, all_by)
