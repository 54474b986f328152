"""Trains a weak stand-in for another German pipeline, to test our layers on one: `python -m training.standin`.

WikiNER alone with its MISC, spaCy's own features, few steps; no text and no lexicon of ours. It is written to
training/work/standin/model-last and is never shipped; benchmarks/names.py measures with it.
"""

import argparse
import sys
from pathlib import Path

import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from training import corpora, prepare
from training.train import HERE, WORK

LABELS = ("PER", "LOC", "ORG", "MISC")
MEASURED = 500  # sentences, the last ones
EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": "${components.tok2vec.model.encode.width}",
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
    "rows": [5000, 1000, 2500, 2500],
    "include_static_vectors": False,
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, default=corpora.FOLDER)
    options.add_argument("--work", type=Path, default=WORK / "standin")
    options.add_argument("--steps", type=int, default=900)
    given = options.parse_args()
    source = given.corpora / "wikiner" / "wikiner-de-sample.tsv"
    if not source.exists():
        options.error(f"{source}: not here; name the folder of the corpora by --corpora or PEACETALKS_CORPORA")
    given.work.mkdir(parents=True, exist_ok=True)
    blank, texts = spacy.blank("de"), corpora.wikiner(source, labels=LABELS)
    prepare.write(given.work / "train.spacy", blank, texts[:-MEASURED])
    prepare.write(given.work / "dev.spacy", blank, texts[-MEASURED:])
    config = load_config(HERE / "config.cfg", interpolate=False)
    config["components"]["tok2vec"]["model"]["embed"] = EMBED
    config["initialize"] = {}  # its tokenizer is spaCy's own
    config["paths"] |= {"train": str(given.work / "train.spacy"), "dev": str(given.work / "dev.spacy")}
    config["training"] |= {"max_steps": given.steps, "eval_frequency": max(given.steps // 3, 1)}
    train(init_nlp(config), given.work, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
