"""What a text says of someone without repeating the name: "Die Bäuerin, 81, …", "2014 war sie Richterin in Genf"."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from peacetalks_cli.facts import Interval, Mention, Person
from peacetalks_cli.link.phrases import Token, frame, is_complement, tokens, with_status
from peacetalks_cli.link.roles_after import first_role, roles_after
from peacetalks_cli.link.rolewords import RoleWord, role_word

Named = Sequence[tuple[int, int, Person]]
"""Start, end and person of the names of a sentence."""

_PRONOUN = re.compile(r"\b(?:[Ee]r|[Ss]ie|[Dd](?:er|ie) \d\d-[Jj]ährige)\b")
_INVERTED = re.compile(r"\b(?:ist|war|wird|wurde|bleibt|blieb|sei) (?:(?:damals|heute|einst|früher|auch|dort) )?$")
_CLOSING = frozenset(',.;:!?)–(«»“”"„-')
_NO = frozenset(["nicht", "kein", "keine", "nie", "kaum", "weder"])
_AGED = re.compile(r"(?: \(\d\d\)|, \d\d(?: Jahre alt)?,)")
_YEARS = re.compile(r"\d+-jährige")
_ARTICLE = re.compile(r"[„»«“]?\s*([Dd](?:er|ie|em|en)) ")
_DEFINITE = frozenset(["der", "die", "dem", "den"])
_SPEAKS = re.compile(
    r"\b(?:so|laut|nach Angaben|Laut|Wie|wie)\s(?=(?:der|die|dem) )|\b(?=[Dd]em [\w-]+ [\w-]*(?:zufolge|nach)\b)"
)
# What an adjective tells of who has just been named; of others it would tell them apart.
_TELLS = re.compile(
    r"(?!neue|alte|junge|eigene|nächste|zuständige|jeweilige|andere|zweite|erste|amtierende|heutige)[\w-]+e[nmr]?$"
)
_WHOSE = frozenset(["des", "der", "von", "vom", "eines", "einer", "seines", "ihres", "zweier", "dreier"])
_WOMAN = re.compile(r"\b(?:die|der) (?:[\w-]+en? )?[A-ZÄÖÜ][\w-]+in\b")
_OF = frozenset("des der von vom eines einer seines ihres zweier dreier für aus im in beim bei zur zum".split())  # noqa: SIM905
_LONGEST = 400  # characters of a sentence that are looked at
_REACH = 90  # characters of a description
_NEAR = 3  # sentences back to the last name


@dataclass(frozen=True, slots=True)
class Description:
    """A definite singular noun phrase for a person: its role, and where it stands with all that belongs to it.

    `is_aged`: an age goes with it; `is_told`: something that tells of someone known does, "der frühere Chef",
    `is_whose`: in the genitive, "der Chef der Behörde"; `is_last`: the sentence ends there.
    """

    word: RoleWord
    role: str
    start: int
    end: int
    is_aged: bool
    is_told: bool
    is_whose: bool
    is_last: bool


def pronoun_roles(
    text: str, span: Interval, starts: Collection[int], who: Callable[[int, bool], Person | None]
) -> Iterator[tuple[Person, str]]:
    """Roles that er and sie of a sentence are given; `who`: whom one at an offset, a woman's or not, stands for."""
    end = min(span[1], span[0] + _LONGEST)
    for pronoun in list(_PRONOUN.finditer(text, span[0], end))[:3]:
        is_feminine = pronoun[0].lower().startswith(("sie", "die"))
        person = who(pronoun.start(), is_feminine)
        if person is None:
            continue
        mention = Mention(pronoun[0], pronoun.start(), pronoun.end(), 0)
        found = roles_after(text, mention, span, starts)
        if _INVERTED.search(text, max(span[0], pronoun.start() - 30), pronoun.start()):
            found += _predicate(text, pronoun.end(), span[1], starts)
        for role in found:
            word = role_word(role.split(" ")[-1], has_owner=True)
            if word is not None and word.is_feminine == is_feminine:
                yield person, role


