"""Reads a dataset back."""

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from peacetalks_cli.dataset.tables import fact
from peacetalks_cli.facts import KINDS, SCHEMA_VERSION


def records(dataset: Path) -> list[dict[str, Any]]:
    """The article records of a dataset of Parquet, put together of its tables, in their order."""
    found = []
    for path in sorted((dataset / "articles").glob("*.parquet")):
        rows = {kind: pq.read_table(path.parent.parent / kind / path.name).to_pylist() for kind in KINDS}
        for article in pq.read_table(path).to_pylist():
            number, pipeline = article.pop("number"), article.pop("pipeline")
            facts = {kind: [fact(kind, row) for row in rows[kind] if row["number"] == number] for kind in KINDS}
            found.append({"schema": SCHEMA_VERSION, "article": article, "pipeline": pipeline, **facts})
    return found
