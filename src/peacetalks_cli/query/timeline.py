"""What happened when: the sentences that name a day, in the order of time; and why a date means what it means."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date

from peacetalks_cli.facts import Date, Interval, Number, Person, Place, Record
from peacetalks_cli.german.sentences import sentences
from peacetalks_cli.german.timex import explain
from peacetalks_cli.query.filters import Facts, Filter, Origin, Row, file_and_line

Found = tuple[Origin, Record]
"""An article with all that was found in it, and where it lies."""


def events(found: Iterable[Found], filters: Filter) -> list[Row]:
    """A row for each sentence and each day or period that it names, by its first day, then by its last.

    `since` and `until` of the filters are of these days: a period passes if any of its days does. A text that lies
    in two files comes once.
    """
    of_files = replace(filters, since=None, until=None)
    rows: list[Row] = []
    seen: set[str] = set()
    for origin, record in found:
        if origin.id not in seen and of_files.passes(origin):
            rows += (row for row in _of_article(origin, record) if _is_within(row, filters))
            seen.add(origin.id)
    return sorted(rows, key=lambda row: (row["earliest"], row["latest"], file_and_line(row["file"]), row["start"]))


def explained(origin: Origin, record: Record) -> Facts:
    """The dates of an article, each with the `reason` of its value; None if the rules of today do not find it."""
    article = record.article
    published = date.fromisoformat(article.published) if article.published else None
    reasons = {
        (found.start, found.end, found.value): why
        for found, why in explain(article.text, published, masked=article.masked)
    }
    rows = [{**asdict(found), "reason": reasons.get((found.start, found.end, found.value))} for found in record.dates]
    return origin, rows


def _is_within(row: Row, filters: Filter) -> bool:
    since, until = filters.since or "", filters.until
    return row["latest"][: len(since)] >= since and (until is None or row["earliest"][: len(until)] <= until)


def _of_article(origin: Origin, record: Record) -> Iterator[Row]:
    article = record.article
    found = list(sentences(article.text))
    starts = [start for start, _ in found]
    told: set[tuple[Interval, str | None, str | None]] = set()
    for timex in record.dates:
        sentence = found[bisect_right(starts, timex.start) - 1]
        key = (sentence, timex.earliest, timex.latest)
        if timex.earliest is None or key in told:  # 'am Freitag …, am Abend': one day
            continue
        told.add(key)
        yield _event(timex, sentence, origin, record)


def _event(timex: Date, sentence: Interval, origin: Origin, record: Record) -> Row:
    start, end = sentence
    return {
        "earliest": timex.earliest,
        "latest": timex.latest,
        "value": timex.value,
        "text": timex.text,
        "start": timex.start,
        "end": timex.end,
        "line": timex.line,
        "sentence": record.article.text[start:end],
        "people": _names(record.people, sentence),
        "places": _names(record.places, sentence),
        "figures": [_figure(number) for number in record.numbers if start <= number.start < end],
        "file": origin.file,
        "published": record.article.published,
    }


def _names(entities: Sequence[Person] | Sequence[Place], sentence: Interval) -> list[str]:
    """Who or what is named in the sentence, in the order of the record."""
    start, end = sentence
    return [one.name for one in entities if any(start <= mention.start < end for mention in one.mentions)]


def _figure(number: Number) -> str:
    """As written, with its unit and what is counted: '1.200 Haushalte'."""
    return " ".join(part for part in (number.text, number.unit, number.counted) if part)
