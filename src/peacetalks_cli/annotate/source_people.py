"""The people whom a sentence, or the words before a quotation, name as who may speak."""

import re

from peacetalks_cli.annotate.source_speech import Speech
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.source_phrase import NameAt

_FIRST = re.compile(r"(?:(?:Der|Die|Das|Ihre?|Seine?)\s)?(?:[\w-]+\s){0,3}$")
_KIN = re.compile(
    r"\b(?:(?:[Ii]hr|[Ss]ein|[Mm]ein)(?:e[nmrs]?)?\s(?:[a-zäöü]+\s)?|[Dd](?:er|ie)\s(?=(?:Mutter|Vater|Sohn|Tochter)\s))(?:Sohn|Söhne|Tochter|Töchter|Mann|Frau|Bruder|Schwester|"
    r"Mutter|Vater|Enkel(?:in)?|Kind|Neffe|Nichte|Onkel|Tante|Oma|Opa|Cousine?|Gatt(?:e|in)|Ehemann|Ehefrau|Großmutter|Großvater|"
    r"Grossmutter|Grossvater|Schwager|Schwägerin|Hund|Katze)\s$"
)
_OWNS = re.compile(r"s\s[A-ZÄÖÜ]")
_BYLINE = "Von "
_NUMBER = re.compile(r"\d\s$")
_CALLED = re.compile(r"[“”\"»«]?\s(?:nennen|nennt|nannten?|rufen|ruft|riefen|rief|heißen|getauft|genannt)\b")
_SENTENCE = 40  # characters from which on a quotation is more than a few words of somebody


def is_kin(speech: Speech, person: NameAt) -> bool:
    """'ihr Sohn Jan': somebody told of, where the one whose son he is tells."""
    return _KIN.search(speech.passage.text, max(0, person.start - 40), person.start) is not None


def candidates(speech: Speech, start: int, end: int, sentence: int) -> list[NameAt]:
    """The people named in [start, end) who may speak in `sentence`: no owner, no relative told of, no nickname."""
    text = speech.passage.text
    return [
        name
        for name in speech.passage.names_in(start, end)
        if name.label == "PER"
        and not _OWNS.match(text, name.end - 1)  # 'Putins Lager'
        and not _NUMBER.search(text, max(0, name.start - 2), name.start)  # '10 Schilling'
        and not (is_kin(speech, name) and speech.passage.sentence_at(name.start) != sentence - 1)
        and not _CALLED.match(text, name.end)
        and not (text.endswith(_BYLINE, 0, name.start) and _is_line_start(text, name.start))
    ]


def _is_line_start(text: str, at: int) -> bool:
    """Whether 'Von Ida Nord' begins a line: who wrote the article."""
    return at < len(_BYLINE) + 1 or text[at - len(_BYLINE) - 1] in "\r\n"


def first_person(speech: Speech, sentence: int) -> Interval | None:
    """'Lind winkte ab.': the person that a sentence begins with, who speaks if the next is in the subjunctive."""
    start, end = speech.passage.sentences[sentence]
    name = next((name for name in speech.passage.names_in(start, end) if name.label == "PER"), None)
    if (
        name is None
        or is_kin(speech, name)
        or not _FIRST.fullmatch(speech.passage.text, start, name.start)
        or speech.is_subjunctive(start, end)
    ):
        return None
    return name.start, name.end


def is_speech(speech: Speech, quote: Interval) -> bool:
    """Whether a quotation is more than a few words of somebody: long, or a whole sentence."""
    return quote[1] - quote[0] > _SENTENCE or speech.passage.text[quote[1] - 2] in ".!?"


def before_quote(speech: Speech, quote: Interval) -> Interval | None:
    """The person named before a quotation in its sentence, else the first of the sentence before."""
    sentence = speech.passage.sentence_at(quote[0])
    start = speech.passage.sentences[sentence][0]
    before = [name for name in speech.passage.names_in(start, quote[0]) if name.label == "PER"]
    if before:
        return before[0].start, before[0].end
    if (
        sentence
        and speech.passage.same_paragraph(sentence - 1, sentence)
        and not speech.passage.text[start : quote[0]].strip()
    ):
        return _person_of(speech, sentence - 1)
    return None


def _person_of(speech: Speech, sentence: int) -> Interval | None:
    """The person who is the subject of a sentence, or the only one named in it."""
    start, end = speech.passage.sentences[sentence]
    people = [name for name in speech.passage.names_in(start, end) if name.label == "PER" and not is_kin(speech, name)]
    return (people[0].start, people[0].end) if len(people) == 1 else first_person(speech, sentence)
