"""What the form of a figure says of its topic, whatever it counts, and what a figure without a noun may be."""

import re
from collections.abc import Sequence

from peacetalks_cli.annotate.figure import Figure, Passage

_GAS = re.compile(r"(?:[Gg]as|LNG|[Ww]asserstoff|Öl)")
_GAS_NEAR = re.compile(
    r"\b(?:Gas(?!se|t)\w*|\w*[a-z-][Gg]as(?:es|speicher\w*|leitung\w*|lieferung\w*)?|[Ff]örder\w*|LNG\S*|Wasserstoff\w*|Pipelines?)\b"
)
_WATER = re.compile(
    r"(?:[Ww]asser|[Ss]tausee|[Tt]alsperre|[Ss]chlamm|[Gg]eröll|[Gg]estein|[Hh]olz|[Bb]eton|Regen|Aushub|Erde\b)"
)
_A_BILLION = 10**9  # cubic metres: nothing but water and gas is counted in so many
_OF_OIL = re.compile(r"(?:[Rr]affinerie|[Öö]l(?!iven|ung|ig)|[Ee]rdgas|Rohöl|LNG)")
_OUTPUT = re.compile(r"(?:[Kk]apazität|[Ff]örderung|[Ff]ördermenge|[Vv]erarbeitung|[Dd]urchsatz)")
_FUEL = re.compile(r"(?:[Rr]ohöl|[Ee]rdöl|[Ee]rdgas|[Ff]lüssiggas|LNG)")
_MONEY = re.compile(
    r"(?:[Kk]redit|[Zz]uschuss|[Zz]uschüsse|[Hh]ilf|[Ss]chaden|[Kk]osten|[Bb]udget|[Uu]msatz|[Gg]ewinn|[Ss]umme|[Ee]innahmen|[Aa]usgaben|"
    r"[Vv]erlust|[Ss]chulden|[Ii]nvesti|[Ff]inanz|[Zz]ahl(?:t|te|en|ung)|[Kk]ostet|[Hh]aushaltsl|[Ff]onds|[Aa]nleihe|[Ee]ntgeh|[Ss]teuer|[Ee]rlös|[Ss]pende|verdien|einspar)"
)
_GATHERED = re.compile(
    r"(?:\b(?:nahm(?:en)?|nehmen|nimmt)\s.{0,60}\bteil\b|[Tt]eilgenommen|[Tt]eilnahm|[Kk]undgebung|[Dd]emonstr|"
    r"[Pp]rotestier|[Vv]ersammel|[Pp]rotestmarsch|auf die Stra(?:ß|ss)e|[Mm]arschier|"
    r"[Tt]rauerzug|[Tt]rauerfeier|[Gg]ottesdienst|[Gg]ebetet|[Gg]efeiert)"
)
_PEOPLE_DO = re.compile(
    r"\b(?:flohen|fliehen|hungern?|leiden|litten|leben|lebten|angewiesen|demonstrier\w+|feier\w+|sterben|starben|wähl\w+|beteten)\b"
)
_A_CROWD = 20
_HERE_LIVE = re.compile(
    r"\s(?:davon\s)?(?:leben|lebten|harren|harrten|schlafen|schliefen|wohnen|wohnten|starben|flohen|fliehen|demonstrierten|hungern|ertranken)\b"
)
_LIVE_HERE = re.compile(
    r"\b(?:leben|lebten|schlafen|schliefen|wohnen|wohnten|hungern|hausen|hausten|übernachten|übernachteten|"
    r"demonstrierten|[Ww]ir waren|wir sind|waren wir|sind wir)\s"
    r"(?:(?:noch|derzeit|demnach|heute|dort|nur|rund|etwa|bereits|schon|mehr als|jetzt|knapp|fast|über)\s){0,3}$"
)


def without_noun(passage: Passage, figure: Figure, before: Sequence[Figure]) -> str:
    """'Tausende demonstrierten' are people; 'ein Kredit über 500 Millionen' is money."""
    if figure.numeral.kind == "vague" and _PEOPLE_DO.search(passage.text, *passage.part_of(figure)):
        return "people"
    if figure.numeral.kind == "cardinal" and _GATHERED.search(passage.text, *passage.sentences[figure.sentence]):
        return "people" if figure.numeral.value >= _A_CROWD else "other"
    if figure.numeral.kind == "cardinal" and figure.numeral.value > 1:
        lives = _LIVE_HERE.search(passage.text, max(0, figure.start - 50), figure.start)
        if lives or _HERE_LIVE.match(passage.text, figure.end):
            return "people"
    is_sum = figure.numeral.scale >= 10**6 and figure.numeral.kind == "cardinal"
    if (
        is_sum
        or figure.numeral.scale >= 10**9
        or (figure.numeral.scale >= 10**6 and _MONEY.search(passage.text, *passage.part_of(figure)))
    ):
        return "money"
    return "people" if figure.numeral.kind == "vague" else "other"


def by_form(passage: Passage, figure: Figure, noun: str | None) -> str | None:
    """The topic that the form of the figure decides, whatever it counts."""
    if figure.is_age:
        return "age"
    if "köpfig" in figure.numeral.rest:
        return "people"
    if figure.numeral.kind in ("fraction", "share"):
        return "percentage"
    if figure.numeral.kind == "ordinal":
        return "ordinal"
    if figure.unit and figure.unit.name == "m³":
        around = passage.around(figure.sentence, 2)
        is_gas = bool(_GAS.search(noun) if noun else _GAS_NEAR.search(around))
        if not is_gas and not noun:
            is_gas = figure.numeral.scale >= _A_BILLION and not _WATER.search(around)
        return figure.unit.topic if is_gas else "other"  # mud and water are no energy
    if figure.unit and figure.unit.name in ("t", "l") and noun and _FUEL.search(noun):
        return "energy"
    if figure.unit and figure.unit.name == "t" and _is_of_oil(passage, figure):
        return "energy"
    if figure.unit:
        return figure.unit.topic
    return "other" if figure.numeral.kind == "times" or figure.numeral.rest.startswith(("mal", "fach")) else None


def _is_of_oil(passage: Passage, figure: Figure) -> bool:
    """'die Raffinerie hat eine Kapazität von acht Millionen Tonnen'."""
    is_output = _OUTPUT.search(passage.text, *passage.part_of(figure))
    return bool(is_output and _OF_OIL.search(passage.text, *passage.sentences[figure.sentence]))
