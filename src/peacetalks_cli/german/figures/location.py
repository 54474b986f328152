"""Where something happens, as German says it: 'nahe Goris', 'an der Grenze zu Belarus', 'traf Kramatorsk'."""

import re
from functools import lru_cache

from peacetalks_cli.facts import Interval
from peacetalks_cli.german import gazetteer

_WHERE = re.compile(
    r"\b(?:[Ii]n|[Ii]m|[Bb]ei|[Bb]eim|[Aa]uf|[Üü]ber|[Uu]m|[Nn]ahe|[Aa]m|[Aa]n|[Vv]or|[Ii]nnerhalb|[Nn]ördlich|[Ss]üdlich|"
    r"[Öö]stlich|[Ww]estlich|[Aa]ußerhalb|[Aa]usserhalb|[Uu]nweit|[Ii]ns|[Ee]ntlang|[Nn]ordöstlich|[Ss]üdöstlich|"
    r"[Nn]ordwestlich|[Ss]üdwestlich|[Rr]ingsum|[Gg]egenüber|[Rr]und um|[Hh]inter)\s"
)
# What may stand between the preposition and the name: articles, adjectives, and a noun with a genitive or 'von'.
_INSIDE_PHRASE = re.compile(
    r"(?:von\s)?(?:(?:de[rmns]|die|das|und|oder|sowie|einem|einer|eine|seine[rmn]|ihre[rmn]|rund|etwa|nur|ganz|halb|ebenfalls|heftig|stark|schwer|\d[\d.,]*|"
    r"[a-zäöüß]+(?:en|er|em|e))\s){0,5}(?:(?!Richtung|Flagge)[A-ZÄÖÜ][\w-]*\s(?:(?:entfernten|gelegenen|der|des|dem|den|"
    r"von|vom|im|in|bei|um|rund um|zu|zur|zum|am|an|nahe|auf|und)\s)*){0,4}"
)
_WHENCE = re.compile(r"\b[Aa]us\s(?:de[rmn]\s)?(?:\w+e[nmr]\s)?$")
_LEFT = re.compile(r"\s(?:\w+\s){0,3}(?:geflohen|evakuiert|geflüchtet|vertrieben|flohen|flüchteten)")
_WITHDRAWAL = re.compile(r"(?:[Aa]bzug|[Rr]ückzug)(?:s|es)?\s(?:\w+\s){0,4}aus\s(?:de[rmn]\s)?(?:\w+e[nmr]\s)?$")
_GENITIVE = re.compile(r"(?:[A-ZÄÖÜ][\w-]+|\bvon(?:\sde[rmn])?|\bde[sr])\s$")
_REPORTED = re.compile(r"\s(?:meldete[nt]?|berichtete[nt]?|wurden?\s(?:\w+\s){0,5}(?:gemeldet|berichtet))\b")
_STRIKES = re.compile(
    r"\b(?:traf(?:en)?|trifft|treffen|getroffen|beschoss(?:en)?|beschießt|angegriffen|bombardier\w*|attackier\w*|"
    r"erschütter\w*|griff(?:en)?|greift|greifen|überfiel(?:en)?|überfallen|eroberte[n]?|erobert|stürmte[n]?|belager\w*|"
    r"verwüste\w*|überflutet\w*|heimgesucht|eingenommen)\b"
)
_STRUCK = re.compile(
    r"(?!\s(?:hat|haben|habe|hätten?|hatten?)\b)[^,;:.!?\n]{0,120}\s(?:angegriffen|beschossen|bombardiert|attackiert|überzogen|getroffen|erobert|"
    r"eingenommen|belagert|erschüttert|heimgesucht)\b"
)
_HAS_STRUCK = re.compile(
    r"\b(?:hat|haben|habe|hätten?|hatten?)\s(?:(?!sich\b)[^,;:.!?\n]{0,60}\s)?(?:die|den|das|erneut|wieder)\s(?:[a-zäöü]+e[ns]?\s)?$"
)
_HAS_JUST = re.compile(r"\b(?:hat|haben|habe|hätten?|hatten?)\s$")
_ARTICLE = re.compile(r"\b(?:die|das|den|der|dem)\s$")
_SUFFERS = re.compile(r"\s(?:wird|werden|wurden?|sei|seien|ist|sind|war|waren)\s(?!(?:bereit|gegen)\b)")
_RELATIVE_PRONOUN = re.compile(
    r"(?:(?:in|mit|auf|bei|aus|von)\s)?(?:der|die|das|dem|den|deren|dessen|denen|welche\w?)\s"
)
_KIND_BEFORE = re.compile(
    r"\b(?:[Dd]ie|[Dd]as|[Dd]en|[Dd]er|[Dd]em|[Ii]m)\s(?:[a-zäöüß]+e[nr]?\s)?(?:Region|Stadt|\w+stadt|Gebiet|Provinz|Bezirk|Kreis|Oblast|Gemeinde|"
    r"Dorf|Ort|Insel|Kleinstadt|Siedlung|Ortschaft)\s$"
)
_HAS = "hatte|hat|habe|zählte|zählt|umfasste|verfügte?|verlor|besitzt|brauchte?|brauche"
_HAS_BEFORE = re.compile(rf"\b(?:{_HAS})\s(?:(?:die|der|das)\s)?$")
_HAS_AFTER = re.compile(rf"\s(?:{_HAS})\s")
_WHOSE = re.compile(r",\s(?:dessen|deren)\s")
_PERFECT = re.compile(r"\b(?:(?!Prozent|heute|jetzt|seit)[a-zäöüß]{4,}(?:t|en)|dass)$")
_FACILITY = re.compile(
    r"(?:stra(?:ß|ss)e|platz|allee|gasse|werke?n?s?|hotel|palais|palast|schloss|klinik|stadions?|flughafens?|hofburg|bahnhof|"
    r"brücke|kaserne|spital|krankenhaus|schule|stützpunkt|depot|raffinerie|resort|zentrum|museum|kirche)$|"
    r"\b(?:Straße|Strasse|Hotel|Palais|Schloss|Flughafen|Stadion|Universität|Klinik|Lager|Café|\w*[Kk]raftwerk|Umspannwerk|Schule|"
    r"\w*[Ss]tützpunkt|Hafen|Bahnhof|Platz|Brücke|Raffinerie|Zeltplatz)\b",
    re.IGNORECASE,
)
_CLAUSE = 300  # characters; a longer clause is cut
_MAIN_END = re.compile(r"(?:[,;:!?\n]|(?<!\d)\.)\s|[,;:.!?\n]?$")
_HOMES = {
    "Ukrainer": "UA", "Syrer": "SY", "Afghan": "AF", "Irak": "IQ", "Iraner": "IR", "Russe": "RU", "Sudanes": "SD",
    "Südsudanes": "SS", "Eritre": "ER", "Somali": "SO", "Venezolan": "VE", "Armenier": "AM", "Georgier": "GE",
    "Palästinenser": "PS", "Libanes": "LB", "Jemenit": "YE", "Libyer": "LY", "Rohingya": "MM", "Äthiopier": "ET",
    "Kongoles": "CD", "Malier": "ML", "Bosnier": "BA", "Albaner": "AL", "Kosovar": "XK", "Tschetschen": "RU",
    "Belarus": "BY", "Moldau": "MD", "Türk": "TR", "Haitian": "HT", "Nicaraguan": "NI", "Kubaner": "CU",
}  # fmt: skip
_EXTENT = re.compile(r"\s(?:lang|breit|tief|hoh|dick|groß|gross)e[nrsm]?\s[A-ZÄÖÜ]")
_AWAY = re.compile(
    r"\s(?:\w+\s){0,2}(?:entfernt\w*|weit\b|vor\b|von\b|nördlich|südlich|östlich|westlich|nordöstlich|südöstlich)"
)


