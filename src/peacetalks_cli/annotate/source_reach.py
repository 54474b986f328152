"""Whether an attribution of a sentence reaches a figure of it, or the article goes on in its own words."""

import re

from peacetalks_cli.annotate.figure import Figure
from peacetalks_cli.annotate.source_speech import Speech
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import moods
from peacetalks_cli.german.speech.attribution import Attribution
from peacetalks_cli.german.speech.subjunctive import may_be_subjunctive

_PREPOSITIONS = ("laut", "nach ", "zufolge", "gem")
_STOPS = (",", ";")
_ONCE = re.compile(
    r"\b(?:[Vv]on|[Aa]us)\s(?:den\s)?(?:einst|ehemals|einmal|früher|vormals|ursprünglich)\s(?:rund\s|etwa\s)?$"
)
_OF_SOURCE = re.compile(
    r"\b(?:(?:Berufung|Verweis|Hinweis|beruft sich|berief sich) auf|[Ll]aut|(?:Angaben|Aussagen|Berichten) von)\s$"
)
_BECAUSE = re.compile(r"(?:weil|da|obwohl|obgleich|wenngleich|damit|wobei)\s")
_DEMANDED = re.compile(r"\s(?:forder|verlang)(?:t|te|ten|n)\s(?!worden|werden|hat)")
_WORDS = re.compile(
    r"\s(?:[a-zäöüß]+e\s)?(?:Bedingungen|Gründe|Beispiele|Voraussetzungen|Forderungen|Punkte|Namen|Optionen|Möglichkeiten|Varianten|Szenarien|"
    r"Prioritäten|Ziele|Themen|Kriterien)\b"
)
_DASH = re.compile(r"\s[–—-]\s")
_SENTENCE_END = '.!?…“”"«»'
_ALTHOUGH = re.compile(r"(?:obwohl|obgleich|obschon|wenngleich)\s")
_OPENS = re.compile(r":\s[„»«“\"]")
_OF_THEM = re.compile(r"\s(?:davon|von\sihnen|der\sOpfer|darunter)\b")
_SO_MANY = re.compile(r"\b(?:waren|sind|seien)\ses\s(?:noch\s|nur\s|erst\s|etwa\s|rund\s)?$")
_WHICH = re.compile(r"(?:[Dd]er|[Dd]ie|[Dd]as)\s")
_AMONG = re.compile(r"(?:unter\s(?:ihnen|denen)|darunter|davon)\b")
_FIGURE = re.compile(
    r"\d|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend|Dutzende|Hunderte|Tausende)\b"
)
_RELATIVE = re.compile(r",\s(?:der|die|das|dem|den|dessen|deren|wo|in|mit)\s")
_VERB_FIRST = re.compile(r"[a-zäöüß]+(?:t|en|te|ist|war|lag|kam|sind)\s")
_NO_VERB = re.compile(r"\b[a-zäöüß]+(?:t|en)\b")
_SAID_APART = re.compile(r"[,;:.„“”\"»«]|\b(?:von|mit)\b")
_AS_MUCH = re.compile(r"\s(?:so|mehr|weniger|größer|höher|soviel)\b")
_TAIL = re.compile(
    r",\s(?:bis|im|in|am|an|ab|auf|davon|darunter|fast|rund|etwa|knapp|gut|mehr|weniger|weitere|dazu|nur|noch|mindestens|insgesamt|"
    r"allein|je|jeweils|nach|vor|statt|gegen|über|unter\s(?:ihnen|anderem)|\d[\d.]*)\s"
)


