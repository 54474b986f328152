"""People and places over many articles: who and what is the same, and what is said of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from peacetalks_cli.link import full_name_of, person_key, surname_keys
from peacetalks_cli.query.filters import Facts, Kind, Origin, Row, file_and_line


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
            "files": sorted(self.files, key=file_and_line),
        }

    def _known(self, name: str, key: str) -> Any:
        facts = [self.facts[name], *self.facts.values()]
        return next((fact[key] for fact in facts if fact[key] is not None), None)


def entities(kind: Kind, found: Iterable[Facts]) -> list[Row]:
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
