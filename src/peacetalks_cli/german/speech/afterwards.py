"""Any verb behind what is said, with a person: '„40 Mann“, nickt X', 'es fehle Brot, jammerte X'."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import Attribution, frame_end
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speech_clause import SUBORDINATE
from peacetalks_cli.german.speech.speech_verbs import usages
from peacetalks_cli.german.speech.subjunctive import is_subjunctive

_VERB = re.compile(
    r"(?:(?P<quote>[“”\"»«],?)|,)\s(?P<cue>(?!mit|seit|samt|laut|statt|nebst|jetzt|nicht|selbst|zuletzt|damit)[a-zäöüß]{2,14}(?:t|te))"
    r"\s(?:(?:der|die|[A-ZÄÖÜ][\w-]+)\s){0,3}$"
)
_PRONOUN = re.compile(r"[“”»«]\s?,?\s(?P<cue>[a-zäöüß]{2,14}(?:t|te))\s(?:er|sie)\b")
_SHALL = re.compile(  # '„Das sind nicht 20“, soll X gesagt haben'
    r"[“”\"»«],?\s(?P<cue>soll(?:en|te|ten)?)\s[^,;:„\"]{3,80}?\s(?P<last>(?:gesagt|erklärt|geschrieben|gerufen|geantwortet|gefragt|gemeint|erwidert|"
    r"gedroht|gespottet|geschimpft)\shaben)\b"
)
_REACH = 70  # characters before a name


def afterwards(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """Who is named behind a verb of any kind that follows a quotation or reported speech."""
    for said in _PRONOUN.finditer(text, *sentence):
        if said["cue"] not in usages():
            frame = said.start("cue"), frame_end(text, said.end(), sentence[1])
            yield Attribution(None, said["cue"], said.span("cue"), sentence, frame, "speaker", comes_after=True)
    for meant in _SHALL.finditer(text, *sentence) if text.find(" soll", *sentence) >= 0 else ():
        if who := source_phrase.forward(text, meant.end("cue"), meant.start("last"), names):
            frame = meant.start("cue"), meant.end()
            source = reduced(text, who, names)
            yield Attribution(source, meant["cue"], meant.span("cue"), sentence, frame, None, comes_after=True)
    for name in names:
        if name.label != "PER":
            continue
        verb = _VERB.search(text, max(sentence[0], name.start - _REACH), name.start)
        if verb is None or verb["cue"] in usages():
            continue
        if not verb["quote"] and (
            SUBORDINATE.match(text, sentence[0]) or not is_subjunctive(text, sentence[0], verb.start())
        ):
            continue
        source = reduced(text, (name.start, name.end), names)
        frame = verb.start("cue"), frame_end(text, name.end, sentence[1])
        yield Attribution(source, verb["cue"], verb.span("cue"), sentence, frame, None, comes_after=True)
