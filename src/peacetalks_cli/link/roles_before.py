"""Roles before a name with words between: "Chef des Dienstes, X", "Ihr Stellvertreter wird X", "Als Leiterin hat X"."""

import re
from collections.abc import Collection, Sequence

from peacetalks_cli.facts import Interval, Mention
from peacetalks_cli.link.phrases import (
    Token,
    frame,
    is_adjective,
    is_complement,
    is_of_someone,
    read,
    read_all,
    with_status,
)
from peacetalks_cli.link.roles_after import is_only_when
from peacetalks_cli.link.rolewords import RoleWord, is_woman, role_word

_CLOSED = re.compile(r"\s*(?:aus [A-ZÄÖÜ][\w-]{1,30}\s*)?(?:\([^()]{1,40}\)\s*)?(?:[,.;:!?)]|$)")
_NEW = re.compile(r"(?:ein|sein|ihr|mein|unser|dessen|deren)")
# What ends a clause after its object: "hat einen Gefangenen gemacht, den Schlosser X"
_ENDS_CLAUSE = re.compile(
    r"(?:\w*ge\w+(?:t|en)|(?:ver|be|er|ent|zer)\w+(?:t|en)|wieder|ein|an|ab|auf|mit|vor|aus|zurück)$"
)
_ARTICLES = frozenset(["der", "die", "dem", "den", "ein", "eine", "einem", "einen"])
_CLAUSE_BEGINS = frozenset([",", ";", ":", "–", "und", "„", "»", "«"])
_TOLD = re.compile(r"[a-zäöü]+te$")  # a verb: "…, erklärte Gouverneur X"
_AMONG = frozenset(["darunter", "etwa", "so", "wie", "also", "nämlich", "allen", "beispielsweise", "unter"])
_OTHERS = frozenset("ihn ihm sie ihr ihnen ihren seinen dass wenn weil".split())  # noqa: SIM905
_FINITE = re.compile(
    r"(?:t|te|ten|ist|war|nahm|kam|gab|sprach|ging|trat|saß|stand|schrieb|hielt|lief|fuhr|rief|sah|zog|las|half)$"
)
_COPULAS = frozenset(["ist", "war", "wird", "wurde", "bleibt", "blieb", "heißt", "hieß", "heisst", "hiess"])
_CHOSEN = re.compile(r"[ \u00a0](?:gewählt|ernannt|bestimmt|berufen|gekürt|nominiert|befördert|bestellt|gemacht)\b")
_RESTS = re.compile(r"[ \u00a0](?:aus|von|vom|geworden|gewesen|und (?:ist|war|hat|kommt|stammt))\b")
_MODALS = frozenset(["soll", "sollte", "könnte", "dürfte", "muss", "kann"])
_BECOMES = re.compile(r" (?:werden|bleiben|sein)\b")


def roles_before(
    text: str, before: Sequence[Token], mention: Mention, sentence: Interval, people: Collection[int]
) -> tuple[str, ...]:
    """The roles that the words `before` a name give, in their sentence; `people`: starts of all names of people."""
    return (
        *_inverse(text, before, mention, sentence, people),
        *_gapped(text, before, mention, sentence),
        *_as_first(before),
        *_distant(text, before, mention, sentence, people),
    )


def _distant(
    text: str, before: Sequence[Token], mention: Mention, sentence: Interval, people: Collection[int]
) -> tuple[str, ...]:
    """Chef des Militärgeheimdienstes, Igor Kostjukow, and: Gouverneur der Region Charkiw Oleh Synjehubow.
    A noun of its own may stand after the comma: Chef des Dienstes, General Igor Kostjukow, ..."""
    phrase, is_parted, is_feminine = _ahead(before)
    if not before or not (is_parted or " " in mention.text):
        return ()
    if not is_parted and phrase and role_word(phrase[-1].text, frame(phrase[:-1])[0], has_owner=True):
        return ()
    if is_parted and not _CLOSED.match(text, mention.end, sentence[1]):
        return ()
    cut = max((i + 1 for i, token in enumerate(phrase) if not token.text[0].isalnum()), default=0)
    if is_feminine is False and is_woman(mention.text):
        is_feminine = True  # die Sprecherin des Heeres, Hauptmann Ida Lang
    has_verb = is_parted and bool(phrase) and bool(_ENDS_CLAUSE.match(phrase[-1].text))
    phrase = phrase[:-1] if has_verb else phrase
    for i in range(max(cut, len(phrase) - 14), len(phrase)):
        determiner, adjectives, has_owner = frame(phrase[cut:i])
        rest = phrase[i + 1 :]
        word = role_word(phrase[i].text, determiner, has_owner=has_owner or _has(determiner) or is_of_someone(rest))
        if (
            word is None
            or phrase[i].start in people
            or (determiner == "der" and not word.is_feminine and len(word.text) < len(phrase[i].text))
            or (is_feminine is not None and not _agrees(word, phrase[i].text, is_feminine, determiner))
            or (has_verb and not _has(determiner))
        ):
            continue
        if (rest or is_parted) and is_complement(rest):
            return (with_status(word, adjectives),)
    return ()


