"""A survey goes on: shares of the same people, in the sentences after the one that names whose survey it is."""

import re

from peacetalks_cli.annotate.figure import Figure
from peacetalks_cli.annotate.source_speech import Speech
from peacetalks_cli.facts import Interval

_SURVEY = re.compile(r"(?:[Ii]nstitut|[Uu]mfrage|[Bb]efragung|[Ee]rhebung|[Mm]einungsforsch)")
_OTHER_SURVEY = re.compile(r"(?:[Ii]nstitut|[Uu]mfrage|[Ii]nstitut|[Bb]efragung)(?!\w*(?:te|ten)\b)")
_ASKED = re.compile(r"(?:Befragt|Interviewt)\s(?:worden\s)?(?:wurden|waren|hatte|hat)\b")
_SO_MANY = re.compile(r"\b(?:waren|sind|seien)\ses\s(?:noch\s|nur\s|erst\s)?$")


def surveyed(speech: Speech, figure: Figure) -> tuple[Interval, str] | None:
    """'Laut Umfrage des Instituts sind 60 Prozent dafür. Im Mai war es jeder Zweite': shares of the same survey."""
    sentence = figure.sentence
    for i in range(sentence - 1, max(-1, sentence - 4), -1):
        if not (_is_share(speech, figure) or _ASKED.match(speech.passage.text, speech.passage.sentences[sentence][0])):
            return None
        if not speech.passage.same_paragraph(i, i + 1) or speech.of(i + 1):
            return None
        if _OTHER_SURVEY.search(speech.passage.text, *speech.passage.sentences[i + 1]):
            return None
        for one in reversed(speech.of(i)):
            frame = max(speech.passage.sentences[i][0], one.frame[0] - 2), one.frame[1]
            if one.source and _SURVEY.search(speech.passage.text, *frame):
                return one.source, one.cue
    return None


def _is_share(speech: Speech, figure: Figure) -> bool:
    """Whether a figure may be a share of those asked: in percent, or as 'im Mai waren es 63'."""
    if figure.unit is None and _SO_MANY.search(speech.passage.text, max(0, figure.start - 16), figure.start):
        return True
    return figure.topic == "percentage" or (figure.of is not None and figure.of.topic == "percentage")
