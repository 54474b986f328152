"""Reviewed lists of words about names (data/*.toml): what is no name, what stands before names."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

_INHABITANT_ENDINGS: Final = "er|ern|ers|erin|erinnen|e|en|in|innen|i|is|inen"
_LATIN_INHABITANTS: Final = {"Filipino", "Filipinos", "Filipina", "Filipinas"}
_LONGEST_WORD: Final = 60
_MEMO: Final = 8192  # words; an article asks for the same ones again and again
_SHORTEST_END: Final = 3  # letters; Hegseth is no ETH
# What also makes or runs something (der Betreiber Ukrenergo), and ends of words that name no person.
_AMBIGUOUS_HEADS: Final = {
    "betreiber", "händler", "entwickler", "produzent", "partner", "agent", "operator", "star", "vize", "profi",
    "mitglied", "tochter", "mutter", "schwester", "herausgeber", "spender", "förderer", "drahtzieher", "vorstand",
    "graf", "bote", "koch", "meister", "konkurrent", "rivale", "gegner", "erfinder", "eigentümer", "besitzer",
    "pirat", "schiffer", "zar",
}  # fmt: skip


def is_not_a_name(name: str) -> bool:
    """Weapons, beliefs, money, members of groups: what models take for names."""
    return name in _common() or name.removesuffix("s") in _common()


def is_day_or_month(word: str) -> bool:
    return word.removesuffix("s") in _days()


def is_vessel(word: str) -> bool:
    """Frachter, Öltankers: what follows is the name of a ship."""
    return word[:1].isupper() and word.casefold().rstrip("s").endswith(_vessels())


@lru_cache(maxsize=_MEMO)
def has_common_end(word: str) -> bool:
    """Whether the last part of a compound says that it is a role or a thing: Kremlchef, US-Truppen."""
    return word.rpartition("-")[2].casefold() in _ends() or bool(_roles().search(word))


@lru_cache(maxsize=_MEMO)
def is_role(word: str) -> bool:
    """Verteidigungsminister, Kremlchef, Präsident."""
    part = word.rpartition("-")[2]  # US-Präsident
    return word[:1].isupper() and (bool(_roles().search(word) or _roles().search(f"__{part}")) or is_title(word))


@lru_cache(maxsize=_MEMO)
def is_person_noun(word: str) -> bool:
    """Whether `word`, in any case and gender, says what a person is (data/roles.toml): Agronomin, Kremlherr."""
    if not word[:1].isupper() or word.isupper() or len(word) > _LONGEST_WORD or is_said_of_organization(word):
        return False
    lower = word.rpartition("-")[2].casefold()
    forms = {lower, *(lower.removesuffix(ending) for ending in ("s", "es", "n", "en"))}
    forms |= {f"{form}r" for form in forms if form.endswith("e")}  # die Gesandte
    feminine = {form.removesuffix("in") for form in forms if form.endswith("in")}
    return any(form[at:] in _person_nouns() for form in forms | feminine for at in range(max(1, len(form) - 3)))


def is_head_of_role(word: str) -> bool:
    """Fischer, Richter: the very word, which may be a surname, too."""
    return word.removesuffix("s").casefold() in _person_nouns() or word.casefold() in _person_nouns()


def is_compound_person_noun(word: str) -> bool:
    """Hotel-Koch: behind a hyphen also what is a surname, too, when it stands alone."""
    _, hyphen, part = word.rpartition("-")
    return bool(hyphen) and part.casefold() in {row["head"] for row in _read("roles")["head"]}


@lru_cache(maxsize=_MEMO)
def is_inhabitant(word: str) -> bool:
    return word in _LATIN_INHABITANTS or bool(_inhabitants().fullmatch(word))


def is_title(word: str) -> bool:
    return word in _extents()["titles"]


def is_kind_of_place(word: str) -> bool:
    return word in _extents()["kinds"]


def keeps_kind(place: str) -> bool:
    """Whether the kind before `place` is part of its name: Republik Moldau."""
    return place in _read("extents")["kinds"]["kept_before"]


def is_said_of_organization(word: str) -> bool:
    """Words of the list only: what is cut off before the name of an organization."""
    words = _extents()["organizations"]
    return word in words or word.removesuffix("s") in words


@lru_cache(maxsize=_MEMO)
def is_kind_of_organization(word: str) -> bool:
    """Nachrichtenagentur, Flugabwehrhersteller: what is said of an organization before its name."""
    bare = word.removesuffix("s")  # des Versorgers; but: der Fonds
    words = _extents()["organizations"]
    return bare in words or word in words or word.casefold().endswith(_organization_ends())


@lru_cache(maxsize=_MEMO)
def is_institution(word: str) -> bool:
    """Universität, Bezirksgericht: what is the first part of the name of an organization."""
    if not word[:1].isupper():
        return False
    lower = word.casefold()
    if lower.endswith(_long_institution_ends()):
        return True
    part = lower.rpartition("-")[2]  # Bundeswehr-Uni
    return part in _short_institution_ends()


def is_facility(word: str) -> bool:
    """Flughafen, Atomkraftwerk: what is the first part of the name of a place."""
    return word in _extents()["facilities"]


def table(name: str) -> frozenset[str]:
    """The words of the table of that name in extents.toml: Rue in foreign_places, FC in clubs."""
    return _extents()[name]


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("peacetalks_cli").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _common() -> frozenset[str]:
    return frozenset(word for row in _read("not_names")["words"] if not row.get("ending") for word in row["words"])


@cache
def _days() -> frozenset[str]:
    return frozenset(next(row["words"] for row in _read("not_names")["words"] if row["reason"] == "days and months"))


@cache
def _ends() -> frozenset[str]:
    return frozenset(word for row in _read("not_names")["words"] if row.get("ending") for word in row["words"])


@cache
def _roles() -> re.Pattern[str]:
    """Words of two letters more than a role at their end: Staatspräsident, Kremlchef."""
    roles = next(row["words"] for row in _read("not_names")["words"] if row["reason"] == "a role, not a person")
    return re.compile(rf"(?<=\w\w)(?:{'|'.join(sorted(roles, key=len, reverse=True))})$", re.IGNORECASE)


@cache
def _person_nouns() -> frozenset[str]:
    """The heads that may also end a longer word, and those that stand alone."""
    return frozenset(row["head"] for row in _read("roles")["head"]) - _AMBIGUOUS_HEADS


@cache
def _vessels() -> tuple[str, ...]:
    return tuple(word for row in _read("not_names")["vessels"] for word in row["words"])


@cache
def _inhabitants() -> re.Pattern[str]:
    stems = [stem for row in _read("not_names")["inhabitants"] for stem in row["stems"]]
    return re.compile(rf"(?:{'|'.join(stems)})(?:{_INHABITANT_ENDINGS})")


@cache
def _organization_ends() -> tuple[str, ...]:
    ends = _read("extents")["organizations"]["ends"]
    return (*ends, *(f"{end}s" for end in ends))


@cache
def _institution_ends() -> tuple[str, ...]:
    """With their genitives: des Landesgerichts Graz."""
    return tuple(f"{word}{end}" for word in _read("extents")["institutions"]["words"] for end in ("", "s", "es"))


@cache
def _long_institution_ends() -> tuple[str, ...]:
    words = (word for word in _read("extents")["institutions"]["words"] if len(word) > _SHORTEST_END)
    return tuple(f"{word}{end}" for word in words for end in ("", "s", "es"))


@cache
def _short_institution_ends() -> frozenset[str]:
    return frozenset(_institution_ends())


@cache
def _extents() -> dict[str, frozenset[str]]:
    return {name: frozenset(row["words"]) for name, row in _read("extents").items()}
