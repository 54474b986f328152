"""Readers of the training corpora: each gives texts with the character spans of their PER, LOC and ORG.

Where they lie: the option --corpora or the environment variable PEACETALKS_CORPORA; training/README.md says which
they are and under which licences.
"""

import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = ("PER", "LOC", "ORG")
OUR_CORPUS = Path(__file__).parent / "corpus"
# Beside the project, unless the environment says otherwise.
FOLDER = Path(os.environ.get("PEACETALKS_CORPORA", Path(__file__).parents[2] / "shared" / "corpora"))

_CLOSING = re.compile(r"^(?:[.,;:!?…%)\]}»“”‘’]|\.\.\.|'s|’s)$")
_OPENING = re.compile(r"^[(\[{«„‚#@]$")


@dataclass(frozen=True, slots=True)
class Text:
    """`spans`: (start, end, label), half-open, in code points, in order, without overlaps."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


Token = tuple[str, str]
"""A word and its tag, B-, I- (IOB1 or IOB2) or O."""


def joined(tokens: Iterable[Token], labels: Iterable[str] = LABELS) -> Text:
    """The text of a tokenised sentence as a newspaper would set it, and its spans of `labels`."""
    text, spans = "", []
    open_label, quoted, glue = None, False, True
    for word, tag in tokens:
        closes = bool(_CLOSING.match(word)) or (word == '"' and quoted)
        if text and not glue and not closes:
            text += " "
        start, end = len(text), len(text) + len(word)
        label = tag[2:] if tag[:1] in {"B", "I"} else None
        if label is None:
            pass
        elif tag[0] == "I" and label == open_label:
            spans[-1] = (spans[-1][0], end, label)
        else:
            spans.append((start, end, label))
        open_label = label
        text += word
        glue = bool(_OPENING.match(word)) or (word == '"' and not quoted)
        if word == '"':
            quoted = not quoted
    wanted = frozenset(labels)
    return Text(text, tuple(span for span in spans if span[2] in wanted))


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip("\r\n"))
        elif block:
            yield block
            block = []
    if block:
        yield block


def germeval(path: Path) -> list[Text]:
    """Outer tags; derivations (LOCderiv), parts of compounds (ORGpart) and OTH are left out."""
    with path.open(encoding="utf-8") as file:
        return [
            joined((fields[1], fields[2]) for fields in (line.split("\t") for line in block if line[0] != "#"))
            for block in _blocks(line if not line.startswith("#\t") else "\n" for line in file)
        ]


def europarl(path: Path) -> list[Text]:
    return _columns(path, LABELS)


def wikiner(path: Path, labels: Iterable[str] = LABELS) -> list[Text]:
    return _columns(path, labels)


def _columns(path: Path, labels: Iterable[str]) -> list[Text]:
    """A word a line, first the word, last its tag; an empty line between sentences."""
    with path.open(encoding="utf-8") as file:
        return [
            joined(((f[0], f[-1]) for f in (line.split("\t") for line in block)), labels) for block in _blocks(file)
        ]


_MOBIE = {
    "person": "PER",
    "location": "LOC",
    "location-city": "LOC",
    "location-stop": "LOC",
    "location-street": "LOC",
    "organization": "ORG",
    "organization-company": "ORG",
}


def mobie(path: Path) -> list[Text]:
    """News of companies and police reports; hashtags and short-hand of tweets are left out."""
    texts = []
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            with io.TextIOWrapper(archive.open(name), encoding="utf-8") as file:
                for block in _blocks(file):
                    rows = [line.split("\t") for line in block if not line.startswith("-DOCSTART-")]
                    if len(rows) < 6 or any(row[0][0] in "#@" for row in rows):
                        continue
                    texts.append(joined((row[0], _mapped(row[-1])) for row in rows))
    return texts


def _mapped(tag: str) -> str:
    label = _MOBIE.get(tag[2:])
    return f"{tag[:2]}{label}" if label else "O"


_INLINE = re.compile(r"\[([^\[\]|]+)\|(PER|LOC|ORG)\]")


def marked(line: str) -> Text:
    """A line with inline marks: `[Kiew|LOC] lehnt ab`."""
    text, spans, last = "", [], 0
    for mark in _INLINE.finditer(line):
        text += line[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        last = mark.end()
    return Text(text + line[last:], tuple(spans))


def articles(path: Path) -> list[list[Text]]:
    """The articles of a file with inline marks, each a list of lines; a blank line parts them."""
    with path.open(encoding="utf-8") as file:
        return [[marked(line) for line in block] for block in _blocks(file)]


def together(texts: Iterable[Text], separator: str = " ") -> Text:
    """Several texts as one."""
    text, spans = "", []
    for part in texts:
        if text:
            text += separator
        spans += [(start + len(text), end + len(text), label) for start, end, label in part.spans]
        text += part.text
    return Text(text, tuple(spans))


HELD_OUT = OUR_CORPUS / "held_out.txt"


def domain() -> tuple[list[list[Text]], list[list[Text]]]:
    """Our own corpus: articles to train on, and those whose headlines held_out.txt lists: never trained on."""
    headlines = set(HELD_OUT.read_text(encoding="utf-8").splitlines())
    train: list[list[Text]] = []
    held_out: list[list[Text]] = []
    for path in sorted(set(OUR_CORPUS.glob("*.txt")) - {HELD_OUT}):
        for article in articles(path):
            (held_out if article[0].text in headlines else train).append(article)
    return train, held_out
