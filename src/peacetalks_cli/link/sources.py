"""Whom the source of a figure names: the person or organization found in the article."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from peacetalks_cli.facts import Number, Organization, Person, Source
from peacetalks_cli.german.inflection import genitive_cut
from peacetalks_cli.german.transliteration import plain
from peacetalks_cli.link.names import form, sounds

_WORD = re.compile(r"\w+(?:[-’']\w+)*")


def name_sources(
    numbers: Sequence[Number], people: Sequence[Person], organizations: Sequence[Organization]
) -> tuple[Number, ...]:
    """`numbers` with the full name of the person or organization that the words of their source contain;
    as they are where none does, or where more than one person may be meant."""
    named = _Named(people, organizations)
    return tuple(replace(number, source=named.source(number.source)) if number.source else number for number in numbers)


class _Named:
    """The people of an article by the sounds of their surnames, its organizations by what they are called: so that
    many figures and many names take no time that grows with both."""

    def __init__(self, people: Sequence[Person], organizations: Sequence[Organization]) -> None:
        self.people: dict[str, list[Person]] = {}
        self.sizes: set[int] = set()  # words of a surname
        for person in people:
            surname = form(person.name).surname
            self.sizes.add(len(surname))
            for sound in sounds(surname):
                self.people.setdefault(sound, []).append(person)
        self.organizations: dict[str, str] = {}
        for organization in organizations:
            for called in {plain(organization.name), *(plain(mention.text) for mention in organization.mentions)}:
                self.organizations[called] = max(organization.name, self.organizations.get(called, ""))
        self.most_words = max((called.count(" ") + 1 for called in self.organizations), default=0)

    def source(self, source: Source) -> Source:
        words = _WORD.findall(source.text)
        matches = [(_match(words, person), person.name) for person in self._near(words)]
        best = max((match for match, _ in matches), default=(0, 0))
        names = sorted({name for match, name in matches if match == best and match > (0, 0)})
        if len(names) == 1:
            return replace(source, name=names[0])
        if names:
            return source
        name = self._organization_in(source.text)
        return replace(source, name=name) if name else source

    def _near(self, words: Sequence[str]) -> Iterable[Person]:
        """The people whose surname may be among `words`."""
        near = {
            id(person): person
            for size in sorted(self.sizes)
            for end in range(size, len(words) + 1)
            for surname in _readings(words[end - size : end])
            for sound in sorted(sounds(surname))
            for person in self.people.get(sound, ())
        }
        return near.values()

    def _organization_in(self, text: str) -> str | None:
        """The longest organization's name, as mentioned or in the nominative, that stands in `text` as whole words."""
        words = plain(text).split()
        fits = [
            (len(called), self.organizations[called])
            for start in range(len(words))
            for end in range(start + 1, min(len(words), start + self.most_words) + 1)
            if (called := " ".join(words[start:end])) in self.organizations
        ]
        return max(fits)[1] if fits else None


def _readings(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The words of a name as they are, and without a genitive ending of the last one."""
    *before, last = words
    return [(*before, reading) for reading in (last, genitive_cut(last)) if reading is not None]


def _match(words: Sequence[str], person: Person) -> tuple[int, int]:
    """How well `words` name the person: index after the surname (in "Putins Sprecher Peskow" the last one
    speaks), and whether a given name of theirs stands before it; (0, 0) if the surname is not there."""
    name = form(person.name)
    surname, size = sounds(name.surname), len(name.surname)
    for end in range(len(words), size - 1, -1):
        if any(sounds(reading) & surname for reading in _readings(words[end - size : end])):
            given = words[end - size - 1 : end - size]
            return end, int(bool(given) and any(sounds(given) & sounds([word]) for word in name.given))
    return 0, 0
