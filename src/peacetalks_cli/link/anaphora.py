"""Offices that take up someone named in the sentence before: "Merz rief Netanjahu an. Der Regierungschef will …"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from peacetalks_cli.facts import Interval, Person
from peacetalks_cli.german.sentences import sentences
from peacetalks_cli.german.speech.speech_verbs import verbs_in
from peacetalks_cli.link.phrases import Token, frame, read_all, tokens
from peacetalks_cli.link.retold import Retold
from peacetalks_cli.link.rolewords import RoleWord, anaphoric_group, role_word

_DEFINITE = frozenset(["der", "die", "dem", "den"])
_RELATIVES = frozenset("der die den dem dessen deren".split())  # noqa: SIM905
_OF = frozenset("des der von vom eines einer seines ihres".split())  # noqa: SIM905
_WHERE = frozenset("für im in aus zur zum bei am".split())  # noqa: SIM905
_FIRST = 4  # characters of the article before an office that begins a sentence
_BETWEEN = 60  # characters from one office to the next that is joined to it
_AGE = re.compile(r"\d{2}")
_LONGEST_AGED = 120  # characters up to the age
_NEAR = 4  # sentences back to the last name
_SPEAKER = 60  # characters in which the one who speaks is told behind the verb
_LONGEST = 600  # characters of a sentence that are looked at


def taken_up(text: str, people: Sequence[Person]) -> Mapping[str, tuple[str, ...]]:
    """Id of a person -> roles that a following sentence calls them by, which nobody has beside their name.

    Only where one person of the sentence before can be meant: who has no role yet, or one that is another word
    for it (Präsident, Staatschef), and only where nobody else of the article has such a role.
    """
    spans = list(sentences(text))
    named = _by_sentence(spans, people)
    found: dict[str, tuple[str, ...]] = {}
    retold = Retold(text, spans, named, people)
    for k in range(len(spans)):
        if not any(named[max(0, k - _NEAR) : k + 2]):
            continue
        verbs = list(verbs_in(text, spans[k][0], min(spans[k][1], spans[k][0] + _LONGEST)))
        retold.read(k, verbs)
        if not k:
            continue
        own = [start for start, _, _ in named[k]]
        topic = _topic(text, spans, named, k)
        speaker = _as_speaker(text, spans[k], verbs, own, topic, people) if topic else None
        if topic and speaker:
            own_role = () if retold.is_anothers(speaker, topic) else (speaker,)
            found[topic.id] = tuple(dict.fromkeys((*found.get(topic.id, ()), *own_role)))
            continue
        before = {person.id: person for _, _, person in named[k - 1]}
        if not before or "\n" in text[spans[k - 1][1] : spans[k][0]]:
            continue
        aged = _with_age(text, spans[k])
        if len(before) == 1 and aged and not any(start < aged[1] for start, _, _ in named[k]):
            owner_id = next(iter(before))
            found[owner_id] = tuple(dict.fromkeys((*found.get(owner_id, ()), *aged[0])))
            continue
        offices = list(_definite_offices(text, spans[k], own))
        for person_id, role in _two_for_two(named[k - 1], offices, text):
            found[person_id] = tuple(dict.fromkeys((*found.get(person_id, ()), role)))
        for role, at in offices:
            others = {person.id for start, _, person in named[k] if start < at} - before.keys()
            last = max(named[k - 1], key=lambda mention: mention[0])[2] if at - spans[k][0] <= _FIRST else None
            fitting = [] if others else [one for one in before.values() if _fits(role, one, people)]
            free = _without_role(role, before.values(), people, last)
            owner = free or (fitting[0] if len(fitting) == 1 else None)
            if owner is not None and not others:
                found[owner.id] = tuple(dict.fromkeys((*found.get(owner.id, ()), role)))
    told = {one.id: (*found.get(one.id, ()), *retold.roles.get(one.id, ())) for one in people}
    return {one.id: tuple(role for role in dict.fromkeys(told[one.id]) if role not in one.roles) for one in people}


def _by_sentence(spans: Sequence[Interval], people: Sequence[Person]) -> list[list[tuple[int, int, Person]]]:
    """Start, end and person of the names of each sentence."""
    starts = [start for start, _ in spans]
    named: list[list[tuple[int, int, Person]]] = [[] for _ in spans]
    for person in people:
        for mention in person.mentions:
            at = bisect_right(starts, mention.start) - 1
            if at >= 0:
                named[at].append((mention.start, mention.end, person))
    return named


def _with_age(text: str, span: Interval) -> tuple[tuple[str, ...], int] | None:
    """Die Lehrerin aus Jaffna, 41, hat …: the roles, and where they end; the age says that someone is meant who has
    just been named."""
    if not text.startswith(("Der", "Die"), *span):
        return None
    words = tokens(text, span[0], min(span[1], span[0] + _LONGEST_AGED))
    if words[0].text not in ("Der", "Die"):
        return None
    comma = next((i for i, token in enumerate(words) if token.text == ","), len(words))
    after = words[comma + 1 : comma + 3]
    if len(after) < 2 or not _AGE.fullmatch(after[0].text) or after[1].text != ",":
        return None
    roles = read_all(words[:comma])
    return (roles, words[comma].start) if roles else None


def _topic(
    text: str, spans: Sequence[Interval], named: Sequence[Sequence[tuple[int, int, Person]]], k: int
) -> Person | None:
    """The one person named in the last sentence before the k-th of its paragraph that names anyone."""
    for i in range(k - 1, max(-1, k - 1 - _NEAR), -1):
        if "\n" in text[spans[i][1] : spans[i + 1][0]]:
            return None
        people = {person.id: person for _, _, person in named[i]}
        if people:
            return next(iter(people.values())) if len(people) == 1 else None
    return None


def _as_speaker(
    text: str,
    span: Interval,
    verbs: Sequence[re.Match[str]],
    names: Sequence[int],
    person: Person,
    people: Sequence[Person],
) -> str | None:
    """„…“, sagt die frühere Buchhalterin: whoever has just been named and speaks on, whatever they do; None if it may
    be someone else."""
    end = min(span[1], span[0] + _LONGEST)
    for verb in verbs:
        if any(start < verb.end() for start in names):
            return None
        words = tokens(text, verb.end(), min(end, verb.end() + _SPEAKER))
        if not words or words[0].text not in ("der", "die"):
            continue
        head = next((i for i, token in enumerate(words) if token.text[0].isupper()), 0)
        determiner, _, has_owner = frame(words[:head])
        is_told = determiner == words[0].text and not has_owner and _ends_with_role(words[head + 1 : head + 2], names)
        word = role_word(words[head].text, determiner) if is_told else None
        if word is None or word.is_relation or word.is_feminine != (determiner == "die"):
            continue
        return word.text if _may_be_called(word, person, people) else None
    return None


def _ends_with_role(following: Sequence[Token], names: Sequence[int]) -> bool:
    return not following or not (
        following[0].start in names or following[0].text in _OF or following[0].text[0].isupper()
    )


def _may_be_called(word: RoleWord, person: Person, people: Sequence[Person]) -> bool:
    """A full name, whose roles so far are a man's, too, if this one is; nobody else of the article is called so."""
    if " " not in person.name or any(_is_end_of(word.text, other) for one in people for other in one.roles):
        return False
    if "-" in word.text and any(anaphoric_group(role) for role in person.roles):
        return False  # an office of another body: Bundespräsident, UN-Chef
    known = [role_word(role.split(" ")[-1], has_owner=True) for role in person.roles]
    return all(one is None or one.is_feminine == word.is_feminine for one in known)


