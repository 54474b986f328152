"""The verbs by which a source states something, from data/speech_verbs.toml."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from peacetalks_cli.german.speech.attribution import SPACE

_NO_GE = re.compile(r"(?:be|emp|ent|er|ge|miss|ver|zer|wider|unter|über|wieder)(?=..)|\w+ier$")
_WORD = re.compile(r"(?<![\w-])(?P<cue>[a-zäöüß]{3,20})(?![\w-])")
# Before the ending of a regular verb an e: meldete, rechnete, leugnete.
_NEEDS_E = re.compile(r"(?:[td]|[^aeiouäöürlmn](?<!h)[mn]|ch[mn])$")


@dataclass(frozen=True, slots=True)
class Usage:
    """How a form states something.

    `need`: what else must be there, None for nothing; `is_far`: at the end of the sentence, else in its clause.
    `takes_object`: a figure may be its object. `by_document`: what is written states by it; `only_by_document`: and
    nobody else. `is_demand`: what is wanted, not what is. `is_participle`: it may be a past participle;
    `is_infinitive`: it may be an infinitive; `is_told`: it is in the first subjunctive, said by whom somebody tells of;
    `may_be_told`: so is its perfect ('habe gemeldet'), which for others says no more than what somebody did.
    """

    need: re.Pattern[str] | None
    is_far: bool
    takes_object: bool
    by_document: bool
    only_by_document: bool
    is_demand: bool
    is_participle: bool
    is_infinitive: bool
    is_told: bool
    may_be_told: bool

    def may_be(self, text: str, start: int, end: int) -> bool:
        """Whether what the usage needs stands in [start, end)."""
        return self.need is None or self.need.search(text, start, end) is not None


@cache
def usages() -> dict[str, list[Usage]]:
    """What each form of a speech verb may be, the more particular first."""
    found: dict[str, list[Usage]] = {}
    table = files("peacetalks_cli").joinpath("data", "speech_verbs.toml").read_text("utf-8")
    for row in tomllib.loads(table)["verb"]:
        for form, usage in _of_row(row):
            found.setdefault(form, []).append(usage)
    for of_form in found.values():
        of_form.sort(key=lambda usage: usage.need is None)
    return found


def verbs_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The forms of speech verbs in [start, end), in order, as the group `cue`."""
    forms = usages()
    return (word for word in _WORD.finditer(text, start, end) if word["cue"] in forms)


def verb_at(text: str, at: int) -> re.Match[str] | None:
    """The form of a speech verb that begins at `at`."""
    word = _WORD.match(text, at)
    return word if word and word["cue"] in usages() else None


def _of_row(row: dict[str, Any]) -> Iterator[tuple[str, Usage]]:
    particles = row.get("particle", "").split("|") if "particle" in row else []
    need = None
    if particles:
        need = re.compile(rf"\b(?:{row['particle']})(?=[,.;:“”\"»)]|$|{SPACE}(?:und|–|-)(?!\w))")
    elif "needs" in row:
        need = re.compile(rf"\b(?:{row['needs']})")
    for form, kind in _forms(row):
        yield form, _usage(row, need, kind)
        for particle in particles:
            yield f"{particle}{form}", _usage(row, None, kind)


def _usage(row: dict[str, Any], need: re.Pattern[str] | None, kind: str) -> Usage:
    only = bool(row.get("only_document"))
    by_document = only or bool(row.get("document"))
    return Usage(
        need,
        "particle" in row,
        bool(row.get("object")),
        by_document,
        only,
        bool(row.get("demand")),
        kind == "participle",
        kind == "infinitive",
        kind == "told",
        "told" in row,
    )


def _forms(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each form with what it is: finite, infinitive (or plural), participle (or, as 'bestätigt', finite)."""
    for form in row.get("forms", ()):
        yield form, _kind(form)
    for form in row.get("told", ()):
        yield form, "told"
    for lemma in row.get("weak", ()):
        stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
        ending = "e" if _NEEDS_E.search(stem) else ""
        has_ge = not _NO_GE.match(stem)
        yield f"{stem}{ending}t", "finite" if has_ge else "participle"
        yield f"{stem}{ending}te", "finite"
        yield f"{stem}{ending}ten", "finite"
        yield lemma, "infinitive"
        if has_ge:
            yield f"ge{stem}{ending}t", "participle"


def _kind(form: str) -> str:
    if form.startswith("ge") and form.endswith(("t", "en")) and form not in ("geht", "gehen", "geben", "gesteht"):
        return "participle"
    return "participle" if form in _STRONG_PARTICIPLES else "finite"


_STRONG_PARTICIPLES = frozenset(
    ["ausgegangen", "versprochen", "verwiesen", "bestritten", "verraten", "beschrieben", "hingewiesen", "unterstrichen"]
)
