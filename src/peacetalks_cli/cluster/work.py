"""What a worker does: a piece of the collection in, a partition of the dataset out."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from peacetalks_cli.cluster.inputs import LINES, PAGES, TABLES, Part, opened, unreadable
from peacetalks_cli.cluster.pieces import Piece
from peacetalks_cli.dataset.folder import Dataset, Format
from peacetalks_cli.errors import InputError, ModelError, OutputError
from peacetalks_cli.extract import extract_all, installed
from peacetalks_cli.facts import Article
from peacetalks_cli.query import without_vague
from peacetalks_cli.read import html, jsonl
from peacetalks_cli.read.decode import decode, shown
from peacetalks_cli.read.header import article
from peacetalks_cli.store.rules import rules_version

Row = dict[str, Any]

# A large row group is read a little at a time, as often as it is cut in pieces.
_ROWS = 200  # at a time
_BUFFER = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all pieces of a run. `program`: what its workers must have, as `versions` names it."""

    output: str
    format: Format
    model: str | None
    topics: str | None
    published: str | None
    vague: bool
    text_column: str
    published_column: str
    program: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a piece. `failed`: why it could not be made, which ends the run."""

    number: int
    articles: int = 0
    errors: int = 0
    failed: str | None = None


@cache
def versions(model: str | None) -> tuple[str, str]:
    """Which program (our version and a digest of the rules) and which pipeline a worker has."""
    pipeline = installed(model)
    return rules_version(), f"{pipeline.name} {pipeline.version}" if pipeline else "none"


def partition(piece: Piece, job: Job) -> Done:
    """Reads, extracts and writes a piece. An article that cannot be read or extracted becomes a row of `errors`."""
    ours = versions(job.model)
    if job.program not in (None, ours):  # a worker that joined late
        return Done(piece.number, failed=f"a worker has peacetalks {ours[0]} with {ours[1]}; install the same on all")
    errors: list[Row] = []
    try:
        articles = (one for part in piece.parts for one in _read(part, job, errors))
        records = [record for one in articles if (record := _extracted(one, job, errors)) is not None]
        made_of = {
            "key": piece.key(),
            "parts": [[part.name, part.first, part.group] for part in piece.parts],
            "articles": len(records),
            "errors": len(errors),
            "pipeline": records[0]["pipeline"] if records else None,
        }
        _dataset(job.output).save(piece.number, job.format, records, errors, made_of)
    except (OutputError, ModelError) as error:
        return Done(piece.number, failed=str(error))
    return Done(piece.number, len(records), len(errors))


@cache
def _dataset(output: str) -> Dataset:
    return Dataset.at(output)


def _extracted(found: Article, job: Job, errors: list[Row]) -> Row | None:
    try:
        (record,) = extract_all([found], model=job.model, topics=job.topics)
    except ModelError:
        raise
    except Exception as error:  # one article stops nothing
        errors.append({"file": found.file, "error": f"{type(error).__name__}: {error}"})
        return None
    return without_vague(record.as_json(), keep=job.vague)


def _read(part: Part, job: Job, errors: list[Row]) -> Iterator[Article]:
    """The articles of a part; what is of no use is put into `errors`."""

    def on_error(error: InputError) -> None:
        errors.append({"file": _place(part, str(error)), "error": str(error)})

    try:
        for found in _articles(part, job, on_error):
            if job.published and not found.published:
                yield replace(found, published=job.published, published_from="option")
            else:
                yield found
    except InputError as error:
        on_error(error)
    except Exception as error:  # every file system has errors of its own
        on_error(unreadable(part.name, error))


def _place(part: Part, message: str) -> str:
    """What a message is about: NAME, or NAME:LINE."""
    name = shown(part.name)
    known = len(name) if message.startswith(name) else 0
    return message[:known] + message[known:].split(": ", 1)[0]


def _articles(part: Part, job: Job, on_error: Callable[[InputError], None]) -> Iterator[Article]:
    name = part.url.lower()
    if part.problem is not None:
        raise InputError(part.problem)
    if name.endswith(TABLES):
        yield from _rows(part, job, on_error)
    elif part.lines is not None:
        if part.lines.strip():
            yield from jsonl.articles(io.BytesIO(part.lines), part.name, on_error, _ignored, first=part.first)
    elif name.endswith(LINES):
        with opened(part) as stream:
            yield from jsonl.articles(stream, part.name, on_error, _ignored)
    else:
        with opened(part) as stream:
            data = stream.read()
        yield html.article(data, part.name) if name.endswith(PAGES) else article(decode(data, part.name)[0], part.name)


def _rows(part: Part, job: Job, on_error: Callable[[InputError], None]) -> Iterator[Article]:
    import pyarrow.parquet as pq  # noqa: PLC0415  (takes a third of a second)

    with opened(part) as stream:
        table = pq.ParquetFile(stream, pre_buffer=False, buffer_size=_BUFFER)
        there = table.schema_arrow.names
        if job.text_column not in there:
            raise InputError(
                f"{part.name}: no column {job.text_column!r} (there are {', '.join(there)}); name it by --text-column"
            )
        wanted = [name for name in (job.text_column, job.published_column, "title", "source") if name in there]
        group = part.group or 0
        before = sum(table.metadata.row_group(number).num_rows for number in range(group))
        done = 0  # rows of the group
        for batch in table.iter_batches(_ROWS, row_groups=[group], columns=list(dict.fromkeys(wanted))):
            first = max(0, part.first - 1 - done)
            last = len(batch) if part.last is None else min(len(batch), part.last - done)
            rows = batch.slice(first, last - first).to_pylist() if first < last else []
            for number, row in enumerate(rows, start=before + done + first + 1):
                yield from _of_row(row, f"{part.name}:{number}", job, on_error)
            done += len(batch)
            if part.last is not None and done >= part.last:
                return


def _of_row(row: Row, place: str, job: Job, on_error: Callable[[InputError], None]) -> Iterator[Article]:
    text = row[job.text_column]
    if not isinstance(text, str) or not text.strip():
        on_error(InputError(f"{place}: no text"))
        return
    line = {
        "text": text,
        "published": row.get(job.published_column),
        "title": row.get("title"),
        "source": row.get("source"),
    }
    yield jsonl.of_fields({key: _string(value) for key, value in line.items() if value is not None}, place, _ignored)


def _ignored(_warning: str) -> None:
    """Warnings have no table."""


def _string(value: Any) -> str:
    return value if isinstance(value, str) else value.isoformat() if hasattr(value, "isoformat") else str(value)
