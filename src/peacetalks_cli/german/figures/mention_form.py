"""How a sentence brings a place in: by a preposition, as what is hit, as who acts, as what something belongs to."""

import re

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import location

# The forms that say where something happens.
_LOCATIVE_FORMS = "in bei nahe über auf an um inner hit owner kind noun there where town site country capital region"
LOCATIVE = frozenset(_LOCATIVE_FORMS.split())
# Those without a preposition, and those that say whence and whither.
BARE = frozenset(["bare", "subject", "owner", "genitive"])
DIRECTED = frozenset(["nach", "aus", "von", "für"])
_PREPOSITION = re.compile(
    r"\b(?:in|im|ins|bei|beim|auf|über|um|nahe|am|an|ans|vor|innerhalb|nördlich|südlich|östlich|westlich|außerhalb|"
    r"ausserhalb|unweit|entlang|nordöstlich|südöstlich|nordwestlich|südwestlich|gegenüber|hinter|aus|von|vom|nach|für|"
    r"gegen|zwischen|mit|zu|zur|zum|durch|bis|Richtung|seit|laut|wegen)\s",
    re.IGNORECASE,
)
# What may stand between a preposition and the name: articles, adjectives, a noun or two.
_BETWEEN = re.compile(
    r"(?:(?:von|bis|nach)\s)?(?:(?:de[rmns]|die|das|und|oder|sowie|eine[mr]?|seine[rmn]|ihre[rmn]|rund|etwa|nur|ganz|halb|ebenfalls|heftig|"
    r"stark|schwer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d[\d.,]*|[a-zäöüß]+(?:en|er|em|e))\s){0,5}"
    r"(?:(?!Richtung|Flagge)[A-ZÄÖÜ][\w-]*\s(?:(?:entfernten|gelegenen|der|des|dem|den|und)\s)*){0,3}"
)
_NEAR = (
    "nördlich südlich östlich westlich unweit nordöstlich südöstlich nordwestlich südwestlich hinter vor gegenüber "
    "außerhalb ausserhalb entlang"
)
_SAME = dict.fromkeys(_NEAR.split(), "nahe") | {
    "im": "in", "ins": "in", "innerhalb": "in", "beim": "bei", "am": "an", "ans": "an", "vom": "von", "zur": "zu",
    "zum": "zu",
}  # fmt: skip
_OF_SOMETHING = frozenset(["von", "zu", "nach", "für", "mit"])
_NOUN_OF = re.compile(r"[A-ZÄÖÜ][\w-]+\s(?:de[rs]|von|vom)\s$")
_CAPITAL_OF = re.compile(r"Hauptstadt\s$")
_LABEL = re.compile(r"\s?(?:[:/–—(]|\.(?:\s|$))")
_ACTS = re.compile(
    r"\s(?:wurden?|wird|werden|hat|hatte|habe|ist|sei|war|will|soll|"
    r"(?!mit|seit|nicht|jetzt|dort|selbst|zuletzt|sonst|fast|erst)[a-zäöü]+(?:t|te|ten|en))\b"
)
# Who is given something, or needs it: 'fehlen der Ukraine', 'benötige Kiew', 'sagte dem Libanon zu'.
_RECEIVING = ("fehl", "brauch", "benötig", "bekomm", "bekam", "erhält", "erhielt", "erhalt", "flossen", "sprochen")
_DATIVE = re.compile(
    r"(?:^|(?<![\w-])(?!(?:und|oder|sowie|zugunsten|seitens|namens|statt|trotz|während|anstelle|seit|gemäß)\s)"
    r"(?:[a-zäöüß]+|[a-zäöüß]*[,:])\s)(?:[Dd]em|(?P<der>[Dd]er))\s$"
)
_FEMININE = re.compile(r"(?:Ukraine|Schweiz|Republik|Union|\w+ei)$")
_NEEDS = r"(?:brauch(?:e|t|te)|benötig(?:e|t|te)|bekomm(?:e|t)|bekam|erh(?:ält|alte|ielt))"
_NEEDED_BY = re.compile(rf"\b(?:{_NEEDS}|fehl(?:e|en|t|te|ten))\s(?:(?:die|der|das|dem)\s)?$")
_IS_IN_NEED = re.compile(
    rf"(?:\s(?!und\b)[a-zäöüß]+){{0,2}}\s{_NEEDS}\b|"
    r"\s(?:soll(?:te|e)?|will|wird|werde|k[aö]nne?|könnte|d[aü]rfe?)\s[^,;.:\n]{0,100}\b(?:bekommen|erhalten|brauchen|behalten)\b"
)
_IS_GIVEN = re.compile(r"\s[^,;.:\n]{0,120}\b(?:zugeflossen|zugesprochen)\b")
_PROMISED = re.compile(r"\s[^,;.:\n]{0,120}\b(?:versprochen|zugesagt|überwiesen|gewährt|geliefert|bewilligt)\b")
_SUBJECT_BEFORE = re.compile(r"\b(?:hat|habe|hatten?|haben)\s(?:die|der|das)\s[A-ZÄÖÜ][\w-]+\s$")
_TELLS = re.compile(r"\b[a-zäöüß]{3,}\s(?:die\s|der\s|das\s|den\s)?$")  # what ends a sentence is no label there
_LABEL_AT = 40  # characters from the start of the sentence within which a place before a colon labels it
_FAR = 70  # characters before a name in which its preposition is looked for


