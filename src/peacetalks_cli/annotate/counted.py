"""What a figure counts: its unit, its noun, or the figure that it goes on with."""

import re
from collections.abc import Sequence
from dataclasses import replace

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import noun_phrase, units
from peacetalks_cli.german.figures.topics import Topics
from peacetalks_cli.german.figures.units import Unit
from peacetalks_cli.german.numerals import Numeral

_S = "[ \u00a0\u202f\u2009]"
_NUMBER_OF = re.compile(
    rf"\b(?:[Zz]ahl|[Aa]nzahl|[Ss]umme){_S}(?:der|von){_S}(?:[a-zäöüß]\w+{_S}){{0,2}}(?P<noun>[A-ZÄÖÜ][\w-]*\w)(?=[^.;:]{{0,60}}$)"
)
_NUMBER_WORD = re.compile(
    r"\b(?P<noun>(?:Opfer|Toten|Todes|Todesopfer|Verletzten|Teilnehmer|Einwohner|Flüchtlings|Mitglieder|Truppen|Besucher|Vermissten|Kranken)zahl(?:en)?)\b(?=[^.;:]{0,90}$)"
)
_OF_THEM = re.compile(rf"{_S}(?:(?:von|unter){_S}(?:ihnen|diesen|denen)|davon|darunter|hiervon)\b")
_OF_THEM_BEFORE = re.compile(
    rf"\b(?:davon|darunter|hiervon|(?:von|unter){_S}(?:ihnen|denen|diesen))(?:{_S}\w+){{0,4}}{_S}$", re.IGNORECASE
)
_WEITERE = re.compile(rf"{_S}(?:weitere[nr]?|andere[nr]?)(?!\w)(?!{_S}[A-ZÄÖÜ])")
_AND_NEXT = re.compile(
    rf"(?:{_S}(?:und|oder|beziehungsweise|bzw\.|bis|auf|statt|nach|zu|gegen|von|von den|von insgesamt|der){_S}|,{_S}|/|"
    rf"{_S}[–-]{_S})(?:(?:nur|rund|etwa|fast|knapp|über|nun|zuletzt|sogar|noch|jetzt|die|der){_S}){{0,2}}$"
)
_BELOW_ZERO = re.compile(rf"{_S}(?:Frost|Kälte|unter{_S}(?:[Nn]ull|dem{_S}Gefrierpunkt)|minus)\b")
_ENDS = re.compile(rf"[,.;:)]|{_S}(?:sein|gewesen|werden)\b|{_S}(?:dagegen|dafür|hingegen)\b|$")
_BRACKETED = re.compile(rf"{_S}\((?:\d\d?{_S}und{_S}|\d\d?,{_S})?$")  # 'ein Ehepaar (71 und 69)'
_BRACKET_END = re.compile(rf"\)|,?{_S}(?:und{_S})?\d\d?\)")
_NOUN_BRACKET = re.compile(rf"[A-ZÄÖÜ]\w+{_S}\((?:\d\d?{_S}und{_S}|\d\d?,{_S})?$")
_SIGNED = re.compile(rf"(?:[Mm]inus|[Pp]lus){_S}|[-−–+]\d")
_COLD = re.compile(r"(?:Grad\b|°C|[Tt]emperatur|Thermometer|[Ff]rost|[Kk]ält|[Hh]itze)")
_TITLE_BETWEEN = re.compile(rf",{_S}[A-ZÄÖÜ][\w-]+,{_S}$")  # 'Iryna Tkatschenko, Buchhalterin, 41, …'
_MINUS = re.compile(rf"{_S}?Minusgrad")
_OF_STUFF = re.compile(rf"{_S}an{_S}(?=[A-ZÄÖÜ]\w+)")
_VON_WHOLE = re.compile(rf"\bVon{_S}(?:(?:den|diesen|ihren|seinen|einst|rund|insgesamt|mehr als|etwa){_S}){{0,2}}$")
_IT_IS = re.compile(
    rf"\b(?:(?:sind|waren|seien|wären|sollen|ist|war|sei){_S}es|es{_S}(?:sind|waren|seien|ist|war|sei)){_S}(?:\w+{_S}){{0,3}}$"
)
_CHANGED = re.compile(
    rf"\b(?:die|den|das|ihre|ihren|seine|seinen|der){_S}(?:[a-zäöüß]+e[nr]?{_S})?(?P<noun>[A-ZÄÖÜ][\w-]+\w){_S}(?:[^,.;:]{{0,40}}{_S})?auf{_S}(?:(?:je|rund|etwa|höchstens|maximal|mindestens|insgesamt){_S})*$"
)
_CHANGES = re.compile(
    rf"{_S}(?:zu{_S})?(?:begrenzen|erhöhen|senken|reduzieren|verringern|aufstocken|angehoben|begrenzt|erhöht|gesenkt|reduziert|verringert|aufgestockt|beschränk\w+|stieg|sank|anheben)\b"
)
_IS_OF = re.compile(rf"{_S}(?:der|von{_S}den|dieser|aller){_S}(?:(?:rund|etwa|insgesamt|über){_S})?")
_EXTENTS = re.compile(
    r"(?:Entfernung|Luftlinie|Umkreis|Länge|Breite|Tiefe|Höhe|Abstand|Durchmesser|Reichweite|Richtung|Distanz|Radius)"
)
_LIMIT = 120


