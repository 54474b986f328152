"""The fate that a figure shares with another one: a part of it, coordinated with it, going on with it."""

import re
from collections.abc import Sequence

from peacetalks_cli.annotate.clauses import AMONG, has_verb
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.german.figures.topics import Topics

_COPULA = re.compile(
    r"\b(?:hin|da)zu\sk[oäa]m\w*|\b(?:sei(?:en)?|war(?:en)?|sind|ist)\ses\b|\bes\s(?:sei(?:en)?|"
    r"war(?:en)?|sind)\b|\bweitere"
)
_AMONG_THEM = re.compile(
    r"\b[Uu]nter\s(?:den|diesen|ihren)\s(?P<those>[^.;:]{3,100}?),?\s"
    r"(?:sind|seien|waren|wären|befinden sich|befanden sich|fanden sich)\s"
    r"(?:[^.;:,]{0,60}\s)?$"
)
_CAPITAL = re.compile(r"\b[A-ZÄÖÜ][\w-]+")
_SO_MANY_ARE = re.compile(r"\s(?:sind|waren|seien|wären)\ses\b")
_THOSE = re.compile(r"\b(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]iese[nr]?|[Ii]hre)\s([A-ZÄÖÜ][a-zäöüß]+)\b")
# 'Unter den 52 Freigelassenen sind acht Frauen'
_AMONG_THOSE = re.compile(
    r"\bUnter\s(?:den|diesen|ihren)\s[^,.;:]{3,60}\s(?:sind|seien|waren|befinden sich|befanden sich)\s(?:\w+\s)?$"
)
_ARE_AMONG = re.compile(r"\s(?:sind|seien|waren|befinden sich|befanden sich)\s(?:auch\s)?darunter\b")
_NEXT = 30  # characters
_IN_THEM = re.compile(r"\b[Ii]n\s(?:(?:den|diesen|rund|etwa|insgesamt|mindestens)\s){0,2}$")
_OTHER_FATE = re.compile(
    r"\s(?!(?:sind|seien|waren|wären|wurden|würden|werden|haben|hatten|hätten|davon|von|aus|in|im|am|an|auf|bei|nach|durch|mehr|stammen|stammten|"
    r"kommen|kamen|kämen|und|oder|bis|auch|allein)\b)(?:bl[ie]+ben\s(?:[a-zäöüß]+\s)*?unverletzt|[a-zäöüß]+(?:en|ten|ern|eln))(?=[,.;]|\s(?!und\s[A-ZÄÖÜ]))"
)
_ANYBODY = frozenset({"Menschen", "Personen", "Leute"})
_IT_IS = re.compile(
    r"\b(?:(?:[Ss]ind|[Ww]aren|[Ss]eien|[Ww]ären)\ses|es\s(?:sind|waren|seien|wären))\s(?:[«„\"“]?(?:[a-zäöüß]+\s){0,3})?$"
)
_FIRST = re.compile(r"\s*(?:(?:rund|etwa|fast|gut|knapp|über|mindestens|aber|nur|bis\szu|mehr\sals)\s){0,3}\Z")
_WEITERE = re.compile(r"\s(?:weitere|andere)\b")
_PEOPLE = frozenset({"people", "troops", None})
_SITES = frozenset({"territory", "buildings", "vehicles", "ships", "other"})
FIXED = frozenset({"percentage", "ordinal", "age"})
FATES = frozenset({"killed", "wounded", "missing", "prisoners", "displaced", "outage"})


def among_those(passage: Passage, figure: Figure, topics: Topics) -> str | None:
    """'Unter den Ukrainern, die freikommen sollten, seien 31 Verletzte': what became of those that it is among."""
    is_person = figure.topic in ("people", "troops", "wounded")
    found = _AMONG_THEM.search(passage.text, passage.sentences[figure.sentence][0], figure.start) if is_person else None
    if found is None:
        return None
    fates = [topic for word in _CAPITAL.findall(found["those"]) if (topic := topics.of_noun(word)) in FATES]
    row = None if fates else topics.of_state("people", found["those"])
    return fates[0] if fates else row.topic if row and row.topic in FATES else None


