"""The cluster: found or started, answering, of the same versions everywhere."""

import asyncio
import logging
import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import distributed
from dask import config
from distributed import Client, LocalCluster
from distributed.core import rpc
from distributed.security import Security

from peacetalks_cli.cluster.local import FORKS, processes
from peacetalks_cli.errors import UsageError

_ANSWER = 10  # seconds in which a scheduler answers
_START = 30  # seconds in which the first worker comes


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A client of the cluster at `address`, which is ended with it if it is a local one. Raises UsageError if nothing
    of use answers there."""
    # Its own messages come between ours, and say what ours say.
    config.set(
        {
            "logging.distributed": "critical",
            "distributed.comm.timeouts.connect": f"{_ANSWER}s",
            "distributed.admin.large-graph-warning-threshold": "1GB",  # lines of a large file
            "distributed.admin.low-level-log-length": 10,  # of the last messages, each of which is a piece
        }
    )
    for name in ("distributed", *(one for one in logging.root.manager.loggerDict if one.startswith("distributed."))):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if (count := processes(address)) is not None:
        with _local(count) as here, Client(here) as client:
            yield client
        return
    _same_dask(address, _asked(address))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        client = Client(address, timeout=_ANSWER)
    with client:
        yield client


def _local(count: int) -> LocalCluster:
    # Nobody looks at a profile; each sample would stop the work.
    config.set({"distributed.worker.profile.enabled": False})
    if FORKS:
        config.set({"distributed.worker.multiprocessing-method": "forkserver"})
    return LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL)


def _asked(address: str) -> dict[str, Any]:
    """What the scheduler at an address says of itself. Dask's own client would wait for ever where something else
    answers, and fail in its own way where another version does."""
    try:
        _knock(address)
        found: dict[str, Any] = asyncio.run(asyncio.wait_for(_ask(address), _ANSWER))
    except Exception as error:  # refused, silent, or no words of Dask's
        raise UsageError(
            f"--cluster {address}: no scheduler answers there; start one (dask scheduler) and give its tcp:// address,"
            " or use local:N"
        ) from error
    if found["type"] != "Scheduler":
        raise UsageError(f"--cluster {address}: a {found['type'].lower()} answers there; give its scheduler's address")
    return found


async def _ask(address: str) -> dict[str, Any]:
    security = Security().get_connection_args("client")
    async with rpc(address, timeout=_ANSWER, connection_args=security) as there:
        return {"type": (await there.identity())["type"], "versions": await there.versions()}


def _knock(address: str) -> None:
    """Raises OSError at once where nobody listens: Dask would try again and again. Addresses of other kinds pass."""
    host, _, port = address.removeprefix("tcp://").rpartition(":")
    if address.startswith("tcp://") and port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), timeout=_ANSWER).close()


def _same_dask(address: str, scheduler: dict[str, Any]) -> None:
    theirs, ours = scheduler["versions"]["packages"]["distributed"], distributed.__version__
    if theirs != ours:
        raise UsageError(
            f"--cluster {address}: the scheduler has Dask {theirs}, here is {ours}; install the same on both"
        )


def same_everywhere(client: Client, model: str | None, ours: tuple[str, str]) -> None:
    """Raises UsageError if there is no worker, or if the program or the pipeline of one is not `ours`."""
    try:
        client.wait_for_workers(1, timeout=_START)
    except TimeoutError as error:
        raise UsageError("--cluster: no worker there; start some: dask worker ADDRESS") from error
    for worker, theirs in client.run(_versions_or_none, model).items():
        if theirs != ours:
            there = "no peacetalks" if theirs is None else f"peacetalks {theirs[0]} with the pipeline {theirs[1]}"
            raise UsageError(
                f"--cluster: worker {worker} has {there}, here is {ours[0]} with {ours[1]}; install the same on all"
            )


def _versions_or_none(model: str | None) -> tuple[str, str] | None:
    try:
        from peacetalks_cli.cluster.work import versions  # noqa: PLC0415  (not there on a bare worker)
    except ImportError:
        return None
    return versions(model)