def _definite_offices(text: str, span: Interval, names: Sequence[int]) -> Iterable[tuple[str, int]]:
    """Offices with a definite article and no name or complement beside them, and where they stand."""
    words = tokens(text, span[0], min(span[1], span[0] + _LONGEST))
    for i, token in enumerate(words):
        if i == 0 or not token.text[0].isupper() or not _stands_alone(words, i, names):
            continue
        determiner, _, has_owner = frame(words[:i])
        if determiner not in _DEFINITE or has_owner:
            continue
        word = role_word(token.text, determiner)
        if word is None or word.is_feminine != (determiner == "die" or token.text.endswith("in")):
            continue
        if anaphoric_group(word.text):
            yield word.text, token.start


def _stands_alone(words: Sequence[Token], i: int, names: Sequence[int]) -> bool:
    following = words[i + 1 : i + 3]
    if following and (following[0].start in names or following[0].text in _OF or following[0].text[0].isupper()):
        return False
    if len(following) == 2 and following[0].text in _WHERE and following[1].text[0].isupper():
        return False  # der Botschafter in London; but: der Präsident in der letzten Stunde
    is_told_apart = len(following) == 2 and following[0].text == ","  # ", Karl Lang," or ", der neben ihm steht,"
    return not (is_told_apart and (following[1].start in names or following[1].text in _RELATIVES))


def _two_for_two(
    named: Sequence[tuple[int, int, Person]], offices: Sequence[tuple[str, int]], text: str
) -> list[tuple[str, str]]:
    """Anna Berg und Karl Lang kamen. Die Ministerin und der General …: two without a role, two offices, in order."""
    order = sorted(named, key=lambda one: one[0])
    if len(order) != 2 or len(offices) != 2 or any(person.roles for _, _, person in order):
        return []
    (role, at), (other, other_at) = offices
    joined = text[order[0][1] : order[1][0]].strip() in ("und", "sowie") and " und " in text[at:other_at]
    if not joined or other_at - at > _BETWEEN:
        return []
    return [(order[0][2].id, role), (order[1][2].id, other)]


def _fits(role: str, person: Person, people: Sequence[Person]) -> bool:
    """Whether the person has another word for that office as a role (Präsident, Staatschef), and nobody else of the
    article has that very one."""
    group = anaphoric_group(role)
    if any(_is_end_of(role, own) for one in people for own in one.roles):
        return False
    return any(anaphoric_group(own) == group for own in person.roles)


def _without_role(role: str, before: Iterable[Person], people: Sequence[Person], last: Person | None) -> Person | None:
    """The one person of the sentence before without a role: the only one, or the `last` named in it."""
    candidates = list(before)
    free = [one for one in candidates if not one.roles]
    if len(free) != 1 or not (len(candidates) == 1 or free[0] is last) or " " not in free[0].name:
        return None  # who is named by the surname alone is known to all, and the office is another's
    if any(_is_end_of(role, other) for one in people for other in one.roles):
        return None  # "der Präsident" is the one who is called so
    group = anaphoric_group(role)
    is_taken = any(anaphoric_group(other) == group for one in people for other in one.roles)
    return None if is_taken and free[0] is not last else free[0]


def _is_end_of(role: str, other: str) -> bool:
    """Präsident and US-Präsident."""
    return role.lower().endswith(other.lower()) or other.lower().endswith(role.lower())
