"""The rows of the lists about names: each example shows what its row is for."""

import tomllib
from importlib.resources import files
from itertools import cycle
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from peacetalks_cli.annotate import name_lists, name_organizations, names  # noqa: F401  (registers the component)


def rows(name: str) -> dict[str, Any]:
    return tomllib.loads(files("peacetalks_cli").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


ORGANIZATIONS = rows("organizations")["organization"]
NOT_NAMES = rows("not_names")


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("peacetalks_names")
    return pipeline


@pytest.mark.parametrize("row", ORGANIZATIONS, ids=lambda row: row["names"][0])
def test_example_of_organizations(nlp: Language, row: dict[str, Any]) -> None:
    found = {ent.text for ent in nlp(row["example"]).ents if ent.label_ == "ORG"}
    assert any(name in found or f"{name}s" in found for name in row["names"])


@pytest.mark.parametrize("row", ORGANIZATIONS, ids=lambda row: row["names"][0])
def test_names_of_organizations(row: dict[str, Any]) -> None:
    assert len(set(row["names"])) == len(row["names"])
    assert row["kind"] in rows("organizations")["cues"]
    stands_alone = not (row.get("cue", False) or row.get("title", False))
    assert all(name_organizations.is_organization(name) is stands_alone for name in row["names"])


def marked_all_over(nlp: Language, text: str) -> Doc:
    """A Doc in which all capitalised words have some label, neighbours the same one."""
    doc = nlp.make_doc(text)
    labels, spans, start = cycle(("PER", "LOC")), [], None
    for token in doc:
        if not token.text[0].isupper():
            start = None
        elif start is None:
            start = token.i
            spans.append(Span(doc, start, token.i + 1, label=next(labels)))
        else:
            spans[-1] = Span(doc, start, token.i + 1, label=spans[-1].label_)
    doc.set_ents(spans)
    return doc


@pytest.mark.parametrize("row", [row for kind in NOT_NAMES.values() for row in kind], ids=lambda row: row["reason"])
def test_example_of_what_is_no_name(nlp: Language, row: dict[str, Any]) -> None:
    doc = nlp.get_pipe("peacetalks_names")(marked_all_over(nlp, row["example"]))
    assert [ent.text for ent in doc.ents] == []


@pytest.mark.parametrize("row", rows("extents").values(), ids=lambda row: row["example"])
def test_example_of_extents(row: dict[str, Any]) -> None:
    words = [word.casefold() for word in (*row["words"], *row.get("ends", ()))]
    assert any(word.casefold().endswith(tuple(words)) for word in row["example"].split())


def test_inhabitants(nlp: Language) -> None:
    assert all(name_lists.is_inhabitant(word) for word in ("Ukrainer", "Russin", "Israelis", "Esten", "Briten"))
    doc = nlp("Polen, Schweden, Jordanien und die Ukraine sind Länder, die Polinnen und Schweden sind es nicht.")
    assert [ent.text for ent in doc.ents][:4] == ["Polen", "Schweden", "Jordanien", "Ukraine"]
