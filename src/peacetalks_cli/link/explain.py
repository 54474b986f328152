"""Why mentions are taken for one person or place, in words."""

from collections.abc import Iterable

from peacetalks_cli.german import gazetteer
from peacetalks_cli.german.inflection import genitive_cut, nominative_phrase
from peacetalks_cli.german.transliteration import plain, skeleton
from peacetalks_cli.link.names import Form, alike, form, given_alike, sounds


def why_person(words: str, name: str) -> str | None:
    """Why `words`, a mention or a shorter name, are read as the person `name`; None if the words do not say."""
    whole = " ".join(words.split())
    cut = genitive_cut(whole)
    readings = [(whole, "")] + ([(cut, ", genitive ending cut")] if cut else [])
    reasons = ((_why(form(reading), form(name)), note) for reading, note in readings)
    rank = ("the name itself", "the surname alone", "one word of the name")
    found = [(reason, note) for reason, note in reasons if reason]
    if not found:
        return None
    reason, note = min(found, key=lambda one: (one[0] not in rank, bool(one[1])))
    return f"{reason}{note}{', in capital letters' if whole.isupper() and not name.isupper() else ''}"


def _why(read: Form, full: Form) -> str | None:
    if plain(read.text) == plain(full.text):
        return "the name itself"
    if read.given:
        return _why_full(read, full)
    if plain(read.text) in (plain(" ".join(full.surname)), plain(full.surname[-1])):
        return "the surname alone"
    if alike(read.surname, full.surname):
        return _otherwise("the surname alone" if full.given else "the name", read.surname)
    return "one word of the name" if any(alike(read.words, [word]) for word in full.given) else None


def _why_full(read: Form, full: Form) -> str | None:
    if not full.given or not alike(read.surname, full.surname) or not given_alike(read.given, full.given):
        return None
    if len(read.given[0].rstrip(".")) == 1 or len(full.given[0].rstrip(".")) == 1:
        return "initial and surname"
    if skeleton(read.text) != skeleton(full.text) and len(read.words) != len(full.words):
        return "first name and surname"
    return _otherwise("the name", read.words)


def _otherwise(what: str, words: Iterable[str]) -> str:
    return f"{what} in another spelling, which sounds the same ({min(sounds(tuple(words)), key=len)})"


def why_place(words: str, name: str, id: str) -> str:
    """Why `words` are read as the place `name` with that id."""
    readings = gazetteer.lookup(words) or gazetteer.lookup(nominative_phrase(words))
    if any(entry.id == id for entry in readings):
        return "the name itself" if plain(words) == plain(name) else "the gazetteer knows it by this name too"
    if plain(words) == plain(name):
        return "not in the gazetteer; by its name alone"
    return "not in the gazetteer; the same name inflected or spelled otherwise"


def other_places(words: str, id: str) -> list[str]:
    """What else of the gazetteer `words` may mean, as "Donezk (city, RU, 48.3, 39.9)", best reading first."""
    known = [entry for entry in gazetteer.lookup(words) if entry.id != id]
    details = [filter(None, (entry.kind, entry.country, entry.latitude, entry.longitude)) for entry in known]
    return [f"{entry.name} ({', '.join(map(str, more))})" for entry, more in zip(known, details, strict=True)]