def measure(passage: Passage, figure: Figure, topics: Topics) -> None:
    """Sets the unit and whether the figure is an age."""
    text, numeral = passage.text, figure.numeral
    rest = numeral.rest.casefold()
    if "jährig" in rest:
        figure.is_age = _is_somebody(text, figure, topics)
        figure.unit = Unit("Jahre", "age", numeral.end)
    elif "prozentig" in rest:
        figure.unit = Unit("%", "percentage", numeral.end)
    elif numeral.kind in ("cardinal", "vague", "half"):
        at = numeral.end
        figure.unit = units.after(text, at) or units.before(text, numeral.start)
        if figure.unit is None and units.is_age(text, numeral.start, at, after_person=_follows_person(passage, figure)):
            figure.is_age = True
            figure.unit = Unit("Jahre", "age", units.years_end(text, at))
    follows = noun_phrase.adjacent(text, numeral.end, numeral.end + 40, lambda *_: False)
    if figure.unit is None and not follows and _SIGNED.match(text, numeral.start):  # noqa: SIM102
        if _COLD.search(text, *passage.sentences[figure.sentence]):
            figure.unit = Unit("°C", "temperature", numeral.end)
    is_warm = figure.unit is not None and figure.unit.name == "°C" and numeral.value > 0
    if figure.unit and is_warm and (_BELOW_ZERO.match(text, figure.unit.end) or _MINUS.match(text, numeral.end)):
        figure.numeral = _negative(figure.numeral)


def is_duration(figure: Figure) -> bool:
    """'vierjähriger Krieg': fused with years, but of no person."""
    return "jährig" in figure.numeral.rest.casefold() and not figure.is_age


def _negative(numeral: Numeral) -> Numeral:
    """The temperature below zero that 'fünf bis zehn Grad unter null' says."""
    high = None if numeral.high is None else -numeral.value
    return replace(numeral, value=-(numeral.high if numeral.high is not None else numeral.value), high=high)


_THING = re.compile(
    r"(?:[Kk]rieg|[Kk]onflikt|[Hh]aft|[Pp]ause|zeit|[Vv]ertrag|[Ff]rist|ung|[Hh]errschaft|[Tt]radition|[Gg]eschichte|jubiläum|"
    r"[Pp]rogramm|[Ss]tudium|[Ll]ehre|[Ee]xil|[Ff]rieden|strafe|[Pp]lan|[Mm]andat|[Aa]bkommen|[Dd]iktatur|[Ss]uche|[Bb]lockade|"
    r"[Tt]iefs?|[Hh]ochs?|[Rr]endite|[Aa]nleihen?|[Aa]bwesenheit|[Aa]rbeit|[Ee]rfahrung|[Ee]he|[Kk]ampf|[Pp]eriode|[Vv]isum|[Rr]egime|"
    r"[Bb]estehen|[Dd]auer|[Kk]ooperation|[Ss]treit|[Ee]mbargo|[Mm]oratorium|[Rr]hythmus|[Kk]arriere|[Pp]rojekt|[Bb]ewährung)s?$"
)


