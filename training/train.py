"""Trains the bundled pipeline and measures it: `make train`.

Everything is written to training/work/ (prepared corpora, checkpoints); the finished pipeline replaces
src/peacetalks_cli/pipelines/de_peacetalks_news.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config, load_model

import peacetalks_cli.annotate.embed  # noqa: F401  (registers the architecture)
from peacetalks_cli.annotate.pipeline import BUNDLED
from training import corpora, evaluate, prepare

HERE = Path(__file__).parent
WORK = HERE / "work"
META = {
    "name": "peacetalks_news",
    "version": "1.2.0",
    "description": "Names in German news: PER, LOC, ORG. Trained by training/train.py.",
    "author": "the peacetalks-cli authors",
    "license": "MIT; corpora and lists it was learned from: NOTICE",
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, default=corpora.FOLDER)
    options.add_argument("--work", type=Path, default=WORK)
    options.add_argument("--output", type=Path, default=BUNDLED)
    options.add_argument("--steps", type=int, help="stop earlier than training/config.cfg says")
    options.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="of training/config.cfg")
    given = options.parse_args()
    if not (given.corpora / "germeval2014").is_dir():
        options.error(f"{given.corpora}: no corpora here; name their folder by --corpora or PEACETALKS_CORPORA")
    overrides = dict(pair.split("=", 1) for pair in given.set)
    nlp = train(given.corpora, given.work, overrides | ({"training.max_steps": given.steps} if given.steps else {}))
    save(nlp, given.output)
    evaluate.both(load_model(given.output), given.corpora)


def train(folder: Path, work: Path, overrides: dict[str, object]) -> Language:
    """Prepares the corpora, trains, and gives the last checkpoint (averaged weights)."""
    work.mkdir(parents=True, exist_ok=True)
    config = load_config(HERE / "config.cfg", overrides=_typed(overrides), interpolate=False)
    blank = prepare.blank()
    prepare.write(work / "train.spacy", blank, prepare.training_texts(folder, config["system"]["seed"]))
    prepare.write(work / "dev.spacy", blank, prepare.germeval_measured(folder) + prepare.domain_measured())
    config["paths"] |= {"train": str(work / "train.spacy"), "dev": str(work / "dev.spacy")}
    nlp = init_nlp(config)
    train_loop(nlp, work, stdout=sys.stdout, stderr=sys.stderr)
    return load_model(work / "model-last")


def _typed(overrides: dict[str, object]) -> dict[str, object]:
    return {key: json.loads(value) if isinstance(value, str) else value for key, value in overrides.items()}


def save(nlp: Language, path: Path) -> None:
    """Writes the pipeline as the package ships it: without what only training needs, as the words that it has seen."""
    nlp.meta.update(META)
    nlp.config["paths"] |= {"train": None, "dev": None}  # folders of one machine
    shutil.rmtree(path, ignore_errors=True)
    nlp.to_disk(path)
    (path / "vocab" / "strings.json").write_text("[]", encoding="utf-8")


if __name__ == "__main__":
    main()