def _predicate(text: str, start: int, end: int, starts: Collection[int]) -> tuple[str, ...]:
    """War er selbst Lotse; war sie sieben Monate lang Beobachterin der OSZE in Luhansk."""
    rest = tokens(text, start, min(end, start + 160))
    close = next((i for i, token in enumerate(rest) if token.text in _CLOSING), len(rest))
    phrase = rest[:close]
    return () if any(token.text in _NO for token in phrase) else first_role(phrase, starts)


def descriptions(
    text: str, span: Interval, starts: Collection[int], verbs: Sequence[re.Match[str]]
) -> Iterator[Description]:
    """Those that begin a sentence, and those of who speaks in it, by its `verbs` of speech."""
    end = min(span[1], span[0] + _LONGEST)
    begins = [span[0]]
    begins += [verb.end() + 1 for verb in verbs if verb.end() <= end]
    begins += [match.end() for match in _SPEAKS.finditer(text, span[0], end)]
    begins += [match.start() for match in _WOMAN.finditer(text, span[0], end)]
    for begin in dict.fromkeys(begins):
        if found := _description(text, begin, end, starts):
            yield found


def _description(text: str, begin: int, end: int, starts: Collection[int]) -> Description | None:
    article = _ARTICLE.match(text, begin, end)
    if article is None:
        return None
    words = tokens(text, article.start(1), min(end, begin + _REACH))
    head = next((i for i, token in enumerate(words) if i and token.text[0].isupper()), None)
    if head is None or not all(token.text[0].isalnum() for token in words[:head]):
        return None
    if words[head].text.endswith("er") and head + 1 < len(words) and words[head + 1].text[0].isupper():
        head += 1  # der Kiewer Bürgermeister
    determiner, adjectives, _ = frame(words[:head])
    word = role_word(words[head].text, determiner)
    if (
        word is None
        or determiner not in _DEFINITE
        or word.is_feminine != (determiner == "die" or (determiner == "der" and words[head].text.endswith("in")))
    ):
        return None
    if not word.is_feminine and words[head].text.lower() != word.text.lower() and determiner == "die":
        return None
    return _closed(text, words, head, starts, word, with_status(word, adjectives))


def _closed(
    text: str, words: Sequence[Token], head: int, starts: Collection[int], word: RoleWord, role: str
) -> Description | None:
    """The description with what goes on with it, unless a name does."""
    start, after = words[0].start, words[head].end
    rest = words[head + 1 :]
    is_aged = bool(_AGED.match(text, after)) or any(_YEARS.match(token.text) for token in words[:head])
    complement = 0
    if rest and rest[0].text in _OF:
        stop = next(
            (i for i, token in enumerate(rest) if not token.text[0].isalnum() or token.start in starts), len(rest)
        )
        complement = max(
            (i for i in range(1, stop + 1) if is_complement(rest[:i]) and rest[i - 1].text[0].isupper()), default=0
        )
    end = rest[complement - 1].end if complement else after
    following = rest[complement:]
    if following and (following[0].start in starts or following[0].text[0].isupper()):
        return None
    if (
        len(following) > 1
        and following[0].text == ","
        and (following[1].start in starts or _is_name_ahead(following, starts))
    ):
        return None
    is_whose = complement > 0 and rest[0].text in _WHOSE
    has_adjective = head > 1 and all(_TELLS.match(token.text) for token in words[1:head])
    is_last = not following or following[0].text in ".!?"
    is_told = is_whose or has_adjective or (complement == 2 and rest[0].text == "aus") or role.startswith("Ex-")
    return Description(word, role, start, end, is_aged, is_told, is_whose, is_last)


def _is_name_ahead(following: Sequence[Token], starts: Collection[int]) -> bool:
    """Der Minister, der frühere Anwalt Jo Kern, …"""
    for token in following[1:6]:
        if token.start in starts:
            return True
        if token.text in _CLOSING:
            return False
    return False


def told_of(text: str, mention: Mention, span: Interval, starts: Collection[int], word: RoleWord) -> Iterator[str]:
    """The roles that the rest of the sentence gives whom a description means, of the same gender."""
    for role in roles_after(text, mention, span, starts):
        other = role_word(role.split(" ")[-1], has_owner=True)
        if other is not None and other.is_feminine == word.is_feminine:
            yield role
