"""Writes the expected records of the samples anew: `make golden`, then read the difference."""

import json
import os
from pathlib import Path

from peacetalks_cli.annotate import load
from peacetalks_cli.extract import extract
from peacetalks_cli.read import read

HERE = Path(__file__).resolve().parent


def main() -> None:
    os.chdir(HERE.parent.parent)  # the records name their files as a user in this folder sees them
    annotator = load()
    for article in read(["seeds"], on_error=print, on_warning=print):
        record = extract(article, annotator).as_json()
        text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        (HERE / f"{Path(article.file).stem}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
