"""Places that one word shows by its parts: Lesachtal, Grimselpass, Hessenhalle, Watzmannhaus, Carolabrücke."""

import re
from functools import lru_cache
from typing import Final

from peacetalks_cli.annotate import name_organizations
from peacetalks_cli.annotate.letters import NOUN as NOUN_KIND
from peacetalks_cli.annotate.letters import letters
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, PLACE, SURNAME, lexicon
from peacetalks_cli.annotate.name_words import MEMO
from peacetalks_cli.german.gazetteer import is_distinct, lookup

_PARTS = re.compile(
    r"([A-ZÄÖÜ][a-zäöüß]{2,30}?)(?:tal|gau|pass|joch|horn|spitze|kogel|kofel|gletscher|ferner|see|klamm|schlucht|hütte|"
    r"haus|halle|brücke|stadion|arena|tunnel|kaserne|saal|park)(?:e?s)?"
)
_HOUSE = re.compile(
    r"([A-ZÄÖÜ][\w-]{2,30}?)-?(?:[Hh]ospital|[Ss]pital|[Kk]rankenhaus|[Kk]linik|[Kk]linikum|[Gg]ymnasium|[Vv]erlag|[Cc]hor|[Oo]rchester|[Bb]igband|[Ee]nsemble|[Qq]uartett|(?:Grund|Haupt|Mittel|Real|Ober|Gesamt|Berufs|Gemeinschafts)?[Ss]chule|Kolleg|Theater|Gruppe|Stiftung|Institut|Akademie|Museum)(?:e?s)?"
)
_OTHER = re.compile(r"(?:portal|kapital|spital|quartal|metall?|pedal|pokal|fatal|brutal|kristall?)s?$")
# Courts by their kind are organizations without their town, too.
_COURT = re.compile(
    r"(?:Land|Landes|Oberland(?:es)?|Ober|Amts|Bezirks|Kantons|Verwaltungs|Oberverwaltungs|Appellations|Kassations|Handels|"
    r"Stadt|Militär|Zivil|Kreis)gericht(?:e?s)?|(?:Kassations|Verfassungs|Verwaltungs|Staats|Appellations)(?:gerichts)?hof(?:e?s)?"
)
# Associations by their field, too: der Mineralölwirtschaftsverband.
_ASSOCIATION = re.compile(
    r"[A-ZÄÖÜ]?[a-zäöüß]{0,30}(?:[Ww]irtschafts|[Ii]ndustrie|[Aa]rbeitgeber|[Hh]andels|[Bb]auern|[Ää]rzte|[Aa]potheker|"
    r"[Ll]ehrer|[Rr]ichter|[Jj]ournalisten|[Hh]otel|[Ff]ußball|[Ss]ki|[Jj]agd|[Ff]euerwehr)verband(?:e?s)?"
)
_NO_NAMES: Final = {"Funk", "Olympia", "Berg", "Bau", "Post"}
_LINKS: Final = ("", "er", "s", "n", "en")
_MOSTLY: Final = 0.5  # share


def is_house(word: str) -> bool:
    """Clemenshospital, Peltier-Krankenhaus, ORF-Chor: a body named after somebody or its owner; not: Kinderspital."""
    parts = _HOUSE.fullmatch(word)
    if parts is None:
        return False
    first = parts[1].rstrip("-")
    if word.endswith(("schule", "Schule")):
        return _is_namesake(first)
    return is_proper(first) or ("-" in word and name_organizations.is_organization(first))


def _is_namesake(first: str) -> bool:
    """Jakob-Grimm, Geschwister-Scholl: two words, one of them of a name; not: Waldorf, Baum."""
    parts = first.split("-")
    if parts[0] in {"Brüder", "Gebrüder", "Geschwister"}:
        return True
    return len(parts) > 1 and any(lexicon().classes_of(part) & (FIRST_NAME | SURNAME | PLACE) for part in parts)


def is_landscape(word: str) -> bool:
    """Whether `word`, behind an article, names a valley, a pass, a peak or a hall: its first part is a name and no noun
    (Lesachtal, Carolabrücke; not: Seitental, Reisepass, Rathaus)."""
    parts = _PARTS.fullmatch(word)
    if not parts or _OTHER.search(word):
        return False
    return is_proper(parts[1])


def is_proper(first: str) -> bool:
    """Whether the first part of a compound is a name and no noun."""
    known = lexicon().classes_of(first)
    if first == "Dreiländer":
        return True
    if first in _NO_NAMES:
        return False
    if known & (FIRST_NAME | SURNAME) and not known & NOUN:
        return True  # Clemens
    if is_distinct(first) and not lexicon().is_noun(first):
        return True  # Hessen
    bare = [first.removesuffix(link) if link else first for link in _LINKS]
    if any(lexicon().is_noun(form) and not lookup(form) for form in bare if len(form) > 2):
        return False
    if any(lookup(form) and is_distinct(form) for form in bare if len(form) > 2):
        return True
    if lexicon().knows(first.lower()):
        return False
    if known:
        return bool(known & (FIRST_NAME | SURNAME | PLACE)) and not known & NOUN
    return not lexicon().knows(first) and letters().shares(first)[NOUN_KIND] < _MOSTLY


@lru_cache(maxsize=MEMO)
def is_body(word: str) -> bool:
    """Landgericht, Clemenshospital, Mineralölwirtschaftsverband"""
    return bool(_COURT.fullmatch(word) or _ASSOCIATION.fullmatch(word)) or is_house(word)


def is_court(word: str) -> bool:
    """Landgericht, Kassationshof: with a town behind it, the name of a court."""
    return bool(_COURT.fullmatch(word))
