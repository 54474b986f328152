"""The benchmark that renames people: the text around them stays, and a person keeps one new name."""

from pathlib import Path
from random import Random

import pytest

from benchmarks import gold, swap
from peacetalks_cli.annotate.lexicon import lexicon

ARTICLES = gold.load(Path(__file__).parents[1] / "gold" / "dev")[:6]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_only_people_are_renamed(article: gold.GoldArticle) -> None:
    text, spans = swap.swapped(article, Random("a"))
    assert (text, spans) == swap.swapped(article, Random("a"))
    assert len(spans) == len(article.entities)
    old = [fact["text"] for fact in sorted(article.entities, key=lambda fact: fact["span"])]
    new = [text[start:end] for start, end, _ in sorted(spans)]
    labels = [label for _, _, label in sorted(spans)]
    assert [a for a, label in zip(old, labels, strict=True) if label != "PER"] == [
        b for b, label in zip(new, labels, strict=True) if label != "PER"
    ]
    assert all(a != b for a, b, label in zip(old, new, labels, strict=True) if label == "PER")


def test_forms_of_one_person() -> None:
    text = "Olha Moros kam. Moros ging. Moros' Büro, MOROS und O. Moros. Der Moros-Plan."
    mentions = [("Olha Moros", 1), ("Moros", 2), ("Moros'", 1), ("MOROS", 1), ("O. Moros", 1)]
    entities = [
        {"text": part, "nth": n, "label": "PER", "canonical": "Olha Moros", "span": gold._nth(text, part, n)}
        for part, n in mentions
    ]
    article = gold.GoldArticle("x", Path(), text, None, entities, [], [], [])
    new, spans = swap.swapped(article, Random("b"))
    full, short, genitive, capitals, initial = (new[start:end] for start, end, _ in sorted(spans))
    first, surname = full.split()
    assert short == surname
    assert not lexicon().knows(surname)
    assert genitive.rstrip("s'") == surname.rstrip("s'")
    assert capitals == surname.upper()
    assert initial == f"{first[0]}. {surname}"
    assert new.endswith(f"Der {surname}-Plan.")
