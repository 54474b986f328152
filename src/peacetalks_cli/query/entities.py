"""People and places over many articles: who and what is the same, and what is said of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from peacetalks_cli.link import full_name_of, is_full_name, person_key, same_person, surname_keys
from peacetalks_cli.query.aliases import Aliases, fold
from peacetalks_cli.query.filters import Facts, Kind, Origin, Row, file_and_line

# Spellings that German does not use for foreign names; of two ids the one with fewer of them is taken.
_FOREIGN = ("sh", "kh", "zh", "v", "y", "ou", "q", "c")
_KNOWN = ("kind", "country", "latitude", "longitude")


@dataclass(slots=True)
class Group:
    """One person or place over all articles."""

    keys: set[str] = field(default_factory=set)
    facts: dict[str, Row] = field(default_factory=dict)
    """By name: the first fact of that name."""
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    known: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    """Of places, by name and what is known of it (`_KNOWN`): in how many articles."""
    texts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By the words of a mention and the name of its fact."""
    articles: dict[str, str | None] = field(default_factory=dict)
    """By id: the publication date."""
    files: set[str] = field(default_factory=set)
    preferred: str | None = None
    """The name that an alias asks for."""
    joined: dict[str, str] = field(default_factory=dict)
    """By name: why it was joined, where the names alone do not say it."""

    def add(self, article: Origin, fact: Row) -> None:
        self.articles[article.id] = article.published
        self.facts.setdefault(fact["name"], fact)
        if "kind" in fact:
            self.known[fact["name"], *(fact[key] for key in _KNOWN)] += fact.get("facts", 1)
        self.names[fact["name"]] += fact.get("weight", len(fact["mentions"]))  # or counted already
        self.roles.update(fact.get("roles", ()))
        self.texts.update((mention["text"], fact["name"]) for mention in fact["mentions"])

    def absorb(self, other: "Group") -> None:
        self.keys |= other.keys
        self.facts = other.facts | self.facts
        self.known += other.known
        self.names += other.names
        self.roles += other.roles
        self.texts += other.texts
        self.articles |= other.articles
        self.files |= other.files
        self.preferred = self.preferred or other.preferred
        self.joined |= other.joined

    @property
    def name(self) -> str:
        """What an alias asks for; else a full name before a surname alone, then what most mentions are joined to."""
        return self.preferred or min(self.names, key=lambda name: (" " not in name, -self.names[name], name))

    def id(self, kind: Kind) -> str:
        """Of the name that an alias asks for, if a fact has it; of people else of the full name that is spelled most
        as in German, whatever is mentioned most: so it stays the same when articles are added."""
        if self.preferred in self.facts or kind != "people":
            return str(self.facts.get(self.name, next(iter(self.facts.values())))["id"])
        return str(min((_rank(name, fact["id"]), fact["id"]) for name, fact in self.facts.items())[1])

    def row(self, kind: Kind) -> Row:
        name = self.name
        days = sorted(day for day in self.articles.values() if day)
        if kind == "people":
            of_kind: Row = {"roles": by_count(self.roles)}
        else:
            of_kind = {key: self._most_say(name, at) for at, key in enumerate(_KNOWN, 1)}
        return {
            "id": self.id(kind),
            "name": name,
            **of_kind,
            "variants": [text for text in by_count(self._variants()) if text != name],
            "articles": len(self.articles),
            "mentions": self.texts.total(),
            "first": days[0] if days else None,
            "last": days[-1] if days else None,
            "files": sorted(self.files, key=file_and_line),
        }

    def _most_say(self, name: str, at: int) -> Any:
        """What most facts say of a place that say it, those of `name` first: the same in whatever order they came."""
        said = [(row[0] == name, n, str(row), row[at]) for row, n in self.known.items() if row[at] is not None]
        return max(said)[3] if said else None

    def _variants(self) -> Counter[str]:
        """The names and the words of the mentions, without the genitives of what is there in the nominative."""
        texts: Counter[str] = Counter()
        for (text, _), count in self.texts.items():
            texts[text] += count
        written = texts | self.names
        nominatives = {*written, *(name.split()[-1] for name in self.names)}
        return Counter({text: n for text, n in written.items() if not (text[-1] in "s'’" and text[:-1] in nominatives)})


