"""What a name is made of: given names, particles, surname; whether its last -s is a genitive."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from peacetalks_cli.german.inflection import genitive_cut
from peacetalks_cli.german.transliteration import plain, skeleton, skeletons

_PARTICLES = frozenset(
    [
        "von",
        "vom",
        "van",
        "zu",
        "zum",
        "zur",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "ten",
        "ter",
        "bin",
        "ibn",
        "ben",
        "al",
        "el",
        "abu",
        "umm",
        "ould",
        "af",
        "av",
    ]
)
_ARTICLE = re.compile(r"^(?:al|el|as|asch|at|an|ar|ad)[-‑ ](?=\w)", re.IGNORECASE)
_SUFFIX = re.compile(r"^(?:jr|sr|junior|senior|[IVX]+)\.?$", re.IGNORECASE)
# Short forms, which news give for the whole name of the same man or woman.
_SHORT = {
    "Sepp": "Josef", "Hansi": "Johann", "Toni": "Anton", "Andi": "Andreas", "Franzl": "Franz", "Loisl": "Alois",
    "Resi": "Theresia", "Vroni": "Veronika", "Michi": "Michael", "Max": "Maximilian", "Fritz": "Friedrich",
    "Willi": "Wilhelm", "Willy": "Wilhelm", "Gerd": "Gerhard", "Uli": "Ulrich", "Rudi": "Rudolf", "Joe": "Joseph",
    "Bill": "William", "Bob": "Robert", "Jim": "James", "Jimmy": "James", "Mike": "Michael", "Tom": "Thomas",
    "Tony": "Anthony", "Dick": "Richard", "Ted": "Edward", "Liz": "Elizabeth", "Sascha": "Alexander",
    "Mischa": "Michail", "Dima": "Dmitri", "Kolja": "Nikolai", "Wolodja": "Wladimir", "Ruedi": "Rudolf",
}  # fmt: skip
# Endings of surnames to which a bare -s is added for the genitive only: no surname ends in -skyjs.
_SURELY_GENITIVE = re.compile(r"(?:[iyj]j|ski|sky|enko|[cs]huk|iuk|jew|adse|[a-zä]jan|idis|owa|ewa|ina|off|ump|ron)s$")


@dataclass(frozen=True, slots=True)
class Form:
    """A name as read: its words, the surname among them (from its particle on), a generational suffix."""

    words: tuple[str, ...]
    given: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str | None

    @property
    def text(self) -> str:
        return " ".join(self.words)


def form(name: str) -> Form:
    """Splits a name; one without a given name ("Witkoff", "von der Leyen") is all surname."""
    words = tuple(name.replace("\u00a0", " ").split())
    core, suffix = words, None
    if len(words) > 1 and _SUFFIX.match(words[-1]):
        core, suffix = words[:-1], words[-1]
    if not core:
        return Form(words, (), words, None)
    first = len(core) - 1
    while first > 0 and core[first - 1].casefold() in _PARTICLES:
        first -= 1
    return Form(words, core[:first], core[first:], suffix)


def sounds(words: Collection[str]) -> frozenset[str]:
    """Skeletons of words as one string, without an Arabic article."""
    return _sounds(" ".join(words))


@lru_cache(maxsize=4096)
def _sounds(name: str) -> frozenset[str]:
    return skeletons(_ARTICLE.sub("", name)) - {""}


def alike(a: Collection[str], b: Collection[str]) -> bool:
    return bool(sounds(a) & sounds(b))


def given_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether given names may be one person's: the first ones are spellings of one name, or one its initial."""
    if not a or not b:
        return True
    first, other = a[0].rstrip("."), b[0].rstrip(".")
    if len(first) == 1 or len(other) == 1:
        return first[:1].casefold() == other[:1].casefold()
    return alike([first], [other]) or _SHORT.get(first) == other or _SHORT.get(other) == first


def is_short(name: Form) -> bool:
    """Sepp Koch: a short form of a first name, where the article may have the whole one, too."""
    return bool(name.given) and name.given[0] in _SHORT


def same(a: Form, b: Form) -> bool:
    """Whether two forms may be one person's name."""
    return (
        alike(a.surname, b.surname)
        and given_alike(a.given, b.given)
        and (a.suffix or "").casefold() == (b.suffix or "").casefold()
    )


def bare(name: str, seen: Collection[str], *, is_genitive: bool) -> str:
    """`name` without its genitive -s, if the bare form is among the skeletons `seen`, or the text says so
    (`is_genitive`), or its ending does (Selenskyjs); else as it is (Davos, Reuters, Klaus)."""
    *before, last = name.replace("\u00a0", " ").split() or [name]
    cut = genitive_cut(last)
    if cut is None:
        return " ".join(name.split())
    surely = not last.endswith("s") or last.endswith(("'s", "’s")) or bool(_SURELY_GENITIVE.search(last.casefold()))
    # Kovács and Kovác have one skeleton: there the -s is no genitive.
    is_seen = bool(sounds([cut]) & set(seen)) and not sounds([cut]) & sounds([last])
    if is_genitive or surely or is_seen:
        return " ".join((*before, cut))
    return " ".join(name.split())


def person_key(name: str) -> str:
    """Groups the spellings of one full name over articles: "Volodymyr Zelensky" and "Wolodymyr Selenskyj" are equal."""
    return skeleton(name) or plain(name) or name


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: surnames sound alike, and given names do too or one is missing."""
    return same(form(a), form(b))


def surname_keys(name: str) -> frozenset[str]:
    """The sounds of the surname in `name`; people of one surname share one at least."""
    return sounds(form(name).surname)


def is_full_name(name: str) -> bool:
    """Whether a given name, more than its initial, stands before the surname."""
    given = form(name).given
    return bool(given) and len(given[0].rstrip(".")) > 1


def full_name_of(short: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is a full name with the surname `short` (and its initial, J. Vance); None if `short` is
    a full name itself, or if several people of `names` have that surname: then it stays alone."""
    if is_full_name(short):
        return None
    full = [name for name in names if is_full_name(name) and same_person(short, name)]
    return full[0] if full and all(same_person(full[0], name) for name in full) else None
