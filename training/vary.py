"""Variants of an article of our corpus: other people, other places, a headline in capitals.

The model should learn what stands around a name, not the name. A person keeps one new name through the article.
"""

import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from peacetalks_cli.annotate.lexicon import lexicon
from peacetalks_cli.german.gazetteer import lookup
from training.corpora import Text

PEOPLE = Path(__file__).parent / "corpus" / "people.tsv"
TOWNS = Path(__file__).parent.parent / "src" / "peacetalks_cli" / "data" / "places.tsv"
NEW_PERSON = 0.7
NEW_PLACE = 0.3
CAPITALS = 0.15
INVENTED_SURNAME, INVENTED_FIRST_NAME, INVENTED_PLACE = 0.4, 0.15, 0.5  # shares of the new ones: in no list

_PLACE_CUE = re.compile(r"\b(?:in|nach|aus|bei|von|um|nahe|In|Nach|Aus|Bei)\s$")
_VOWEL = re.compile(r"(?<=[^aeiouyäöü])(?=[aeiouyäöü])")
_SHORTEST, _LONGEST = 4, 14  # letters of an invented name
_TRIES = 20
_ENOUGH = 30  # towns of a country to invent others from
_OFTEN = {"UA": 5, "RU": 2}
_HISS = ("s", "x", "z", "ß")


def varied(article: list[Text], towns: list[str], rng: random.Random) -> list[Text]:
    """`towns`: names that a place after "in", "nach", "aus" … may get."""
    names = _new_people(article, rng) | _new_places(article, towns, rng)
    lines = [_renamed(line, names) for line in article]
    if rng.random() < CAPITALS:
        capitals = "".join(letter.upper() if letter != "ß" else letter for letter in lines[0].text)
        lines[0] = Text(capitals, lines[0].spans)
    return lines


def towns(articles: list[list[Text]]) -> list[str]:
    """Places of one word that stand after a preposition without an article: towns and some countries."""
    found = {
        line.text[start:end]
        for article in articles
        for line in article
        for start, end, label in line.spans
        if label == "LOC" and _PLACE_CUE.search(line.text[:start]) and re.fullmatch(r"[\w-]{4,}", line.text[start:end])
    }
    return sorted(found)


def _new_people(article: list[Text], rng: random.Random) -> dict[tuple[str, str], str]:
    people: dict[tuple[str, str], str] = {}
    full = {
        tuple(line.text[start:end].split(" ", 1))
        for line in article
        for start, end, label in line.spans
        if label == "PER" and " " in line.text[start:end]
    }
    surnames: dict[str, tuple[str, str]] = {}
    for first, last in sorted(full):
        if rng.random() < NEW_PERSON:
            new_first, new_last = surnames.get(last) or _person(rng)
            surnames[last] = (_person(rng)[0], new_last)  # a relative shares the surname only
            people |= {("PER", f"{first} {last}"): f"{new_first} {new_last}", ("PER", last): new_last}
            people.setdefault(("PER", first), new_first)
    return people


def _new_places(article: list[Text], towns: list[str], rng: random.Random) -> dict[tuple[str, str], str]:
    known = set(towns)
    there = {
        line.text[start:end]
        for line in article
        for start, end, label in line.spans
        if label == "LOC" and line.text[start:end] in known
    }
    new = {("LOC", place): rng.choice(towns) for place in sorted(there) if rng.random() < NEW_PLACE}
    return {
        place: (invented(rng.choice(_regions()), rng) if rng.random() < INVENTED_PLACE else None) or town
        for place, town in new.items()
    }


def _renamed(line: Text, names: dict[tuple[str, str], str]) -> Text:
    text, spans, last = "", [], 0
    for start, end, label in line.spans:
        text += line.text[last:start]
        old = line.text[start:end]
        new = names.get((label, old))
        if new is None and old.endswith("s") and (label, old[:-1]) in names:
            new = names[label, old[:-1]]
            new += "’" if new.endswith(_HISS) else "s"
        new = new or old
        spans.append((len(text), len(text) + len(new.removesuffix("’")), label))
        text += new
        last = end
    return Text(text + line.text[last:], tuple(spans))


def _person(rng: random.Random) -> tuple[str, str]:
    language = rng.choice(sorted(people()))
    firsts, lasts = people()[language]
    first, last = rng.choice(firsts), rng.choice(lasts)
    if rng.random() < INVENTED_FIRST_NAME:
        first = invented(firsts, rng) or first
    if rng.random() < INVENTED_SURNAME:
        last = invented(lasts, rng) or last
    return first, last


def invented(names: Sequence[str], rng: random.Random) -> str | None:
    """A name that sounds like `names` and stands in no list: the beginning of one and the end of another."""
    for _ in range(_TRIES):
        one, other = rng.choice(names), rng.choice(names)
        cuts, ends = list(_VOWEL.finditer(one)), list(_VOWEL.finditer(other))
        if not (cuts and ends and one.isalpha() and other.isalpha()):
            continue
        new = one[: rng.choice(cuts).start()] + other[rng.choice(ends).start() :]
        if _SHORTEST <= len(new) <= _LONGEST and new[0].isupper() and not lexicon().knows(new) and not lookup(new):
            return new
    return None


@cache
def _regions() -> list[list[str]]:
    """Towns of one word in the gazetteer, by country; countries with enough of them."""
    towns: dict[str, list[str]] = {}
    for line in TOWNS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, name, kind, country, *_ = line.split("\t")
            if kind == "city" and name.isalpha():
                towns.setdefault(country, []).append(name)
    return [names for land, names in sorted(towns.items()) if len(names) >= _ENOUGH for _ in range(_OFTEN.get(land, 1))]


@cache
def people() -> dict[str, tuple[list[str], list[str]]]:
    """Per language: first names and surnames, in German spelling."""
    people = {}
    for line in PEOPLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, first, last = line.split("\t")
            people[language] = (first.split(", "), last.split(", "))
    return people
