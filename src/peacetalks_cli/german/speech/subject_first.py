"""The subject before the verb of speech: 'X sagte, …', 'X sprach von 30 Toten'; not so: '30 Tote meldet X'."""

import re
from dataclasses import replace

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech import source_phrase
from peacetalks_cli.german.speech.attribution import FIGURE_NOUN, RELATIVE_START, SPACE, Attribution, with_seat
from peacetalks_cli.german.speech.speech_clause import (
    NEW_SUBJECT,
    NOBODY,
    PASSIVE,
    SINGULAR,
    SUBORDINATE,
    VON_FIRST,
    Reading,
    SpeechVerb,
    first_noun,
    is_counted,
)
from peacetalks_cli.german.speech.subject import nominative
from peacetalks_cli.german.speech.subjunctive import is_subjunctive

# 'Was das heißt, erzählt man auf der Insel', 'Husum, sagt einer von ihnen, …'.
_ANYBODY = re.compile(r"\s(?:man|jemand|niemand|keiner|(?:eine[rs]?|viele|manche|einige)(?=\svon\sihnen|,))\b")
_HAD = re.compile(
    r"\b(?:\w*(?:[Ff]lüchtlinge?|[Pp]ilger|[Gg]äste?|[Bb]esucher|[Tt]ouristen|[Aa]rbeitslose|[Ss]chüler|[Ss]tudenten|[Nn]ächtigungen|"
    r"[Üü]bernachtungen|[Kk]onfessionen|[Gg]emeinden|[Ii]nseln|[Ss]prachen|[Vv]ereine)|Urlauber|Migranten|Vertriebene)n?\b"
)
_SUBJECT_WORD = re.compile(r"(?:Er|Sie|Es|Man|Wir|Ich|Dies|Das(?!\s[A-ZÄÖÜ]))\b")
_AUXILIARY = re.compile(r"\b(?:hat|hatte|haben|hatten)\b")
_REPORTED = re.compile(r"\bsei(?:en)?\b")
_BY = re.compile(rf"\b(?:von|seitens|durch)(?={SPACE})")
_IS = re.compile(r"\b(?:ist|war|sind|waren)\b")
_OF_VERBS = frozenset({"schrieb", "schreibt", "schrieben", "erzählte", "erzählt", "erzählten", "schreiben"})
_WITH_BE = ("ausgegangen", "gekommen")
_IT_STATES = ("meldete", "meldet", "bezifferte", "nannte", "registrierte", "vermeldete", "berichtete")
_VON = re.compile(rf"{SPACE}von{SPACE}")
_ACCUSATIVE = re.compile(
    r"(?:(?:Den|Einen|Diesen|Ihren|Seinen|Dem|Diesem|Einem)\s|"
    r"Der\s[„»«\"]?(?:dpa|APA|AFP|AP|BBC|ARD|NZZ|FAZ|SZ|taz|Bild|Zeit|Welt|Presse|\w*(?:zeitung|agentur|presse))\b)"
)
_COUNTS_FIRST = re.compile(
    r"(?:(?:[Mm]indestens|[Rr]und|[Ee]twa|[Üü]ber|[Mm]ehr als|[Ii]nsgesamt|[Bb]is zu|[Kk]napp|[Ff]ast)\s)?"
    r"(?:\d[\d.,’' ]*\s?(?:\w+\s){0,3}?|(?:[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|"
    r"[Zz]ehn|[Ee]lf|[Zz]wölf|Dutzende|Hunderte|Tausende)\s(?:[a-zäöüß]+e\s|Millionen\s|Milliarden\s)?)[A-ZÄÖÜ]\w+\s(?=[a-zäöü])"
)
_MOVING = re.compile(  # 'von einem Lastwagen erfasst'
    r"(?:[Zz]ug(?:e?s)?|[Bb]us|[Bb]ahn|[Ll]kw|LKW|[Pp]kw|PKW|[Aa]uto|[Ww]agen|[Ll]ok|[Tt]raktor|[Tt]ram|[Ww]elle|[Ll]awine|[Ff]lammen|[Ss]trömung)$"
)
_HAS_PRONOUN = re.compile(r"\b(?:hat|hatte|war|ist)\s(?:er|sie)\b")
_THAT = re.compile(
    r"\s(?:dies|(?:das|es)(?=[,.;:]|\s(?:am|im|in|auf|bei|beim|gegenüber|vor|nach|mit|gestern|heute|später|zuletzt|nicht|auch|"
    r"danach|kurz|indes|jedoch|umgehend|sofort|erneut|zunächst|telefonisch|schriftlich)\b))(?![\w-])"
)
_FIGURE = re.compile(r"\d")
_AND = re.compile(r"\s(?:und|aber|doch)(?=\s)")
# ', auf der Liste stünden 40 Namen': no relative clause, whose verb comes last.
_MAIN_CLAUSE = re.compile(
    r",\s[^,;:]{3,80}?\s(?:sei(?:en)?|habe|hätten|werden?|würden|könn[et]en?|könne|müsse|mü(?:ss|ß)ten|solle|sollten|wolle|dürfe|lägen|liege|stünden|"
    r"stehe|kämen|komme|gäben|gebe|gehe|säßen|bestehe|reiche|brauche)\s(?!(?:worden|gewesen|können|müssen)\b)\w"
)
# 'schlägt das vor, und Tausende gehen', 'wies sie zurück, erwischte 40': no clause of what is said.
_GOES_ON = re.compile(
    r",\s(?:(?:und|aber|doch|denn|sondern)\s|(?!(?:heute|könnte|sollte|müsste|hätte|dürfte|wollte|konnte|musste)n?\b)"
    r"[a-zäöüß]{4,}te\s(?:\d|[a-zäöüß]))"
)
# ', in der Stadt harrten noch 340 aus': the verb comes second, where that of a relative clause comes last.
_VERB_SECOND = re.compile(
    r",\s(?:in|an|auf|bei|aus|von|mit|nach|zu|unter|für)\s(?:der|dem|den)\s(?:[a-zäöüß]+en\s)?[A-ZÄÖÜ][\w-]+\s"
    r"[a-zäöüß]{2,}(?:t|te|en|ten|ist|war|sind|lag|kam|stand|gab)\s(?!(?:[a-zäöüß]+(?:en|t)[,.]|und\s))[\wäöüß]"
)
_PLURAL = re.compile(r"[a-zäöüß]+en\b")
_LISTED = re.compile(r"[A-ZÄÖÜ][\w-]+\s(?:und|oder|sowie)\s[A-ZÄÖÜ][\w-]+\s(?:\([^()]*\)\s)?")
_WHERE = re.compile(r",\s(?:wo|dem|denen|\w+\s\w+)\s")
_LAST = re.compile(r"(?:\s(?:hat|hatte|haben|hatten|habe|wird|werden))?\s?")


