"""Every attribution of a sentence, by whatever cue."""

import re
from collections.abc import Sequence
from dataclasses import replace

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.afterwards import afterwards
from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.comments import comments
from peacetalks_cli.german.speech.headlines import headlines
from peacetalks_cli.german.speech.hearsay import hearsay
from peacetalks_cli.german.speech.phrase_words import STATEMENT
from peacetalks_cli.german.speech.prepositions import named_by_preposition
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speakers import speech

_OWNED = re.compile(r"\b(?:sein|ihr)e[rmn]?\s$", re.IGNORECASE)


def attributions(text: str, sentence: Interval, names: Sequence[NameAt]) -> list[Attribution]:
    """Every attribution of one sentence, in the order of their cues. `names`: those of the sentence, by position."""
    found = [
        *named_by_preposition(text, sentence, names),
        *comments(text, sentence, names),
        *hearsay(text, sentence, names),
        *speech(text, sentence, names),
        *afterwards(text, sentence, names),
        *headlines(text, sentence, names),
    ]
    return sorted((_of_owner(text, one) for one in found), key=lambda one: one.at)


def _of_owner(text: str, one: Attribution) -> Attribution:
    """'seine Umfrage ergab', 'so ihre Studie': of whom the text speaks, not of what is written."""
    if one.source is None or not _OWNED.search(text, max(0, one.source[0] - 8), one.source[0]):
        return one
    return replace(one, source=None, points_to="speaker") if STATEMENT.fullmatch(text, *one.source) else one
