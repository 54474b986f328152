"""Filters and aggregates over the facts of many articles, whether they come from the store or were just extracted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any, Literal

from peacetalks_cli.errors import UsageError
from peacetalks_cli.link import full_name_of, person_key, surname_keys

Kind = Literal["people", "places", "dates", "numbers"]
Row = dict[str, Any]
"""A fact or a line of an aggregate, with the JSON types and the keys of the contract."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The article that facts are from. `files`: where it lies, one or more."""

    id: str
    files: tuple[str, ...]
    published: str | None

    @property
    def file(self) -> str:
        """The file to name where there is room for one; standard input, where nobody can look, comes last."""
        return min(self.files, key=lambda file: re.match("-(?::|$)", file) is not None)


Facts = tuple[Origin, list[Row]]
"""An article and the facts of one kind found in it, as in the record."""

_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF", "PX"})
_LINE_OF_FILE = re.compile(r"(.*):(\d+)", re.DOTALL)
_PART_OF_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown. `since`, `until`: 2026, 2026-01 or 2026-01-25, both inclusive, by the publication date; with
    either, articles without a date are left out. `file`: a glob for the whole path or for its last part.
    `topics`: of numbers, all where empty. `vague`: also time references without a calendar value.

    Raises UsageError if `since` or `until` is no date.
    """

    since: str | None = None
    until: str | None = None
    file: str | None = None
    topics: frozenset[str] = frozenset()
    vague: bool = False

    def __post_init__(self) -> None:
        for option, value in (("--since", self.since), ("--until", self.until)):
            if value is not None and not _is_date(value):
                raise UsageError(f"{option} {value}: no date; write 2026-01-25, 2026-01 or 2026")

    def passes(self, article: Origin) -> bool:
        published = article.published or ""
        if (self.since or self.until) and not published:
            return False
        # ISO dates sort as text, so a month is compared with the month of the article.
        if self.since and published[: len(self.since)] < self.since:
            return False
        if self.until and published[: len(self.until)] > self.until:
            return False
        return self.file is None or any(
            fnmatchcase(name, self.file) for file in article.files for name in (file, PurePath(file).name)
        )


def of_record(record: Row, kind: Kind) -> Facts:
    """The facts of one kind of an article record."""
    article = record["article"]
    return Origin(article["id"], (article["file"],), article["published"]), record[kind]


def select(kind: Kind, found: Iterable[Facts], filters: Filter = Filter()) -> list[Row]:
    """The rows of `people`, `places`, `dates` or `numbers`, in the contract's order."""
    passed = (facts for facts in found if filters.passes(facts[0]))
    if kind in ("people", "places"):
        return _entities(kind, passed)
    if kind == "dates":
        rows = [row for row in _each(passed) if filters.vague or not is_vague(row)]
        return sorted(rows, key=_in_time)
    rows = [row for row in _each(passed) if not filters.topics or row["topic"] in filters.topics]
    return sorted(rows, key=lambda row: (_file_and_line(row["file"]), row["start"]))


def is_vague(timex: Row) -> bool:
    """Whether a date is a reference without a calendar value (jetzt, damals, künftig, lange Zeit)."""
    return timex["value"] in _VAGUE


def without_vague(record: Row, *, keep: bool = False) -> Row:
    """An article record without its vague dates, or the record itself if they are to `keep`."""
    return record if keep else {**record, "dates": [timex for timex in record["dates"] if not is_vague(timex)]}


def mentions(record: Row) -> list[Row]:
    """One row a mention of anything in an article record, in the order of the text."""
    file = record["article"]["file"]
    rows: list[Row] = []
    for kind, facts in (("person", "people"), ("place", "places"), ("organization", "organizations")):
        rows += [
            {"kind": kind, **mention, "name": entity["name"], "file": file}
            for entity in record[facts]
            for mention in entity["mentions"]
        ]
    rows += [{"kind": "date", **timex, "modifier": timex["mod"], "file": file} for timex in record["dates"]]
    rows += [{"kind": "number", **number, "file": file} for number in record["numbers"]]
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def _is_date(value: str) -> bool:
    if not _PART_OF_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _each(found: Iterable[Facts]) -> Iterator[Row]:
    """Each fact with the file and the date of its article; an article that lies in two files comes once."""
    seen = set()
    for article, facts in found:
        if article.id not in seen:
            seen.add(article.id)
            for fact in facts:
                yield {**fact, "file": article.file, "published": article.published}


def _file_and_line(file: str) -> tuple[str, int]:
    """Line 10 of a JSONL file comes after line 9."""
    in_file = _LINE_OF_FILE.fullmatch(file)
    return (in_file[1], int(in_file[2])) if in_file else (file, 0)


