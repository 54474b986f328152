"""What the stored facts depend on besides the text and the pipeline: our own rules."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from peacetalks_cli import __version__

_PACKAGE = Path(__file__).parent.parent
_DECIDE = ("read", "annotate", "link", "german", "data", "facts.py", "extract.py")


@cache
def rules_version() -> str:
    """Our version and a digest of the code and data that decide what is found: new rules, new facts."""
    digest = sha256()
    for path in _files():
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _files() -> list[Path]:
    inside = [path for name in _DECIDE for path in (_PACKAGE / name).rglob("*") if path.suffix != ".pyc"]
    single = [_PACKAGE / name for name in _DECIDE]
    # Of the pipeline its description is enough, which changes with every training; the weights are 20 MB.
    described = (_PACKAGE / "pipelines").rglob("meta.json")
    return sorted(path for path in (*inside, *single, *described) if path.is_file())