def told_before(passage: Passage, figure: Figure, topics: Topics) -> str | None:
    """'Leichter zu zählen sind die Geflohenen. 158.600 Menschen waren es': what the sentence before says they are."""
    is_said = figure.topic == "people" and figure.sentence and _SO_MANY_ARE.match(passage.text, figure.noun_end)
    if not is_said:
        return None
    told = [topics.of_noun(word) for word in _THOSE.findall(passage.text, *passage.sentences[figure.sentence - 1])]
    fates = [topic for topic in told if topic in FATES]
    return fates[-1] if fates else None


def noun_of(passage: Passage, figure: Figure) -> str | None:
    return passage.text[slice(*figure.counted)] if figure.counted else None


def giver_of(
    passage: Passage, figure: Figure, before: Sequence[Figure], earlier: Sequence[Figure] = ()
) -> Figure | None:
    """The figure whose state this one shares: what it is a part of, what it is coordinated to, what it goes on with."""
    own = passage.part_of(figure)
    is_among = is_part_of(passage, figure, own[0])
    if not before and earlier and is_among and figure.sentence - earlier[-1].sentence == 1:
        return earlier[-1] if passage.same_paragraph(earlier[-1].sentence, figure.sentence) else figure.of
    if before:
        last = next((other for other in reversed(before) if other.topic not in FIXED), None)
        if last is None:
            return figure.of
        if is_among:
            people = (
                other for other in reversed(before) if other.topic not in FIXED and other.noun_topic not in _SITES
            )
            return next(people, last) if figure.noun_topic in ("people", "troops") else last
        between = passage.text[last.noun_end : figure.start]
        is_coordinated = (
            len(between) < 40 and not has_verb(passage.text, last.noun_end, figure.start) and ";" not in between
        )
        is_alike = last.noun_topic == figure.noun_topic or {last.noun_topic, figure.noun_topic} == {"troops", "people"}
        if (
            is_coordinated
            and is_alike
            and not is_inside(passage, figure, before)
            and not has_verb(passage.text, figure.noun_end, own[1])
        ):
            return last
        if _COPULA.search(passage.text, *own) and (
            last.noun_topic == figure.noun_topic or (last.has_state and {last.noun_topic, figure.noun_topic} <= _PEOPLE)
        ):
            return last
    return figure.of


def same_people(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """'Je 157 Gefangene kamen frei. Insgesamt seien es 314 Menschen': those whom the sentence before counts."""
    noun = noun_of(passage, figure)
    if noun not in _ANYBODY or not before or not 0 <= figure.sentence - before[-1].sentence <= 1:
        return None
    last = next((other for other in reversed(before) if other.topic not in FIXED and not other.unit), None)
    if last is None or figure.sentence - last.sentence > 1 or last.topic not in FATES or last.topic == "outage":
        return None
    start = max(passage.sentences[figure.sentence][0], figure.start - 60)
    return last if _IT_IS.search(passage.text, start, figure.start) else None


def is_contrasted(passage: Passage, figure: Figure, giver: Figure) -> bool:
    """'Zwölf Millionen sind vertrieben, 21 Millionen hungern': with a verb of its own it has another fate."""
    if giver.sentence != figure.sentence or not giver.has_state or giver.start > figure.start or giver.state_at is None:
        return False
    text, own = passage.text, passage.part_of(figure)
    if giver.state_at[1] > own[0] or own[0] <= giver.start or _WEITERE.match(text, figure.end):
        return False
    is_subject = _FIRST.match(text[own[0] : figure.start]) is not None
    return is_subject and _OTHER_FATE.match(text, figure.noun_end) is not None


def is_inside(passage: Passage, figure: Figure, before: Sequence[Figure]) -> bool:
    """'300 Ortschaften in acht Gebieten sind ohne Strom': only where the others are."""
    between = passage.text[before[-1].noun_end : figure.start] if before else ","
    return len(between) < _NEXT and "," not in between and _IN_THEM.search(between) is not None


def is_part_of(passage: Passage, figure: Figure, start: int) -> bool:
    """'darunter drei Kinder', 'drei davon Kinder': a part of the figure before; its clause begins at `start`."""
    if _ARE_AMONG.match(passage.text, figure.noun_end):
        return True
    if figure.counted and _AMONG_THOSE.search(passage.text, passage.sentences[figure.sentence][0], figure.start):
        return True
    return any(AMONG.match(passage.text, at) for at in ((start, figure.end) if figure.counted else (start,)))
