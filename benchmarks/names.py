"""How good the names are with any base pipeline: strict F1 of PER, LOC, ORG over our gold articles.

    python benchmarks/names.py [PIPELINE]    a package or a path, e.g. training/work/standin/model-last; else ours

Prints figures only, for either half of the gold articles and for the held-out articles of our corpus.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a script, the project's folders are not on the path

from benchmarks import gold  # noqa: E402
from peacetalks_cli import annotate  # noqa: E402
from peacetalks_cli.facts import Article  # noqa: E402
from training import prepare  # noqa: E402

LABELS = ("PER", "LOC", "ORG")
Spans = set[tuple[int, int, str]]
Sample = list[tuple[str, Spans]]
"""Texts and the names that are in them: start, end (half-open), label."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", nargs="?")
    annotator = annotate.load(parser.parse_args().pipeline)
    print(
        f"{annotator.pipeline.name} {annotator.pipeline.version}, strict F1\n{'':12}",
        *(f"{x:>6}" for x in LABELS),
        "   all",
    )
    for name, sample in samples().items():
        figures = measure(sample, annotator)
        print(f"{name:12}", *(f"{100 * figures[label]:6.1f}" for label in (*LABELS, "all")))


def samples() -> dict[str, Sample]:
    halves = {half: of_gold(gold.load(ROOT / "tests" / "gold" / half)) for half in ("dev", "test")}
    return halves | {"held out": [(text.text, set(text.spans)) for text in prepare.domain_measured()]}


def of_gold(articles: Iterable[gold.GoldArticle]) -> Sample:
    return [(each.text, {(*fact["span"], fact["label"]) for fact in each.entities}) for each in articles]


def measure(sample: Sample, annotator: annotate.Annotator) -> dict[str, float]:
    """F1 a label, and of all."""
    right: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    found = annotator.annotate(Article(text, "") for text, _ in sample)
    for (_, wanted), annotation in zip(sample, found, strict=True):
        spans = {(name.start, name.end, str(name.label)) for name in annotation.names}
        for counts, some in ((right, spans & wanted), (ours, spans), (theirs, wanted)):
            counts.update(label for _, _, label in some)
    for counts in (right, ours, theirs):
        counts["all"] = sum(counts.values())
    return {label: gold.f1(right[label], ours[label], theirs[label])[2] for label in (*LABELS, "all")}


if __name__ == "__main__":
    main()
