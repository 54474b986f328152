"""What the words beside a name say that the person is: "der US-Sondergesandte Steve Witkoff"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from peacetalks_cli.facts import Interval, Mention
from peacetalks_cli.german.sentences import sentences
from peacetalks_cli.link.rolewords import RoleWord, role_word

_TOKEN = re.compile(r"First Lady|\w+(?:[-‑–’'/]\w+)*|[^\w\s]")
_WINDOW = 200  # characters beside a name that are looked at
_ADJECTIVE = re.compile(r"(?:[a-zäöüß]|[\w-]+[a-zäöüß])[\w-]*(?:en|em|er|es|e)$|\d+-jährige[nrms]?$")
_STATUS = re.compile(r"(stellvertretend)e[rnms]?$")  # früher, ehemalig and the like are left out: the role is short
_DETERMINERS = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "dessen",
        "deren",
        "beide",
        "beiden",
    ]
    + [p + e for p in ("sein", "ihr", "unser", "mein", "kein", "dies") for e in ("", "e", "en", "em", "er", "es")]
)
_POSSESSIVE = re.compile(r"(?:sein|ihr|unser|mein|dessen|deren)(?:e[nmrs]?)?$")
_PLURAL_DETERMINERS = frozenset(
    ["die", "beide", "beiden", "seine", "seiner", "ihre", "ihrer", "deren", "zwei", "drei", "vier"]
)
_TITLES = frozenset(["Dr", "Prof", "Mag", "Ing", "Dipl", "h", "c", ".", "Sir"])
# What may stand between a role and its name: of what, of whom, where.
_OF = r"(?:des|der|von|vom|für|im|in|am|an|bei|beim|zur|zum|aus|und)"
_INFLECTED = r"(?: [a-zäöüß][\w-]*(?:e|en|er|em|es|as|ie))"
_CHAIN = re.compile(rf"(?: [A-ZÄÖÜ][\w-]*s)?(?: {_OF}{_INFLECTED}{{0,4}}(?: [A-ZÄÖÜ\d][\w-]*){{1,6}}){{0,4}}")
# Of a bare "Chef" the noun that says what of, while it is short: Chef des Militärgeheimdienstes.
_ATTRIBUTE = re.compile(rf" (?:des|der){_INFLECTED}?(?: [A-ZÄÖÜ][\w-]*)(?! [A-ZÄÖÜ])(?![\w-])")
_CLOSED = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[,.;:!?)]|$)")
# A participle may come between: "von Rustem Umjerow geleitet, dem Sekretär des Rates".
_APPOSITION = re.compile(r"(?:\s(?:\([^()]{1,40}\)|\w*ge\w+(?:t|en)))?,\s")
_JOINED = re.compile(r"(?:,|\s(?:und|sowie|oder)|,\s(?:und|sowie))\s")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def roles(text: str, mentions: Sequence[Mention], genitives: Sequence[bool]) -> list[tuple[str, ...]]:
    """For each mention of a person (in order) the roles that the text beside it gives, nominative, as written.

    `genitives`: whether the mention is one, whose noun before it is as a rule someone else ("der Sprecher Putins").
    """
    spans = list(sentences(text))
    starts = [start for start, _ in spans]
    people = {mention.start for mention in mentions}
    found: list[tuple[str, ...]] = []
    shared: tuple[str, ...] = ()
    for i, mention in enumerate(mentions):
        sentence = spans[max(0, bisect_right(starts, mention.start) - 1)] if spans else (0, len(text))
        before = _tokens(text, max(sentence[0], mention.start - _WINDOW), mention.start)
        if shared and _JOINED.fullmatch(text, mentions[i - 1].end, mention.start):
            found.append(shared)
            continue
        direct, is_plural = _direct(before, is_genitive=genitives[i])
        shared = direct if is_plural else ()
        own = direct if genitives[i] else (*_distant(text, before, mention, sentence), *direct)
        found.append(tuple(dict.fromkeys((*own, *_after(text, mention, sentence, people)))))
    return found


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]


def _direct(before: Sequence[_Token], *, is_genitive: bool) -> tuple[tuple[str, ...], bool]:
    """Roles right before the name, and whether their noun is a plural that goes for the names after it too."""
    before = list(before)
    while before and before[-1].text in _TITLES:
        before.pop()
    if not before:
        return (), False
    determiner, adjectives, has_owner = _frame(before[:-1])
    word = role_word(before[-1].text, determiner, has_owner=has_owner)
    if word is None or (is_genitive and (determiner or adjectives or has_owner or word.is_relation)):
        return (), False
    found = [_with_status(word, adjectives)]
    if len(before) > 2 and before[-2].text in ("und", "sowie"):
        determiner, adjectives, has_owner = _frame(before[:-3])
        other = role_word(before[-3].text, determiner, has_owner=has_owner)
        if other:
            found.insert(0, _with_status(other, adjectives))
    return tuple(found), _is_plural(before[-1].text, word, determiner)


def _frame(before: Sequence[_Token]) -> tuple[str | None, list[str], bool]:
    """What stands before a noun: its determiner, its adjectives (nearest first), whether an owner is named."""
    adjectives: list[str] = []
    for token in reversed(before):
        word = token.text
        lower = word.lower()
        if lower in _DETERMINERS:
            return lower, adjectives, bool(_POSSESSIVE.match(lower))
        if word[0].isupper():
            return None, adjectives, word.endswith(("s", "’", "'")) and not adjectives[1:]
        if not _ADJECTIVE.match(word) or len(adjectives) > 3:
            return None, adjectives, False
        adjectives.append(word)
    return None, adjectives, False


def _with_status(word: RoleWord, adjectives: Sequence[str]) -> str:
    """stellvertretende Ministerin: the adjective is part of the office."""
    ending = "e" if word.is_feminine else "er"
    stems = [status[1] for adjective in reversed(adjectives) if (status := _STATUS.match(adjective))]
    return " ".join((*(stem + ending for stem in stems), word.text))


def _is_plural(noun: str, word: RoleWord, determiner: str | None) -> bool:
    if word.is_feminine:
        return noun.endswith("innen")
    return determiner in _PLURAL_DETERMINERS or (determiner == "den" and noun.endswith(("ern", "ären", "chefs")))


def _distant(text: str, before: Sequence[_Token], mention: Mention, sentence: Interval) -> tuple[str, ...]:
    """Chef des Militärgeheimdienstes, Igor Kostjukow, and: Gouverneur der Region Charkiw Oleh Synjehubow.
    A rank may stand after the comma: Chef des Dienstes, General Igor Kostjukow, ..."""
    if " " not in mention.text or not before:
        return ()
    comma = max((i for i, token in enumerate(before) if token.text == ","), default=None)
    if comma is not None and not _is_title(before[comma + 1 :]):
        before, comma = before[comma + 1 :], None
    if comma is None and before and role_word(before[-1].text, has_owner=True):
        return ()
    if comma is not None and not _CLOSED.match(text, mention.end, sentence[1]):
        return ()
    phrase = list(before[:comma])
    cut = max((i + 1 for i, token in enumerate(phrase) if not token.text[0].isalnum()), default=0)
    for i in range(max(cut, len(phrase) - 14), len(phrase)):
        determiner, adjectives, has_owner = _frame(phrase[cut:i])
        word = role_word(phrase[i].text, determiner, has_owner=has_owner)
        if word is None:
            continue
        rest = "".join(f" {token.text}" for token in phrase[i + 1 :])
        if (rest or comma is not None) and _CHAIN.fullmatch(rest):
            return (_with_attribute(_with_status(word, adjectives), word, rest),)
    return ()


def _is_title(words: Sequence[_Token]) -> bool:
    """Nothing, or one role: what may stand between the comma and the name."""
    return not words or (len(words) == 1 and role_word(words[0].text) is not None)


def _with_attribute(role: str, word: RoleWord, rest: str) -> str:
    attribute = _ATTRIBUTE.match(rest) if word.is_bare else None
    return role + attribute.group() if attribute else role


def _after(text: str, mention: Mention, sentence: Interval, people: set[int]) -> tuple[str, ...]:
    """David Arachamija, Chef der Präsidentenpartei, ..."""
    comma = _APPOSITION.match(text, mention.end, sentence[1])
    if not comma:
        return ()
    tokens = _tokens(text, comma.end(), min(sentence[1], comma.end() + _WINDOW))
    close = next((i for i, token in enumerate(tokens) if token.text in ',.;:!?)–(«»“”"„'), len(tokens))
    if close + 1 < len(tokens) and tokens[close].text == "," and tokens[close + 1].start in people:
        return ()  # the next one's: ..., der Chef des Dienstes, Kyrylo Budanow, ...
    phrase = tokens[:close]
    head = next((i for i, token in enumerate(phrase) if _is_noun(token.text)), None)
    if head is None or any(token.start in people for token in phrase[: head + 2]):
        return ()
    determiner, adjectives, has_owner = _frame(phrase[:head])
    word = role_word(phrase[head].text, determiner, has_owner=has_owner)
    rest = "".join(f" {token.text}" for token in phrase[head + 1 :])
    if word is None or not _CHAIN.fullmatch(rest) or not _is_frame(phrase[:head]):
        return ()
    return (_with_attribute(_with_status(word, adjectives), word, rest),)


def _is_noun(word: str) -> bool:
    """A capitalised word that is no genitive before the noun (Russlands Präsident) and no adjective."""
    return (word[0].isupper() and not (word.endswith("s") and role_word(word) is None) and not word.endswith("er")) or (
        word[0].isupper() and role_word(word) is not None
    )


def _is_frame(words: Sequence[_Token]) -> bool:
    return all(
        token.text.lower() in _DETERMINERS
        or token.text[0].isupper()
        or token.text[0].isdigit()
        or token.text in ("seit", "damals", "einst", "früher", "ehemals", "zuletzt")
        or _ADJECTIVE.match(token.text)
        for token in words
    )