def reaches(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """Whether what `one` attributes holds the figure."""
    if not one.scope[0] <= figure.start < one.scope[1]:
        return False
    if one.points_to == "before" and not (figure.start > one.frame[1] and speech.is_reported(figure)):
        return False
    if one.frame[0] <= figure.start < one.frame[1]:
        return False
    if one.comes_after and figure.start >= one.frame[1] and _is_put_in(speech, one, figure):
        return True  # 'die wiederum, rechnet X vor, finanzierten 40 Häuser'
    if one.comes_after and figure.start >= one.frame[1] and not speech.is_subjunctive(*one.scope):
        return _is_tail(speech, one, figure)
    if speech.passage.text.endswith("mal", figure.start, figure.numeral.end) and _says_so_often(speech, one, figure):
        return False  # 'das hat X dreimal angekündigt'
    if _OF_SOURCE.search(speech.passage.text, max(0, figure.start - 24), figure.start):
        return False  # 'unter Berufung auf drei Insider'
    if (
        _is_prepositional(one)
        and figure.start < one.at[0]
        and _ONCE.search(speech.passage.text, max(0, figure.start - 24), figure.start)
    ):
        return False  # 'Von einst 9000 leben nach Angaben der Stadt noch 800 dort'
    if (
        figure.numeral.kind == "ordinal"
        and not one.comes_after
        and speech.passage.text.endswith(" als ", one.scope[0], figure.start)
    ):
        return False  # 'Am Mittwoch hatte X als erstes Land angekündigt'
    if _is_apart(speech, one, figure) or _is_aside(speech, one, figure) or _tells_scene(speech, one, figure):
        return False
    if not _is_so_many(speech, one, figure) and _is_of_article(speech, one, figure):
        return False
    low, high = sorted((figure.start, one.at[0]))
    if ";" not in speech.passage.text[low:high]:
        return True
    goes_on = figure.start > one.at[0] and _is_prepositional(one)
    return goes_on or speech.is_reported(figure) or _may_go_on(speech, figure)


def _is_prepositional(one: Attribution) -> bool:
    """'laut X', 'nach Angaben von X', 'nach Polizeiangaben', 'X zufolge'."""
    cue = one.cue.casefold()
    return cue == "nach" or cue.startswith(_PREPOSITIONS)


def _is_apart(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """Whether a figure is only demanded, counts the words themselves, or stands behind the dash of a headline."""
    text, (start, end) = speech.passage.text, speech.passage.sentences[figure.sentence]
    if _DEMANDED.match(text, figure.noun_end, end):
        return True  # '85 gestand A ihnen zu, 250 forderte B'
    if one.cue.startswith(("nann", "nenn")) and _WORDS.match(text, figure.end, end):
        return True  # 'nannte drei Bedingungen'
    if one.comes_after or figure.start < one.at[1] or text[end - 1] in _SENTENCE_END:
        return False
    dashes = list(_DASH.finditer(text, start, end))
    return len(dashes) == 1 and one.frame[1] <= dashes[0].start() < figure.start


def _is_put_in(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """Whether who says it is put into the clause of the figure, whose verb comes after."""
    text = speech.passage.text
    if not text.startswith(", ", one.frame[1]) or _RELATIVE.match(text, one.frame[1]):
        return False
    found = speech.clauses(figure.sentence)
    before, after = moods.holding(found, one.frame[0] - 3), moods.holding(found, figure.start)
    is_next = moods.holding(found, one.frame[1] + 2) is after
    is_verb_first = _VERB_FIRST.match(text, after.start) is not None
    return is_next and is_verb_first and before.mood is None and not _NO_VERB.search(text, before.start, before.end)


def _says_so_often(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """Whether 'zweimal' stands right beside the verb of speech, and counts how often it was said."""
    if one.cue.casefold().startswith((*_PREPOSITIONS, "unter", "beruf", "berief", "so")):
        return False
    text = speech.passage.text
    low, high = (figure.end, one.at[0]) if figure.end <= one.at[0] else (one.at[1], figure.start)
    return not _SAID_APART.search(text, low, high) and not _AS_MUCH.match(text, figure.end)


def _is_tail(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """'40 Busse fahren, sagt X, ab Mai 60': what has no verb of its own goes on after who says it."""
    text, end = speech.passage.text, one.scope[1]
    if not _TAIL.match(text, one.frame[1], end):
        return False
    return not any(clause.mood for clause in speech.clauses(figure.sentence) if clause.start > one.frame[1])


def _is_of_article(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """Whether the figure stands in a clause of the article's own, in the indicative beside reported speech."""
    sentence = speech.passage.sentences[figure.sentence]
    found = speech.clauses(figure.sentence)
    own = moods.clause_at(found, figure.start)
    if _is_prepositional(one) and (_is_which(speech, own, figure) or _is_although(speech, one, found, figure)):
        return True
    if speech.is_quoted(figure.start) or not found[1:]:
        return False
    text = speech.passage.text
    if _is_said_aside(one, own, figure, sentence):
        return True
    if own.mood != "indicative" or own.start <= one.at[0] < own.end or not sentence[0] <= one.at[0] < sentence[1]:
        return False
    if _is_prepositional(one) and figure.start < one.at[0]:
        beside = next((c for c in reversed(found) if c.start <= one.at[0]), own)
        is_inside = own.is_relative and own.start <= figure.start < own.end
        # 'Er wählte die Szene für seinen ersten Film, weil dort laut X noch Leben ist'
        is_inside = is_inside or (own.is_main and _BECAUSE.match(text, beside.start) is not None)
        if (is_inside or _AMONG.match(speech.passage.text, beside.start)) and own.end <= beside.start:
            return True  # 'an der Front, die 1200 Kilometer lang ist, stehen laut X 640 Mann'; 'unter ihnen laut X 12'
        if beside.mood is None and beside.after == "," and max(own.end, figure.end) <= beside.start:
            # 'In Wien sind 38 Betten belegt, in Graz laut Klinik 22'
            return _FIGURE.search(speech.passage.text, one.frame[1], beside.end) is not None
        listed = moods.holding(found, beside.start - 6) if beside.mood is None and beside.after == "und" else None
        if listed and listed.mood is None and listed.after == "," and own.end <= listed.start:
            # 'Je 1000 kamen frei, 270 Männer und 120 Frauen davon laut X schon am Montag'
            return figure.end <= listed.start and _FIGURE.search(text, listed.start, listed.end) is not None
        return beside.mood is not None and own.end <= beside.start and moods.are_parted(own, beside, (",", ";", ":"))
    is_gapped = figure.start >= own.end and moods.holding(found, figure.start).after == "und"
    if one.of_object and one.at[0] < own.start <= figure.start and (figure.start < own.end or is_gapped):
        if _OF_THEM.match(text, figure.end) and not own.is_relative:
            return False  # 'X meldete sieben Verletzte, zwei davon schwebten in Lebensgefahr'
        return own.is_relative or (own.is_main and own.after in _STOPS)
    low, high = sorted((figure.start, one.frame[0]))
    others = [c for c in found if low < c.end and c.start < high and c.start != own.start]
    if own.is_relative and moods.may_be_told(speech.passage.text, own):
        return False
    if own.is_relative:
        around = [c for c in found if one.scope[0] <= c.start < one.scope[1] and c.start != own.start]
        return any(c.mood == "subjunctive" and not c.is_relative for c in around)
    return any(c.mood == "subjunctive" and moods.are_parted(own, c) for c in others)


def _is_although(speech: Speech, one: Attribution, found: list[moods.Clause], figure: Figure) -> bool:
    """'Er verlangt laut X den Abzug, obwohl er 40 Orte gar nicht hält': the article objects."""
    own = moods.holding(found, figure.start)
    is_after = one.frame[1] < figure.start and own.mood != "subjunctive"
    return is_after and _ALTHOUGH.match(speech.passage.text, own.start) is not None


def _tells_scene(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """'Ein Fischer, 71 Jahre alt, sitzt am Kai: „…“, sagt er': what stands before what is quoted is the article's."""
    text = speech.passage.text
    if not one.comes_after or figure.start > one.at[0] or text.find(": ", figure.end, one.at[0]) < 0:
        return False
    opens = _OPENS.search(text, figure.end, one.at[0])
    if opens is None or not speech.is_quoted(opens.end()) or speech.is_quoted(figure.start):
        return False
    return not speech.is_subjunctive(speech.passage.sentences[figure.sentence][0], opens.start())


def _is_so_many(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """'Laut einer Umfrage wären 38 Prozent bereit, im Mai waren es zehn': by the same source."""
    said = _SO_MANY.search(speech.passage.text, max(0, figure.start - 24), figure.start)
    is_behind = said is not None and figure.start > one.at[0]
    return is_behind and _is_prepositional(one)


def _is_said_aside(one: Attribution, own: moods.Clause, figure: Figure, sentence: Interval) -> bool:
    """'…, so X beim Gipfel, zu dem 80 Delegationen angereist sind': the article's own, behind who says it."""
    is_behind = one.cue in ("so", "wie") or one.comes_after
    if not is_behind or one.frame[0] <= sentence[0] or own.mood != "indicative":
        return False
    return own.is_relative and figure.start >= one.frame[1] and own.start - one.frame[1] <= len(", ")


def _is_which(speech: Speech, own: moods.Clause, figure: Figure) -> bool:
    """'Der erste Krieg kostete laut X 40 Leben': which one it is, nobody needs to state."""
    is_first = _WHICH.fullmatch(speech.passage.text, own.start, figure.start) is not None
    return figure.numeral.kind == "ordinal" and is_first


def _may_go_on(speech: Speech, figure: Figure) -> bool:
    """Whether the main clause of the figure, after a semicolon, may be reported speech."""
    text, (start, end) = speech.passage.text, speech.passage.sentences[figure.sentence]
    semicolon, after = text.rfind(";", start, figure.start), text.find(";", figure.start, end)
    return semicolon >= 0 and may_be_subjunctive(text, semicolon, after if after >= 0 else end)


def _is_aside(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """'Der Libanon, dessen Währung neun Zehntel verloren hat, könnte X zufolge …': the article's own aside."""
    text, sentence = speech.passage.text, speech.passage.sentences[figure.sentence]
    if text.find(" –", *sentence) >= 0 or text.find(" —", *sentence) >= 0:
        own = moods.holding(speech.clauses(figure.sentence), figure.start)
        is_dashed = own.after in ("–", "—") and text[own.end : own.end + 2] in (" –", " —")
        if is_dashed and own.mood == "indicative" and not own.start <= one.at[0] < own.end:
            return True  # 'X zufolge – sie hat 9000 Leute – fehlen 40'
    start, end = speech.passage.part_of(figure)
    if not text.startswith(("dessen ", "deren "), start) or start <= one.at[0] < end:
        return False
    return not speech.is_subjunctive(start, end)  # 'die Raffinerie, deren Kapazität zu einem Viertel ausfalle'


def _in_clause(speech: Speech, one: Attribution, figure: Figure) -> bool:
    """Whether the cue stands in the very clause of the figure."""
    found = speech.clauses(figure.sentence)
    return moods.holding(found, figure.start) is moods.holding(found, one.at[0])


def distance(speech: Speech, one: Attribution, figure: Figure) -> tuple[bool, bool, bool, int]:
    """Whom a medium refers to, or somebody tells of, comes first: who speaks, not through whom; then the nearest."""
    low, high = sorted((figure.start, one.at[0]))
    is_parted = " – " in speech.passage.text[low:high]
    is_beside = _is_prepositional(one) and _in_clause(speech, one, figure)
    return (
        is_parted,
        not (one.is_told or one.cue.casefold().startswith(("unter ", "beruf", "berief"))),
        not is_beside,
        abs(one.at[0] - figure.start),
    )
