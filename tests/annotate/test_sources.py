"""Who states a figure: tests/cases/sources.txt, whose figures carry the source expected of them."""

import re
import unicodedata
from pathlib import Path

import pytest

from peacetalks_cli.annotate.figure import Passage
from peacetalks_cli.annotate.numbers import analyse
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.german.figures import topics
from peacetalks_cli.german.speech.source_phrase import NameAt

CASES = Path(__file__).parent.parent / "cases" / "sources.txt"
_MARK = re.compile(r"\[(?P<name>[^|\]]+)\|(?P<label>PER|LOC|ORG)\]|\{(?P<figure>[^=}]+)=(?P<source>[^}]*)\}")


def cases() -> list[str]:
    lines = CASES.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read(case: str) -> tuple[str, list[NameAt], dict[int, str | None]]:
    """The text, its names, and the source expected of the figure at an offset."""
    text, at = "", 0
    names: list[NameAt] = []
    expected: dict[int, str | None] = {}
    case = case.replace("¶", "\n")
    for mark in _MARK.finditer(case):
        text += case[at : mark.start()]
        if mark["name"]:
            names.append(NameAt(len(text), len(text) + len(mark["name"]), mark["label"]))  # type: ignore[arg-type]
        else:
            expected[len(text)] = mark["source"] or None
        text += mark["name"] or mark["figure"]
        at = mark.end()
    return text + case[at:], names, expected


def stated(text: str, names: list[NameAt]) -> dict[int, str | None]:
    """The source found for the figure at an offset."""
    passage = Passage.over(text, names, (), ())
    found = analyse(passage, Sources(passage), topics.load())
    return {figure.start: figure.source.text if figure.source else None for figure in found}


@pytest.mark.parametrize("case", cases())
def test_sources(case: str) -> None:
    text, names, expected = read(case)
    found = stated(text, names)
    assert {start: found.get(start, "no figure") for start in expected} == expected


def test_every_kind_of_answer_is_among_the_cases() -> None:
    answers = [source for case in cases() for source in read(case)[2].values()]
    assert answers.count(None) > 20
    assert len({source for source in answers if source}) > 50


def test_decomposed_text_has_whole_sources() -> None:
    text = unicodedata.normalize("NFD", "Laut Küstenwache sind 40 Menschen vermisst.")
    assert stated(text, []) == {text.index("40"): unicodedata.normalize("NFD", "Küstenwache")}
