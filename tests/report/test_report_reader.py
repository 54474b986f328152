"""Highlights within one another, as pieces that nest."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peacetalks_cli.render.html.reader import Highlight, Piece, paragraphs, visible


def highlight(start: int, end: int, id: str = "a", *, row: bool = True) -> Highlight:
    return Highlight(start, end, "number", id, f"row-{id}" if row else None)


def drawn(pieces: Sequence[Piece]) -> str:
    """<a…> opens a highlight, <…> opens it again, {x:words} are words that link to x."""
    signs = {
        "open": lambda piece: f"<{piece.text}:",
        "close": lambda piece: ">",
        "text": lambda piece: f"{{{piece.highlight.id}:{piece.text}}}" if piece.highlight else piece.text,
    }
    return "".join(signs[piece.step](piece) for piece in pieces)


@pytest.mark.parametrize(
    ("text", "highlights", "expected"),
    [
        ("drei Drohnen", [], ["drei Drohnen"]),
        ("drei Drohnen", [highlight(0, 4)], ["<a:{a:drei}> Drohnen"]),
        ("am 3. Mai", [highlight(0, 9, "out"), highlight(3, 5, "in")], ["<out:{out:am }<in:{in:3.}>{out: Mai}>"]),
        ("laut Kiew", [highlight(0, 9, "s", row=False), highlight(5, 9, "p")], ["<s:laut <p:{p:Kiew}>>"]),
        ("abcdef", [highlight(0, 4, "x"), highlight(2, 6, "y")], ["<x:{x:ab}<y:{y:cd}>><:{y:ef}>"]),
        ("eins\n\nzwei\r\ndrei", [highlight(6, 10)], ["eins", "<a:{a:zwei}>", "drei"]),
        ("eins\nzwei", [highlight(0, 9)], ["<a:{a:eins\nzwei}>"]),
        ("\n\n  \n", [], []),
    ],
)
def test_pieces(text: str, highlights: list[Highlight], expected: list[str]) -> None:
    assert [drawn(pieces) for pieces in paragraphs(text, highlights)] == expected


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Highlight]]:
    text = draw(st.text(alphabet="ab \n\r", min_size=1, max_size=60))
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = draw(st.lists(edges.filter(lambda span: span[0] < span[1]), max_size=8))
    return text, [highlight(*span, f"h{n}", row=n % 3 > 0) for n, span in enumerate(spans)]


@settings(deadline=None)
@given(marked())
def test_the_words_are_those_of_the_text(case: tuple[str, list[Highlight]]) -> None:
    text, highlights = case
    found = list(paragraphs(text, highlights))
    shown = "".join(piece.text for pieces in found for piece in pieces if piece.step == "text")
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)
    for pieces in found:
        words = "".join(piece.text for piece in pieces if piece.step == "text")
        assert words in text
        assert words.strip()


@settings(deadline=None)
@given(marked())
def test_what_opens_closes_and_each_highlight_has_its_id_once_and_its_words(
    case: tuple[str, list[Highlight]],
) -> None:
    text, highlights = case
    words: dict[str, str] = {}
    ids = []
    for pieces in paragraphs(text, highlights):
        open_now: list[Highlight] = []
        for piece in pieces:
            if piece.step == "open":
                assert piece.highlight
                open_now.append(piece.highlight)
                ids += [piece.text] if piece.text else []
            elif piece.step == "close":
                open_now.pop()
            for one in open_now if piece.step == "text" else []:
                words[one.id] = words.get(one.id, "") + piece.text
        assert open_now == []
    visible_ones = [one for one in highlights if text[one.start : one.end].strip()]
    assert sorted(set(ids)) == sorted(ids)
    assert {one.id for one in visible_ones} <= set(ids)
    assert all(words[one.id] == text[one.start : one.end] for one in visible_ones)


def test_what_is_not_seen_becomes_a_sign() -> None:
    assert visible("a\u202eb\x00c\ud800d\u200be\tf\ng") == "a␦b␦c␦d␦e\tf\ng".replace(
        "␦", "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"
    )


def test_a_long_text_with_many_highlights_takes_no_longer_than_it_must() -> None:
    text = "ab " * 20_000
    highlights = [highlight(n * 3, n * 3 + 2, f"h{n}") for n in range(20_000)]
    assert sum(1 for pieces in paragraphs(text, highlights) for _ in pieces) > 60_000
