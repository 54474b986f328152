"""An article at the terminal with notes in its margin."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from peacetalks_cli.render import Screen
from peacetalks_cli.render.margin import annotated

TEXT = "In Kiew waren nach Angaben von Vitali Klitschko noch etwa 3.000 Hochhäuser ohne Heizung.\n\nDas sagte er."


def mark(text: str, words: str, kind: str, note: str = "") -> dict[str, Any]:
    start = text.index(words)
    return {"kind": kind, "start": start, "end": start + len(words), "note": note}


MARKS = [
    mark(TEXT, "Kiew", "place", "Kiew, city UA"),
    mark(TEXT, "Vitali Klitschko", "person", "Vitali Klitschko, Bürgermeister"),
    mark(TEXT, "3.000", "number", "≈ 3000 Hochhäuser · outage · Kiew"),
]


def shown(text: str = TEXT, marks: Any = MARKS, width: int = 100, *, styled: bool = False) -> list[str]:
    return "".join(annotated(["Title"], text, marks, Screen(width, styled))).splitlines()


def test_marks_stand_in_brackets_and_notes_beside_their_line() -> None:
    lines = shown()
    assert lines[0] == "Title"
    assert lines[2].startswith("In [Kiew] waren nach Angaben von [Vitali Klitschko] noch etwa [3.000]")
    assert lines[2].endswith("Kiew, city UA")
    assert lines[3].endswith("Vitali Klitschko,")


def test_with_styles_there_are_no_brackets() -> None:
    text = "\n".join(shown(styled=True))
    assert "[Kiew]" not in text
    assert "\x1b[1;32mKiew\x1b[0m" in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in shown(width=width)) <= width


def test_a_narrow_terminal_has_the_notes_below_the_paragraph() -> None:
    lines = shown(width=40)
    notes = [line for line in lines if line.startswith("  ")]
    assert notes[0] == "  Kiew, city UA"
    assert lines.index(notes[0]) < lines.index("Das sagte er.")


def test_marks_within_marks_have_one_pair_of_brackets() -> None:
    text = "Der Nacht auf den zweiten Tag"
    marks = [mark(text, "Nacht auf den zweiten Tag", "date", "x"), mark(text, "zweiten", "number", "2")]
    assert "Der [Nacht auf den zweiten Tag]" in shown(text, marks)[2]


def test_what_steers_a_terminal_is_shown_as_a_sign() -> None:
    text = "Ein \x1b[31mroter \u202eText \x00 [bold]hier[/bold]"
    joined = "\n".join(shown(text, []))
    assert "\x1b" not in joined
    assert "\u202e" not in joined
    assert "[bold]hier[/bold]" in joined


@given(st.text(alphabet=st.sampled_from("ab Ж漢\n\t-[]"), max_size=300), st.integers(40, 120))
def test_every_word_is_there_in_order_and_fits(text: str, width: int) -> None:
    lines = shown(text, [], width)
    assert max(cell_len(line) for line in lines) <= max(width, 5)
    assert re.sub(r"\s", "", "".join(lines[1:])) == re.sub(r"\s", "", text)
