"""The errors that a user can cause or cure, each with its exit status.

Each message is one line that names the file or the option and says the way out.
"""

from enum import IntEnum


class ExitStatus(IntEnum):
    DONE = 0
    INPUT = 1  # an input could not be used; the others were
    USAGE = 2  # wrong usage, nothing done
    INTERRUPTED = 130


class PeacetalksError(Exception):
    """Root of all errors raised on purpose; ends a command with `status`."""

    status = ExitStatus.USAGE


class InputError(PeacetalksError):
    """One input cannot be read (missing, empty, binary, broken): named on stderr, the others go on."""

    status = ExitStatus.INPUT


class UsageError(PeacetalksError):
    """An option or a path that makes no sense."""


class ModelError(PeacetalksError):
    """The spaCy pipeline asked for is not there or is of no use (no PER, LOC, ORG)."""


class StoreError(PeacetalksError):
    """The store is missing, empty, damaged, locked, or of a newer version."""


class OutputError(PeacetalksError):
    """The output file cannot be written."""
