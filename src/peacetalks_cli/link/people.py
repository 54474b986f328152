"""Mentions of people -> people: short names, spelling variants, genitives."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from peacetalks_cli.facts import Mention, Person
from peacetalks_cli.german.transliteration import person_slug, plain, skeleton
from peacetalks_cli.link.ids import with_unique_ids
from peacetalks_cli.link.names import Form, alike, bare, form, given_alike, sounds
from peacetalks_cli.link.roles import roles
from peacetalks_cli.link.rolewords import role_word

_WORD_BEFORE = re.compile(r"(\b(?:[Dd](?:er|ie|en|em|es)|[Ee]ine?[mnrs]?) )?(\w+)[ \u00a0]$")
_NOUN_AFTER = re.compile(r"[ \u00a0][A-ZÄÖÜ][a-zäöüß-]{2,}")
_GOVERNING = re.compile(
    r"(?:Angaben?|Aussagen?|Worten?|Äußerungen|Rede|Reise|Besuch|Forderung(?:en)?|Vorschlag|Plan|Pläne|Rücktritt|"
    r"Ansicht|Sicht|Ankündigung|Erklärung|Auftrag|Team|Seite|Regierung)$"
)


@dataclass(slots=True)
class _Candidate:
    """Mentions taken for one person, with the forms read from them."""

    forms: list[Form] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, read: Form, mention: Mention) -> None:
        self.forms.append(read)
        self.mentions.append(mention)


def people(text: str, mentions: Sequence[Mention]) -> tuple[Person, ...]:
    """The people that `mentions` (in order) name; each mention belongs to exactly one of them."""
    seen = {sound for mention in mentions for word in mention.text.split() for sound in sounds([word])}
    starts = {mention.start for mention in mentions}
    nominatives = [bare(one.text, seen, is_genitive=_stands_as_genitive(text, one, starts)) for one in mentions]
    read = [(form(name), mention) for name, mention in zip(nominatives, mentions, strict=True)]
    genitives = [name != " ".join(one.text.split()) for name, one in zip(nominatives, mentions, strict=True)]
    given = dict(zip(mentions, roles(text, mentions, genitives), strict=True))
    full = _full_names([(name, mention) for name, mention in read if name.given])
    found = list(full)
    alone: list[_Candidate] = []
    for name, mention in read:
        if not name.given:
            owner = _owner(name, mention, full) or _alike(name, alone)
            if owner is None:
                alone.append(owner := _Candidate())
                found.append(owner)
            owner.add(name, mention)
    known = tuple(_person(candidate, given) for candidate in found)
    return with_unique_ids(
        sorted(known, key=lambda person: (-len(person.mentions), person.name, person.mentions[0].start))
    )


def person_key(name: str) -> str:
    """Groups the spellings of one full name over articles: "Volodymyr Zelensky" and "Wolodymyr Selenskyj" are equal."""
    return skeleton(name) or plain(name) or name


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: surnames sound alike, and given names do too or one is missing."""
    return _same(form(a), form(b))


def _same(a: Form, b: Form) -> bool:
    return (
        alike(a.surname, b.surname)
        and given_alike(a.given, b.given)
        and (a.suffix or "").casefold() == (b.suffix or "").casefold()
    )


def _full_names(read: Sequence[tuple[Form, Mention]]) -> list[_Candidate]:
    found: list[_Candidate] = []
    for name, mention in read:
        owner = next((one for one in found if any(_same(name, other) for other in one.forms)), None)
        if owner is None:
            found.append(owner := _Candidate())
        owner.add(name, mention)
    return found


def _owner(name: Form, mention: Mention, full: Sequence[_Candidate]) -> _Candidate | None:
    """The one full name that a short one stands for. Of several it is the one named before it, if there is one only."""
    for fits in (_is_surname_of, _is_part_of):
        owners = [one for one in full if any(fits(name, other) for other in one.forms)]
        if len(owners) > 1:
            owners = [one for one in owners if min(known.start for known in one.mentions) < mention.start]
        if len(owners) == 1:
            return owners[0]
        if owners:
            return None
    return None


def _is_surname_of(short: Form, full: Form) -> bool:
    return alike(short.surname, full.surname) or alike(short.surname, full.surname[-1:])


def _is_part_of(short: Form, full: Form) -> bool:
    """Xi of Xi Jinping, Maduro of Nicolás Maduro Moros."""
    return len(short.words) == 1 and any(alike(short.words, [word]) for word in full.given)


def _alike(name: Form, alone: Sequence[_Candidate]) -> _Candidate | None:
    return next((one for one in alone if alike(name.surname, one.forms[0].surname)), None)


def _stands_as_genitive(text: str, mention: Mention, starts: Collection[int]) -> bool:
    """Putins Sprecher, nach Angaben Umjerows: a noun follows at once, or one that asks for a genitive precedes."""
    before = _WORD_BEFORE.search(text, max(0, mention.start - 40), mention.start)
    if before and _GOVERNING.match(before[2]):
        return True
    if before and before[1] and " " not in mention.text:  # der Sprecher Putins
        relation = role_word(before[2])
        if relation and relation.is_relation:
            return True
    after = _NOUN_AFTER.match(text, mention.end)
    return bool(after) and mention.end + 1 not in starts


def _person(candidate: _Candidate, given: Mapping[Mention, tuple[str, ...]]) -> Person:
    order = sorted(range(len(candidate.mentions)), key=lambda i: candidate.mentions[i].start)
    name = _canonical([candidate.forms[i] for i in order])
    mentions = tuple(candidate.mentions[i] for i in order)
    distinct = {role.casefold(): role for mention in reversed(mentions) for role in reversed(given[mention])}
    return Person(f"person:{person_slug(name)}", name, tuple(reversed(distinct.values())), mentions)


def _canonical(forms: Sequence[Form]) -> str:
    """The fullest form, in its most frequent spelling, the earliest of equals; an initial makes no form fuller."""

    def fullness(name: Form) -> int:
        return sum(1 for word in name.words if len(word.rstrip(".")) > 1)

    counts = Counter(name.text for name in forms)
    first = {name.text: -i for i, name in reversed(list(enumerate(forms)))}
    best = max(forms, key=lambda name: (fullness(name), not name.text.isupper(), counts[name.text], first[name.text]))
    return " ".join(map(_lowered, best.words)) if best.text.isupper() else best.text


def _lowered(word: str) -> str:
    """SELENSKYJ as Selenskyj; initials (JD) stay."""
    return "-".join(part.capitalize() if len(part) > 2 else part for part in word.split("-"))