_PEOPLE = frozenset({"people", "troops", "displaced", "prisoners", "killed", "wounded"})


def _is_somebody(text: str, figure: Figure, topics: Topics) -> bool:
    """Whether '-jährig' is of a person: a noun of its own, or before a noun that lasts no years."""
    end = figure.end
    word_end = re.compile(r"[\w-]*").match(text, end).end()  # type: ignore[union-attr]
    if text[figure.numeral.end : word_end].lstrip("-")[:1].isupper() or text[figure.start].isupper():
        return True
    noun = noun_phrase.adjacent(text, word_end, len(text), lambda *_: False)
    written = text[slice(*noun)] if noun else ""
    if topics.of_noun(written) in _PEOPLE:
        return True
    return figure.numeral.value < 100 and not _THING.search(written)


def _follows_person(passage: Passage, figure: Figure) -> bool:
    """'Hanna (43)', 'Hanna Moros, 43,': a person's name, then a bracket or a comma, then the bare number."""
    title = _TITLE_BETWEEN.search(passage.text, max(0, figure.start - 50), figure.start)
    for gap in (2, 1, figure.start - title.start() if title else 1):
        at = figure.start - gap
        if (at > 0 and passage.text[at : figure.start] in (" (", ", ", "(")) or (title and gap > 2):
            names = passage.names_in(max(0, at - 60), at)
            if names and names[-1].end == at and names[-1].label == "PER":
                return 0 < figure.numeral.value < 120
    text, start, end = passage.text, figure.start, figure.numeral.end
    bracket = _BRACKETED.search(text, max(0, start - 10), start) and _BRACKET_END.match(text, end)
    word = _NOUN_BRACKET.search(text, max(0, start - 50), start)
    return bool(bracket and word and 0 < figure.numeral.value < 110 and passage.text[figure.start].isdigit())


def count(passage: Passage, figure: Figure, before: Sequence[Figure], following: Figure | None) -> None:
    """Sets the noun counted, or the earlier figure whose noun it is.

    `before`: the figures so far; `following`: the next one.
    """
    if figure.is_age or figure.numeral.kind == "times":
        return
    text, limit = passage.text, min(passage.sentences[figure.sentence][1], figure.end + _LIMIT)
    taken = _Taken(passage, figure, following)
    if figure.unit:
        figure.counted = _measured(text, figure, limit, taken)
        if figure.counted is None and figure.unit.topic == "percentage":
            figure.of = _share_before(passage, figure, before)
        return
    if figure.numeral.kind == "fraction":
        figure.counted = noun_phrase.of_which(text, figure.end, limit, taken)
    else:
        end = _after_rest(text, figure)
        figure.counted = noun_phrase.of_which(text, end, limit, taken) or noun_phrase.head(text, end, limit, taken)
        if figure.counted is None and (among := _OF_THEM.match(text, end)):  # '21 davon Kinder'
            figure.counted = noun_phrase.head(text, among.end(), limit, taken)
        if figure.counted is None and figure.numeral.rest:
            figure.counted = (figure.numeral.end + 1, end)
        if (
            figure.numeral.value == 1
            and figure.counted is None
            and following
            and text[figure.end : following.start] == " von "
        ):
            figure.of = None
    if figure.counted is None and (whole := _partitive(passage, figure, before)):
        figure.of = whole
    elif figure.counted is None:
        # A noun that the sentence itself counts comes before one of an earlier figure.
        if figure.numeral.kind in ("cardinal", "vague"):
            figure.counted = _noun_before(passage, figure)
        figure.of = None if figure.counted else _antecedent(passage, figure, before, following)


