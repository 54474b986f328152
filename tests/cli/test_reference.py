"""docs/cli.md is what --help says."""

import re
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_reference_is_fresh(tmp_path: Path) -> None:
    """Word by word: where lines break is Typer's matter and changes with its version."""
    (tmp_path / "cli.py").write_text((DOCS / "cli.py").read_text())
    subprocess.run([sys.executable, tmp_path / "cli.py"], check=True)
    fresh, kept = (re.findall(r"[\w-]+", (folder / "cli.md").read_text()) for folder in (tmp_path, DOCS))
    assert kept == fresh, "run: python docs/cli.py"


def test_every_command_has_an_example_or_needs_none() -> None:
    sections = re.split(r"(?m)^## peacetalks ?", (DOCS / "cli.md").read_text())[1:]
    without = {section.split("\n")[0] for section in sections if "Examples:" not in section}
    assert without == {"schema", "info"}
