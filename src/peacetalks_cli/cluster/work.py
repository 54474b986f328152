"""What a worker does: a piece of the collection in, a partition of the dataset out."""

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from peacetalks_cli import __version__
from peacetalks_cli.cluster.pieces import LINES, PAGES, TABLES, Part, Piece, opened
from peacetalks_cli.dataset.folder import Dataset, Format
from peacetalks_cli.errors import InputError, OutputError
from peacetalks_cli.extract import extract_all, installed
from peacetalks_cli.facts import Article, Record
from peacetalks_cli.query import without_vague
from peacetalks_cli.read import html, jsonl
from peacetalks_cli.read.decode import decode
from peacetalks_cli.read.header import article

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all pieces of a run."""

    output: str
    format: Format
    model: str | None
    topics: str | None
    published: str | None
    vague: bool
    text_column: str
    published_column: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a piece. `failed`: that it could not be written, and why."""

    number: int
    articles: int = 0
    errors: int = 0
    characters: int = 0
    seconds: float = 0.0
    failed: str | None = None


def versions(model: str | None) -> tuple[str, str]:
    """Which program and pipeline a worker has."""
    pipeline = installed(model)
    return __version__, f"{pipeline.name} {pipeline.version}" if pipeline else "none"


def partition(piece: Piece, job: Job) -> Done:
    """Reads, extracts and writes a piece. An article that cannot be read or extracted becomes a row of `errors`."""
    begun = time.monotonic()
    errors: list[Row] = []
    records: list[Row] = []
    characters = 0

    def on_error(error: InputError) -> None:
        errors.append({"file": str(error).split(": ")[0], "error": str(error)})

    for part in piece.parts:
        for found in _read(part, job, on_error):
            record = _extracted(found, job, errors)
            if record is not None:
                records.append(without_vague(record.as_json(), keep=job.vague))
                characters += len(found.text)
    made_of = {
        "key": piece.key(),
        "parts": [[part.name, part.first, part.group] for part in piece.parts],
        "articles": len(records),
        "errors": len(errors),
        "pipeline": records[0]["pipeline"] if records else None,
    }
    try:
        _dataset(job.output).save(piece.number, job.format, records, errors, made_of)
    except OutputError as error:
        return Done(piece.number, failed=str(error))
    return Done(piece.number, len(records), len(errors), characters, time.monotonic() - begun)


@cache
def _dataset(output: str) -> Dataset:
    return Dataset.at(output)


def _extracted(found: Article, job: Job, errors: list[Row]) -> Record | None:
    try:
        (record,) = extract_all([found], model=job.model, topics=job.topics)
    except Exception as error:  # one article stops nothing
        errors.append({"file": found.file, "error": f"{type(error).__name__}: {error}"})
        return None
    return record


def _read(part: Part, job: Job, on_error: Callable[[InputError], None]) -> Iterator[Article]:
    try:
        for found in _articles(part, job, on_error):
            if job.published and not found.published:
                yield replace(found, published=job.published, published_from="option")
            else:
                yield found
    except InputError as error:
        on_error(error)
    except Exception as error:  # every file system has errors of its own
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        on_error(InputError(f"{part.name}: cannot be read ({reason})"))


def _articles(part: Part, job: Job, on_error: Callable[[InputError], None]) -> Iterator[Article]:
    name = part.url.lower()
    if name.endswith(TABLES):
        yield from _rows(part, job, on_error)
    elif name.endswith(LINES):
        with io.BytesIO(part.lines) if part.lines is not None else opened(part) as stream:
            yield from jsonl.articles(stream, part.name, on_error, lambda _: None, first=part.first)
    else:
        with opened(part) as stream:
            data = stream.read()
        yield html.article(data, part.name) if name.endswith(PAGES) else article(decode(data, part.name)[0], part.name)


def _rows(part: Part, job: Job, on_error: Callable[[InputError], None]) -> Iterator[Article]:
    import pyarrow.parquet as pq  # noqa: PLC0415  (takes a third of a second)

    with opened(part) as stream:
        table = pq.ParquetFile(stream)
        if job.text_column not in table.schema_arrow.names:
            there = ", ".join(table.schema_arrow.names)
            raise InputError(
                f"{part.name}: no column {job.text_column!r} (there are {there}); name it by --text-column"
            )
        wanted = [
            name
            for name in (job.text_column, job.published_column, "title", "source")
            if name in table.schema_arrow.names
        ]
        first = sum(table.metadata.row_group(group).num_rows for group in range(part.group or 0))
        rows = table.read_row_group(part.group or 0, columns=wanted).to_pylist()
    for number, row in enumerate(rows, start=first + 1):
        place = f"{part.name}:{number}"
        text = row[job.text_column]
        if not isinstance(text, str) or not text.strip():
            on_error(InputError(f"{place}: no text"))
            continue
        line = {
            "text": text,
            "published": row.get(job.published_column),
            "title": row.get("title"),
            "source": row.get("source"),
        }
        yield jsonl.of_fields(
            {key: _string(value) for key, value in line.items() if value is not None}, place, lambda _: None
        )


def _string(value: Any) -> str:
    return value if isinstance(value, str) else value.isoformat() if hasattr(value, "isoformat") else str(value)
