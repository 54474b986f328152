"""The figure that a figure without a noun goes on with: '19 weitere', 'davon zwölf', 'von 20 auf 30 Prozent'."""

import re
from collections.abc import Sequence

from peacetalks_cli.annotate.antecedent_shares import (
    ENDS,
    IT_IS,
    MORE,
    OF_THEM,
    area_before,
    fraction_of,
    measure_before,
    percentage_before,
)
from peacetalks_cli.annotate.figure import Figure, Passage

_S = "[ \u00a0\u202f\u2009]"
_A_SUM = 10**6  # what is counted in millions without a noun is money more often than not
_OF_THEM_BEFORE = re.compile(
    rf"\b(?:davon|darunter|hiervon|(?:von|unter){_S}(?:ihnen|denen|diesen))(?:{_S}\w+){{0,4}}{_S}$",
    re.IGNORECASE,
)
_WEITERE = re.compile(rf"{_S}(?:weitere[nr]?|andere[nr]?)(?!\w)(?!{_S}[A-ZÄÖÜ])")
_AND_NEXT = re.compile(
    rf"(?:{_S}(?:und|oder|beziehungsweise|bzw\.|bis|auf|statt|nach|zu|gegen|von|von den|von insgesamt|der){_S}|,{_S}|/|"
    rf"{_S}[–-]{_S})(?:(?:nur|rund|etwa|fast|knapp|über|nun|zuletzt|sogar|noch|jetzt|die|der){_S}){{0,2}}$"
)
_FROM = re.compile(rf"\b(?:[Vv]o[nm]|[Uu]m){_S}(?:\w+{_S}){{0,3}}$")
VON_WHOLE = re.compile(
    rf"\bVon{_S}(?:(?:den|diesen|ihren|seinen|einst|rund|insgesamt|mehr als|etwa|bislang|bisher|allen|zusammen|gut|"
    rf"knapp|fast){_S}){{0,2}}$"
)
_PRICE = re.compile(
    rf"\b(?:kostet|kosten|kostete[n]?|zahlt|zahlen|zahlte[n]?|verdient|verdienen|verdiente[n]?){_S}(?:\w+{_S}){{0,2}}$"
)
_GIVES = re.compile(
    rf"\b(?:g[aei]b\w*|leg\w+|steuer\w+|schoss\w*|schieß\w*){_S}[^.,;:\d]{{0,60}}$"
)  # 'gibt 400 aus', 'legte 500 drauf'
_GIVEN = re.compile(rf"{_S}(?:aus(?=[.,;])|drauf|obendrauf|dazu(?=[.,;])|bei(?=[.,;])|zu(?=[.,;]))")
# 'rückte drei Kilometer vor, im Süden sogar sieben'
_GAPPED = re.compile(
    rf",{_S}(?:aber{_S})?(?:im|in|am|an|auf|bei|stellenweise|teils|gestern|heute|zuletzt){_S}(?:(?:der|dem|den){_S})?(?:[A-ZÄÖÜ][\w-]+{_S})?"
    rf"(?:(?:sogar|nur|rund|etwa|fast|gut|erst|über|bereits|schon){_S}){{0,2}}$"
)
_PAID = re.compile(
    r"\b(?:[Zz]ugesagt|[Bb]ewilligt|[Aa]usgezahlt|[Gg]eflossen|[Ee]ingegangen|[Gg]edeckt|[Ff]reigegeben|[Üü]berwiesen|[Ff]inanziert)\b"
)
_STILL_LIVE = re.compile(
    r"\b(?:leb(?:en|ten)|schlafen|schliefen|wohn(?:en|ten)|st[ae]rben|fl[oi]e?hen|warte(?:n|ten)|hausen|verblutet\w*|ertranken|"
    r"übernachte\w+|demonstrier\w+|flüchte\w+)\b"
)
_SHOT = re.compile(r"\b(?:abgeschossen|abgefangen|abgewehrt|abschoss\w*|abgefeuert)\b")
_ASIDE = re.compile(
    rf",{_S}(?:die|der|das|deren|dessen|denen|dem|den|wo){_S}[^,.;:]*,{_S}(?:und|sowie){_S}(?:\w+{_S})?$"
)
_THINGS = frozenset({"buildings", "vehicles", "ships", "aircraft", "drones", "missiles", "bombs"})
_WEAPONS = frozenset({"drones", "missiles", "aircraft", "bombs"})
_NOUN_AFTER = re.compile(rf"{_S}(?:\w+e[nrsm]?{_S})?[A-ZÄÖÜ]")
_EVENTS = re.compile(
    r"(?:[Rr]unden?|[Tt]reffen|[Ss]itzungen|[Vv]ersuchen?|[Aa]nläufen?|[Ee]tappen|[Pp]hasen|"
    r"[Gg]esprächen?|[Aa]ngriffen?|[Pp]unkten?|[Bb]edingungen|[Vv]orschlägen?|[Ss]chritten?|[Kk]lagen|[Aa]nträgen?|[Ww]ellen)$"
)
EVENT = re.compile(
    r"(?:[Rr]unde|[Tt]reffen|[Ss]itzung|[Vv]ersuch|[Aa]nlauf|[Ee]tappe|[Pp]hase|[Gg]espräch|[Aa]ngriff|[Aa]nschlag|[Kk]lage|[Aa]ntrag|"
    r"[Ww]elle|[Pp]aket|[Bb]esuch|[Rr]eise|[Aa]ustausch|[Ww]ahl|[Uu]rteil|[Pp]rozess|[Ss]treik|[Uu]nfall|[Bb]eben|[Aa]bsturz|[Bb]rand|"
    r"[Gg]ipfel|[Vv]orfall|[Mm]ord|[Ss]ieg|[Nn]iederlage|[Rr]ekord|[Aa]uftritt|[Pp]utsch)$"
)
_IN_PHRASE = re.compile(
    rf"\b(?:auf|in|an|mit|bei|nach|von|aus|für|über|unter|vor|binnen|innerhalb|gegen|durch|um|zu)"
    rf"(?:{_S}(?:den|die|der|dem|rund|etwa|mehr|als|knapp|insgesamt)){{0,2}}{_S}$"
)
_EACH = re.compile(rf"{_S}(?:beziehungsweise|bzw\.|respektive){_S}(?:(?:rund|etwa|fast){_S})?")
_APPOSED_PART = re.compile(
    rf",{_S}(?:sag(?:t|te){_S}\w+,{_S})?(?:(?:fast|rund|etwa|gut|knapp|mehr{_S}als){_S})?(?:(?:die|der|zu){_S})?"
)
_IS_OF = re.compile(
    rf"{_S}(?:der|von{_S}den|dieser|aller|ihrer|seiner|unserer|deren|dessen){_S}(?:(?:rund|etwa|insgesamt|über|einst|einmal|früher|"
    rf"vormals|zuvor|ursprünglich|damals|zuletzt|knapp|fast|gut|mehr als|[a-zäöüß]+ten|[a-zäöüß]+nen){_S}){{0,2}}"
)


