"""Whose a first name is where its end does not tell: Mykola is a man's, Ingrid a woman's (data/first_names.toml)."""

import tomllib
from functools import cache
from importlib.resources import files


def is_of_man(first_name: str) -> bool:
    """Whether a first name, or the first of a joined one ('Klaus-Peter'), is one that men bear."""
    return _plain(first_name) in _table()["men"]


def is_of_woman(first_name: str) -> bool:
    """The same of women; names on -a are not listed."""
    return _plain(first_name) in _table()["women"]


def _plain(first_name: str) -> str:
    return first_name.partition("-")[0].lower()


@cache
def _table() -> dict[str, frozenset[str]]:
    table = files("peacetalks_cli").joinpath("data", "first_names.toml").read_text(encoding="utf-8")
    return {whose: frozenset(name.lower() for name in names) for whose, names in tomllib.loads(table).items()}
