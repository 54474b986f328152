"""The unit beside a numeral, and whether it is the age of somebody."""

import re
from dataclasses import replace

from peacetalks_cli.annotate import ages
from peacetalks_cli.annotate.figure import Figure, Passage
from peacetalks_cli.german.figures import currencies, noun_phrase, units
from peacetalks_cli.german.figures.topics import Topics
from peacetalks_cli.german.figures.units import Unit
from peacetalks_cli.german.numerals import Numeral

_S = "[ \u00a0\u202f\u2009]"
_BELOW_ZERO = re.compile(rf"{_S}(?:Frost|Kälte|unter{_S}(?:[Nn]ull|dem{_S}Gefrierpunkt)|minus)\b")
_MINUS = re.compile(rf"{_S}?Minusgrad")
_SIGNED = re.compile(rf"(?:[Mm]inus|[Pp]lus){_S}|[-−–+]\d")
_SUSPENDED_AGE = re.compile(
    rf"-{_S}(?:und|oder|bis){_S}(?:(?:eine?n?|der|die|das){_S})?\d+-[Jj]ährige"
)  # 'ein 17- und ein …'
_COLD = re.compile(r"(?:Grad\b|°C|[Tt]emperatur|Thermometer|[Ff]rost|[Kk]ält|[Hh]itze)")


def measure(passage: Passage, figure: Figure, topics: Topics) -> None:
    """Sets the unit and whether the figure is an age."""
    text, numeral = passage.text, figure.numeral
    rest = numeral.rest.casefold()
    if "jährig" in rest:
        figure.is_age = ages.is_somebody(text, figure, topics)
        figure.unit = Unit("Jahre", "age", numeral.end)
    elif _SUSPENDED_AGE.match(text, numeral.end):
        figure.is_age, figure.unit = True, Unit("Jahre", "age", numeral.end)
    elif "prozentig" in rest:
        figure.unit = Unit("%", "percentage", numeral.end)
    elif numeral.kind in ("cardinal", "vague", "half"):
        at = numeral.end
        figure.unit = units.after(text, at) or units.before(text, numeral.start)
        if figure.unit is None and units.is_age(
            text, numeral.start, at, after_person=ages.follows_person(passage, figure)
        ):
            figure.is_age = True
            figure.unit = Unit("Jahre", "age", units.years_end(text, at))
        elif figure.unit is None and ages.is_age(passage, figure, topics):
            figure.is_age = True
            figure.unit = Unit("Jahre", "age", at)
        elif figure.unit and figure.unit.topic == "money":
            code = currencies.code(text[at : figure.unit.end], text, figure.unit.end)
            figure.unit = replace(figure.unit, name=code) if code else figure.unit
    if figure.unit is None and _SIGNED.match(text, numeral.start):
        follows = noun_phrase.adjacent(text, numeral.end, numeral.end + 40, lambda *_: False)
        if not follows and _COLD.search(text, *passage.sentences[figure.sentence]):
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
