"""The command line in this process, which is faster than one of its own."""

import signal
import sys
from pathlib import Path

import pytest

from peacetalks_cli.cli import main


def peacetalks(*args: object, cwd: Path) -> int:
    """Runs a command in this process; gives its exit status."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as ended:
            patch.chdir(cwd)
            for name in ("PEACETALKS_STORE", "PEACETALKS_MODEL", "PEACETALKS_TOPICS"):
                patch.delenv(name, raising=False)
            patch.setattr(sys, "argv", ["peacetalks", *map(str, args)])
            main()
    finally:
        signal.signal(signal.SIGTERM, before)
    return int(ended.value.code or 0)
