"""The bundled pipeline: it loads in any process, finds names, and is what the records say it is."""

import subprocess
import sys

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Floats2d

from peacetalks_cli.annotate import (
    embed,
    names,  # noqa: F401  (registers the component)
)
from peacetalks_cli.annotate.embed import lexicon_embed
from peacetalks_cli.annotate.lexicon import (
    AS_WRITTEN,
    COLUMNS,
    FIRST_NAME,
    GENITIVE,
    HEAD,
    NOUN,
    PART,
    PLACE,
    SURNAME,
    TITLE_CASE,
    UNKNOWN,
    lexicon,
)
from peacetalks_cli.annotate.pipeline import BUNDLED

MOST_MEGABYTES = 20


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(BUNDLED)


def test_meta(nlp: Language) -> None:
    meta = nlp.meta
    assert (meta["lang"], meta["name"], meta["version"]) == ("de", "peacetalks_news", "1.2.0")
    assert set(nlp.get_pipe("ner").labels) == {"PER", "LOC", "ORG"}  # type: ignore[attr-defined]
    assert nlp.config["paths"]["train"] is None


def test_size() -> None:
    size = sum(file.stat().st_size for file in BUNDLED.rglob("*") if file.is_file())
    assert size < MOST_MEGABYTES * 1_000_000


def test_loads_in_a_process_that_imported_nothing_of_ours() -> None:
    code = f"import spacy; print([e.text for e in spacy.load({str(BUNDLED)!r})('Putin ist in Moskau.').ents])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['Putin', 'Moskau']"


SENTENCES = [
    (
        "Bundeskanzler Friedrich Merz (CDU) empfing am Montag in Berlin den finnischen Präsidenten Alexander Stubb.",
        [("Friedrich Merz", "PER"), ("CDU", "ORG"), ("Berlin", "LOC"), ("Alexander Stubb", "PER")],
    ),
    (
        "Die Unterhändler aus Kiew und Moskau trafen sich in Istanbul, wie die Agentur Reuters meldete.",
        [("Kiew", "LOC"), ("Moskau", "LOC"), ("Istanbul", "LOC"), ("Reuters", "ORG")],
    ),
    (
        "Außenminister Sergej Lawrow warf der Nato vor, den Krieg in der Ukraine zu verlängern.",
        [("Sergej Lawrow", "PER"), ("Nato", "ORG"), ("Ukraine", "LOC")],
    ),
    ("In der Nacht fielen 21 Raketen und 375 Drohnen, berichtete die Luftwaffe.", []),
    ("Heute wird es wieder kälter, am Wochenende fällt Schnee.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_names_with_the_component_on_top(text: str, expected: list[tuple[str, str]]) -> None:
    whole = spacy.load(BUNDLED)
    whole.add_pipe("peacetalks_names")
    assert [(ent.text, ent.label_) for ent in whole(text).ents] == expected


def test_the_tokenizer_parts_what_newspapers_glue(nlp: Language) -> None:
    words = [token.text for token in nlp.make_doc("APA/Reuters: Kiew–Moskau. Das schrieb er auf X. Dr. Wolf am 3. Mai")]
    expected = "APA / Reuters : Kiew – Moskau . Das schrieb er auf X . Dr. Wolf am 3. Mai"
    assert words == expected.split(" ")


WORDS = [
    # word, how it was found, lists that its form stands in
    ("Kiew", AS_WRITTEN, PLACE),
    ("KIEW", TITLE_CASE, PLACE),
    ("Charkiws", GENITIVE, PLACE),
    ("Vladimir", AS_WRITTEN, FIRST_NAME),
    ("Bondarenko", AS_WRITTEN, SURNAME),
    ("Gespräch", AS_WRITTEN, NOUN),
    ("Waffenruheverhandlung", HEAD, NOUN),
    ("Selenskyj-Besuch", PART, NOUN),
    ("Xqzvwjk", UNKNOWN, 0),
    ("375", AS_WRITTEN, 0),
]


@pytest.mark.parametrize(("word", "how", "bit"), WORDS)
def test_lexicon_features(nlp: Language, word: str, how: int, bit: int) -> None:
    row = lexicon().features(nlp.make_doc(word))[0]
    code = int(row[COLUMNS.index("classes")])
    if word != "375":  # numbers may or may not be in the table
        assert code % 8 == how
    assert not bit or code // 8 & bit


def test_lexicon_features_have_a_row_a_token(nlp: Language) -> None:
    doc = nlp.make_doc("Kiew und Kiew, sagte Xqzvwjk.")
    rows = lexicon().features(doc)
    assert rows.shape == (len(doc), len(COLUMNS))
    assert np.array_equal(rows[0], rows[2])
    assert not np.array_equal(rows[0], rows[1])


def test_lexicon_of_nothing(nlp: Language) -> None:
    assert lexicon().features(nlp.make_doc("")).shape == (0, len(COLUMNS))


def test_embed_wants_a_size_for_every_attribute() -> None:
    with pytest.raises(ValueError, match="table sizes"):
        lexicon_embed(width=8, attrs=["NORM", "SHAPE"], rows=[10], lexicon_rows=[10, 10, 10, 10, 10])


@pytest.mark.parametrize("most", [12, 1000])
def test_remembered_vectors_are_those_of_the_layer_to_the_last_bit(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(embed, "_MOST", most)
    layer = nlp.get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]
    holder: Model[list[Doc], list[Floats2d]] = Model(
        "holder", lambda model, docs, is_train: model.layers[0](docs, is_train), layers=[layer]
    )
    embed.remember(holder)
    assert holder.layers[0] is not layer
    texts = ["Kiew und Kiew, sagte Xqzvwjk.", "", "Am Dienstag z. B. und z.B. in Kiew.", "Wer's glaubt, Peter's Büro."]
    texts += ["Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn.", texts[0]]
    for text in texts:  # with room for 12 words it is emptied in between, and one text is too long for it
        doc = nlp.make_doc(text)
        assert np.array_equal(holder.predict([doc])[0], layer.predict([doc])[0])  # type: ignore[arg-type]
