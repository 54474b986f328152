"""The participle first: 'Gezählt hat X 30', 'gerechnet hatte X mit 30'."""

import re
from collections.abc import Iterator

from peacetalks_cli.german.speech.attribution import Attribution, frame_end
from peacetalks_cli.german.speech.speech_clause import Reading
from peacetalks_cli.german.speech.speech_verbs import usages

_FRONTED = re.compile(r"(?P<cue>[A-ZÄÖÜa-zäöüß][a-zäöüß]{4,19})\s(?:hat|hatten?|haben)\s")
_BEFORE = (", ", "; ", " – ")


def fronted(reading: Reading) -> Iterator[Attribution]:
    """What is stated by a participle that begins a clause, its auxiliary behind it."""
    text, (start, end) = reading.text, reading.sentence
    at = start
    while at >= 0:
        found = _FRONTED.match(text, at, end)
        form = found["cue"].lower() if found else ""
        usage = next((one for one in usages().get(form, ()) if one.is_participle and one.takes_object), None)
        if found and usage and usage.may_be(text, found.end(), end):
            limit = frame_end(text, found.end(), end)
            if subject := reading.nominative(found.end(), limit):
                scope, frame = (subject[1], limit), (at, subject[1])
                yield Attribution(reading.source(subject), form, found.span("cue"), scope, frame)
        further = [text.find(mark, at, end) for mark in _BEFORE]
        at = min((i + len(mark) for i, mark in zip(further, _BEFORE, strict=True) if i >= 0), default=-1)


def is_fronted(text: str, word: re.Match[str]) -> bool:
    """Whether a participle begins its clause, its auxiliary behind it."""
    return text[word.start() - 2 : word.start()] == ", " and _FRONTED.match(text, word.start()) is not None
