"""The share, the whole or the measure that a figure without a noun goes on with."""

import re
from collections.abc import Sequence

from peacetalks_cli.annotate.figure import Figure, Passage

_S = "[ \u00a0\u202f\u2009]"
_AN_AREA = 30  # less than that without a unit is seldom an area
_UP_TO = re.compile(r"\bauf\s(?:(?:nur|etwa|rund|fast|gut|knapp|über|lediglich|sogar|mehr\sals)\s){0,2}$")
_OF_LAND = re.compile(
    r"\s(?:aufgeben|abtreten|abgeben|räumen|behalten|aufgegeben|abgetreten|geräumt|erobert|eingenommen)\b"
)
OF_THEM = re.compile(rf"{_S}(?:(?:von|unter){_S}(?:ihnen|diesen|denen)|davon|darunter|hiervon)\b")
ENDS = re.compile(
    rf"[,.;:!?)]|{_S}(?:zu|ab|nach|zurück)(?=[.,;])|{_S}(?:sein|gewesen|werden)\b|{_S}(?:dagegen|dafür|hingegen)\b|$"
)
IT_IS = re.compile(
    rf"\b(?:(?:sind|waren|seien|wären|soll\w*|ist|war|sei){_S}es|es{_S}(?:sind|waren|seien|ist|war|sei)){_S}(?:\w+{_S}){{0,3}}$"
)
_SAYS_TOO = re.compile(
    rf"\b(?:weis\w+|komm\w*|k[aä]m\w*|spr[aei]ch\w*|nenn\w+|nannte\w*|zähl\w+|beziffer\w+|schätz\w+|rechne\w+|melde\w+){_S}[^.;:\d]{{0,90}}"
    rf"\b(?:nur|lediglich|sogar|bloß|auf){_S}(?:(?:rund|etwa|knapp|gut|fast){_S})?$"
)
_LABELLED = re.compile(rf"(?<!\w)[A-ZÄÖÜ][a-zäöüß]+:{_S}(?:nur{_S}|rund{_S}|etwa{_S})?$")
_SAID_ENDS = re.compile(rf"[.!?]|{_S}aus[.,;]")
_TO_PART = re.compile(rf"\bzu[rm]?{_S}(?:(?:gut|fast|etwa|knapp|rund){_S})?$")
_STILL_IT = re.compile(
    rf"\b(?:soll\w*|dürfte\w*){_S}es{_S}(?:[a-zäöüß]+{_S}){{0,3}}$"
)  # 'bis Abend solle es nur noch ein Zehntel sein'
_STANDS_FOR = re.compile(
    rf"{_S}(?:(?:wieder|noch|schon|bereits|inzwischen){_S})?(?:ist|sei|sind|seien|war|waren|wurde[n]?|worden|blieb\w*|hat|hatte|haben|"
    rf"versorgt|stammt\w*|steht|stand|leb\w+|kam\w*|ging\w*|fehlt\w*|liegt|lag|per|aus|in|am|im|auf)\b"
)
_CHANGE = re.compile(rf"\b[Uu]m{_S}$")
MORE = re.compile(rf"{_S}(?:mehr|weniger)\b")
_BEGINS_SHARE = re.compile(
    rf"(?:,|;|{_S}und){_S}(?:(?:weitere|nur|etwa|rund|fast|knapp|gut|aber|sogar|lediglich){_S}){{0,2}}(?P<how>in{_S})?$"
)
_OF_WHICH = re.compile(rf"{_S}(?:de[rs]|von|aller|seine[rs]|ihre[rs]|unsere[rs]|dieser){_S}")
_PASSIVE = re.compile(
    rf"\b(?:werden|wurden|worden|sind|seien|waren){_S}(?:(?:etwa|rund|nur|fast|gut|knapp|über|mehr als|bis zu){_S})?$"
)


def area_before(passage: Passage, figure: Figure, last: Figure) -> Figure | None:
    """'Man nahm 440 Quadratkilometer ein. Ein Institut kommt auf 370': an area goes on over the sentence."""
    is_area = last.unit is not None and last.unit.topic == "territory" and figure.sentence - last.sentence == 1
    if not is_area or figure.numeral.kind != "cardinal" or figure.numeral.value < _AN_AREA:
        return None
    is_put = _UP_TO.search(passage.text, max(0, figure.start - 24), figure.start) or _OF_LAND.match(
        passage.text, figure.end
    )
    return last if is_put and passage.same_paragraph(last.sentence, figure.sentence) else None


