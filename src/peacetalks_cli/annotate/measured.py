"""The unit beside a numeral, and whether it is the age of somebody."""

import re
from dataclasses import replace

from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.german.figures import noun_phrase, units
from peacetalks_cli.german.figures.topics import Topics
from peacetalks_cli.german.figures.units import Unit
from peacetalks_cli.german.numerals import Numeral

_S = "[ \u00a0\u202f\u2009]"
_BELOW_ZERO = re.compile(rf"{_S}(?:Frost|Kälte|unter{_S}(?:[Nn]ull|dem{_S}Gefrierpunkt)|minus)\b")
_MINUS = re.compile(rf"{_S}?Minusgrad")
_SIGNED = re.compile(rf"(?:[Mm]inus|[Pp]lus){_S}|[-−–+]\d")
_COLD = re.compile(r"(?:Grad\b|°C|[Tt]emperatur|Thermometer|[Ff]rost|[Kk]ält|[Hh]itze)")
_BRACKETED = re.compile(rf"{_S}\((?:\d\d?{_S}und{_S}|\d\d?,{_S})?$")  # 'ein Ehepaar (71 und 69)'
_BRACKET_END = re.compile(rf"\)|,?{_S}(?:und{_S})?\d\d?\)")
_NOUN_BRACKET = re.compile(rf"[A-ZÄÖÜ]\w+{_S}\((?:\d\d?{_S}und{_S}|\d\d?,{_S})?$")
_TITLE_BETWEEN = re.compile(rf",{_S}[A-ZÄÖÜ][\w-]+,{_S}$")  # 'Iryna Tkatschenko, Buchhalterin, 41, …'
_THING = re.compile(
    r"(?:[Kk]rieg|[Kk]onflikt|[Hh]aft|[Pp]ause|zeit|[Vv]ertrag|[Ff]rist|ung|[Hh]errschaft|[Tt]radition|[Gg]eschichte|jubiläum|"
    r"[Pp]rogramm|[Ss]tudium|[Ll]ehre|[Ee]xil|[Ff]rieden|strafe|[Pp]lan|[Mm]andat|[Aa]bkommen|[Dd]iktatur|[Ss]uche|[Bb]lockade|"
    r"[Tt]iefs?|[Hh]ochs?|[Rr]endite|[Aa]nleihen?|[Aa]bwesenheit|[Aa]rbeit|[Ee]rfahrung|[Ee]he|[Kk]ampf|[Pp]eriode|[Vv]isum|[Rr]egime|"
    r"[Bb]estehen|[Dd]auer|[Kk]ooperation|[Ss]treit|[Ee]mbargo|[Mm]oratorium|[Rr]hythmus|[Kk]arriere|[Pp]rojekt|[Bb]ewährung)s?$"
)
_PEOPLE = frozenset({"people", "troops", "displaced", "prisoners", "killed", "wounded"})


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
