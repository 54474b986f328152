"""How a figure is put: stated, reported, quoted, hedged, negated, planned; and as a total, an addition or a part."""

import re
from typing import Literal

from peacetalks_cli.facts import Interval

Stance = Literal["stated", "reported", "quoted", "hedged", "negated", "planned"]
Relation = Literal["total", "addition", "part"]

_S = "[ \u00a0\u202f\u2009]"
_NEGATED = re.compile(
    rf"\b(?:nicht|kein(?:e[nmrs]?)?|weder|ohne){_S}(?:die{_S}|den{_S}|der{_S}|etwa{_S})?$|"
    r"\b(?:bestr(?:eitet|itt|itten)|dementiert\w*|wies\b.{0,80}\bzurück|widersprach\w*)\b"
)
_NOT_NEGATED = re.compile(rf"\bnicht{_S}(?:nur|mehr{_S}als|weniger{_S}als|weniger|mehr|einmal|ganz)\b")
_HEARSAY = re.compile(r"\b(?:soll|sollen)\b.{0,160}\b(?:haben|sein|worden)\b")
_PLANNED = re.compile(
    r"\b(?:soll(?:en|te|ten)?|will|wollen|wollte[n]?|wird|werden(?!\s(?:vermisst|gesucht|festgehalten))|plan(?:t|en|te|ten)|"
    r"geplant\w*|vorgesehen\w*|angekündigt\w*|zugesagt\w*|verspr(?:icht|ach|ochen)|künftig|voraussichtlich|beabsichtig\w*|"
    r"in\sAussicht)\b"
)
_PASSIVE = re.compile(
    r"\bw(?:ird|erden)\b.{0,120}\b(?:vermisst|gesucht|festgehalten|gezählt|geschätzt|behandelt|gemeldet)\b"
)
_HEDGED = re.compile(
    r"(?i:\b(?:angeblich\w*|mutmaßlich\w*|mutmasslich\w*|offenbar|womöglich|möglicherweise|vermutlich|wohl|vielleicht|könnten?|"
    r"dürften?|unbestätigt\w*|scheinbar|anscheinend|mögen|wären?)\b)"
)
_BEFORE: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("part", re.compile(r"\b(?:davon|darunter|hiervon|allein|(?:unter|von)\s(?:ihnen|denen))\b", re.IGNORECASE)),
    (
        "addition",
        re.compile(r"\b(?:weitere[nrs]?|zusätzlich\w*|zudem|hinzu|außerdem|ausserdem|noch\seinmal)\b", re.IGNORECASE),
    ),
    ("total", re.compile(r"\b(?:insgesamt|zusammen|alles\sin\sallem|gesamtzahl|unterm\sStrich)\b", re.IGNORECASE)),
)
_AFTER: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"{_S}(?:davon|hiervon|(?:von|unter){_S}(?:ihnen|denen|diesen))\b")),
    ("addition", re.compile(rf"{_S}(?:weitere[nrs]?|zusätzliche[nrs]?|mehr(?!{_S}als))(?!\w)")),
    ("total", re.compile(rf"{_S}(?:insgesamt|zusammen)\b")),
)
_NEAR = 40  # characters before a figure in which such a word is of it


def stance(text: str, clause: Interval, start: int, *, is_reported: bool, is_quoted: bool) -> Stance:
    """How the figure at `start` is put in its clause. `is_reported`: somebody states it; `is_quoted`: word for word."""
    before, whole = text[clause[0] : start], text[slice(*clause)]
    if _NEGATED.search(before) and not _NOT_NEGATED.search(text, max(clause[0], start - 24), min(len(text), start + 1)):
        return "negated"
    if _HEARSAY.search(whole) or _HEDGED.search(whole):
        return "hedged"
    if _PLANNED.search(whole) and not _PASSIVE.search(whole):
        return "planned"
    return "quoted" if is_quoted else "reported" if is_reported else "stated"


def relation(text: str, clause: Interval, start: int, ends: tuple[int, ...]) -> tuple[Relation, Interval] | None:
    """Whether a word beside the figure says that it is a total, an addition or a part, and where that word is.

    `ends`: where the numeral and its noun end.
    """
    for end in ends:
        for which, pattern in _AFTER:
            if found := pattern.match(text, end):
                return which, (found.start() + 1, found.end())
    for which, pattern in _BEFORE:
        found_before = list(pattern.finditer(text, max(clause[0], start - _NEAR), start))
        if found_before:
            return which, found_before[-1].span()
    return None
