"""Where the sentences of a text are."""

import re
from collections.abc import Iterator
from functools import lru_cache

from peacetalks_cli.facts import Interval

_LINE = re.compile(r"[^\r\n]+")
# A stop, closing quotes or brackets, white space, and something that can begin a sentence.
_STOP = re.compile(r"[.!?…]+[\"'”“»«‘’)\]]*\s+(?=[\"'„“”»«‚‘’(\[–—-]*\s?[A-ZÄÖÜ0-9])")
_MONTH = (
    "Januar|Jänner|Jan|Februar|Feber|Feb|März|Mär|April|Apr|Mai|Juni|Jun|Juli|Jul|August|Aug|"
    "September|Sept|Sep|Oktober|Okt|November|Nov|Dezember|Dez"
)
_ABBREVIATION = re.compile(
    r"(?:^|[^\w])(?:[A-Za-zÄÖÜ]|Dr|Prof|Mag|Ing|Dipl|St|Hl|Nr|Art|Abs|Kap|Bd|ca|bzw|evtl|ggf|inkl|exkl|zzgl|"
    r"sog|vgl|bspw|usw|etc|geb|gest|verh|Mio|Mrd|Bill|Mill|Tsd|Jh|Jhdt|Std|Min|Sek|Str|Tel|Gen|Lt|Maj|Hptm|"
    r"Sgt|Jr|Sr|Mr|Mrs|Ms|Hr|Fr|ehem|max|min|rd|dt|ukr|russ|"
    r"Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez|Mo|Di|Mi|Do|Fr|Sa|So)$"
)
_LONGEST_SHORT = 4  # letters of an abbreviation, or of a Roman number: most words before a stop are longer
_NUMBER = re.compile(
    r"(?:^|[^\w,])(\d{1,2}|(?<!\d\.)\d{3}|[IVX]{1,4})$"
)  # 19. Januar, XIV. Armee: an ordinal, not an end
_AFTER_ORDINAL = re.compile(rf"(?:(?:{_MONTH})\b|\d|(?:Jahrhundert|Jahrestag|Geburtstag|Armee|Brigade|Division)\b)")
# A number with a stop after one of these is an ordinal: "die 47. Mechanisierte Brigade", "zum 3. Mal".
_BEFORE_ORDINAL = re.compile(
    r"(?:^|\s)(?:der|die|das|dem|den|des|zum|zur|am|im|vom|beim|(?:sein|ihr|unser|mein|kein|ein)(?:e[rsmn]?)?|deren|dessen|(?:jed|dies)e[rsmn]?)\s+$",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[Interval]:
    """Intervals of the sentences of `text`, in order, without the white space around them.

    A line break always ends a sentence: in news text it parts headlines, bylines and paragraphs.
    """
    return iter(_sentences(text))


@lru_cache(maxsize=2)  # each step of the work asks for those of the same article
def _sentences(text: str) -> tuple[Interval, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Interval]:
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if not _is_inside(text, start, stop):
                yield from _trimmed(text, start, stop.end())
                start = stop.end()
        yield from _trimmed(text, start, line.end())


def _is_inside(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation or an ordinal."""
    if text[stop.start()] != "." or stop.group().startswith(("..", ".!", ".?")):
        return False
    before = text[max(start, stop.start() - 16) : stop.start()]
    if len(before) > _LONGEST_SHORT and before[-_LONGEST_SHORT - 1 :].isalpha():
        return False
    if _ABBREVIATION.search(before):
        return True
    number = _NUMBER.search(before)
    if not number:
        return False
    return bool(_AFTER_ORDINAL.match(text, stop.end()) or _BEFORE_ORDINAL.search(before[: number.start(1)]))


def _trimmed(text: str, start: int, end: int) -> Iterator[Interval]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