def entities(kind: Kind, found: Iterable[Facts], aliases: Aliases) -> list[Row]:
    """The rows of people or places, most mentions first."""
    rows = [group.row(kind) for group in groups(kind, found, aliases)]
    return sorted(rows, key=lambda row: (-row["mentions"], row["name"], row["id"]))


def groups(kind: Kind, found: Iterable[Facts], aliases: Aliases) -> list[Group]:
    """The facts of all articles, those of one person or place together."""
    by_key: dict[str, Group] = {}
    counted: dict[str, Origin] = {}
    for article, facts in found:
        # The same text in a second file is no second article: the file is named, nothing is counted again.
        again = counted.setdefault(article.id, article) is not article
        for fact in aliases.applied(facts):
            group = _joined(by_key, _keys(kind, fact, aliases))
            group.files.update(article.files)
            if (rule := aliases.merged(fact)) is not None:
                group.preferred = aliases.merge[rule][0]
                group.joined.setdefault(fact["name"], "merged in aliases.toml")
            if not again:
                group.add(article, fact)
    distinct = [group for group in {id(group): group for group in by_key.values()}.values() if group.names]
    return _short_names_joined(_full_names_joined(distinct, aliases), aliases) if kind == "people" else distinct


def _full_names_joined(distinct: Sequence[Group], aliases: Aliases) -> list[Group]:
    """Donald Trump and Donald J. Trump, which are no spellings of one another."""
    by_surname: dict[str, list[Group]] = {}
    joined = []
    for group in sorted(distinct, key=lambda group: (len(group.name.split()), group.name)):
        known = same_surname(group, by_surname) if is_full_name(group.name) and not group.preferred else []
        same = [
            other
            for other in known
            if is_full_name(other.name)
            and same_person(group.name, other.name)
            and not (other.preferred or aliases.are_apart(group.names, other.names))
        ]
        if len(same) == 1:
            same[0].absorb(group)
            continue
        joined.append(group)
        for key in surname_keys(group.name):
            by_surname.setdefault(key, []).append(group)
    return joined


def _short_names_joined(distinct: Sequence[Group], aliases: Aliases) -> list[Group]:
    """Puts who has a surname only (in all articles) to the one full name of that surname in the collection."""
    by_surname: dict[str, list[Group]] = {}
    for group in distinct:
        for key in surname_keys(group.name):
            by_surname.setdefault(key, []).append(group)
    joined = []
    for group in distinct:
        near = {other.name: other for other in same_surname(group, by_surname)}
        full = None if group.preferred else full_name_of(group.name, near)
        others = [other.names for name, other in near.items() if is_full_name(name) and same_person(group.name, name)]
        is_apart = any(aliases.are_apart(group.names, names) for names in others)
        if (
            full is None
            or is_apart
            or any(aliases.are_apart(one, two) for one in others for two in others if one != two)
        ):
            joined.append(group)
        else:
            near[full].absorb(group)
    return joined


def same_surname(group: Group, by_surname: dict[str, list[Group]]) -> list[Group]:
    """The other groups of that surname, each once."""
    near = {id(other): other for key in sorted(surname_keys(group.name)) for other in by_surname.get(key, ())}
    return [other for other in near.values() if other is not group]


def _keys(kind: Kind, fact: Row, aliases: Aliases) -> set[str]:
    """What makes a fact of one article the same person or place as one of another article."""
    rule = aliases.merged(fact)
    merged = set() if rule is None else {f"merge:{rule}"}
    if aliases.is_apart(fact):
        return merged or {f"apart:{fold(fact['name'])}"}
    names = {f"name:{person_key(fact['name'])}"} if kind == "people" else set()
    return {fact["id"], *names, *merged}


def _joined(by_key: dict[str, Group], keys: set[str]) -> Group:
    """The group that has any of `keys`, made of all that have one; a new group if there is none."""
    joined = Group(keys=set(keys))
    for group in {id(by_key[key]): by_key[key] for key in sorted(keys) if key in by_key}.values():
        if group.keys >= keys:
            return group
        joined.absorb(group)
    by_key.update(dict.fromkeys(joined.keys, joined))
    return joined


def _rank(name: str, id: str) -> tuple[bool, bool, int, int]:
    slug = id.partition(":")[2]
    has_initial = any(len(part) == 1 for part in slug.split("-"))
    return not is_full_name(name), has_initial, sum(slug.count(letters) for letters in _FOREIGN), len(slug)


def by_count(counter: Counter[str]) -> list[str]:
    return sorted(counter, key=lambda key: (-counter[key], key))
