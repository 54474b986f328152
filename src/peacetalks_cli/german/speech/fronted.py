"""What stands before who states it: 'Gezählt hat X 30', '30 wird X zählen'; or behind the colon: 'X zog Bilanz: 30'."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.attribution import Attribution, frame_end
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speech_clause import Reading, is_figure
from peacetalks_cli.german.speech.speech_verbs import usages
from peacetalks_cli.german.speech.subject import nominative

_HAS = re.compile(r"\s(?:hat|hatten?|haben)\s")
_BEFORE = (", ", "; ", "– ")
_WILL = re.compile(r"\s(?:wird|werden)\s")
_COUNTING = re.compile(
    r"\s(?P<verb>zählen|melden|registrieren|verzeichnen|vermelden|bekanntgeben|dokumentieren)(?=[,.;:]|$)"
)
_COUNTED = re.compile(
    r"(?:(?:[Rr]und|[Ee]twa|[Üü]ber|[Mm]ehr als|[Ii]nsgesamt|[Kk]napp|[Ff]ast)\s)?(?P<figure>[\w.,]+)\s"
)
_CAN = re.compile(r"\s(?:kann|können|konnten?)\s")
_VOUCHING = re.compile(r"(?<!nicht)\s(?P<verb>bestätigen|verifizieren)(?=[,.;:]|$)")
_ANY_FIGURE = re.compile(
    r"\d|\b(?:eine[nm]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|Dutzende|Hunderte|Tausende)\b"
)
_CLAUSE = 120  # characters between the auxiliary and its infinitive
_DRAWN_UP = re.compile(
    r"\b(?:z(?:og|ieht|ogen|iehen)\s(?:[^:;.]{0,80}\s)?(?:Zwischenb|B)ilanz"
    r"|leg(?:t|te|ten|en)\s[^:;.]{0,80}\b(?:Zahlen|Bilanz|Rechnung|Statistik|Daten|Liste)\s(?:\w+\s)?vor"
    r"|führ(?:t|te|ten|en)\s[^:;.]{0,60}\b(?:Liste|Buch|Statistik|Protokoll|Tagebuch|Strichliste)"
    r"|(?:hat|hatte|haben)\s[^:;.]{0,60}\b(?:Buch|Protokoll|Statistik)\sgeführt"
    r"|(?:macht|machte|stellt|stellte)\s[^:;.]{0,40}\bRechnung\sauf"
    r"|n(?:annte|ennt|annten|ennen)\s[^:;.]{0,60}\b(?:Zahlen|Daten|Eckdaten))$"
)


def fronted(reading: Reading) -> Iterator[Attribution]:
    """What is stated by a participle that begins a clause, its auxiliary behind it."""
    text, (start, end) = reading.text, reading.sentence
    if text.find("hat", start, end) < 0 and text.find("haben", start, end) < 0:
        return
    for has in _HAS.finditer(text, start, end):
        at = max(start, text.rfind(" ", start, has.start()) + 1)
        if at > start and text[at - 2 : at] not in _BEFORE:
            continue
        form = text[at : has.start()].lower()
        usage = next((one for one in usages().get(form, ()) if one.is_participle and one.takes_object), None)
        if usage is None or not usage.may_be(text, has.end(), end):
            continue
        limit = frame_end(text, has.end(), end)
        if subject := reading.nominative(has.end(), limit):
            scope, frame = (subject[1], limit), (at, subject[1])
            yield Attribution(reading.source(subject), form, (at, has.start()), scope, frame)


def announced(reading: Reading) -> Iterator[Attribution]:
    """'17 Boote wird die Wache am Morgen zählen': what somebody is going to state."""
    text, (start, end) = reading.text, reading.sentence
    yield from _confirmed(reading)
    if text.find("wird", start, end) < 0 and text.find("werden", start, end) < 0:
        return
    for will in _WILL.finditer(text, start, end):
        verb = _COUNTING.search(text, will.end(), min(end, will.end() + _CLAUSE))
        first = _COUNTED.match(text, start, will.end())
        if verb is None or first is None or not is_figure(first["figure"].casefold()):
            continue
        if subject := reading.nominative(will.end(), verb.start()):
            at, frame = verb.span("verb"), (will.start(), verb.end())
            yield Attribution(reading.source(subject), verb["verb"], at, (start, end), frame)


def _confirmed(reading: Reading) -> Iterator[Attribution]:
    """'Das Amt kann davon nur neun bestätigen': a figure that somebody vouches for."""
    text, (start, end) = reading.text, reading.sentence
    if text.find("bestätigen", start, end) < 0 and text.find("verifizieren", start, end) < 0:
        return
    for can in _CAN.finditer(text, start, end):
        verb = _VOUCHING.search(text, can.end(), min(end, can.end() + _CLAUSE))
        if verb is None or not _ANY_FIGURE.search(text, can.end(), verb.start()):
            continue
        comma = text.rfind(", ", start, can.start())
        begin = comma + 2 if comma >= 0 else start
        first = reading.nominative(begin, can.start())
        if subject := first or reading.nominative(can.end(), verb.start()):
            at, frame = verb.span("verb"), (subject[0], max(can.end(), subject[1]) if first else subject[1])
            yield Attribution(reading.source(subject), verb["verb"], at, (can.end(), verb.end()), frame)


def drawn_up(text: str, clause: Interval, names: Sequence[NameAt]) -> Interval | None:
    """Who draws up what comes behind a colon, at the end of `clause`: 'X zog gestern Bilanz: …'."""
    cue = _DRAWN_UP.search(text, *clause)
    subject = nominative(text, clause[0], cue.start(), names) if cue else None
    return reduced(text, subject, names) if subject else None


def is_fronted(text: str, word: re.Match[str]) -> bool:
    """Whether a participle begins its clause, its auxiliary behind it."""
    return text[word.start() - 2 : word.start()] == ", " and _HAS.match(text, word.end()) is not None
