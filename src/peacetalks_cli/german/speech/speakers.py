"""Main clauses of speech: 'X sagte, …', '…, sagte X', 'X sprach von 30 Toten', '30 Tote meldet X'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.numerals.words import cardinal
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import (
    CLAUSE_END,
    FIGURE_NOUN,
    PRONOUN,
    RELATIVE_START,
    SPACE,
    Attribution,
    frame_end,
    with_seat,
)
from peacetalks_cli.german.speech.phrase_words import DETERMINER, STATEMENT
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speech_verbs import Usage, usages, verbs_in
from peacetalks_cli.german.speech.subject import nominative
from peacetalks_cli.german.speech.subjunctive import is_subjunctive

_SUBJECT_WORD = re.compile(r"(?:Er|Sie|Es|Man|Wir|Ich|Das|Dies)\b")
_NOBODY = re.compile(rf"{SPACE}?(?:[Ee]s|[Mm]an|[Ww]ir|[Ii]ch)\b")
_DAS = re.compile(rf"^(?:Das|Dies){SPACE}(?:hat|hatte|{SPACE})*$|^(?:Das|Dies){SPACE}$")
_AUXILIARY = re.compile(r"\b(?:hat|hatte|haben|hatten)\b")
_REPORTED = re.compile(r"\b(?:habe|hätte|hätten|sei|seien)\b")  # said by whoever is reported to have said it
_PASSIVE = re.compile(r"\b(?:wurden?|worden|werden|wird|sind|ist|seien?|war|waren)\b")
_BY = re.compile(rf"\b(?:von|seitens|durch)(?={SPACE})")
_IS = re.compile(r"\b(?:ist|war|sind|waren)\b")
_OF_VERBS = frozenset({"schrieb", "schreibt", "schrieben", "erzählte", "erzählt", "erzählten", "schreiben"})
_VON = re.compile(rf"{SPACE}von{SPACE}")
_VON_FIRST = re.compile(rf"(?:Von|Auf|Mit){SPACE}")
_MEMBERS = re.compile(
    r"[^,;.]{0,60}\b(?:Einwohner|Bewohner|Mitglieder|Kämpfer|Soldaten|Seelen|Mann|Beschäftigte|Mitarbeiter|Angestellte)n?\b"
)
_AMONG = re.compile(r"\b[Zz]u(?:r|\sden|\sihren|\sseinen|\sjenen)\s")
_COUNTING = re.compile(
    r"(?:[Ii]nstitut|[Aa]gentur|[Aa]mt|[Bb]ehörde|[Dd]ienst|[Oo]rganisation|[Ff]orscher|[Ee]xperten|[Aa]nalysten|[Öö]konomen|[Bb]eobachtungsstelle|[Zz]entrum|[Bb]ank|[Zz]eitung|[Mm]inisterium|[Bb]ehörden)$"
)
_ACCUSATIVE = re.compile(r"(?:Den|Einen|Diesen|Ihren|Seinen|Dem|Diesem|Einem)\s")
_COUNTS_FIRST = re.compile(
    r"(?:(?:[Mm]indestens|[Rr]und|[Ee]twa|[Üü]ber|[Mm]ehr als|[Ii]nsgesamt|[Bb]is zu|[Kk]napp|[Ff]ast)\s)?"
    r"\d[\d.,’' ]*\s?(?:\w+\s){0,3}?[A-ZÄÖÜ]\w+\s(?=[a-zäöü])"
)
_HAS_PRONOUN = re.compile(r"\b(?:hat|hatte|war|ist)\s(?:er|sie)\b")
_SUBORDINATE = re.compile(
    r"(?:dass|ob|weil|während|nachdem|obwohl|obgleich|wenn|als|da|wonach|sodass|Während|Nachdem|Obwohl|Weil|Wenn|Als|Da)\s"
)
_NEW_SUBJECT = re.compile(r"(?:der|die|das)\s")
_LINK = re.compile(r"(?:,|;|\sund|\saber|, aber|, und)\s")
_GAP_PREPOSITION = re.compile(r"\b(?:von|auf|mit)\b")
_GAPPED = re.compile(
    r"\s(?:(?:dagegen|hingegen|aber|nur|lediglich|sogar|auf|von|mit|rund|etwa|knapp|fast|mehr|weniger|als|über|mindestens|bis|zu|gut|einen|eine)\s)*"
    r"(?P<figure>\d[\d.,]*|[a-zäöüß]{3,30})(?:\s[\w-]+){0,3}?(?=[,.;:]|$|\sund\s)"
)
_COUNTED = re.compile(r"(?:(?:[Rr]und|[Ee]twa|[Kk]napp|[Ff]ast|[Gg]ut|[Üü]ber|[Mm]ehr\sals)\s)?(?P<figure>[\w.,]+)")
_SINGULAR = re.compile(r"(?:ein|eine[nms]?|das|den|dem|der)\s")
_FIGURE = re.compile(r"\d")
_AND = re.compile(r"\s(?:und|aber|doch)(?=\s)")
_MODAL = re.compile(
    r"\b(?:will|wollen|wollte[nt]?|soll|sollen|sollte[nt]?|muss|müssen|musste[nt]?|kann|können|konnte[nt]?|könnte[nt]?|"
    r"darf|dürfen|durfte[nt]?|dürfte[nt]?|wird|werden|würden?|mag|mögen|möchte[nt]?)\b"
)
_COMPARED = re.compile(r"\b(?:als|wie)(?:\s[a-zäöüß]+){0,2}\s$")
_WORD_BEFORE = re.compile(r"[\w-]+\s$")
_TO = re.compile(r"\szu\s$")
_REACH = 400  # characters behind a verb in which its particle stands
_PUT_IN = re.compile(r"(?:der|die|das|dem|den|dessen|deren|auch|wenn|weil|obwohl|wie|wo|was|so)\s[^,]*\s[a-zäöüß]+,")
_CLAUSE = re.compile(r"[^,;:]+,\s")
_BREAK = re.compile(r",\s|[;:“”\"]\s|\s[–—]\s")
_APPOSITION = re.compile(
    r",\s(?:(?:der|die|das|dem|den|denen|deren|dessen|wo|in|mit|auf|bei|ein|eine|seit|selbst|früher|einst|derzeit)\s|[A-ZÄÖÜ]|[a-zäöüß]+e[rns]?\s[A-ZÄÖÜ])[^,;:]*,\s"
)
_LAST = re.compile(r"(?:\s(?:hat|hatte|haben|hatten|habe|wird|werden))?\s?")


@dataclass(frozen=True, slots=True)
class _Verb:
    """A form of a speech verb in its clause [begin, end)."""

    form: str
    start: int
    after: int
    begin: int
    end: int
    stopped_by: str
    usage: Usage

    @property
    def at(self) -> Interval:
        return self.start, self.after


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence, read for its clauses of speech."""

    text: str
    sentence: Interval
    names: Sequence[NameAt]

    def source(self, phrase: Interval) -> Interval:
        return reduced(self.text, phrase, self.names)

    def before(self, verb: _Verb) -> str:
        return self.text[verb.begin : verb.start]

    def nominative(self, start: int, end: int) -> Interval | None:
        return nominative(self.text, start, end, self.names)


