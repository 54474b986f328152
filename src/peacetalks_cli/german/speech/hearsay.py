"""'Aus Delegationskreisen hieß es', 'hieß es aus dem Ministerium'; 'demnach' and a bare 'hieß es' point back."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import PRONOUN, SPACE, Attribution
from peacetalks_cli.german.speech.phrase_words import DETERMINER, STATEMENT
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.subject import nominative

_ORIGIN = re.compile(
    rf"\b(?:[Aa]us|[Ii]n|[Ii]m|[Bb]eim?|[Vv]on{SPACE}seiten|[Vv]onseiten|[Ss]eitens|[Vv]on|[Vv]om)(?={SPACE})"
)
# 'Beim Amt rechnet man mit 40 Fällen'.
_ONE_SAYS = "(?:spricht|sprach|geht|ging|hofft|hoffte|beklagt|(?:rechne|schätz|erwarte|zähl|sag|beton|melde)te?)"
_NEWS = "(?:Meldung|Nachricht|Bestätigung|Mitteilung|Auskunft|Ansage|Information|Zahl|Kunde|Entwarnung|Warnung)"
_IS_SAID = re.compile(
    rf"(?:{SPACE}(?!und\b|nicht\b)\w+){{0,2}}{SPACE}(?P<cue>(?:hieß|heißt|hiess|heisst){SPACE}es|{_ONE_SAYS}{SPACE}man|(?:hat|hatte){SPACE}es(?:{SPACE}\w+){{0,3}}{SPACE}gehei(?:ß|ss)en|verlaute(?:te|t)|kam{SPACE}die(?={SPACE}(?:\w+{SPACE})?{_NEWS})|(?:ist|war)(?:{SPACE}(?:jedoch|aber|hingegen|dagegen|sogar|auch|nur|indes))?{SPACE}von(?=[^,;:]{{1,80}}\bdie{SPACE}Rede\b))\b"
)
# Without one of them, nobody is told to have said anything.
_TOLD = re.compile(r"man\b|h(?:ie|ei)(?:ß|ss)|verlaute|kam\sdie\b|Rede\b|hervor")
_IT_IS = re.compile(r"\b[Ww]ie\ses\s$")
_SAID_LAST = re.compile(rf"{SPACE}(?P<cue>hieß|heißt|hiess|heisst)\b")
_SAID_BY = re.compile(
    rf"\b(?P<cue>(?:hieß|heißt|hiess|heisst){SPACE}es)(?:{SPACE}(?:dazu|weiter|dort|zudem|am{SPACE}\w+|unterdessen|dagegen|lediglich|nur))?"
    rf"{SPACE}(?:aus|bei|beim|von|vonseiten|seitens|in|im)(?={SPACE})"
)
_HERVOR = re.compile(r"[^.;:]{0,80}?\bhervor(?:geht|gehen|ging|gingen|gegangen|gehe|gehoben)?\b")
# 'Tore gingen aus Standardsituationen hervor', 'sie ging aus der Wahl als Siegerin hervor': nobody says so.
_COMES_OF = re.compile(r"\bals\s\w")
_SAYS_THAT = re.compile(r"\b(?:[Dd]as|[Dd]ies|[Ee]s|[Ww]ie|[Dd]araus)\b|,\s(?:dass|daß|wonach|wie|ob|was)\b|[:„]")
_PAPER = re.compile(
    r"\w*(?:[Aa]kten?|[Uu]nterlagen?|[Mm]ails?|[Uu]rteil|[Aa]nklage(?:schrift)?|[Kk]lagsschrift|[Bb]escheid|[Bb]eschluss|[Tt]abellen?|"
    r"[Pp]apieren?|[Pp]resse|[Zz]eitung|[Aa]nfragen?|[Vv]orlage|[Vv]ertrag|[Kk]orrespondenz|[Nn]otiz(?:en)?)$"
)
_GOES = re.compile(r"\b(?P<cue>geht|gehen|ging|gingen)\b")
_THAT_GOES = re.compile(rf"(?:Das|Dies){SPACE}(?:geht|ging|gehe){SPACE}(?:\w+{SPACE}){{0,2}}$")
_CLAIMS = re.compile(
    rf"\b(?P<cue>will|wollen)(?={SPACE})[^;:.?!„“\"]{{3,160}}?{SPACE}(?!zu{SPACE})[a-zäöüß]+(?:t|en){SPACE}haben(?=[,.;:!]|$|{SPACE}und\b)"
)
_CLAUSE_BREAK = re.compile(r"[,;:]\s|\s(?:und|aber)\s(?=\w+\s(?:will|wollen)\b)")
_BACK = re.compile(
    rf"\b(?P<cue>[Dd]emnach|[Dd]emzufolge|[Dd]erzufolge|(?:hieß|heißt|hiess|heisst){SPACE}es|es{SPACE}(?:hieß|heißt|hiess|heisst)|"
    rf"[Dd]en{SPACE}Angaben{SPACE}nach)\b"
)


def hearsay(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """'Aus Delegationskreisen hieß es', 'hieß es aus dem Ministerium', 'aus Zahlen geht hervor', 'will … haben'."""
    named, written = set(), text[slice(*sentence)]
    if _TOLD.search(written):
        for one in (*_from(text, sentence, names), *_said_by(text, sentence, names)):
            named.add(one.at[0])
            yield one
    if " haben" in written:  # most have none, and need not be read for it
        for claim in _CLAIMS.finditer(text, *sentence):
            yield from _claimed(text, sentence, names, claim)
    is_said = "hieß" in written or "heiß" in written or "hiess" in written or "heiss" in written
    if not (is_said or "emnach" in written or "zufolge" in written or "ngaben" in written):
        return
    for cue in _BACK.finditer(text, *sentence):
        if not named & {cue.start(), cue.start() + len("es ")}:
            yield Attribution(None, cue["cue"], cue.span(), sentence, cue.span(), "last")


def _claimed(text: str, sentence: Interval, names: Sequence[NameAt], claim: re.Match[str]) -> Iterator[Attribution]:
    """'Die Armee will 30 Panzer zerstört haben', 'Bei Lyman will die Armee …': what somebody says of himself."""
    at, cue = claim.span("cue"), claim["cue"]
    breaks = [stop.end() for stop in _CLAUSE_BREAK.finditer(text, sentence[0], at[0])]
    begin = breaks[-1] if breaks else sentence[0]
    if PRONOUN.match(text, begin) or PRONOUN.match(text, at[1]):
        yield Attribution(None, cue, at, (begin, sentence[1]), (at[0], at[1]), "speaker")
    elif who := nominative(text, begin, at[0], names):
        yield Attribution(reduced(text, who, names), cue, at, (at[1], sentence[1]), (begin, at[1]))
    elif who := nominative(text, at[1], claim.end(), names):
        yield Attribution(reduced(text, who, names), cue, at, (begin, sentence[1]), (at[0], who[1]))


def _from(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """'Aus Delegationskreisen hieß es', 'wie es bei der Polizei hieß', 'aus Zahlen des Amtes geht hervor'."""
    for origin in _ORIGIN.finditer(text, *sentence):
        phrase = source_phrase.forward(text, origin.end(), sentence[1], names)
        if phrase is None:
            continue
        said = _IS_SAID.match(text, phrase[1])
        if said is None and _IT_IS.search(text, max(sentence[0], origin.start() - 8), origin.start()):
            said = _SAID_LAST.match(text, phrase[1])
        if said and " man" in said["cue"] and origin.start() > sentence[0] and _is_place(phrase, names):
            continue  # 'An der Brücke bei Husum zählte man 40 Autos'
        if said:
            frame = origin.start(), said.end()
            yield _of(text, phrase, names, said["cue"], said.span("cue"), sentence, frame)
        elif origin.group().casefold() == "aus" and _HERVOR.match(text, phrase[1], sentence[1]):
            yield from _evident(text, sentence, names, origin.start(), phrase)


def _is_place(phrase: Interval, names: Sequence[NameAt]) -> bool:
    return any(name.label == "LOC" and (name.start, name.end) == phrase for name in names)


def _evident(
    text: str, sentence: Interval, names: Sequence[NameAt], start: int, phrase: Interval
) -> Iterator[Attribution]:
    """'Aus Zahlen des Amtes geht hervor, dass …', 'Das geht aus einem Bericht hervor'."""
    source, frame = reduced(text, phrase, names), (start, phrase[1])
    goes = _GOES.search(text, phrase[1], sentence[1])
    is_paper = (
        STATEMENT.search(text, *source)
        or _PAPER.search(text, *source)
        or STATEMENT.match(text[slice(*phrase)].rsplit(maxsplit=1)[-1])
    )
    if not is_paper and (
        _COMES_OF.search(text, phrase[1], sentence[1])
        or not _SAYS_THAT.search(text, max(sentence[0], start - 24), sentence[1])
    ):
        return
    if _THAT_GOES.match(text, sentence[0], start):
        yield Attribution(source, "geht hervor", frame, sentence, frame, "before")
    elif goes or text[max(sentence[0], start - 4) : start].casefold() == "wie ":
        yield Attribution(source, "geht hervor", frame, sentence, frame)


def _said_by(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    for said in _SAID_BY.finditer(text, *sentence):
        if phrase := source_phrase.forward(text, said.end(), sentence[1], names):
            frame = said.start(), phrase[1]
            yield _of(text, phrase, names, said["cue"], said.span("cue"), sentence, frame)


def _of(
    text: str,
    phrase: Interval,
    names: Sequence[NameAt],
    cue: str,
    at: Interval,
    sentence: Interval,
    frame: Interval,
) -> Attribution:
    """Who it is said by; 'in der Mitteilung hieß es' is said by whom was named last."""
    source = reduced(text, phrase, names, nearest_last=True)
    noun = max(source[0], text.rfind(" ", *source) + 1)
    if STATEMENT.fullmatch(text, noun, source[1]) and DETERMINER.match(text[slice(*phrase)].partition(" ")[0]):
        return Attribution(None, cue, at, sentence, frame, "last")
    return Attribution(source, cue, at, sentence, frame)
