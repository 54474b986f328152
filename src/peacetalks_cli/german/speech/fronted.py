"""The participle first: 'Gezählt hat X 30', 'gerechnet hatte X mit 30'."""

import re
from collections.abc import Iterator

from peacetalks_cli.german.speech.attribution import Attribution, frame_end
from peacetalks_cli.german.speech.speech_clause import Reading
from peacetalks_cli.german.speech.speech_verbs import usages

_HAS = re.compile(r"\s(?:hat|hatten?|haben)\s")
_BEFORE = (", ", "; ", "– ")


def fronted(reading: Reading) -> Iterator[Attribution]:
    """What is stated by a participle that begins a clause, its auxiliary behind it."""
    text, (start, end) = reading.text, reading.sentence
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


def is_fronted(text: str, word: re.Match[str]) -> bool:
    """Whether a participle begins its clause, its auxiliary behind it."""
    return text[word.start() - 2 : word.start()] == ", " and _HAS.match(text, word.end()) is not None
