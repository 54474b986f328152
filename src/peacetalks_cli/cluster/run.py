"""The client: gives out pieces, a bounded number at a time, and counts what comes back."""

import logging
import socket
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from dask import config
from distributed import Client, Future, LocalCluster, wait
from distributed.scheduler import KilledWorker

from peacetalks_cli.cluster import work
from peacetalks_cli.cluster.pieces import Part, Piece, Problem, pieces
from peacetalks_cli.cluster.work import Done, Job
from peacetalks_cli.dataset.folder import Dataset
from peacetalks_cli.errors import OutputError, UsageError

_WINDOW = 3  # pieces a worker on their way, so that none waits for the next
_PATIENCE = 2  # seconds between two reports while nothing is done
_ANSWER = 10  # seconds in which a scheduler answers
_LOCAL = "local:"


@dataclass(slots=True)
class Progress:
    """How far a run is. `share`: of the input, in bytes; `skipped`: partitions that were there already."""

    articles: int = 0
    errors: int = 0
    partitions: int = 0
    skipped: int = 0
    share: float = 0.0
    seconds: float = 0.0
    lost: list[str] = field(default_factory=list)
    """Pieces that ended every worker that took them."""

    @property
    def left(self) -> float | None:
        """Seconds that the rest takes at the rate so far; None if nothing is known of it."""
        return self.seconds * (1 - self.share) / self.share if self.share and self.partitions else None


Told = Callable[[Progress], None]


def extract(
    parts: Sequence[Part], job: Job, *, address: str, size: int, program: str, on_error: Problem, told: Told
) -> Progress:
    """Makes the dataset `job.output` of `parts`, in pieces of about `size` bytes; what is there already is kept.

    `address`: of a scheduler (tcp://…), or local:N for N processes here. `program`: the version of all that decides
    what is found. Raises UsageError if there is no such cluster, OutputError if the dataset cannot be written, was
    made otherwise, of other input, or is being written.
    """
    dataset = Dataset.at(job.output)
    with dataset.written_alone():
        dataset.begin(_made_by(job, size, program))
        with connected(address) as client:
            _same_everywhere(client, job)
            run = _Run(client, dataset, job, dataset.parts(), sum(part.size for part in parts), told)
            run.all(pieces(parts, size, on_error))
    return run.progress


