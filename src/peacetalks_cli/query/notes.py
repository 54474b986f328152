"""What is to be noted beside the words of an article: short, for the margin of a page."""

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from peacetalks_cli.facts import SIGNS, Date, Interval, Mention, Number, Record
from peacetalks_cli.query.filters import Row

MarkKind = Literal["person", "place", "organization", "date", "number", "source"]
MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)


def notes(record: Record) -> list[Row]:
    """A row a mention, in the order of the text: `kind`, `start`, `end` (half-open), and `note`: what it means, "" for
    a name that was noted before and where the words say it all. The words of a source are a row, too."""
    found = [*_names(record), *map(_date, record.dates), *map(_number, record.numbers), *_sources(record)]
    return sorted(found, key=lambda row: (row["start"], -row["end"], row["kind"]))


def _row(kind: MarkKind, span: Interval, note: str) -> Row:
    return {"kind": kind, "start": span[0], "end": span[1], "note": note}


def _names(record: Record) -> Iterator[Row]:
    for person in record.people:
        about = ", ".join(person.roles)
        yield from _mentions("person", person.mentions, f"{person.name}, {about}" if about else person.name)
    for place in record.places:
        about = " ".join(part for part in (place.kind if place.kind != "other" else None, place.country) if part)
        yield from _mentions("place", place.mentions, f"{place.name}, {about}" if about else place.name)
    for organization in record.organizations:
        yield from _mentions("organization", organization.mentions, organization.name)


def _mentions(kind: MarkKind, mentions: Sequence[Mention], note: str) -> Iterator[Row]:
    for n, mention in enumerate(mentions):
        says_it = n > 0 or mention.text == note
        yield _row(kind, (mention.start, mention.end), "" if says_it else note)


def _date(timex: Date) -> Row:
    mod = f" {timex.mod.lower()}" if timex.mod else ""
    return _row("date", (timex.start, timex.end), f"{timex.value}{mod}")


def _number(number: Number) -> Row:
    sign = SIGNS.get(number.modifier or "", "")
    is_range = number.low is not None and number.high not in (None, number.low)
    value = f"{number.low}–{number.high}" if is_range else str(number.value)
    measured = " ".join(part for part in (sign, value, number.unit, number.counted) if part)
    who = number.source.name if number.source else None
    parts = (
        measured,
        number.topic if number.topic != "other" else None,
        number.place,
        number.date,
        who and f"says {who}",
    )
    return _row("number", (number.start, number.end), " · ".join(part for part in parts if part))


def _sources(record: Record) -> Iterator[Row]:
    """The words of each source where they stand nearest to its figure."""
    marked: set[int] = set()
    text = record.article.text
    for number in record.numbers:
        if number.source:
            words = number.source.text
            before, after = text.rfind(words, 0, number.start), text.find(words, number.end)
            near = [at for at in (before, after) if at >= 0]
            at = min(near, key=lambda at: abs(at - number.start), default=-1)
            if at >= 0 and at not in marked:
                marked.add(at)
                yield _row("source", (at, at + len(words)), "")