def _in_time(row: Row) -> tuple[Any, ...]:
    """By the first day; what has none (durations, sets, unresolved days) comes after, by the article's date."""
    day = row["earliest"]
    by_day = (day is None, day or row["published"] or "", row["value"] if day else "")
    return (*by_day, _file_and_line(row["file"]), row["start"])


@dataclass(slots=True)
class _Group:
    """One person or place over all articles."""

    keys: set[str] = field(default_factory=set)
    facts: dict[str, Row] = field(default_factory=dict)
    """By name: the first fact of that name."""
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    articles: dict[str, str | None] = field(default_factory=dict)
    """By id: the publication date."""
    files: set[str] = field(default_factory=set)

    def add(self, article: Origin, fact: Row) -> None:
        self.articles[article.id] = article.published
        self.facts.setdefault(fact["name"], fact)
        self.names[fact["name"]] += len(fact["mentions"])
        self.roles.update(fact.get("roles", ()))
        self.texts.update(mention["text"] for mention in fact["mentions"])

    def absorb(self, other: "_Group") -> None:
        self.keys |= other.keys
        self.facts = other.facts | self.facts
        self.names += other.names
        self.roles += other.roles
        self.texts += other.texts
        self.articles |= other.articles
        self.files |= other.files

    @property
    def name(self) -> str:
        """A full name before a surname alone, then what most mentions are joined to."""
        return min(self.names, key=lambda name: (" " not in name, -self.names[name], name))

    def row(self, kind: Kind) -> Row:
        name = self.name
        days = sorted(day for day in self.articles.values() if day)
        if kind == "people":
            of_kind = {"roles": _by_count(self.roles)}
        else:
            of_kind = {key: self._known(name, key) for key in ("kind", "country", "latitude", "longitude")}
        return {
            "id": self.facts[name]["id"],
            "name": name,
            **of_kind,
            "variants": [text for text in _by_count(_variants(self.names, self.texts)) if text != name],
            "articles": len(self.articles),
            "mentions": self.texts.total(),
            "first": days[0] if days else None,
            "last": days[-1] if days else None,
            "files": sorted(self.files, key=_file_and_line),
        }

    def _known(self, name: str, key: str) -> Any:
        facts = [self.facts[name], *self.facts.values()]
        return next((fact[key] for fact in facts if fact[key] is not None), None)


def _entities(kind: Kind, found: Iterable[Facts]) -> list[Row]:
    groups: dict[str, _Group] = {}
    counted: dict[str, Origin] = {}
    for article, facts in found:
        # The same text in a second file is no second article: the file is named, nothing is counted again.
        again = counted.setdefault(article.id, article) is not article
        for fact in facts:
            group = _joined(groups, _keys(kind, fact))
            group.files.update(article.files)
            if not again:
                group.add(article, fact)
    distinct = list({id(group): group for group in groups.values()}.values())
    if kind == "people":
        distinct = _short_names_joined(distinct)
    rows = [group.row(kind) for group in distinct]
    return sorted(rows, key=lambda row: (-row["mentions"], row["name"], row["id"]))


def _short_names_joined(groups: list[_Group]) -> list[_Group]:
    """Puts who has a surname only (in all articles) to the one full name of that surname in the collection."""
    by_surname: dict[str, list[_Group]] = {}
    for group in groups:
        for key in surname_keys(group.name):
            by_surname.setdefault(key, []).append(group)
    joined = []
    for group in groups:
        near = {other.name: other for key in sorted(surname_keys(group.name)) for other in by_surname[key]}
        full = full_name_of(group.name, near)
        if full is None:
            joined.append(group)
        else:
            near[full].absorb(group)
    return joined


def _keys(kind: Kind, fact: Row) -> set[str]:
    """What makes a fact of one article the same person or place as one of another article."""
    return {fact["id"], f"name:{person_key(fact['name'])}"} if kind == "people" else {fact["id"]}


def _joined(groups: dict[str, _Group], keys: set[str]) -> _Group:
    """The group that has any of `keys`, made of all that have one; a new group if there is none."""
    joined = _Group(keys=set(keys))
    for group in {id(groups[key]): groups[key] for key in sorted(keys) if key in groups}.values():
        if group.keys >= keys:
            return group
        joined.absorb(group)
    groups.update(dict.fromkeys(joined.keys, joined))
    return joined


def _variants(names: Counter[str], texts: Counter[str]) -> Counter[str]:
    """The names and the words of the mentions, without the genitives of what is there in the nominative."""
    written = texts | names
    nominatives = {*written, *(name.split()[-1] for name in names)}
    return Counter({text: n for text, n in written.items() if not (text[-1] in "s'’" and text[:-1] in nominatives)})


def _by_count(counter: Counter[str]) -> list[str]:
    return sorted(counter, key=lambda key: (-counter[key], key))
