"""Mentions of people -> people: short names, spelling variants, genitives."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from peacetalks_cli.facts import Mention, Person
from peacetalks_cli.german.transliteration import person_slug
from peacetalks_cli.link.anaphora import taken_up
from peacetalks_cli.link.ids import with_unique_ids
from peacetalks_cli.link.names import Form, bare, form, is_short, same, sounds
from peacetalks_cli.link.roles import roles
from peacetalks_cli.link.rolewords import role_word, without_title

_WORD_BEFORE = re.compile(r"(\b(?:[Dd](?:er|ie|en|em|es)|[Ee]ine?[mnrs]?) )?(\w+)[ \u00a0]$")
_TWO_WORDS_BEFORE = re.compile(r"(?:\b([\w-]+)[ \u00a0])?([A-ZÄÖÜ][\w-]+)[ \u00a0]$")
_OWNER = re.compile(r"(?:[Ss]ein|[Ii]hr|[Mm]ein|[Uu]nser)(?:e[nmrs]?)?|[Dd]essen|[Dd]eren|[A-ZÄÖÜ][\w-]+s")
_NOUN_AFTER = re.compile(r"[ \u00a0][A-ZÄÖÜ][a-zäöüß-]{2,}")
_GOVERNING = re.compile(
    r"(?:Angaben?|Aussagen?|Worten?|Äußerungen|Rede|Reise|Besuch|Forderung(?:en)?|Vorschlag|Plan|Pläne|Rücktritt|"
    r"Ansicht|Sicht|Ankündigung|Erklärung|Auftrag|Team|Seite|Regierung)$"
)
_CALLED = re.compile(
    r"(?:,? \(?(?:auch |kurz )?(?:genannt|alias)|,? \(?(?:Kampf|Deck|Tarn|Spitz|Ruf|Künstler)name:?|"
    r",? (?:mit (?:dem )?)?(?:Kampf|Deck|Tarn|Spitz|Künstler)namen?) [„“\"»«‚']?"
)
_IS_CALLED = re.compile(
    r"[“”\"»«‘']? (?:heißt|hieß|heisst|hiess) (?:eigentlich|in Wahrheit|in Wirklichkeit|bürgerlich) "
)
_BY_WHOM = re.compile(
    r"(?: \([^()]{1,30}\))?,? (?:[^.,]{1,80}(?:, | (?=und )))?(?:und )?(?:den|die) [^.,„“”\"»«]{0,40}?"
    r"(?:alle|alles|jeder|viele|sie|man|Freunde|Kameraden|Kollegen|Nachbarn|Fans|Anhänger|Leute)"
    r" (?:nur |auch |bloß |bloss |einfach )?[„“\"»«‚']?"
)
_NAMED_AFTER = re.compile(
    r"[“”\"»«‘']? (?:nennen|nannten|nennt|nannte|rufen|riefen|ruft|rief)\b"
    r"( (?:(?:sie|alle|man|die \w+) (?:ihn|sie)|(?:ihn|sie) (?:alle|hier|dort|Freunde|Kameraden|die \w+))\b)?"
)
_IN_FRONT = re.compile(r"\b(?:[Dd](?:er|ie|em|en)|[Bb]eim|[Vv]om|[Zz]u[mr]) $")
_TITLE_LINE = re.compile(r"\s{0,20}([^\n]{1,120})\n")
_LINES_OF_TITLE = 4
_LONGEST_ADDRESS = 6  # characters
_ADDRESS = re.compile(r"\b(Herrn?|Frau)[ \u00a0]$")

_LONGEST_FAMILY_NAME_IN_FRONT = 4


@dataclass(slots=True, eq=False)
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
    read = [(form(without_title(name)), mention) for name, mention in zip(nominatives, mentions, strict=True)]
    genitives = [name != " ".join(one.text.split()) for name, one in zip(nominatives, mentions, strict=True)]
    given = dict(zip(mentions, roles(text, mentions, genitives), strict=True))
    read = _in_order(text, read)
    full = _full_names([(name, mention) for name, mention in read if name.given])
    found = list(full)
    aliases = _aliases(text, read, full)
    antecedents = _Antecedents(
        full, [one for one in full if _is_relative(text, one.mentions[0]) or _stands_in_front(text, one.mentions[0])]
    )
    alone: dict[str, _Candidate] = {}
    headline = _end_of_title(text)
    address = _Address(text, read)
    for name, mention in read:
        if not name.given:
            keys = [key + address.of(name, mention) for key in sorted(sounds(name.surname)) or [name.text]]
            in_headline = mention.end <= headline
            may_precede = in_headline or _is_relative(text, mention)  # seine Frau Helga … Helga Berg
            owner = aliases.get(name.text) or antecedents.of(name, mention, may_precede=may_precede)
            if owner is not None and in_headline:
                aliases.setdefault(name.text, owner)  # whom the title names by the first name alone
            owner = owner or next((alone[key] for key in keys if key in alone), None)
            if owner is None:
                found.append(owner := _Candidate())
                alone.update((key, owner) for key in keys)
            owner.add(name, mention)
    known = tuple(_person(candidate, given) for candidate in found)
    unique = with_unique_ids(
        sorted(known, key=lambda person: (-len(person.mentions), person.name, person.mentions[0].start))
    )
    more = taken_up(text, unique)
    return tuple(replace(person, roles=(*person.roles, *more.get(person.id, ()))) for person in unique)


def _aliases(text: str, read: Sequence[tuple[Form, Mention]], full: Sequence[_Candidate]) -> dict[str, _Candidate]:
    """What full names are called, too: Ramsan Koval, genannt „Schamil“; der Kommandeur „Madjar“ heißt Robert Koval."""
    owners = {mention: one for one in full for mention in one.mentions}
    found: dict[str, _Candidate] = {}
    for (name, mention), (other, following) in pairwise(read):
        between = text[mention.end : following.start]
        if name.given and not other.given and _CALLED.fullmatch(between):
            found.setdefault(other.text, owners[mention])
        elif other.given and not name.given and _IS_CALLED.fullmatch(between):
            found.setdefault(name.text, owners[following])
        elif name.given and not other.given and _is_called(text, between, following.end):
            found.setdefault(other.text, owners[mention])
    return found


def _is_called(text: str, between: str, end: int) -> bool:
    """Mehmet Kara, den an Bord alle „Pascha“ nennen; Dmytro Honta kocht. „Lis“ nennen sie ihn."""
    named = _NAMED_AFTER.match(text, end)
    return bool(named and (named[1] or _BY_WHOM.fullmatch(between)))


def _in_order(text: str, read: Sequence[tuple[Form, Mention]]) -> list[tuple[Form, Mention]]:
    """der Vogel Andi as Andi Vogel, where the article has another Vogel: behind an article the surname may be first."""
    surnames = {name.surname for name, mention in read if name.given and not _stands_in_front(text, mention)}
    return [
        (form(" ".join(reversed(name.words))), mention)
        if len(name.words) == 2 and name.words[:1] in surnames and _stands_in_front(text, mention)
        else (name, mention)
        for name, mention in read
    ]


def _stands_in_front(text: str, mention: Mention) -> bool:
    return bool(_IN_FRONT.search(text, max(0, mention.start - 6), mention.start))


def _end_of_title(text: str) -> int:
    """Where the lines at the head end that are no sentences: the paper, the date, the title, its second line."""
    end = 0
    for _ in range(_LINES_OF_TITLE):
        line = _TITLE_LINE.match(text, end)
        if not line or line[1].rstrip().endswith("."):
            break
        end = line.end()
    return end


class _Address:
    """Herr Meier and Frau Meier are two, where the text has both: the rest of the name is who it was last."""

    def __init__(self, text: str, read: Sequence[tuple[Form, Mention]]) -> None:
        self.said: dict[Mention, str] = {}
        first: dict[str, str] = {}
        self.shared: set[str] = set()
        for name, mention in read:
            address = _ADDRESS.search(text, max(0, mention.start - _LONGEST_ADDRESS), mention.start)
            if address:
                self.said[mention] = address[1][:1]
                if first.setdefault(name.text, address[1][:1]) != address[1][:1]:
                    self.shared.add(name.text)
        self.last = first

    def of(self, name: Form, mention: Mention) -> str:
        """What tells the person of this mention apart from the other; empty where there is one."""
        if name.text not in self.shared:
            return ""
        self.last[name.text] = self.said.get(mention, self.last[name.text])
        return f" {self.last[name.text]}"


def _full_names(read: Sequence[tuple[Form, Mention]]) -> list[_Candidate]:
    found: list[_Candidate] = []
    by_surname: dict[str, list[_Candidate]] = {}
    for name, mention in read:
        keys = sorted(sounds(name.surname))
        near = [one for key in keys for one in by_surname.get(key, ())]
        owner = next((one for one in near if any(same(name, other) for other in one.forms)), None)
        if owner is None:
            found.append(owner := _Candidate())
        owner.add(name, mention)
        for key in keys:
            if owner not in by_surname.setdefault(key, []):
                by_surname[key].append(owner)
    return found


class _Antecedents:
    """The full names of an article by what a short name may repeat of them. `relatives`: those who are named as
    somebody's son or wife; the surname alone is the other's."""

    def __init__(self, full: Sequence[_Candidate], relatives: Collection[_Candidate]) -> None:
        self.relatives = {id(one) for one in relatives}
        self.by_surname: dict[str, list[_Candidate]] = {}
        self.by_half: dict[str, list[_Candidate]] = {}  # Perović of Jeronim Perović-Habegger
        self.by_part: dict[str, list[_Candidate]] = {}  # Xi of Xi Jinping, Maduro of Nicolás Maduro Moros
        for one in full:
            surnames = {key for name in one.forms for key in sounds(name.surname) | sounds(name.surname[-1:])}
            parts = {key for name in one.forms for word in name.given for key in sounds([word])}
            halves = {key for name in one.forms for half in _halves(name) for key in sounds([half])}
            indexes = ((surnames, self.by_surname), (halves, self.by_half), (parts, self.by_part))
            for keys, index in indexes:
                for key in keys:
                    index.setdefault(key, []).append(one)

    def of(self, name: Form, mention: Mention, *, may_precede: bool) -> _Candidate | None:
        """The one full name that a short one stands for; of several the one named before it, if it is one only."""
        for index in (self.by_surname, self.by_half, self.by_part):
            if index is self.by_part and len(name.words) > 1:
                return None
            near = [one for key in sounds(name.surname) for one in index.get(key, ())]
            owners = list({id(one): one for one in near}.values())
            heads = [one for one in owners if id(one) not in self.relatives]
            owners = heads if len(heads) == 1 else owners
            # A first name alone is somebody else's before the full name, except in a headline and of a relative; Xi
            # and Kim may come before it.
            is_first_name = index is self.by_part and len(name.text) > _LONGEST_FAMILY_NAME_IN_FRONT
            if len(owners) > 1 or (is_first_name and not may_precede):
                owners = [one for one in owners if one.mentions[0].start < mention.start]
            if owners:
                return owners[0] if len(owners) == 1 else None
        return None


def _halves(name: Form) -> list[str]:
    """The halves of a double surname."""
    halves = name.surname[-1].split("-")
    return [half for half in halves if len(half) > 2 and half[:1].isupper()] if len(halves) == 2 else []


def _is_relative(text: str, mention: Mention) -> bool:
    """Trumps Sohn Eric Trump, seine Frau Maria Gruber, First Lady Jill Biden."""
    before = _TWO_WORDS_BEFORE.search(text, _two_words_back(text, mention.start, 60), mention.start)
    if not before:
        return False
    has_owner = bool(before[1]) and bool(_OWNER.fullmatch(before[1]))
    relation = role_word(before[2], has_owner=has_owner)
    return before[2] == "Lady" or (relation is not None and relation.is_relation)


def _two_words_back(text: str, at: int, reach: int) -> int:
    """Where the two words before `at` begin, which a space parts from it; at most `reach` characters back."""
    first = max(0, at - reach)
    last = max(first, text.rfind(" ", first, max(first, at - 1)))
    return max(first, text.rfind(" ", first, last) + 1)


def _stands_as_genitive(text: str, mention: Mention, starts: Collection[int]) -> bool:
    """Putins Sprecher, nach Angaben Umjerows: a noun follows at once, or one that asks for a genitive precedes."""
    before = _WORD_BEFORE.search(text, _two_words_back(text, mention.start, 40), mention.start)
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

    def fullness(name: Form) -> tuple[int, bool]:
        return sum(1 for word in name.words if len(word.rstrip(".")) > 1), not is_short(name)

    counts = Counter(name.text for name in forms)
    first = {name.text: -i for i, name in reversed(list(enumerate(forms)))}
    best = max(forms, key=lambda name: (fullness(name), not name.text.isupper(), counts[name.text], first[name.text]))
    return " ".join(map(_lowered, best.words)) if best.text.isupper() else best.text


def _lowered(word: str) -> str:
    """SELENSKYJ as Selenskyj; initials (JD) stay."""
    return "-".join(part.capitalize() if len(part) > 2 else part for part in word.split("-"))
