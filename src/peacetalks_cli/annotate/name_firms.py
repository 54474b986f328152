"""Firms, shops, local lists and offices that the words themselves show: Varnholt Keramik, Möbel-Hinz, (Bunte Liste)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from peacetalks_cli.annotate import name_lists, name_organizations
from peacetalks_cli.annotate.lexicon import FIRST_NAME, NOUN, SURNAME, lexicon
from peacetalks_cli.annotate.name_pieces import Span
from peacetalks_cli.annotate.name_words import ADJECTIVE, MEMO, NAME_CLASSES, is_body_by_its_end
from peacetalks_cli.german.gazetteer import lookup

# What a firm makes or deals in, behind its name.
_TRADES: Final = frozenset(
    """Keramik Porzellan Logistik Holding Immobilien Textil Textilien Maschinenbau Metallbau Tiefbau Hochbau Stahlbau
    Anlagenbau Fahrzeugbau Gerüstbau Möbel Küchen Foods Pharma Elektronik Elektrotechnik Haustechnik Gebäudetechnik
    Software Capital Touristik Recycling Entsorgung Automotive Robotics Solar Biotech Medien Optik Feinkost Backwaren
    Fleischwaren Wurstwaren Wohnbau Metallwaren Armaturen Kunststoffe Verpackungen Consulting Ventures Records
    Entertainment Bergbau Stahlwerke Papierfabrik Edelstahl Feinmechanik Werkzeugbau Antriebstechnik Medizintechnik
    Messtechnik Kunststofftechnik Umwelttechnik Windkraft""".split()  # noqa: SIM905
)
# Also what somebody sells: only behind a word that nobody knows; not: dass Apple | Software verkauft.
_GOODS: Final = frozenset(
    """Keramik Porzellan Immobilien Textil Textilien Möbel Küchen Foods Elektronik Software Medien Optik Feinkost
    Backwaren Fleischwaren Wurstwaren Metallwaren Armaturen Kunststoffe Verpackungen Recycling Entsorgung Messtechnik
    Medizintechnik Antriebstechnik Umwelttechnik Edelstahl Bergbau Windkraft Solar""".split()  # noqa: SIM905
)
_SHOP = re.compile(
    r"(?:Bücher|Möbel|Elektro|Foto|Radio|Optik|Schuh|Betten|Sanitär|Blumen|Zweirad|Textil|Getränke|Uhren|Spielwaren|"
    r"Reise|Leder|Teppich|Küchen|Musik|Haushalts|Papier|Büro|Sport|Moden?|Tabak|Wein|Farben|Eisen|Holz|Auto)"
    r"-([A-ZÄÖÜ][a-zäöüß]{2,20})"
)
# Local lists stand in brackets behind who sits for them.
_LIST_ADJECTIVE = re.compile(
    r"(?:Frei|Bunt|Grün|Unabhängig|Jung|Offen|Christlich|Sozial|Alternativ|Lebendig|Neu|Demokratisch|Liberal|Link)e[rn]?"
)
_LIST_NOUN = re.compile(
    r"(?:Wähler(?:gemeinschaft|gruppe|vereinigung|union|liste)?|Bürger(?:liste|gemeinschaft|bewegung|union)?|Liste|"
    r"[A-ZÄÖÜ][a-zäöüß]{2,15}liste|Bund|Bündnis|Alternative|Linke|Union|Demokraten|Mitte|Gemeinschaft)n?"
)
_SIGN = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,7}")
_BIG_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{4,20}(?:e|en|er|es)")
# The parliament in Washington, where no other congress is spoken of.
_CONGRESS: Final = {"Kongress", "Kongresses", "Kongreß"}
_AT_CONGRESS: Final = {"der", "Der", "den", "dem", "im", "Im", "vom", "durch", "des", "ans", "und"}
_WASHINGTON: Final = {
    "Washington", "US-Präsident", "US-Kongress", "Repräsentantenhaus", "USA", "US-Dollar", "Republikaner",
    "Republikanern", "US-Regierung", "Demokraten", "Trump", "Biden", "Obama", "Clinton", "Bush", "Reagan",
}  # fmt: skip
_SPECIAL: Final = {"der", "des", "für", "in", "über", "zu", "zur", "zum", "mit", "gegen", "von"}


def firms(words: Sequence[str], capitalised: Iterable[int]) -> Iterator[Span]:
    """They may overlap; the longest is meant. `capitalised`: tokens to look at."""
    for at in capitalised:
        word = words[at]
        if word in _CONGRESS and _is_parliament(words, at):
            yield at, at + 1, "ORG"
        kind = _kind(word)
        if not kind:
            continue
        if kind == "shop":
            yield at, at + 1, "ORG"
        elif kind == "trade" and at and _may_own(words, at - 1, sells=word in _GOODS):
            yield at - 1, at + 1, "ORG"
        elif kind == "office":
            end = _end_of_seat(words, at)
            if end is not None:
                yield at, end, "ORG"
        elif kind == "list" and _is_in_brackets(words, at):
            yield at, at + 2, "ORG"
    for bracket in [at for at, word in enumerate(words) if word == "("]:
        for at in range(max(0, bracket - 2), bracket):
            if words[at][:1].isupper() and is_body_by_its_end(words[at]):
                yield from _with_sign(words, at)


@lru_cache(maxsize=MEMO)
def _kind(word: str) -> str:
    """What `word` may begin or end here; empty for nearly all words."""
    if word in _TRADES:
        return "trade"
    if name_lists.is_institution(word):
        return "office"
    if _LIST_ADJECTIVE.fullmatch(word):
        return "list"
    shop = _SHOP.fullmatch(word)
    if shop:
        known = lexicon().classes_of(shop[1])
        is_name = known & (SURNAME | FIRST_NAME) if known else not lexicon().is_noun(shop[1])
        return "shop" if is_name and not known & NOUN else ""
    return ""


def _may_own(words: Sequence[str], at: int, *, sells: bool) -> bool:
    """Varnholt | Keramik: a name, no noun, no adjective, nobody whose trade it is (Merkels Medien)."""
    word = words[at]
    if not word[:1].isupper() or len(word) < 3 or not word.isalpha() or ADJECTIVE.fullmatch(word):
        return False
    if (
        word in _TRADES
        or name_lists.is_inhabitant(word)
        or name_lists.is_role(word)
        or name_organizations.is_organization(word)
    ):
        return False
    if sells and lexicon().knows(word):
        return False
    known = lexicon().classes_of(word)
    if known & NOUN or lexicon().is_noun(word) or lexicon().knows(word.lower()):
        return False
    if word.endswith(("s", "er")) and (known & NAME_CLASSES or lookup(word) or lookup(word[:-1]) or lookup(word[:-2])):
        return False  # Trumps Immobilien, Wiener Porzellan
    if at and lexicon().classes_of(words[at - 1]) & FIRST_NAME:
        return False
    return not any(place.kind == "country" for place in lookup(word))


def _end_of_seat(words: Sequence[str], at: int) -> int | None:
    """Gebäudeversicherung | Kanton Glarus, Arbeitsagentur | Kassel-Fulda: where the whole ends."""
    if at + 1 >= len(words):
        return None
    seat = words[at + 1]
    if name_lists.is_kind_of_place(seat) and at + 2 < len(words) and lookup(words[at + 2]):
        return at + 3
    first, hyphen, second = seat.partition("-")
    return at + 2 if hyphen and lookup(first) and lookup(second) else None


def _is_in_brackets(words: Sequence[str], at: int) -> bool:
    """(Bunte Liste)"""
    if not at or at + 2 >= len(words) or words[at - 1] not in {"(", "/", ","} or words[at + 2] not in {")", ",", "/"}:
        return False
    is_behind_name = words[at - 1] == "(" or words[at + 2] == ")"
    return is_behind_name and bool(_LIST_NOUN.fullmatch(words[at + 1]))


def _with_sign(words: Sequence[str], at: int) -> Iterator[Span]:
    """Vereinigte Hüttenwerke (VHW), Kraftwerke Hinterrhein (KHR): with its abbreviation in brackets behind it."""
    for start, end in ((at - 1, at + 1), (at, at + 2)):
        if start < 0 or end + 2 >= len(words) or words[end] != "(" or words[end + 2] != ")":
            continue
        sign, first, last = words[end + 1], words[start], words[end - 1]
        is_like = _SIGN.fullmatch(sign) and sign[0] == first[:1] and last[:1].isupper() and last[0] in sign.upper()[1:]
        if not is_like or lookup(sign):
            continue
        is_adjective = bool(_BIG_ADJECTIVE.fullmatch(first)) and lexicon().knows(first.lower())
        if is_adjective if start < at else not lexicon().is_noun(last):
            yield start, end, "ORG"


def _is_parliament(words: Sequence[str], at: int) -> bool:
    """der Kongress, where Washington is spoken of; not: der Kongress der Ärzte, ein Kongress."""
    if not at or words[at - 1] not in _AT_CONGRESS or (at + 1 < len(words) and words[at + 1] in _SPECIAL - {"in"}):
        return False
    return _WASHINGTON.intersection(words) != set()
