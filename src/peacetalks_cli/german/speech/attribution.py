"""Who states what a sentence says: 'laut X', 'X zufolge', ', so X', 'nach Angaben von X', 'X sagte, …'."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.source_phrase import NameAt


@dataclass(frozen=True, slots=True)
class Attribution:
    """`source`: the interval that names who states it; None where a pronoun or 'demnach' points back.

    `at`: the interval of the cue; `scope`: what is stated; `frame`: the words that say who states it, when and
    where, none of which is about what is stated. `points_to`: 'speaker' for er, sie; 'last' for demnach;
    'before' for 'Das sagte X', which is of the sentence before. `comes_after`: the frame ends what is stated
    ('…, sagte X'); what follows it is stated only if it is in the subjunctive.
    """

    source: Interval | None
    cue: str
    at: Interval
    scope: Interval
    frame: Interval
    points_to: str | None = None
    comes_after: bool = False


_S = "[ \u00a0\u202f]"
_STATEMENTS = (
    r"(?:Angaben?|Bilanz|Bericht|Aufstellung|Liste|Aussagen?|Einschätzung(?:en)?|Schätzung(?:en)?|Darstellung(?:en)?|Informationen?|Erkenntnissen?|Berechnung(?:en)?|"
    r"Zählung(?:en)?|Worten?|Mitteilung(?:en)?|Auskunft|Ansicht|Meinung|Berichten?|Daten|Überzeugung|Lesart|Prognosen?|"
    r"Beobachtung(?:en)?|Recherchen?|Studien?|Umfragen?|Erhebung(?:en)?|Statistik(?:en)?)"
)
_LAUT = re.compile(rf"\b(?P<cue>[Ll]aut|[Gg]emäß|[Gg]emäss)(?={_S})")
_NACH = re.compile(
    rf"\b(?P<cue>[Nn]ach{_S}(?:den{_S}|der{_S}|dem{_S}|einem{_S}|einer{_S}|seiner{_S}|ihrer{_S})?(?P<adjective>(?:[a-zäöü]\w+(?:en|er){_S})?)(?P<owner>(?:[A-ZÄÖÜ][\w-]+s{_S})?)"
    rf"(?P<noun>{_STATEMENTS}|[A-ZÄÖÜ]\w+(?:angaben|berichten|informationen|einschätzung|schätzungen|darstellung)|[A-ZÄÖÜ]+-Angaben))(?!\w)"
)
_ZUFOLGE = re.compile(rf"(?<=\w)[“”\"«»]?{_S}(?P<cue>zufolge)\b")
_SO = re.compile(
    rf"(?:,|[“”\"«»],?){_S}(?P<cue>so)(?={_S}(?!dass|viel|wenig|sehr|lange|weit|wie|groß|gut|stark|sagte|genannt))"
)
_SO_IT = re.compile(
    rf"{_S}(?:hat|hatte|haben|hatten|sagte?|sieht|schätzt|formulierte?){_S}es(?={_S})|"
    rf"{_S}(?:steht|hieß|heißt){_S}es{_S}(?:in|bei|aus|im)(?={_S})"
)
_SEAT = re.compile(rf"{_S}(?:in|im|aus|von){_S}(?:de[rm]{_S})?(?:\w+en{_S})?")
_RELATIVE = re.compile(
    rf",{_S}(?P<cue>die|das|der|den|welche|wie{_S}(?:sie|es|ihn))(?={_S})(?P<clause>[^,;:.()„“]{{4,90}})(?=[,;:.)–]|$)"
)
_WIE = re.compile(rf"\b(?P<cue>[Ww]ie)(?={_S})")
_CITING = re.compile(rf"\b(?P<cue>unter{_S}(?:Berufung|Verweis){_S}auf)(?={_S})")
_SURVEY = re.compile(
    rf"\b[Ii]n{_S}(?:eine[rm]|der|dem){_S}(?:\w+en{_S})?(?P<cue>Umfrage|Studie|Erhebung|Befragung|Bericht|Untersuchung|Analyse){_S}(?:de[sr]|von|vom)(?={_S})"
)
_FROM = re.compile(rf"\b[Aa]us(?={_S})")
_IS_SAID = re.compile(rf"(?:{_S}\w+){{0,2}}{_S}(?P<cue>(?:hieß|heißt){_S}es|verlaute(?:te|t)|kam{_S}die)\b")
_SAID_BY = re.compile(rf"\b(?P<cue>(?:hieß|heißt){_S}es){_S}(?:aus|bei|beim|von|vonseiten|seitens|in)(?={_S})")
_BACK = re.compile(rf"\b(?P<cue>[Dd]emnach|[Dd]emzufolge|[Dd]erzufolge|(?:hieß|heißt){_S}es|es{_S}(?:hieß|heißt))\b")
_GENITIVE = re.compile(
    rf"{_S}(?:von{_S}|vom{_S}|aus{_S})?(?=(?:de[rsm]|eine[rs]|beider|mehrerer|seine[rs]|ihre[rs]|\w+e[rs])?\b)"
)
_OPEN_WORDS = "ersten jüngsten vorläufigen bisherigen neuesten letzten unbestätigten weiteren aktuellen jetzigen"
_OPEN = frozenset(_OPEN_WORDS.split())
_PRONOUN = re.compile(rf"{_S}?(?:[Ee]r|[Ss]ie|(?:der|die){_S}\d+-[Jj]ährige)\b")
_DATIVE = re.compile(rf"{_S}?(?:dem|den|einem|gegenüber|seinem|ihrem)\b")
_SUBJECT_WORD = re.compile(r"(?:Er|Sie|Es|Man|Wir|Ich|Das|Dies)\b")
_NOBODY = re.compile(rf"{_S}?(?:[Ee]s|[Mm]an|[Ww]ir|[Ii]ch|sich)\b")
_DAS = re.compile(rf"^(?:Das|Dies){_S}(?:hat|hatte|{_S})*$|^(?:Das|Dies){_S}$")
_AUXILIARY = re.compile(r"\b(?:hat|habe|hatte|haben|hatten|hätte)\b")
_PARTICIPLE = re.compile(r"(?!geht|gehen|geben|gestand)(?:an|mit|aus)?ge\w+(?:t|en)")
_PASSIVE = re.compile(r"\s(?:wurden?|worden|werden|sind|ist|seien)\b")
_TIME_NOUN = (
    r"(?:[A-ZÄÖÜ]\w*)?(?:[Tt]ag|[Aa]bend|[Mm]orgen|[Mm]ittag|[Nn]acht|[Ww]oche|[Ee]nde|Januar|Jänner|Februar|März|"
    r"April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahr)(?:e?s)?"
)
_TIME_PHRASE = re.compile(
    rf"(?:{_S}(?:(?:am|im|in|vor|nach|zu|zum)(?:{_S}(?:de[rmn]|einem|einer|eine[nr]|diese[mr]|\w+en|\d+\.)){{0,2}}{_S}{_TIME_NOUN}|"
    rf"dazu|dagegen|hingegen|unterdessen|zudem|etwa|auch|später|zuvor|gestern|heute|weiter|dort|ebenfalls|schließlich|nun|"
    rf"daraufhin|anschließend|am{_S}Telefon|auf{_S}(?:Telegram|Facebook|Twitter|X|Anfrage)|bei{_S}Twitter|früh|abend|"
    rf"in{_S}(?:Moskau|Kiew|Washington|Berlin|Wien|Bern|Brüssel|Jerusalem|Genf|Paris|London))){{1,3}}(?!\w)"
)
_OF_VERBS = frozenset({"schrieb", "schreibt", "schrieben", "erzählte", "erzählt", "erzählten", "schreiben"})
_VON = re.compile(rf"{_S}von{_S}")
_MEMBERS = re.compile(
    r"[^,;.]{0,60}\b(?:Einwohner|Bewohner|Mitglieder|Kämpfer|Soldaten|Seelen|Mann|Beschäftigte|Mitarbeiter|Angestellte)n?\b"
)
_ACCUSATIVE = re.compile(r"(?:Den|Einen|Diesen|Ihren|Seinen|Dem|Diesem|Einem)\s")
_COUNTS_FIRST = re.compile(
    r"(?:(?:[Mm]indestens|[Rr]und|[Ee]twa|[Üü]ber|[Mm]ehr als|[Ii]nsgesamt|[Bb]is zu|[Kk]napp|[Ff]ast)\s)?"
    r"\d[\d.,’' ]*\s?(?:\w+\s){0,3}?[A-ZÄÖÜ]\w+\s(?=[a-zäöü])"
)
_CLAUSE_LAST = re.compile(r"(?:\s(?:hat|hatte|haben|hatten|habe))?\s?")
_FIGURE_NOUN = re.compile(r"\b(?:\w*[Zz]ahl(?:en)?|Angaben?|Bilanz|Menschen|Leute)$")
_RELATIVE_START = re.compile(
    rf",{_S}(?:(?:in|mit|auf|bei|aus|von|an|für|zu|unter){_S})?(?:der|die|das|dem|den|denen|dessen|deren|welche\w?|wo){_S}(?!\w+{_S}(?:zufolge|nach)\b)"
)
_CLAUSE_LENGTH = 120
_NEAR = 90  # characters before a relative clause in which its figure stands
_AUX_PRONOUN = re.compile(r"\b(?:hat|hatte|habe)\s(?:er|sie)\b")
_CLAUSE_END = re.compile(r",\s|[;:(„]|\s[–—]\s|$")


@cache
def _verbs() -> tuple[re.Pattern[str], frozenset[str], dict[str, re.Pattern[str]]]:
    """All speech verbs as one pattern, those that take a figure as object, and what others need beside them."""
    rows = tomllib.loads(files("peacetalks_cli").joinpath("data", "speech_verbs.toml").read_text("utf-8"))["verb"]
    forms = sorted({form for row in rows for form in row["forms"]}, key=len, reverse=True)
    objects = frozenset(form for row in rows if row.get("object") for form in row["forms"])
    particles = {
        form: re.compile(rf"\b(?:{row['particle']})(?=[,.;:“”\"»]|$|{_S}und\b)")
        for row in rows
        if "particle" in row
        for form in row["forms"]
    }
    needs = particles | {
        form: re.compile(rf"\b(?:{row['needs']})\b") for row in rows if "needs" in row for form in row["forms"]
    }
    return re.compile(rf"(?<![\w-])(?P<cue>{'|'.join(forms)})(?![\w-])"), objects, needs


def attributions(text: str, sentence: Interval, names: Sequence[NameAt]) -> list[Attribution]:
    """Every attribution of one sentence, in the order of their cues. `names`: those of the sentence, by position."""
    found = [
        *_before_cues(text, sentence, names),
        *_zufolge(text, sentence, names),
        *_hearsay(text, sentence, names),
        *_speech(text, sentence, names),
    ]
    return sorted((_within_clause(text, one) for one in found), key=lambda one: one.at)


def _within_clause(text: str, one: Attribution) -> Attribution:
    """'…, in dem nach Zählung der Stadt 9000 ausharren': what is said in a relative clause is of that clause."""
    if one.scope[0] >= one.at[0] or not one.cue.lower().startswith(("laut", "nach", "zufolge", "gem")):
        return one
    comma = text.rfind(",", one.scope[0], one.frame[0])
    if comma >= 0 and _RELATIVE_START.match(text, comma) and one.frame[0] - comma < _CLAUSE_LENGTH:
        return replace(one, scope=(comma, one.scope[1]))
    return one


def _before_cues(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    start, end = sentence
    for pattern in (_LAUT, _SO, _CITING, _SURVEY):
        for cue in pattern.finditer(text, start, end):
            skipped = _so_verb(text, cue.end("cue")) if pattern is _SO else None
            phrase = source_phrase.forward(text, skipped or cue.end("cue"), end, names)
            if phrase:
                ends = _frame_end(text, phrase[1], end) if pattern is _SO else _with_seat(text, phrase[1], names)
                frame = cue.start("cue"), ends
                source = source_phrase.reduced(text, phrase, names)
                yield Attribution(source, cue["cue"], cue.span("cue"), sentence, frame)
            elif pattern is _SO and _PRONOUN.match(text, cue.end()):
                frame = cue.start("cue"), _frame_end(text, cue.end(), end)
                yield Attribution(None, cue["cue"], cue.span("cue"), sentence, frame, "speaker")
    for cue in _NACH.finditer(text, start, end):
        yield from _nach(text, sentence, names, cue)
    for cue in _WIE.finditer(text, start, end):
        yield from _wie(text, sentence, names, cue)
    for cue in _RELATIVE.finditer(text, start, end):
        yield from _relative(text, sentence, names, cue)


def _so_verb(text: str, at: int) -> int | None:
    """The end of the verb of ', so hat es X gezählt', ', so rechnet X vor', None where none stands there."""
    verbs, _, _ = _verbs()
    verb = verbs.match(text, at + 1)
    it = _SO_IT.match(text, at)
    return it.end() if it else (verb.end() if verb else None)


def _relative(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    """'30 Vertriebene, die das UNHCR zählte, …': of what stands right before the relative clause."""
    verbs, objects, _ = _verbs()
    said = [verb for verb in verbs.finditer(text, *cue.span("clause")) if verb["cue"] in objects]
    if not said or not _CLAUSE_LAST.fullmatch(text, said[-1].end(), cue.end("clause")):
        return
    phrase = source_phrase.forward(text, cue.start("clause"), said[-1].start(), names)
    if phrase is None or _FIGURE_NOUN.search(text, *phrase):
        return
    scope = max(sentence[0], cue.start() - _NEAR), cue.start()
    yield Attribution(source_phrase.reduced(text, phrase, names), said[-1]["cue"], said[-1].span(), scope, cue.span())


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
        frame = at[0], _with_seat(text, phrase[1], names)
        yield Attribution(source_phrase.reduced(text, phrase, names), label, at, sentence, frame)
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


def _wie(text: str, sentence: Interval, names: Sequence[NameAt], cue: re.Match[str]) -> Iterator[Attribution]:
    verbs, _, _ = _verbs()
    stop = _CLAUSE_END.search(text, cue.end(), sentence[1])
    limit = sentence[1] if not stop or stop.start() >= sentence[1] else stop.start()
    if phrase := source_phrase.forward(text, cue.end(), sentence[1], names):
        if phrase[1] > limit:  # the apposition between commas
            further = _CLAUSE_END.search(text, min(phrase[1] + 2, sentence[1]), sentence[1])
            limit = further.start() if further else sentence[1]
        if verbs.search(text, phrase[1], limit):
            source = source_phrase.reduced(text, phrase, names)
            scope = _from_dash(text, sentence, cue.start()), sentence[1]
            yield Attribution(source, cue["cue"], cue.span(), scope, (cue.start(), limit))
            return
    if _PRONOUN.match(text, cue.end()) and verbs.search(text, cue.end(), limit):
        yield Attribution(None, cue["cue"], cue.span(), sentence, (cue.start(), limit), "speaker")
    elif (out := re.compile(rf"{_S}aus(?={_S})").match(text, cue.end())) and "hervorg" in text[out.end() : limit]:
        phrase = source_phrase.forward(text, out.end(), limit, names)
        if phrase:
            source = source_phrase.reduced(text, phrase, names)
            yield Attribution(source, cue["cue"], cue.span(), sentence, (cue.start(), limit))


def _from_dash(text: str, sentence: Interval, cue: int) -> int:
    """Where what 'wie X behauptet' is about begins: after a dash before it, if the clause has one."""
    dash = max(text.rfind(" – ", sentence[0], cue), text.rfind(" — ", sentence[0], cue))
    is_single = dash >= 0 and text.count(" – ", sentence[0], cue) % 2 == 1
    return dash if is_single else sentence[0]


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
            source = source_phrase.reduced(text, phrase, names, nearest_last=True)
            yield Attribution(source, cue["cue"], cue.span("cue"), sentence, frame)


def _hearsay(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    """'Aus Delegationskreisen hieß es', 'hieß es aus dem Ministerium'; 'demnach' and a bare 'hieß es' point back."""
    named = set()
    for origin in _FROM.finditer(text, *sentence):
        phrase = source_phrase.forward(text, origin.end(), sentence[1], names)
        said = _IS_SAID.match(text, phrase[1]) if phrase else None
        if phrase and said:
            named.add(said.start("cue"))
            source = source_phrase.reduced(text, phrase, names, nearest_last=True)
            yield Attribution(source, said["cue"], said.span("cue"), sentence, (origin.start(), said.end()))
    for said in _SAID_BY.finditer(text, *sentence):
        if phrase := source_phrase.forward(text, said.end(), sentence[1], names):
            named.add(said.start("cue"))
            source = source_phrase.reduced(text, phrase, names, nearest_last=True)
            yield Attribution(source, said["cue"], said.span("cue"), sentence, (said.start(), phrase[1]))
    for cue in _BACK.finditer(text, *sentence):
        if cue.start() not in named:
            yield Attribution(None, cue["cue"], cue.span(), sentence, cue.span(), "last")


def _speech(text: str, sentence: Interval, names: Sequence[NameAt]) -> Iterator[Attribution]:
    verbs, _, needs = _verbs()
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
    if not re.search(r"(?:[,“”\"«»!?–]\s|\bso\s)$", before) and not _DAS.match(before) and before.strip():
        return None
    skipped = _TIME_PHRASE.match(text, verb.end())
    points_to = "before" if _DAS.match(before) else None
    comes_after = points_to is None and bool(before.strip())
    frame = verb.start(), _frame_end(text, verb.end(), sentence[1])
    for at in (verb.end(), skipped.end() if skipped else verb.end()):
        if _PRONOUN.match(text, at):
            return Attribution(None, verb["cue"], verb.span(), sentence, frame, "speaker", comes_after)
        phrase = source_phrase.forward(text, at, sentence[1], names)
        if phrase and not _NOBODY.match(text, at) and not _DATIVE.match(text, at):
            source = source_phrase.reduced(text, phrase, names)
            return Attribution(source, verb["cue"], verb.span(), sentence, frame, points_to, comes_after)
    return None


def _with_seat(text: str, end: int, names: Sequence[NameAt]) -> int:
    """The end of a source phrase, with where its speaker sits: 'das Verteidigungsministerium in Moskau'."""
    seat = _SEAT.match(text, end)
    name = next((name for name in names if seat and name.start == seat.end()), None)
    return name.end if name else end


def _frame_end(text: str, at: int, limit: int) -> int:
    """The end of the clause that names the source."""
    stop = _CLAUSE_END.search(text, at, limit)
    return stop.start() if stop else limit


def _subject_first(text: str, sentence: Interval, names: Sequence[NameAt], verb: re.Match[str]) -> Attribution | None:
    """'X sagte, …', 'X hatte erklärt, …', 'X sprach von 30 Toten'."""
    _, objects, _ = _verbs()
    stop = _CLAUSE_END.search(text, verb.end(), sentence[1])
    complements = stop is not None and stop.start() < sentence[1] and text[stop.start()] in ",:„"
    clause_end = stop.start() if stop else sentence[1]
    is_object = verb["cue"] in objects or (verb["cue"] in _OF_VERBS and _VON.search(text, verb.end(), clause_end))
    begin = _clause_start(text, sentence[0], verb.start())
    before = text[begin : verb.start()]
    is_last = stop is not None and not text[verb.end() : stop.start()].strip()
    if is_last and begin > sentence[0] and _RELATIVE_START.match(text, begin - 2):
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
        end = _with_seat(text, phrase[1], names)
        source = source_phrase.reduced(text, phrase, names)
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
        end = _with_seat(text, after[1], names)
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
    return Attribution(source_phrase.reduced(text, phrase, names), verb["cue"], verb.span(), nothing, nothing)


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
    if _NOBODY.match(text, verb.end()) or _DATIVE.match(text, verb.end()):
        return None
    phrase = source_phrase.forward(text, verb.end(), sentence[1], names)
    return (source_phrase.reduced(text, phrase, names), phrase[1]) if phrase else None


def _subject(text: str, begin: int, end: int, names: Sequence[NameAt]) -> Interval | None:
    """The phrase before the verb that names who speaks."""
    inside = [name for name in names if begin <= name.start and name.end <= end]
    people = [name for name in inside if name.label == "PER"]
    phrase = source_phrase.forward(text, begin, end, names)
    if people:
        person = people[-1]
        if phrase and phrase[0] <= person.start < phrase[1]:
            return source_phrase.reduced(text, phrase, names)
        return person.start, person.end
    if phrase:
        return source_phrase.reduced(text, phrase, names)
    auxiliary = _AUXILIARY.search(text, begin, end)
    after = source_phrase.forward(text, auxiliary.end(), end, names) if auxiliary else None
    return source_phrase.reduced(text, after, names) if after else None
