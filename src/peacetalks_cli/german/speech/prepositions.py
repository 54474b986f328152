"""'laut X', 'nach Angaben von X', 'X zufolge', 'unter Berufung auf X', 'in einer Umfrage von X'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import RELATIVE_START, SPACE, Attribution, with_seat
from peacetalks_cli.german.speech.phrase_words import CAPITAL_STATEMENTS, STATEMENT, STATEMENTS, TIME
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt

_LAUT = re.compile(rf"\b(?P<cue>[Ll]aut|[Gg]emäß|[Gg]emäss)(?={SPACE})")
_CITING = re.compile(
    rf"\b(?P<cue>(?:[Uu]nter{SPACE}(?:Berufung|Verweis|Hinweis|Bezugnahme)|beruf(?:en|t){SPACE}sich(?:{SPACE}dabei)?|"
    rf"berief(?:en)?{SPACE}sich(?:{SPACE}dabei)?){SPACE}auf)(?={SPACE})"
)
_SURVEY = re.compile(
    rf"\b(?:(?:[Ii]n|[Bb]ei){SPACE}(?:eine[rm]|der|dem)|[Ii]m|[Bb]eim){SPACE}(?:\w+en{SPACE})?"
    rf"(?P<cue>\w*(?:[Uu]mfrage|[Ss]tudie|[Ee]rhebung|[Bb]efragung|[Bb]ericht|[Uu]ntersuchung|[Aa]nalyse)){SPACE}"
    rf"(?:de[sr]|von|vom)(?={SPACE})"
)
_VIEW = re.compile(
    rf"\b(?P<cue>[Aa]us{SPACE}Sicht|[Aa]us{SPACE}der{SPACE}Sicht|[Nn]ach{SPACE}dem{SPACE}Urteil|[Nn]ach{SPACE}Dafürhalten|"
    rf"[Ii]n{SPACE}den{SPACE}Augen){SPACE}(?:(?:de[rs]|eine[rs]){SPACE}|vom?{SPACE})"
)
_BELIEVED = re.compile(rf"\b(?P<cue>(?:[Gg]laubt|[Ff]olgt|[Vv]ertraut){SPACE}man)(?={SPACE})")
_IF_BELIEVED = re.compile(
    rf"\b[Ww]enn{SPACE}man(?={SPACE}[^,;:]{{3,60}}{SPACE}(?P<cue>glaubt|glauben{SPACE}darf|folgt)\b)"
)
_STEMS = re.compile(
    rf"\b(?:[Zz]ahl(?:en)?|[Aa]ngaben?|[Ss]chätzung(?:en)?|[Dd]aten){SPACE}(?P<cue>stamm(?:t|en|te|ten)|stammte[nt]?)"
    rf"{SPACE}(?:von|vom|aus)(?={SPACE})"
)
# 'Zahlen der UNO, wonach 40 …', 'ein Bericht des Amtes, demzufolge …'
_WHICH = re.compile(
    rf"\b(?:[A-ZÄÖÜ][\w-]*?)?(?:{STATEMENTS}|{CAPITAL_STATEMENTS})(?={SPACE}(?:de[rs]|von|vom|eine[rs]){SPACE})"
)
_BY_WHICH = re.compile(
    rf",{SPACE}(?P<cue>wonach|demzufolge|denen{SPACE}zufolge|(?:laut|nach){SPACE}de(?:m|nen|r))(?={SPACE})"
)
_NACH = re.compile(
    rf"\b(?P<cue>[Nn]ach{SPACE}(?:(?:de[nrms]|diese[nr]|eine[mr]|(?:sein|ihr|dess|der)e[nr]){SPACE})?"
    rf"(?P<adjective>(?:[a-zäöü]\w+(?:en|er){SPACE})?)(?P<owner>(?:[A-ZÄÖÜ][\w-]+s{SPACE})?)"
    rf"(?P<noun>(?:[A-ZÄÖÜ][\w-]*?)?(?:{STATEMENTS}|{CAPITAL_STATEMENTS})))(?!\w)"
)
_ZUFOLGE = re.compile(rf"(?<=[\w,)])[“”\"«»]?{SPACE}(?P<cue>zufolge)\b")
_HIM = re.compile(rf"\b(?:[Ii]h(?:m|r|nen)){SPACE}$")
_GENITIVE = re.compile(
    rf"{SPACE}(?:von{SPACE}|vom{SPACE}|aus{SPACE})?(?=(?:de[rsm]|eine[rs]|beider|mehrerer|seine[rs]|ihre[rs]|\w+e[rs])?\b)"
)
_OPEN_WORDS = (
    "neuen derzeitigen früheren groben inoffiziellen ersten jüngsten vorläufigen bisherigen neuesten letzten "
    "unbestätigten weiteren aktuellen jetzigen"
)
_OPEN = frozenset(_OPEN_WORDS.split())
_WHOSE = re.compile(
    rf"{SPACE}?(?P<who>(?P<own>[Ee]igene[nr]|(?:[Ss]eine|[Ii]hre)[nr])|[Dd]iese[nr]|[Dd]essen|[Dd]eren|[Dd]en|[Dd]er|[Dd]em)"
    rf"{SPACE}(?:eigenen{SPACE})?(?:Angaben?|Aussagen?|Darstellung|Worten|Informationen|Mitteilung|Bericht|Einschätzung|Schätzung(?:en)?|"
    rf"Berechnung(?:en)?|Zählung(?:en)?|Meldung|Auskunft|Recherchen|Erkenntnis(?:sen)?|Beobachtung(?:en)?|Kenntnis|Ansicht|Überzeugung|"
    rf"Erhebung(?:en)?|Rechnung|Statistik(?:en)?|Daten|Unterlagen|Zahlen|Lesart|Version|Prognosen?|Schilderung(?:en)?|Befragung|Messung(?:en)?)"
    rf"(?!\w)(?!{SPACE}(?:de[sr]|von|vom|zweier|mehrerer|eine[sr])\b)(?(own)|(?!{SPACE}aus\b))"
)
_KNOWLEDGE = re.compile(rf"\b(?:[Ss]ein|[Ii]hr)es{SPACE}(?:Wissens|Erachtens)\b")
_OWN = re.compile(rf"{SPACE}eigene")
_OWNED = re.compile(rf"{SPACE}(?:eigenen{SPACE})?(?P<noun>(?:{CAPITAL_STATEMENTS}))(?!\w)")
_COMPOUND = re.compile(
    r"[A-ZÄÖÜ][\w-]{2,}(?:angaben|berichten|informationen|einschätzung|schätzungen|darstellung|meldungen|aussagen)$|[A-ZÄÖÜ]+-Angaben$"
)
_SAID = re.compile(
    r"(?:Angaben|Informationen|Schätzung(?:en)?|Berichten|Darstellung|Einschätzung(?:en)?|Aussagen|Erkenntnissen|"
    r"Berechnung(?:en)?|Quellen|Zählung(?:en)?|Meldungen|Auffassung|Ansicht|Lesart|Statistik(?:en)?)$"
)
# 'laut Gesetz', 'laut Buchwert': by which it is so, not who says so.
_BASIS = re.compile(
    r"(?:Buchwert|\w*[Gg]esetz(?:e?s)?|\w*[Vv]ertrag(?:e?s)?|\w*[Vv]erfassung|\w*[Vv]erordnung|\w*[Rr]ichtlinien?|Satzung|\w*[Ss]tatut(?:en|s)?|"
    r"\w*[Rr]eglements?|Definition|Fahrplan|Artikels?|Paragra(?:f|ph)(?:en)?|ASVG|ABGB|StGB|BGB|EStG|\w*[Bb]eschluss(?:es)?|Regularien|Regeln|Bestimmungen|Regelung(?:en)?|Drehbuch|Legende|Wunsch|Vorgaben?|Auftrag)$"
)
_DETERMINER_LAST = re.compile(rf"(?<!,{SPACE})\b(?:de[rnms]|die|das|eine?[nmrs]?){SPACE}$", re.IGNORECASE)
_ITS_NOUN = re.compile(
    rf"(?:{SPACE}(?:bisher|weltweit|europaweit|landesweit|derzeit|[a-zäöüß]+))??"
    rf"(?:{SPACE}(?!(?:[ds]?eine[nmrs]?|kein\w*|diese[nmrs]?)\b)[a-zäöüß][\w-]+(?:e|en|er|es|em)){{1,2}}{SPACE}[A-ZÄÖÜ][\w-]+"
)
_FROM = re.compile(rf"{SPACE}aus(?:{SPACE}(?:de[rnm]|dem))?(?={SPACE})")
_SOME = re.compile(rf"[Nn]ach{SPACE}eine[mr]{SPACE}")
_WRITTEN = re.compile(
    r"\w*(?:[Bb]ericht|[Uu]mfrage|[Ss]tudie|[Ee]rhebung|[Ss]tatistik|[Bb]efragung|[Uu]ntersuchung|[Hh]ochrechnung|[Aa]nalyse|[Ee]ntwurf|[Pp]apier|[Dd]okument)$"
)
_CLAUSE_LENGTH = 120
# Where the main clause goes on behind a relative clause: its last word is a verb, the next one too.
_MAIN_VERB = re.compile(
    r"\s[a-zäöüß]+(?:t|en|ist|war|lag|fiel|starb|kam|stand|ging|blieb)(?P<comma>,)\s"
    r"(?:wird|wurden?|werden|war|waren|ist|sind|hat|hatten?|haben|kam|kamen|gab|gibt|begann|begannen|steht|stand|standen|liegt|lag|lagen|"
    r"fehlt|fehlen|soll|sollen|will|wollen|kann|können|muss|müssen|[a-zäöüß]{3,}te)\s"
)
_HIM_LENGTH = 8  # characters: 'ihnen '
_AT_START = 8  # characters: 'Die Zahl stammt von X'


def named_by_preposition(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """What 'laut', 'nach Angaben', 'unter Berufung auf', 'zufolge' attribute in one sentence."""
    for one in (*_before_source(text, sentence, names), *_zufolge(text, sentence, names)):
        yield _within_clause(text, one)


def _before_source(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    written = text[slice(*sentence)]
    for pattern in _cues_in(written):
        for cue in pattern.finditer(text, *sentence):
            if whose := _WHOSE.match(text, cue.end("cue")):
                one = _pointing(whose, cue["cue"], cue.span("cue"), sentence)
                yield _of_antecedent(text, sentence, names, one, whose)
            elif not _OWN.match(text, cue.end("cue")):  # 'unter Berufung auf eigene Recherchen'
                yield from _cited(text, sentence, names, cue)
    if "nach" in written or "zufolge" in written or "laut" in written:
        yield from _by_which(text, sentence, names)
    if "es Wissens" in written or "es Erachtens" in written:
        yield from _to_his_knowledge(text, sentence)
    if " man " in written or " stamm" in written:
        yield from _believed(text, sentence, names)
    if "nach" in written or "Nach" in written:
        for cue in _NACH.finditer(text, *sentence):
            yield from _nach(text, sentence, names, cue)
    for name in names:
        owned = _OWNED.match(text, name.end) if text[name.end - 1] in "s’'xz" else None
        if owned and text[max(0, name.start - 5) : name.start].casefold() == "nach ":
            at = name.start - 5, owned.end()
            yield Attribution((name.start, name.end), f"{text[at[0] : at[0] + 4]} {owned['noun']}", at, sentence, at)


def _cited(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    """'laut X', 'unter Berufung auf X', but not 'laut Gesetz'."""
    phrase = source_phrase.forward(text, cue.end("cue"), sentence[1], names)
    if phrase is None:
        return
    source = reduced(text, phrase, names)
    if cue.re is _LAUT and _BASIS.match(text, *source):
        return
    frame = cue.start("cue"), with_seat(text, phrase[1], names)
    if cue.re is _CITING and STATEMENT.fullmatch(text, *source):
        source, frame = _from_whom(text, sentence, names, source, frame)
    yield Attribution(source, cue["cue"], cue.span("cue"), sentence, frame)


def _of_antecedent(
    text: str, sentence: Interval, names: Sequence[NameAt], one: Attribution, whose: re.Match[str]
) -> Attribution:
    """'das Viertel der Rebellen, nach deren Angaben 40 kamen': of whom stands before the comma."""
    if one.points_to != "last" or whose["who"].casefold() not in ("deren", "dessen") or one.at[0] - 2 <= sentence[0]:
        return one
    if text[one.at[0] - 2 : one.at[0]] != ", ":
        return one
    phrase = source_phrase.backward(text, one.at[0] - 2, sentence[0], names)
    return replace(one, source=reduced(text, phrase, names, nearest_last=True), points_to=None) if phrase else one


def _to_his_knowledge(text: str, sentence: Interval) -> Iterator[Attribution]:
    """'Dort lagerten seines Wissens 40 Kilo'."""
    for cue in _KNOWLEDGE.finditer(text, *sentence):
        yield Attribution(None, cue.group(), cue.span(), sentence, cue.span(), "speaker")


def _cues_in(written: str) -> Iterator[re.Pattern[str]]:
    """The patterns that may find something: most sentences have no part of their words."""
    if "laut" in written or "Laut" in written or "emä" in written:
        yield _LAUT
    if "eruf" in written or "erief" in written or "weis" in written or "Bezug" in written:
        yield _CITING
    if (
        "mfrage" in written
        or "tudie" in written
        or "rhebung" in written
        or "efragung" in written
        or "ericht" in written
        or "ntersuchung" in written
        or "nalyse" in written
    ):
        yield _SURVEY
    if "Sicht" in written or "Urteil" in written or "Dafürhalten" in written or "Augen" in written:
        yield _VIEW


def _from_whom(
    text: str, sentence: Interval, names: Sequence[NameAt], source: Interval, frame: Interval
) -> tuple[Interval, Interval]:
    """'unter Berufung auf Angaben aus Sicherheitskreisen': whose they are."""
    origin = _FROM.match(text, frame[1])
    phrase = source_phrase.forward(text, origin.end(), sentence[1], names) if origin else None
    return (reduced(text, phrase, names), (frame[0], phrase[1])) if phrase else (source, frame)


def _by_which(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """'X verwies auf Zahlen der UNO, wonach 40 Dörfer leer sind': of whom the numbers are."""
    for cue in _BY_WHICH.finditer(text, *sentence):
        written = list(_WHICH.finditer(text, max(sentence[0], cue.start() - _CLAUSE_LENGTH), cue.start()))
        phrase = source_phrase.forward(text, written[-1].end(), cue.start(), names) if written else None
        if phrase and phrase[1] > cue.start() - 2 and (owner := _GENITIVE.match(text, written[-1].end())):
            whose = source_phrase.forward(text, owner.end(), cue.start(), names) or phrase
            at, scope = cue.span("cue"), (cue.end(), sentence[1])
            yield Attribution(reduced(text, whose, names), cue["cue"], at, scope, at, is_told=True)


def _believed(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """'Glaubt man X, fehlen 40', 'die Zahl stammt von X'."""
    for pattern in (_BELIEVED, _IF_BELIEVED, _STEMS):
        for cue in pattern.finditer(text, *sentence):
            if phrase := source_phrase.forward(text, cue.end(), sentence[1], names):
                is_whole = pattern is _STEMS and cue.start() - sentence[0] < _AT_START
                frame = cue.start(), phrase[1]
                points_to = "before" if is_whole and ":" not in text[phrase[1] : sentence[1]] else None
                source = reduced(text, phrase, names)
                yield Attribution(source, cue["cue"], cue.span("cue"), sentence, frame, points_to)


def _pointing(whose: re.Match[str], cue: str, at: Interval, sentence: Interval) -> Attribution:
    """'laut eigenen Angaben', 'nach ihren Angaben', 'diesen Angaben zufolge': said by somebody named elsewhere."""
    who = whose["who"].casefold()
    points_to = "subject" if who.startswith("eigen") else "speaker" if who.startswith(("ihr", "sein")) else "last"
    return Attribution(None, cue, at, sentence, (at[0], max(at[1], whose.end())), points_to)


def _nach(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    label = f"{cue['cue'][:4]} {cue['noun']}"
    at = cue.span("cue")
    if any(name.start == cue.start("owner") for name in names if name.end < cue.end()):
        return  # a name of several words owns it
    if cue["owner"]:
        span = cue.start("owner"), cue.end("owner") - 1
        yield Attribution(span, label, at, sentence, at)
        return
    if whose := _WHOSE.match(text, at[0] + len("nach")):
        yield _of_antecedent(text, sentence, names, _pointing(whose, label, at, sentence), whose)
        return
    link = _GENITIVE.match(text, cue.end())
    if link and TIME.match(text, link.end()):
        link = None  # 'nach Polizeiangaben vom Mittwoch'
    phrase = source_phrase.forward(text, link.end(), sentence[1], names) if link else None
    if phrase and link and _is_owned(text, cue.end(), phrase, names):
        frame = at[0], with_seat(text, phrase[1], names)
        yield Attribution(reduced(text, phrase, names), label, at, sentence, frame)
    elif _COMPOUND.match(cue["noun"]) or (_SOME.match(text, at[0]) and _WRITTEN.match(cue["noun"])):
        yield Attribution(cue.span("noun"), "nach", at, sentence, at)
    elif cue["adjective"] and cue["adjective"].strip() not in _OPEN and _SAID.match(cue["noun"]):
        yield Attribution((cue.start("adjective"), cue.end("noun")), "nach", at, sentence, at)


def _is_owned(text: str, end: int, phrase: Interval, names: Sequence[NameAt]) -> bool:
    """Whether the phrase after 'nach Angaben' is its genitive, not the subject or object of the sentence."""
    between = text[end : phrase[0]].strip()
    first = text[phrase[0] : phrase[1]].partition(" ")[0]
    if between or re.match(r"(?:de[rs]|eine[rs]|beider|mehrerer|zweier|\w+[es]r|ihre[rs]|seine[rs])$", first):
        return True
    return any(name.start == phrase[0] and text[name.end - 1] in "s’'x" for name in names)


def _zufolge(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    if text.find("zufolge", *sentence) < 0:
        return
    for cue in _ZUFOLGE.finditer(text, *sentence):
        at, end = cue.span("cue"), cue.start("cue")
        if name := next((name for name in names if name.label == "PER" and text[name.end : end] == ", "), None):
            frame = name.start, cue.end()  # 'dem Chef der Wache, Nikos Pavlou, zufolge'
            yield Attribution((name.start, name.end), cue["cue"], at, sentence, frame)
            continue
        if him := _HIM.search(text, max(sentence[0], end - _HIM_LENGTH), cue.start("cue")):
            frame = him.start(), cue.end()  # 'Dort waren es ihm zufolge 40'
            yield Attribution(None, cue["cue"], at, sentence, frame, "speaker")
            continue
        phrase = source_phrase.backward(text, end, sentence[0], names)
        if phrase is None:
            continue
        frame = phrase[0], cue.end()
        if whose := _WHOSE.fullmatch(text, phrase[0], phrase[1]):
            yield replace(_pointing(whose, cue["cue"], at, sentence), frame=frame)
        elif text[slice(*phrase)].casefold() == "angaben":
            yield Attribution(None, cue["cue"], at, sentence, frame, "last")
        else:
            source = reduced(text, phrase, names, nearest_last=True)
            yield Attribution(source, cue["cue"], at, sentence, frame)


def _within_clause(text: str, one: Attribution) -> Attribution:
    """'…, in dem nach Zählung der Stadt 9000 ausharren': what is said in a relative clause is of that clause."""
    if one.scope[0] >= one.at[0] or not one.cue.lower().startswith(("laut", "nach", "zufolge", "gem")):
        return one
    if _DETERMINER_LAST.search(text, max(0, one.at[0] - 7), one.at[0]) and (
        noun := _ITS_NOUN.match(text, one.frame[1], one.scope[1])
    ):
        return replace(one, scope=(one.at[0], noun.end()))  # 'den nach eigenen Angaben größten Windpark'
    comma = text.rfind(",", one.scope[0], one.frame[0])
    if comma >= 0 and RELATIVE_START.match(text, comma) and one.frame[0] - comma < _CLAUSE_LENGTH:
        end = _MAIN_VERB.search(text, one.frame[1], one.scope[1])  # 'Nach dem Brand, bei dem laut X 40 starben, wurde'
        return replace(one, scope=(comma, end.start("comma") if end else one.scope[1]))
    return one
