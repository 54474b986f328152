"""Names of things, which are nothing by the guidelines: ships, storms, operations, projects."""

import re
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_lists, name_organizations

_OPENING_QUOTES: Final = {"„", "“", "»", "«", '"'}
_CLOSING_QUOTES: Final = {"“", "”", "«", "»", '"'}
_PREFIXES: Final = {"USS", "HMS", "MV", "MS", "MT", "RMS", "SMS", "FGS", "HMCS", "MSC", "M/V", "M/S"}
_STAGES: Final = {
    "spielt", "spielte", "spielen", "spielten", "zeigt", "zeigte", "zeigen", "gibt", "gab", "inszeniert", "inszenierte",
    "singt", "sang", "tanzt", "tanzte", "dirigiert", "dirigierte", "liest", "las",
}  # fmt: skip
_WORK = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]{0,30})?(?:[Oo]per|[Oo]perette|[Rr]omans?|[Ff]ilms?|[Tt]heaterstück|[Ss]tück|[Dd]rama|[Kk]omödie|"
    r"[Mm]usical|[Ss]erie|[Bb]uch|[Aa]lbum|[Ll]ied|[Ss]ong|[Bb]allett|[Oo]ratorium|[Pp]odcast|[Hh]örspiel|[Ee]rzählung|"
    r"[Gg]edicht|[Tt]ragödie|[Kk]rimi|[Tt]hriller|[Ss]ingspiel)s?"
)
_FEMININE: Final = {"die", "Die", "der", "Der"}
_SHIP = re.compile(
    r"(?:Kapitän|Reeder|Matrose|Seeleute|Seemann|Schiff|Frachter|Tanker|Fähre|Bord\b|Segler|Fregatte|Jacht|Yacht|Steuermann|"
    r"Crew|Besatzung|Rumpf|Maschinenraum|Seenot|Küstenwache|Hafen)"
)
_LEAST_OF_SHIPS: Final = 2
MEMO: Final = "peacetalks_name_things"  # key of what is looked for once an article
_LONGEST_ROW: Final = 16  # tokens
_STORM: Final = re.compile(
    r"(?:[A-ZÄÖÜ]\w{0,20}-?)?(?:[Ss]turm|[Tt]ief|[Oo]rkan|[Tt]iefs|[Oo]peration|[Mm]ission|[Mm]anövers?|[Pp]rogramms?|"
    r"[Pp]rojekts?|[Uu]nternehmen|[Aa]ktion|[Ss]atellit(?:en)?|[Dd]rohnen?|[Rr]aketen?|[Ll]okomotive)"
)


def is_a_vessel(doc: Doc, start: int) -> bool:
    """Der Frachter „Nordic Pearl“; die Schiffe „Kairos“ und „Virat“; an Bord der „Gorch Fock“; Sturm „Paula“."""
    at = start - 1
    if at > 1 and doc[at - 1].text in _OPENING_QUOTES and _is_rank(doc[at].text):
        at -= 1  # die Fregatte „Admiral Gorschkow“
    if at >= 0 and doc[at].text in _PREFIXES:
        return True  # die „USS Abraham Lincoln“
    is_quoted = at > 0 and doc[at].text in _OPENING_QUOTES
    if is_quoted:
        at = _before_quoted(doc, at - 1)
    if at < 0:
        return False
    word = doc[at].text
    if is_quoted and (word in _STAGES or _WORK.fullmatch(word)):
        return True  # Sie spielt „Carmen“, der Film „Anna Karenina“
    if is_quoted and word in _FEMININE and _is_about_ships(doc) and not _is_listed(doc, start):
        return True
    if name_lists.is_vessel(word):
        return True
    is_aboard = at > 0 and word in {"der", "des"} and doc[at - 1].text == "Bord"
    return is_quoted and (is_aboard or bool(_STORM.fullmatch(word)))


def _is_about_ships(doc: Doc) -> bool:
    """Whether captains, owners and seamen are spoken of: there „Ocean Pearl“ with an article is a ship."""
    known: dict[str, bool] = doc.user_data.setdefault(MEMO, {})
    if "ships" not in known:
        known["ships"] = sum(bool(_SHIP.match(token.text)) for token in doc) >= _LEAST_OF_SHIPS
    return known["ships"]


def _is_listed(doc: Doc, start: int) -> bool:
    return any(
        name_organizations.is_organization(doc[start:end].text)
        for end in range(start + 1, min(len(doc), start + 4) + 1)
    )


def _before_quoted(doc: Doc, at: int) -> int:
    """The place of the word before a row of names in quotation marks that ends at `at`."""
    first = at
    while at > 3 and first - at < _LONGEST_ROW and doc[at].text in {",", "und"} and doc[at - 1].text in _CLOSING_QUOTES:
        at -= 2
        while at > 1 and first - at < _LONGEST_ROW and doc[at].text not in _OPENING_QUOTES:
            at -= 1
        at -= 1
    return at


def _is_rank(word: str) -> bool:
    return name_lists.is_role(word) or name_lists.is_title(word) or name_lists.is_person_noun(word)