def _after_rest(text: str, figure: Figure) -> int:
    """The end of the word that the numeral is a part of ('28-Punkte-Plan')."""
    return figure.end + len(figure.numeral.rest) + 1 if figure.numeral.rest else figure.end


class _Taken:
    """Whether a word belongs to a date, to the next figure, or to the name of a person or an organization."""

    def __init__(self, passage: Passage, figure: Figure, following: Figure | None) -> None:
        self._passage = passage
        self._next = following.start if following else len(passage.text)
        self._figure = figure

    def __call__(self, start: int, end: int) -> bool:
        if start >= self._next:
            return True
        if any(date.start < end and start < date.end for date in self._passage.dates_in(max(0, start - 40), end)):
            return True
        return any(
            name.start < end and start < name.end for name in self._passage.names_in(max(0, start - 40), end + 40)
        )


def _measured(text: str, figure: Figure, limit: int, taken: _Taken) -> Interval | None:
    """What is measured: '60 Prozent der Haushalte', '500 Tonnen Getreide'."""
    if figure.unit is None or figure.is_age:
        return None
    if extended := noun_phrase.extended(text, figure.end, limit, taken):
        return extended
    if figure.unit.topic == "money":
        stuff = _OF_STUFF.match(text, figure.end)
        return noun_phrase.adjacent(text, stuff.end() - 1, limit, taken) if stuff else None
    if not figure.unit.names_stuff:
        return None
    if figure.unit.topic == "distance":
        measured = noun_phrase.adjacent(text, figure.end, limit, taken)
        return measured if measured and not _EXTENTS.match(text, measured[0]) else None
    if figure.unit.topic == "percentage":
        found = noun_phrase.of_which(text, figure.end, limit, lambda *_: False)
        found = found or (noun_phrase.adjacent(text, figure.end, limit, taken) if figure.unit.name == "%" else None)
        return found or noun_phrase.before_von(text, figure.start)
    found = noun_phrase.adjacent(text, figure.end, limit, taken)
    return found or (noun_phrase.before_von(text, figure.start) if figure.unit.topic == "energy" else None)


def _antecedent(passage: Passage, figure: Figure, before: Sequence[Figure], following: Figure | None) -> Figure | None:
    """The figure that this one goes on with: the next in a pair, else the last one that counts the like."""
    text = passage.text
    if figure.numeral.kind == "ordinal" and following and text[figure.end : following.start] == " von ":
        return following
    if following and _IS_OF.fullmatch(text, figure.end, following.start):  # 'sechs der acht Generatoren'
        return following
    last = before[-1] if before and figure.numeral.kind == "fraction" else None
    if last and last.counted and text[last.noun_end : figure.start] in (", ", ", die ", ", der "):
        return last  # 'Monteure, die Hälfte aus Halle'
    if following and _is_paired(text, figure, following):
        return following
    after = _OF_THEM.match(text, figure.end)
    points_back = after or _OF_THEM_BEFORE.search(text, max(0, figure.start - 60), figure.start)
    goes_on = points_back or _WEITERE.match(text, figure.end)
    if (figure.numeral.kind == "fraction" and not after) or (figure.numeral.kind == "vague" and not goes_on):
        return None
    return _last_like(passage, figure, before, points_back=bool(points_back))


