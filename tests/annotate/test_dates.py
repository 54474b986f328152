"""The component peacetalks_dates on hand-built Docs and in a blank pipeline."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from peacetalks_cli.annotate import dates, doc
from peacetalks_cli.facts import Article

TEXT = (
    "Stand: 07.02.2026 15:56 Uhr\nIn der Nacht zum Freitag schlief er vierstündig; "
    "das 14-Tage-Ultimatum endet bis Juni."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("de")
    blank.add_pipe("peacetalks_dates")
    return blank


def _article(text: str, published: str | None, masked: tuple[tuple[int, int], ...] = ()) -> Article:
    return Article(text, "a.txt", published=published, masked=masked)


def test_dates_of_an_article(nlp: Language) -> None:
    article = _article(TEXT, "2026-02-07", ((0, TEXT.index("\n")),))
    found = nlp(doc.prepare(nlp.make_doc(TEXT), article))
    assert [(d.text, d.type, d.value) for d in doc.dates(found)] == [
        ("Nacht zum Freitag", "TIME", "2026-02-06TNI"),
        ("vierstündig", "DURATION", "PT4H"),
        ("14-Tage", "DURATION", "P14D"),
        ("Juni", "DATE", "2026-06"),
    ]
    assert [span.label_ for span in found.spans["dates"]] == ["TIME", "DURATION", "DURATION", "DATE"]
    for span, mention in zip(found.spans["dates"], doc.dates(found), strict=True):
        assert span.start_char <= mention.start < mention.end <= span.end_char


def test_without_a_date_the_values_stay_open(nlp: Language) -> None:
    found = nlp("Am Freitag kam er.")
    assert [(d.value, d.earliest) for d in doc.dates(found)] == [("XXXX-WXX-5", None)]


@pytest.mark.parametrize("text", ["", " \n\n ", "Kein Wort davon."])
def test_nothing_to_find(nlp: Language, text: str) -> None:
    found = nlp(text)
    assert doc.dates(found) == ()
    assert list(found.spans["dates"]) == []


def test_a_month_or_weekday_inside_a_name_is_none(nlp: Language) -> None:
    read = nlp.make_doc("Das sagte Cäcilia Freitag der Neuen Freien Woche am Freitag im Mai.")
    read.ents = [Span(read, 2, 4, label="PER")]
    found = dates.annotate(doc.prepare(read, _article(read.text, "2026-02-07")))
    assert [d.start for d in doc.dates(found)] == [read.text.rindex("Freitag"), read.text.index("Mai")]


def test_a_surname_alone_is_no_day(nlp: Language) -> None:
    read = nlp.make_doc("Landrätin Ulrike Sonntag kam am Sonntag. Bis Mai will Sonntag die Halle leeren.")
    read.ents = [Span(read, 1, 3, label="PER")]
    found = dates.annotate(doc.prepare(read, _article(read.text, "2026-02-07")))
    assert [(d.text, d.line) for d in doc.dates(found)] == [("Sonntag", 1), ("Mai", 1)]


def test_a_name_that_is_nothing_but_the_weekday_does_not_count(nlp: Language) -> None:
    read = nlp.make_doc("Am Freitag kam er.")
    read.ents = [Span(read, 1, 2, label="PER")]
    found = dates.annotate(doc.prepare(read, _article(read.text, "2026-02-07")))
    assert [d.text for d in doc.dates(found)] == ["Freitag"]
