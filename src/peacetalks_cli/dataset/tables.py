"""The tables of a dataset: their columns, and the rows of a record."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from peacetalks_cli.facts import KINDS

Row = dict[str, Any]

_MENTIONS = pa.list_(
    pa.struct([("text", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("line", pa.int64())])
)
_SPAN = [("text", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("line", pa.int64())]
_SOURCE = pa.struct([("text", pa.string()), ("name", pa.string()), ("cue", pa.string())])
# Each fact names its article: its place in the collection, the id of its text, its file, its date of publication.
_OF_ARTICLE = [("number", pa.int64()), ("article", pa.string()), ("file", pa.string()), ("published", pa.string())]

SCHEMAS: dict[str, pa.Schema] = {
    "articles": pa.schema(
        [
            ("number", pa.int64()),
            ("id", pa.string()),
            ("file", pa.string()),
            ("title", pa.string()),
            ("published", pa.string()),
            ("published_from", pa.string()),
            ("source", pa.string()),
            ("characters", pa.int64()),
            ("pipeline", pa.struct([("name", pa.string()), ("version", pa.string())])),
        ]
    ),
    "people": pa.schema(
        [
            *_OF_ARTICLE,
            ("id", pa.string()),
            ("name", pa.string()),
            ("roles", pa.list_(pa.string())),
            ("mentions", _MENTIONS),
        ]
    ),
    "places": pa.schema(
        [
            *_OF_ARTICLE,
            ("id", pa.string()),
            ("name", pa.string()),
            ("kind", pa.string()),
            ("country", pa.string()),
            ("latitude", pa.float64()),
            ("longitude", pa.float64()),
            ("mentions", _MENTIONS),
        ]
    ),
    "organizations": pa.schema([*_OF_ARTICLE, ("id", pa.string()), ("name", pa.string()), ("mentions", _MENTIONS)]),
    "dates": pa.schema(
        [
            *_OF_ARTICLE,
            *_SPAN,
            ("type", pa.string()),
            ("value", pa.string()),
            ("mod", pa.string()),
            ("earliest", pa.string()),
            ("latest", pa.string()),
        ]
    ),
    "numbers": pa.schema(
        [
            *_OF_ARTICLE,
            *_SPAN,
            ("value", pa.float64()),
            ("low", pa.float64()),
            ("high", pa.float64()),
            ("modifier", pa.string()),
            ("unit", pa.string()),
            ("counted", pa.string()),
            ("topic", pa.string()),
            ("detail", pa.string()),
            ("place", pa.string()),
            ("date", pa.string()),
            ("source", _SOURCE),
            ("sentence", pa.string()),
        ]
    ),
    "errors": pa.schema([("file", pa.string()), ("error", pa.string())]),
}
"""The columns of each table. `number`: of the article within its partition, from 0."""


def tables(records: Iterable[Row], errors: Iterable[Row]) -> Iterator[tuple[str, pa.Table]]:
    """The tables of a partition, of article records in their order, as `Record.as_json` gives them."""
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    rows["errors"] += errors
    for number, record in enumerate(records):
        article = record["article"]
        rows["articles"].append({"number": number, **article, "pipeline": record["pipeline"]})
        of = {"number": number, "article": article["id"], "file": article["file"], "published": article["published"]}
        for kind in KINDS:
            rows[kind] += ({**of, **fact} for fact in record[kind])
    for name, schema in SCHEMAS.items():
        yield name, pa.Table.from_pylist(rows[name], schema=schema)


def fact(kind: str, row: Row) -> Row:
    """A fact of `kind` as it is in an article record, of a row of its table."""
    found = {key: value for key, value in row.items() if key not in ("number", "article", "file", "published")}
    return found | {key: _number(found[key]) for key in ("value", "low", "high") if kind == "numbers"}


def _number(value: float | None) -> float | int | None:
    """Whole numbers as such: a column has one type."""
    return int(value) if value is not None and value.is_integer() else value
