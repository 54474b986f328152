"""Who spoke last, and whom 'er', 'demnach' or 'nach eigenen Angaben' stands for."""

import re
from bisect import bisect_right

from peacetalks_cli.annotate import descriptions
from peacetalks_cli.annotate.source_people import before_quote, candidates, first_person, is_speech
from peacetalks_cli.annotate.source_speech import Speech
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.gazetteer import lookup
from peacetalks_cli.german.speech import moods
from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.subject import nominative

_LAND = re.compile(r"\bdas\s(?:Land|Emirat|Königreich)\s(?:selbst\s)?$")
_FEMININE = re.compile(
    r"(?:regierung|behörde|polizei|armee|verwaltung|agentur|zeitung|partei|kommission|organisation|gewerkschaft|bank|wehr|wache|"
    r"staatsanwaltschaft|justiz|opposition|kammer|gruppe|firma|stadt|union|luftwaffe|marine|hilfe|stiftung|gesellschaft)$",
    re.IGNORECASE,
)
_BODY = re.compile(  # who may give notice, and is no person: a scene has other subjects
    r"(?:regierung|behörden?|polizei|armee|verwaltung|agentur|zeitung|partei|kommission|organisation|gewerkschaft|bank|wehr|wache|"
    r"staatsanwaltschaft|justiz|opposition|kammer|gruppe|firma|stadt|union|luftwaffe|marine|hilfe|stiftung|gesellschaft|werft|miliz|"
    r"streitkräfte|truppen|rebellen|konzern|verband|verein|betrieb|hersteller|betreiber|anbieter|händler|grenzschutz|zoll|stab|dienst|"
    r"klinik|universität|hochschule|airline|reederei|bahn|post|börse|versicherung|fabrik|brauerei|kirche|gemeinde|anwaltschaft|kette)$",
    re.IGNORECASE,
)
_WIE_SHE = re.compile(r"\s?sie\b")
_DIE = re.compile(r"(?:[Dd]ie|[Ee]ine)\s")
_DER = re.compile(r"(?:[Dd]er|[Ee]in)\s")
_SHORTEST = 12  # characters of a clause that 'wie sie mitteilte' is about
_WHO = re.compile(r"(?:\s\([^()]{1,20}\))?,\s(?:der|die|dessen|deren|dem|den)\s")
_RESUMED = re.compile(r"[a-zäöüß]{2,}(?:t|te|en|ist|war),\s[a-zäöüß]+\s")  # ', der … gesprochen hatte, will …'
_HIM = re.compile(r"\ber\b")
_NEUTER = re.compile(
    r"(?:ministerium|amt|institut|unternehmen|militär|magazin|portal|blatt|parlament|präsidium|zentrum)s?$",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:er|dieser|der\s\d+-[Jj]ährige)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:sie|diese|die\s\d+-[Jj]ährige)\b", re.IGNORECASE)
_NOUN = re.compile(r"(?<!\w)[A-ZÄÖÜ][\w-]+")
_DATELINE = re.compile(r"[A-ZÄÖÜ][^–\n]{0,30}\s–\s")
_BACK = 6  # sentences in which the last speaker is looked for
_FAR = 24  # sentences in which one is looked for whom 'er' or 'sie' fits for sure


def resolved(speech: Speech, one: Attribution, sentence: int) -> Interval | None:
    """The interval that names the source, where a pronoun, a description or 'demnach' stands for it."""
    if one.source:
        meant = descriptions.meant(speech.passage, one.source, sentence)
        return meant or _described(speech, one, sentence) or one.source
    if one.points_to == "subject":
        return _subject(speech, sentence, one)
    if one.points_to == "speaker":
        return _of_its_own(speech, one, sentence) or _speaker(speech, one, sentence)
    last = said_before(speech, one.at[0], sentence) or last_before(speech, sentence)
    if one.points_to == "body" and last and not _NEUTER.search(speech.passage.text, *last[0]):
        return None  # 'Zudem meldete es 40 Brände': the ministry
    return last[0] if last else None


def _of_its_own(speech: Speech, one: Attribution, sentence: int) -> Interval | None:
    """'Die Werft entlässt 40 Leute, wie sie mitteilte': the subject of the sentence that the comment is about."""
    start, text = speech.passage.sentences[sentence][0], speech.passage.text
    if one.cue != "wie" or one.frame[0] - start < _SHORTEST:
        return None
    names = speech.passage.names_in(start, one.frame[0])
    subject = nominative(text, start, one.frame[0], names)
    if subject is None or any(name.label == "PER" and subject[0] <= name.start < subject[1] for name in names):
        return None
    is_woman = _WIE_SHE.match(text, one.at[1]) is not None
    if not (_DIE if is_woman else _DER).match(text, subject[0]):
        return None
    noun = reduced(text, subject, names)
    return (
        noun if _BODY.search(text, *noun) or any(n.label == "ORG" and noun == (n.start, n.end) for n in names) else None
    )


