"""'Aus Delegationskreisen hieß es', 'hieß es aus dem Ministerium'; 'demnach' and a bare 'hieß es' point back."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import SPACE, Attribution
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt

_FROM = re.compile(rf"\b[Aa]us(?={SPACE})")
_IS_SAID = re.compile(rf"(?:{SPACE}\w+){{0,2}}{SPACE}(?P<cue>(?:hieß|heißt){SPACE}es|verlaute(?:te|t)|kam{SPACE}die)\b")
_SAID_BY = re.compile(rf"\b(?P<cue>(?:hieß|heißt){SPACE}es){SPACE}(?:aus|bei|beim|von|vonseiten|seitens|in)(?={SPACE})")
_BACK = re.compile(
    rf"\b(?P<cue>[Dd]emnach|[Dd]emzufolge|[Dd]erzufolge|(?:hieß|heißt){SPACE}es|es{SPACE}(?:hieß|heißt))\b"
)


def hearsay(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """'Aus Delegationskreisen hieß es', 'hieß es aus dem Ministerium'; 'demnach' and a bare 'hieß es' point back."""
    named = set()
    for origin in _FROM.finditer(text, *sentence):
        phrase = source_phrase.forward(text, origin.end(), sentence[1], names)
        said = _IS_SAID.match(text, phrase[1]) if phrase else None
        if phrase and said:
            named.add(said.start("cue"))
            source = reduced(text, phrase, names, nearest_last=True)
            yield Attribution(source, said["cue"], said.span("cue"), sentence, (origin.start(), said.end()))
    for said in _SAID_BY.finditer(text, *sentence):
        if phrase := source_phrase.forward(text, said.end(), sentence[1], names):
            named.add(said.start("cue"))
            source = reduced(text, phrase, names, nearest_last=True)
            yield Attribution(source, said["cue"], said.span("cue"), sentence, (said.start(), phrase[1]))
    for cue in _BACK.finditer(text, *sentence):
        if cue.start() not in named:
            yield Attribution(None, cue["cue"], cue.span(), sentence, cue.span(), "last")
