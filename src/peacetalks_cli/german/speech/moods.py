"""The clauses of a sentence and their moods: what stands in the indicative beside reported speech is the article's."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.speech.phrase_words import DETERMINER
from peacetalks_cli.german.speech.subjunctive import is_any_subjunctive

Mood = Literal["indicative", "subjunctive"]

_BREAK = re.compile(r",\s|;\s|:\s|\s[–—]\s|\s(?:und|oder|sowie)\s")
_HARD = (",", ";")
_CONJUNCTION = re.compile(
    r"(?:(?:und|aber|oder|sondern)\s)?(?:[Dd]a(?:ss|ß)|[Oo]b|[Ww]eil|[Ww]enn|[Ff]alls|[Aa]ls|[Nn]achdem|[Bb]evor|[Oo]bwohl|"
    r"[Oo]bgleich|[Ss]oda(?:ss|ß)|[Ii]ndem|[Ss]obald|[Ss]olange|[Ww]onach|[Ww]obei|während|damit|da|seit|bis|so\sda(?:ss|ß)|wie|um|"
    r"ohne|statt)\s"
)
_RELATIVE = re.compile(
    r"(?!von\sdenen)(?:(?:in|mit|auf|bei|aus|von|an|für|zu|unter|durch|nach|über|um|gegen|ohne|seit|vor)\s)?"
    r"(?:der|die|das|dem|den|denen|dessen|deren|welche[nmrs]?|wo|wohin|woher|was)\s"
)
_LAST_VERB = re.compile(
    r"\b(?!(?:alt|kalt|statt|satt|weit|breit|bereit|oft|nicht|erst|selbst|fast|acht|sonst|eben|unten|oben)$)"
    r"(?:[a-zäöüß]{2,}(?:en|e[rl]n|ten?|[a-zäöüß]t)|(?:[a-zäöüß]{2,3})?(?:ist|sind|war|hat|wird|saß|sass|lag|stand|kam|ging|sah|trug|fuhr|starb|lief|wurde))$"
)
_PARTICIPLE_LAST = re.compile(
    r"\b(?:aus|an|auf|ein|ab|zu|vor|mit|nach|um|weg|zurück|her|hin|fest|bei|unter)ge[a-zäöüß]+(?:en|t)$"
)
_WEAK = re.compile(r"\b[a-zäöüß]{3,}ten\b")
_PAST_LAST = re.compile(r"\b(?!ge)[a-zäöüß]{3,}ten$")
_PAST_TIME = re.compile(r"\b(?:früher|damals|einst|zuvor|vorher|seit|bis|vor|nach|seinerzeit|ehemals|19\d\d|20\d\d)\b")
_INFINITIVE = re.compile(r"\bzu\s[a-zäöüß]+n$")
_WORD = re.compile(r"\w+")
_FINITE_WORDS = (
    "ist sind war waren hat hatte hatten wird wurde wurden kann konnte konnten muss muß musste mußte mussten mußten "
    "will wollte wollten darf durfte durften gibt gab gaben kommt kamen geht ging gingen liegt lag lagen steht stand "
    "standen starb starben stirbt bleibt blieb blieben fiel fielen fällt stieg stiegen steigt sank sanken sinkt floss "
    "flossen fließt fuhr fuhren fährt flog flogen fliegt hielt hielten hält lebt gilt galt galten heißt hieß nimmt "
    "nahm nahmen fand fanden findet bringt brachte brachten läuft lief liefen schlug schlugen traf trafen trifft "
    "verlor verliert zog zogen zieht sitzt saß saßen trägt trug trugen zählt braucht fehlt kostet beträgt betrug "
    "umfasst reicht wächst wuchs wuchsen erhielt erhielten erhält entstand entstanden verließ verließen bekam bekamen "
    "bekommt brannte brannten sieht sah sahen wog schwieg half halfen stammt stammen wohnt arbeitet kämpft wartet "
    "frisst soll"
)
_FINITE = frozenset(_FINITE_WORDS.split())
# Forms that are the infinitive too, which stands last.
_PLURAL_WORDS = (
    "haben werden können müssen wollen kommen gehen liegen stehen sterben bleiben fallen steigen sinken fließen "
    "fahren leben gelten finden laufen verloren ziehen zählen brauchen fehlen kosten reichen bekommen harren wohnen "
    "arbeiten kämpfen warten sollen zahlen verdienen kaufen verkaufen verbrauchen liefern erhalten besitzen tragen "
    "sitzen"
)
_PLURAL = frozenset(_PLURAL_WORDS.split())
_PLURAL_FIRST = re.compile(rf"\b(?:{'|'.join(_PLURAL_WORDS.split())})\b(?=\s\w)")
# A regular past: "herrschten gestern", "räumten 3200 Bewohner", no adjective before its noun.
_PAST = re.compile(r"(?P<before>[\w-]+)\s(?P<verb>(?!ge)[a-zäöüß]{3,}te[n]?)\s(?P<after>[\w„\"]+)")
_NO_PAST = {
    "heute", "gute", "guten", "letzte", "letzten", "erste", "ersten", "zweite", "zweiten", "dritte", "dritten", "beste",
    "besten", "meisten", "ältesten", "größten", "nächsten", "hätte", "hätten", "könnten", "sollten", "müssten",
    "dürften", "wollten", "weiten", "breiten", "alte", "alten", "unten", "hinten", "mitten", "selten", "bitte",
    "rechten",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """`mood` is None where no finite verb shows it. `is_main`: no conjunction and no relative pronoun begins it.
    `is_weak`: its verb is a regular past in the plural, which the subjunctive falls together with."""

    start: int
    end: int
    mood: Mood | None
    is_main: bool
    is_relative: bool
    after: str
    is_weak: bool = False


def clauses(text: str, sentence: Interval) -> list[Clause]:
    """The clauses of a sentence, cut at commas and conjunctions; `after`: what it comes after."""
    found = []
    at, after = sentence[0], ""
    for stop in _BREAK.finditer(text, *sentence):
        found.append(_clause(text, at, stop.start(), after))
        at, after = stop.end(), stop.group().strip()
    end = at + len(text[at : sentence[1]].rstrip('.!?… "“”«»)'))
    found.append(_clause(text, at, end, after))
    return found


def _clause(text: str, start: int, end: int, after: str) -> Clause:
    words = _WORD.findall(text, start, end)
    subordinate = _CONJUNCTION.match(text, start) is not None
    relative = after == "," and _RELATIVE.match(text, start) is not None
    mood: Mood | None = None
    if is_any_subjunctive(text, start, end, words):
        mood = "subjunctive"
    ends_in_verb = _ends_in_verb(text, start, end, words)
    if relative and _INFINITIVE.search(text, max(start, end - 30), end):
        relative = ends_in_verb = False  # 'wer das Recht habe, auf dem Platz zu arbeiten'
    is_strong = mood is None and _is_strong(text, start, end, words)
    if mood is None and (is_strong or _is_past(text, start, end, words) or (relative and ends_in_verb)):
        mood = "indicative"
    is_relative = relative and (mood is None or ends_in_verb)
    is_weak = mood == "indicative" and not is_strong and _WEAK.search(text, start, end) is not None
    return Clause(start, end, mood, not subordinate and not is_relative, is_relative, after, is_weak)


def _ends_in_verb(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether the last of the words of a clause is a verb; a participle is none."""
    if not words or not text.endswith(words[-1], start, end):
        return False
    last = end - len(words[-1])  # 'habe das gewusst, für die Sanierung aber nichts ausgegeben'
    return _LAST_VERB.match(text, last, end) is not None and _PARTICIPLE_LAST.match(text, last, end) is None


