"""Mentions of places -> places, with what the gazetteer knows of them."""

import re
from collections import Counter
from collections.abc import Sequence

from peacetalks_cli.facts import Mention, Place, PlaceKind
from peacetalks_cli.german import gazetteer
from peacetalks_cli.german.inflection import genitive_cut, nominative_phrase
from peacetalks_cli.german.transliteration import skeletons, slug
from peacetalks_cli.link.ids import with_unique_ids

# How the word before a name ends that says of what kind it is: Region Donezk, Grenzregion Sumy, im Fluss Oskil.
_KIND_NOUNS: tuple[tuple[str, PlaceKind], ...] = (
    ("region|gebiet|oblast|provinz|gouvernement|bundesstaat|bundesland|kanton|republik", "region"),
    ("bezirk|kreis|distrikt|rajon|stadtteil|viertel", "district"),
    ("stadt|städt|dorf|dörfer|ort|ortschaft|gemeinde|siedlung|metropole", "city"),
    ("fluss|flüss|strom", "river"),
    ("insel", "island"),
    ("berg|gebirge|vulkan", "mountain"),
)
_KIND_WORD = re.compile(
    "|".join(f"({words})" for words in (f"(?:{nouns})(?:en|es|e|n|s)?[ \u00a0]$" for nouns, _ in _KIND_NOUNS)),
    re.IGNORECASE,
)
# What a name says itself: Flughafen Rzeszów, Wasserkraftwerk Dnister, Kertsch-Brücke.
_OWN_KINDS: tuple[tuple[re.Pattern[str], PlaceKind], ...] = (
    (re.compile(r"\b(?:AKW|\w*[Kk]raftwerk|\w*[Ss]peicherwerk|Raffinerie|Stahlwerk)\b"), "plant"),
    (re.compile(r"\b(?:Flughafen|Hotel|Schloss|Kloster|Camp|Bahnhof|Grenzübergang|Luftwaffenbasis)\b"), "building"),
    (
        re.compile(r"(?:brücke|straße|strasse|platz|kirche|palast|krankenhaus|bahnhof|hafen|boulevard|haus)$"),
        "building",
    ),
    (re.compile(r"(?:meer|ozean)$"), "sea"),
    (re.compile(r"(?:fluss)$"), "river"),
    (re.compile(r"(?:insel|inseln)$"), "island"),
    (re.compile(r"(?:gebirge|berg)$"), "mountain"),
    (re.compile(r"(?:provinz|region|gebiet|viertel|oblast)$"), "region"),
)
_COORDINATION = re.compile(r"\s*(?:,|und|oder|sowie|bzw\.)\s+$")


def places(text: str, mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """The places that `mentions` (in order) name; a place that the gazetteer does not know keeps its own name,
    with kind (unless the text or the name says it), country and coordinates None."""
    kinds = _said_kinds(text, mentions)
    seen = {_plain(mention.text) for mention in mentions}
    groups: dict[str, list[int]] = {}
    entries: dict[str, gazetteer.Entry] = {}
    for i, mention in enumerate(mentions):
        entry = _entry(mention.text, kinds[i])
        key = entry.id if entry else _unknown_key(mention.text, seen, groups)
        groups.setdefault(key, []).append(i)
        if entry:
            entries[key] = entry
    found = []
    for key, members in groups.items():
        own = tuple(mentions[i] for i in members)
        said = next((kinds[i] for i in members if kinds[i]), None)
        found.append(_known(entries[key], own) if key in entries else _unknown(own, seen, said))
    return with_unique_ids(sorted(found, key=lambda place: (-len(place.mentions), place.name, place.mentions[0].start)))


def _said_kinds(text: str, mentions: Sequence[Mention]) -> list[PlaceKind | None]:
    """What the words before a mention call it; both of "Gebieten Donezk und Luhansk" are regions."""
    kinds: list[PlaceKind | None] = []
    for i, mention in enumerate(mentions):
        said = _KIND_WORD.search(text[max(0, mention.start - 20) : mention.start])
        kind = _KIND_NOUNS[said.lastindex - 1][1] if said and said.lastindex else None
        if kind is None and i and _COORDINATION.fullmatch(text, mentions[i - 1].end, mention.start):
            kind = kinds[i - 1]
        kinds.append(kind)
    return kinds


def _entry(name: str, said: PlaceKind | None) -> gazetteer.Entry | None:
    """The first reading that agrees with the kind said, else the best one."""
    readings = gazetteer.lookup(name) or gazetteer.lookup(nominative_phrase(name))
    return next((entry for entry in readings if entry.kind == said), readings[0] if readings else None)


def _known(entry: gazetteer.Entry, mentions: tuple[Mention, ...]) -> Place:
    return Place(entry.id, entry.name, entry.kind, entry.country, entry.latitude, entry.longitude, mentions)


def _unknown(mentions: tuple[Mention, ...], seen: set[str], said: PlaceKind | None) -> Place:
    names = Counter(_name(mention.text, seen) for mention in mentions)
    name = max(names, key=lambda name: (not name.isupper(), names[name]))
    name = name.title() if name.isupper() and len(name) > 3 else name
    own = next((kind for pattern, kind in _OWN_KINDS if pattern.search(name)), None)
    return Place(f"place:{slug(name)}", name, said or own, None, None, None, mentions)


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