def stands_where(text: str, floor: int, start: int, end: int) -> bool:
    """Whether the place name [start, end) says where something happens; nothing before `floor` is read."""
    window = max(floor, start - 80)
    if _WHENCE.search(text, window, start):
        return bool(_LEFT.match(text, end) or _REPORTED.match(text, end) or _WITHDRAWAL.search(text, window, start))
    last = max(_WHERE.finditer(text, window, start), key=lambda found: found.start(), default=None)
    return last is not None and _INSIDE_PHRASE.fullmatch(text, last.end(), start) is not None


def phrase_start(text: str, floor: int, start: int) -> int:
    """Where the phrase of place begins that ends in the name at `start`."""
    window = max(floor, start - 80)
    if whence := _WHENCE.search(text, window, start):
        return whence.start()
    last = max(_WHERE.finditer(text, window, start), key=lambda found: found.start(), default=None)
    return last.start() if last else start


def is_target(text: str, clause: Interval, name: Interval) -> bool:
    """Whether the place is what is hit: 'eine Drohne traf Kramatorsk', 'Charkiw wurde beschossen'."""
    strike = _STRIKES.search(text, *clause)
    if strike is None:
        return False
    if _STRUCK.match(text, name[1]) and (
        _HAS_STRUCK.search(text, clause[0], name[0])
        or (_HAS_JUST.search(text, clause[0], name[0]) and kind(text[slice(*name)]) != "country")
    ):
        return True  # 'Russland hat die Ukraine mit 40 Drohnen angegriffen'
    if _SUFFERS.match(text, name[1]):
        return True
    is_after = strike.end() <= name[0]
    if not is_after:
        return False
    between = text[strike.end() : name[0]]
    if kind(text[slice(*name)]) == "country":
        return bool(_ARTICLE.search(between)) and len(between.split()) > 1
    return len(between) < 40 and not _WHERE.search(between)


