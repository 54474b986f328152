"""Main clauses of speech: 'X sagte, …', '…, sagte X', 'X sprach von 30 Toten', '30 Tote meldet X'."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import (
    CLAUSE_END,
    PRONOUN,
    RELATIVE_START,
    SPACE,
    Attribution,
    frame_end,
    with_seat,
)
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speech_verbs import speech_verbs

_DATIVE = re.compile(rf"{SPACE}?(?:dem|den|einem|gegenüber|seinem|ihrem)\b")
_SUBJECT_WORD = re.compile(r"(?:Er|Sie|Es|Man|Wir|Ich|Das|Dies)\b")
NOBODY = re.compile(rf"{SPACE}?(?:[Ee]s|[Mm]an|[Ww]ir|[Ii]ch|sich)\b")
DAS = re.compile(rf"^(?:Das|Dies){SPACE}(?:hat|hatte|{SPACE})*$|^(?:Das|Dies){SPACE}$")
_AUXILIARY = re.compile(r"\b(?:hat|habe|hatte|haben|hatten|hätte)\b")
_PARTICIPLE = re.compile(r"(?!geht|gehen|geben|gestand)(?:an|mit|aus)?ge\w+(?:t|en)")
_PASSIVE = re.compile(r"\s(?:wurden?|worden|werden|sind|ist|seien)\b")
_TIME_NOUN = (
    r"(?:[A-ZÄÖÜ]\w*)?(?:[Tt]ag|[Aa]bend|[Mm]orgen|[Mm]ittag|[Nn]acht|[Ww]oche|[Ee]nde|Januar|Jänner|Februar|März|"
    r"April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahr)(?:e?s)?"
)
_TIME_PHRASE = re.compile(
    rf"(?:{SPACE}(?:(?:am|im|in|vor|nach|zu|zum)(?:{SPACE}(?:de[rmn]|einem|einer|eine[nr]|diese[mr]|\w+en|\d+\.)){{0,2}}{SPACE}{_TIME_NOUN}|"
    rf"dazu|dagegen|hingegen|unterdessen|zudem|etwa|auch|später|zuvor|gestern|heute|weiter|dort|ebenfalls|schließlich|nun|"
    rf"daraufhin|anschließend|am{SPACE}Telefon|auf{SPACE}(?:Telegram|Facebook|Twitter|X|Anfrage)|bei{SPACE}Twitter|früh|abend|"
    rf"in{SPACE}(?:Moskau|Kiew|Washington|Berlin|Wien|Bern|Brüssel|Jerusalem|Genf|Paris|London))){{1,3}}(?!\w)"
)
_OF_VERBS = frozenset({"schrieb", "schreibt", "schrieben", "erzählte", "erzählt", "erzählten", "schreiben"})
_VON = re.compile(rf"{SPACE}von{SPACE}")
_MEMBERS = re.compile(
    r"[^,;.]{0,60}\b(?:Einwohner|Bewohner|Mitglieder|Kämpfer|Soldaten|Seelen|Mann|Beschäftigte|Mitarbeiter|Angestellte)n?\b"
)
_ACCUSATIVE = re.compile(r"(?:Den|Einen|Diesen|Ihren|Seinen|Dem|Diesem|Einem)\s")
_COUNTS_FIRST = re.compile(
    r"(?:(?:[Mm]indestens|[Rr]und|[Ee]twa|[Üü]ber|[Mm]ehr als|[Ii]nsgesamt|[Bb]is zu|[Kk]napp|[Ff]ast)\s)?"
    r"\d[\d.,’' ]*\s?(?:\w+\s){0,3}?[A-ZÄÖÜ]\w+\s(?=[a-zäöü])"
)
_AUX_PRONOUN = re.compile(r"\b(?:hat|hatte|habe)\s(?:er|sie)\b")


def speech(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """What main clauses of speech attribute in one sentence."""
    verbs, _, needs = speech_verbs()
    for verb in verbs.finditer(text, *sentence):
        if verb["cue"].startswith("zähl") and _MEMBERS.match(text, verb.end()):
            continue  # 'Die Stadt zählt 30 000 Einwohner'
        need = needs.get(verb["cue"])
        if (
            need
            and not need.search(text, verb.end(), sentence[1])
            and not verb["cue"].startswith(("mit", "an", "vor", "ein", "hin"))
        ):
            continue
        found = _inverted(text, sentence, names, verb) or _subject_first(text, sentence, names, verb)
        if found:
            yield found


def _inverted(text: str, sentence: Interval, names: Sequence[NameAt], verb: re.Match[str]) -> Attribution | None:
    """'…, sagte X', '„…“, so teilte X mit', 'Das sagte X'."""
    before = text[sentence[0] : verb.start()]
    if not re.search(r"(?:[,“”\"«»!?–]\s|\bso\s)$", before) and not DAS.match(before) and before.strip():
        return None
    skipped = _TIME_PHRASE.match(text, verb.end())
    points_to = "before" if DAS.match(before) else None
    comes_after = points_to is None and bool(before.strip())
    frame = verb.start(), frame_end(text, verb.end(), sentence[1])
    for at in (verb.end(), skipped.end() if skipped else verb.end()):
        if PRONOUN.match(text, at):
            return Attribution(None, verb["cue"], verb.span(), sentence, frame, "speaker", comes_after)
        phrase = source_phrase.forward(text, at, sentence[1], names)
        if phrase and not NOBODY.match(text, at) and not _DATIVE.match(text, at):
            source = reduced(text, phrase, names)
            return Attribution(source, verb["cue"], verb.span(), sentence, frame, points_to, comes_after)
    return None


def _subject_first(text: str, sentence: Interval, names: Sequence[NameAt], verb: re.Match[str]) -> Attribution | None:
    """'X sagte, …', 'X hatte erklärt, …', 'X sprach von 30 Toten'."""
    _, objects, _ = speech_verbs()
    stop = CLAUSE_END.search(text, verb.end(), sentence[1])
    complements = stop is not None and stop.start() < sentence[1] and text[stop.start()] in ",:„"
    clause_end = stop.start() if stop else sentence[1]
    is_object = verb["cue"] in objects or (verb["cue"] in _OF_VERBS and _VON.search(text, verb.end(), clause_end))
    begin = _clause_start(text, sentence[0], verb.start())
    before = text[begin : verb.start()]
    is_last = stop is not None and not text[verb.end() : stop.start()].strip()
    if is_last and begin > sentence[0] and RELATIVE_START.match(text, begin - 2):
        return None  # 'Vertriebene, die das UNHCR zählte, …': what comes after is the main clause again
    if not complements and not is_object:
        return _only_speaker(text, begin, names, verb)
    participle = bool(_PARTICIPLE.fullmatch(verb["cue"]) or _AUXILIARY.search(before))
    if participle and (not _AUXILIARY.search(before) or _PASSIVE.match(text, verb.end())):
        return None
    if (counts := _COUNTS_FIRST.match(text, begin)) and is_object and counts.end() <= verb.start():
        phrase = source_phrase.forward(text, verb.end(), sentence[1], names)
        if phrase is None:
            return None
        end = with_seat(text, phrase[1], names)
        source = reduced(text, phrase, names)
        return Attribution(source, verb["cue"], verb.span(), (begin, sentence[1]), (verb.start(), end))
    auxiliary = _AUXILIARY.search(text, begin, verb.start()) if participle and is_object else None
    if auxiliary and not complements:  # 'Das Ministerium hat die Kosten auf 25 Millionen beziffert'
        subject = _subject(text, begin, auxiliary.start(), names)
        whole = auxiliary.end(), sentence[1]
        return Attribution(subject, verb["cue"], verb.span(), whole, (begin, auxiliary.end())) if subject else None
    scope = (verb.end(), sentence[1])
    frame = begin, stop.start() if stop and complements and not is_object else verb.end()
    if re.match(r"(?:[Ee]r|[Ss]ie)\b", before) or (participle and _AUX_PRONOUN.search(before)):
        return Attribution(None, verb["cue"], verb.span(), scope, frame, "speaker")
    if begin == sentence[0] and re.match(r"\s(?:er|sie)\b", text[verb.end() : verb.end() + 5]):
        return Attribution(None, verb["cue"], verb.span(), scope, frame, "speaker")  # 'Zuvor sagte er, …'
    if after := _subject_after(text, sentence, names, begin, verb):
        end = with_seat(text, after[1], names)
        return Attribution(after[0], verb["cue"], verb.span(), (after[1], sentence[1]), (verb.start(), end))
    speaker = _subject(text, begin, verb.start(), names)
    return Attribution(speaker, verb["cue"], verb.span(), scope, frame) if speaker else None


def _only_speaker(text: str, begin: int, names: Sequence[NameAt], verb: re.Match[str]) -> Attribution | None:
    """'X erinnerte an die Belagerten.': states no figure, but who goes on speaking in the next sentence."""
    phrase = source_phrase.forward(text, begin, verb.start(), names)
    between = text[phrase[1] : verb.start()].strip() if phrase else ""
    if phrase is None or (between and not (between[0] == between[-1] == ",")) or _PARTICIPLE.fullmatch(verb["cue"]):
        return None
    nothing = verb.start(), verb.start()
    return Attribution(reduced(text, phrase, names), verb["cue"], verb.span(), nothing, nothing)


def _clause_start(text: str, floor: int, end: int) -> int:
    """After the last clause break before `end`; a break right before it is that of an apposition."""
    begin = floor
    for stop in re.compile(r",\s|[;:“”\"]\s|\s[–—]\s").finditer(text, floor, end):
        if stop.end() < end:
            begin = stop.end()
    if re.search(r",\s$", text[begin:end]):
        return floor
    return begin


def _subject_after(
    text: str, sentence: Interval, names: Sequence[NameAt], begin: int, verb: re.Match[str]
) -> tuple[Interval, int] | None:
    """'Nach elf Stunden verkündete der Gastgeber, …': what comes first is no subject. Also where its phrase ends."""
    if (
        begin != sentence[0]
        or (source_phrase.forward(text, begin, verb.start(), names) and not _ACCUSATIVE.match(text, begin))
        or _SUBJECT_WORD.match(text, begin)
    ):
        return None
    if NOBODY.match(text, verb.end()) or _DATIVE.match(text, verb.end()):
        return None
    phrase = source_phrase.forward(text, verb.end(), sentence[1], names)
    return (reduced(text, phrase, names), phrase[1]) if phrase else None


def _subject(text: str, begin: int, end: int, names: Sequence[NameAt]) -> Interval | None:
    """The phrase before the verb that names who speaks."""
    inside = [name for name in names if begin <= name.start and name.end <= end]
    people = [name for name in inside if name.label == "PER"]
    phrase = source_phrase.forward(text, begin, end, names)
    if people:
        person = people[-1]
        if phrase and phrase[0] <= person.start < phrase[1]:
            return reduced(text, phrase, names)
        return person.start, person.end
    if phrase:
        return reduced(text, phrase, names)
    auxiliary = _AUXILIARY.search(text, begin, end)
    after = source_phrase.forward(text, auxiliary.end(), end, names) if auxiliary else None
    return reduced(text, after, names) if after else None
