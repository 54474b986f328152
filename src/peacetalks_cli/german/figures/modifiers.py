"""Words beside a figure that say how exact it is: 'rund', 'mehr als', 'bis zu', 'und darunter'."""

import re

from peacetalks_cli.facts import Modifier

_S = "[ \u00a0\u202f\u2009]"
# Words that may stand between the modifier and its numeral; they say whether it is a part, a total, an addition.
_NEUTRAL = (
    r"insgesamt|zusammen|noch|weitere[nrs]?|bisher|bislang|allein|alleine|nur|wieder|inzwischen|mittlerweile|schon|bereits|"
    r"jeweils|je|aber|jedoch|die|der|den|das|dem|alle[nr]?|diese[nr]?|zusätzliche[nrs]?|zusätzlich|andere[nr]?|jede[rnsm]?|eine[nrm]?|ein"
)
_BEFORE: dict[Modifier, str] = {
    "min": "nicht weniger als|nicht unter|mindestens|wenigstens|zumindest|min.|ab",
    "max": "nicht mehr als|nicht über|bis zu|bis hin zu|höchstens|maximal|max.|allerhöchstens|allenfalls",
    "less_than": "nicht einmal|nicht mal|nicht ganz|noch nicht|weniger als|jünger als|knapp|fast|beinahe|nahezu|kaum|"
    "keine",
    "more_than": "mehr als|älter als|mehr denn|weit über|deutlich über|gut|von über|auf über|mit über|etwas über|"
    "jenseits der|jenseits von",
    "approx": "rund|etwa|in etwa|circa|ca.|zirka|cirka|ungefähr|um die|an die|so um|schätzungsweise|annähernd|"
    "geschätzt|geschätzte|geschätzten|geschätzter|geschätztes|geschätztem|grob|in der Größenordnung von|wohl|plusminus",
}
# Each with the last words of what it finds: most figures have none of them near and need no pattern.
_PATTERNS = tuple(
    (
        frozenset(phrase.split()[-1].strip(".") for phrase in words.split("|")),
        re.compile(
            rf"(?<!\w)(?:{words.replace('.', '[.]').replace(' ', _S)})(?:{_S}(?:{_NEUTRAL})){{0,3}}{_S}$", re.IGNORECASE
        ),
        modifier,
    )
    for modifier, words in _BEFORE.items()
)
_LAST = frozenset({"gegen", "über", "unter", "um"}.union(*(words for words, *_ in _PATTERNS)))
_WORD = re.compile(r"\w+")
_NEUTRAL_AT_MOST = 3
_GEGEN = re.compile(rf"(?<!\w)(?<!\d{_S})gegen{_S}$", re.IGNORECASE)
_OVER = re.compile(rf"(?P<before>\S*?){_S}?(?<!\w)über(?:{_S}(?:{_NEUTRAL})){{0,2}}{_S}$", re.IGNORECASE)
_UNDER = re.compile(rf"(?P<before>\S*?){_S}?(?<!\w)unter(?:{_S}(?:{_NEUTRAL})){{0,2}}{_S}$", re.IGNORECASE)
_ABOUT_NOUN = re.compile(
    r"(?:plan|paket|kredit|vertrag|auftrag|abkommen|scheck|rechnung|anleihe|fonds|deal|geschäft|garantien?|summe|betrag|"
    r"darlehen|hilfen?|tranche|vereinbarung|streit|gespräche?|debatte|bericht|strafe|bescheid|austausch|einigung|"
    r"verhandlung(?:en)?|abstimmung|bürgschaft|förderung|angebot|gutschein|bestellung)\W?$",
    re.IGNORECASE,
)
_EXTENDS = re.compile(r"\b(?:zieh\w*|zog\w*|spann\w*|dehn\w*|hinzieh\w*|wind\w*)\b")
_ABOUT_VERB = re.compile(
    r"\b(?:entscheide[nt]?|entschied(?:en)?|verhandel\w*|sprechen|spricht|sprach(?:en)?|diskutier\w*|berät|beraten|"
    r"abstimm\w*|abgestimmt|erstreck\w*|hinweg|verteil\w*|informier\w*|streiten|einig\w*|verfüg\w*)\b"
)
_UM_DIE = re.compile(rf"\b[Uu]m{_S}die{_S}$")
_CONTEST = re.compile(r"\b(?:bew[aeio]rb\w*|beworben|streiten|stritten|kämpf\w*|konkurr\w*|ringen|spielen)\b")
_FALLS = re.compile(
    r"^(?:auf|von|bei|zu|lag|liegt|liegen|lagen|fiel|fällt|fielen|sank|sinkt|sanken|bleibt|blieb|rutschte|deutlich|weit|noch|knapp|"
    r"gesunken|gefallen|bleiben|blieben|klar)$",
    re.IGNORECASE,
)
_IS_SPACE = re.compile(
    r"\b(?:Gebieten|Städten|Orten|Dörfern|Regionen|Provinzen|Bezirken|Ländern|Gewässern|Stadtteilen)$"
)
_DATIVE = re.compile(r"(?:in|mit|aus|von|bei|zu|nach|seit|auf|an|zwischen)$", re.IGNORECASE)
_BY_SIZE = re.compile(r"(?:Gemeinden?|Stadt|Städten?|Orten?|Betrieben?|Firm(?:a|en)|Unternehmen)$")
_AROUND = re.compile(
    r"\b(?:[Tt]emperaturen|[Ww]erten?|[Pp]reisen?)\s(?:rund\s)?um\s(?:die\s)?$"
)  # 'bei Temperaturen um minus neun Grad'
_DEGREES = re.compile(r"(?:Grad|°C?)$")  # 'zwei Grad plus' is no least
_AFTER: tuple[tuple[str, Modifier], ...] = (
    (
        r", (?:mindestens|wenigstens)(?=[.,;])|und mehr|oder mehr|und darüber|oder darüber|und höher|und aufwärts|"
        r"plus\b",
        "min",
    ),
    (r"und darunter|oder darunter|und weniger|oder weniger|und tiefer|und kälter|oder tiefer", "max"),
)
_ABOUT_AFTER = re.compile(
    rf"{_S}(?:etwa|ungefähr|circa)(?=[.,;]|{_S}(?:war|waren|sind|seien|wurden|kamen|haben|hatten)\b)"
)
UP_TO_AGE = re.compile(rf"(?<!\d)(?<!\d{_S})\bbis{_S}$")
_AFTER_PATTERNS = tuple((re.compile(rf"{_S}?(?:{words})(?!\w)"), modifier) for words, modifier in _AFTER)


