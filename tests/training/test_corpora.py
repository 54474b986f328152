"""The corpora's readers and our own corpus: marks, layout, what is held out, what is drawn anew."""

import random
from pathlib import Path

import pytest

from training import corpora, prepare, vary
from training.corpora import Text
from training.transliterate import german


def names(text: Text) -> list[tuple[str, str]]:
    return [(text.text[start:end], label) for start, end, label in text.spans]


def test_marked_line() -> None:
    text = corpora.marked("[Kiew|LOC]/[MOSKAU|LOC] ([dpa|ORG]) – So [Umjerow|PER].")
    assert text.text == "Kiew/MOSKAU (dpa) – So Umjerow."
    assert names(text) == [("Kiew", "LOC"), ("MOSKAU", "LOC"), ("dpa", "ORG"), ("Umjerow", "PER")]


JOINED = [
    ([("Er", "O"), ("kam", "O"), (",", "O"), ("sah", "O"), (".", "O")], "Er kam, sah.", []),
    ([('"', "O"), ("Ja", "O"), ('"', "O"), (",", "O"), ("so", "O")], '"Ja", so', []),
    ([("(", "O"), ("dpa", "B-ORG"), (")", "O")], "(dpa)", [("dpa", "ORG")]),
    ([("New", "I-LOC"), ("York", "I-LOC")], "New York", [("New York", "LOC")]),
    ([("Kiew", "B-LOC"), ("Bonn", "B-LOC")], "Kiew Bonn", [("Kiew", "LOC"), ("Bonn", "LOC")]),
    ([("deutsche", "B-LOCderiv"), ("Nato-Chefs", "B-ORGpart")], "deutsche Nato-Chefs", []),
]


@pytest.mark.parametrize(("tokens", "text", "expected"), JOINED)
def test_joined(tokens: list[corpora.Token], text: str, expected: list[tuple[str, str]]) -> None:
    found = corpora.joined(tokens)
    assert (found.text, names(found)) == (text, expected)


def test_germeval_file(tmp_path: Path) -> None:
    path = tmp_path / "ner.tsv"
    path.write_text("#\thttp://example.org\t[2010]\n1\tIn\tO\tO\n2\tBonn\tB-LOC\tO\n\n#\tx\n1\tNein\tO\tO\n", "utf-8")
    assert [(text.text, names(text)) for text in corpora.germeval(path)] == [
        ("In Bonn", [("Bonn", "LOC")]),
        ("Nein", []),
    ]


def test_our_corpus_is_marked_by_the_guidelines() -> None:
    kinds = (
        "Region ",
        "Gebiet ",
        "Oblast ",
        "Provinz ",
        "Präsident ",
        "Herr ",
        "Frau ",
        "Dr. ",
        "der ",
        "die ",
        "das ",
    )
    for article in (article for part in corpora.domain() for article in part):
        for line in article:
            assert "|" not in line.text, line.text
            for name, _ in names(line):
                assert name == name.strip()
                assert not name.startswith(kinds), name


def test_a_tenth_is_held_out_and_never_trained_on() -> None:
    train, held_out = corpora.domain()
    assert 0.08 < len(held_out) / (len(train) + len(held_out)) < 0.12
    lines = {line.text for article in train for line in article}
    assert not any(line.text in lines for article in held_out for line in article if len(line.text) > 40)
    assert len(held_out) == len(corpora.HELD_OUT.read_text(encoding="utf-8").splitlines())
    assert corpora.domain()[1] == held_out


@pytest.mark.parametrize("seed", range(5))
def test_variants_keep_their_spans(seed: int) -> None:
    articles, _ = corpora.domain()
    towns = vary.towns(articles)
    rng = random.Random(seed)
    for article in articles[:20]:
        for before, after in zip(article, vary.varied(article, towns, rng), strict=True):
            assert [label for _, label in names(after)] == [label for _, label in names(before)]
            assert all(name and name == name.strip() for name, _ in names(after))
            assert corpora.marked(after.text).text == after.text  # no marks were made or lost


def test_a_person_keeps_the_new_name_through_the_article() -> None:
    article = [
        corpora.marked("[Steve Witkoff|PER] kam."),
        corpora.marked("[Witkoffs|PER] Auto stand bei [Witkoff|PER]."),
    ]
    for seed in range(20):
        first, second = vary.varied(article, [], random.Random(seed))
        surname = names(first)[0][0].split(" ", 1)[1].casefold()
        assert all(name.casefold().startswith(surname) for name, _ in names(second))


def test_layout_keeps_text_and_spans() -> None:
    article = [
        corpora.marked(line) for line in ("[Kiew|LOC] friert", "Es ist kalt.", "[Klitschko|PER] warnt.", "Nein.")
    ]
    text = prepare.laid_out(article, random.Random(1))
    assert text.text.split() == ["Kiew", "friert", "Es", "ist", "kalt.", "Klitschko", "warnt.", "Nein."]
    assert names(text) == [("Kiew", "LOC"), ("Klitschko", "PER")]


TRANSLITERATED = [
    ("Володимир", "uk", "Wolodymyr"),
    ("Лисенко", "uk", "Lyssenko"),
    ("Хрущ", "ru", "Chruschtsch"),
    ("Михаил", "ru", "Michail"),
    ("Anna-Lena", "de", "Anna-Lena"),
]


@pytest.mark.parametrize(("name", "language", "expected"), TRANSLITERATED)
def test_transliteration(name: str, language: str, expected: str) -> None:
    assert expected in german(name, language)


def test_other_scripts_are_left_out() -> None:
    assert german("محمد", "ar") == []