@dataclass(slots=True)
class _Run:
    """Pieces on their way. `known`: the partitions that are there already; `total`: bytes of all input."""

    client: Client
    dataset: Dataset
    job: Job
    known: dict[int, dict[str, Any]]
    total: int
    told: Told
    progress: Progress = field(default_factory=Progress)
    begun: float = field(default_factory=time.monotonic)
    _flying: dict[Future, Piece] = field(default_factory=dict)

    def all(self, pieces: Iterable[Piece]) -> None:
        """Gives out all pieces that are missing, and waits for them."""
        numbers = set()
        for piece in pieces:
            numbers.add(piece.number)
            if piece.number in self.known:
                self._check(piece)
                continue
            while len(self._flying) >= _WINDOW * max(1, sum(self.client.nthreads().values())):
                self._collect()
            # A key of its own, so that the scheduler never takes a result of an earlier run for this one.
            future = self.client.submit(work.partition, piece, self.job, key=f"partition-{uuid4().hex}", pure=False)
            self._flying[future] = piece
        while self._flying:
            self._collect()
        if beyond := sorted(self.known.keys() - numbers):
            raise OutputError(
                f"{self.dataset.name}: partition {beyond[0]} is of input that was not given now; name another --output"
            )

    def _check(self, piece: Piece) -> None:
        if self.known[piece.number]["key"] != piece.key():
            names = ", ".join(dict.fromkeys(part.name for part in piece.parts[:3]))
            raise OutputError(
                f"{self.dataset.name}: the input has changed since it was made ({names} …); name another --output"
            )
        self.progress.skipped += 1

    def _collect(self) -> None:
        """Takes what has been done; waits until something is."""
        try:
            finished = wait(list(self._flying), timeout=_PATIENCE, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            self.told(self.progress)
            return
        for future in finished:
            piece = self._flying.pop(future)
            self._count(piece, self._result(future, piece))
        self.progress.seconds = time.monotonic() - self.begun
        self.told(self.progress)

    def _result(self, future: Future, piece: Piece) -> Done:
        try:
            done: Done = future.result()
        except KilledWorker:
            done = Done(piece.number, failed="")
        if done.failed:
            raise OutputError(done.failed)
        return done

    def _count(self, piece: Piece, done: Done) -> None:
        if done.failed is not None:
            self.progress.lost.append(f"{piece.parts[0].name} … {piece.parts[-1].name}")
            return
        self.progress.partitions += 1
        self.progress.articles += done.articles
        self.progress.errors += done.errors
        self.progress.share = max(self.progress.share, piece.done / self.total if self.total else 1.0)


def _made_by(job: Job, size: int, program: str) -> dict[str, Any]:
    """What must be the same when a run is taken up again."""
    return {
        "dataset": "peacetalks/1",
        "format": job.format,
        "partition": size,
        "program": program,
        "model": job.model,
        "topics": job.topics,
        "published": job.published,
        "vague": job.vague,
        "text_column": job.text_column,
        "published_column": job.published_column,
    }


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A client of the cluster at `address`, which is ended with it if it is a local one."""
    # Its own messages come between ours, and say what ours say.
    config.set({"logging.distributed": "critical", "distributed.comm.timeouts.connect": f"{_ANSWER}s"})
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    if address.startswith(_LOCAL):
        count = address.removeprefix(_LOCAL)
        if not count.isdigit() or not int(count):
            raise UsageError(f"--cluster {address}: how many processes? local:2, for example")
        with (
            LocalCluster(
                n_workers=int(count), threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
            ) as here,
            Client(here) as client,
        ):
            yield client
        return
    try:
        _knock(address)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = Client(address, timeout=_ANSWER)
    except (OSError, TimeoutError, ValueError, RuntimeError, ImportError) as error:
        raise UsageError(
            f"--cluster {address}: no scheduler answers there; start one (dask scheduler) and give its tcp:// address,"
            " or use local:N"
        ) from error
    with client:
        yield client


def _knock(address: str) -> None:
    """Raises OSError at once where nobody listens: Dask would try again and again. Addresses of other kinds pass."""
    host, _, port = address.removeprefix("tcp://").rpartition(":")
    if address.startswith("tcp://") and port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), timeout=_ANSWER).close()


def _same_everywhere(client: Client, job: Job) -> None:
    """Raises UsageError if the workers' program, pipeline or Dask is not this one's, or if there is no worker."""
    try:
        client.wait_for_workers(1, timeout=_ANSWER * 3)
    except TimeoutError as error:
        raise UsageError("--cluster: no worker there; start some: dask worker ADDRESS") from error
    ours = work.versions(job.model)
    for worker, theirs in client.run(_versions_or_none, job.model).items():
        if theirs != ours:
            there = "no peacetalks" if theirs is None else f"peacetalks {theirs[0]} with the pipeline {theirs[1]}"
            raise UsageError(
                f"--cluster: worker {worker} has {there}, here is {ours[0]} with {ours[1]}; install the same on all"
            )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = client.get_versions()
    of_scheduler, of_client = (found[part]["packages"]["distributed"] for part in ("scheduler", "client"))
    if of_scheduler != of_client:
        raise UsageError(
            f"--cluster: the scheduler has Dask {of_scheduler}, here is {of_client}; install the same on both"
        )


def _versions_or_none(model: str | None) -> tuple[str, str] | None:
    try:
        from peacetalks_cli.cluster.work import versions  # noqa: PLC0415  (not there on a bare worker)
    except ImportError:
        return None
    return versions(model)
