"""A cluster of processes of this machine, ready sooner than if each of them loaded the pipeline."""

import multiprocessing
import sys

PREFIX = "local:"
# Elsewhere than on Linux a process that has loaded libraries of the system cannot always be forked.
FORKS = sys.platform.startswith("linux")


def warm_up(address: str, model: str | None) -> None:
    """Begins to load, in a process beside this one, what all local workers need, if the cluster is to be one of them:
    they will be forked from it. `model`: a pipeline other than the bundled one, which each loads itself."""
    if not (FORKS and address.startswith(PREFIX)):
        return
    from multiprocessing import forkserver  # noqa: PLC0415  (not on Windows)

    multiprocessing.set_forkserver_preload(["peacetalks_cli.cluster.warm" if model is None else "distributed"])
    forkserver.ensure_running()