def _has(determiner: str | None) -> bool:
    """Whether someone is new to the text: einen Gefangenen, ihrer Tochter."""
    return bool(determiner) and bool(_NEW.match(determiner or ""))


def _agrees(word: RoleWord, noun: str, is_feminine: bool, determiner: str | None) -> bool:
    """Die Witwe eines Mitarbeiters, die Lehrerin X: the widow; but: Der Gastgeber, Außenministerin X."""
    is_genitive = (determiner or "").endswith("es") or (noun.endswith("s") and not word.text.endswith("s"))
    return word.is_feminine == is_feminine or (is_feminine and not is_genitive)


def _ahead(before: Sequence[Token]) -> tuple[Sequence[Token], bool, bool | None]:
    """The words in which a role may stand; whether a comma parts them from the name, behind which there is nothing
    or one role with what belongs to it; and whether that one is feminine (None without it)."""
    comma = max((i for i, token in enumerate(before) if token.text == ","), default=None)
    if comma is None:
        return before, False, None
    between = before[comma + 1 :]
    if between and (between[0].text in _AMONG or _TOLD.match(between[0].text)):
        return between, False, None
    title = read(between)
    if title is not None and title.after == len(between):
        return before[:comma], True, title.word.is_feminine
    if len(between) in (2, 3) and between[0].text in _ARTICLES and _is_origin(between[1:]):
        return before[:comma], True, between[-1].text.endswith(("in", "Frau"))  # die Finnin X; der 54-jährige Y
    return (between, False, None) if between else (before[:comma], True, None)


def _as_first(before: Sequence[Token]) -> tuple[str, ...]:
    """Als Leiterin der Mission hat X 16 Leute; als erster Zeuge sprach am Nachmittag X."""
    begin = next((i for i in reversed(range(len(before))) if before[i].text in ("Als", "als")), None)
    if begin is None or (before[begin].text == "als" and begin and before[begin - 1].text not in _CLAUSE_BEGINS):
        return ()
    phrase = before[begin + 1 :]
    if any(not token.text[0].isalnum() or token.text in _OTHERS for token in phrase):
        return ()
    found = read(phrase)
    if found is None:
        return ()
    for verb in range(found.after, len(phrase)):
        rest = phrase[verb + 1 :]
        is_verb = phrase[verb].text[0].islower() and is_complement(phrase[found.after : verb])
        if is_verb and _FINITE.search(phrase[verb].text) and is_only_when(rest):
            return (found.role,)
    return ()


def _gapped(text: str, before: Sequence[Token], mention: Mention, sentence: Interval) -> tuple[str, ...]:
    """Justizminister wird der Richter X, Ministerin für Umwelt die Juristin Y."""
    comma = max((i for i, token in enumerate(before) if token.text in (",", "und")), default=None)
    if comma is None or not any(token.text in _COPULAS for token in before[:comma]):
        return ()
    phrase = before[comma + 1 :]
    if len(phrase) < 3 or phrase[-2].text not in ("der", "die") or not phrase[0].text[0].isupper():
        return ()
    if not _CLOSED.match(text, mention.end, sentence[1]):
        return ()
    return read_all(phrase[:-2])


def _is_origin(words: Sequence[Token]) -> bool:
    """Finnin, 54-jährige: who it is told of stands before them."""
    last = words[-1].text
    is_noun = (
        len(words) == 1 and last[0].isupper() and last.endswith(("er", "in", "e", "Mann", "Frau")) and last.isalpha()
    )
    return is_noun or (is_adjective(last) and len(words) == 1)


def _inverse(
    text: str, before: Sequence[Token], mention: Mention, sentence: Interval, people: Collection[int]
) -> tuple[str, ...]:
    """Geschäftsführer der Firma ist der 61-jährige X; Ihr Stellvertreter wird X; Der Fahrer heißt X."""
    verbs = _COPULAS | _MODALS if _BECOMES.match(text, mention.end, sentence[1]) else _COPULAS
    copula = max((i for i, token in enumerate(before) if token.text in verbs), default=None)
    if copula is None or not all(token.text[0].isalnum() for token in before[copula + 1 :]):
        return ()
    begin = max(
        (i + 1 for i in range(copula) if before[i].text in (",", ";", ":", "und", "–", "„", "»", "«")), default=0
    )
    if before[begin].text in ("Zum", "Zur", "zum", "zur") and _CHOSEN.match(text, mention.end, sentence[1]):
        return read_all(before[begin:copula], people)  # Zur neuen Präsidentin wurde Ada Lund gewählt
    rests = (_CLOSED, _RESTS, _BECOMES)
    if not any(rest.match(text, mention.end, sentence[1]) for rest in rests):
        return ()
    return read_all(before[begin:copula], people)
