"""Learns where figures hold: the weights `src/peacetalks_cli/data/place_weights.tsv`.

    python -m training.places           learn from the development articles, write the table
    python -m training.places --cross   leave out every eighth article in turn, learn from the others, and measure

A figure's candidates are read as the program reads them, with the names that it finds. Twice: first with the right
places of the figures before, then with those that a first table gives, mistakes included: a table learned from the
other half of the articles, as it makes too few mistakes in its own.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks import gold
from peacetalks_cli import annotate
from peacetalks_cli.annotate import doc as on_doc
from peacetalks_cli.annotate.figure import Passage
from peacetalks_cli.annotate.numbers import analyse
from peacetalks_cli.annotate.place_blocks import Block, is_ruled_out, names, weigher
from peacetalks_cli.annotate.place_features import features
from peacetalks_cli.annotate.place_view import Setting
from peacetalks_cli.annotate.sources import Sources
from peacetalks_cli.annotate.where import Scenes
from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import topics
from peacetalks_cli.read import read
from training.choice import Example, learn

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "src" / "peacetalks_cli" / "data" / "place_weights.tsv"
ARTICLES = ROOT / "tests" / "gold" / "dev"
PENALTY = 8.0
PARTS = 8
SMALL = 0.05  # a weight that decides nothing
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Article:
    """`places`: of each figure, by where its numeral stands: the place as annotated, None for none."""

    passage: Passage
    places: dict[Interval, str | None]


class Teacher(Scenes):
    """Notes what each figure is to be decided by, and goes on with the right places, or with those of `weigh`."""

    def __init__(self, article: Article, sources: Sources, weigh: Callable[[Block], float] | None) -> None:
        super().__init__(article.passage, sources, weigh)
        self.article, self.follows = article, weigh is not None
        self.examples: list[Example] = []

    def choose(self, setting: Setting) -> Interval | None:
        span = setting.figure.numeral.start, setting.figure.numeral.end
        chosen = super().choose(setting) if self.follows else None
        if span not in self.article.places:
            return chosen
        wanted, text = self.article.places[span], setting.passage.text
        right = [bool(wanted) and gold.same_phrase(wanted, text[slice(*one.name)]) for one in setting.candidates]
        every = map(names, features(setting))
        rows = [row for row in zip(every, [not wanted, *right], strict=True) if not is_ruled_out(row[0])]
        if any(is_right for _, is_right in rows):
            self.examples.append(Example([found for found, _ in rows], [is_right for _, is_right in rows]))
        first = next((one.name for one, is_right in zip(setting.candidates, right, strict=True) if is_right), None)
        return chosen if self.follows else first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross", action="store_true", help="measure on articles left out, write nothing")
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--articles", type=Path, default=ARTICLES, help="folder of gold articles")
    options = parser.parse_args()
    articles = list(load(options.articles))
    if options.cross:
        cross(articles, options.penalty)
    else:
        write(weights_of(articles, options.penalty))


def load(folder: Path) -> Iterator[Article]:
    """The gold articles of a folder, annotated by the program."""
    annotator = annotate.load()
    for article in gold.load(folder):
        (found,) = read([str(article.path)], on_error=_raise, on_warning=print)
        (doc,) = annotator.nlp.pipe([on_doc.prepare(annotator.nlp.make_doc(found.text), found)])
        ours = [{"span": (number.start, number.end)} for number in on_doc.numbers(doc)]
        pairs = gold.pairs(article.numbers, ours)
        yield Article(Passage.of(doc), {figure["span"]: row["place"] for row, figure in pairs})


def _raise(error: Exception) -> None:
    raise error


def weights_of(articles: Sequence[Article], penalty: float) -> Weights:
    """What the articles teach, without the weights that are too small to matter."""
    halves = articles[::2], articles[1::2]
    firsts = [[example for article in half for example in examples(article, None)] for half in halves]
    second = []
    for half, others in zip(halves, reversed(firsts), strict=True):
        weigh = weigher(learn(others, penalty))
        second += [example for article in half for example in examples(article, weigh)]
    weights = learn([*chain.from_iterable(firsts), *second], 2 * penalty)
    return {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= SMALL}


def examples(article: Article, weigh: Callable[[Block], float] | None) -> list[Example]:
    """The figures of an article, with the right places of those before (None), or those that `weigh` gives."""
    sources = Sources(article.passage)
    teacher = Teacher(article, sources, weigh)
    analyse(article.passage, sources, topics.load(), teacher)
    return teacher.examples


def right(article: Article, weigh: Callable[[Block], float]) -> list[tuple[bool, bool, bool]]:
    """For each figure whether the answer is right, whether a place is given, and whether one is wanted."""
    sources = Sources(article.passage)
    answers = []
    for figure in analyse(article.passage, sources, topics.load(), Scenes(article.passage, sources, weigh)):
        span = figure.numeral.start, figure.numeral.end
        if span in article.places:
            wanted = article.places[span]
            ours = article.passage.text[slice(*figure.place)] if figure.place else None
            answers.append((gold.same_phrase(wanted, ours), ours is not None, bool(wanted)))
    return answers


def cross(articles: Sequence[Article], penalty: float) -> None:
    parts = [i % PARTS for i in range(len(articles))]
    random.Random(0).shuffle(parts)
    answers = []
    for left_out in range(PARTS):
        weigh = weigher(weights_of([a for a, part in zip(articles, parts, strict=True) if part != left_out], penalty))
        for article, part in zip(articles, parts, strict=True):
            if part == left_out:
                answers += right(article, weigh)
    given = [is_right for is_right, is_given, _ in answers if is_given]
    wanted = [is_right for is_right, _, is_wanted in answers if is_wanted]
    share = [100 * sum(part) / len(part) for part in ([answer[0] for answer in answers], given, wanted)]
    print(f"right {share[0]:.1f} % of {len(answers)} figures, no place counted as an answer")
    print(f"of the places given {share[1]:.1f} %, of those wanted {share[2]:.1f} %")


def write(weights: Weights) -> None:
    lines = [
        "# Built by training/places.py; do not edit. Feature and weight; the features: annotate/place_features.py."
    ]
    lines += [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights in {TABLE}")


if __name__ == "__main__":
    main()