def _subject(speech: Speech, sentence: int, one: Attribution) -> Interval | None:
    """'nach eigenen Angaben': the name, else the noun, nearest before the cue."""
    start, end = speech.passage.sentences[sentence]
    named = [name for name in speech.passage.names_in(start, end) if name.label in ("PER", "ORG")]
    before = [name for name in named if name.end <= one.at[0]]
    dateline = _DATELINE.match(speech.passage.text, start, one.frame[0])
    begin = dateline.end() if dateline else start
    if country := _country(speech, sentence, one):
        return country
    if not before and (first := nominative(speech.passage.text, begin, min(one.at[0], one.frame[0]), [])):
        return reduced(speech.passage.text, first, [])
    if before or named:
        name = before[-1] if before else named[0]
        return name.start, name.end
    if min(one.at[0], one.frame[0]) - start < 2 and (after := nominative(speech.passage.text, one.at[1], end, [])):
        return reduced(speech.passage.text, after, [])
    nouns = list(_NOUN.finditer(speech.passage.text, start, one.at[0]))
    return nouns[-1].span() if nouns else None


def _country(speech: Speech, sentence: int, one: Attribution) -> Interval | None:
    """'das Land nach eigenen Angaben': the country named last, at most two sentences before."""
    text, start = speech.passage.text, speech.passage.sentences[max(0, sentence - 2)][0]
    if not _LAND.search(text, max(speech.passage.sentences[sentence][0], one.at[0] - 30), one.at[0]):
        return None
    for name in reversed(speech.passage.names_in(start, one.at[0])):
        if name.label == "LOC" and any(place.kind == "country" for place in lookup(text[name.start : name.end])[:1]):
            return name.start, name.end
    return None


def _speaker(speech: Speech, one: Attribution, sentence: int) -> Interval | None:
    """Whom 'er' or 'sie' stands for: who spoke last if no person was named since, else the last person named
    before, at most six sentences back."""
    at = one.at[0]
    start = speech.passage.sentences[max(0, sentence - _BACK)][0]
    people = [
        name
        for name in candidates(speech, start, at, sentence)
        if _fits(speech, one, name) and not (one.comes_after and _is_told_of(speech, name, sentence))
    ]
    last = said_before(speech, at, sentence) or last_before(speech, sentence)
    if last and _NEUTER.search(speech.passage.text, *last[0]):
        last = None  # no 'sie'
    if last and _FEMININE.search(speech.passage.text, *last[0]) and _HIM.search(speech.passage.text, *one.frame):
        last = None  # no 'er'
    named = next((name for name in speech.passage.names_in(*last[0]) if name.label == "PER"), None) if last else None
    if named and last and (named.start, named.end) == last[0] and not _fits(speech, one, named):
        last = None
    if last and (not people or people[-1].end <= last[0][0]):
        return last[0]
    if not people:
        people = _known_before(speech, one, sentence)
    return _of_main_clause(speech, people, sentence) if people else None


def _of_main_clause(speech: Speech, people: list[NameAt], sentence: int) -> Interval:
    """Of several people whom a sentence before names, its subject, where the last stands in a relative clause:
    'X, der mit Y und Z gesprochen hatte, reist ab.'"""
    name = people[-1]
    i = speech.passage.sentence_at(name.start)
    if i >= sentence:
        return name.start, name.end
    text, end = speech.passage.text, speech.passage.sentences[i][1]
    first = first_person(speech, i)
    if first is None or first[1] >= name.start or not any((other.start, other.end) == first for other in people):
        return name.start, name.end
    is_in_relative = _WHO.match(text, first[1]) is not None and _RESUMED.search(text, name.end, end) is not None
    if is_in_relative or moods.holding(speech.clauses(i), name.start).is_relative:
        return first
    return name.start, name.end


def _known_before(speech: Speech, one: Attribution, sentence: int) -> list[NameAt]:
    """Farther back, who by role or first name is the man that 'er' asks for, or the woman that 'sie' does."""
    start, end = (speech.passage.sentences[i][0] for i in (max(0, sentence - _FAR), max(0, sentence - _BACK)))
    found = candidates(speech, start, end, sentence)
    return [
        name
        for name in found
        if descriptions.is_woman_by_any(speech.passage, name) is not None and _fits(speech, one, name)
    ]


