"""Main clauses of speech: 'X sagte, …', '…, sagte X', 'X sprach von 30 Toten', '30 Tote meldet X'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import FIGURE_NOUN, PRONOUN, RELATIVE_START, SPACE, Attribution, frame_end
from peacetalks_cli.german.speech.fronted import announced, fronted, is_fronted
from peacetalks_cli.german.speech.other_sense import is_other
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speech_clause import (
    NEW_SUBJECT,
    NOBODY,
    PASSIVE,
    SINGULAR,
    SUBORDINATE,
    Reading,
    SpeechVerb,
    first_noun,
    is_counted,
    is_figure,
    verb_at,
)
from peacetalks_cli.german.speech.speech_verbs import verbs_in
from peacetalks_cli.german.speech.subject_first import subject_first
from peacetalks_cli.german.speech.told import helper, told

_DAS = re.compile(rf"^(?:Das|Dies){SPACE}(?:hat|hatte|{SPACE})*$|^(?:Das|Dies){SPACE}$")
# What stands before a verb of speech whose subject comes after it.
_INVERTS = re.compile(r"(?:[,“”\"«»!?–]\s|\bso\s|\bso\svie(?:l|le)\s|,\s(?:das|dies)\s)$")
_INVERTS_AT_MOST = 12  # characters
_COMMA_LAST = re.compile(r"\w, $")
_LINK = re.compile(r"(?:,|;|\sund|\saber|, aber|, und)\s")
_GAP_PREPOSITION = re.compile(r"\b(?:von|auf|mit)\b")
_GAPPED = re.compile(
    r"\s(?:(?:dagegen|hingegen|aber|nur|lediglich|sogar|auf|von|mit|rund|etwa|knapp|fast|mehr|weniger|als|über|mindestens|bis|zu|gut|einen|eine)\s)*"
    r"(?P<figure>\d[\d.,]*|[a-zäöüß]{3,30})(?:\s[\w-]+){0,3}?(?=[,.;:]|$|\sund\s)"
)
_ALTHOUGH = re.compile(
    r"(?:Auch\swenn|Wenngleich|Obgleich|Bevor|Seitdem|Sobald|Solange|Falls|Sofern|Selbst\swenn|Ohne\sda(?:ss|ß))\s"
)
_DAY_NEXT = re.compile(r"\s(?:(?:am|im|vom)\s\w+|zuletzt|gestern|heute)\s")
_MIT = re.compile(r"\smit\s")
_FRONTED_PLACE = re.compile(
    r"(?:In|Im|An|Am|Auf|Bei|Beim|Nach|Vor|Aus|Für|Über|Unter|Neben|Zwischen|Mit)\s(?:(?:de[rmns]|die|das|eine[mrn]?|vom?n?|und|(?!seien|w[au]rden|waren|haben|hatten|werden)[a-zäöüß]+en|[A-ZÄÖÜ\d][\w’-]*)\s?){1,6}"
)
_IT = re.compile(r"\ses\b")  # '…, teilte es mit': the office
_PLACE = re.compile(r"(?:aus|in|für|bei)\s")
_WHOSE = re.compile(r"\s(?:deren|dessen)(?=\s)")  # ', sagt deren Leiterin'
_ONE_OF_THEM = re.compile(r"\s(?P<one>eine[rs]?)\svon\sihnen\b")
_MANY = re.compile(
    r"\b(?:[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|[Mm]ehrere|[Ee]inige|\d+)\s(?:[a-zäöüß]+e\s)?"
    r"(?P<who>[A-ZÄÖÜ][\w-]+)"
)
_BACK = 200  # characters before the sentence in which stands who 'ihnen' are
_HAS = re.compile(r"\s(?:hat|hatte|haben|hatten)\s")
_IS_QUOTED = re.compile(r"\b(?:wird|wurde|werden|wurden)\b")
_CLAUSE = re.compile(r"[^,;:]+,\s")
_APPOSITION = re.compile(
    r",\s(?:(?:der|die|das|dem|den|denen|deren|dessen|wo|in|im|mit|auf|bei|beim|ein|eine|seit|selbst|früher|einst|derzeit|von|vom|für|aus|nach|"
    r"bis|unter|genannt|alias|bekannt|bürgerlich|zuvor|zuletzt|heute|damals|lange|einziger?|ehemals|zugleich)\s|[A-ZÄÖÜ]|[a-zäöüß]+e[rns]?\s[A-ZÄÖÜ])"
    r"(?:[^,;:„]|,(?=\d)|„[^“]{1,60}“)*(?:,\s(?:der|die|das|in|mit)\s(?:[^,;:„]|,(?=\d)|„[^“]{1,60}“)*)?,\s"
)


def speech(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """What main clauses of speech attribute in one sentence."""
    reading = Reading(text, sentence, names)
    last: Attribution | None = None
    yield from fronted(reading)
    yield from announced(reading)
    for word in verbs_in(text, *sentence):
        verb = None if is_fronted(text, word) else verb_at(reading, word)
        if verb is None or is_other(text, verb):
            continue
        quoted = _quoted(reading, verb) if verb.form.startswith(("zitier", "Zitier")) else None
        if verb.form == "zitiert" and (found := _is_quoted(reading, verb)):
            yield found
            continue
        if verb.usage.is_told or helper(reading, verb):
            found = told(reading, verb)
        else:
            found = _inverted(reading, verb) or subject_first(reading, verb) or _same_speaker(reading, verb, last)
            found = found or _same_subject(reading, verb)
        last = found or last
        if found := replace(found, source=quoted) if found and quoted else found:
            yield found
            yield from _gapped(reading, verb, found)


def _same_speaker(reading: Reading, verb: SpeechVerb, last: Attribution | None) -> Attribution | None:
    """'X erklärte, man habe gesiegt, und meldete 30 Tote': the subject is not named again."""
    if last is None or not verb.usage.takes_object or reading.before(verb).strip() != "und":
        return None
    scope, frame = (verb.after, reading.sentence[1]), (verb.begin, verb.after)
    return Attribution(last.source, verb.form, verb.at, scope, frame, last.points_to if not last.source else None)


def _same_subject(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """'X hatte verlangt, dass man baut, und den Schaden auf 30 beziffert': subject and 'hatte' stand once."""
    text, start = reading.text, reading.sentence[0]
    if not (verb.usage.is_participle and verb.usage.takes_object and text.startswith("und ", verb.begin)):
        return None
    has = _HAS.search(text, start, verb.begin)
    if has is None or text[verb.after : verb.end].strip(" .!?“”"):
        return None
    subject = reading.nominative(start, has.start()) or reading.nominative(has.end(), verb.begin)
    if subject is None or SUBORDINATE.match(text, start):
        return None
    return Attribution(reading.source(subject), verb.form, verb.at, (verb.begin, verb.start), subject)


def _quoted(reading: Reading, verb: SpeechVerb) -> Interval | None:
    """'Axios zitiert einen US-Offiziellen', 'der Minister wird mit den Worten zitiert': who is quoted."""
    text = reading.text
    if verb.usage.is_participle and PASSIVE.search(text, verb.begin, verb.end):
        return None
    medium = reading.nominative(verb.begin, verb.start) or reading.nominative(verb.after, verb.end)
    at = max(verb.after, medium[1] if medium else 0)
    if day := _DAY_NEXT.match(text, at):
        at = day.end() - 1
    phrase = source_phrase.past_number(text, at, reading.sentence[1], reading.names)
    return reading.source(phrase) if phrase else None


def _is_quoted(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """'…, wird X zitiert', 'X wird mit den Worten zitiert, …'."""
    passive = _IS_QUOTED.search(reading.text, verb.begin, verb.start)
    if passive is None:
        return None
    subject = reading.nominative(verb.begin, passive.start()) or reading.nominative(passive.end(), verb.start)
    frame = verb.begin, verb.after
    return Attribution(reading.source(subject), verb.form, verb.at, reading.sentence, frame) if subject else None


def _gapped(reading: Reading, verb: SpeechVerb, first: Attribution) -> Iterator[Attribution]:
    """'Die Rebellen sprachen von 30 Toten, die Armee von zwölf': the verb is left out the second time."""
    if not verb.usage.takes_object or first.scope[1] != reading.sentence[1] or first.points_to:
        return
    text, end = reading.text, reading.sentence[1]
    for link in _LINK.finditer(text, verb.after, end):
        begin = _after_place(reading, link.end())
        phrase = source_phrase.forward(text, begin, end, reading.names)
        rest = _GAPPED.match(text, phrase[1], end) if phrase and reading.nominative(begin, phrase[1]) else None
        if (
            phrase
            and rest
            and is_figure(rest["figure"])
            and _begins_subject(reading, phrase[0])
            and not FIGURE_NOUN.search(text, *first_noun(text, phrase))
            and not _is_listed(reading, verb, phrase, rest)
            and _is_alike(text, verb, link, rest)
        ):
            scope = phrase[1], rest.end()
            yield Attribution(reading.source(phrase), verb.form, phrase, scope, phrase)


def _is_listed(reading: Reading, verb: SpeechVerb, phrase: Interval, rest: re.Match[str]) -> bool:
    """'X nannte die Gebiete Odessa mit 310 und Sumy mit 92': places that are named, not who names them."""
    if not rest.group().startswith(" mit "):
        return False
    first = _MIT.search(reading.text, verb.after, phrase[0])
    return first is not None and any(name.label == "LOC" and name.end == first.start() for name in reading.names)


def _after_place(reading: Reading, at: int) -> int:
    """Past a place: 'aus Burundi die UNO 55'."""
    place = _PLACE.match(reading.text, at)
    name = next((name for name in reading.names if place and name.start == place.end()), None)
    return name.end + 1 if name and name.label == "LOC" else at


def _is_alike(text: str, verb: SpeechVerb, link: re.Match[str], rest: re.Match[str]) -> bool:
    """Whether both figures stand behind the same preposition, or none after a comma."""
    prepositions = _GAP_PREPOSITION.findall(rest.group())
    if prepositions:
        return re.search(rf"\b{prepositions[0]}\b", text[verb.after : link.start()]) is not None
    return link.group().startswith((",", ";"))


def _begins_subject(reading: Reading, at: int) -> bool:
    return bool(NEW_SUBJECT.match(reading.text, at)) or any(name.start == at for name in reading.names)


def _inverted(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """'…, sagte X', '„…“, so teilte X mit', 'Das sagte X'."""
    text, sentence = reading.text, reading.sentence
    before = text[sentence[0] : verb.start]
    is_inverted = _INVERTS.search(text, max(sentence[0], verb.start - _INVERTS_AT_MOST), verb.start)
    if not is_inverted and not _DAS.match(before) and before.strip():
        return None
    if before.endswith(", ") and _is_put_between(reading, verb):
        return _of_main_clause(reading, verb)
    is_relative = verb.begin > sentence[0] and RELATIVE_START.match(text, verb.begin - 2)
    if _COMMA_LAST.match(before[-3:]) and not is_relative and (subject := reading.nominative(verb.begin, verb.start)):
        between = text[subject[1] : verb.start]
        has_one = "," in text[slice(*subject)]
        if (between == ", " and has_one) or (not has_one and _APPOSITION.fullmatch(between)):
            return None  # 'X, der Sprecher, sagte'
    if (SUBORDINATE.match(text, sentence[0]) or _ALTHOUGH.match(text, sentence[0])) and _CLAUSE.fullmatch(before):
        return None  # 'Während X von 30 spricht, nennt Y 40'
    points_to = "before" if _DAS.match(before) else None
    comes_after = points_to is None and bool(before.strip())
    frame = verb.start, frame_end(text, verb.after, sentence[1])
    if PRONOUN.match(text, verb.after):
        return Attribution(None, verb.form, verb.at, sentence, frame, "speaker", comes_after)
    if comes_after and verb.usage.is_far and _IT.match(text, verb.after):
        return Attribution(None, verb.form, verb.at, sentence, frame, "last", comes_after)
    if NOBODY.match(text, verb.after):
        return None
    if comes_after and (one := _ONE_OF_THEM.match(text, verb.after)):
        return Attribution(_of_many(reading) or one.span("one"), verb.form, verb.at, sentence, frame, None, comes_after)
    whose = _WHOSE.match(text, verb.after)
    phrase = reading.nominative(whose.end() if whose else verb.after, verb.end)
    if phrase is None or (is_counted(text, verb) and SINGULAR.match(text, phrase[0])):
        return None
    phrase = source_phrase.forward(text, phrase[0], sentence[1], reading.names) or phrase
    return Attribution(reading.source(phrase), verb.form, verb.at, sentence, frame, points_to, comes_after)


def _of_many(reading: Reading) -> Interval | None:
    """Who they are of whom one speaks: 'In der Mensa sitzen vier Köche. Husum, sagt einer von ihnen, …'."""
    start = reading.sentence[0]
    found = list(_MANY.finditer(reading.text, max(0, start - _BACK), start))
    return found[-1].span("who") if found else None


def _is_put_between(reading: Reading, verb: SpeechVerb) -> bool:
    """'In Nisch, wo 40 Häuser stehen, freut sich X': a relative clause between what comes first and its verb."""
    comma = reading.text.find(", ", reading.sentence[0], verb.start - 2)
    if comma < 0 or not RELATIVE_START.match(reading.text, comma):
        return False
    if reading.text.find(", ", comma + 2, verb.start - 2) >= 0:
        return False  # 'In Nisch, wo 40 Häuser stehen, kam er an, sagt X'
    return _FRONTED_PLACE.fullmatch(reading.text, reading.sentence[0], comma) is not None


def _of_main_clause(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    phrase = None if NOBODY.match(reading.text, verb.after) else reading.nominative(verb.after, verb.end)
    if phrase is None:
        return None
    scope, frame = (phrase[1], reading.sentence[1]), (verb.start, phrase[1])
    return Attribution(reading.source(phrase), verb.form, verb.at, scope, frame)
