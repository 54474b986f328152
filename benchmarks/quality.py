"""How good the facts are: precision, recall and F1 a layer, floors, and what was gained and lost.

    python benchmarks/quality.py            measure, compare with the floors and with the last accepted run
    python benchmarks/quality.py --accept   the same; then raise the floors and accept the facts as they are now
    python benchmarks/quality.py -v         list the misses on the development set as well

Exit status 1 if a figure is below its floor. Facts are listed for the development set only: nobody is to see
those of the test set while writing rules.
"""

import argparse
import os
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))  # run as a script, the project's folders are not on the path

import spacy  # noqa: E402

from benchmarks import gold, krauts  # noqa: E402
from peacetalks_cli import annotate  # noqa: E402
from peacetalks_cli.annotate.pipeline import BUNDLED  # noqa: E402
from peacetalks_cli.extract import extract  # noqa: E402
from peacetalks_cli.read import read  # noqa: E402
from training import evaluate  # noqa: E402

CORPORA = Path(os.environ.get("PEACETALKS_CORPORA", ROOT.parent / "shared" / "corpora"))
FLOORS = HERE / "floors.toml"
ACCEPTED = HERE / "accepted-dev.tsv"
Figures = dict[str, dict[str, float]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true", help="raise the floors, accept the facts of this run")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the misses on the development set")
    options = parser.parse_args()
    annotator = annotate.load()
    figures: Figures = {}
    for half in ("dev", "test"):
        folder = ROOT / "tests" / "gold" / half
        size = len(list(folder.glob("*.json")))
        score, facts = measure_gold(folder, annotator)
        name = f"{half}, {size} articles"  # a larger set begins its floors anew
        figures[name] = score.figures()
        show(name, score)
        if half == "dev":
            show_changes(facts)
            development = facts
            if options.verbose:
                print(*(f"  {n} {miss}" for miss, n in sorted(score.misses.items())), sep="\n")
    figures |= measure_corpora()
    below = list(below_floors(figures, tomllib.loads(FLOORS.read_text()) if FLOORS.exists() else {}))
    print(*below, sep="\n")
    if options.accept and not below:
        accept(figures, development)
    return 1 if below else 0


def measure_gold(folder: Path, annotator: annotate.Annotator) -> tuple[gold.Score, list[str]]:
    """The score over a gold folder, and its facts one a line."""
    score = gold.Score()
    facts: list[str] = []
    for article in gold.load(folder):
        (read_article,) = read([str(article.path)], on_error=_raise, on_warning=print)
        record = extract(read_article, annotator).as_json()
        gold.score(article, record, score)
        facts.extend(fact_lines(article.id, record))
    return score, facts


def _raise(error: Exception) -> None:
    raise error


def measure_corpora() -> Figures:
    """Figures on our held-out training articles, and on the public corpora as far as they are there."""
    figures: Figures = evaluate.both(spacy.load(BUNDLED), CORPORA)
    if (CORPORA / "krauts-dolomiten-42").is_dir():
        score = gold.Score()
        krauts.measure(CORPORA / "krauts-dolomiten-42", score)
        figures["krauts"] = score.figures()
        show("krauts", score)
    return figures


def show(title: str, score: gold.Score) -> None:
    print(f"\n{title:24} {'P':>6} {'R':>6} {'F1':>6}   right / ours / gold")
    for layer, (right, ours, wanted) in score.found.items():
        precision, recall, f1 = gold.f1(right, ours, wanted)
        print(f"{layer:24} {100 * precision:6.1f} {100 * recall:6.1f} {100 * f1:6.1f}   {right} / {ours} / {wanted}")
    for name, (right, asked) in score.right.items():
        print(f"{name:24} {100 * right / asked:6.1f} %  of {asked}")


def fact_lines(article: str, record: dict[str, Any]) -> Iterator[str]:
    """One line a fact, with what a reader would miss if it changed."""
    for kind in gold.LABELS:
        for item in record[kind]:
            for mention in item["mentions"]:
                yield "\t".join([article, kind, str(mention["start"]), mention["text"], item["name"]])
    for date in record["dates"]:
        yield "\t".join([article, "dates", str(date["start"]), date["text"], date["value"], date["mod"] or ""])
    for number in record["numbers"]:
        fields = [number["value"], number["modifier"], number["unit"], number["counted"], number["topic"]]
        fields += [number["place"], number["date"], (number["source"] or {}).get("text")]
        yield "\t".join([article, "numbers", str(number["start"]), number["text"], *(str(f or "") for f in fields)])


def show_changes(facts: Iterable[str]) -> None:
    before = set(ACCEPTED.read_text(encoding="utf-8").splitlines()) if ACCEPTED.exists() else set()
    now = set(facts)
    for sign, lines in (("gained", now - before), ("lost", before - now)):
        print(f"\n{sign}: {len(lines)}")
        print(*(f"  {line}" for line in sorted(lines)[:200]), sep="\n")


def below_floors(figures: Figures, floors: Figures) -> Iterator[str]:
    for part, layers in floors.items():
        for layer, floor in layers.items():
            value = figures.get(part, {}).get(layer)
            if value is not None and value < floor:
                yield f"below its floor: {part} {layer} {value} < {floor}"


def accept(figures: Figures, facts: list[str]) -> None:
    """Floors rise and never fall; a figure that was not measured here keeps its floor."""
    old: Figures = tomllib.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    lines = ["# F1 or accuracy in percent; raised by `quality.py --accept`, never lowered by hand"]
    for part in sorted(old.keys() | figures.keys()):
        lines.append(f'\n["{part}"]')
        before, now = old.get(part, {}), figures.get(part, {})
        lines += [f'"{layer}" = {max(before.get(layer, 0.0), now.get(layer, 0.0))}' for layer in {**before, **now}]
    FLOORS.write_text("\n".join(lines) + "\n")
    ACCEPTED.write_text("".join(f"{fact}\n" for fact in facts), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
