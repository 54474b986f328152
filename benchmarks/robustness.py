"""Every article of a corpus through the whole extraction: valid records, true offsets, no error.

python benchmarks/robustness.py [CSV]    a file of topic;text rows, by default gnad10 among the corpora
"""

import csv
import os
import sys
from pathlib import Path

import jsonschema

from peacetalks_cli import annotate
from peacetalks_cli.extract import extract
from peacetalks_cli.facts import KINDS, Article
from peacetalks_cli.schema import schema

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("PEACETALKS_CORPORA", ROOT.parent / "shared" / "corpora"))


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPORA / "gnad10" / "test.csv"
    annotator, validator = annotate.load(os.environ.get("PEACETALKS_MODEL")), jsonschema.Draft202012Validator(schema())
    articles = found = 0
    with path.open(encoding="utf-8", newline="") as file:
        for _topic, text in csv.reader(file, delimiter=";", quotechar="'"):
            record = extract(Article(text, "x", published="2015-06-01", published_from="option"), annotator).as_json()
            validator.validate(record)
            for fact in (m for kind in KINDS for item in record[kind] for m in item.get("mentions", [item])):
                if text[fact["start"] : fact["end"]] != fact["text"]:
                    sys.exit(f"article {articles}: {fact} is not what stands there")
                found += 1
            articles += 1
    print(f"{articles} articles, {found} facts: all valid, all offsets hold")


if __name__ == "__main__":
    main()