def speech(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """What main clauses of speech attribute in one sentence."""
    reading = _Reading(text, sentence, names)
    last: Attribution | None = None
    for word in verbs_in(text, *sentence):
        verb = _verb(reading, word)
        if verb is None or _is_other(text, verb):
            continue
        quoted = _quoted(reading, verb) if verb.form.startswith(("zitier", "Zitier")) else None
        found = _inverted(reading, verb) or _subject_first(reading, verb) or _same_speaker(reading, verb, last)
        last = found or last
        if found := replace(found, source=quoted) if found and quoted else found:
            yield found
            yield from _gapped(reading, verb, found)


def _same_speaker(reading: _Reading, verb: _Verb, last: Attribution | None) -> Attribution | None:
    """'X erklärte, man habe gesiegt, und meldete 30 Tote': the subject is not named again."""
    if last is None or not verb.usage.takes_object or reading.before(verb).strip() != "und":
        return None
    scope, frame = (verb.after, reading.sentence[1]), (verb.begin, verb.after)
    return Attribution(last.source, verb.form, verb.at, scope, frame, last.points_to if not last.source else None)


def _is_other(text: str, verb: _Verb) -> bool:
    """'Die Stadt zählt 30 000 Einwohner', 'zählt zu den Siegern', 'kündigt sich an'."""
    if verb.form.startswith(("zähl", "gezähl")):
        return bool(_MEMBERS.match(text, verb.after) or _AMONG.search(text, verb.begin, verb.end))
    return "kündig" in verb.form and text.startswith(" sich", verb.after)


def _quoted(reading: _Reading, verb: _Verb) -> Interval | None:
    """'Axios zitiert einen US-Offiziellen', 'der Minister wird mit den Worten zitiert': who is quoted."""
    text = reading.text
    if verb.usage.is_participle and _PASSIVE.search(text, verb.begin, verb.end):
        return None
    medium = reading.nominative(verb.begin, verb.start) or reading.nominative(verb.after, verb.end)
    at = max(verb.after, medium[1] if medium else 0)
    phrase = source_phrase.forward(text, at, reading.sentence[1], reading.names)
    return reading.source(phrase) if phrase else None


def _gapped(reading: _Reading, verb: _Verb, first: Attribution) -> Iterator[Attribution]:
    """'Die Rebellen sprachen von 30 Toten, die Armee von zwölf': the verb is left out the second time."""
    if not verb.usage.takes_object or first.scope[1] != reading.sentence[1] or first.points_to:
        return
    text, end = reading.text, reading.sentence[1]
    for link in _LINK.finditer(text, verb.after, end):
        phrase = source_phrase.forward(text, link.end(), end, reading.names)
        rest = _GAPPED.match(text, phrase[1], end) if phrase and reading.nominative(link.end(), phrase[1]) else None
        if (
            phrase
            and rest
            and _is_figure(rest["figure"])
            and _begins_subject(reading, phrase[0])
            and _is_alike(text, verb, link, rest)
        ):
            scope = phrase[1], rest.end()
            yield Attribution(reading.source(phrase), verb.form, phrase, scope, phrase)


def _is_alike(text: str, verb: _Verb, link: re.Match[str], rest: re.Match[str]) -> bool:
    """Whether both figures stand behind the same preposition, or none after a comma."""
    prepositions = _GAP_PREPOSITION.findall(rest.group())
    if prepositions:
        return re.search(rf"\b{prepositions[0]}\b", text[verb.after : link.start()]) is not None
    return link.group().startswith((",", ";"))


def _begins_subject(reading: _Reading, at: int) -> bool:
    return bool(_NEW_SUBJECT.match(reading.text, at)) or any(name.start == at for name in reading.names)


def _is_figure(word: str) -> bool:
    return word[0].isdecimal() or cardinal(word) is not None


def _verb(reading: _Reading, word: re.Match[str]) -> _Verb | None:
    """The form as a verb of speech in its clause, None where it is something else."""
    text, sentence = reading.text, reading.sentence
    stop = CLAUSE_END.search(text, word.end(), sentence[1])
    end = stop.start() if stop else sentence[1]
    begin = _clause_start(text, sentence[0], word.start())
    is_last = not text[word.end() : end].strip()
    if _is_attribute(text, word) or _COMPARED.search(text, begin, word.start()):
        return None
    for usage in usages()[word["cue"]]:
        if usage.only_by_document and not _is_document(reading, begin, end, word):
            continue
        if usage.is_infinitive and _is_infinitive(text, begin, word.start(), is_last):
            continue
        limit = min(sentence[1], word.end() + _REACH) if usage.is_far else end
        is_fronted = word["cue"].startswith("spr") and _VON_FIRST.match(text, begin)
        is_there = usage.need is None or is_fronted or usage.need.search(text, word.end(), limit)
        if usage.need and not is_there and (is_last or usage.is_participle):
            is_there = usage.need.search(text, begin, word.start())
        if is_there:
            stopped_by = text[end] if end < sentence[1] else ""
            return _Verb(word["cue"], word.start(), word.end(), begin, end, stopped_by, usage)
    return None


def _is_document(reading: _Reading, begin: int, end: int, word: re.Match[str]) -> bool:
    """Whether the subject is something written, or one who counts: 'das Institut kommt auf'."""
    subject = reading.nominative(begin, word.start()) or reading.nominative(word.end(), end)
    if subject is None:
        return False
    noun = _first_noun(reading.text, subject)
    is_counting = word["cue"].startswith("k") and _COUNTING.search(reading.text, *noun)
    return bool(is_counting or STATEMENT.fullmatch(reading.text, *noun))


def _is_attribute(text: str, word: re.Match[str]) -> bool:
    """'eines erwarteten Verlusts', 'die gemeldeten Fälle'."""
    if not word["cue"].endswith(("te", "ten")) or not text[word.end() + 1 : word.end() + 2].isupper():
        return False
    if not any(usage.is_participle for usage in usages().get(word["cue"].rstrip("en"), ())):
        return False
    before = _WORD_BEFORE.search(text, max(0, word.start() - 24), word.start())
    return bool(before and DETERMINER.match(before.group().strip()) and before.group() not in ("Das ", "Dies "))


def _is_infinitive(text: str, begin: int, at: int, is_last: bool) -> bool:
    """'zu melden', 'will melden': no 'die Behörden melden'."""
    if _TO.search(text, begin, at):
        return True
    return is_last and not _SUBORDINATE.match(text, begin) and _MODAL.search(text, begin, at) is not None


def _inverted(reading: _Reading, verb: _Verb) -> Attribution | None:
    """'…, sagte X', '„…“, so teilte X mit', 'Das sagte X'."""
    text, sentence = reading.text, reading.sentence
    before = text[sentence[0] : verb.start]
    if not re.search(r"(?:[,“”\"«»!?–]\s|\bso\s)$", before) and not _DAS.match(before) and before.strip():
        return None
    is_relative = verb.begin > sentence[0] and RELATIVE_START.match(text, verb.begin - 2)
    if re.search(r"\w, $", before) and not is_relative and (subject := reading.nominative(verb.begin, verb.start)):
        between = text[subject[1] : verb.start]
        has_one = "," in text[slice(*subject)]
        if (between == ", " and has_one) or (not has_one and _APPOSITION.fullmatch(between)):
            return None  # 'X, der Sprecher, sagte'
    if _SUBORDINATE.match(text, sentence[0]) and _CLAUSE.fullmatch(before):
        return None  # 'Während X von 30 spricht, nennt Y 40'
    points_to = "before" if _DAS.match(before) else None
    comes_after = points_to is None and bool(before.strip())
    frame = verb.start, frame_end(text, verb.after, sentence[1])
    if PRONOUN.match(text, verb.after):
        return Attribution(None, verb.form, verb.at, sentence, frame, "speaker", comes_after)
    if _NOBODY.match(text, verb.after):
        return None
    phrase = reading.nominative(verb.after, verb.end)
    if phrase is None or (_is_counted(text, verb) and _SINGULAR.match(text, phrase[0])):
        return None
    phrase = source_phrase.forward(text, phrase[0], sentence[1], reading.names) or phrase
    return Attribution(reading.source(phrase), verb.form, verb.at, sentence, frame, points_to, comes_after)


def _subject_first(reading: _Reading, verb: _Verb) -> Attribution | None:
    """'X sagte, …', 'X hatte erklärt, …', 'X sprach von 30 Toten'."""
    text, sentence = reading.text, reading.sentence
    before = reading.before(verb)
    is_last = bool(verb.stopped_by) and not text[verb.after : verb.end].strip()
    if is_last and verb.begin > sentence[0] and RELATIVE_START.match(text, verb.begin - 2):
        return None  # 'Vertriebene, die das UNHCR zählte, …': what comes after is the main clause again
    takes_object = (
        verb.usage.takes_object
        or verb.usage.only_by_document
        or (verb.form in _OF_VERBS and _VON.search(text, verb.after, verb.end) is not None)
    )
    complements = _has_complement(reading, verb)
    is_wish = verb.usage.is_demand and not (complements and is_subjunctive(text, verb.end, sentence[1]))
    if is_wish or (not complements and not takes_object):
        return _only_speaker(reading, verb)
    if is_last and text.startswith(("wie ", "Wie "), verb.begin):
        return None  # read as a comment
    if takes_object and _SUBORDINATE.match(text, verb.begin) and _LAST.fullmatch(text, verb.after, verb.end):
        return _subordinate(reading, verb)
    if verb.form == "ausgegangen":
        return _active(reading, verb, takes_object=True, complements=complements)
    if verb.usage.is_participle and _REPORTED.search(before):
        return None
    if verb.usage.is_participle or _AUXILIARY.search(before):
        if _PASSIVE.search(text, verb.begin, verb.end) and not _AUXILIARY.search(before):
            return _passive(reading, verb) if verb.usage.by_document else None
        if not _AUXILIARY.search(before) and not verb.form.endswith("t"):
            return None
        if not _AUXILIARY.search(before) and verb.form.startswith(("ge", "mitge", "ange", "einge", "zuge")):
            return None
    return _active(reading, verb, takes_object=takes_object, complements=complements)


def _has_complement(reading: _Reading, verb: _Verb) -> bool:
    """Whether the clause ends where what is said begins: 'sagte, es …', not 'kritisierte die Übung, an der …'."""
    if not verb.stopped_by or verb.stopped_by not in ",:„":
        return False
    relative = RELATIVE_START.match(reading.text, verb.end)
    if verb.stopped_by != "," or relative is None:
        return True
    if relative.group().count(" ") > 2:  # ', an der', which no clause begins with
        return False
    return verb.usage.takes_object or reading.nominative(verb.after, verb.end) is None


def _active(reading: _Reading, verb: _Verb, *, takes_object: bool, complements: bool) -> Attribution | None:
    text, sentence = reading.text, reading.sentence
    before = reading.before(verb)
    auxiliary = (_IS if verb.form == "ausgegangen" else _AUXILIARY).search(text, verb.begin, verb.start)
    if auxiliary and _HAS_PRONOUN.search(before):
        return Attribution(
            None, verb.form, verb.at, (auxiliary.end(), sentence[1]), (verb.begin, auxiliary.end()), "speaker"
        )
    if (counts := _COUNTS_FIRST.match(text, verb.begin)) and takes_object and counts.end() <= verb.start:
        return _object_first(reading, verb)
    if auxiliary and takes_object:  # 'Das Amt hat die Kosten auf 25 Millionen beziffert'
        subject = reading.nominative(verb.begin, auxiliary.start()) or reading.nominative(auxiliary.end(), verb.start)
        whole, frame = (auxiliary.end(), sentence[1]), (verb.begin, auxiliary.end())
        return Attribution(reading.source(subject), verb.form, verb.at, whole, frame) if subject else None
    scope = (verb.after, sentence[1])
    frame = verb.begin, verb.end if complements and not takes_object else verb.after
    has_object = takes_object and (
        _FIGURE.search(text, verb.after, verb.end) is not None or reading.nominative(verb.after, verb.end) is not None
    )
    if re.match(r"(?:[Ee]r|[Ss]ie)\b", before):
        return Attribution(None, verb.form, verb.at, scope, frame, "speaker")
    if verb.begin == sentence[0] and re.match(r"\s(?:er|sie)\b", text[verb.after : verb.after + 5]):
        return Attribution(None, verb.form, verb.at, scope, frame, "speaker")  # 'Zuvor sagte er, …'
    if after := _subject_after(reading, verb):
        if takes_object and _VON_FIRST.match(text, verb.begin):
            return _object_first(reading, verb)
        end = with_seat(text, after[1], reading.names)
        span = after[1], sentence[1]
        source = reading.source(after)
        return Attribution(source, verb.form, verb.at, span, (verb.start, end), of_object=has_object)
    speaker = _subject(reading, verb.begin, verb.start)
    if speaker is None:
        return None
    return Attribution(reading.source(speaker), verb.form, verb.at, scope, frame, of_object=has_object)


def _object_first(reading: _Reading, verb: _Verb) -> Attribution | None:
    """'30 Tote meldet X', 'Von 30 Toten spricht X'."""
    phrase = reading.nominative(verb.after, verb.end)
    if phrase is None or ("Prozent" in reading.before(verb) and _is_counted(reading.text, verb)):
        return None  # '70 Prozent schätzen die Schule'
    frame = verb.start, with_seat(reading.text, phrase[1], reading.names)
    return Attribution(reading.source(phrase), verb.form, verb.at, (verb.begin, reading.sentence[1]), frame)


def _subordinate(reading: _Reading, verb: _Verb) -> Attribution | None:
    """'während X von 30 Toten spricht': what is stated stands between subject and verb."""
    conjunction = _SUBORDINATE.match(reading.text, verb.begin)
    subject = reading.nominative(conjunction.end(), verb.start) if conjunction else None
    if subject is None:
        return None
    return Attribution(reading.source(subject), verb.form, verb.at, (subject[1], verb.start), subject)


def _passive(reading: _Reading, verb: _Verb) -> Attribution | None:
    """'Der Schaden wird von X auf 30 Millionen geschätzt'."""
    for by in reversed(list(_BY.finditer(reading.text, verb.begin, verb.end))):
        phrase = source_phrase.forward(reading.text, by.end(), verb.end, reading.names)
        if phrase and not FIGURE_NOUN.search(reading.text, *phrase):
            scope, frame = (verb.begin, verb.end), (by.start(), phrase[1])
            return Attribution(reading.source(phrase), verb.form, verb.at, scope, frame)
    return None


def _only_speaker(reading: _Reading, verb: _Verb) -> Attribution | None:
    """'X erinnerte an die Belagerten.': states no figure, but who goes on speaking in the next sentence."""
    text = reading.text
    phrase = source_phrase.forward(text, verb.begin, verb.start, reading.names)
    between = text[phrase[1] : verb.start].strip() if phrase else ""
    if phrase is None or (between and not (between[0] == between[-1] == ",")) or verb.form.startswith("ge"):
        return None
    nothing = verb.start, verb.start
    return Attribution(reading.source(phrase), verb.form, verb.at, nothing, nothing)


def _clause_start(text: str, floor: int, end: int) -> int:
    """After the last clause break before `end`; an apposition or a relative clause right before it is passed over."""
    breaks = [floor, *(stop.end() for stop in _BREAK.finditer(text, floor, end))]
    if breaks[-1] < end or text[end - 2 : end] != ", ":
        return max(at for at in breaks if at < end or at == floor)
    del breaks[-1]
    while len(breaks) > 1 and text[breaks[-1] - 2] == ",":  # the comma that opens what was put in
        del breaks[-1]
        if not _PUT_IN.match(text, breaks[-1]):
            break
    return breaks[-1] if breaks else floor


def _subject_after(reading: _Reading, verb: _Verb) -> Interval | None:
    """'Nach elf Stunden verkündete der Gastgeber, …': what comes first is no subject."""
    text = reading.text
    if not reading.before(verb).strip() or _SUBJECT_WORD.match(text, verb.begin) or _NOBODY.match(text, verb.after):
        return None
    first = _subject(reading, verb.begin, verb.start)
    if first and not _ACCUSATIVE.match(text, verb.begin) and not FIGURE_NOUN.search(text, *_first_noun(text, first)):
        return None
    phrase = reading.nominative(verb.after, verb.end)
    if phrase and _is_counted(text, verb) and (_SINGULAR.match(text, phrase[0]) or "Prozent" in reading.before(verb)):
        return None  # 'Zwei Abgeordnete kündigten ein Nein an'
    return source_phrase.forward(text, phrase[0], reading.sentence[1], reading.names) if phrase else None


def _is_counted(text: str, verb: _Verb) -> bool:
    """Whether the clause begins with a number, and its verb is in the plural."""
    first = _COUNTED.match(text, verb.begin)
    return verb.form.endswith("en") and first is not None and _is_figure(first["figure"].casefold())


def _first_noun(text: str, phrase: Interval) -> Interval:
    nouns = re.compile(r"[A-ZÄÖÜ][\w-]+(?!\w)").finditer(text, *phrase)
    return next((noun.span() for noun in nouns if not DETERMINER.match(noun.group())), phrase)


def _subject(reading: _Reading, begin: int, end: int) -> Interval | None:
    """The phrase before the verb that names who speaks: right before it after 'und', else the first one."""
    text = reading.text
    for link in reversed(list(_AND.finditer(text, begin, end))):
        phrase = reading.nominative(link.end(), end)
        is_beside = phrase is not None and phrase[0] == link.end() + 1 and not text[phrase[1] : end].strip()
        if phrase and is_beside and _NEW_SUBJECT.match(text, phrase[0]):
            return phrase
    return reading.nominative(begin, end)
