"""What the words beside a name say that the person is: "der US-Sondergesandte Steve Witkoff"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from peacetalks_cli.facts import Interval, Mention
from peacetalks_cli.german.sentences import sentences
from peacetalks_cli.link.phrases import (
    WINDOW,
    Token,
    frame,
    is_complement,
    read,
    read_all,
    tokens,
    with_status,
)
from peacetalks_cli.link.roles_after import roles_after
from peacetalks_cli.link.rolewords import RoleWord, person_noun, role_word

_PLURAL_DETERMINERS = frozenset(
    ["die", "beide", "beiden", "seine", "seiner", "ihre", "ihrer", "deren", "zwei", "drei", "vier"]
)
_KIN = frozenset("Brüder Brüdern Geschwister Geschwistern Schwestern Zwillinge Zwillingen Eheleute Eheleuten".split())  # noqa: SIM905
_TITLES = frozenset(["Dr", "Prof", "Mag", "Ing", "Dipl", "h", "c", ".", "Sir"])
# What else may stand between a role and its name: Generalmajor a. D.; ein Wachmann namens; der Verein mit Chef …
_BETWEEN = re.compile(
    r"(?:a\. ?[DoD]\.|i\. ?R\.|außer Dienst|ausser Dienst|in Ruhe|im Ruhestand|namens|emeritus|"
    r"mit (?:dem )?(?:Vor|Nach|Tarn|Deck|Kampf)?namen)[ \u00a0]$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[,.;:!?)]|$)")
# Who wrote it has no role in it: Von unserem Redaktionsmitglied X
_IN_BYLINE = re.compile(r"[ \t]*Von unser\w{0,3} [^.\n]{0,60}")
_LINE_ENDS = re.compile(r"(?: \(\d{1,2}\))?[ \t]*(?:\n|$)")
_LONGEST_LABEL = 40
_WORD = re.compile(r"\S+")
_ONE = re.compile(r", (?:der|die) eine ")
_OTHER = re.compile(r",? (?:und )?(?:der|die) andere ")
_JOINED = re.compile(r"(?:,|\s(?:und|sowie|oder)|,\s(?:und|sowie))\s")
_COPULAS = frozenset(["ist", "war", "wird", "wurde", "bleibt", "blieb", "heißt", "hieß", "heisst", "hiess"])
_CHOSEN = re.compile(r"[ \u00a0](?:gewählt|ernannt|bestimmt|berufen|gekürt|nominiert|befördert|bestellt|gemacht)\b")
_RESTS = re.compile(r"[ \u00a0](?:aus|von|vom|geworden|gewesen)\b")


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
        if shared and _JOINED.fullmatch(text, mentions[i - 1].end, mention.start):
            found.append(shared)
            continue
        if _IN_BYLINE.fullmatch(text, text.rfind("\n", 0, mention.start) + 1, mention.start):
            found.append(())
            continue
        direct, is_plural = _direct(before, mention, is_genitive=genitives[i])
        direct = direct or _labelled(text, mention)
        if direct and before[-1].text in _KIN and " " not in mention.text:
            direct = ()  # die Brüder Klitschko: a surname that several people share
        shared = direct if is_plural else ()
        own = (
            direct
            if genitives[i]
            else (
                *_inverse(text, before, mention, sentence, people),
                *_distant(text, before, mention, sentence, people),
                *direct,
            )
        )
        found.append(tuple(dict.fromkeys((*own, *roles_after(text, mention, sentence, people)))))
    for (first, second), pair in _one_and_other(text, mentions, spans):
        found[first] = tuple(dict.fromkeys((*found[first], pair[0])))
        found[second] = tuple(dict.fromkeys((*found[second], pair[1])))
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
    between = _BETWEEN.search(text, max(sentence, mention.start - 25), mention.start)
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
    if word is None and " " in mention.text and not is_genitive and (determiner or len(before) == 1):
        word = person_noun(before[-1].text, determiner)
    if word is None or (is_genitive and (determiner or adjectives or has_owner or word.is_relation)):
        return (), False
    found = [with_status(word, adjectives)]
    i = len(before) - 2
    # Unternehmer, Stifter und Schwiegersohn X: back over what is joined, while each is a role by itself.
    while i > 0 and (before[i].text in ("und", "sowie") or (before[i].text == "," and len(found) > 1)):
        determiner, adjectives, has_owner = frame(before[: i - 1])
        other = role_word(before[i - 1].text, determiner, has_owner=has_owner)
        if other is None:
            break
        found.insert(0, with_status(other, adjectives))
        i -= 2
    return tuple(found), _is_plural(before[-1].text, word, determiner)


def _is_plural(noun: str, word: RoleWord, determiner: str | None) -> bool:
    if word.is_feminine:
        return noun.endswith("innen")
    return determiner in _PLURAL_DETERMINERS or (determiner == "den" and noun.endswith(("ern", "ären", "chefs")))


def _distant(
    text: str, before: Sequence[Token], mention: Mention, sentence: Interval, people: set[int]
) -> tuple[str, ...]:
    """Chef des Militärgeheimdienstes, Igor Kostjukow, and: Gouverneur der Region Charkiw Oleh Synjehubow.
    A noun of its own may stand after the comma: Chef des Dienstes, General Igor Kostjukow, ..."""
    if not before or " " not in mention.text:
        return ()
    phrase, is_parted, is_feminine = _ahead(before)
    if not is_parted and phrase and role_word(phrase[-1].text, frame(phrase[:-1])[0], has_owner=True):
        return ()
    if is_parted and not _CLOSED.match(text, mention.end, sentence[1]):
        return ()
    cut = max((i + 1 for i, token in enumerate(phrase) if not token.text[0].isalnum()), default=0)
    for i in range(max(cut, len(phrase) - 14), len(phrase)):
        determiner, adjectives, has_owner = frame(phrase[cut:i])
        word = role_word(phrase[i].text, determiner, has_owner=has_owner)
        if (
            word is None
            or phrase[i].start in people
            or (is_feminine is not None and not _agrees(word, phrase[i].text, is_feminine, determiner))
        ):
            continue
        rest = phrase[i + 1 :]
        if (rest or is_parted) and is_complement(rest):
            return (with_status(word, adjectives),)
    return ()


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
    title = read(between)
    if title is not None and title.after == len(between):
        return before[:comma], True, title.word.is_feminine
    return (between, False, None) if between else (before[:comma], True, None)


def _inverse(
    text: str, before: Sequence[Token], mention: Mention, sentence: Interval, people: set[int]
) -> tuple[str, ...]:
    """Geschäftsführer der Firma ist der 61-jährige X; Ihr Stellvertreter wird X; Der Fahrer heißt X."""
    copula = max((i for i, token in enumerate(before) if token.text in _COPULAS), default=None)
    if copula is None or not all(token.text[0].isalnum() for token in before[copula + 1 :]):
        return ()
    begin = max(
        (i + 1 for i in range(copula) if before[i].text in (",", ";", ":", "und", "–", "„", "»", "«")), default=0
    )
    if before[begin].text in ("Zum", "Zur", "zum", "zur") and _CHOSEN.match(text, mention.end, sentence[1]):
        return read_all(before[begin:copula], people)  # Zur neuen Präsidentin wurde Ada Lund gewählt
    if not (_CLOSED.match(text, mention.end, sentence[1]) or _RESTS.match(text, mention.end, sentence[1])):
        return ()
    return read_all(before[begin:copula], people)
