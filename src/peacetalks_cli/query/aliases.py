"""A user's own aliases.toml beside the store: names to merge, to keep apart, to leave out."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from peacetalks_cli.errors import UsageError
from peacetalks_cli.german.transliteration import person_slug, slug
from peacetalks_cli.query.filters import Kind, Row

FILE = "aliases.toml"
_RULES = ("merge", "split", "ignore")
_KINDS = ("people", "places")


@dataclass(frozen=True, slots=True)
class Aliases:
    """What a user has decided of one kind. Names are compared without regard to case and white space; an id
    ("person:wladimir-putin") may stand for a name. Of `merge` the first name is the one shown."""

    merge: tuple[tuple[str, ...], ...] = ()
    split: tuple[tuple[str, ...], ...] = ()
    ignore: tuple[str, ...] = ()
    _merged: dict[str, int] = field(default_factory=dict, repr=False)
    _apart: dict[str, set[int]] = field(default_factory=dict, repr=False)
    _ignored: set[str] = field(default_factory=set, repr=False)

    def __post_init__(self) -> None:
        for i, names in enumerate(self.merge):
            self._merged.update((fold(name), i) for name in names)
        for i, names in enumerate(self.split):
            for name in names:
                self._apart.setdefault(fold(name), set()).add(i)
        self._ignored.update(map(fold, self.ignore))

    @classmethod
    def beside(cls, store: Path | None, kind: Kind) -> Self:
        """The rules for one kind in the aliases.toml of the store's folder; none without a store or a file.

        Raises UsageError if the file cannot be read, is no TOML, or has something in it that is no rule.
        """
        path = store.parent / FILE if store else None
        if path is None or not path.exists():
            return cls()
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise UsageError(f"{path}: cannot be read: {reason}") from error
        except tomllib.TOMLDecodeError as error:
            raise UsageError(f"{path}: no TOML: {error}") from error
        return cls(**_rules(path, data, kind))

    def merged(self, fact: Row) -> int | None:
        """The index of the merge rule that names a fact by its name or its id."""
        return next((self._merged[key] for key in _names_of(fact) if key in self._merged), None)

    def is_apart(self, fact: Row) -> bool:
        return any(key in self._apart for key in _names_of(fact))

    def are_apart(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a split names both, or one of them alone."""
        rules, others = ({i for name in names for i in self._apart.get(fold(name), ())} for names in (one, other))
        alone = {i for i, names in enumerate(self.split) if len(names) == 1}
        return bool(rules & others or (rules | others) & alone)

    def applied(self, facts: Sequence[Row]) -> list[Row]:
        """The facts of an article without what is ignored; mentions that a split names become facts of their own."""
        if not (self.split or self.ignore):
            return list(facts)
        shown = []
        for fact in facts:
            if any(key in self._ignored for key in _names_of(fact)):
                continue
            mentions = [mention for mention in fact["mentions"] if fold(mention["text"]) not in self._ignored]
            own: dict[str, list[Row]] = {}
            for mention in mentions:
                own.setdefault(self._split_off(mention["text"], fact), []).append(mention)
            for name, kept in own.items():
                is_whole = name == fact["name"]
                shown.append({**fact, "mentions": kept} if is_whole else _part(fact, name, kept))
        return shown

    def _split_off(self, text: str, fact: Row) -> str:
        """The name of a split that a mention is written as, genitives included; else the fact's own."""
        for rule in self.split:
            for name in rule:
                forms = {fold(name), fold(name + "s"), fold(name + "’"), fold(name + "'")}
                if fold(text) in forms and fold(name) != fold(fact["name"]):
                    return name
        return str(fact["name"])


def fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def _names_of(fact: Row) -> tuple[str, str]:
    return fold(fact["name"]), fold(fact["id"])


def _part(fact: Row, name: str, mentions: list[Row]) -> Row:
    """What is split off has no role: nobody knows whose it was."""
    of, is_person = fact["id"].split(":")[0], "roles" in fact
    part = {**fact, "id": f"{of}:{person_slug(name) if is_person else slug(name)}", "name": name, "mentions": mentions}
    return part | {"roles": []} if is_person else part


def _rules(path: Path, data: dict[str, Any], kind: Kind) -> dict[str, Any]:
    """The rules of one kind, all being checked. Raises UsageError for the first that is wrong."""
    for name in data:
        if name not in _RULES:
            raise UsageError(f"{path}: [[{name}]] is no rule; there are [[merge]], [[split]], [[ignore]]")
    found: dict[str, list[tuple[str, ...]]] = {rule: [] for rule in _RULES}
    for rule in _RULES:
        if not isinstance(data.get(rule, []), list):
            raise UsageError(f"{path}: write [[{rule}]] with two brackets, one for each rule")
        for i, row in enumerate(data.get(rule, []), 1):
            of_kind, names = _rule(f"{path}: [[{rule}]] number {i}", rule, row)
            if of_kind == kind:
                found[rule].append(names)
    _check_once(path, found["merge"])
    ignored = tuple(name for names in found["ignore"] for name in names)
    return {"merge": tuple(found["merge"]), "split": tuple(found["split"]), "ignore": ignored}


def _rule(where: str, rule: str, row: Any) -> tuple[str, tuple[str, ...]]:
    if not isinstance(row, dict):
        raise UsageError(f'{where}: write [[{rule}]] and below it names = ["…"]')
    if unknown := sorted(row.keys() - {"names", "kind"}):
        raise UsageError(f"{where}: {unknown[0]} is not known; there are names and kind")
    names, kind = row.get("names"), row.get("kind", "people")
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names) or not names:
        raise UsageError(f'{where}: names must be a list of names, such as ["Witkoff", "Steve Witkoff"]')
    if rule == "merge" and len(names) < 2:
        raise UsageError(f"{where}: names has only {names[0]}; a merge needs two")
    if kind not in _KINDS:
        raise UsageError(f"{where}: kind {kind}: it is people or places")
    return kind, tuple(" ".join(name.split()) for name in names)


def _check_once(path: Path, rules: Sequence[tuple[str, ...]]) -> None:
    seen: dict[str, int] = {}
    for i, names in enumerate(rules):
        for name in names:
            if seen.setdefault(fold(name), i) != i:
                raise UsageError(f"{path}: {name} stands in two [[merge]] rules; put their names into one")
