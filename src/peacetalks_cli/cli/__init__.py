"""The commands: options to one call, its result to text, errors to an exit status. The only room that knows Typer."""

import signal
import sys

import typer

from peacetalks_cli.cli.commands import Commands
from peacetalks_cli.cli.options import Version
from peacetalks_cli.cli.output import in_utf8, say, silence
from peacetalks_cli.errors import ExitStatus, PeacetalksError

# Plain help: rich would take a quarter of a second to import and rewrap the examples.
app = typer.Typer(
    name="peacetalks",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(
    epilog="""
\b
Examples:
  peacetalks extract articles/          read, extract, remember, show
  peacetalks people                     everybody in the articles so far
  peacetalks numbers --topic drones     figures with source, place and date
  peacetalks people --json | jq .       the same for other programs

Exit status: 0 done; 1 an input could not be used, the others were; 2 wrong
usage, nothing done; 130 interrupted.
"""
)
def peacetalks(version: Version = False) -> None:
    """People, places, dates and figures from German news articles, each tied to its place in the text."""


def main() -> None:
    """Runs the command of `sys.argv` and ends the process with its exit status."""
    # `kill` ends as Ctrl-C does: files half written are removed, processes of --jobs end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    in_utf8(sys.stdout, sys.stderr)
    try:
        app(prog_name="peacetalks")
    except PeacetalksError as error:
        say(str(error))
        sys.exit(error.status)
    except OSError as error:
        if error.filename is not None or sys.stdout is None:
            raise
        # Of writing what Typer says itself: help, wrong usage.
        silence(sys.stdout)
        say(f"standard output: {error.strerror}")
        sys.exit(ExitStatus.USAGE)
    except KeyboardInterrupt:
        sys.exit(ExitStatus.INTERRUPTED)
