"""The program as a process: what it takes of time, processor and memory."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

PEACETALKS = (sys.executable, "-m", "peacetalks_cli")


@dataclass(frozen=True, slots=True)
class Cost:
    """`seconds` on the clock, `processor` seconds of it and its children, `megabytes` at its peak."""

    seconds: float
    processor: float
    megabytes: float


def cost(command: Sequence[str], folder: Path | None = None, *, status: int = 0) -> Cost:
    """What `command` takes; ends this process with its message if its exit status is another one."""
    begin = perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdin=quiet, stdout=quiet, stderr=subprocess.PIPE)
    assert process.stderr is not None
    message = process.stderr.read()
    _, ended, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(ended)
    if process.returncode != status:
        sys.exit(f"{' '.join(command)}: exit status {process.returncode}\n{message.decode()}")
    return Cost(perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
