"""One noun for several people: "die Minister A (SPD) und B", "zwei Söhne, A und B", "Mutter und Tochter, A und B"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from peacetalks_cli.facts import Interval, Mention
from peacetalks_cli.link.phrases import Token, frame, is_complement, tokens
from peacetalks_cli.link.rolewords import RoleWord, is_woman, of_woman, role_word

_PLURAL_DETERMINERS = frozenset(
    """die beide beiden seine seiner ihre ihrer deren dessen unsere meine alle mehrere einige viele
    zwei drei vier fünf sechs sieben acht neun zehn""".split()  # noqa: SIM905
)
_DATIVE = frozenset("mit von bei aus nach zu zwischen unter außer ausser nebst samt".split())  # noqa: SIM905
# What stands from one name to the next: (29) und; , 31, und; , ; sowie
_JOINED = re.compile(r"(?:\s\([^()\n]{1,30}\)|,\s\d{1,2}(?:\sJahre\salt)?,?(?=\s))?(?:,|,?\s(?:und|sowie|oder))\s")
_BEFORE_FIRST = re.compile(r"[,:–-]\s$|\s\($")
_AND = re.compile(r"\s(?:und|sowie)\s")
_PAIR = re.compile(r"(?<![\w-])([A-ZÄÖÜ][\w-]+) und ([A-ZÄÖÜ][\w-]+)[,:–-] ?$")
_LONGEST = 120  # characters of the phrase before several names


def is_joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether only a comma or an und, an age or a party stand between two names."""
    return bool(_JOINED.fullmatch(text, one.end, other.start))


def is_plural(noun: str, word: RoleWord, determiner: str | None, before: str | None = None) -> bool:
    """Whether the noun before a name goes for the names after it too; `before`: the word before the determiner."""
    is_inflected = noun.lower() != word.text.lower()
    if word.is_feminine:
        return noun.endswith("innen") or (is_inflected and not word.text.endswith("e"))
    if determiner == "den":
        return noun.endswith(("ern", "ären", "oren", "chefs", "lingen")) or (before or "").lower() in _DATIVE
    return determiner in _PLURAL_DETERMINERS


def of(roles: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The roles of one of several: of die Abgeordneten Ida Lang und Jo Kern, she is an Abgeordnete."""
    return tuple(map(of_woman, roles)) if is_woman(name) else roles


def announced(text: str, mentions: Sequence[Mention], spans: Sequence[Interval]) -> Iterator[tuple[int, str]]:
    """Zwei Söhne, Jo und Ali; Mutter und Tochter, Inna und Jana Lang: indices of mentions, and the role of each."""
    starts = [start for start, _ in spans]
    for group in _groups(text, mentions):
        first = mentions[group[0]].start
        if not _BEFORE_FIRST.search(text, max(0, first - 2), first):
            continue
        begin = max(first - _LONGEST, spans[max(0, bisect_right(starts, first) - 1)][0])
        pair = _PAIR.search(text, begin, first)
        words = [role_word(noun, has_owner=True) for noun in pair.groups()] if pair else []
        both = [word.text for word in words if word]
        if len(group) == len(both):
            yield from zip(group, both, strict=True)
        elif role := _plural(tokens(text, begin, first - 1)):
            yield from ((i, of((role,), mentions[i].text)[0]) for i in group)


def _groups(text: str, mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Indices of names that are joined, the last by und; nothing but names."""
    group = [0]
    for i, (one, other) in enumerate(pairwise(mentions), start=1):
        if is_joined(text, one, other) and len(group) < 8:
            group.append(i)
            if _AND.search(text, one.end, other.start):
                yield group
                group = [i]
        else:
            group = [i]


def _plural(before: Sequence[Token]) -> str | None:
    """The plural whose phrase ends right before the comma: die Außenminister Japans und Chinas, zwei Söhne."""
    phrase = list(before)
    while phrase and not phrase[-1].text[0].isalnum():
        phrase.pop()
    cut = max((i + 1 for i, token in enumerate(phrase) if not token.text[0].isalnum()), default=0)
    for i in range(max(cut, len(phrase) - 12), len(phrase)):
        determiner, adjectives, has_owner = frame(phrase[cut:i])
        if determiner is None and i > cut and phrase[i - 1 - len(adjectives)].text in _PLURAL_DETERMINERS:
            determiner = phrase[i - 1 - len(adjectives)].text
        if determiner not in _PLURAL_DETERMINERS:
            continue
        word = role_word(phrase[i].text, determiner, has_owner=has_owner or determiner[0] in "zdvfsan")
        if word and is_plural(phrase[i].text, word, determiner) and is_complement(phrase[i + 1 :]):
            return word.text
    return None