def _described(speech: Speech, one: Attribution, sentence: int) -> Interval | None:
    """Whom 'der Bankier' stands for: who spoke last or is the subject of the last sentence with people in it."""
    described = descriptions.of_one_person(speech.passage, one.source, sentence, one.cue) if one.source else None
    if described is None or one.source is None:
        return None
    passage = speech.passage
    for i in range(sentence if not one.comes_after else sentence - 1, max(-1, sentence - _BACK), -1):
        if not passage.same_paragraph(i, sentence):
            return None
        start, end = passage.sentences[i]
        spoken = next((other.source for other in reversed(speech.of(i)) if other.source != one.source), None)
        if spoken is None and i < sentence and speech.is_subjunctive(start, end):
            continue  # of whom it is said
        people = [
            name
            for name in candidates(speech, start, min(end, one.source[0]), sentence)
            if descriptions.is_woman(passage.text, name) in (None, described.is_woman)
        ]
        if people:
            speaker = next((name for name in people if spoken and spoken[0] <= name.start < spoken[1]), None)
            first = next((name for name in people if (name.start, name.end) == first_person(speech, i)), None)
            chosen = speaker or first or people[-1]
            return chosen.start, chosen.end
        if described.goes_on and i < sentence:
            return None
    return None


def _is_told_of(speech: Speech, name: NameAt, sentence: int) -> bool:
    """'X habe Zeit gehabt, rief er', '„Komm, X“, sagte sie': it is not X who speaks."""
    if name.start < speech.passage.sentences[sentence][0]:
        return False
    mood = moods.holding(speech.clauses(sentence), name.start).mood
    return mood == "subjunctive" or speech.is_quoted(name.start)


def _fits(speech: Speech, one: Attribution, name: NameAt) -> bool:
    """Whether a person may be 'er', or 'sie', as far as the text says."""
    words = speech.passage.text[min(one.frame[0], one.at[0]) : max(one.frame[1], one.at[1] + 12)]
    is_woman = descriptions.is_woman_by_any(speech.passage, name)
    if is_woman is None or one.cue.endswith("en"):
        return True  # 'sie sprachen von 40'
    return not (_SHE if not is_woman else _HE).search(words) or bool((_HE if not is_woman else _SHE).search(words))


def said_before(speech: Speech, at: int, sentence: int) -> tuple[Interval, str] | None:
    """Who was named as speaking earlier in the same sentence."""
    found = [one for one in speech.of(sentence) if one.source and one.at[0] < at and one.source[1] <= at]
    return (found[-1].source, found[-1].cue) if found and found[-1].source else None


def last_before(speech: Speech, sentence: int) -> tuple[Interval, str] | None:
    """The last source that an earlier sentence of the paragraph names, and its cue."""
    if sentence not in speech.last:
        speech.last[sentence] = _last_before(speech, sentence, sentence)
    return speech.last[sentence]


def last_of_paragraph(speech: Speech, sentence: int) -> tuple[Interval, str] | None:
    """The last source that the paragraph of a sentence names up to its end, and its cue."""
    return _last_before(speech, sentence + 1, sentence)


def _last_before(speech: Speech, sentence: int, beside: int) -> tuple[Interval, str] | None:
    told: tuple[Attribution, int] | None = None  # who is only told to have said something comes after who tells
    for i in range(sentence - 1, max(-1, sentence - _BACK), -1):
        if not speech.passage.same_paragraph(i, beside):
            return _of_told(speech, told)
        for one in reversed(speech.of(i)):
            if one.is_told:
                told = told or (one, i)
                continue
            if (one.source or one.points_to in ("speaker", "subject")) and (span := resolved(speech, one, i)):
                return span, one.cue
        if quoted := _of_lone_quote(speech, i):
            return quoted, "„“"
        if i == sentence - 1 and (first := first_person(speech, i)):
            return first, ""
    return _of_told(speech, told)


def _of_told(speech: Speech, told: tuple[Attribution, int] | None) -> tuple[Interval, str] | None:
    span = resolved(speech, *told) if told else None
    return (span, told[0].cue) if told and span else None


def _of_lone_quote(speech: Speech, sentence: int) -> Interval | None:
    """Who speaks in a quotation in which the sentence begins, if nobody is named beside it: the person before."""
    start, end = speech.passage.sentences[sentence]
    quotes = speech.quotes()
    i = bisect_right(quotes, end - 1, key=lambda quote: quote[0]) - 1
    if i < 0 or quotes[i][1] <= start or not is_speech(speech, quotes[i]):
        return None
    return before_quote(speech, quotes[i])
