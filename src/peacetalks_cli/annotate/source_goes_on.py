"""Who speaks where reported speech has no word of speaking: whom the text is about, or who spoke before."""

import re

from peacetalks_cli.annotate import descriptions
from peacetalks_cli.annotate.source_last import last_of_paragraph
from peacetalks_cli.annotate.source_people import candidates, is_kin
from peacetalks_cli.annotate.source_speech import Speech
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import moods
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.subject import nominative

_BACK = 3  # sentences
_LONGEST = 12  # sentences of a paragraph that may all be in reported speech
_DESCRIPTION = re.compile(r"(?:Der|Die)\s[A-ZÄÖÜ]")
_PRONOUN_FIRST = re.compile(r"(?:[Ee]r|[Ss]ie)\b")


def who_goes_on(speech: Speech, sentence: int) -> tuple[Interval, str] | None:
    """'Das ärgert X. Seit Mai lägen dort 30 Anträge': whom the sentences before, in the indicative, are about."""
    for i in range(sentence - 1, max(-1, sentence - _BACK - 1), -1):
        if not speech.passage.same_paragraph(i, sentence):
            return None
        if _is_reported(speech, i):
            continue
        if who := _subject(speech, i) or _only_named(speech, i, sentence):
            return who, ""
    return None


def described_since(speech: Speech, last: Interval, sentence: int) -> tuple[Interval, str] | None:
    """'… sagt der Zeuge. Der Angeklagte schweigt. Man habe …': who is described in the sentence right before."""
    before = sentence - 1
    start = speech.passage.sentences[before][0] if sentence else 0
    if not sentence or last[0] >= start or not speech.passage.same_paragraph(before, sentence):
        return None
    if _is_reported(speech, before) or not _DESCRIPTION.match(speech.passage.text, start) or speech.of(before):
        return None
    who = _subject(speech, before)
    return (who, "") if who else None


def _subject(speech: Speech, sentence: int) -> Interval | None:
    """The person who is the subject of a sentence, by name, pronoun or description."""
    text, (start, end) = speech.passage.text, speech.passage.sentences[sentence]
    names = speech.passage.names_in(start, end)
    if first := _PRONOUN_FIRST.match(text, start):
        return _pronoun(speech, sentence, is_woman=first.group().lower() == "sie")
    main = next((clause for clause in speech.clauses(sentence) if clause.mood and clause.is_main), None)
    subject = nominative(text, start, main.end if main else end, names)
    if subject is None:
        return None
    person = next((name for name in names if name.label == "PER" and subject[0] <= name.start < subject[1]), None)
    if person:
        return None if is_kin(speech, person) else (person.start, person.end)
    noun = reduced(text, subject, names)
    return descriptions.meant(speech.passage, noun, sentence)


def _pronoun(speech: Speech, sentence: int, *, is_woman: bool) -> Interval | None:
    """Whom 'er' or 'sie' at the start of a sentence stands for: the person named last in the paragraph."""
    passage = speech.passage
    first = sentence
    while first and sentence - first < _BACK and passage.same_paragraph(first - 1, sentence):
        first -= 1
    people = candidates(speech, passage.sentences[first][0], passage.sentences[sentence][0], sentence)
    known = [name for name in people if descriptions.is_woman_by_any(passage, name) is is_woman]
    fitting = known or [name for name in people if descriptions.is_woman_by_any(passage, name) is None]
    return (fitting[-1].start, fitting[-1].end) if fitting else None


def _only_named(speech: Speech, i: int, sentence: int) -> Interval | None:
    """The only person named in the sentence right before."""
    named = candidates(speech, *speech.passage.sentences[i], sentence)
    clauses = speech.clauses(i)
    own = [name for name in named if not moods.holding(clauses, name.start).is_relative]
    people = [name for name in own if not speech.is_quoted(name.start)]
    return (people[0].start, people[0].end) if i == sentence - 1 and len(people) == 1 else None


def over_paragraph(speech: Speech, sentence: int) -> tuple[Interval, str] | None:
    """Who spoke last in the paragraph before, if this one has been in reported speech from its first words on."""
    passage = speech.passage
    first = sentence
    while first and passage.same_paragraph(first - 1, sentence):
        first -= 1
        if sentence - first > _LONGEST or not _goes_on(speech, first):
            return None
    return last_of_paragraph(speech, first - 1) if first else None


def _goes_on(speech: Speech, sentence: int) -> bool:
    return _is_reported(speech, sentence) and not any(one.source for one in speech.of(sentence))


def _is_reported(speech: Speech, sentence: int) -> bool:
    """Whether a sentence is in reported speech as a whole, with no main clause of the article's own."""
    own = any(
        clause.mood == "indicative" and clause.is_main and not speech.is_quoted(clause.start + 1)
        for clause in speech.clauses(sentence)
    )
    return not own and speech.is_subjunctive(*speech.passage.sentences[sentence])
