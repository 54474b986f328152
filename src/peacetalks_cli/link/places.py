"""Mentions of places -> places, with what the gazetteer knows of them."""

from collections import Counter
from collections.abc import Sequence

from peacetalks_cli.facts import Mention, Place, PlaceKind
from peacetalks_cli.german import gazetteer
from peacetalks_cli.german.inflection import genitive_cut, nominative_phrase
from peacetalks_cli.german.transliteration import skeletons, slug
from peacetalks_cli.link.ids import with_unique_ids
from peacetalks_cli.link.place_context import own_kind, said_country, said_kinds


def places(text: str, mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """The places that `mentions` (in order) name; a place that the gazetteer does not know keeps its own name,
    with kind (unless the text or the name says it), country and coordinates None."""
    kinds = said_kinds(text, mentions)
    countries = [said_country(text, mention) for mention in mentions]
    seen = {_plain(mention.text) for mention in mentions}
    groups: dict[str, list[int]] = {}
    entries: dict[str, gazetteer.Entry] = {}
    for i, mention in enumerate(mentions):
        entry = _entry(mention.text, kinds[i], countries[i])
        key = entry.id if entry else _unknown_key(mention.text, seen, groups)
        groups.setdefault(key, []).append(i)
        if entry:
            entries[key] = entry
    found = []
    for key, members in groups.items():
        own = tuple(mentions[i] for i in members)
        said = next((kinds[i] for i in members if kinds[i]), None)
        country = next((countries[i] for i in members if countries[i]), None)
        found.append(_known(entries[key], own) if key in entries else _unknown(own, seen, said, country))
    return with_unique_ids(sorted(found, key=lambda place: (-len(place.mentions), place.name, place.mentions[0].start)))


def _entry(name: str, said: PlaceKind | None, country: str | None) -> gazetteer.Entry | None:
    """The first reading that agrees with the kind and the country said, else with either, else the best one."""
    readings = gazetteer.lookup(name) or gazetteer.lookup(nominative_phrase(name))
    return max(
        readings, key=lambda entry: (country is not None and entry.country == country, entry.kind == said), default=None
    )


def _known(entry: gazetteer.Entry, mentions: tuple[Mention, ...]) -> Place:
    return Place(entry.id, entry.name, entry.kind, entry.country, entry.latitude, entry.longitude, mentions)


def _unknown(mentions: tuple[Mention, ...], seen: set[str], said: PlaceKind | None, country: str | None) -> Place:
    names = Counter(_name(mention.text, seen) for mention in mentions)
    name = max(names, key=lambda name: (not name.isupper(), names[name]))
    name = name.title() if name.isupper() and len(name) > 3 else name
    return Place(f"place:{slug(name)}", name, own_kind(name) or said, country, None, None, mentions)


def _unknown_key(name: str, seen: set[str], groups: dict[str, list[int]]) -> str:
    keys = sorted(f"~{sounds}" for sounds in skeletons(_name(name, seen)))
    return next((key for key in keys if key in groups), f"~{min(skeletons(_name(name, seen)))}")


def _name(name: str, seen: set[str]) -> str:
    """The nominative; a genitive -s goes only if the bare form is seen."""
    cut = genitive_cut(name)
    if cut is not None and _plain(cut) in seen:
        name = cut
    return nominative_phrase(name) or name


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
