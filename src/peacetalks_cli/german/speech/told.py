"""What somebody is told to have said: 'Das Amt habe ihr 45 Fälle gemeldet', 'die Polizei gehe von 40 Tätern aus'."""

import re

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.attribution import PRONOUN, Attribution, frame_end
from peacetalks_cli.german.speech.speech_clause import Reading, SpeechVerb
from peacetalks_cli.german.speech.speech_verbs import verb_at
from peacetalks_cli.german.speech.subject_first import has_complement

_HAS = re.compile(r"\b(?:habe|hätten?)\b")
_NOBODY = re.compile(r"\b(?:man|es|er|sie|wir|ich)\b", re.IGNORECASE)
_SELF = re.compile(r"\ssich\s(?!zu)")  # 'hätten sich die Eltern gemeldet'
_ARTICLE = re.compile(r"(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?|[Ss]eine?|[Ii]hre?|[Dd]iese[rs]?)\s")
_OWN = re.compile(
    r"(?:[Ss]ein|[Ii]hr|[Uu]nser)e?\s(?!Kolleg|Freund|Bruder|Schwester|Vater|Mutter|Sohn|Tochter|Mann|Frau|Nachbar|Anwalt)"
)


def helper(reading: Reading, verb: SpeechVerb) -> re.Match[str] | None:
    """The 'habe' of 'habe gemeldet', None where the verb has none."""
    if not (verb.usage.is_participle and verb.usage.may_be_told) or reading.text.startswith(", ", verb.start - 2):
        return None  # '…, erzählt X'
    return _HAS.search(reading.text, verb.begin, verb.start)


def told(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """Who says it in the words of somebody else; not so the body of whom speaks: 'sein Amt habe 45 Fälle gezählt'."""
    text, sentence = reading.text, reading.sentence
    has = helper(reading, verb)
    at = has.span() if has else verb.at
    comes_after = at[0] == verb.begin > sentence[0] and text[verb.begin - 2] in ',“”"«»'
    frame = verb.begin, frame_end(text, verb.after, sentence[1])
    if comes_after and PRONOUN.match(text, at[1]):
        return Attribution(None, verb.form, verb.at, sentence, frame, "speaker", comes_after, is_told=True)
    if _NOBODY.search(text, verb.begin, at[0]) or _NOBODY.match(text, at[1] + 1) or _SELF.match(text, at[1]):
        return None
    first, after = reading.nominative(verb.begin, at[0]), reading.nominative(at[1], verb.start if has else verb.end)
    if after and (after[0] != at[1] + 1 or not _is_definite(reading, after)):
        after = None  # 'So hätten 68 Prozent der Befragten Fälle gemeldet'
    if first and after and not _is_definite(reading, first):
        first = None  # 'Landesweit habe die Polizei …'
    subject = first or after
    if subject is None or _OWN.match(text, subject[0]):
        return None
    source = reading.source(subject)
    if comes_after:
        return Attribution(source, verb.form, verb.at, sentence, frame, None, comes_after, is_told=True)
    if has_complement(reading, verb) and not verb_at(text, verb.end + 2):  # '…, sagte Y'
        scope = verb.after, sentence[1]
        return Attribution(source, verb.form, verb.at, scope, (verb.begin, verb.after), is_told=True)
    if verb.usage.takes_object:
        scope = (at[1] if first else verb.begin), sentence[1]
        return Attribution(source, verb.form, verb.at, scope, subject, is_told=True)
    return None


def _is_definite(reading: Reading, phrase: Interval) -> bool:
    """Whether a phrase begins with an article or a name, as a subject does."""
    return bool(_ARTICLE.match(reading.text, phrase[0])) or any(name.start == phrase[0] for name in reading.names)
