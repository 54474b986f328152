"""What the article as a whole says: whether it is a reportage, its year, the day of its headline, what is quoted."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from peacetalks_cli.facts import Date, Interval
from peacetalks_cli.german.timex.tokens import Token

_FEW = 2
_CLOCK = ":"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPEAKS = re.compile(r"\b(?:sagt|erzählt|fragt|meint|antwortet|ruft|nickt|lacht|zuckt|seufzt|murmelt)\b")
_SPOKE = re.compile(r"\b(?:sagten?|erklärten?|teilten?|berichteten?|betonten?|meldeten?|schrieb|hieß)\b")
_QUOTES = {"„": True, "‚": True, "“": False, "”": False, "‘": False, "«": None, "»": None, '"': None}
"""Marks of quotation: whether they open one; None where that depends on the country."""


def year_of_head(text: str, hidden: Sequence[Interval]) -> int | None:
    """The year that the lines of head and foot name, where it is one: 'Ausgabe 36/2008', '© 2014'."""
    years = {int(year) for start, end in hidden for year in _YEAR.findall(text, start, end)}
    return years.pop() if len(years) == 1 else None


def is_reportage(text: str) -> bool:
    """Whether people speak in the present tense: 'sagt sie', 'erzählt er', more often than they spoke."""
    present = len(_SPEAKS.findall(text))
    return present >= _FEW and present > len(_SPOKE.findall(text))


def quotation(tokens: Sequence[Token], *, is_open: bool) -> bool:
    """Whether a quotation is open after the tokens; `is_open`: whether one was before them."""
    for token in tokens:
        if token.text in _QUOTES:
            is_open = not is_open if _QUOTES[token.text] is None else bool(_QUOTES[token.text])
    return is_open


def of_headline(
    text: str, published: date | None, masked: Sequence[Interval], found: list[tuple[Date, str]]
) -> list[tuple[Date, str]]:
    """'Der Deich brach um halb drei': a time in the first line is of the day of which it is told further on."""
    if published is None or not found or _CLOCK not in found[0][0].value:
        return found
    first = found[0][0]
    head = max((end for start, end in masked if start < first.start), default=0)
    day, _, time = first.value.partition("T")
    if day != published.isoformat() or "\n" in text[head : first.start].strip() or "\n" not in text[first.end :]:
        return found
    days = {other.value for other, _ in found[1:] if other.value.endswith(f"T{time}") and other.earliest}
    if len(days) != 1:
        return found
    value = days.pop()
    return [(replace(first, value=value, earliest=value[:10], latest=value[:10]), "as written"), *found[1:]]
