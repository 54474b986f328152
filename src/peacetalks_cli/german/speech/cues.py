"""Every attribution of a sentence, by whatever cue."""

from collections.abc import Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.comments import comments
from peacetalks_cli.german.speech.headlines import headlines
from peacetalks_cli.german.speech.hearsay import hearsay
from peacetalks_cli.german.speech.prepositions import named_by_preposition
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speakers import speech


def attributions(text: str, sentence: Interval, names: Sequence[NameAt]) -> list[Attribution]:
    """Every attribution of one sentence, in the order of their cues. `names`: those of the sentence, by position."""
    found = [
        *named_by_preposition(text, sentence, names),
        *comments(text, sentence, names),
        *hearsay(text, sentence, names),
        *speech(text, sentence, names),
        *headlines(text, sentence, names),
    ]
    return sorted(found, key=lambda one: one.at)
