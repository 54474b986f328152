"""A form of a speech verb in its clause: where the clause begins and ends, and whether it speaks there at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.numerals.words import cardinal
from peacetalks_cli.german.speech.attribution import CLAUSE_END, SPACE
from peacetalks_cli.german.speech.phrase_words import DETERMINER, STATEMENT
from peacetalks_cli.german.speech.source_name import reduced
from peacetalks_cli.german.speech.source_phrase import NameAt
from peacetalks_cli.german.speech.speech_verbs import Usage, usages
from peacetalks_cli.german.speech.subject import nominative

# Weapons, the dead, deeds and sums state nothing, though they stand where a subject may.
SPEECHLESS = re.compile(
    r"(?:Tote[nr]?|Todesopfer|Verletzte[nr]?|Verwundete[nr]?|Vermisste[nr]?|Leichen|Gefallene[nr]?|"
    r"(?:[\w-]*(?:[Dd]rohnen?|[Rr]aketen?|[Ww]affen|[Pp]anzer|[Bb]omben?|[Gg]ranaten?|[Mm]unition))|"
    r"Abschuss|Abschüsse|Beschuss|Start|Tod|Fund|Einschlag|Einschläge|Treffer|Verluste?|Schäden|Schaden|Geld|Gelder|"
    r"[\w-]*[Pp]akete?|Angebote?|Summe|Betrag|Fortschritte?|Erfolge?|Brände?|Explosion(?:en)?|Stromausfälle?|Ausfälle?|Festnahmen?|"
    r"Angriffe?|Attacken?|Einnahme|Eroberung|Ende|Beginn|Freilassung|Zuw[aä]chse?|Zuwachs|Anstiege?|Rückgänge?|Einbrüche?|Plus|"
    r"Minus|Wachstum|\w*(?:[Ww]erte?|[Pp]reise?|[Kk]osten|[Ss]teuern)|Importbedarf)$"
)
# A quality, a quantity or a deed is no person, no body and no paper: 'das Risiko gab der Arzt mit 20 Prozent an'.
_ABSTRACT = re.compile(
    r"(?![\w-]*(?:(?:[Mm]ehr|[Mm]inder|[Ee]in|[Gg]esund)heit|(?:[Oo]brig|[Öö]ffentlich|[Gg]eistlich)keit|[Bb]ündnis|"
    r"(?:[Uu]niversi|[Ff]akul)tät|[Vv]erzeichnis)$)"
    r"[\w-]*(?:heit|keit|tät|nis|ismus|[Rr]isik(?:o|en)|[Cc]hancen?|[Qq]uoten?|[Mm]enge|[Gg]ewicht|[Dd]auer|[Tt]empo|[Aa]ktiva|"
    r"[Ww]iderstand|[Pp]roteste?|[Rr]egress|[Rr]ück(?:zug|tritt|gang)|[Nn]euwahlen|[Ss]anktionen|[Kk]onsequenzen|"
    r"[Mm]aßnahmen|[Ss]chritte|[Zz]weifel|[Ee]inzelheiten|[Bb]eispiele?|[Gg]ründe|[Bb]edarf|[Gg]ewinn|[Uu]msatz|[Ee]rlös|[Ll]awinen?|"
    r"[Ss]turm|[Ff]lammen|[Ww]ellen?|[Ss]trömung|[Gg]egenoffensive|[Oo]ffensive|[Ww]affenruhe|[Ff]euerpause|[Ww]ochenende|[Aa]bend(?:en)?)$"
)
NOBODY = re.compile(rf"{SPACE}?(?:[Ee]s|[Mm]an|[Ww]ir|[Ii]ch)\b")
PASSIVE = re.compile(r"\b(?:wurden?|worden|werden|wird|sind|ist|seien?|war|waren)\b")
VON_FIRST = re.compile(rf"(?:Von|Auf|Mit){SPACE}")
SUBORDINATE = re.compile(
    r"(?:dass|daß|ob|weil|während|nachdem|obwohl|obgleich|wenn|als|da|wonach|sodass|sodaß|Während|Nachdem|Obwohl|Weil|Wenn|Als|Da)\s"
)
NEW_SUBJECT = re.compile(r"(?:der|die|das)\s")
SINGULAR = re.compile(r"(?:ein|eine[nms]?|das|den|dem|der)\s")
# A heading without a full stop: '5000 Zuschauer erwartet Nach zwei Jahren …'.
_HEADING_ENDS = re.compile(
    r"\s(?:Nach|In|Im|Am|An|Auf|Bei|Mit|Seit|Der|Die|Das|Ein|Eine|Es|Er|Als|Wie|Zum|Zur|Für|Vor|Wegen)\s"
)
_COUNTING = re.compile(
    r"(?:[Ii]nstitut[es]?|[Ww]atch|[Cc]ent(?:er|re)|[Oo]bservatory|[Nn]etzwerk|[Nn]etwork|[Tt]hinktank|[Dd]enkfabrik|[Ii]nitiative|[Ll]abor|[Aa]gentur|[Aa]mt|[Bb]ehörde|[Dd]ienst|[Oo]rganisation|[Ff]orscher|[Ee]xperten|[Aa]nalysten|[Öö]konomen|[Bb]eobachtungsstelle|[Zz]entrum|[Bb]ank|[Zz]eitung|[Mm]inisterium|[Bb]ehörden|[Hh]aus|[Aa]nalyst(?:in)?|[Ff]orscherin|[Öö]konom(?:in)?|[Dd]emograf(?:in)?|[Ss]tatistiker(?:in)?|[Hh]istoriker(?:in)?|[Aa]nalytiker(?:in)?|[Rr]echercheure?|[Ss]tatistiker|[Ww]arte|[Ss]tation|[Gg]ruppe|[Rr]edaktion)$"
)
_COUNTED = re.compile(r"(?:(?:[Rr]und|[Ee]twa|[Kk]napp|[Ff]ast|[Gg]ut|[Üü]ber|[Mm]ehr\sals)\s)?(?P<figure>[\w.,]+)")
_BARE = re.compile(r"\s(?:\w+\s){0,2}auf\s(?:(?:rund|etwa|knapp|gut|fast|nur|bloß|lediglich)\s)?\d[\d.,’]*(?=[,.;]|$)")
_STATED = re.compile(r"\b(?:[Ll]aut|zufolge|[Nn]ach|beziffer\w+|schätz\w+|nannte|nennt|spr(?:icht|ach)|meldet\w*)\b")
_MODAL = re.compile(
    r"\b(?:will|wollen|wollte[nt]?|soll|sollen|sollte[nt]?|muss|müssen|muß|mu(?:ss|ß)te[nt]?|kann|können|konnte[nt]?|könnte[nt]?|"
    r"müsse|solle|könne|dürfe|wolle|darf|dürfen|durfte[nt]?|dürfte[nt]?|wird|werden|würden?|mag|mögen|möchte[nt]?|lä(?:ss|ß)t|lie(?:ss|ß)(?:en)?)\b"
)
_MODAL_LAST = re.compile(
    r"\w+\s(?:soll(?:en|te|ten)?|will|wollen|wollten?|kann|können|konnten?|muss|müssen|mussten?)(?=[,.;:]|$)"
)
_COMPARED = re.compile(r"\b(?:als|[Ww]ie)(?:\s[a-zäöüß]+){0,2}\s$")
_ATTRIBUTE = re.compile(
    r"\b(?:[Dd]e[rnms]|[Dd]ie|[Dd]as|[Ee]ine[rmns]?)\s(?:am|im|in|an|auf|bei|für|mit|vom|von|zuletzt|zuvor|gestern|heute|kürzlich|bereits|ursprünglich|bisher|jüngst|"
    r"erst|offiziell|öffentlich|nun|schon)\b(?:\s[\w.]+){0,4}\s$"
)
_WORD_BEFORE = re.compile(r"[\w-]+\s$")
_TO = re.compile(r"\szu\s$")
_NOUN = re.compile(r"[A-ZÄÖÜ][\w-]+(?!\w)")
_REACH = 400  # characters behind a verb in which its particle stands
_PUT_IN = re.compile(
    r"(?:(?:eine?|genannt|alias|bekannt\sals|bürgerlich|mit\sbürgerlichem\sNamen)\s[^,]{3,60},|(?:der|die|das|dem|den|dessen|deren|auch|wenn|weil|obwohl|wie|wo|was|so)\s(?:[^,„]|,(?=\d)|„[^“]*“)*\s[a-zäöüß]+,)"
)
_IN_APPOSITION = re.compile(r"(?:der|die|das|eine?|selbst|seit|einst)\s[^,;:„]{3,60},\s$")
_HAS_FIRST = re.compile(r"(?:hat|hatten?|haben)\s")
_QUOTED = re.compile(r"(?<=[a-zäöüß]\s)„[^“]{1,60}“(?=\s[a-zäöüß])")  # a few words within a clause
_BREAK = re.compile(r",\s|[;:“”\"]\s|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class SpeechVerb:
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
class Reading:
    """One sentence, read for its clauses of speech."""

    text: str
    sentence: Interval
    names: Sequence[NameAt]

    def source(self, phrase: Interval) -> Interval:
        return reduced(self.text, phrase, self.names)

    def before(self, verb: SpeechVerb) -> str:
        return self.text[verb.begin : verb.start]

    def nominative(self, start: int, end: int) -> Interval | None:
        """The subject in [start, end), past what says nothing: 'Tote meldeten die Behörden'."""
        phrase = nominative(self.text, start, end, self.names)
        while phrase and _is_speechless(self.text[slice(*first_noun(self.text, phrase))]):
            phrase = nominative(self.text, phrase[1], end, self.names)
        return phrase


@lru_cache(maxsize=8192)
def _is_speechless(noun: str) -> bool:
    return SPEECHLESS.search(noun) is not None or _ABSTRACT.match(noun) is not None


def verb_at(reading: Reading, word: re.Match[str]) -> SpeechVerb | None:
    """The form as a verb of speech in its clause, None where it is something else."""
    text, sentence = reading.text, reading.sentence
    stop = CLAUSE_END.search(text, word.end(), sentence[1])
    end = stop.start() if stop else sentence[1]
    begin = _clause_start(text, sentence[0], word.start())
    is_last = not text[word.end() : end].strip()
    if (
        _is_attribute(text, word)
        or _COMPARED.search(text, begin, word.start())
        or _HEADING_ENDS.match(text, word.end())
    ):
        return None
    for usage in usages()[word["cue"]]:
        if usage.only_by_document and not _is_document(reading, begin, end, word):
            continue
        if usage.is_infinitive and _is_infinitive(text, begin, word.start(), is_last):
            continue
        limit = min(sentence[1], word.end() + _REACH) if usage.is_far else end
        is_fronted = word["cue"].startswith("spr") and VON_FIRST.match(text, begin)
        is_there = usage.need is None or is_fronted or usage.need.search(text, word.end(), limit)
        if usage.need and not is_there and (is_last or usage.is_participle):
            is_there = usage.need.search(text, begin, word.start())
        if is_there:
            stopped_by = text[end] if end < sentence[1] else ""
            return SpeechVerb(word["cue"], word.start(), word.end(), begin, end, stopped_by, usage)
    return None


def _is_document(reading: Reading, begin: int, end: int, word: re.Match[str]) -> bool:
    """Whether the subject is something written, or one who counts: 'das Institut kommt auf'."""
    for subject in (reading.nominative(begin, word.start()), reading.nominative(word.end(), end)):
        if subject is None or (word["cue"].startswith("k") and reading.text.endswith("Liste", *subject)):
            continue  # 'die Liste kommt auf acht Prozent'
        is_counting = word["cue"].startswith(("k", "m", "w", "gek")) and any(
            _COUNTING.search(reading.text, *one.span()) for one in _NOUN.finditer(reading.text, *subject)
        )
        is_counting = is_counting or _is_estimated(reading, subject, word)
        if is_counting or STATEMENT.fullmatch(reading.text, *first_noun(reading.text, subject)):
            return True
    return False


def _is_estimated(reading: Reading, subject: Interval, word: re.Match[str]) -> bool:
    """'Der Hafen hat laut X 18 Kräne, Jan Bock kommt auf 20': a bare figure beside one that is stated."""
    if not any(name.label == "PER" and subject[0] <= name.start < subject[1] for name in reading.names):
        return False
    if not _BARE.match(reading.text, word.end(), reading.sentence[1]):
        return False
    return _STATED.search(reading.text, reading.sentence[0], subject[0]) is not None


def _is_attribute(text: str, word: re.Match[str]) -> bool:
    """'eines erwarteten Verlusts', 'die gemeldeten Fälle'."""
    if not word["cue"].endswith(("te", "ten")) or not text[word.end() + 1 : word.end() + 2].isupper():
        return False
    if not any(usage.is_participle for usage in usages().get(word["cue"].rstrip("en"), ())):
        return False
    if _ATTRIBUTE.search(text, max(0, word.start() - 60), word.start()):
        return True  # 'in der am Montag verkündeten Entscheidung'
    before = _WORD_BEFORE.search(text, max(0, word.start() - 24), word.start())
    return bool(before and DETERMINER.match(before.group().strip()) and before.group() not in ("Das ", "Dies "))


def _is_infinitive(text: str, begin: int, at: int, is_last: bool) -> bool:
    """'zu melden', 'will melden': no 'die Behörden melden'."""
    if _TO.search(text, begin, at) or _MODAL_LAST.match(text, at):
        return True
    return is_last and not SUBORDINATE.match(text, begin) and _MODAL.search(text, begin, at) is not None


def _clause_start(text: str, floor: int, end: int) -> int:
    """After the last clause break before `end`; an apposition or a relative clause right before it is passed over."""
    breaks = [floor, *(stop.end() for stop in _BREAK.finditer(text, floor, end))]
    close = text.rfind(") ", breaks[-1], end)
    opening = text.rfind("(", floor, close) if close >= 0 else -1
    if 0 <= opening < breaks[-1]:  # 'In der Studie (samt Verzeichnis, Anhang) räumt X ein'
        breaks = [at for at in breaks if at <= opening]
    if text.find("„", floor, end) >= 0:
        quoted = [words.span() for words in _QUOTED.finditer(text, floor, end)]
        breaks = [at for at in breaks if not any(first < at <= last + 1 for first, last in quoted)]
    if breaks[-1] < end or text[end - 2 : end] != ", ":
        begin = max(at for at in breaks if at < end or at == floor)
        if len(breaks) > 3 and _HAS_FIRST.match(text, breaks[-3]) and _IN_APPOSITION.match(text, breaks[-2], begin):
            return breaks[-3]  # ', hatte X, eine Enkelin der Gründerin, im Mai erklärt, '
        if not (_HAS_FIRST.match(text, begin) and text[begin - 2] == "," and len(breaks) > 2):
            return begin
        breaks = [at for at in breaks if at <= begin]  # 'Der Minister, seit Mai im Amt, hat erklärt'
    del breaks[-1]
    while len(breaks) > 1 and text[breaks[-1] - 2] == ",":  # the comma that opens what was put in
        del breaks[-1]
        if not _PUT_IN.match(text, breaks[-1]):
            break
    return breaks[-1] if breaks else floor


def first_noun(text: str, phrase: Interval) -> Interval:
    nouns = _NOUN.finditer(text, *phrase)
    return next((noun.span() for noun in nouns if not DETERMINER.match(noun.group())), phrase)


def is_counted(text: str, verb: SpeechVerb) -> bool:
    """Whether the clause begins with a number, and its verb is in the plural."""
    first = _COUNTED.match(text, verb.begin)
    return verb.form.endswith("en") and first is not None and is_figure(first["figure"].casefold())


def is_figure(word: str) -> bool:
    return word[0].isdecimal() or cardinal(word) is not None
