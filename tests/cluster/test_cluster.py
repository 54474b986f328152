"""extract --cluster: the same facts as one process finds, exactly once, whatever happens meanwhile."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cluster_records import records
from distributed import Client, LocalCluster

from peacetalks_cli.cluster import connect
from peacetalks_cli.errors import UsageError

Run = Callable[..., subprocess.CompletedProcess[str]]

SMALL = "0.002"  # megabytes a partition: some articles each


def made(
    run: Run, collection: Path, cluster: LocalCluster, dataset: Path, *more: object
) -> subprocess.CompletedProcess[str]:
    address = cluster.scheduler_address
    return run("extract", collection, "--cluster", address, "--output", dataset, "--partition", SMALL, *more)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("expected") / "facts.db"


@pytest.fixture(scope="session")
def expected(collection: Path, store: Path) -> list[dict[str, Any]]:
    """What one process prints, and puts into the store."""
    done = subprocess.run(
        [sys.executable, "-m", "peacetalks_cli", "extract", collection, "--jobs", "1", "--jsonl", "--store", store],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1  # of two lines nothing can be made
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def dataset(
    collection: Path, cluster: LocalCluster, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    path = tmp_path_factory.mktemp("made") / "dataset"
    command = ["extract", collection, "--cluster", cluster.scheduler_address, "--output", path, "--partition", SMALL]
    done = subprocess.run(
        [sys.executable, "-m", "peacetalks_cli", *map(str, command)], capture_output=True, text=True, check=False
    )
    return path, done


def test_the_dataset_has_what_one_process_prints(
    dataset: tuple[Path, subprocess.CompletedProcess[str]], expected: list[dict[str, Any]]
) -> None:
    path, done = dataset
    assert done.returncode == 1, done.stderr
    assert "40 articles" in done.stderr
    assert "2 inputs could not be used: see its table errors" in done.stderr
    assert records(path) == expected
    assert len(list((path / "_manifest").glob("part-*.json"))) > 4


def test_what_is_of_no_use_is_in_the_errors(dataset: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415

    rows = [row for path in sorted((dataset[0] / "errors").glob("*")) for row in pq.read_table(path).to_pylist()]
    assert [row["file"].rsplit(":", 1)[1] for row in rows] == ["4", "5"]
    assert "broken JSON" in rows[0]["error"]


def test_jsonl_partitions_are_the_same_records(
    run: Run, collection: Path, cluster: LocalCluster, tmp_path: Path, expected: list[dict[str, Any]]
) -> None:
    made(run, collection, cluster, tmp_path / "lines", "--jsonl")
    lines = [
        line for path in sorted((tmp_path / "lines" / "records").glob("*")) for line in path.read_text().splitlines()
    ]
    assert [json.loads(line) for line in lines] == expected


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("people", ()),
        ("places", ("--since", "2026-02-05", "--until", "2026-02")),
        ("dates", ("--file", "a0*")),
        ("numbers", ("--topic", "drones", "--topic", "outage", "--limit", "7")),
        ("numbers", ("--file", "*/articles/*[!a].jsonl:1?")),
    ],
)
def test_questions_to_the_dataset(
    run: Run,
    dataset: tuple[Path, Any],
    expected: list[dict[str, Any]],
    store: Path,
    kind: str,
    options: tuple[str, ...],
) -> None:
    asked = run(kind, "--from", dataset[0], "--json", *options)
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout) == json.loads(run(kind, "--store", store, "--json", *options).stdout)
    assert json.loads(asked.stdout)


def test_identity_does_not_depend_on_the_partitions(
    run: Run, collection: Path, cluster: LocalCluster, dataset: tuple[Path, Any], tmp_path: Path
) -> None:
    other = tmp_path / "other"
    files = sorted(collection.iterdir(), reverse=True)
    run("extract", *files, "--cluster", cluster.scheduler_address, "--output", other, "--partition", "0.02")
    for kind in ("people", "places"):
        assert run(kind, "--from", other, "--json").stdout == run(kind, "--from", dataset[0], "--json").stdout


def test_a_run_is_taken_up_again(
    run: Run, collection: Path, cluster: LocalCluster, tmp_path: Path, expected: list[dict[str, Any]]
) -> None:
    path = tmp_path / "dataset"
    address = cluster.scheduler_address
    command = ["extract", collection, "--cluster", address, "--output", path, "--partition", SMALL]
    killed = subprocess.Popen(
        [sys.executable, "-m", "peacetalks_cli", *map(str, command)], stderr=subprocess.DEVNULL, cwd=tmp_path
    )
    _until(lambda: any((path / "_manifest").glob("part-*.json")))
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    before = {one.name: one.stat().st_mtime_ns for one in (path / "_manifest").glob("part-*.json")}
    again = made(run, collection, cluster, path)
    assert again.returncode == 1, again.stderr
    assert "were there" in again.stderr
    assert records(path) == expected
    assert {name: (path / "_manifest" / name).stat().st_mtime_ns for name in before} == before


def test_a_worker_that_is_killed_is_replaced(
    run: Run, collection: Path, cluster: LocalCluster, tmp_path: Path, expected: list[dict[str, Any]]
) -> None:
    path = tmp_path / "dataset"
    command = ["extract", collection, "--cluster", cluster.scheduler_address, "--output", path, "--partition", SMALL]
    running = subprocess.Popen(
        [sys.executable, "-m", "peacetalks_cli", *map(str, command)], stderr=subprocess.PIPE, text=True, cwd=tmp_path
    )
    _until(lambda: any((path / "_manifest").glob("part-*.json")))
    with Client(cluster, set_as_default=False) as client:
        for pid in client.run(os.getpid).values():  # all of them: their nannies start new ones
            os.kill(pid, signal.SIGKILL)
    said = running.communicate(timeout=90)[1]
    assert running.returncode == 1, said
    assert records(path) == expected


def test_an_interrupted_run_ends_in_silence(collection: Path, tmp_path: Path) -> None:
    path = tmp_path / "dataset"
    command = ["extract", collection, "--cluster", "local:2", "--output", path, "--partition", SMALL]
    running = subprocess.Popen(
        [sys.executable, "-m", "peacetalks_cli", *map(str, command)],
        stderr=subprocess.PIPE, text=True, cwd=tmp_path, start_new_session=True,
    )  # fmt: skip
    _until(lambda: any((path / "_manifest").glob("part-*.json")))
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to the workers, too
    assert running.communicate(timeout=60)[1] == ""
    assert running.returncode == 130
    assert not (path / "_manifest" / "writer.json").exists()


def _until(done: Callable[[], bool]) -> None:
    for _ in range(1_200):
        if done():
            return
        time.sleep(0.05)
    raise AssertionError("it took too long")


def test_one_run_at_a_time(run: Run, collection: Path, cluster: LocalCluster, tmp_path: Path) -> None:
    path = tmp_path / "dataset"
    (path / "_manifest").mkdir(parents=True)
    writer = {"host": socket.gethostname(), "process": os.getpid(), "key": "x", "seen": time.time()}
    (path / "_manifest" / "writer.json").write_text(json.dumps(writer))
    refused = made(run, collection, cluster, path)
    assert refused.returncode == 2
    assert f"process {os.getpid()} on {socket.gethostname()} is writing it" in refused.stderr


def test_other_input_is_refused(run: Run, cluster: LocalCluster, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(3):
        (folder / f"a{n}.txt").write_text("Am Freitag waren in Kiew 3 Menschen ohne Strom.\n" * 50)
    assert made(run, folder, cluster, tmp_path / "dataset").returncode == 0
    assert "made otherwise (vague)" in made(run, folder, cluster, tmp_path / "dataset", "--vague").stderr
    (folder / "a2.txt").rename(tmp_path / "a2.txt")
    assert "of input that was not given now" in made(run, folder, cluster, tmp_path / "dataset").stderr
    (folder / "a2.txt").write_text("Etwas anderes steht nun in Kiew." * 80)
    refused = made(run, folder, cluster, tmp_path / "dataset")
    assert refused.returncode == 2
    assert "the input has changed" in refused.stderr


def test_a_folder_with_other_things_is_left_alone(
    run: Run, collection: Path, cluster: LocalCluster, tmp_path: Path
) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").touch()
    refused = made(run, collection, cluster, tmp_path / "photos")
    assert refused.returncode == 2
    assert "holds something else" in refused.stderr


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.0 400 Bad Request\r\n\r\n"])
def test_where_something_else_listens(
    run: Run, collection: Path, tmp_path: Path, answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:

        def listen() -> None:
            with contextlib.suppress(OSError):
                while True:
                    other.accept()[0].sendall(answer)

        threading.Thread(target=listen, daemon=True).start()
        monkeypatch.setattr(connect, "_ANSWER", 1)
        address = f"tcp://127.0.0.1:{other.getsockname()[1]}"
        with pytest.raises(UsageError, match="no scheduler answers there"), connect.connected(address):
            pass


def test_the_address_of_a_worker(run: Run, collection: Path, cluster: LocalCluster, tmp_path: Path) -> None:
    address = next(iter(cluster.scheduler_info["workers"]))
    done = run("extract", collection, "--cluster", address, "--output", tmp_path / "dataset")
    assert done.returncode == 2
    assert "a worker answers there; give its scheduler's address" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_was_sent_is_not_kept(cluster: LocalCluster) -> None:
    with connect.connected(cluster.scheduler_address) as client:
        for _ in range(30):
            client.submit(len, b"a piece with its lines", pure=False).result()
        log = client.scheduler_comm.recent_message_log
        assert 0 < len(log) <= 10


def test_where_no_scheduler_is(run: Run, collection: Path, tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{nobody.getsockname()[1]}"
        done = run("extract", collection, "--cluster", address, "--output", tmp_path / "dataset")
    assert done.returncode == 2
    assert f"--cluster {address}: no scheduler answers there" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--cluster", "local:2"), "--output DIR_OR_URL"),
        (("--cluster", "local:none", "--output", "dataset"), "how many processes?"),
        (("--cluster", "local:2", "--output", "dataset", "--csv"), "Parquet, or JSONL"),
        (("--cluster", "local:2", "--output", "unknown://bucket/x"), "cannot be reached"),
    ],
)
def test_wrong_usage(run: Run, collection: Path, options: tuple[str, ...], said: str) -> None:
    done = run("extract", collection, *options)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize("more", [("articles.txt",), ("--explain",), ("--chart",)])
def test_a_dataset_is_asked_as_it_is(run: Run, tmp_path: Path, more: tuple[str, ...]) -> None:
    done = run("numbers", "--from", tmp_path, *more)
    assert done.returncode == 2
    assert "leave out" in done.stderr


def test_no_dataset(run: Run, tmp_path: Path) -> None:
    done = run("people", "--from", tmp_path)
    assert done.returncode == 2
    assert "no dataset there; make one" in done.stderr
