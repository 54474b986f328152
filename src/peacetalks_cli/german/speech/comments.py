"""Clauses that comment on what is stated: ', so X', 'wie X mitteilte', ', die X zählte,'."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import CLAUSE_END, FIGURE_NOUN, PRONOUN, SPACE, Attribution, frame_end
from peacetalks_cli.german.speech.phrase_words import STATEMENT
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speech_verbs import usages, verb_at, verbs_in
from peacetalks_cli.german.speech.subject import nominative

_SO = re.compile(
    rf"[,“”\"«»]{SPACE}(?P<cue>so)(?:{SPACE}(?:nun|wiederum|indes))?(?={SPACE}(?!dass|viel|wenig|sehr|lange|weit|wie|groß|gut|stark|sagte|genannt|nenn\w+|nannte\w*))"
)
_SO_IT = re.compile(
    rf"{SPACE}(?:hat|hatte|haben|hatten|sagte?|sieht|schätzt|formulierte?){SPACE}es(?={SPACE})|"
    rf"{SPACE}(?:steht|hieß|heißt|hiess|heisst){SPACE}es{SPACE}(?:in|bei|aus|im)(?={SPACE})"
)
_RELATIVE = re.compile(
    rf",{SPACE}(?P<cue>die|das|der|den|welche|wie{SPACE}(?:sie|es|ihn))(?={SPACE}(?!sich\b))(?P<clause>[^,;:.()„“]{{4,90}})(?=[,;:.)–]|$)"
)
_WHOSE = re.compile(
    rf",{SPACE}(?P<cue>(?:deren|dessen){SPACE}[A-ZÄÖÜ][\w-]+)(?={SPACE})(?P<clause>(?:[^,;:.()„“]|(?<=\d)\.(?=\d)){{4,110}})(?=[,;:.)–]|$)"
)
_ABOUT = re.compile(rf",{SPACE}(?P<cue>(?:über|aus){SPACE}(?:de[nmr]|die|das))(?={SPACE})(?P<clause>[^,;:.]{{4,90}}),")
_SO_FIRST = re.compile(
    rf"(?P<cue>So){SPACE}(?:berichte[nt]*|schilder[nt]|schilderten?|erzähl\w+|beschreib\w+|sag\w+|stell\w+){SPACE}es(?={SPACE})"
)
_WIE = re.compile(rf"\b(?P<cue>[Ww]ie)(?={SPACE})")
_SO_MUCH = re.compile(rf"\b(?:so|ebenso|genauso){SPACE}\w+{SPACE}$")
_PARTICLE = re.compile(
    r"\b(?:bekannt|öffentlich|publik|geltend|deutlich|klar|wissen|zu\sbedenken|zu\sProtokoll)\s$"
)  # 'bekannt gab'
_NOBODY = re.compile(  # ', so die Abmachung', ', so der Plan'
    r"(?:[a-zäöüß]+\s)?(?:Abmachung|Idee|Hoffnung|Vereinbarung|Theorie|Annahme|Befürchtung|Sorge|Kritik|Vorwurf|Motto|Devise|Kalkül|Ziel|"
    r"Begründung|Titel|Slogan|These|Tenor|Überlegung|Gedanke|Erwartung|Vorgabe|Regel|Legende)"
)
_IF_SO = re.compile(r"\s(?!nicht|zuletzt|jetzt|selbst|zunächst)[a-zäöüß]{3,}(?:t|en)\.?$")
_BARE = re.compile(r"(?:Zahlen|Daten|Angaben|Informationen|Bilder|Karten?|Pläne?|Erkenntnisse|Ergebnisse)")
_DOCUMENTED = re.compile(r"(?:zeig|beleg|ergab|ergib|ergeb|beweis|verdeutlich)")
_CLAUSE_LAST = re.compile(r"(?:\s(?:hat|hatte|haben|hatten|habe))?\s?")
_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden)\b")  # ', das Urteil wird erwartet,'
_NEAR = 90  # characters before a relative clause in which its figure stands


def comments(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """What clauses beside the main clause attribute in one sentence."""
    written = text[slice(*sentence)]
    for cue in _SO.finditer(text, *sentence):
        yield from _so(text, sentence, names, cue)
    if "wie" in written or "Wie" in written:
        for cue in _WIE.finditer(text, *sentence):
            yield from _wie(text, sentence, names, cue)
    for cue in _RELATIVE.finditer(text, *sentence):
        yield from _relative(text, sentence, names, cue)
    if " über d" in written or " aus d" in written:
        for cue in _ABOUT.finditer(text, *sentence):
            yield from _about(text, sentence, names, cue)
    if ", de" in written:
        for cue in _WHOSE.finditer(text, *sentence):
            yield from _whose(text, names, cue)
    if (first := _SO_FIRST.match(text, *sentence)) and (
        phrase := source_phrase.past_number(text, first.end(), sentence[1], names)
    ):
        frame = sentence[0], frame_end(text, phrase[1], sentence[1])
        is_whole = not re.search(r"\d|:", text[phrase[1] : sentence[1]])
        points_to = "before" if is_whole else None
        yield Attribution(reduced(text, phrase, names), first["cue"], first.span("cue"), sentence, frame, points_to)


def _so(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    at = _so_verb(text, cue.end("cue")) or cue.end()
    if phrase := source_phrase.forward(text, at, sentence[1], names):
        if at == cue.end() and _IF_SO.search(text, phrase[1], frame_end(text, phrase[1], sentence[1])):
            return  # ', so eine Anschaffung gerade ansteht'
        source = reduced(text, phrase, names)
        if _NOBODY.fullmatch(text, *source):
            return
        is_written = STATEMENT.fullmatch(text, *source)  # 'so seine Umfrage unter 2000 Ärzten'
        frame = cue.start("cue"), phrase[1] if is_written else frame_end(text, phrase[1], sentence[1])
        yield Attribution(source, cue["cue"], cue.span("cue"), sentence, frame)
    elif PRONOUN.match(text, cue.end()):
        frame = cue.start("cue"), frame_end(text, cue.end(), sentence[1])
        yield Attribution(None, cue["cue"], cue.span("cue"), sentence, frame, "speaker")


def _so_verb(text: str, at: int) -> int | None:
    """The end of the verb of ', so hat es X gezählt', ', so rechnet X vor', None where none stands there."""
    verb = verb_at(text, at + 1)
    it = _SO_IT.match(text, at)
    if it or verb is None:
        return it.end() if it else None
    return verb.end() + (3 if text.startswith(" es ", verb.end()) else 0)


def _relative(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    """'30 Vertriebene, die das UNHCR zählte, …': of what stands right before the relative clause."""
    said = [
        verb
        for verb in verbs_in(text, *cue.span("clause"))
        if any(usage.takes_object and usage.may_be(text, *cue.span("clause")) for usage in usages()[verb["cue"]])
    ]
    if said and text.startswith("nicht ", said[-1].start() - 6):
        return  # 'die Waffen nicht gerechnet'
    if said and said[-1]["cue"].startswith("vor"):
        return  # 'elf Seiten, die seine Anwälte vorlegten'
    if not said or not _CLAUSE_LAST.fullmatch(text, said[-1].end(), cue.end("clause")):
        return
    phrase = nominative(text, cue.start("clause"), said[-1].start(), names)
    if phrase is None or FIGURE_NOUN.search(text, *phrase) or _PASSIVE.search(text, *cue.span("clause")):
        return
    scope = max(sentence[0], cue.start() - _NEAR), cue.start()
    yield Attribution(reduced(text, phrase, names), said[-1]["cue"], said[-1].span(), scope, cue.span())


def _about(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    """'In einem Entwurf, über den X berichtete, ist von 800 die Rede': of what comes after the relative clause."""
    said = list(verbs_in(text, *cue.span("clause")))
    if not said or text[said[-1].end() : cue.end("clause")].strip() not in ("", "hat", "hatte", "haben", "hatten"):
        return
    if phrase := nominative(text, cue.start("clause"), said[-1].start(), names):
        frame, scope = (cue.start("cue"), cue.end()), (cue.end(), sentence[1])
        yield Attribution(reduced(text, phrase, names), said[-1]["cue"], said[-1].span(), scope, frame)


def _whose(text: str, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    """'eine Truppe, deren Stärke Diplomaten mit 4000 Mann bezifferten': of what stands in the relative clause."""
    said = list(verbs_in(text, *cue.span("clause")))
    if not said or not any(usage.takes_object for usage in usages()[said[-1]["cue"]]):
        return
    phrase = source_phrase.forward(text, cue.start("clause"), said[-1].start(), names)
    if phrase and not text[said[-1].end() : cue.end("clause")].strip() and not FIGURE_NOUN.search(text, *phrase):
        scope = phrase[1], said[-1].start()
        yield Attribution(reduced(text, phrase, names), said[-1]["cue"], said[-1].span(), scope, phrase)


def _wie(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    stop = CLAUSE_END.search(text, cue.end(), sentence[1])
    limit = sentence[1] if not stop or stop.start() >= sentence[1] else stop.start()
    if phrase := source_phrase.forward(text, cue.end(), sentence[1], names):
        if phrase[1] > limit:  # the apposition between commas
            further = CLAUSE_END.search(text, min(phrase[1] + 2, sentence[1]), sentence[1])
            limit = further.start() if further else sentence[1]
        said = [verb for verb in verbs_in(text, phrase[1], limit) if _is_said(text, verb, (phrase[1], limit))]
        if said and not (_DOCUMENTED.match(said[-1]["cue"]) and not _is_written(text, phrase, names)):
            source = reduced(text, phrase, names)
            scope = _from_dash(text, sentence, cue.start()), sentence[1]
            yield Attribution(source, cue["cue"], cue.span(), scope, (cue.start(), limit))
            return
    if _SO_MUCH.search(text, max(sentence[0], cue.start() - 30), cue.start()):
        return  # 'so viele Asse, wie er im Turnier geschlagen hatte'
    if PRONOUN.match(text, cue.end()) and any(
        _is_said(text, verb, (cue.end(), limit)) for verb in verbs_in(text, cue.end(), limit)
    ):
        yield Attribution(None, cue["cue"], cue.span(), sentence, (cue.start(), limit), "speaker")
    elif (out := re.compile(rf"{SPACE}aus(?={SPACE})").match(text, cue.end())) and "hervorg" in text[out.end() : limit]:
        phrase = source_phrase.forward(text, out.end(), limit, names)
        if phrase:
            source = reduced(text, phrase, names)
            yield Attribution(source, cue["cue"], cue.span(), sentence, (cue.start(), limit))


def _is_said(text: str, verb: re.Match[str], clause: Interval) -> bool:
    """Whether a form of 'wie X …' speaks: 'wie X sagte', not 'wie er ist', 'wie X es bezeichnet'."""
    if verb["cue"].startswith("bezeichn"):
        return False
    if _PARTICLE.search(text, clause[0], verb.start()):
        return True
    return any(usage.may_be(text, *clause) for usage in usages()[verb["cue"]])


def _is_written(text: str, phrase: Interval, names: Sequence[NameAt]) -> bool:
    """Whether who shows something is a paper, or somebody by name: not 'wie Versuche zeigten', 'wie Zahlen zeigen'."""
    if any(phrase[0] <= name.start < phrase[1] for name in names):
        return True
    noun = reduced(text, phrase, names)
    return STATEMENT.search(text, *noun) is not None and not _BARE.fullmatch(text, *noun)


def _from_dash(text: str, sentence: Interval, cue: int) -> int:
    """Where what 'wie X behauptet' is about begins: after a dash before it, if the clause has one."""
    dash = max(text.rfind(" – ", sentence[0], cue), text.rfind(" — ", sentence[0], cue))
    is_single = dash >= 0 and text.count(" – ", sentence[0], cue) % 2 == 1
    return dash if is_single else sentence[0]
