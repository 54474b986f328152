"""Text from articles is data: what of it may reach a terminal, a table or a message."""

import re

_SPACE = re.compile(r"\s+")
# Colours and the like (CSI), titles and links (OSC).
_ESCAPE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
# C0, C1 and DEL steer a terminal; bidirectional controls let a text look like another one.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """`text` without control characters, each run of white space (line ends, tabs) one space."""
    return _SPACE.sub(" ", printable(text)).strip()


def printable(text: str) -> str:
    """`text` without control characters and escape sequences; line ends and tabs stay."""
    return _CONTROL.sub("", _ESCAPE.sub("", text))
