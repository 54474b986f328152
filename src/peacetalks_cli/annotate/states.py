"""What a figure is about: by its noun, by what became of what it counts, by the figure that it goes on with."""

import re
from collections.abc import Iterator, Sequence

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import location
from peacetalks_cli.german.figures.topics import StateRow, Topics
from peacetalks_cli.german.figures.units import Unit

_AMONG = re.compile(r"\s*(?:darunter|davon|hiervon|(?:unter|von)\s(?:ihnen|denen))\b", re.IGNORECASE)
_COPULA = re.compile(
    r"\b(?:hin|da)zu\sk[oäa]m\w*|\b(?:sei(?:en)?|war(?:en)?|sind|ist)\ses\b|\bes\s(?:sei(?:en)?|"
    r"war(?:en)?|sind)\b|\bweitere"
)
_AFFECTED = re.compile(r"\b[Bb]etroffen\b")  # 'Der Strom fiel aus. Betroffen waren 2.300 Haushalte'
_RELATIVE = re.compile(r"\s*(?:die|der|das|welche|in denen|bei denen|deren)\s")
_FUNCTION_WORDS = (
    "der die das den dem des ein eine einen einem einer eines und oder sowie in im an am auf aus bei beim mit "
    "nach von vom vor "
    "zu zum zur über unter um für gegen durch ohne bis seit wegen als wie auch noch nur etwa rund knapp mehr "
    "mindestens bereits "
    "schon zudem insgesamt allein weitere weiteren anderen andere teils zum teil so laut darunter davon"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_LOWER = re.compile(r"(?<![\w-])[a-zäöüß]+(?![\w-])")
_COSTS = re.compile(r"(?:Kosten|Schulden|Schaden|Hilfen?|Umsatz|Gewinn|Verlust|Budget|Einnahmen|Ausgaben)$")
_WOMEN_AND_MEN = re.compile(r"Frauen und Männern?$|Männern? und Frauen$")
_UNIT = re.compile(
    r"(?:[Bb]rigade|[Bb]ataillon|[Rr]egiment|[Tt]ruppe|[Ss]treitkräfte|[Aa]rmee|Bundeswehr|Bundesheer|[Ss]oldat)"
)
_LIVES = re.compile(
    r"\b(?:leb(?:en|t|ten|te)|wohn(?:en|t|ten|te)|untergebracht|untergekommen|aufgenommen|Zuflucht|angekommen|"
    r"eingetroffen|gemeldet|registriert)\b"
)
_MONEY = re.compile(
    r"(?:[Kk]redit|[Zz]uschuss|[Zz]uschüsse|[Hh]ilf|[Ss]chaden|[Kk]osten|[Bb]udget|[Uu]msatz|[Gg]ewinn|[Ss]umme|[Ee]innahmen|[Aa]usgaben|"
    r"[Vv]erlust|[Ss]chulden|[Ii]nvesti|[Ff]inanz|[Zz]ahl(?:t|te|en|ung)|[Kk]ostet|[Hh]aushaltsl|[Ff]onds|[Aa]nleihe)"
)
_SHORT = 4  # characters of a part that is only an age
_WEAPONS = frozenset({"drones", "missiles"})
_PEOPLE = frozenset({"people", "troops", None})
_FIXED = frozenset({"percentage", "ordinal", "age"})
_STATES = frozenset({"killed", "wounded", "missing", "prisoners", "displaced", "outage"})
_AUXILIARY_WORDS = (
    "wurden wurde waren war sind ist seien sei haben hat hatten hatte habe sollen werden wird kamen kommen"
)
_AUXILIARY = frozenset(_AUXILIARY_WORDS.split())


def decide(
    passage: Passage,
    figure: Figure,
    before: Sequence[Figure],
    following: Sequence[Figure],
    topics: Topics,
    frames: Sequence[Interval] = (),
) -> None:
    """Sets topic and detail. `before`, `following`: the other figures of the sentence, and earlier ones; `frames`:
    what of the sentence only says who speaks."""
    if topic := _by_form(figure):
        figure.topic = topic
        return
    source = figure.of
    noun = _noun(passage, figure)
    figure.noun_topic = topics.of_noun(noun) if noun else (source.noun_topic if source else None)
    if noun and figure.numeral.scale >= 10**6 and _COSTS.match(noun):
        figure.counted, figure.topic = None, "money"
        return
    if noun == "Punkte" and before and before[-1].topic == "percentage" and before[-1].sentence == figure.sentence:
        figure.counted, figure.topic, figure.unit = None, "percentage", Unit("%", "percentage", figure.end)
        return
    figure.topic = figure.noun_topic or (source.topic if source and source.topic not in _FIXED else "other")
    same_sentence = [other for other in before if other.sentence == figure.sentence]
    if noun and _WOMEN_AND_MEN.match(noun) and _UNIT.search(passage.text, *passage.sentences[figure.sentence]):
        figure.noun_topic = figure.topic = "troops"
    row = _state(passage, figure, same_sentence, following, topics, frames)
    if row:
        figure.topic, figure.detail, figure.has_state = row.topic, row.detail, True
        return
    giver = _giver(passage, figure, same_sentence)
    is_part = (
        giver is not None
        and giver.topic in _STATES
        and _AMONG.match(passage.text, _own(passage, figure, same_sentence, following)[0])
    )
    if giver and (is_part or giver.has_state) and giver.topic not in _FIXED:
        figure.topic, figure.detail, figure.has_state = giver.topic, giver.detail, True
    elif figure.topic == "other" and noun is None and not source:
        figure.topic = _without_noun(passage, figure, same_sentence)


def _without_noun(passage: Passage, figure: Figure, before: Sequence[Figure]) -> str:
    """'Tausende demonstrierten' are people; 'ein Kredit über 500 Millionen' is money."""
    is_sum = figure.numeral.scale >= 10**6 and figure.numeral.kind == "cardinal"
    if (
        is_sum
        or figure.numeral.scale >= 10**9
        or (figure.numeral.scale >= 10**6 and _MONEY.search(passage.text, *passage.part_of(figure)))
    ):
        return "money"
    return "people" if figure.numeral.kind == "vague" else "other"


def _by_form(figure: Figure) -> str | None:
    """The topic that the form of the figure decides, whatever it counts."""
    if figure.is_age:
        return "age"
    if "köpfig" in figure.numeral.rest:
        return "people"
    if figure.numeral.kind in ("fraction", "share"):
        return "percentage"
    if figure.numeral.kind == "ordinal":
        return "ordinal"
    if figure.unit:
        return figure.unit.topic
    return "other" if figure.numeral.kind == "times" else None


def _noun(passage: Passage, figure: Figure) -> str | None:
    return passage.text[slice(*figure.counted)] if figure.counted else None


def _state(
    passage: Passage,
    figure: Figure,
    before: Sequence[Figure],
    following: Sequence[Figure],
    topics: Topics,
    frames: Sequence[Interval],
) -> StateRow | None:
    """The state row for the clause of the figure, else of the clauses that it is coordinated with."""
    whom = figure.noun_topic
    if whom is None and figure.topic in _WEAPONS:
        whom = figure.topic
    own = _own(passage, figure, before, following)
    if row := topics.of_state(whom, passage.text[slice(*own)]):
        figure.state_at = _phrase(passage.text, row, own)
        return row
    if whom in _WEAPONS:
        return topics.of_state(whom, passage.text[slice(*passage.sentences[figure.sentence])])
    if _AMONG.match(passage.text, own[0]):
        return None
    if figure.sentence and _AFFECTED.search(passage.text, *passage.sentences[figure.sentence]):
        row = topics.of_state(whom or "people", passage.text[slice(*passage.sentences[figure.sentence - 1])])
        return row if row and row.topic == "outage" else None
    for part in _further(passage, figure, own, frames):
        if row := topics.of_state(whom, passage.text[slice(*part)]):
            figure.state_at = _phrase(passage.text, row, part)
            return row
    return None


def _phrase(text: str, row: StateRow, clause: Interval) -> Interval:
    """The words of the row in the clause."""
    found = row.pattern.search(text, *clause)
    return found.span() if found else clause


def _own(passage: Passage, figure: Figure, before: Sequence[Figure], following: Sequence[Figure]) -> Interval:
    """The part of the sentence that the figure stands in, without what belongs to its neighbours."""
    start, end = passage.part_of(figure)
    for other in before:
        if start <= other.start < figure.start and not other.is_age:
            start = other.noun_end
    for other in following:
        if figure.start < other.start < end and not other.is_age:
            end = other.start
            break
    if figure.noun_end > end:  # 'drei Soldatinnen und Soldaten ums Leben'
        end = next((part[1] for part in passage.parts(figure.sentence) if part[1] >= figure.noun_end), figure.noun_end)
    return start, end


def _further(passage: Passage, figure: Figure, own: Interval, frames: Sequence[Interval] = ()) -> list[Interval]:
    """Other parts to look in: what follows while this part has no verb of its own, then what went before."""
    text, parts = passage.text, passage.parts(figure.sentence)
    after = [part for part in parts if part[0] >= own[1]]
    previous = [part for part in parts if part[1] <= own[0]]
    found: list[Interval] = []
    is_bare = not has_verb(text, figure.noun_end, own[1]) and not has_verb(text, own[0], figure.start, but=_AUXILIARY)
    gap_start = own[1]
    for part in after[:4]:
        gap = text[gap_start : part[0]]
        if ";" in gap or ":" in gap:
            break
        if any(start <= part[0] and part[1] <= end + 1 for start, end in frames):  # '…, so der Bürgermeister, …'
            gap_start, is_bare = part[1], True
            continue
        if _AMONG.match(text, part[0]):
            gap_start = part[1]
            continue
        if not (is_bare or _RELATIVE.match(text, part[0])):
            break
        found.append(part)
        if has_verb(text, *part):
            break
        gap_start = part[1]
    if is_bare and not has_verb(text, own[0], figure.start):
        before = list(_with_verb(text, previous, own[0]))
        link = text[before[0][1] : own[0]] if before else ""
        is_coordinated = re.search(r"\b(?:und|sowie|oder)\s*$", link) and any(has_verb(text, *part) for part in before)
        found = [*before, *found] if is_coordinated else [*found, *before]
    return found


def _with_verb(text: str, previous: Sequence[Interval], end: int) -> Iterator[Interval]:
    """The part before, over brackets and ages: 'starben ein Busfahrer (58) und zwei Fahrgäste'."""
    for part in reversed(previous[-3:]):
        if ";" in text[part[1] : end]:
            return
        yield part
        is_bracket = text[max(0, part[0] - 1) : part[0]] == "(" or part[1] - part[0] < _SHORT
        if not is_bracket:
            return
        end = part[0]


def has_verb(text: str, start: int, end: int, but: frozenset[str] = frozenset()) -> bool:
    """Whether a lower-case word that may be a verb stands in [start, end): no adjective, no word of `but`."""
    for word in _LOWER.finditer(text, start, end):
        written = word.group()
        if written in _FUNCTION or written in but or not written.endswith(("n", "t", "te", "ei", "ar", "d", "ab")):
            continue
        if text[word.end() + 1 : word.end() + 2].isupper() and written.endswith(("en", "ten", "te")):
            continue
        return True
    return False


def _giver(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The figure whose state this one shares: what it is a part of, what it is coordinated to, what it goes on with."""
    own = passage.part_of(figure)
    if before:
        last = next((other for other in reversed(before) if other.topic not in _FIXED), None)
        if last is None:
            return figure.of
        if _AMONG.match(passage.text, own[0]):
            return last
        between = passage.text[last.noun_end : figure.start]
        is_coordinated = (
            len(between) < 40 and not has_verb(passage.text, last.noun_end, figure.start) and ";" not in between
        )
        if (
            is_coordinated
            and last.noun_topic == figure.noun_topic
            and not has_verb(passage.text, figure.noun_end, own[1])
        ):
            return last
        if _COPULA.search(passage.text, *own) and (
            last.noun_topic == figure.noun_topic or (last.has_state and {last.noun_topic, figure.noun_topic} <= _PEOPLE)
        ):
            return last
    return figure.of


def from_abroad(passage: Passage, figure: Figure) -> None:
    """'1.450 Ukrainer leben im Landkreis': who lives in another country than their own is displaced."""
    noun = _noun(passage, figure)
    home = location.home_of(noun) if noun and figure.topic == "people" and not figure.has_state else None
    if home is None or not _LIVES.search(passage.text, *passage.sentences[figure.sentence]):
        return
    where = passage.text[slice(*figure.place)] if figure.place else None
    if where is None or location.country(where) != home:
        figure.topic = "displaced"
