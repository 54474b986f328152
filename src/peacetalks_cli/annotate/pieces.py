"""Long articles in pieces for the network, whose memory grows with what it sees at once."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

LONGEST = 3000  # tokens: no newspaper article has more, and the network is fastest near it
_ENDS = (".", "!", "?")


def named(nlp: Language, doc: Doc, components: list[str]) -> Doc:
    """`doc` with the names that the first `components` of `nlp` find in it, piece by piece.

    A piece ends with a paragraph; where one is longer than `LONGEST` tokens, with a sentence, else anywhere.
    """
    found: list[Span] = []
    for start, end in pieces(doc):
        piece = Doc(doc.vocab, [token.text for token in doc[start:end]], [bool(t.whitespace_) for t in doc[start:end]])
        for name in components:
            piece = nlp.get_pipe(name)(piece)
        found += (Span(doc, start + ent.start, start + ent.end, ent.label_) for ent in piece.ents)
    doc.set_ents(found)
    return doc


def pieces(doc: Doc) -> Iterator[tuple[int, int]]:
    """Half-open intervals of tokens, none longer than `LONGEST`, that make up `doc`."""
    start = 0
    while len(doc) - start > LONGEST:
        end = _border(doc, start)
        yield start, end
        start = end
    yield start, len(doc)


def _border(doc: Doc, start: int) -> int:
    """Where a piece from `start` ends: as late as it may, but not in the first half of what it may."""
    sentence = 0
    for end in range(start + LONGEST, start + LONGEST // 2, -1):
        text = doc[end - 1].text
        if "\n" in text or "\r" in text:
            return end
        if not sentence and text in _ENDS:
            sentence = end
    return sentence or start + LONGEST
