"""The client: gives out pieces, a bounded number at a time, and counts what comes back."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from distributed import CancelledError, Client, Future, wait
from distributed.comm import CommClosedError
from distributed.scheduler import KilledWorker

from peacetalks_cli.cluster import work
from peacetalks_cli.cluster.connect import connected, same_everywhere
from peacetalks_cli.cluster.inputs import Part
from peacetalks_cli.cluster.pieces import Piece, pieces
from peacetalks_cli.cluster.work import Done, Job
from peacetalks_cli.dataset.folder import Dataset
from peacetalks_cli.errors import OutputError, PeacetalksError

_WINDOW = 3  # pieces a worker on their way, so that none waits for the next
_PATIENCE = 2  # seconds between two reports while nothing is done


@dataclass(slots=True)
class Progress:
    """How far a run is. `errors`: in the whole dataset; `skipped`: partitions that were there already; `kept`, `made`:
    bytes of the input in those and in the new ones, of `total`, about."""

    total: int
    articles: int = 0
    errors: int = 0
    partitions: int = 0
    skipped: int = 0
    kept: int = 0
    made: int = 0
    seconds: float = 0.0
    lost: list[str] = field(default_factory=list)
    """Pieces that ended every worker that took them."""

    @property
    def share(self) -> float:
        """Of the input."""
        return min(1.0, (self.kept + self.made) / self.total) if self.total else 1.0

    @property
    def left(self) -> float | None:
        """Seconds that the rest takes at the rate so far; None if nothing is known of it."""
        rest = max(0, self.total - self.kept - self.made)
        return self.seconds * rest / self.made if self.made else None


Told = Callable[[Progress], None]


def extract(parts: Sequence[Part], job: Job, *, address: str, size: int, told: Told) -> Progress:
    """Makes the dataset `job.output` of `parts`, in pieces of about `size` bytes; what is there already is kept.

    `address`: of a scheduler (tcp://…), or local:N for N processes here. Raises UsageError if there is no such
    cluster, OutputError if the dataset cannot be written, was made otherwise, of other input, or is being written.
    """
    dataset = Dataset.at(job.output)
    ours = work.versions(job.model)
    with dataset.written_alone():
        dataset.begin(_made_by(job, size, ours[0]))
        with connected(address) as client:
            same_everywhere(client, job.model, ours)
            total = sum(part.size for part in parts)
            run = _Run(client, dataset, replace(job, program=ours), dataset.parts(), told, Progress(total))
            try:
                run.all(pieces(parts, size))
            except (CancelledError, CommClosedError) as error:
                raise PeacetalksError("--cluster: the scheduler is gone; start one and run this again") from error
    return run.progress


@dataclass(slots=True)
class _Run:
    """Pieces on their way. `known`: the partitions that are there already."""

    client: Client
    dataset: Dataset
    job: Job
    known: dict[int, dict[str, Any]]
    told: Told
    progress: Progress
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
            self._flying[future] = piece.without_lines()
        while self._flying:
            self._collect()
        if beyond := sorted(self.known.keys() - numbers):
            raise OutputError(
                f"{self.dataset.name}: partition {beyond[0]} is of input that was not given now; name another --output"
            )

    def _check(self, piece: Piece) -> None:
        known = self.known[piece.number]
        if known.get("key") != piece.key():
            raise OutputError(
                f"{self.dataset.name}: the input has changed since it was made ({piece.name}); name another --output"
            )
        self.progress.skipped += 1
        self.progress.kept += piece.ends - piece.begins
        self.progress.errors += known.get("errors", 0)

    def _collect(self) -> None:
        """Takes what has been done; waits until something is."""
        try:
            finished = wait(list(self._flying), timeout=_PATIENCE, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            self.told(self.progress)
            return
        for future in finished:
            piece = self._flying.pop(future)
            self._count(future, piece)
        self.progress.seconds = time.monotonic() - self.begun
        self.told(self.progress)

    def _count(self, future: Future, piece: Piece) -> None:
        try:
            done: Done = future.result()
        except KilledWorker:
            self.progress.lost.append(piece.name)
            return
        if done.failed:
            raise OutputError(done.failed)
        self.progress.partitions += 1
        self.progress.made += piece.ends - piece.begins
        self.progress.articles += done.articles
        self.progress.errors += done.errors


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
