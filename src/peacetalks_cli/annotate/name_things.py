"""Names of things, which are nothing by the guidelines: ships, storms, operations, projects."""

import re
from typing import Final

from spacy.tokens import Doc

from peacetalks_cli.annotate import name_lists

_OPENING_QUOTES: Final = {"„", "“", "»", "«", '"'}
_CLOSING_QUOTES: Final = {"“", "”", "«", "»", '"'}
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
    is_quoted = at > 0 and doc[at].text in _OPENING_QUOTES
    if is_quoted:
        at = _before_quoted(doc, at - 1)
    if at < 0:
        return False
    word = doc[at].text
    if name_lists.is_vessel(word):
        return True
    is_aboard = at > 0 and word in {"der", "des"} and doc[at - 1].text == "Bord"
    return is_quoted and (is_aboard or bool(_STORM.fullmatch(word)))


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
