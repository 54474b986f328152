"""What a worker does with a piece, and how a collection is cut into them."""

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from cluster_collection import text

from peacetalks_cli.cluster import connect, work
from peacetalks_cli.cluster.inputs import inputs
from peacetalks_cli.cluster.pieces import Piece, pieces
from peacetalks_cli.dataset.folder import Dataset
from peacetalks_cli.errors import OutputError, UsageError

JOB = work.Job("", "parquet", None, None, None, False, "text", "published")


def never(error: object) -> None:
    raise AssertionError(error)


def cut(folder: Path, size: int) -> list[Piece]:
    return list(pieces(inputs([str(folder)], never), size))


def articles(piece: Piece, job: work.Job = JOB) -> list[tuple[str, str, str | None]]:
    errors: list[dict[str, Any]] = []
    found = [(one.file, one.text, one.published) for part in piece.parts for one in work._read(part, job, errors)]
    assert errors == []
    return found


def problems(folder: Path, size: int = 10_000_000, job: work.Job = JOB) -> list[tuple[str, str]]:
    """File and error of what is of no use."""
    errors: list[dict[str, Any]] = []
    for piece in cut(folder, size):
        for part in piece.parts:
            list(work._read(part, job, errors))
    return [(row["file"].rsplit("/", 1)[-1], row["error"]) for row in errors]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same lines as JSONL, packed in two ways, and as tables with three groups of rows and with one."""
    lines = [{"text": text(n), "published": f"2026-01-{n + 1:02}"} for n in range(9)]
    written = "".join(json.dumps(line) + "\n" for line in lines).encode()
    (tmp_path / "a.jsonl").write_bytes(written)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(written))
    pq.write_table(pa.Table.from_pylist(lines), tmp_path / "c.parquet", row_group_size=3)
    frames = [zstandard.compress(part.encode()) for part in (written[:300].decode(), written[300:].decode())]
    (tmp_path / "d.jsonl.zst").write_bytes(b"".join(frames))
    pq.write_table(pa.Table.from_pylist(lines), tmp_path / "e.parquet", row_group_size=100)
    return tmp_path


@pytest.mark.parametrize("size", [200, 1_000, 10_000, 10_000_000])
def test_every_article_is_in_one_piece_whatever_their_size(folder: Path, size: int) -> None:
    found = [article for piece in cut(folder, size) for article in articles(piece)]
    for name in ("a.jsonl", "b.jsonl.gz", "c.parquet", "d.jsonl.zst", "e.parquet"):
        of_file = [article for article in found if f"/{name}:" in article[0]]
        assert [file.rsplit(":", 1)[1] for file, *_ in of_file] == [str(n) for n in range(1, 10)]
        assert [text for _, text, _ in of_file] == [text(n) for n in range(9)]
        assert of_file[4][2] == "2026-01-05"


def test_pieces_are_of_about_equal_size_and_the_same_again(folder: Path) -> None:
    found = cut(folder, 1_500)
    assert all(1_500 <= piece.size < 3_500 for piece in found[:-1])
    assert [piece.key() for piece in found] == [piece.key() for piece in cut(folder, 1_500)]
    assert len({piece.key() for piece in found}) == len(found)
    assert found[-1].ends == sum(part.size for part in inputs([str(folder)], never))
    assert [piece.begins for piece in found] == [0, *(piece.ends for piece in found[:-1])]


def test_the_last_pieces_are_small(tmp_path: Path) -> None:
    for n in range(40):
        (tmp_path / f"{n:02}.txt").write_text("x" * 100_000)
    sizes = [piece.size for piece in cut(tmp_path, 2_000_000)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 200_000  # of four megabytes
    assert sizes[-1] == 100_000


def test_a_large_group_of_rows_is_cut(tmp_path: Path) -> None:
    rows = [{"text": f"{n}. {'Im Jahr 2026. ' * 200}"} for n in range(1_000)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "t.parquet")
    found = cut(tmp_path, 500_000)
    assert len(found) > 20
    assert max(piece.size for piece in found) < 200_000
    texts = [text for piece in found for _, text, _ in articles(piece)]
    assert texts == [row["text"] for row in rows]


def test_lines_of_two_bytes_a_character(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": text(n)}, ensure_ascii=False) + "\n" for n in range(9))
    (tmp_path / "a.jsonl").write_bytes(lines.encode("utf-16"))
    assert [one[1] for piece in cut(tmp_path, 300) for one in articles(piece)] == [text(n) for n in range(9)]


def test_nothing_but_empty_lines_in_a_piece(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n" * 500 + json.dumps({"text": text(1)}) + "\n" * 500)
    assert [one[1] for piece in cut(tmp_path, 100) for one in articles(piece)] == [text(1)]


def test_names_with_the_signs_of_urls(tmp_path: Path) -> None:
    (tmp_path / "a#b::c*[d].jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": text(1)}).encode()))
    assert [one[1] for piece in cut(tmp_path, 10_000) for one in articles(piece)] == [text(1)]


@pytest.mark.parametrize("size", [100, 10_000_000])
@pytest.mark.parametrize(
    ("name", "cut_off", "said"),
    [
        ("a.jsonl.gz", 40, "Compressed file ended"),
        ("a.jsonl.zst", 20, "it ends in the middle"),
        ("a.parquet", 20, "cannot be read"),
    ],
)
def test_a_file_that_is_not_whole_is_an_error(tmp_path: Path, name: str, cut_off: int, said: str, size: int) -> None:
    lines = "".join(json.dumps({"text": text(n)}) + "\n" for n in range(9)).encode()
    pq.write_table(pa.table({"text": [text(1)]}), tmp_path / "whole.parquet")
    packed = {"gz": gzip.compress, "zst": zstandard.compress}.get(name.rsplit(".", 1)[1])
    content = packed(lines) if packed else (tmp_path / "whole.parquet").read_bytes()
    (tmp_path / name).write_bytes(content[:-cut_off])
    ((file, error),) = problems(tmp_path, size)
    assert file == name
    assert said in error


def test_a_worker_that_joins_with_another_program_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text(1))
    (piece,) = cut(tmp_path, 10_000)
    job = replace(JOB, output=str(tmp_path / "dataset"), program=("0.0.1", "old 1"))
    assert "install the same on all" in (work.partition(piece, job).failed or "")
    assert not (tmp_path / "dataset").exists()


def test_without_a_pipeline_no_article_is_bad(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text(1))
    (piece,) = cut(tmp_path, 10_000)
    job = replace(JOB, output=str(tmp_path / "dataset"), model="de_of_nobody")
    assert "de_of_nobody: no spaCy pipeline of this name" in (work.partition(piece, job).failed or "")


def test_another_column(tmp_path: Path) -> None:
    import datetime  # noqa: PLC0415

    row = {"body": "Am Freitag in Kiew.", "day": datetime.date(2026, 1, 23), "title": "Titel"}
    pq.write_table(pa.Table.from_pylist([row, {"body": None}]), tmp_path / "t.parquet")
    (piece,) = cut(tmp_path, 1_000)
    errors: list[dict[str, Any]] = []
    job = replace(JOB, text_column="body", published_column="day")
    (found,) = work._read(piece.parts[0], job, errors)
    assert (found.text, found.published, found.title) == ("Am Freitag in Kiew.", "2026-01-23", "Titel")
    assert errors == [{"file": f"{tmp_path}/t.parquet:2", "error": f"{tmp_path}/t.parquet:2: no text"}]
    ((file, error),) = problems(tmp_path)
    assert file == "t.parquet"
    assert "no column 'text' (there are body, day, title); name it by --text-column" in error


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

    def __init__(self, workers: dict[str, tuple[str, str] | None]) -> None:
        self.workers = workers

    def wait_for_workers(self, _: int, timeout: float) -> None:
        if not self.workers:
            raise TimeoutError

    def run(self, *_: object) -> dict[str, tuple[str, str] | None]:
        return self.workers


@pytest.mark.parametrize(
    ("cluster", "said"),
    [
        (Cluster({}), "no worker there; start some: dask worker"),
        (Cluster({"tcp://x": None}), "worker tcp://x has no peacetalks, here is"),
        (Cluster({"tcp://x": ("0.0.1", "old 1")}), "has peacetalks 0.0.1 with the pipeline old 1"),
    ],
)
def test_a_cluster_of_no_use(cluster: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        connect.same_everywhere(cluster, None, work.versions(None))


def test_a_scheduler_with_another_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"type": "Scheduler", "versions": {"packages": {"distributed": "2024.8.0"}}}
    monkeypatch.setattr(connect, "_asked", lambda _: there)
    with (
        pytest.raises(
            UsageError, match=r"tcp:..x:1: the scheduler has Dask 2024\.8\.0, here is .*; install the same on"
        ),
        connect.connected("tcp://x:1"),
    ):
        pass
