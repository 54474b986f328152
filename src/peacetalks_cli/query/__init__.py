"""Filters and aggregates over the facts of many articles, whether they come from the store or were just extracted."""

from collections.abc import Iterable, Iterator
from typing import Any

from peacetalks_cli.query.aliases import Aliases
from peacetalks_cli.query.filters import VAGUE, Facts, Filter, Kind, Origin, Row, file_and_line

__all__ = [
    "Aliases",
    "Facts",
    "Filter",
    "Kind",
    "Origin",
    "Row",
    "is_vague",
    "mentions",
    "of_record",
    "select",
    "without_vague",
]

_ALL = Filter()
_NONE = Aliases()


def of_record(record: Row, kind: Kind) -> Facts:
    """The facts of one kind of an article record."""
    article = record["article"]
    return Origin(article["id"], (article["file"],), article["published"]), record[kind]


def select(kind: Kind, found: Iterable[Facts], filters: Filter = _ALL, aliases: Aliases = _NONE) -> list[Row]:
    """The rows of `people`, `places`, `dates` or `numbers`, in the contract's order. `aliases`: what the user decided
    of people or places."""
    passed = (facts for facts in found if filters.passes(facts[0]))
    if kind in ("people", "places"):
        from peacetalks_cli.query.entities import entities  # noqa: PLC0415  (imports how names are compared)

        return entities(kind, passed, aliases)
    if kind == "dates":
        rows = [row for row in _each(passed) if filters.vague or not is_vague(row)]
        return sorted(rows, key=_in_time)
    rows = [row for row in _each(passed) if not filters.topics or row["topic"] in filters.topics]
    return sorted(rows, key=lambda row: (file_and_line(row["file"]), row["start"]))


def is_vague(timex: Row) -> bool:
    """Whether a date is a reference without a calendar value (jetzt, damals, künftig, lange Zeit)."""
    return timex["value"] in VAGUE


def without_vague(record: Row, *, keep: bool = False) -> Row:
    """An article record without its vague dates, or the record itself if they are to `keep`."""
    return record if keep else {**record, "dates": [timex for timex in record["dates"] if not is_vague(timex)]}


def mentions(record: Row) -> list[Row]:
    """One row a mention of anything in an article record, in the order of the text."""
    file = record["article"]["file"]
    rows: list[Row] = []
    for kind, facts in (("person", "people"), ("place", "places"), ("organization", "organizations")):
        rows += [
            {"kind": kind, **mention, "name": entity["name"], "file": file}
            for entity in record[facts]
            for mention in entity["mentions"]
        ]
    rows += [{"kind": "date", **timex, "modifier": timex["mod"], "file": file} for timex in record["dates"]]
    rows += [{"kind": "number", **number, "file": file} for number in record["numbers"]]
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def _each(found: Iterable[Facts]) -> Iterator[Row]:
    """Each fact with the file and the date of its article; an article that lies in two files comes once."""
    seen = set()
    for article, facts in found:
        if article.id not in seen:
            seen.add(article.id)
            for fact in facts:
                yield {**fact, "file": article.file, "published": article.published}


def _in_time(row: Row) -> tuple[Any, ...]:
    """By the first day; what has none (durations, sets, unresolved days) comes after, by the article's date."""
    day = row["earliest"]
    by_day = (day is None, day or row["published"] or "", row["value"] if day else "")
    return (*by_day, file_and_line(row["file"]), row["start"])
