"""The facts of an article, as the contract names them (docs/output.md), and their JSON.

All offsets are half-open intervals in Unicode code points of the article's decoded text, so that
`text[start:end]` is the words found; lines count from 1. What is unknown is None.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal, Self, TypeVar

SCHEMA_VERSION = "peacetalks/1"

Label = Literal["PER", "LOC", "ORG"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimexMod = Literal["START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN"]
Modifier = Literal["approx", "more_than", "less_than", "min", "max"]
SIGNS: dict[str, str] = {"approx": "≈", "more_than": ">", "less_than": "<", "min": "≥", "max": "≤"}
"""How a modifier is written before a value, where there is no room for words."""
PlaceKind = Literal[
    "country",
    "region",
    "city",
    "district",
    "sea",
    "river",
    "mountain",
    "island",
    "building",
    "plant",
    "other",
]

TOPICS = (
    "drones", "missiles", "bombs", "aircraft", "vehicles", "ships", "troops", "killed", "wounded", "missing",
    "displaced", "prisoners", "outage", "buildings", "territory", "temperature", "money", "percentage", "age",
    "distance", "energy", "ordinal", "people", "other",
)  # fmt: skip
"""What a figure may be about."""

_Fact = TypeVar("_Fact", "Person", "Place", "Organization", "Date", "Number")

Interval = tuple[int, int]
"""(start, end), half-open, in code points."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was read, with what its header says of it. The text itself is not part of the record.

    `published`: ISO date or None; `published_from`: where it was found (header, stand, dateline, html, jsonl,
    option …); `masked`: intervals of the text that are header lines, in which no date or number is looked for;
    `place`: what tells it from other articles of the same `file`, where there are any.
    """

    text: str
    file: str
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    source: str | None = None
    masked: tuple[Interval, ...] = ()
    place: str | None = field(default=None, compare=False)

    @property
    def id(self) -> str:
        """The first 16 hex digits of the SHA-256 of the text: the same text is the same article."""
        # Lone surrogates can come in by JSON escapes; they must not stop the digest.
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a named person, place or organization, before it is linked."""

    text: str
    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class Mention:
    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    kind: PlaceKind | None
    country: str | None
    latitude: float | None
    longitude: float | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Date:
    """A TIMEX3 expression. `earliest`, `latest`: first and last calendar day, inclusive, ISO."""

    text: str
    start: int
    end: int
    line: int
    type: TimexType
    value: str
    mod: TimexMod | None
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Who states a figure: the words as written, the name in the nominative, the cue ("zufolge")."""

    text: str
    name: str
    cue: str | None


@dataclass(frozen=True, slots=True)
class Number:
    text: str
    start: int
    end: int
    line: int
    value: int | float
    low: int | float | None
    high: int | float | None
    modifier: Modifier | None
    unit: str | None
    counted: str | None
    topic: str
    detail: str | None
    place: str | None
    date: str | None
    source: Source | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Pipeline:
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Record:
    """Everything found in one article."""

    article: Article
    pipeline: Pipeline
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    organizations: tuple[Organization, ...] = ()
    dates: tuple[Date, ...] = ()
    numbers: tuple[Number, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The article record of the contract: JSON types only, keys in the contract's order."""
        article = self.article
        return {
            "schema": SCHEMA_VERSION,
            "article": {
                "id": article.id,
                "file": article.file,
                "title": article.title,
                "published": article.published,
                "published_from": article.published_from,
                "source": article.source,
                "characters": len(article.text),
            },
            "pipeline": _json_object(self.pipeline),
            **{kind: [_json_object(fact) for fact in getattr(self, kind)] for kind in KINDS},
        }

    @classmethod
    def from_json(cls, article: Article, pipeline: Pipeline, facts: Mapping[str, Sequence[Mapping[str, Any]]]) -> Self:
        """The record whose `as_json()` has these `facts`, a list of objects for each of KINDS.

        Raises KeyError or TypeError if they are not as `as_json` makes them.
        """
        return cls(
            article,
            pipeline,
            people=tuple(_fact(Person, values) for values in facts["people"]),
            places=tuple(_fact(Place, values) for values in facts["places"]),
            organizations=tuple(_fact(Organization, values) for values in facts["organizations"]),
            dates=tuple(_fact(Date, values) for values in facts["dates"]),
            numbers=tuple(_fact(Number, values) for values in facts["numbers"]),
        )


def _fact(kind: type[_Fact], values: Mapping[str, Any]) -> _Fact:
    fields = dict(values)
    if "mentions" in fields:
        fields["mentions"] = tuple(Mention(**mention) for mention in fields["mentions"])
    if "roles" in fields:
        fields["roles"] = tuple(fields["roles"])
    if fields.get("source") is not None:
        fields["source"] = Source(**fields["source"])
    return kind(**fields)


def _json_object(fact: Any) -> dict[str, Any]:
    """Its fields by name. `dataclasses.asdict` does the same and takes five times as long."""
    return {name: _json_value(getattr(fact, name)) for name in fact.__slots__}


def _json_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json_value(one) for one in value]
    return _json_object(value) if isinstance(value, (Mention, Source)) else value


KINDS = ("people", "places", "organizations", "dates", "numbers")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """Line numbers (from 1) of offsets in one text; CR, LF and CRLF end a line."""

    starts: list[int] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Self:
        return cls([0, *(end.end() for end in _LINE_END.finditer(text))])

    def at(self, offset: int) -> int:
        return bisect_right(self.starts, offset)