def _is_strong(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether one of the words of a clause is a finite form of a verb that is known by it."""
    if not _FINITE.isdisjoint(words):
        return True
    return not _PLURAL.isdisjoint(words) and _PLURAL_FIRST.search(text, start, end) is not None


def _is_past(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether one of the words of a clause is a regular past."""
    if not any(word.endswith(("te", "ten")) for word in words):
        return False
    for found in _PAST.finditer(text, start, end):
        before, after = found["before"], found["after"]
        if found["verb"] in _NO_PAST or DETERMINER.match(before):
            continue
        if before[0].isalpha() and (not after[0].isupper() or before[0].isupper()):
            return True
    return False


def clause_at(found: list[Clause], offset: int) -> Clause:
    """The clause that holds `offset`; where no verb stands in it, the one before, else the one after, that has one."""
    i = max(0, bisect_right(found, offset, key=lambda one: one.start) - 1)
    before = next((found[k] for k in range(i, -1, -1) if found[k].mood), None)
    after = [one for one in islice(found, i, None) if one.mood]
    return before or next((one for one in after if not one.is_relative), after[0] if after else found[i])


def holding(found: list[Clause], offset: int) -> Clause:
    """The very clause that holds `offset`, whether a verb stands in it or not."""
    return found[max(0, bisect_right(found, offset, key=lambda one: one.start) - 1)]


def may_be_told(text: str, clause: Clause) -> bool:
    """Whether a relative clause may be reported speech: 'der vier Offiziere angehörten', not 'wo einst 40 lebten'."""
    if not clause.is_relative or not _PAST_LAST.search(text, max(clause.start, clause.end - 24), clause.end):
        return False
    return not _PAST_TIME.search(text, clause.start, clause.end)


def are_parted(clause: Clause, other: Clause, marks: tuple[str, ...] = _HARD) -> bool:
    """Whether a comma or semicolon parts two main clauses, or another of `marks`."""
    later = max(clause, other, key=lambda one: one.start)
    return clause.is_main and other.is_main and clause.start != other.start and later.after in marks
