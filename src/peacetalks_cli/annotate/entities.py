"""spaCy's greedy entity recognizer, read a whole article at once: the same names in a sixth of the time.

The recognizer goes from token to token and scores its actions (begin, in, last or unit of a label, out) by three
tokens: the next one, and, within a name, the name's first and last so far. Outside a name the next token alone decides,
so that the scores of all tokens are worked out together; only within a name one token follows the other.
"""

from collections.abc import Iterator
from functools import reduce
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from peacetalks_cli.annotate.encoder import on_one_thread

_TOKENS = 3  # that the scores go by
Array = NDArray[np.float32]


def replace(nlp: Language) -> None:
    """Puts the faster reader in the place of a recognizer of `nlp` that goes by these tokens, and searches greedily."""
    for name, pipe in list(nlp.pipeline):
        if isinstance(pipe, EntityRecognizer) and _is_read(pipe):
            nlp.disable_pipe(name)
            nlp.add_pipe("peacetalks_entities", after=name, config={"of": name})


def _is_read(pipe: EntityRecognizer) -> bool:
    model = pipe.model
    is_greedy = pipe.cfg["beam_width"] == 1 and not model.attrs["unseen_classes"]
    lower = model.get_ref("lower")
    return is_greedy and model.attrs["has_upper"] and lower.get_dim("nF") == _TOKENS and lower.get_dim("nP") > 1


@Language.factory("peacetalks_entities", default_config={"of": "ner"})
def create(nlp: Language, name: str, of: str) -> "Entities":
    return Entities(cast(EntityRecognizer, nlp.get_pipe(of)))


class Entities:
    """The component: sets `doc.ents` as `pipe` does."""

    def __init__(self, pipe: EntityRecognizer) -> None:
        self._pipe = pipe
        self._vectors, self._lower, upper = (pipe.model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        self._bias = np.asarray(self._lower.get_param("b"))
        self._weights, self._upper_bias = np.asarray(upper.get_param("W")), np.asarray(upper.get_param("b"))
        moves = [pipe.moves.get_class_name(at) for at in range(pipe.moves.n_moves)]
        self._labels = [move[2:] for move in moves]
        self._is_begin, self._is_unit = ([move[0] == kind and move != "U-" for move in moves] for kind in "BU")
        self._is_out = np.array([move == "O" for move in moves])
        self._is_within = np.array([move[0] not in "BUO" or move == "U-" for move in moves])
        # Of each action that begins a name, that which goes on with it and that which ends it.
        self._within = {
            at: [moves.index(f"{kind}-{self._labels[at]}") for kind in "IL"]
            for at, move in enumerate(moves)
            if move[0] == "B"
        }

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc) or doc.has_annotation("ENT_IOB"):  # names that are set already bind the recognizer
            return cast(Doc, self._pipe(doc))
        cached = np.asarray(self._lower.predict(self._vectors.predict([doc])))  # (1 + tokens, _TOKENS, hidden, pieces)
        spaces, starts = (column == 1 for column in doc.to_array(["IS_SPACE", "SENT_START"]).T)
        with on_one_thread():
            found = list(self._names(cached[0], cached[1:], spaces, np.append(starts[1:], True)))
        doc.set_ents([Span(doc, *name) for name in found])
        return doc

    def _names(
        self, nothing: Array, tokens: Array, spaces: NDArray[np.bool_], ends: NDArray[np.bool_]
    ) -> Iterator[tuple[int, int, str]]:
        """Half-open intervals of tokens and their labels. `nothing`: what stands in for a token that there is not;
        `spaces`: tokens of white space, at which no name begins; `ends`: tokens after which none goes on."""
        scores = self._scores(tokens[:, 0] + nothing[1] + nothing[2])
        no_begin, no_unit = (spaces | ends)[:, np.newaxis], spaces[:, np.newaxis]
        scores[self._is_within | (no_begin & self._is_begin) | (no_unit & self._is_unit)] = -np.inf
        moves = scores.argmax(axis=1)
        end = 0
        for start in np.flatnonzero(~self._is_out[moves]).tolist():
            if start < end:
                continue
            move = int(moves[start])
            end = self._end(tokens, start, move, ends) if move in self._within else start + 1
            yield start, end, self._labels[move]

    def _end(self, tokens: Array, start: int, move: int, ends: NDArray[np.bool_]) -> int:
        """Behind the last token of the name that `move` begins at `start`."""
        at = start + 1
        while not ends[at]:
            state = tokens[at, 0] + tokens[start, 1] + tokens[at - 1, 2]
            goes_on, is_last = self._scores(state, self._within[move])
            if is_last > goes_on:
                break
            at += 1
        return at + 1

    def _scores(self, states: Array, moves: list[int] | slice = slice(None)) -> Array:
        """Of each of `moves`, for states (…, hidden, pieces)."""
        pieces = states + self._bias
        hidden = reduce(np.maximum, (pieces[..., at] for at in range(pieces.shape[-1])))
        return cast(Array, hidden @ self._weights[moves].T + self._upper_bias[moves])