def has_kind(text: str, start: int) -> bool:
    """Whether the name at `start` comes after its kind, 'die Stadt Oleschky', which no government is called by."""
    return _KIND_BEFORE.search(text, max(0, start - 40), start) is not None


def is_owner(text: str, clause: Interval, name: Interval) -> bool:
    """Whether the place is said to have what is counted: 'In den Achtzigern hatte Grosny 400 000 Einwohner'."""
    if _WHOSE.match(text, name[1]):
        return True
    is_said = _HAS_BEFORE.search(text, clause[0], name[0]) or _HAS_AFTER.match(text, name[1])
    limit = min(len(text), name[1] + _CLAUSE)
    end = _MAIN_END.search(text, name[1], limit)
    return is_said is not None and _PERFECT.search(text, name[1], end.start() if end else limit) is None


def is_relative(text: str, start: int) -> bool:
    """Whether the part of a sentence that begins at `start` is a relative clause."""
    return _RELATIVE_PRONOUN.match(text, start) is not None and text[max(0, start - 2) : start] == ", "


def is_attribute(text: str, start: int, end: int) -> bool:
    """Whether the place name only says of which country or town something is: 'die Hauptstadt Nord-Darfurs'."""
    if text[end - 1] in "sxz’'" and re.match(r"\s[A-ZÄÖÜ]", text[end : end + 2]):
        return True  # 'Israels Artillerie'
    return _GENITIVE.search(text, max(0, start - 30), start) is not None and (
        text[end - 1] in "sxz’'" or text[max(0, start - 8) : start].rstrip().endswith(("von", "der", "des", "dem"))
    )


def is_length_of_way(text: str, end: int, unit: str) -> bool:
    """Whether a distance [.., end) in `unit` says how far apart two things are, which is at no place."""
    if _EXTENT.match(text, end):
        return False
    return unit in ("km", "mi", "sm") or _AWAY.match(text, end) is not None


@lru_cache(maxsize=5_000)
def kind(name: str) -> str | None:
    """The kind of a place by the gazetteer (city, country, region …), None where it is unknown."""
    found = gazetteer.lookup(name)
    return found[0].kind if found else None


@lru_cache(maxsize=5_000)
def is_facility(name: str) -> bool:
    """Whether a name is that of a building, street or site, by its words: 'Hotel Miramar', 'Lindenallee'."""
    return _FACILITY.search(name) is not None


@lru_cache(maxsize=5_000)
def country(name: str) -> str | None:
    """The ISO code of the country that a place lies in, None where it is unknown."""
    found = gazetteer.lookup(name)
    return found[0].country if found else None


def home_of(noun: str) -> str | None:
    """The ISO code of the country that people are called by ('Ukrainer', 'Syrern'), None for other nouns."""
    word = noun.rpartition(" ")[2]
    return next((code for stem, code in _HOMES.items() if word.startswith(stem) and len(word) - len(stem) <= 5), None)


_APART = re.compile(
    r"(?:\s\w+){0,3}\s(?:entfernt\w*|weiter\b|vor\b|von de[rmn]\b|bis\b|hinter\b)|"
    r"\s(?:nördlich|südlich|östlich|westlich)"
)
_SPREAD = re.compile(
    r"vorgedrungen|vorgerückt|rückte|Vormarsch|Rückzug|Breite|\bbreit|Umkreis|Radius|Tiefe|\btief|\bhoch|\bHöhe|Pegel|Wasser|\blang|"
    r"Länge|Front|Umfang|gestiegen|stieg"
)


def distance_kind(text: str, sentence: Interval, end: int) -> str:
    """What a distance that ends at `end` is: 'apart', how far things are from each other, 'spread', an extent at a
    place, or 'plain'."""
    if _APART.match(text, end):
        return "apart"
    return "spread" if _SPREAD.search(text, *sentence) else "plain"