def antecedent(passage: Passage, figure: Figure, before: Sequence[Figure], following: Figure | None) -> Figure | None:
    """The figure that this one goes on with: the next in a pair, else the last one that counts the like."""
    text = passage.text
    if figure.numeral.kind == "ordinal" and following and text[figure.end : following.start] == " von ":
        return following
    if following and _IS_OF.fullmatch(text, figure.end, following.start):  # 'sechs der acht Generatoren'
        return following
    counts = [other for other in before[-3:] if other.numeral.kind != "times"]
    if counts and (area := area_before(passage, figure, counts[-1]) or measure_before(passage, figure, counts[-1])):
        return area
    last = before[-1] if before and figure.numeral.kind == "fraction" else None
    is_part = last is not None and _APPOSED_PART.fullmatch(text, last.noun_end, figure.start)
    if last and is_part and (last.counted or last.of) and not MORE.match(text, figure.end):
        return last  # 'Monteure, die Hälfte aus Halle'
    if (pair := _respectively(text, figure, before, following)) or (following and _is_paired(text, figure, following)):
        return pair or following
    after = OF_THEM.match(text, figure.end)
    points_back = after or _OF_THEM_BEFORE.search(text, max(0, figure.start - 60), figure.start)
    goes_on = points_back or _WEITERE.match(text, figure.end)
    if figure.numeral.kind == "share":
        share = percentage_before(figure, before)
        return share or _last_like(passage, figure, before, points_back=bool(points_back))
    if figure.numeral.kind == "ordinal" and (series := _series(passage, figure, before)):
        return series
    if figure.numeral.kind == "fraction" and not after:
        return fraction_of(passage, figure, before)
    if figure.numeral.kind == "vague" and not goes_on:
        return None
    return _last_like(passage, figure, before, points_back=bool(points_back))


