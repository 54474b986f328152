"""Who states what a sentence says, and what belongs to the words that say so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.source_phrase import NameAt


@dataclass(frozen=True, slots=True)
class Attribution:
    """`source`: the interval that names who states it; None where a pronoun or 'demnach' points back.

    `at`: the interval of the cue; `scope`: what is stated; `frame`: the words that say who states it, when and
    where, none of which is about what is stated. `points_to`: 'speaker' for er, sie; 'last' for demnach;
    'before' for 'Das sagte X', which is of the sentence before. `comes_after`: the frame ends what is stated
    ('…, sagte X'); what follows it is stated only if it is in the subjunctive. `of_object`: a figure is the object of
    the verb ('X zählte 30'); a further clause in the indicative is the article's own. `is_told`: somebody tells that
    it was said ('X habe 30 gezählt, sagte Y').
    """

    source: Interval | None
    cue: str
    at: Interval
    scope: Interval
    frame: Interval
    points_to: str | None = None
    comes_after: bool = False
    of_object: bool = False
    is_told: bool = False


SPACE = "[ \u00a0\u202f]"
_SEAT = re.compile(rf"{SPACE}(?:in|im|aus|von){SPACE}(?:de[rm]{SPACE})?(?:\w+en{SPACE})?")
PRONOUN = re.compile(rf"{SPACE}?(?:[Ee]r|[Ss]ie|(?:der|die){SPACE}\d+-[Jj]ährige)\b")
# The noun of a figure, which nobody is: "Die Zahl der Toten bezifferte die Behörde auf 30".
FIGURE_NOUN = re.compile(
    r"\b(?:\w*(?:[Zz]ahl(?:en)?|[Kk]osten|[Ss]chäden|[Ss]chadens?|[Vv]erluste?|[Hh]öhe|[Aa]nteil|[Pp]reis|[Bb]ilanz)|Angaben?|Menschen|"
    r"Leute|Wert|Umfang|Ausgaben|Einnahmen|Einbußen|Beteiligung)$"
)
# A short bracket is passed over: "Merz (CDU) kündigte an".
CLAUSE_END = re.compile(r",\s|[;:„]|\((?![^()]{1,40}\)[\s,.])|\s[–—]\s|$")
RELATIVE_START = re.compile(
    rf",{SPACE}(?:(?:in|mit|auf|bei|aus|von|an|für|zu|unter){SPACE})?(?:der|die|das|dem|den|denen|dessen|deren|welche\w?|wo){SPACE}(?!\w+{SPACE}(?:zufolge|nach)\b)"
)


def with_seat(text: str, end: int, names: Sequence[NameAt]) -> int:
    """The end of a source phrase, with where its speaker sits: 'das Verteidigungsministerium in Moskau'."""
    seat = _SEAT.match(text, end)
    name = next((name for name in names if seat and name.start == seat.end()), None)
    return name.end if name else end


def frame_end(text: str, at: int, limit: int) -> int:
    """The end of the clause that names the source."""
    stop = CLAUSE_END.search(text, at, limit)
    return stop.start() if stop else limit
