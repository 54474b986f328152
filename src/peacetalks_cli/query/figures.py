"""Why the figures of an article are read as they are: `numbers --explain`."""

from collections.abc import Iterator
from dataclasses import asdict

from peacetalks_cli.facts import Label, Name, Record
from peacetalks_cli.query.filters import Facts, Origin


def explained(origin: Origin, record: Record, own_topics: str | None = None) -> Facts:
    """The figures of an article, each with `stance`, `relation` and `reasons`; these are None, None and empty if the
    rules of today do not find it."""
    from peacetalks_cli.annotate.explanation import explain  # noqa: PLC0415  (imports spaCy)

    names = sorted(_names(record), key=lambda name: name.start)
    found = explain(record.article, names, record.dates, own_topics)
    rows = []
    for number in record.numbers:
        why = found.get((number.start, number.end))
        rows.append(
            {
                **asdict(number),
                "stance": why.stance if why else None,
                "relation": why.relation if why else None,
                "reasons": [asdict(reason) for reason in why.reasons] if why else [],
            }
        )
    return origin, rows


def _names(record: Record) -> Iterator[Name]:
    kinds: tuple[tuple[Label, object], ...] = (
        ("PER", record.people),
        ("LOC", record.places),
        ("ORG", record.organizations),
    )
    for label, entities in kinds:
        for entity in entities:  # type: ignore[attr-defined]
            for mention in entity.mentions:
                yield Name(mention.text, mention.start, mention.end, label)