def measure_before(passage: Passage, figure: Figure, last: Figure) -> Figure | None:
    """'Es bewegt sich um vier Zentimeter. In der Nacht seien es 15 gewesen': a measure goes on with 'es sind'."""
    if last.unit is None or last.is_age or figure.numeral.kind != "cardinal" or figure.sentence - last.sentence > 1:
        return None
    is_it = IT_IS.search(passage.text, max(0, figure.start - 60), figure.start) and ENDS.match(passage.text, figure.end)
    is_share = last.topic != "percentage" or figure.numeral.value <= 100
    is_more = passage.text[max(0, figure.start - 8) : figure.start].endswith("weitere ")
    is_here = not is_more and last.topic != "money" and passage.same_paragraph(last.sentence, figure.sentence)
    is_too = (
        _SAYS_TOO.search(passage.text, passage.sentences[figure.sentence][0], figure.start)
        and _SAID_ENDS.match(passage.text, figure.end)
        and figure.sentence - last.sentence == 1
    )
    is_labelled = _LABELLED.search(passage.text, max(0, figure.start - 30), figure.start) and _LABELLED.search(
        passage.text, max(0, last.start - 36), last.start
    )  # 'Draußen: minus 18 Grad. Drinnen: sechs!'
    return last if (is_it or is_too or is_labelled) and is_share and is_here else None


def share_before(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """'Zwei Drittel der Exporte gingen in die EU, 2016 waren es 58 Prozent': the share that this one goes on with."""
    text, last = passage.text, before[-1] if before else None
    if last and _is_passive_share(passage, figure, last):
        return last
    is_listed = (
        last is not None
        and last.sentence == figure.sentence
        and last.topic == "percentage"
        and "(" == text[last.start - 1 : last.start] == text[figure.start - 1 : figure.start]
    )  # 'Taiwan (22 Prozent Frauen), Korea (18 Prozent)'
    is_going_on = last is not None and _is_next_share(text, figure, last)
    if not is_listed and not is_going_on and not IT_IS.search(text, max(0, figure.start - 60), figure.start):
        return None
    return percentage_before(figure, before)


def _is_passive_share(passage: Passage, figure: Figure, last: Figure) -> bool:
    """'728 Drohnen kamen in einer Nacht. Abgefangen werden etwa 85 Prozent.'"""
    is_count = (
        last.counted is not None and last.unit is None and last.numeral.kind == "cardinal" and last.numeral.value > 1
    )
    if not is_count or figure.sentence - last.sentence > 1:
        return False
    text, start = passage.text, passage.sentences[figure.sentence][0]
    if OF_THEM.match(text, figure.end):  # '2300 Betten, 90 Prozent davon'
        return True
    return bool(_PASSIVE.search(text, max(start, figure.start - 30), figure.start)) and text[
        figure.end : figure.end + 1
    ] in tuple(",.;")


def _is_next_share(text: str, figure: Figure, last: Figure) -> bool:
    """'In vier Prozent der Betriebe …, in 31 Prozent …', '45 Prozent der Befragten …, 30 Prozent …'."""
    if (
        last.sentence != figure.sentence
        or not last.counted
        or last.counted[0] < last.start
        or last.topic != "percentage"
    ):
        return False
    begins = _BEGINS_SHARE.search(text, last.noun_end, figure.start)
    if last.unit and not _OF_WHICH.match(text, last.end):
        return False  # '32 Prozent Zustimmung …, 33 Prozent …'
    if begins is None or MORE.match(text, figure.end):
        return False
    return bool(begins["how"]) == text[max(0, last.start - 3) : last.start].casefold().startswith("in ")


def percentage_before(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """'32 Prozent der Befragten …; vor einem Jahr war es jeder Zehnte': the share that this one goes on with."""
    last = next((other for other in reversed(before[-2:]) if other.topic == "percentage"), None)
    if last is None or figure.sentence - last.sentence > 1:
        return None
    return last if last.counted or last.of else None


def fraction_of(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """'120 Feldbetten stehen bereit. Die Hälfte blieb leer': what a fraction that stands alone is of."""
    share = before[-1] if before else None
    if share and share.numeral.kind == "fraction" and _is_next_share(passage.text, figure, share):
        return share
    if IT_IS.search(passage.text, max(0, figure.start - 60), figure.start) and percentage_before(figure, before):
        return percentage_before(figure, before)  # '35 Prozent seines Öls, vor dem Krieg war es ein Fünfzigstel'
    if (
        share
        and share.counted
        and passage.part_of(share) == passage.part_of(figure)
        and _TO_PART.search(passage.text, share.end, figure.start)
    ):
        return share  # 'die Kapazität von 17 Millionen Tonnen falle zu einem Viertel aus'
    is_left = _STILL_IT.search(passage.text, max(0, figure.start - 60), figure.start) is not None
    if not (is_left or _STANDS_FOR.match(passage.text, figure.end)) or _CHANGE.search(
        passage.text, max(0, figure.start - 4), figure.start
    ):
        return None
    last = next((other for other in reversed(before[-3:]) if not other.is_age and other.numeral.kind != "times"), None)
    last = last.of if last and last.counted is None and last.of and not last.unit else last
    if last is None or last.counted is None or figure.sentence - last.sentence > 1:
        return None
    if last.unit or last.numeral.value < 2 or not passage.same_paragraph(last.sentence, figure.sentence):
        return None
    return last
