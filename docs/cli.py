"""Writes docs/cli.md from --help: `python docs/cli.py`. tests/cli/test_reference.py says when that is due."""

import os
from pathlib import Path

from typer.testing import CliRunner

from peacetalks_cli.cli import app
from peacetalks_cli.cli.commands import COMMANDS

PAGE = Path(__file__).with_suffix(".md")
HEAD = """# Commands and options

Written by `python docs/cli.py` from `peacetalks --help`: edit the help, not this page.
What the formats hold is in [output.md](output.md).
"""


def page() -> str:
    """The whole page, as wide as a terminal of 80 columns."""
    os.environ["COLUMNS"] = "80"
    commands = [[], *([name] for name in COMMANDS)]
    return HEAD + "".join(_section(command) for command in commands)


def _section(command: list[str]) -> str:
    shown = CliRunner().invoke(app, [*command, "--help"], prog_name="peacetalks")
    return f"\n## {' '.join(['peacetalks', *command])}\n\n```text\n{shown.output.strip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
