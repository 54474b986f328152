"""What the words beside a place, and those of its name, say of its kind and its country."""

import re
from collections.abc import Sequence
from functools import lru_cache

from peacetalks_cli.facts import Mention, PlaceKind
from peacetalks_cli.german.countries import COUNTRY_OF

_NEAR = 60  # characters beside a name that are looked at
_JUST_BEFORE = 32  # characters: 'Oberbürgermeisterin von' and the like
_KIND_NOUNS: tuple[tuple[str, PlaceKind], ...] = (
    (
        "region|gebiet|oblast|provinz|gouvernement|bundesstaat|bundesland|kanton|republik|landkreis|departement",
        "region",
    ),
    ("bezirk|kreis|distrikt|rajon|stadtteil|viertel|vorort", "district"),
    ("stadt|städt|städtchen|dorf|dörf|dörfer|ort|ortschaft|gemeinde|siedlung|metropole|weiler|flecken", "city"),
    ("fluss|flüss|strom|bach|nebenfluss", "river"),
    ("insel|halbinsel|atoll|archipel", "island"),
    ("berg|gebirge|vulkan|gipfel|pass", "mountain"),
    ("meer|ozean|see|bucht|golf", "sea"),
    ("kraftwerk|akw|stahlwerk|raffinerie|umspannwerk|fabrik|werk|mine|zeche", "plant"),
    (
        "flughafen|flugplatz|bahnhof|hotel|schloss|palast|kloster|stützpunkt|basis|kaserne|gefängnis|grenzübergang",
        "building",
    ),
    ("lager|camp|park|wald|wüste|tal|ebene|stausee", "other"),
)
_ANY_KIND = "|".join(f"({nouns})(?:en|er|es|e|n|s)?" for nouns, _ in _KIND_NOUNS)
_KIND_NOUN = re.compile(rf"(?:{_ANY_KIND})\Z", re.IGNORECASE)
# Nowotrojizke, ein Dorf bei Pokrowsk; Kupjansk, die Kleinstadt am Oskil
_EXPLAINED = re.compile(
    r"(?:,| \(| –) (?:eine?|einer|einem|das|die|der|dem)(?: (?!ohne )[a-zäöüß-]{1,20}e[nrsm]?){0,2} "
    r"[A-ZÄÖÜ]?[a-zäöüß-]{0,20}?"
    rf"(?:{_ANY_KIND})(?![\w-])",
    re.IGNORECASE,
)
_IN_TOWN = re.compile(
    r"(?:Bürgermeister(?:in)?|Oberbürgermeister(?:in)?|Stadtrat|Stadtverwaltung|Ortseingang|Ortsrand|Stadtrand|Innenstadt|"
    r"Zentrum|Altstadt|Vororte?n?|Einwohnern?|Straßen|Strassen|Marktplatz|Rathaus|Hafen|Bahnhof) von $"
)
_BANK = re.compile(r"(?:Ufern?|Mündung|Oberlauf|Unterlauf|Quelle) (?:der|des) $", re.IGNORECASE)
# What a name says itself: Flughafen Rzeszów, Wasserkraftwerk Dnister, Kertsch-Brücke.
_OWN_KINDS: tuple[tuple[re.Pattern[str], PlaceKind], ...] = (
    (re.compile(r"\b(?:AKW|\w*[Kk]raftwerk|\w*[Ss]peicherwerk|Raffinerie|Stahlwerk)\b"), "plant"),
    (
        re.compile(
            r"^(?:Flughafen|Flugplatz|Fliegerhorst|Hotel|Schloss|Gut|Kloster|Bahnhof|Grenzübergang|Luftwaffenbasis|"
            r"Stützpunkt|Palais|Rue|Avenue|Boulevard|Via|Piazza)\b|\bCenters?$"
        ),
        "building",
    ),
    (
        re.compile(
            r"(?:brücke|straße|strasse|gasse|allee|platz|kirche|palast|palais|krankenhaus|bahnhof|flughafen|hafen|boulevard|"
            r"haus|schloss|kloster|kaserne)$",
            re.IGNORECASE,
        ),
        "building",
    ),
    (re.compile(r"(?:meer|ozean|golf|bucht)$", re.IGNORECASE), "sea"),
    (re.compile(r"(?:fluss)$", re.IGNORECASE), "river"),
    (re.compile(r"(?:inseln?)$", re.IGNORECASE), "island"),
    (re.compile(r"(?:gebirge|mountains|[-– ]pass)$", re.IGNORECASE), "mountain"),
    (re.compile(r"(?:provinz|region|gebiet|oblast)$", re.IGNORECASE), "region"),
    (re.compile(r"(?:viertel)$", re.IGNORECASE), "district"),
    (re.compile(r"^Camp\b|(?:park|wald|wüste|strand|pipeline|camp|lager)$", re.IGNORECASE), "other"),
)
_COORDINATION = re.compile(r"\s*(?:,|und|oder|sowie|bzw\.)\s+$")
# im russischen Donezk, aus dem westgeorgischen Tschiatura
_OF_COUNTRY = re.compile(
    r"(?:im|dem|das|ins|vom|zum)[ \u00a0](?:nord|süd|ost|west|zentral|mittel)*(\w{5,16})en[ \u00a0]$"
)


def said_kinds(text: str, mentions: Sequence[Mention]) -> list[PlaceKind | None]:
    """What the words beside each mention call it; both of "Gebieten Donezk und Luhansk" are regions."""
    kinds: list[PlaceKind | None] = []
    for i, mention in enumerate(mentions):
        kind = _said_kind(text, mention)
        if kind is None and i and _COORDINATION.fullmatch(text, mentions[i - 1].end, mention.start):
            kind = kinds[i - 1]
        kinds.append(kind)
    return kinds


def _said_kind(text: str, mention: Mention) -> PlaceKind | None:
    before = text[max(0, mention.start - _JUST_BEFORE) : mention.start].replace("\u00a0", " ")
    if before.endswith(" "):
        others, _, last = before[:-1].rpartition(" ")
        if called := _kind_noun(others.rpartition(" ")[2] if last.lower() == "namens" else last):
            return called
        if last == "von" and _IN_TOWN.search(before):
            return "city"
        if last.lower() in ("der", "des") and _BANK.search(before):
            return "river"
    explained = _EXPLAINED.match(text, mention.end, mention.end + _NEAR)
    return _kind(explained) if explained else None


@lru_cache(maxsize=1024)
def _kind_noun(word: str) -> PlaceKind | None:
    """What kind of place `word` is by its end: Millionenstadt, Dorfes, Oblast."""
    noun = _KIND_NOUN.search(word)
    return _kind(noun) if noun else None


def _kind(match: re.Match[str]) -> PlaceKind | None:
    return _KIND_NOUNS[match.lastindex - 1][1] if match.lastindex else None


def own_kind(name: str) -> PlaceKind | None:
    """What the name of a place says of its kind (Primorskyj-Boulevard, Arabisches Meer)."""
    return next((kind for pattern, kind in _OWN_KINDS if pattern.search(name)), None)


def said_country(text: str, mention: Mention) -> str | None:
    """The country that an adjective before a place names: "im russischen Donezk"."""
    before = text[max(0, mention.start - _NEAR) : mention.start]
    adjective = _OF_COUNTRY.search(before) if before[-3:-1] == "en" else None
    return COUNTRY_OF.get(adjective[1].lower()) if adjective else None