def modifier(
    text: str, sentence: tuple[int, int], start: int, ends: tuple[int, ...], *, measured: bool, alone: bool, money: bool
) -> Modifier | None:
    """How exact the figure that begins at `start` is said to be; None where nothing is said.

    `ends`: where the numeral, its unit and its noun end, each a place for 'und mehr'. `measured`: it has a unit;
    `alone`: no noun; `money`: it is a sum.
    'über' and 'unter' are read as prepositions ('verhandeln über 300 Gefangene') where the sentence tells so.
    """
    window = max(sentence[0], start - 60)
    last = {word.lower() for word in _WORD.findall(text, window, start)[-1 - _NEUTRAL_AT_MOST :]}
    if not _LAST.isdisjoint(last):
        found, is_said = _before(text, sentence, start, ends, last, measured=measured, alone=alone, money=money)
        if is_said:
            return found
    if any(_ABOUT_AFTER.match(text, end) for end in ends):
        return "approx"  # 'sechzig Personen etwa waren an Bord'
    for end in ends:
        for pattern, found in _AFTER_PATTERNS:
            if pattern.match(text, end) and not (found == "min" and _DEGREES.search(text, start, end)):
                return found
    return None


def _before(
    text: str,
    sentence: tuple[int, int],
    start: int,
    ends: tuple[int, ...],
    last: set[str],
    *,
    measured: bool,
    alone: bool,
    money: bool,
) -> tuple[Modifier | None, bool]:
    """What stands before, and whether that decides. `last`: the last words there, in lower case."""
    window = max(sentence[0], start - 60)
    for words, pattern, found in _PATTERNS:
        if words.isdisjoint(last) or not pattern.search(text, window, start):
            continue
        if not _is_contest(text, sentence, start):
            return found, True
    if (
        alone and _GEGEN.search(text, window, start) and not text.startswith((" davon", " von ihnen"), max(ends))
    ):  # 'gegen 20 verletzt', not 'gegen 20 Personen'
        return "approx", True
    if "über" in last and (over := _OVER.search(text, window, start)):
        if _IS_SPACE.search(text[start : max(ends)]) and not _DATIVE.match(over["before"]):
            return None, True  # 'Drohnen über neun Gebieten'
        return (None if _is_about(text, sentence, over, money=money) else "more_than"), True
    if (
        "unter" in last
        and (under := _UNDER.search(text, window, start))
        and (measured or _FALLS.match(under["before"]) or _BY_SIZE.search(under["before"]))
    ):
        return "less_than", True
    if measured and _AROUND.search(text, window, start):
        return "approx", True
    return None, False


def _is_contest(text: str, sentence: tuple[int, int], start: int) -> bool:
    """'Um die 250 Sitze bewerben sich 3.500'."""
    return bool(_UM_DIE.search(text, max(sentence[0], start - 8), start) and _CONTEST.search(text, *sentence))


def _is_about(text: str, sentence: tuple[int, int], over: re.Match[str], *, money: bool) -> bool:
    if over["before"] == "sich" and _EXTENDS.search(text, *sentence):
        return True  # 'zieht sich über 300 Kilometer'
    if money and over["before"][:1].isupper() and over.start("before") > sentence[0]:
        return True  # 'Bestellungen über elf Milliarden Kronen'
    before = text[max(sentence[0], over.start("before") - 40) : over.end("before")]
    if any(_ABOUT_NOUN.search(word) for word in before.split()[-4:]):
        return True
    return _ABOUT_VERB.search(text, *sentence) is not None


def bounds(
    value: int | float, high: int | float | None, how: Modifier | None
) -> tuple[int | float | None, int | float | None]:
    """(low, high) of the contract: None on the side that is open."""
    upper = value if high is None else high
    if how in ("more_than", "min"):
        return value, None
    if how in ("less_than", "max"):
        return None, upper
    return value, upper
