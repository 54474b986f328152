"""Turns the corpora into training examples: what is taken of each, how often, and how it is varied."""

import random
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training import corpora, tokenizer, vary
from training.corpora import Text

GERMEVAL_TEST_TRAINED = 3600  # sentences from the first on
GERMEVAL_TEST_MEASURED = 1500  # sentences, the last ones
MOBIE_SHARE = 3  # every third sentence
DOMAIN_COPIES = 2  # as it stands
DOMAIN_VARIANTS = 2  # with other people and places
GERMEVAL_COPIES = 2
ROUNDS = 2  # the whole, each time with other names drawn


def blank() -> Language:
    return tokenizer.adapt(spacy.blank("de"))


def training_texts(folder: Path, seed: int) -> Iterator[Text]:
    """Everything that is trained on. `folder`: where the corpora that are not ours lie."""
    rng = random.Random(seed)
    others = list(_others(folder))
    articles, _ = corpora.domain()
    towns = vary.towns(articles)
    for _ in range(ROUNDS):
        yield from others
        for _ in range(DOMAIN_COPIES):
            yield from (laid_out(article, rng) for article in articles)
        for _ in range(DOMAIN_VARIANTS):
            yield from (laid_out(vary.varied(article, towns, rng), rng) for article in articles)


def _others(folder: Path) -> Iterator[Text]:
    germeval = corpora.germeval(folder / "germeval2014" / "NER-de-dev.tsv")
    germeval += corpora.germeval(folder / "germeval2014" / "NER-de-test.tsv")[:GERMEVAL_TEST_TRAINED]
    for _ in range(GERMEVAL_COPIES):
        yield from germeval
    for part in ("train", "dev", "test"):
        yield from corpora.europarl(folder / "europarl" / f"{part}.tsv")
    yield from corpora.wikiner(folder / "wikiner" / "wikiner-de-sample.tsv")
    yield from corpora.mobie(folder / "mobie" / "ner_conll03_formatted.zip")[::MOBIE_SHARE]


def germeval_measured(folder: Path) -> list[Text]:
    return corpora.germeval(folder / "germeval2014" / "NER-de-test.tsv")[-GERMEVAL_TEST_MEASURED:]


def domain_measured() -> list[Text]:
    """Our held-out articles, each one text, laid out as a newspaper would."""
    rng = random.Random(0)
    return [laid_out(article, rng) for article in corpora.domain()[1]]


def laid_out(article: list[Text], rng: random.Random) -> Text:
    """An article of one line a sentence, as paragraphs of one to four sentences below its headline."""
    gap = rng.choice(["\n", "\n\n"])
    paragraphs, at = [article[:1]], 1
    while at < len(article):
        size = rng.randint(1, 4)
        paragraphs.append(article[at : at + size])
        at += size
    return corpora.together((corpora.together(part) for part in paragraphs), gap)


def reference(nlp: Language, text: Text) -> Doc:
    """A Doc with the entities of `text`; a span that the tokenizer cuts otherwise is left unknown."""
    doc = nlp.make_doc(text.text)
    ents, missing = [], []
    for start, end, label in text.spans:
        span = doc.char_span(start, end, label=label)
        if span is not None:
            ents.append(span)
        else:
            missing.append(doc.char_span(start, end, label=label, alignment_mode="expand"))
    doc.set_ents(ents, missing=[span for span in missing if span is not None], default="outside")
    return doc


def write(path: Path, nlp: Language, texts: Iterator[Text] | list[Text]) -> None:
    DocBin(docs=(reference(nlp, text) for text in texts if text.text)).to_disk(path)
