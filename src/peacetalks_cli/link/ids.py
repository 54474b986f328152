"""Ids that are unique within an article."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from peacetalks_cli.facts import Organization, Person, Place

T = TypeVar("T", Person, Place, Organization)


def with_unique_ids(things: Iterable[T]) -> tuple[T, ...]:
    """`things` in their order; those whose names make one id (two people by surname only) get -2, -3 behind it."""
    used: Counter[str] = Counter()
    unique = []
    for thing in things:
        used[thing.id] += 1
        unique.append(replace(thing, id=f"{thing.id}-{used[thing.id]}") if used[thing.id] > 1 else thing)
    return tuple(unique)
