"""What a sentence says of its scene: whether it is one, who speaks from there, which words take a place up again."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval

_ASKS = re.compile(
    r"\b(?:gebeten|bat|baten|forderte?n?|gefordert|verlangt\w*|zugesagt|versprach\w*|versprochen|vereinbar\w*|geeinigt|einigten|"
    r"unterzeichne\w*|beschloss\w*|beschlossen|angekündigt|kündigte\w*|verhandel\w*|beriet\w*|beraten|bewilligt\w*|"
    r"genehmigt\w*|stellt\w*\s.{0,60}\bbereit|in Aussicht)\b"
)
_SAYS = re.compile(
    r"\b(?:sag(?:t|te|ten|en)|kündigt\w*|erklär(?:t|te|ten|en)|ba(?:t|ten)|teilte\w*|mitteil\w*|warnt\w*|versprach\w*|"
    r"forder(?:t|te|ten)|nannte\w*|beziffer\w*|sprach\w*|berichte\w*|bestätigt\w*|versicher\w*|angekündigt|stellte\w*|rechnet\w*|"
    r"verlangt\w*|vereinbart\w*|einigt\w*|unterzeichn\w*|beschlo\w*|zugesagt)\b"
)
_OVERALL = re.compile(
    r"\b(?:[Ss]eit\s(?:\w+\s){0,2}(?:Kriegsbeginn|Kriegsausbruch|Beginn|\d{4})|[Ii]m\sVorjahr|[Ww]eltweit|[Ll]andesweit|[Ee]uropaweit)\b"
)
_LONG_AGO = re.compile(r"\b(?:1[89]|20)\d\d\b|Jahr(?:e|en|es)?\b|[Ff]rüher|damals|[Kk]rieg")

# Nouns that may mean a place named before, with an article.
_TOWN_KINDS = "Hafen|Groß|Gross|Klein|Industrie|Millionen|Grenz|Front|Provinz|Küsten|Bezirks|Innen|Alt"
_TOWN = rf"Stadt|(?:{_TOWN_KINDS})stadt"
_VILLAGE = (
    "Dorf|Dorfes|Ort|Ortes|Städtchen|Stadtzentrum|Stadtgebiet|Zentrum|Gemeinde|Ortschaft|Siedlung|Metropole|"
    "Krisengebiet"
)
_SITE = (
    "Lager|Flüchtlingslager|Krankenhaus|Gebietskrankenhaus|Klinik|Spital|Lazarett|Bahnhof|Hauptbahnhof|Flughafen|Hafen|Markt|"
    "Marktplatz|Stadtrand|Umland|Rathaus|Friedhof|Turnhalle|Schule"
)
_LAND = "Land(?:es|e)?"
_AREA = "Region|Provinz|Gebiets?|Insel|Kreis|Bezirk|Landkreis|Riff|Tal|Halbinsel|Enklave"
_TAKEN_UP = {
    "there": re.compile(
        r"(?<!\w)(?:[Dd]ort|[Dd]orthin|[Dd]ortige[nrs]?|[Hh]ier|[Hh]ierher|[Vv]or Ort|[Dd]rüben)(?!\w)"
    ),
    "where": re.compile(r"(?<=,\s)wo(?=\s)"),
    "town": re.compile(
        rf"\b(?:[Dd]ie|[Dd]er|[Dd]ieser|[Ii]hrer|[Ss]einer)\s(?:[a-zäöüß]+e[rn]\s)?(?:{_TOWN})\b|"
        rf"\b(?:[Dd]as|[Dd]em|[Dd]en|[Dd]er|[Ii]m)\s(?:[a-zäöüß]+e[nr]?\s)?(?:{_VILLAGE})\b"
    ),
    "site": re.compile(
        rf"\b(?:[Ii]m|[Ii]n\s(?:dem|der|einem|einer)|[Aa]m|[Aa]uf\s(?:dem|einem)|[Vv]or\s(?:dem|der))\s(?:[a-zäöüß]+e[nr]\s)?(?:{_SITE})\b"
    ),
    "country": re.compile(
        rf"\b(?:[Ii]m|[Dd]as|[Dd]em|[Dd]es|[Ii]hr(?:em)?|[Ss]ein(?:em)?)\s(?:ganzen\s|gesamten\s)?{_LAND}\b|"
        r"\b(?:[Ll]andes|[Bb]undes|[Öö]sterreich|[Ss]chweiz)weit\w*"
    ),
    "capital": re.compile(r"\b[Ii]n\sder\s(?:[a-zäöüß]+en\s)?Hauptstadt\b"),
    "region": re.compile(rf"\b(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]em|[Ii]m|[Dd]es)\s(?:[a-zäöü]+en\s)?(?:{_AREA})\b"),
}
# What a sentence has in which one of these patterns finds something: looked for first, as it is found much faster.
_STEMS_TAKEN_UP = {
    "there": ("dort", "Dort", "hier", "Hier", "or Ort", "rüben"),
    "where": ("wo",),
    "town": ("tadt", "Städtchen", "Dorf", "Ort", "Zentrum", "Gemeinde", "Siedlung", "Metropole", "Krisengebiet"),
    "country": ("Land", "andesweit", "undesweit", "sterreichweit", "chweizweit"),
    "capital": ("Hauptstadt",),
    "site": tuple(_SITE.split("|")),
    "region": ("Region", "Provinz", "Gebiet", "nsel", "reis", "ezirk", "Riff", "Tal", "Enklave"),
}
_STEMS_NAMELESS = ("Nachbar", "gebiet", "Hauptstadt,", "Region", "Ostflanke", "Sperrzone", "Pufferzone", "Bergen")
_NAME_FOLLOWS = re.compile(r"\s(?:der\s|des\s|von\s)?[A-ZÄÖÜ]")
_NAMELESS = re.compile(
    r"\b(?:[Ii]n|[Ii]m|[Aa]n)\s(?:den\s|der\s|dem\s|\w+en\s)?(?P<noun>Nachbarländern?|Nachbarstaaten|Nachbarland|"
    r"Grenzgebiet(?:en)?|Frontgebiet(?:en)?|Hauptstadt(?=,)|Region(?=[\s.,;](?![A-ZÄÖÜ]))|Ostflanke|Seegebiet|Sperrzone|"
    r"Pufferzone|Bergen)"
)


def asks_or_agrees(text: str, start: int, end: int) -> bool:
    """Whether somebody asks, promises, agrees there: what for is elsewhere ('in Rom um zehn Systeme gebeten')."""
    return _ASKS.search(text, start, end) is not None


def says(text: str, start: int, end: int) -> bool:
    """Whether somebody says, announces or agrees something there, which a place may be that of."""
    return _SAYS.search(text, start, end) is not None


def is_overall(text: str, start: int, end: int) -> bool:
    """Whether a sentence speaks of the whole war, year or country, not of the scene before."""
    return _OVERALL.search(text, start, end) is not None


def looks_back(text: str, start: int, end: int) -> bool:
    """Whether a sentence speaks of years or of former times."""
    return _LONG_AGO.search(text, start, end) is not None


def nameless(text: str, start: int, end: int) -> Iterator[Interval]:
    """Common nouns that name a region by themselves: 'in den Nachbarländern', 'an der Ostflanke'."""
    if not _has_one(text[start:end], _STEMS_NAMELESS):
        return
    for found in _NAMELESS.finditer(text, start, end):
        yield found.span("noun")


def taken_up(text: str, start: int, end: int) -> Iterator[tuple[str, Interval]]:
    """Words that mean a place named before: 'there' (dort), 'where' (…, wo), 'town' (in der Stadt), 'site' (im Spital),
    'country' (im Land), 'capital' (in der Hauptstadt), 'region' (auf der Insel), with where they stand."""
    sentence = text[start:end]
    for what, pattern in _TAKEN_UP.items():
        if not _has_one(sentence, _STEMS_TAKEN_UP[what]):
            continue
        for found in pattern.finditer(text, start, end):
            if what in ("there", "where") or not _NAME_FOLLOWS.match(text, found.end()):
                yield what, found.span()


def _has_one(sentence: str, stems: Sequence[str]) -> bool:
    return any(map(sentence.__contains__, stems))
