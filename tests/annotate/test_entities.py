"""The recognizer read a whole article at once: the names that spaCy's own reading gives."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from peacetalks_cli.annotate import entities
from peacetalks_cli.annotate.pipeline import BUNDLED

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLES = sorted(ROOT.glob("seeds/*.txt")) + sorted(ROOT.glob("tests/gold/dev/d*5.txt"))
WORDS = ["Kiew", "Olena", "Bondar", "die", "EU", "von", "der", "Leyen", " ", "\n\n", "sagte", "New", "York", ".", "SRF"]
NLP = spacy.load(BUNDLED)
Name = tuple[int, int, str]


def names(doc: Doc) -> list[Name]:
    return [(span.start, span.end, span.label_) for span in doc.ents]


def theirs(doc: Doc) -> list[Name]:
    for name in NLP.pipe_names:
        doc = NLP.get_pipe(name)(doc)
    return names(doc)


def ours(doc: Doc) -> list[Name]:
    doc = entities.Entities(NLP.get_pipe("ner"))(NLP.get_pipe("tok2vec")(doc))  # type: ignore[arg-type]
    assert doc.has_annotation("ENT_IOB")
    return names(doc)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = ours(NLP.make_doc(text))
    assert found == theirs(NLP.make_doc(text))
    assert len(found) > 10


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([None, True, False])), max_size=40))
def test_any_words_in_any_sentences(words: list[tuple[str, bool | None]]) -> None:
    """`words`, each with whether a sentence begins there: no name begins in white space or goes over a border."""
    texts, starts = [word for word, _ in words], [is_start for _, is_start in words]
    one, other = (Doc(NLP.vocab, texts, sent_starts=starts) for _ in "ab")
    assert ours(one) == theirs(other)


def test_names_that_are_set_stay() -> None:
    one, other = (NLP.make_doc("Olena Bondar kam aus Hinterlingen nach Kiew.") for _ in "ab")
    for doc in (one, other):
        doc.set_ents([Span(doc, 4, 5, "ORG")], default="unmodified")
    found = ours(one)
    assert (4, 5, "ORG") in found
    assert found == theirs(other)


def test_it_takes_the_place_of_a_recognizer_that_it_reads() -> None:
    nlp = spacy.load(BUNDLED)
    entities.replace(nlp)
    assert nlp.pipe_names == ["tok2vec", "peacetalks_entities"]


@pytest.mark.parametrize(("factory", "config"), [("beam_ner", {}), ("ner", {"model": {"use_upper": False}})])
def test_one_that_it_does_not_read_stays(factory: str, config: dict[str, object]) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe(factory, config=config).add_label("PER")  # type: ignore[attr-defined]
    nlp.initialize()
    entities.replace(nlp)
    assert nlp.pipe_names == [factory]
