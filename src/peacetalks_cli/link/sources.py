"""Whom the source of a figure names: the person or organization found in the article."""

import re
from collections.abc import Sequence
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
    return tuple(
        replace(number, source=_named(number.source, people, organizations)) if number.source else number
        for number in numbers
    )


def _named(source: Source, people: Sequence[Person], organizations: Sequence[Organization]) -> Source:
    words = _WORD.findall(source.text)
    matches = [(_match(words, person), person.name) for person in people]
    best = max((match for match, _ in matches), default=(0, 0))
    names = sorted({name for match, name in matches if match == best and match > (0, 0)})
    if len(names) == 1:
        return replace(source, name=names[0])
    if names:
        return source
    name = _organization_in(source.text, organizations)
    return replace(source, name=name) if name else source


def _match(words: Sequence[str], person: Person) -> tuple[int, int]:
    """How well `words` name the person: index after the surname (in "Putins Sprecher Peskow" the last one
    speaks), and whether a given name of theirs stands before it; (0, 0) if the surname is not there."""
    name = form(person.name)
    surname, size = sounds(name.surname), len(name.surname)
    for end in range(len(words), size - 1, -1):
        *before, last = words[end - size : end]
        readings = [last] if (cut := genitive_cut(last)) is None else [last, cut]
        if any(sounds((*before, reading)) & surname for reading in readings):
            given = words[end - size - 1 : end - size]
            return end, int(bool(given) and any(sounds(given) & sounds([word]) for word in name.given))
    return 0, 0


def _organization_in(text: str, organizations: Sequence[Organization]) -> str | None:
    """The longest organization's name, as mentioned or in the nominative, that stands in `text` as whole words."""
    padded = f" {plain(text)} "
    fits = {
        (len(form), organization.name)
        for organization in organizations
        for form in {plain(organization.name), *(plain(mention.text) for mention in organization.mentions)}
        if form and f" {form} " in padded
    }
    return max(fits)[1] if fits else None
