"""A cluster of processes of this machine, ready sooner than if each of them loaded the pipeline."""

import multiprocessing
import signal
import sys

from peacetalks_cli.errors import UsageError

PREFIX = "local:"
# Elsewhere than on Linux a process that has loaded libraries of the system cannot always be forked.
FORKS = sys.platform.startswith("linux")


def processes(address: str) -> int | None:
    """The N of local:N; None of another address. Raises UsageError if it is no number."""
    if not address.startswith(PREFIX):
        return None
    count = address.removeprefix(PREFIX)
    if not (count.isascii() and count.isdigit() and int(count)):
        raise UsageError(f"--cluster {address}: how many processes? local:2, for example")
    return int(count)


def warm_up(address: str, model: str | None) -> None:
    """Begins to load, in a process beside this one, what all local workers need, if the cluster is to be one of them:
    they will be forked from it. `model`: a pipeline other than the bundled one, which each loads itself. Raises
    UsageError as `processes` does."""
    if processes(address) is None or not FORKS:
        return
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415  (not on Windows)

    multiprocessing.set_forkserver_preload(["peacetalks_cli.cluster.warm" if model is None else "distributed"])
    resource_tracker.ensure_running()  # undoes the mask when it starts
    # A new process inherits the mask: Ctrl-C goes to this process alone, which then ends the others.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
