"""Places and what is known of them: usual German name, kind, country, coordinates.

The table `data/places.tsv` is built by `training/gazetteer.py` (GeoNames, CLDR, and rows of our own). A name
in it is evidence of a place only where the model or the grammar says that a name stands; `is_distinct` tells
which names are plainly places by themselves.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from peacetalks_cli.facts import PlaceKind

_KIND_WORD = re.compile(r"[-–](?:region|gebiet|halbinsel|insel|provinz|oblast|staat|raum|kanal|stadt)(?:s|es)?$")
_DIRECTION = re.compile(r"(nordost|nordwest|südost|südwest|zentral|nord|ost|süd|west|mittel)-?(\w{4,})$")
_ENDING = re.compile(r"(?<=\w{3})(?:en|em|er|es|e|s|n)$")
_MEMO = 8192  # names; an article asks for the same ones again and again
_GENITIVE = ("s", "’", "'", "’s", "'s")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. `id`: stable, ASCII, unique; `name`: usual German name; `country`: ISO 3166-1 alpha-2 or None
    (seas, Europe, what lies in several); `latitude`, `longitude`: degrees, None where a point makes no sense."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float | None
    longitude: float | None


@lru_cache(maxsize=_MEMO)
def lookup(name: str) -> tuple[Entry, ...]:
    """What places `name` may mean, best reading first; () if it is unknown.

    Knows other spellings (Kyjiw, Kyiv), capitals only (KIEW), inflected names of more than one word
    (Vereinigten Arabischen Emiraten), compounds with a kind (Donbass-Region) or a direction (Ostukraine);
    a genitive -s is cut only where the bare form is known (Kiews, Russlands).
    """
    folded, table = _fold(name), _table()
    for reading in _readings(folded):
        found = table.get(reading)
        if found:
            return found
    return _part_of(folded)


@lru_cache(maxsize=_MEMO)
def is_distinct(name: str) -> bool:
    """Whether `name`, as it stands in the table (spelling variants and genitives included), is a place by itself:
    neither a common German word (Essen, Ende) nor a usual surname or first name (Hagen, Jena)."""
    return any(reading in _table() and reading not in _weak() for reading in _readings(_fold(name)))


@lru_cache(maxsize=_MEMO)
def opens_longer(word: str) -> bool:
    """Whether some name of several words begins with `word`, in whatever inflection: Vereinigten, New, Sankt."""
    return _stem(_fold(word)) in _openings()


def _readings(name: str) -> Iterator[str]:
    """Forms to look up, the surest first."""
    yield name
    for ending in _GENITIVE:
        if name.endswith(ending) and len(name) > len(ending) + 2:
            yield name.removesuffix(ending)
    if " " in name:
        yield _stem(name)
    bare = _KIND_WORD.sub("", name)
    if bare != name:
        yield bare


def _part_of(name: str) -> tuple[Entry, ...]:
    """Ostukraine, Südlibanon: a region without a point, of the country it names."""
    name = name if name in _table() else name.removesuffix("s")
    part = _DIRECTION.match(name)
    whole = _table().get(part[2], ()) if part else ()
    if not whole or whole[0].kind != "country":
        return ()
    slug = unicodedata.normalize("NFKD", name.replace("ü", "ue").replace("ö", "oe")).encode("ascii", "ignore").decode()
    return (Entry(f"place:{slug}", name.capitalize(), "region", whole[0].country, None, None),)


def _fold(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _stem(name: str) -> str:
    """Words without the endings that German adjectives and nouns may have; marked as no name by itself."""
    return "~" + " ".join(_ENDING.sub("", word) for word in name.split(" "))


@cache
def _table() -> dict[str, tuple[Entry, ...]]:
    table: dict[str, tuple[Entry, ...]] = {}
    for entry, aliases, weak in _rows():
        names = dict.fromkeys(_fold(name) for name in (entry.name, *aliases, *weak))
        for name in (*names, *(_stem(name) for name in names if " " in name)):
            if entry not in table.get(name, ()):
                table[name] = (*table.get(name, ()), entry)
    return table


@cache
def _openings() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _table() if name.startswith("~"))


@cache
def _weak() -> frozenset[str]:
    return frozenset(_fold(name) for _, _, weak in _rows() for name in weak)


@cache
def _rows() -> tuple[tuple[Entry, list[str], list[str]], ...]:
    """The table's rows in order of preference: entry, its other names, those that are also common words."""
    text = files("peacetalks_cli").joinpath("data", "places.tsv").read_text(encoding="utf-8")
    return tuple(_row(line) for line in text.splitlines() if line and not line.startswith("#"))


def _row(line: str) -> tuple[Entry, list[str], list[str]]:
    slug, name, kind, country, latitude, longitude, aliases, weak = line.split("\t")
    entry = Entry(
        f"place:{slug}",
        name,
        kind,  # type: ignore[arg-type]
        country or None,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
    )
    return entry, aliases.split("|") if aliases else [], weak.split("|") if weak else []
