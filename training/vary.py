"""Variants of an article of our corpus: other people, other places, a headline in capitals.

The model should learn what stands around a name, not the name. A person keeps one new name through the article.
"""

import random
import re
from functools import cache
from pathlib import Path

from training.corpora import Text

PEOPLE = Path(__file__).parent / "corpus" / "people.tsv"
NEW_PERSON = 0.7
NEW_PLACE = 0.3
CAPITALS = 0.15

_PLACE_CUE = re.compile(r"\b(?:in|nach|aus|bei|von|um|nahe|In|Nach|Aus|Bei)\s$")
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
    return {("LOC", place): rng.choice(towns) for place in sorted(there) if rng.random() < NEW_PLACE}


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
    first, last = people()[language]
    return rng.choice(first), rng.choice(last)


@cache
def people() -> dict[str, tuple[list[str], list[str]]]:
    """Per language: first names and surnames, in German spelling."""
    people = {}
    for line in PEOPLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, first, last = line.split("\t")
            people[language] = (first.split(", "), last.split(", "))
    return people
