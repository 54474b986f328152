"""From mentions to people, places and organizations. Judgements: no mention is ever changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from peacetalks_cli.facts import Lines, Mention, Name, Organization, Person, Place
from peacetalks_cli.link.names import full_name_of, is_full_name, person_key, same_person, surname_keys
from peacetalks_cli.link.sources import name_sources

__all__ = [
    "Linked",
    "full_name_of",
    "is_full_name",
    "link",
    "name_sources",
    "person_key",
    "same_person",
    "surname_keys",
]


@dataclass(frozen=True, slots=True)
class Linked:
    """Who and what an article names: most mentions first, then by name; mentions in order of `start`."""

    people: tuple[Person, ...]
    places: tuple[Place, ...]
    organizations: tuple[Organization, ...]


def link(text: str, names: Sequence[Name]) -> Linked:
    """Joins the mentions `names` of the article `text` that mean the same; each ends up in exactly one of all."""
    # Whoever asks the store compares names only, and should not wait for the rules of roles and places.
    from peacetalks_cli.link.organizations import organizations  # noqa: PLC0415
    from peacetalks_cli.link.people import people  # noqa: PLC0415
    from peacetalks_cli.link.places import places  # noqa: PLC0415

    lines = Lines.of(text)
    mentions: dict[str, list[Mention]] = {"PER": [], "LOC": [], "ORG": []}
    for name in sorted(names, key=lambda name: (name.start, name.end, name.label)):
        mentions[name.label].append(Mention(name.text, name.start, name.end, lines.at(name.start)))
    return Linked(
        people(text, mentions["PER"]),
        places(text, mentions["LOC"]),
        organizations(text, mentions["ORG"]),
    )
