"""Who answers in an interview: one printed with who speaks ('WELT: …?', 'Jarema: …'), or with questions and answers
as paragraphs of their own, the first question to somebody by name ('Frau Grosu, wann …?')."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from peacetalks_cli.facts import Interval

Turn = tuple[Interval, Interval | None]
"""Where somebody speaks (half-open), and the name of who it is, None for who asks."""

_TURN = re.compile(
    r"(?:(?<=[\r\n])|(?<=\A)|(?<=[.!?“”\"»«)]\s))(?P<who>(?:[A-ZÄÖÜ][\w’-]*(?:\s[A-ZÄÖÜ][\w’-]+){0,2}|taz|profil|news)):\s",
    re.MULTILINE,
)
_LEAST = 2  # times that both who asks and who answers speak
_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")
_NAME = r"[A-ZÄÖÜ][\w’-]+"
_TITLES = (
    r"(?:Professor|Professorin|Doktor|Doktorin|Dr\.|Prof\.|General|Oberst|Minister|Ministerin|Präsident|Präsidentin|Botschafter|"
    r"Botschafterin|Bürgermeister|Bürgermeisterin|Kommissar|Kommissarin|Bischof|Pfarrer)"
)
_ADDRESS = re.compile(
    r"(?:^|(?<=[\r\n])|[?!.,:„“»«\"]\s?)[„“»«\"]?(?:(?:Sehr geehrte[r]?|Liebe[r]?|Guten \w+),? )?(?:Herr|Frau)\s"
    rf"(?:{_TITLES}\s)*(?P<who>(?:(?:von|van|de|der|zu|al|el)\s|{_NAME}\s){{0,2}}{_NAME})\s?[,!?]"
)
_LAST_LINE = re.compile(
    r"(?:Interview|Gespräch|Fragen|Zur Person|Mit \S+ \S+ sprach|Das (?:Interview|Gespräch) (?:führte|wurde)|"
    r"Die Fragen stellte|Interview geführt|Aufgezeichnet|\(?Quelle)"
)
_YOU = re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?|[Dd]u|[Dd]ir|[Dd]ich)\b")
_I = re.compile(r"\b(?:[Ii]ch|[Ww]ir|[Mm]eine?[nmrs]?|[Mm]ir|[Uu]ns)\b")
_BYLINE = re.compile(
    r"\b(?:Von|von|I(?:nterview|NTERVIEW):|Fragen:|Text:|Autorin?:)\s(?:[A-ZÄÖÜ][\w-]+\s){0,2}(?:und\s)?$"
)
_TALK_WITH = re.compile(r"\b(?:Interview|Gespräch|Interviews|sprach)\smit\s(?:[\w-]+\s){0,4}$")
_LONGEST_QUESTION = 400  # characters
_LONGEST_PROMPT = 150  # a question that is none in form: 'Das trifft die Menschen hart.'
_CLOSING = "”“\"»«' *_"


def answers(text: str, people: Sequence[Interval] = ()) -> list[Turn]:
    """The turns of an interview, in order; empty for other texts. `people`: where they are named."""
    if "?" not in text:
        return []
    return _labelled(text) or _by_paragraphs(text) or _with_one(text, people)


def _labelled(text: str) -> list[Turn]:
    if text.count(":") < 2 * _LEAST:
        return []
    marks = list(_TURN.finditer(text))
    times = Counter(_surname(mark) for mark in marks)
    marks = [mark for mark in marks if times[_surname(mark)] >= _LEAST]
    turns = [
        (mark, _end(text, mark, marks[i + 1].start() if i + 1 < len(marks) else len(text)))
        for i, mark in enumerate(marks)
    ]
    asked = Counter(_surname(mark) for mark, end in turns if "?" in text[mark.end() : end])
    askers = {who for who, n in asked.items() if 2 * n > times[who]}
    if not askers or len(askers) == len({_surname(mark) for mark in marks}):
        return []
    nobody = askers | {"Antwort", "Frage"}
    return [((mark.start(), end), None if _surname(mark) in nobody else mark.span("who")) for mark, end in turns]


def _surname(mark: re.Match[str]) -> str:
    """The last word of who speaks: 'Renate Achleitner', then 'Achleitner'."""
    return mark["who"].rpartition(" ")[2]


def _end(text: str, mark: re.Match[str], limit: int) -> int:
    line_end = re.compile(r"[\r\n]").search(text, mark.end(), limit)
    return line_end.start() if line_end else limit


def _by_paragraphs(text: str) -> list[Turn]:
    """From the first question that says to whom; the paragraph behind a question answers it."""
    if not (("Herr" in text or "Frau" in text) and _ADDRESS.search(text)):
        return []
    turns: list[Turn] = []
    who: Interval | None = None
    paragraphs = [mark.span() for mark in _PARAGRAPH.finditer(text)]
    for span, following in zip(paragraphs, [*paragraphs[1:], (len(text), len(text))], strict=True):
        if who and _LAST_LINE.match(text, *span):
            break
        is_answer = bool(turns) and turns[-1][1] is None
        is_question = not is_answer and (_asks(text, span) or (who is not None and _prompts(text, span, following)))
        if is_question:
            who = _addressed(text, span) or who
        if who:
            turns.append((span, None if is_question else who))
    asked = sum(speaker is None for _, speaker in turns)
    return turns if asked >= _LEAST and len(turns) - asked >= _LEAST else []


def _with_one(text: str, people: Sequence[Interval]) -> list[Turn]:
    """Questions to 'Sie' without a name, answered by 'ich' or 'wir': by the one person whom the head names."""
    if not people or text.count("?") < _LEAST:
        return []
    paragraphs = [mark.span() for mark in _PARAGRAPH.finditer(text)]
    asked = [span for span in paragraphs if _asks(text, span)]
    if len(asked) < _LEAST or not any(_YOU.search(text, *span) for span in asked):
        return []
    later = [span for span in paragraphs if span[0] > asked[0][0] and not _asks(text, span)]
    who = _whom_head_names(text, people, asked[0][0])
    if who is None or not any(_I.search(text, *span) for span in later):
        return []
    turns = [(span, None if _asks(text, span) else who) for span in paragraphs if span[0] >= asked[0][0]]
    last = next((i for i, (span, _) in enumerate(turns) if i and _LAST_LINE.match(text, *span)), len(turns))
    return turns[:last]


def _whom_head_names(text: str, people: Sequence[Interval], end: int) -> Interval | None:
    """Who is named before the first question, past those who ask or write; None where it may be any of several."""
    named = [who for who in people if who[1] <= end and not _BYLINE.search(text, max(0, who[0] - 40), who[0])]
    talked_to = next((who for who in named if _TALK_WITH.search(text, max(0, who[0] - 60), who[0])), None)
    is_one = len({text[slice(*who)].rsplit(maxsplit=1)[-1].rstrip("s") for who in named}) == 1
    return talked_to or (named[0] if is_one else None)


def _asks(text: str, span: Interval) -> bool:
    return span[1] - span[0] <= _LONGEST_QUESTION and text[slice(*span)].rstrip(_CLOSING).endswith("?")


def _prompts(text: str, span: Interval, following: Interval) -> bool:
    """Whether a short paragraph stands before a longer one that is no question."""
    length = span[1] - span[0]
    return length <= _LONGEST_PROMPT and length < following[1] - following[0] and not _asks(text, following)


def _addressed(text: str, span: Interval) -> Interval | None:
    found = _ADDRESS.search(text, *span)
    return found.span("who") if found else None


def turn_at(turns: list[Turn], offset: int) -> tuple[Interval, Interval | None] | None:
    """The turn that holds `offset`."""
    i = bisect_right(turns, offset, key=lambda turn: turn[0][0]) - 1
    return turns[i] if i >= 0 and offset < turns[i][0][1] else None