def form(text: str, sentence: Interval, name: Interval) -> tuple[str, int]:
    """How the place name is brought in, and where its phrase begins.

    A preposition ('in', 'aus'; one of each kind: 'nahe' for 'südlich'); 'inner', of a phrase of place ('am Rand
    von X', 'im Osten der X'); 'hit', 'kind' ('die Stadt X'), 'owner' ('X hat 400 Betten'), 'genitive', 'label'
    ('X: …'), 'receiver' ('fehlt der X'), 'subject' before a verb, else 'bare'.
    """
    preposition, at = _preposition(text, sentence[0], name[0])
    if preposition in _OF_SOMETHING and location.stands_where(text, sentence[0], *name):
        return "inner", location.phrase_start(text, sentence[0], name[0])
    if preposition:
        of_noun = preposition in LOCATIVE and _NOUN_OF.search(text, at + 1, name[0])  # behind the "In" of "In der X"
        return "inner" if of_noun and text.count(" ", at, name[0]) > 1 else preposition, at
    return _bare(text, sentence, name), name[0]


def _preposition(text: str, floor: int, start: int) -> tuple[str | None, int]:
    found = list(_PREPOSITION.finditer(text, max(floor, start - _FAR), start))
    for one in reversed(found):
        if one.end() == start or _BETWEEN.fullmatch(text, one.end(), start):
            word = one.group().strip().lower()
            return _SAME.get(word, word), one.start()
    return None, start


def _bare(text: str, sentence: Interval, name: Interval) -> str:
    """The form of a place without a preposition."""
    start, end = name
    if location.is_target(text, sentence, name):
        return "hit"
    has_kind = location.has_kind(text, start) and not _CAPITAL_OF.search(text, max(0, start - 11), start)
    if not has_kind and _receives(text, sentence, name):
        return "receiver"
    if location.is_attribute(text, start, end) and not has_kind:
        return "genitive"
    if has_kind:
        return "kind"
    if location.is_owner(text, sentence, name):
        return "owner"
    label = _LABEL.match(text, end) if start - sentence[0] < _LABEL_AT else None
    if label and not (label.group()[0] == "." and _TELLS.search(text, sentence[0], start)):
        return "label"
    return "subject" if _ACTS.match(text, end) else "bare"


def _receives(text: str, sentence: Interval, name: Interval) -> bool:
    """Whether a place is who is given something or needs it, as far as the article or a verb says so."""
    start, end = name
    low = max(sentence[0], start - 40)
    before, after = text[low:start], text[end : min(sentence[1], end + 140)]
    dative = _DATIVE.search(before)
    if (
        dative
        and (dative.start() > 0 or low == sentence[0])
        and (not dative["der"] or _FEMININE.search(text, start, end))
    ):
        return True
    if any(stem in before or stem in after for stem in _RECEIVING) and (
        _NEEDED_BY.search(before) or _IS_IN_NEED.match(after) or _IS_GIVEN.match(after)
    ):
        return True
    return bool(_SUBJECT_BEFORE.search(before) and _PROMISED.match(after))
