"""The reviewed list of organizations (data/organizations.toml): which of them stand in a row of words."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

_OPENING_QUOTES: Final = {"„", "“", "»", "«", '"', "‚", "›", "'"}
_CLOSING_QUOTES: Final = {"“", "”", "«", "»", '"', "‘", "‹", "'", "’"}
_SHORTEST_IN_CAPITALS: Final = 4
_MEMO: Final = 8192  # words; an article asks for the same ones again and again


@dataclass(frozen=True, slots=True)
class Organization:
    """`words`: the name cut at spaces; `needs_cue`: counts only after one of the words of its kind; `is_title`: with
    an article that is part of it (Die Zeit)."""

    words: tuple[str, ...]
    kind: str
    needs_cue: bool
    is_title: bool


def organizations(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Half-open token intervals of the organizations of the list that stand in `words`; the longest at each place."""
    names = _names()
    after = 0
    for at in [at for at, word in enumerate(words) if word in names]:
        ends = (_match(name, words, at) for name in names[words[at]]) if at >= after else ()
        end = next((end for end in ends if end), None)
        if end is not None:
            yield at, end
            after = end


@lru_cache(maxsize=_MEMO)
def is_organization(name: str) -> bool:
    """Whether `name` stands in the list and is nothing else (a genitive -s is allowed)."""
    words = tuple(name.split())
    return any(
        words == known.words and not known.needs_cue and not known.is_title
        for form in ((words[0],) if words else ())
        for known in _names().get(form, ())
    )


def needs_cue(word: str) -> bool:
    """Whether `word` is also a common word, and an organization only where its list says so: Bild, Union."""
    return any(known.needs_cue and known.words == (word,) for known in _names().get(word, ()))


def _match(organization: Organization, words: Sequence[str], at: int) -> int | None:
    end = at + len(organization.words)
    if tuple(words[at:end]) != organization.words:
        return None
    if organization.is_title:
        return end if _is_title(organization.kind, words, at, end) else None
    if organization.needs_cue and not _has_cue(organization.kind, words, at):
        return None
    if organization.kind in {"party_noun", "chamber"} and end < len(words) and words[end][:1].isupper():
        return None  # die Grüne Linie
    return end


def _is_title(kind: str, words: Sequence[str], at: int, end: int) -> bool:
    """A big article inside a sentence, a quoted title, or both words in capitals: der Tageszeitung Der Standard."""
    before, after = words[at - 1] if at else "", words[end] if end < len(words) else ""
    if words[at].isupper():
        return not (before.isupper() or (after.isupper() and after.isalpha()))
    if before in _OPENING_QUOTES:
        return after in _CLOSING_QUOTES
    if (not before or "\n" in before) and after in {",", "|", "/", "–", "("}:
        return True  # the line of the paper: Die Presse, Mittwoch, 19. November
    return before.islower() or before in {",", "("} or before in _cues()[kind]


def _has_cue(kind: str, words: Sequence[str], at: int) -> bool:
    before = [word for word in words[max(0, at - 3) : at] if word not in _OPENING_QUOTES]
    return bool(before) and before[-1] in _cues()[kind]


def is_agency(word: str) -> bool:
    """Whether `word` alone is the name of a news agency, whatever stands around it (dpa, Reuters)."""
    return word in _agencies()


@cache
def _names() -> dict[str, tuple[Organization, ...]]:
    """Organizations by their first word, the longest first."""
    names: dict[str, dict[tuple[str, ...], Organization]] = {}
    for row in _table()["organization"]:
        for name in row["names"]:
            for words in _forms(name):
                names.setdefault(words[0], {})[words] = Organization(
                    words, row["kind"], row.get("cue", False), row.get("title", False)
                )
    return {first: tuple(sorted(rows.values(), key=lambda row: -len(row.words))) for first, rows in names.items()}


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    words = tuple(name.split())
    yield words
    if len(words) > 1 and words[0].endswith("e") and words[0] != "Die":  # an adjective: der Europäischen Union
        yield from ((words[0] + ending, *words[1:]) for ending in "nrsm")
    if name[-1] not in "sxzß":
        yield (*words[:-1], f"{words[-1]}s")
        yield (*words[:-1], f"{words[-1]}es")  # des Bundesheeres
    if len(name) >= _SHORTEST_IN_CAPITALS and not name.isupper():
        yield tuple(word.upper() for word in words)


@cache
def _cues() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in _table()["cues"].items()}


@cache
def _agencies() -> frozenset[str]:
    rows = _table()["organization"]
    return frozenset(name for row in rows if row["kind"] == "agency" and not row.get("cue") for name in row["names"])


@cache
def _table() -> dict[str, Any]:
    text = files("peacetalks_cli").joinpath("data", "organizations.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
