"""Whose a first name is."""

import tomllib
from importlib.resources import files

import pytest

from peacetalks_cli.german.first_names import is_of_man, is_of_woman


@pytest.mark.parametrize("name", ["Mykola", "Uwe", "Klaus-Peter", "Béla", "HAMZA", "Gerd"])
def test_men(name: str) -> None:
    assert is_of_man(name) and not is_of_woman(name)


@pytest.mark.parametrize("name", ["Ingrid", "Anne-Marie", "Ágnes", "Doris"])
def test_women(name: str) -> None:
    assert is_of_woman(name) and not is_of_man(name)


@pytest.mark.parametrize("name", ["", "Andrea", "Merkel", "Peterle"])
def test_not_listed(name: str) -> None:
    assert not is_of_man(name) and not is_of_woman(name)


def test_each_name_stands_in_one_list_once() -> None:
    table = tomllib.loads(files("peacetalks_cli").joinpath("data", "first_names.toml").read_text(encoding="utf-8"))
    names = [name.lower() for name in (*table["men"], *table["women"])]
    assert len(names) == len(set(names))
