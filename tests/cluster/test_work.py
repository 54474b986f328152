"""What a worker does with a piece, and how a collection is cut into them."""

import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from cluster_collection import text

from peacetalks_cli.cluster import run, work
from peacetalks_cli.cluster.pieces import Piece, inputs, pieces
from peacetalks_cli.dataset.folder import Dataset
from peacetalks_cli.errors import InputError, OutputError, UsageError

JOB = work.Job("", "parquet", None, None, None, False, "text", "published")


def never(error: object) -> None:
    raise AssertionError(error)


def cut(folder: Path, size: int) -> list[Piece]:
    return list(pieces(inputs([str(folder)], never), size, never))


def articles(piece: Piece, job: work.Job = JOB) -> list[tuple[str, str, str | None]]:
    return [(one.file, one.text, one.published) for part in piece.parts for one in work._read(part, job, never)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same lines as JSONL, packed twice, and as a table with three groups of rows."""
    lines = [{"text": text(n), "published": f"2026-01-{n + 1:02}"} for n in range(9)]
    written = "".join(json.dumps(line) + "\n" for line in lines).encode()
    (tmp_path / "a.jsonl").write_bytes(written)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(written))
    pq.write_table(pa.Table.from_pylist(lines), tmp_path / "c.parquet", row_group_size=3)
    return tmp_path


@pytest.mark.parametrize("size", [200, 1_000, 10_000, 10_000_000])
def test_every_article_is_in_one_piece_whatever_their_size(folder: Path, size: int) -> None:
    found = [article for piece in cut(folder, size) for article in articles(piece)]
    for name in ("a.jsonl", "b.jsonl.gz", "c.parquet"):
        of_file = [article for article in found if f"/{name}:" in article[0]]
        assert [file.rsplit(":", 1)[1] for file, *_ in of_file] == [str(n) for n in range(1, 10)]
        assert [text for _, text, _ in of_file] == [text(n) for n in range(9)]
        assert of_file[4][2] == "2026-01-05"


def test_pieces_are_of_about_equal_size_and_the_same_again(folder: Path) -> None:
    found = cut(folder, 1_500)
    assert all(1_500 <= piece.size < 3_500 for piece in found[:-1])
    assert [piece.key() for piece in found] == [piece.key() for piece in cut(folder, 1_500)]
    assert len({piece.key() for piece in found}) == len(found)
    assert found[-1].done == sum(part.size for part in inputs([str(folder)], never))


def test_another_column(tmp_path: Path) -> None:
    import datetime  # noqa: PLC0415

    row = {"body": "Am Freitag in Kiew.", "day": datetime.date(2026, 1, 23), "title": "Titel"}
    pq.write_table(pa.Table.from_pylist([row, {"body": None}]), tmp_path / "t.parquet")
    (piece,) = cut(tmp_path, 1_000)
    errors: list[InputError] = []
    job = work.Job("", "parquet", None, None, None, False, "body", "day")
    (found,) = work._read(piece.parts[0], job, errors.append)
    assert (found.text, found.published, found.title) == ("Am Freitag in Kiew.", "2026-01-23", "Titel")
    assert "t.parquet:2: no text" in str(errors[0])
    assert list(work._read(piece.parts[0], JOB, errors.append)) == []
    assert "no column 'text' (there are body, day, title); name it by --text-column" in str(errors[-1])


def test_an_article_that_cannot_be_extracted_stops_nothing(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def poisoned(found: list[Any], **_: object) -> list[object]:
        if found[0].published == "2026-01-03":
            raise RecursionError("too deep")
        return []

    monkeypatch.setattr(work, "extract_all", poisoned)
    errors: list[dict[str, Any]] = []
    for file, _, published in articles(cut(folder, 10_000_000)[0])[:9]:
        article = work.Article("x", file, published=published)
        if published == "2026-01-03":
            assert work._extracted(article, JOB, errors) is None
    assert errors == [{"file": f"{folder}/a.jsonl:3", "error": "RecursionError: too deep"}]


def test_a_partition_that_cannot_be_written_is_no_partition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    dataset = Dataset.at(str(tmp_path / "dataset"))
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="No space left on device; free space or permissions, then run it again"):
        dataset.save(0, "parquet", [], [], {})
    assert dataset.parts() == {}
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


class Cluster:
    """What a client says of its cluster."""

    def __init__(self, workers: dict[str, tuple[str, str] | None], dask: str = "1") -> None:
        self.workers, self.dask = workers, dask

    def wait_for_workers(self, _: int, timeout: float) -> None:
        if not self.workers:
            raise TimeoutError

    def run(self, *_: object) -> dict[str, tuple[str, str] | None]:
        return self.workers

    def get_versions(self) -> dict[str, Any]:
        ours = {"packages": {"distributed": "1"}}
        return {"scheduler": {"packages": {"distributed": self.dask}}, "client": ours}


@pytest.mark.parametrize(
    ("cluster", "said"),
    [
        (Cluster({}), "no worker there; start some: dask worker"),
        (Cluster({"tcp://x": None}), "worker tcp://x has no peacetalks, here is"),
        (Cluster({"tcp://x": ("0.0.1", "old 1")}), "has peacetalks 0.0.1 with the pipeline old 1"),
        (Cluster({"tcp://x": work.versions(None)}, dask="2"), "the scheduler has Dask 2, here is 1; install the same"),
    ],
)
def test_a_cluster_of_no_use(cluster: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        run._same_everywhere(cluster, JOB)
