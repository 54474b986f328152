"""What the words beside a name say that the person is: "der US-Sondergesandte Steve Witkoff"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval, Mention
from peacetalks_cli.german.sentences import sentences
from peacetalks_cli.link import roles_shared
from peacetalks_cli.link.phrases import (
    WINDOW,
    Token,
    frame,
    read_all,
    tokens,
    with_status,
)
from peacetalks_cli.link.roles_after import roles_after
from peacetalks_cli.link.roles_before import roles_before
from peacetalks_cli.link.rolewords import person_noun, role_word

_KIN = frozenset("Brüder Brüdern Geschwister Geschwistern Schwestern Zwillinge Zwillingen Eheleute Eheleuten".split())  # noqa: SIM905
_TITLES = frozenset(["Dr", "Prof", "Mag", "Ing", "Dipl", "h", "c", ".", "Sir"])
# What else may stand between a role and its name: Generalmajor a. D.; ein Wachmann namens; der Verein mit Chef …
_BETWEEN = re.compile(
    r"(?:a\. ?[DoD]\.|i\. ?[RG]\.|\(\d\d\)|außer Dienst|ausser Dienst|in Ruhe|im Ruhestand|namens|emeritus|"
    r", (?:ich nenne|nennen wir|wir nennen|er heißt|sie heißt|er hieß|sie hieß)(?: sie| ihn| ihn hier| sie hier)?|"
    r", (?:der|die|den) (?:sich|(?:hier |dort )?(?:alle|viele|jeder)|wir|sie)(?: hier| nur)?|"
    r"mit (?:dem )?(?:Vor|Nach|Tarn|Deck|Kampf)?namen)[ \u00a0]$",
    re.IGNORECASE,
)
# Who wrote it has no role in it: Von unserem Redaktionsmitglied X
_IN_BYLINE = re.compile(r"[ \t]*Von unser\w{0,3} [^.\n]{0,60}")
_LINE_ENDS = re.compile(r"(?: \(\d{1,2}\))?[ \t]*(?:\n|$)")
_LONGEST_LABEL = 40
_WORD = re.compile(r"\S+")
_ONE = re.compile(r", (?:der|die) eine ")
_OTHER = re.compile(r",? (?:und )?(?:der|die) andere ")


def roles(text: str, mentions: Sequence[Mention], genitives: Sequence[bool]) -> list[tuple[str, ...]]:
    """For each mention of a person (in order) the roles that the text beside it gives, nominative, as written.

    `genitives`: whether the mention is one, whose noun before it is as a rule someone else ("der Sprecher Putins").
    """
    spans = list(sentences(text))
    starts = [start for start, _ in spans]
    people = {mention.start + word.start() for mention in mentions for word in _WORD.finditer(mention.text)}
    found: list[tuple[str, ...]] = []
    shared: tuple[str, ...] = ()
    for i, mention in enumerate(mentions):
        sentence = spans[max(0, bisect_right(starts, mention.start) - 1)] if spans else (0, len(text))
        before = _without_dots(
            tokens(text, max(sentence[0], mention.start - WINDOW), _start(text, mention, sentence[0]))
        )
        if shared and roles_shared.is_joined(text, mentions[i - 1], mention):
            found.append(roles_shared.of(shared, mention.text))
            continue
        if _IN_BYLINE.fullmatch(text, text.rfind("\n", 0, mention.start) + 1, mention.start):
            found.append(())
            continue
        direct, is_plural = _direct(before, mention, is_genitive=genitives[i])
        direct = direct or _labelled(text, mention)
        is_alone = i + 1 == len(mentions) or not roles_shared.is_joined(text, mention, mentions[i + 1])
        if direct and before[-1].text in _KIN and " " not in mention.text and is_alone:
            direct = ()  # die Brüder Klitschko: a surname that several people share
        shared = direct if is_plural else ()
        direct = roles_shared.of(direct, mention.text) if is_plural else direct
        own = (
            direct
            if genitives[i]
            else (
                *roles_before(text, before, mention, sentence, people),
                *direct,
            )
        )
        found.append(tuple(dict.fromkeys((*own, *roles_after(text, mention, sentence, people)))))
    for (first, second), pair in _one_and_other(text, mentions, spans):
        found[first] = tuple(dict.fromkeys((*found[first], pair[0])))
        found[second] = tuple(dict.fromkeys((*found[second], pair[1])))
    for i, role in roles_shared.announced(text, mentions, spans):
        found[i] = tuple(dict.fromkeys((*found[i], role)))
    return found


def _without_dots(words: list[Token]) -> list[Token]:
    """Der Anwalt von Karl M., Jo Kern: the full stop of an initial ends nothing."""
    return [
        word
        for i, word in enumerate(words)
        if not (word.text == "." and i and len(words[i - 1].text) == 1 and words[i - 1].text.isupper())
    ]


def _labelled(text: str, mention: Mention) -> tuple[str, ...]:
    """Chef: Klaus Regling (60), alone in its line."""
    begin = text.rfind("\n", 0, mention.start) + 1
    label = text[begin : mention.start].rstrip()
    if not label.endswith(":") or len(label) > _LONGEST_LABEL or not _LINE_ENDS.match(text, mention.end):
        return ()
    return read_all(tokens(text, begin, begin + len(label) - 1))


def _one_and_other(
    text: str, mentions: Sequence[Mention], spans: Sequence[Interval]
) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """Munteanu und Kutscher, der eine Moldaus Vizepremier, der andere Außenamtschef: indices of two mentions, and the
    role of each."""
    starts, begins = [mention.start for mention in mentions], [start for start, _ in spans]
    for one in _ONE.finditer(text):
        start, end = spans[max(0, bisect_right(begins, one.start()) - 1)]
        other = _OTHER.search(text, one.end(), min(end, one.end() + WINDOW))
        last = bisect_right(starts, one.start()) - 1
        if other is None or last < 1 or mentions[last - 1].start < start:
            continue
        first_role = read_all(tokens(text, one.end(), other.start()))
        rest = tokens(text, other.end(), min(end, other.end() + WINDOW))
        close = next((i for i, token in enumerate(rest) if not token.text[0].isalnum()), len(rest))
        second_role = read_all(rest[:close])
        if first_role and second_role:
            yield (last - 1, last), (first_role[0], second_role[0])


def _start(text: str, mention: Mention, sentence: int) -> int:
    """Where the words before a name end: Generalmajor a. D. Moskalez, ein Wachmann namens Billy."""
    between = _BETWEEN.search(text, max(sentence, mention.start - 40), mention.start)
    return between.start() if between else mention.start


def _direct(before: Sequence[Token], mention: Mention, *, is_genitive: bool) -> tuple[tuple[str, ...], bool]:
    """Roles right before the name, and whether their noun is a plural that goes for the names after it too."""
    before = list(before)
    while before and before[-1].text in _TITLES:
        before.pop()
    if not before:
        return (), False
    determiner, adjectives, has_owner = frame(before[:-1])
    word = role_word(before[-1].text, determiner, has_owner=has_owner)
    if word is None and " " in mention.text and not is_genitive:
        word = person_noun(before[-1].text, determiner)
    if word is None or (is_genitive and (determiner or adjectives or has_owner or word.is_relation)):
        return (), False
    found = [with_status(word, adjectives)]
    i = len(before) - 2 - len(adjectives)
    # Unternehmer, Stifter und Schwiegersohn X: back over what is joined, while each is a role by itself.
    while i > 0 and (before[i].text in ("und", "sowie") or (before[i].text == "," and len(found) > 1)):
        determiner, adjectives, has_owner = frame(before[: i - 1])
        other = role_word(before[i - 1].text, determiner, has_owner=has_owner)
        if other is None or (determiner is None and other.text.lower() != before[i - 1].text.lower()):
            break  # nobody; several: "den Abgeordneten, Regierungsmitgliedern und Minister X"
        found.insert(0, with_status(other, adjectives))
        i -= 2 + len(adjectives)
    determiner, adjectives, _ = frame(before[:-1])
    ahead = before[-3 - len(adjectives)].text if len(before) > len(adjectives) + 2 else None
    return tuple(found), roles_shared.is_plural(before[-1].text, word, determiner, ahead)
