"""Noun phrases that name a role: "der frühere Chef des Militärgeheimdienstes", read before and after a name."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from peacetalks_cli.link.rolewords import RoleWord, role_word

WINDOW = 200  # characters beside a name that are looked at
_TOKEN = re.compile(r"First Lady|\d{1,3}\.(?=\s[A-ZÄÖÜ])|\w+(?:[-‑–’'/]\w+)*|[^\w\s]")
_ADJECTIVE = re.compile(r"(?:[a-zäöüß]|[\w-]+[a-zäöüß])[\w-]*(?:en|em|er|es|e)$|\d+-jährige[nrms]?$")
_STATUS = re.compile(r"(stellvertretend)e[rnms]?$")  # früher, ehemalig and the like are left out: the role is short
DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines dessen deren beide beiden zum zur vom".split()  # noqa: SIM905
    + [p + e for p in ("sein", "ihr", "unser", "mein", "kein", "dies") for e in ("", "e", "en", "em", "er", "es")]
)
_POSSESSIVE = re.compile(r"(?:sein|ihr|unser|mein|dessen|deren)(?:e[nmrs]?)?$")
_OF_ARTICLE = {"zum": "dem", "vom": "dem", "zur": "der"}
# What may stand between a role and its name: of what, of whom, where.
_OF = (
    r"(?:des|der|(?:s?ein|ihr|dies|unser)e[sr]|zweier|dreier|von|vom|für|im|in|am|an|bei|beim|zur|zum|aus|und|gegen|"
    r"über|unter|auf|mit|nach|zu|nahe)"
)
INFLECTED = r"(?: [a-zäöüß][\w-]*(?:e|en|er|em|es|as|ie))"
_COUNT = r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
_NOUNS = r"(?: [A-ZÄÖÜ\d][\w'’-]*\.?| of| for| and)"
_BY = r"(?: (?:von|in|aus|für|durch) [A-ZÄÖÜ][\w-]*(?= [a-zäöüß]))"  # der von Moskau eingesetzten Verwaltung
_CHAIN = re.compile(
    rf"(?: [A-ZÄÖÜ][\w-]*s| [a-zäöüß][\w-]*er [A-ZÄÖÜ]\w+)?"
    rf"(?: {_OF}{_BY}?{INFLECTED}{{0,4}}(?: {_COUNT})?{_NOUNS}{{1,6}}){{0,4}}"
)
# When someone was it: X, seit März Chef …; X, vor dem Krieg Lehrer …; X, heute Botschafter …
_WHEN = frozenset(
    """seit bis vor von ab im einst früher damals heute derzeit zuletzt zuvor zunächst ehemals vormals einstmals selbst
    nun jetzt inzwischen mittlerweile bisher bislang lange jahrelang zugleich ebenfalls auch aktuell gerade noch
    gelernter gelernte anfangs später wieder nebenbei hauptberuflich eigentlich nach""".split()  # noqa: SIM905
)
_LONGEST_WHEN = 6  # words


class Token(NamedTuple):
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role read forward: its text in the nominative, and the index of the token after its noun."""

    role: str
    word: RoleWord
    after: int


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks in [start, end)."""
    found = []
    for word in _TOKEN.findall(text, start, end):
        start = text.index(word, start)  # only white space lies between
        found.append(Token(word, start, start + len(word)))
        start += len(word)
    return found


def frame(before: Sequence[Token]) -> tuple[str | None, list[str], bool]:
    """What stands before a noun: its determiner, its adjectives (nearest first), whether an owner is named."""
    adjectives: list[str] = []
    for token in reversed(before):
        word = token.text
        lower = word.lower()
        if lower in DETERMINERS:
            return _OF_ARTICLE.get(lower, lower), adjectives, bool(_POSSESSIVE.match(lower))
        if word[0].isupper() and word.endswith("er") and role_word(word) is None:
            continue  # der Kiewer Bürgermeister
        if word[0].isupper():
            return None, adjectives, word.endswith(("s", "’", "'")) and not adjectives[1:]
        if not (is_adjective(word) or (word == "alt" and not adjectives)) or len(adjectives) > 3:
            return None, adjectives, False
        adjectives.append(word)
    return None, adjectives, False


def is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.match(word))


def with_status(word: RoleWord, adjectives: Sequence[str]) -> str:
    """stellvertretende Ministerin: the adjective is part of the office."""
    ending = "e" if word.is_feminine else "er"
    stems = [status[1] for adjective in reversed(adjectives) if (status := _STATUS.match(adjective))]
    former = ["alt"] if adjectives[:1] == ["alt"] else []  # the Swiss Ex-: alt Bundesrat
    return " ".join((*(stem + ending for stem in stems), *former, word.text))


def words_of(phrase: Sequence[Token]) -> str:
    """Their words, each behind a space."""
    return "".join(f" {token.text}" for token in phrase)


def is_of_someone(rest: Sequence[Token]) -> bool:
    """Whether the words after a noun say whose: die Frau des Präsidenten."""
    if not rest or rest[0].text not in ("des", "der", "eines", "einer", "von", "vom"):
        return False
    noun = next((token.text for token in rest[1:5] if token.text[0].isupper()), "")
    return role_word(noun, rest[0].text) is not None


def is_complement(rest: Sequence[Token]) -> bool:
    """Whether the words after a role only say what of, of whom, where."""
    return bool(_CHAIN.fullmatch(words_of(rest)))


def read(phrase: Sequence[Token], names: Collection[int] = ()) -> Phrase | None:
    """The role whose noun phrase `phrase` begins with, a time before it aside; None if it begins otherwise.

    `names`: starts of names of people, which no such phrase goes over.
    """
    begin = _after_time(phrase)
    head = next((i for i in range(begin, len(phrase)) if _is_head(phrase[i].text)), None)
    if head is None or any(token.start in names for token in phrase[: head + 2]) or not _is_frame(phrase[begin:head]):
        return None
    determiner, adjectives, has_owner = frame(phrase[begin:head])
    has_owner = has_owner or is_of_someone(phrase[head + 1 :])
    word = role_word(phrase[head].text, determiner, has_owner=has_owner)
    return Phrase(with_status(word, adjectives), word, head + 1) if word else None


def read_all(phrase: Sequence[Token], names: Collection[int] = ()) -> tuple[str, ...]:
    """All roles of a whole phrase: "der serbische Parteichef und spätere Präsident Jugoslawiens".
    () unless it is nothing else than them and their complements."""
    first = read(phrase, names)
    if first is None or any(token.start in names for token in phrase[: first.after + 1]):
        return ()
    joints = [i for i in range(first.after, len(phrase)) if phrase[i].text in ("und", "sowie")]
    for joint in joints:
        rest = phrase[first.after : joint]
        if not is_complement(rest):
            continue
        others = read_all(phrase[joint + 1 :], names)
        has_own = joint + 2 < len(phrase)  # a complement or adjective of its own: no second genitive
        if others and (not rest or has_own):
            return (first.role, *others)
    return (first.role,) if is_complement(phrase[first.after :]) else ()


def _after_time(phrase: Sequence[Token]) -> int:
    """Index after "seit März", "vor dem Krieg", "heute", if a role's phrase follows within reach."""
    if not phrase or phrase[0].text not in _WHEN:
        return 0
    for i in range(1, min(len(phrase), _LONGEST_WHEN + 1)):
        determiner, _, _ = frame(phrase[1:i])
        if _is_head(phrase[i].text) and role_word(phrase[i].text, determiner) is not None:
            begin = i
            while begin > 1 and phrase[begin - 1].text[0].islower() and is_adjective(phrase[begin - 1].text):
                begin -= 1
            has_article = begin > 1 and phrase[begin - 1].text in ("der", "die", "ein", "eine")
            return begin - 1 if has_article else begin
    return 0


def _is_head(word: str) -> bool:
    """A capitalised word that is no genitive before the noun (Russlands Präsident) and no adjective (Kiewer)."""
    if word.lower() in DETERMINERS:
        return False
    return word[0].isupper() and (not word.endswith(("s", "’", "er")) or role_word(word) is not None)


def _is_frame(words: Sequence[Token]) -> bool:
    return all(
        token.text.lower() in DETERMINERS
        or token.text[0].isupper()
        or token.text[0].isdigit()
        or token.text in _WHEN
        or token.text == "alt"
        or is_adjective(token.text)
        for token in words
    )
