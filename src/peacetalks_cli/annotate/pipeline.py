"""The pipeline: a base model that finds names, and our components on top of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy import attrs
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc

from peacetalks_cli.annotate import dates, doc, embed, encoder, entities, names, numbers, pieces  # noqa: F401  (registers factories)
from peacetalks_cli.errors import ModelError
from peacetalks_cli.facts import Article, Date, Name, Number, Pipeline

BUNDLED = Path(__file__).parent.parent / "pipelines" / "de_peacetalks_news"
LABELS = ("PER", "LOC", "ORG")
_FULL = 50_000  # strings, those of some 400 articles: 15 MB; a new pipeline takes less than a hundredth of their time
COMPONENTS = ("peacetalks_names", "peacetalks_dates", "peacetalks_numbers")
# What spaCy finds out about each new word, a third of the time that a new word takes, and nothing here asks for.
_UNREAD = (
    *(attrs.IS_STOP, attrs.LIKE_EMAIL, attrs.LIKE_NUM, attrs.IS_PUNCT, attrs.IS_ASCII, attrs.IS_BRACKET),
    *(attrs.IS_QUOTE, attrs.IS_LEFT_PUNCT, attrs.IS_RIGHT_PUNCT, attrs.IS_CURRENCY),
)


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was found in one article, each in order of `start`."""

    names: tuple[Name, ...]
    dates: tuple[Date, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Annotator:
    nlp: Language
    pipeline: Pipeline

    @property
    def full(self) -> bool:
        """Whether it has seen so many words, none of which spaCy forgets, that a new one is the cheaper one to keep."""
        return len(self.nlp.vocab.strings) > _FULL

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """One Annotation an article, in their order."""
        for article in articles:
            found = doc.prepare(self.nlp.make_doc(article.text), article)
            if len(found) > pieces.LONGEST:
                found = pieces.named(self.nlp, found, [name for name in self.nlp.pipe_names if name not in COMPONENTS])
                (found,) = self.nlp.pipe([found], disable=[n for n in self.nlp.pipe_names if n not in COMPONENTS])
            else:
                (found,) = self.nlp.pipe([found])
            yield Annotation(_names(found), doc.dates(found), doc.numbers(found))


def load(model: str | None = None) -> Annotator:
    """The bundled pipeline, or the installed one called `model` (a package name or a path), with our components.

    Raises ModelError if there is none, or if it finds no PER, LOC and ORG.
    """
    nlp = _base(model)
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Tok2Vec):
            embed.remember(pipe.model)
            encoder.replace(pipe.model)
    entities.replace(nlp)
    for component in COMPONENTS:
        nlp.add_pipe(component)
    meta = nlp.meta
    return Annotator(nlp, Pipeline(f"{meta['lang']}_{meta['name']}", meta["version"]))


def _base(model: str | None) -> Language:
    try:
        # A tagger or a parser costs time and nothing here reads what it finds.
        nlp = spacy.load(model or BUNDLED, exclude=["parser", "tagger", "morphologizer", "lemmatizer"])
    except (OSError, ValueError) as error:
        raise ModelError(_missing(model)) from error
    found = {label for name, pipe in nlp.pipeline if hasattr(pipe, "labels") for label in nlp.pipe_labels[name]}
    if nlp.lang != "de" or not set(LABELS) <= found:
        raise ModelError(f"{model}: no German pipeline with the labels PER, LOC and ORG; leave out --model for ours")
    nlp.max_length = 100_000_000  # spaCy's bound is for parsers; ours has none
    for attribute in _UNREAD:
        nlp.vocab.lex_attr_getters.pop(attribute, None)  # type: ignore[attr-defined]
    return nlp


def _missing(model: str | None) -> str:
    if model is None:
        return f"{BUNDLED}: the bundled pipeline is missing or broken; install peacetalks-cli again"
    if model == "de_core_news_sm":
        return f"{model} is not installed: pip install 'peacetalks-cli[de-core-news-sm]'"
    return f"{model}: no spaCy pipeline of this name or path; pip install it, or leave out --model for ours"


def _names(found: Doc) -> tuple[Name, ...]:
    return tuple(
        Name(span.text, span.start_char, span.end_char, span.label_)  # type: ignore[arg-type]
        for span in found.ents
        if span.label_ in LABELS
    )
