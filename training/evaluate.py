"""Strict precision, recall and F1 of names: on the last 1,500 sentences of GermEval and on our held-out tenth.

Usage: python -m training.evaluate [PIPELINE] [--corpora FOLDER] [--errors]
"""

import argparse
from collections import Counter
from pathlib import Path

import spacy
from spacy.language import Language

import peacetalks_cli.annotate.embed
import peacetalks_cli.annotate.names  # noqa: F401  (both register what they define)
from peacetalks_cli.annotate.pipeline import BUNDLED
from training import corpora, prepare
from training.corpora import LABELS, Text

Found = set[tuple[int, int, str]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pipeline", nargs="?", default=str(BUNDLED))
    options.add_argument("--corpora", type=Path, default=corpora.FOLDER)
    options.add_argument("--errors", action="store_true", help="list what was missed and what was wrong")
    given = options.parse_args()
    both(spacy.load(given.pipeline), given.corpora, errors=given.errors)


def both(nlp: Language, folder: Path, *, errors: bool = False) -> dict[str, dict[str, float]]:
    """Measures the pipeline alone, then with our component on top (its errors are listed).

    Prints the figures and gives the F1 a label (and "all") of each.
    """
    ours = prepare.domain_measured()
    sets = {f"domain, {len(ours)} held-out articles": ours}
    if (folder / "germeval2014").is_dir():
        sets["GermEval, last 1,500"] = prepare.germeval_measured(folder)
    figures = report(nlp, sets, "model alone", errors=False)
    nlp.add_pipe("peacetalks_names")
    return figures | report(nlp, sets, "model and names component", errors=errors)


def report(nlp: Language, sets: dict[str, list[Text]], title: str, *, errors: bool) -> dict[str, dict[str, float]]:
    figures: dict[str, dict[str, float]] = {}
    for name, texts in sets.items():
        found = [found_in(nlp, text) for text in texts]
        print(f"\n{name}: {title}")
        figures[f"{name}: {title}"] = row = {}
        for label in (*LABELS, None):
            precision, recall, f1, gold = score(texts, found, label)
            print(f"  {label or 'all':4} P {precision:5.1f}  R {recall:5.1f}  F {f1:5.1f}  ({gold} names)")
            row[label or "all"] = round(f1, 1)
        if errors:
            list_errors(texts, found)
    return figures


def found_in(nlp: Language, text: Text) -> Found:
    doc = nlp(text.text)
    return {(span.start_char, span.end_char, span.label_) for span in doc.ents if span.label_ in LABELS}


def score(texts: list[Text], found: list[Found], label: str | None = None) -> tuple[float, float, float, int]:
    """Strict P, R, F1 in percent, and how many names there are; of one label, or of all."""
    gold = [{span for span in text.spans if label in {None, span[2]}} for text in texts]
    mine = [{span for span in spans if label in {None, span[2]}} for spans in found]
    right = sum(len(a & b) for a, b in zip(gold, mine, strict=True))
    said, there = sum(map(len, mine)), sum(map(len, gold))
    precision, recall = 100 * right / max(said, 1), 100 * right / max(there, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return precision, recall, f1, there


def list_errors(texts: list[Text], found: list[Found]) -> None:
    errors: Counter[str] = Counter()
    for text, spans in zip(texts, found, strict=True):
        for kind, wrong in (("missed", set(text.spans) - spans), ("false ", spans - set(text.spans))):
            for start, end, label in wrong:
                context = " ".join(text.text[max(0, start - 30) : end + 25].split())
                errors[f"{kind} {label} {text.text[start:end]!r:30} … {context}"] += 1
    for error in sorted(errors):
        print("   ", error)


if __name__ == "__main__":
    main()
