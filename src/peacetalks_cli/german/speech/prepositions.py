"""'laut X', 'nach Angaben von X', 'X zufolge', 'unter Berufung auf X', 'in einer Umfrage von X'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import RELATIVE_START, SPACE, Attribution, with_seat
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt

_STATEMENTS = (
    r"(?:Angaben?|Bilanz|Bericht|Aufstellung|Liste|Aussagen?|Einschätzung(?:en)?|Schätzung(?:en)?|Darstellung(?:en)?|Informationen?|Erkenntnissen?|Berechnung(?:en)?|"
    r"Zählung(?:en)?|Worten?|Mitteilung(?:en)?|Auskunft|Ansicht|Meinung|Berichten?|Daten|Überzeugung|Lesart|Prognosen?|"
    r"Beobachtung(?:en)?|Recherchen?|Studien?|Umfragen?|Erhebung(?:en)?|Statistik(?:en)?)"
)
_LAUT = re.compile(rf"\b(?P<cue>[Ll]aut|[Gg]emäß|[Gg]emäss)(?={SPACE})")
_CITING = re.compile(rf"\b(?P<cue>unter{SPACE}(?:Berufung|Verweis){SPACE}auf)(?={SPACE})")
_SURVEY = re.compile(
    rf"\b[Ii]n{SPACE}(?:eine[rm]|der|dem){SPACE}(?:\w+en{SPACE})?(?P<cue>Umfrage|Studie|Erhebung|Befragung|Bericht|Untersuchung|Analyse){SPACE}(?:de[sr]|von|vom)(?={SPACE})"
)
_NACH = re.compile(
    rf"\b(?P<cue>[Nn]ach{SPACE}(?:den{SPACE}|der{SPACE}|dem{SPACE}|einem{SPACE}|einer{SPACE}|seiner{SPACE}|ihrer{SPACE})?(?P<adjective>(?:[a-zäöü]\w+(?:en|er){SPACE})?)(?P<owner>(?:[A-ZÄÖÜ][\w-]+s{SPACE})?)"
    rf"(?P<noun>{_STATEMENTS}|[A-ZÄÖÜ]\w+(?:angaben|berichten|informationen|einschätzung|schätzungen|darstellung)|[A-ZÄÖÜ]+-Angaben))(?!\w)"
)
_ZUFOLGE = re.compile(rf"(?<=\w)[“”\"«»]?{SPACE}(?P<cue>zufolge)\b")
_GENITIVE = re.compile(
    rf"{SPACE}(?:von{SPACE}|vom{SPACE}|aus{SPACE})?(?=(?:de[rsm]|eine[rs]|beider|mehrerer|seine[rs]|ihre[rs]|\w+e[rs])?\b)"
)
_OPEN_WORDS = "ersten jüngsten vorläufigen bisherigen neuesten letzten unbestätigten weiteren aktuellen jetzigen"
_OPEN = frozenset(_OPEN_WORDS.split())
_CLAUSE_LENGTH = 120


def named_by_preposition(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """What 'laut', 'nach Angaben', 'unter Berufung auf', 'zufolge' attribute in one sentence."""
    for one in (*_before_source(text, sentence, names), *_zufolge(text, sentence, names)):
        yield _within_clause(text, one)


def _before_source(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    for pattern in (_LAUT, _CITING, _SURVEY):
        for cue in pattern.finditer(text, *sentence):
            if phrase := source_phrase.forward(text, cue.end("cue"), sentence[1], names):
                frame = cue.start("cue"), with_seat(text, phrase[1], names)
                yield Attribution(reduced(text, phrase, names), cue["cue"], cue.span("cue"), sentence, frame)
    for cue in _NACH.finditer(text, *sentence):
        yield from _nach(text, sentence, names, cue)


def _nach(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    label = f"{cue['cue'][:4]} {cue['noun']}"
    at = cue.span("cue")
    if cue["owner"]:
        span = cue.start("owner"), cue.end("owner") - 1
        yield Attribution(span, label, at, sentence, at)
        return
    if cue["adjective"].strip() == "eigenen":
        yield Attribution(None, label, at, sentence, at, "subject")
        return
    link = _GENITIVE.match(text, cue.end())
    phrase = source_phrase.forward(text, link.end(), sentence[1], names) if link else None
    if phrase and link and _is_owned(text, cue.end(), phrase, names):
        frame = at[0], with_seat(text, phrase[1], names)
        yield Attribution(reduced(text, phrase, names), label, at, sentence, frame)
    elif (
        cue["noun"][0].isupper()
        and cue["noun"].casefold().endswith(("angaben", "berichten", "einschätzung", "informationen"))
        and len(cue["noun"]) > 13
    ):
        yield Attribution(cue.span("noun"), "nach", at, sentence, at)
    elif cue["adjective"].strip() in ("ihren", "seinen"):
        yield Attribution(None, label, at, sentence, at, "speaker")
    elif cue["adjective"] and cue["adjective"].strip() not in _OPEN:
        yield Attribution((cue.start("adjective"), cue.end("noun")), "nach", at, sentence, at)


def _is_owned(text: str, end: int, phrase: Interval, names: Sequence[NameAt]) -> bool:
    """Whether the phrase after 'nach Angaben' is its genitive, not the subject or object of the sentence."""
    between = text[end : phrase[0]].strip()
    first = text[phrase[0] : phrase[1]].partition(" ")[0]
    if between or re.match(r"(?:de[rs]|eine[rs]|beider|mehrerer|zweier|\w+[es]r|ihre[rs]|seine[rs])$", first):
        return True
    return any(name.start == phrase[0] and text[name.end - 1] in "s’'x" for name in names)


def _zufolge(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    for cue in _ZUFOLGE.finditer(text, *sentence):
        phrase = source_phrase.backward(text, cue.start("cue"), sentence[0], names)
        if phrase is None:
            continue
        words = text[phrase[0] : phrase[1]].casefold()
        frame = phrase[0], cue.end()
        if words in ("eigenen angaben", "eigenen aussagen"):
            yield Attribution(None, cue["cue"], cue.span("cue"), sentence, frame, "subject")
        elif words in ("den angaben", "diesen angaben", "der mitteilung", "dem bericht", "angaben", "berichten"):
            yield Attribution(None, cue["cue"], cue.span("cue"), sentence, frame, "last")
        else:
            source = reduced(text, phrase, names, nearest_last=True)
            yield Attribution(source, cue["cue"], cue.span("cue"), sentence, frame)


def _within_clause(text: str, one: Attribution) -> Attribution:
    """'…, in dem nach Zählung der Stadt 9000 ausharren': what is said in a relative clause is of that clause."""
    if one.scope[0] >= one.at[0] or not one.cue.lower().startswith(("laut", "nach", "zufolge", "gem")):
        return one
    comma = text.rfind(",", one.scope[0], one.frame[0])
    if comma >= 0 and RELATIVE_START.match(text, comma) and one.frame[0] - comma < _CLAUSE_LENGTH:
        return replace(one, scope=(comma, one.scope[1]))
    return one