def subject_first(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """'X sagte, …', 'X hatte erklärt, …', 'X sprach von 30 Toten'."""
    text, sentence = reading.text, reading.sentence
    if _ANYBODY.match(text, verb.after):
        return None
    before = reading.before(verb)
    is_last = bool(verb.stopped_by) and not text[verb.after : verb.end].strip()
    relative = RELATIVE_START.match(text, verb.begin - 2) if verb.begin > sentence[0] else None
    if relative and _WHERE.match(relative.group()) and _LAST.fullmatch(text[verb.after : verb.end].rstrip(".")):
        return _in_relative(reading, verb, relative) if verb.usage.takes_object else None
    if is_last and relative:
        return None  # 'Vertriebene, die das UNHCR zählte, …': what comes after is the main clause again
    takes_object = (
        verb.usage.takes_object
        or verb.usage.only_by_document
        or (verb.form in _OF_VERBS and _VON.search(text, verb.after, verb.end) is not None)
    )
    complements = has_complement(reading, verb)
    is_wish = verb.usage.is_demand and not (complements and is_subjunctive(text, verb.end, sentence[1]))
    if is_wish or (not complements and not takes_object):
        return _only_speaker(reading, verb)
    if is_last and text.startswith(("wie ", "Wie "), verb.begin):
        return None  # read as a comment
    if takes_object and SUBORDINATE.match(text, verb.begin) and _LAST.fullmatch(text, verb.after, verb.end):
        return _subordinate(reading, verb)
    if verb.form in _WITH_BE:
        return _active(reading, verb, takes_object=True, complements=complements)
    if verb.usage.is_participle and _REPORTED.search(before):
        return None  # 'sei gemeldet worden'
    if verb.usage.is_participle or _AUXILIARY.search(before):
        begin = verb.start if complements and text.endswith(" und ", verb.begin, verb.start) else verb.begin
        if PASSIVE.search(text, begin, verb.end) and not _AUXILIARY.search(before):
            return _passive(reading, verb) if verb.usage.by_document else None
        if not _AUXILIARY.search(before) and not verb.form.endswith("t"):
            return None
        if not _AUXILIARY.search(before) and verb.form.startswith(("ge", "mitge", "ange", "einge", "zuge")):
            return None
    found = _active(reading, verb, takes_object=takes_object, complements=complements)
    return _past_demand(verb, found) if found and verb.usage.is_demand else found


def _past_demand(verb: SpeechVerb, found: Attribution) -> Attribution:
    """'bat um 65 Millionen, eingegangen seien 13': only what comes behind what is wanted is stated."""
    is_within = found.scope[0] < verb.end < found.scope[1]
    return replace(found, scope=(verb.end, found.scope[1])) if is_within else found


def _in_relative(reading: Reading, verb: SpeechVerb, relative: re.Match[str]) -> Attribution | None:
    """', wo X 30 Einsätze zählte': what is stated stands between subject and verb."""
    subject = reading.nominative(relative.end(), verb.start)
    if subject is None or FIGURE_NOUN.search(reading.text, *subject):
        return None
    return Attribution(reading.source(subject), verb.form, verb.at, (subject[1], verb.start), subject)


def has_complement(reading: Reading, verb: SpeechVerb) -> bool:
    """Whether the clause ends where what is said begins: 'sagte, es …', not 'kritisierte die Übung, an der …'."""
    if not verb.stopped_by or verb.stopped_by not in ",:„" or _GOES_ON.match(reading.text, verb.end):
        return False
    relative = RELATIVE_START.match(reading.text, verb.end)
    if verb.stopped_by != "," or relative is None:
        return True
    if _MAIN_CLAUSE.match(reading.text, verb.end) or _VERB_SECOND.match(reading.text, verb.end):
        return True
    if relative.group().count(" ") > 2:  # ', an der', which no clause begins with
        return False
    return verb.usage.takes_object or reading.nominative(verb.after, verb.end) is None


def _active(reading: Reading, verb: SpeechVerb, *, takes_object: bool, complements: bool) -> Attribution | None:
    text, sentence = reading.text, reading.sentence
    before = reading.before(verb)
    auxiliary = (_IS if verb.form in _WITH_BE else _AUXILIARY).search(text, verb.begin, verb.start)
    if auxiliary and _HAS_PRONOUN.search(before):
        return Attribution(
            None, verb.form, verb.at, (auxiliary.end(), sentence[1]), (verb.begin, auxiliary.end()), "speaker"
        )
    counts = None if is_counted(text, verb) and text[verb.begin].isalpha() else _COUNTS_FIRST.match(text, verb.begin)
    if counts and takes_object and counts.end() <= verb.start:
        return _object_first(reading, verb)
    if auxiliary and takes_object:  # 'Das Amt hat die Kosten auf 25 Millionen beziffert'
        subject = reading.nominative(verb.begin, auxiliary.start()) or reading.nominative(auxiliary.end(), verb.start)
        whole, frame = (auxiliary.end(), sentence[1]), (verb.begin, auxiliary.end())
        return Attribution(reading.source(subject), verb.form, verb.at, whole, frame) if subject else None
    scope = (verb.after, sentence[1])
    frame = verb.begin, verb.end if complements and not takes_object else verb.after
    has_object = takes_object and (
        _FIGURE.search(text, verb.after, verb.end) is not None
        or nominative(text, verb.after, verb.end, reading.names) is not None
    )
    if _THAT.match(text, verb.after):
        frame = verb.begin, max(frame[1], verb.end)  # 'bestätigte dies am dritten Tag der Gespräche'
    if re.match(r"(?:[Ee]r|[Ss]ie)\b", before):
        return Attribution(None, verb.form, verb.at, scope, frame, "speaker")
    if verb.begin == sentence[0] and re.match(r"\s(?:er|sie)\b", text[verb.after : verb.after + 5]):
        return Attribution(None, verb.form, verb.at, scope, frame, "speaker")  # 'Zuvor sagte er, …'
    if before.strip() and text.startswith((" er ", " er,"), verb.after) and not SUBORDINATE.match(text, verb.begin):
        return Attribution(None, verb.form, verb.at, scope, frame, "speaker")  # 'den Schaden gab er mit 30 an'
    if before.strip() and text.startswith(" es ", verb.after) and verb.form in _IT_STATES:
        return Attribution(None, verb.form, verb.at, scope, frame, "body")  # 'Zudem meldete es 40 Brände'
    if after := _subject_after(reading, verb):
        if takes_object and VON_FIRST.match(text, verb.begin):
            return _object_first(reading, verb)
        end = with_seat(text, after[1], reading.names)
        span = after[1], sentence[1]
        source = reading.source(after)
        return Attribution(source, verb.form, verb.at, span, (verb.start, end), of_object=has_object)
    speaker = _subject(reading, verb.begin, verb.start)
    if speaker is None or _has_so_many(reading, verb, speaker):
        return None
    return Attribution(reading.source(speaker), verb.form, verb.at, scope, frame, of_object=has_object)


def _has_so_many(reading: Reading, verb: SpeechVerb, subject: Interval) -> bool:
    """'Husum zählte im Sommer 40 Gäste': a place has them, and does not count them."""
    if not verb.form.startswith(("zähl", "verzeichn")):
        return False
    is_place = any(name.label == "LOC" and (name.start, name.end) == subject for name in reading.names)
    return is_place and _HAD.search(reading.text, verb.after, verb.end) is not None


def _object_first(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """'30 Tote meldet X', 'Von 30 Toten spricht X'."""
    phrase = reading.nominative(verb.after, verb.end)
    has = _AUXILIARY.search(reading.text, verb.begin, verb.start) if phrase is None else None
    if has:  # '40 Tote hat die Stelle seit Mai gezählt'
        phrase = reading.nominative(has.end(), verb.start)
        if phrase is None:
            return None
        scope, frame = (verb.begin, reading.sentence[1]), (has.start(), phrase[1])
        return Attribution(reading.source(phrase), verb.form, verb.at, scope, frame, of_object=True)
    if phrase is None or ("Prozent" in reading.before(verb) and is_counted(reading.text, verb)):
        return None  # '70 Prozent schätzen die Schule'
    frame = verb.start, with_seat(reading.text, phrase[1], reading.names)
    scope = verb.begin, reading.sentence[1]
    return Attribution(reading.source(phrase), verb.form, verb.at, scope, frame, of_object=True)


def _subordinate(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """'während X von 30 Toten spricht': what is stated stands between subject and verb."""
    conjunction = SUBORDINATE.match(reading.text, verb.begin)
    subject = reading.nominative(conjunction.end(), verb.start) if conjunction else None
    if subject is None:
        return None
    return Attribution(reading.source(subject), verb.form, verb.at, (subject[1], verb.start), subject)


def _passive(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """'Der Schaden wird von X auf 30 Millionen geschätzt'."""
    for by in reversed(list(_BY.finditer(reading.text, verb.begin, verb.end))):
        phrase = source_phrase.forward(reading.text, by.end(), verb.end, reading.names)
        if phrase and not (FIGURE_NOUN.search(reading.text, *phrase) or _MOVING.search(reading.text, *phrase)):
            scope, frame = (verb.begin, verb.end), (by.start(), phrase[1])
            return Attribution(reading.source(phrase), verb.form, verb.at, scope, frame)
    return None


def _only_speaker(reading: Reading, verb: SpeechVerb) -> Attribution | None:
    """'X erinnerte an die Belagerten.': states no figure, but who goes on speaking in the next sentence."""
    text = reading.text
    phrase = source_phrase.forward(text, verb.begin, verb.start, reading.names)
    between = text[phrase[1] : verb.start].strip() if phrase else ""
    if phrase is None or (between and not (between[0] == between[-1] == ",")) or verb.form.startswith("ge"):
        return None
    if verb.begin > reading.sentence[0] and not text[verb.after : verb.end].strip():
        return None  # 'Abgeordnete, die den Vertrag ablehnten'
    nothing = verb.start, verb.start
    return Attribution(reading.source(phrase), verb.form, verb.at, nothing, nothing)


def _subject_after(reading: Reading, verb: SpeechVerb) -> Interval | None:
    """'Nach elf Stunden verkündete der Gastgeber, …': what comes first is no subject."""
    text = reading.text
    if not reading.before(verb).strip() or _SUBJECT_WORD.match(text, verb.begin) or NOBODY.match(text, verb.after):
        return None
    is_fronted = verb.usage.takes_object and VON_FIRST.match(text, verb.begin)
    is_list = text[verb.begin - 2 : verb.begin] == ", " and not verb.form.endswith("en")
    is_list = (
        is_list and _LISTED.fullmatch(text, verb.begin, verb.start) is not None
    )  # 'vor Zinsen, Steuern und Zoll rechnet X'
    first = None if is_fronted or is_list else _subject(reading, verb.begin, verb.start)
    if first and not _ACCUSATIVE.match(text, verb.begin) and not FIGURE_NOUN.search(text, *first_noun(text, first)):
        return None
    phrase = reading.nominative(verb.after, verb.end)
    if phrase and is_counted(text, verb) and (SINGULAR.match(text, phrase[0]) or "Prozent" in reading.before(verb)):
        return None  # 'Zwei Abgeordnete kündigten ein Nein an'
    return source_phrase.forward(text, phrase[0], reading.sentence[1], reading.names) if phrase else None


def _subject(reading: Reading, begin: int, end: int) -> Interval | None:
    """The phrase before the verb that names who speaks: right before it after 'und', else the first one."""
    text = reading.text
    for link in reversed(list(_AND.finditer(text, begin, end))):
        phrase = reading.nominative(link.end(), end)
        is_beside = phrase is not None and phrase[0] == link.end() + 1 and not text[phrase[1] : end].strip()
        if phrase and is_beside and NEW_SUBJECT.match(text, phrase[0]):
            first = reading.nominative(begin, end)
            if first and first[1] == link.start() and _PLURAL.match(text, end):
                return first  # 'Die UNO und die Weltbank schätzen'
            return phrase
    return reading.nominative(begin, end)