def _share_before(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """'Zwei Drittel der Exporte gingen in die EU, 2016 waren es 58 Prozent': the share that this one goes on with."""
    if not _IT_IS.search(passage.text, max(0, figure.start - 60), figure.start):
        return None
    last = next((other for other in reversed(before[-2:]) if other.topic == "percentage" and other.counted), None)
    return last if last and figure.sentence - last.sentence <= 1 else None


def _partitive(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The whole that 'Von den 900 Soldaten, die …, ist ein Viertel unterwegs' names first."""
    for earlier in reversed(before[-4:]):
        if earlier.sentence != figure.sentence:
            return None
        if earlier.counted and _VON_WHOLE.search(passage.text, passage.sentences[figure.sentence][0], earlier.start):
            return earlier
    return None


def _last_like(passage: Passage, figure: Figure, before: Sequence[Figure], *, points_back: bool) -> Figure | None:
    """The last figure of the passage that counts what this one can count; `points_back`: 'davon', 'von ihnen'."""
    is_last = _ENDS.match(passage.text, figure.end) is not None
    if figure.numeral.scale >= 10**6 and _IT_IS.search(passage.text, max(0, figure.start - 60), figure.start):
        sums = [other for other in before[-3:] if other.unit and other.unit.topic == "money"]
        if sums and figure.sentence - sums[-1].sentence <= 1:  # 'Ende 2022 seien es 7,5 Milliarden gewesen'
            return sums[-1]
    for earlier in reversed(before[-1:] if figure.numeral.kind == "fraction" else before[-6:]):
        gap = figure.sentence - earlier.sentence
        if gap > (2 if points_back else 1) or (gap and not passage.same_paragraph(earlier.sentence, figure.sentence)):
            return None
        if _is_like(figure, earlier, is_last=is_last) and (points_back or not _is_among(passage, earlier)):
            return _larger(figure, earlier, before)
    return None


def _larger(figure: Figure, nearest: Figure, before: Sequence[Figure]) -> Figure:
    """Of '28 Punkte auf elf Seiten; 19 gelten als geklärt' the points: a part is smaller than its whole."""
    if nearest.sentence != figure.sentence or nearest.numeral.value >= figure.numeral.value or nearest.unit:
        return nearest
    wholes = [
        other
        for other in before[-3:]
        if other.sentence == figure.sentence and other.counted and not other.unit and not other.is_age
    ]
    return next((other for other in wholes if other.numeral.value > figure.numeral.value), nearest)


def _is_paired(text: str, figure: Figure, following: Figure) -> bool:
    """'drei oder fünf Soldaten', 'von 20 auf 30 Prozent': nothing but a link between the two."""
    is_near = following.sentence == figure.sentence and following.start - figure.end < 25
    if _OF_THEM.match(text, following.end):  # 'waren es neun, sieben von ihnen'
        return False
    return bool(
        is_near and figure.numeral.kind == following.numeral.kind and _AND_NEXT.match(text, figure.end, following.start)
    )


def _is_among(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is only a part of the one before it ('unter ihnen neun Kinder')."""
    is_after = _OF_THEM.match(passage.text, figure.end) is not None
    return is_after or _OF_THEM_BEFORE.search(passage.text, max(0, figure.start - 60), figure.start) is not None


def _is_like(figure: Figure, earlier: Figure, *, is_last: bool) -> bool:
    """Whether an earlier figure can lend its noun or, within a sentence, its unit. `is_last`: no word follows."""
    if (figure.numeral.kind == "ordinal") != (earlier.numeral.kind == "ordinal"):
        return False
    if earlier.topic == "temperature":
        return is_last and earlier.sentence == figure.sentence
    if earlier.is_age or earlier.numeral.kind == "times" or earlier.topic == "distance":
        return False
    if earlier.unit and (figure.numeral.kind != "cardinal" or earlier.sentence != figure.sentence):
        return False
    if earlier.topic == "percentage":
        is_share = figure.numeral.value <= 100 and (is_last or isinstance(figure.numeral.value, float))
        return is_share and earlier.unit is not None
    return earlier.unit is not None or earlier.counted is not None or earlier.of is not None


def _noun_before(passage: Passage, figure: Figure) -> Interval | None:
    """'Die Zahl der Toten stieg auf 14', 'Opferzahl: 14'."""
    start = passage.sentences[figure.sentence][0]
    window = passage.text[max(start, figure.start - 110) : figure.start]
    offset = max(start, figure.start - 110)
    for pattern in (_NUMBER_OF, _NUMBER_WORD, _CHANGED if _CHANGES.match(passage.text, figure.end) else _NUMBER_OF):
        if found := pattern.search(window):
            return offset + found.start("noun"), offset + found.end("noun")
    return None
