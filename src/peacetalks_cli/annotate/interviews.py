"""Who answers in an interview that is printed as questions and answers: 'WELT: …?', 'Jarema: …'."""

import re
from bisect import bisect_right
from collections import Counter

from peacetalks_cli.facts import Interval

_TURN = re.compile(
    r"(?:(?<=[\r\n])|(?<=\A)|(?<=[.!?“”\"»«)]\s))(?P<who>[A-ZÄÖÜ][\w’-]*(?:\s[A-ZÄÖÜ][\w’-]+){0,2}):\s", re.MULTILINE
)
_LEAST = 2  # times that both who asks and who answers speak


def answers(text: str) -> list[tuple[Interval, Interval | None]]:
    """The turns of an interview, in order: each with who speaks in it, None for who asks. Empty for other texts."""
    marks = list(_TURN.finditer(text))
    times = Counter(mark["who"] for mark in marks)
    marks = [mark for mark in marks if times[mark["who"]] >= _LEAST]
    turns = [
        (mark, _end(text, mark, marks[i + 1].start() if i + 1 < len(marks) else len(text)))
        for i, mark in enumerate(marks)
    ]
    asked = Counter(mark["who"] for mark, end in turns if "?" in text[mark.end() : end])
    askers = {who for who, n in asked.items() if 2 * n > times[who]}
    if not askers or len(askers) == len({mark["who"] for mark in marks}):
        return []
    nobody = askers | {"Antwort", "Frage"}
    return [((mark.start(), end), None if mark["who"] in nobody else mark.span("who")) for mark, end in turns]


def _end(text: str, mark: re.Match[str], limit: int) -> int:
    line_end = re.compile(r"[\r\n]").search(text, mark.end(), limit)
    return line_end.start() if line_end else limit


def turn_at(turns: list[tuple[Interval, Interval | None]], offset: int) -> tuple[Interval, Interval | None] | None:
    """The turn that holds `offset`."""
    i = bisect_right(turns, offset, key=lambda turn: turn[0][0]) - 1
    return turns[i] if i >= 0 and offset < turns[i][0][1] else None
