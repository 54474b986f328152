"""Input and output in an object store: a server of S3 on this machine."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cluster_collection import text

moto = pytest.importorskip("moto.server")
s3fs = pytest.importorskip("s3fs")

ENVIRONMENT = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "eu-central-1"}


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield ENVIRONMENT | {"AWS_ENDPOINT_URL": f"http://{host}:{port}"}
    server.stop()


def peacetalks(environment: dict[str, str], folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "peacetalks_cli", *args],
        cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip


def test_from_bucket_to_bucket(environment: dict[str, str], tmp_path: Path) -> None:
    storage = s3fs.S3FileSystem(
        key="test", secret="test", client_kwargs={"endpoint_url": environment["AWS_ENDPOINT_URL"]}
    )
    for bucket in ("articles", "facts"):
        storage.mkdir(bucket)
    for n in range(4):
        storage.pipe_file(f"articles/2026/a{n}.txt", text(n).encode())
    storage.pipe_file("articles/2026/b.jsonl", json.dumps({"text": text(7), "published": "2026-02-01"}).encode())
    command = ("extract", "s3://articles/2026", "--cluster", "local:1", "--output", "s3://facts/week")
    done = peacetalks(environment, tmp_path, *command, "--partition", "0.001")
    assert done.returncode == 0, done.stderr
    assert "s3://facts/week: 5 articles" in done.stderr
    assert not [path for path in storage.find("facts/week") if path.endswith((".tmp", "writer.json"))]

    asked = peacetalks(environment, tmp_path, "people", "--from", "s3://facts/week", "--json")
    assert asked.returncode == 0, asked.stderr
    (sybiha,) = [row for row in json.loads(asked.stdout) if row["name"] == "Andrij Sybiha"]
    assert (sybiha["articles"], sybiha["files"][0]) == (5, "s3://articles/2026/a0.txt")


def test_a_bucket_that_is_not_there(environment: dict[str, str], tmp_path: Path) -> None:
    done = peacetalks(environment, tmp_path, "people", "--from", "s3://nowhere/dataset")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "s3://nowhere/dataset" in done.stderr
