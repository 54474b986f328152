"""`peacetalks_numbers` on cases that are data: tests/cases/numbers.toml and numbers_none.txt."""

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from peacetalks_cli.annotate import doc as on_doc
from peacetalks_cli.annotate import numbers  # noqa: F401  (registers the factory)
from peacetalks_cli.facts import Date, Number

CASES = Path(__file__).parent.parent / "cases"
_NAME = re.compile(r"\[([^|\]]+)\|(PER|LOC|ORG)\]")


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("peacetalks_numbers")
    return nlp


def marked(nlp: Language, written: str) -> Doc:
    """A Doc of a text in which names are written [name|LABEL]."""
    text, names, at = "", [], 0
    for name in _NAME.finditer(written):
        text += written[at : name.start()]
        names.append((len(text), len(text) + len(name[1]), name[2]))
        text += name[1]
        at = name.end()
    doc = nlp.make_doc(text + written[at:])
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in names]
    doc.set_ents([span for span in spans if span is not None])
    return doc


def figures(nlp: Language, written: str) -> tuple[Number, ...]:
    return on_doc.numbers(nlp(marked(nlp, written)))


def cases() -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / "numbers.toml").read_text("utf-8"))["case"])


def field(number: Number, name: str) -> Any:
    if name == "source":
        return number.source.text if number.source else None
    return getattr(number, name)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"][:50])
def test_cases(nlp: Language, case: dict[str, Any]) -> None:
    found = figures(nlp, case["text"])
    asked = [{**figure} for figure in case["figures"]]
    assert [number.text for number in found] == [figure["text"] for figure in asked]
    got = [{name: field(number, name) for name in figure} for number, figure in zip(found, asked, strict=True)]
    assert got == [{name: None if value == "" else value for name, value in figure.items()} for figure in asked]


def nones() -> list[str]:
    lines = (CASES / "numbers_none.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("text", nones())
def test_no_figure(nlp: Language, text: str) -> None:
    assert [number.text for number in figures(nlp, text)] == []


def test_what_dates_and_headers_have_is_no_figure(nlp: Language) -> None:
    doc = nlp.make_doc("Stand: 07.02.2026 15 Ort\nSeit drei Tagen sind 40 Menschen am 7. Februar vermisst.")
    doc._.masked = ((0, 24),)
    doc._.dates = tuple(
        Date(doc.text[start:end], start, end, 2, kind, value, None, None, None)  # type: ignore[arg-type]
        for start, end, kind, value in ((30, 40, "DURATION", "P3D"), (62, 72, "DATE", "2026-02-07"))
    )
    found = on_doc.numbers(nlp(doc))
    assert [(number.text, number.date, number.topic) for number in found] == [("40", "2026-02-07", "missing")]
    assert [span.text for span in doc.spans["numbers"]] == ["40"]


def test_a_number_inside_a_name_is_the_name(nlp: Language) -> None:
    assert figures(nlp, "Die [47. Mechanisierte Brigade|ORG] und [Moldova 1|ORG] melden nichts.") == ()


WORDS = (
    "12 3.000 zwei Millionen Prozent Menschen Drohnen und , . ; „ “ sagte laut zufolge Kiew getötet minus Grad davon "
    "68-Jährige darunter von der die \n mindestens über unter jeder dritte eine halbe Zahl Toten stieg auf"
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=30))
def test_every_figure_is_where_it_says(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    at = 0
    for number in on_doc.numbers(nlp(nlp.make_doc(text))):
        assert at <= number.start < number.end
        assert text[number.start : number.end] == number.text
        assert number.sentence in text
        assert number.line == text.count("\n", 0, number.start) + 1
        at = number.end


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "A",
        "Aa ",
        "und ",
        "12 Menschen und ",
        "laut ",
        "„ ",
        "„12 “ ",
        "in Kiew ",
        "sagte, ",
        "zufolge ",
        "12 ",
        "12. ",
        "sagte er, 12 Tote ",
        "Er sagte, es seien 12 Tote. ",
        "In der Stadt gab es 12 Tote. ",
    ],
)
def test_time_grows_with_the_length_only(nlp: Language, unit: str) -> None:
    def seconds(length: int) -> float:
        doc = nlp.make_doc(unit * (length // len(unit)))
        start = time.process_time()
        nlp(doc)
        return time.process_time() - start

    seconds(1_000)
    short = max(min(seconds(2_000) for _ in range(2)), 0.005)
    assert seconds(16_000) < 40 * short


def test_a_noun_counted_in_the_sentence_comes_before_an_earlier_one(nlp: Language) -> None:
    text = "Gezählt wurden 21 Raketen. Der Minister bezifferte die Zahl der Menschen ohne Strom auf 8000."
    assert [number.counted for number in nlp(text)._.numbers] == ["Raketen", "Menschen"]
