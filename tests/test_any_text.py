"""The whole extraction over texts that hypothesis makes up (guided by coverage: `make soak`): no exception, records
that the schema allows, and every fact at its place."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from peacetalks_cli import annotate
from peacetalks_cli.extract import extract
from peacetalks_cli.facts import Article, Record
from peacetalks_cli.schema import schema

WORDS = (
    *("Präsident Selenskyj", "in Kiew", "am 3. März", "„", "“", "laut Reuters", "375 Drohnen", "seien", "sagte er,"),
    *("12,5", "Mio.", "eine halbe Million", "bis", "Ende Januar", "der 68-Jährige", "NATO", "gestern", "Freitagabend"),
    *("\n\n", "\r\n", "\t", "\u00ad", "\u200b", "(dpa)", "–", "-", "½", "²", "٣", "１２", "😀", "a\u0308", "\u2028"),
    *("ß", "İ", "0", "9" * 20),
)
made_up = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=30).map(" ".join)
texts = (made_up | st.text(max_size=80)).filter(str.strip)


def spans(record: Record) -> Iterator[tuple[str, int, int]]:
    for fact in (*record.dates, *record.numbers):
        yield fact.text, fact.start, fact.end
    for named in (*record.people, *record.places, *record.organizations):
        for mention in named.mentions:
            yield mention.text, mention.start, mention.end


@pytest.fixture(scope="module")
def annotator() -> annotate.Annotator:
    return annotate.load(None)


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.none() | st.dates().map(str))
def test_any_text(annotator: annotate.Annotator, text: str, published: str | None) -> None:
    record = extract(Article(text, "x", published=published), annotator)
    Draft202012Validator(schema()).validate(record.as_json())
    assert all(text[start:end] == words for words, start, end in spans(record))
