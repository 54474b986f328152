"""What is marked in the text of an article, and what is said of each mark: for a reader of the text."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from peacetalks_cli.facts import Number, Record
from peacetalks_cli.link.explain import why_person, why_place
from peacetalks_cli.query.filters import Origin, Row
from peacetalks_cli.query.overview import Known, anchor

_Said = tuple[str, object, str | None]
_Why = tuple[str, str]
_why_person = lru_cache(maxsize=10_000)(why_person)
_why_place = lru_cache(maxsize=10_000)(why_place)


def marks(
    origin: Origin, record: Record, dates: Sequence[Row], numbers: Sequence[Row], people: Known, places: Known
) -> list[Row]:
    """A row a mention, in the order of the text: `id`, `kind`, `start`, `end` (half-open), `text`; `meaning`: triples
    of a label, a value, and the id in an overview that has more of it, or None; `reasons`: pairs of a field ("" for
    all that is meant) and the rule. The words of a source are marked too; they mean nothing by themselves, and their
    `meaning` is empty.

    `dates`, `numbers`: with their reasons, as `dates --explain` and `numbers --explain` have them.
    """
    found = [
        *_people(origin, record, people),
        *_places(origin, record, places),
        *_organizations(origin, record),
        *(_date(origin, row) for row in dates),
        *_numbers(origin, record, numbers),
    ]
    return sorted(found, key=lambda row: (row["start"], -row["end"], row["kind"]))


def _row(
    origin: Origin, kind: str, letter: str, fact: Row, meaning: Sequence[_Said], reasons: Sequence[_Why] = ()
) -> Row:
    start, end, text = fact["start"], fact["end"], fact["text"]
    return {
        "id": anchor(origin.id, letter, start),
        "kind": kind,
        "start": start,
        "end": end,
        "text": text,
        "meaning": list(meaning),
        "reasons": list(reasons),
    }


def _people(origin: Origin, record: Record, ids: Known) -> Iterator[Row]:
    for person in record.people:
        meaning: list[_Said] = [("name", person.name, ids.of(person.id))]
        if person.roles:
            meaning.append(("roles", ", ".join(person.roles), None))
        for one in person.mentions:
            why = _why_person(one.text, person.name) or "as its article links it"
            fact = {"text": one.text, "start": one.start, "end": one.end}
            yield _row(origin, "person", "p", fact, meaning, [("", why)])


def _places(origin: Origin, record: Record, ids: Known) -> Iterator[Row]:
    for place in record.places:
        meaning: list[_Said] = [("name", place.name, ids.of(place.id))]
        meaning += [
            (label, value, None) for label, value in (("kind", place.kind), ("country", place.country)) if value
        ]
        for one in place.mentions:
            fact = {"text": one.text, "start": one.start, "end": one.end}
            yield _row(origin, "place", "l", fact, meaning, [("", _why_place(one.text, place.name, place.id))])


def _organizations(origin: Origin, record: Record) -> Iterator[Row]:
    for organization in record.organizations:
        for one in organization.mentions:
            fact = {"text": one.text, "start": one.start, "end": one.end}
            yield _row(origin, "organization", "o", fact, [("name", organization.name, None)])


def _date(origin: Origin, timex: Row) -> Row:
    meaning: list[_Said] = [("value", timex["value"], None)]
    if timex["earliest"]:
        days = timex["earliest"], timex["latest"]
        meaning.append(("day", days, "dated-" + anchor(origin.id, "d", timex["start"])))
    return _row(origin, "date", "d", timex, meaning, [("", timex["reason"])] if timex["reason"] else [])


def _numbers(origin: Origin, record: Record, explained: Sequence[Row]) -> Iterator[Row]:
    marked: set[int] = set()
    for number, why in zip(record.numbers, explained, strict=True):
        yield _row(origin, "number", "n", why, list(_meaning(origin, number)), list(_reasons(why)))
        for reason in why["reasons"]:
            if reason["field"] == "source" and reason["start"] not in marked:
                marked.add(reason["start"])
                yield _row(origin, "source", "s", reason, [])


def _meaning(origin: Origin, number: Number) -> Iterator[_Said]:
    yield "value", number, "statement-" + anchor(origin.id, "n", number.start)
    for label, value in (("counted", number.counted), ("place", number.place), ("date", number.date)):
        if value:
            yield label, value, None
    yield "topic", (number.topic, number.detail), None
    if number.source:
        yield "who", number.source.name, None


def _reasons(number: Row) -> Iterator[_Why]:
    for reason in number["reasons"]:
        if (reason["field"], reason["rule"]) != ("value", "cardinal"):  # so are most
            yield reason["field"], reason["rule"]
