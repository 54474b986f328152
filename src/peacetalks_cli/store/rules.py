"""What the stored facts depend on besides the text and the pipeline: our own rules."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from peacetalks_cli import __version__

_PACKAGE = Path(__file__).parent.parent
_DECIDE = ("read", "annotate", "link", "german", "data", "facts.py", "extract.py")
_JOIN = ("query", "link", "german/transliteration.py", "german/inflection.py")


@cache
def rules_version() -> str:
    """Our version and a digest of the code and data that decide what is found: new rules, new facts."""
    # Of the pipeline its description is enough, which changes with every training; the weights are 20 MB.
    return _digest(_DECIDE, (_PACKAGE / "pipelines").rglob("meta.json"))


@cache
def answers_version() -> str:
    """The same of the code that decides which people and places of several articles are one."""
    return _digest(_JOIN)


def _digest(names: Iterable[str], more: Iterable[Path] = ()) -> str:
    digest = sha256()
    for path in _files(names, more):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _files(names: Iterable[str], more: Iterable[Path]) -> list[Path]:
    given = [_PACKAGE / name for name in names]
    inside = [path for folder in given for path in folder.rglob("*") if path.suffix != ".pyc"]
    return sorted(path for path in (*given, *inside, *more) if path.is_file())