def _respectively(text: str, figure: Figure, before: Sequence[Figure], following: Figure | None) -> Figure | None:
    """'24 Raketen und 90 Drohnen; 16 beziehungsweise 80 davon …': the first of the first, the second of the second."""
    if following and _EACH.fullmatch(text, figure.end, following.start) and not _NOUN_AFTER.match(text, following.end):
        two = before[-2:]
    elif len(before) > 2 and before[-1].of is before[-3] and _EACH.fullmatch(text, before[-1].end, figure.start):
        two = before[-3:-1]
    else:
        return None
    if len(two) < 2 or not all(other.counted and not other.unit for other in two):
        return None
    if two[0].sentence != two[1].sentence or figure.sentence - two[0].sentence > 1:
        return None
    return two[0] if following and two == before[-2:] else two[1]


def _series(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """'Es wurden fünf Runden. In der dritten …': the events of which an ordinal without a noun names one."""
    if _NOUN_AFTER.match(passage.text, figure.end):
        return None
    for earlier in reversed(before[-5:]):
        if figure.sentence - earlier.sentence > 2:
            return None
        if earlier.numeral.kind == "cardinal" and earlier.counted:
            return earlier if _EVENTS.search(passage.text, *earlier.counted) else None
    return None


def partitive(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The whole that 'Von den 900 Soldaten, die …, ist ein Viertel unterwegs' names first."""
    for earlier in reversed(before[-4:]):
        if earlier.sentence != figure.sentence:
            return None
        if earlier.counted and VON_WHOLE.search(passage.text, passage.sentences[figure.sentence][0], earlier.start):
            return earlier
    return None


def _last_like(passage: Passage, figure: Figure, before: Sequence[Figure], *, points_back: bool) -> Figure | None:
    """The last figure of the passage that counts what this one can count; `points_back`: 'davon', 'von ihnen'."""
    is_last = ENDS.match(passage.text, figure.end) is not None
    is_gapped = _GAPPED.search(passage.text, max(0, figure.start - 60), figure.start)
    shares = [
        other
        for other in before[-3:]
        if other.unit and other.topic == "percentage" and other.sentence == figure.sentence
    ]
    is_answer = bool(shares) and (len(shares) > 1 or MORE.match(passage.text, figure.end) is not None)
    if total := _sum_before(passage, figure, before):
        return total
    grown = [other for other in before[-6:] if not other.is_age]
    for earlier in reversed(grown[-1:] if figure.numeral.kind == "fraction" else before[-6:]):
        gap = figure.sentence - earlier.sentence
        if gap > (2 if points_back else 1) or (gap and not passage.same_paragraph(earlier.sentence, figure.sentence)):
            return None
        if not points_back and _is_other(passage, figure, earlier, before):
            continue
        is_part = earlier.numeral.kind in ("fraction", "share") and earlier.of is not None and earlier.of.unit is None
        is_count = figure.numeral.kind == "cardinal" and figure.numeral.scale < _A_SUM
        if is_part and earlier.of and is_count and _is_like(figure, earlier.of, is_last=False):
            return earlier.of  # '612 Menschen …; ein Drittel von ihnen … In Bebra leben 118'
        if figure.numeral.scale >= _A_SUM and not points_back and earlier.numeral.value * 100 < figure.numeral.value:
            continue  # '23 Fälle …, insgesamt 41 Millionen': a sum, not so many cases
        if _is_like(figure, earlier, is_last=is_last, is_gapped=bool(is_gapped), is_answer=is_answer) and (
            points_back or not _is_among(passage, earlier)
        ):
            return _larger(passage.text, figure, earlier, before)
    return None


def _is_other(passage: Passage, figure: Figure, earlier: Figure, before: Sequence[Figure]) -> bool:
    """Whether the clause of a figure says that it does not count what an earlier one, perhaps in an aside, counts."""
    text, clause = passage.text, passage.part_of(figure)
    is_decimal = isinstance(figure.numeral.value, float) and figure.numeral.kind == "cardinal"
    if is_decimal and figure.numeral.scale == 1 and earlier.topic != "percentage":
        measured = any(other.unit and other.sentence == figure.sentence for other in before[-4:])
        return (
            measured and earlier.unit is None and earlier.of is None
        )  # 'bei 94,5 Prozent, in Rehden, dem größten der 47 Speicher, bei 79,8'
    if earlier.noun_topic in _THINGS and _STILL_LIVE.search(text, *clause):
        return True
    weapons = [other for other in before[-6:] if other.noun_topic in _WEAPONS]
    if weapons and earlier.noun_topic not in _WEAPONS and _SHOT.search(text, *clause):
        return not (earlier.of and earlier.of.noun_topic in _WEAPONS)
    start = passage.sentences[figure.sentence][0]
    if earlier.sentence == figure.sentence and (aside := _ASIDE.search(text, start, figure.start)):
        return aside.start() < earlier.start and any(start <= other.start < aside.start() for other in before)
    return False


def _sum_before(passage: Passage, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The sum of money that 'Ende 2022 seien es 7,5 Milliarden gewesen', 'ein Kocher kostet 2100' go on with."""
    is_it = IT_IS.search(passage.text, max(0, figure.start - 60), figure.start) is not None
    is_price = _PRICE.search(passage.text, max(0, figure.start - 40), figure.start) is not None or (
        _GIVEN.match(passage.text, figure.end) is not None
        and _GIVES.search(passage.text, passage.sentences[figure.sentence][0], figure.start) is not None
    )
    is_paid = ENDS.match(passage.text, figure.end) and _PAID.search(passage.text, *passage.part_of(figure))
    if is_paid and before and before[-1].topic == "money" and figure.sentence - before[-1].sentence <= 1:
        return before[-1]  # 'Der Bedarf liegt bei 50 Milliarden Euro. Zugesagt sind erst 18.'
    if not is_it and not is_price:
        return None
    sums = [other for other in before[-3:] if other.unit and other.unit.topic == "money"]
    if not sums or figure.sentence - sums[-1].sentence > 1 + is_price:
        return None
    return sums[-1] if is_price or figure.numeral.scale >= _A_SUM or sums[-1] is before[-1] else None


def _larger(text: str, figure: Figure, nearest: Figure, before: Sequence[Figure]) -> Figure:
    """Of '28 Punkte auf elf Seiten; 19 gelten als geklärt' the points: a part is smaller than its whole."""
    if nearest.sentence != figure.sentence or nearest.numeral.value >= figure.numeral.value or nearest.unit:
        return nearest
    if not _IN_PHRASE.search(text, max(0, nearest.start - 24), nearest.start):
        return nearest  # 'fünf Staaten stimmten dagegen, 35 enthielten sich'
    wholes = [
        other
        for other in before[-3:]
        if other.sentence == figure.sentence and other.counted and not other.unit and not other.is_age
    ]
    return next((other for other in wholes if other.numeral.value > figure.numeral.value), nearest)


def _is_paired(text: str, figure: Figure, following: Figure) -> bool:
    """'drei oder fünf Soldaten', 'von 20 auf 30 Prozent': nothing but a link between the two."""
    is_near = following.sentence == figure.sentence and following.start - figure.end < 25
    if text.startswith(" auf ", figure.end) and not _FROM.search(text, max(0, figure.start - 24), figure.start):
        return False  # 'schlafen 340 auf zwei Etagen'
    if OF_THEM.match(text, following.end):  # 'waren es neun, sieben von ihnen'
        return False
    return bool(
        is_near and figure.numeral.kind == following.numeral.kind and _AND_NEXT.match(text, figure.end, following.start)
    )


def _is_among(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is only a part of the one before it ('unter ihnen neun Kinder')."""
    is_after = OF_THEM.match(passage.text, figure.end) is not None
    return is_after or _OF_THEM_BEFORE.search(passage.text, max(0, figure.start - 60), figure.start) is not None


def _is_like(
    figure: Figure, earlier: Figure, *, is_last: bool, is_gapped: bool = False, is_answer: bool = False
) -> bool:
    """Whether an earlier figure can lend its noun or, within a sentence, its unit. `is_last`: no word follows;
    `is_gapped`: 'drei Kilometer vor, im Süden sogar sieben'; `is_answer`: '34 Prozent sind dafür, acht …'."""
    if (figure.numeral.kind == "ordinal") != (earlier.numeral.kind == "ordinal"):
        return False
    if earlier.topic == "temperature":
        return is_last and earlier.sentence == figure.sentence
    if earlier.is_age or earlier.numeral.kind == "times":
        return False
    if earlier.topic == "distance" and not (is_last and is_gapped and earlier.sentence == figure.sentence):
        return False
    if earlier.unit and (figure.numeral.kind != "cardinal" or earlier.sentence != figure.sentence):
        return False
    if earlier.topic == "percentage":
        is_share = figure.numeral.value <= 100 and (is_last or is_answer or isinstance(figure.numeral.value, float))
        return is_share and earlier.unit is not None
    return earlier.unit is not None or earlier.counted is not None or earlier.of is not None
