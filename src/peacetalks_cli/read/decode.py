"""Bytes of a file -> text, with every code point where the file has it."""

import codecs

from peacetalks_cli.errors import InputError

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "an office document or archive"))


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """The text of `data`, line ends kept, without its byte-order mark; and a warning, or None.

    A byte-order mark decides; then strict UTF-8; then Windows-1252, which is a guess and so comes with the warning.
    `name` is the input's name for messages. Raises InputError for what is no text, or none at all.
    """
    _refuse_formats(data, name)
    mark, encoding = next(((mark, enc) for mark, enc in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    data = data[len(mark) :]
    warning = None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise InputError(f"{name}: broken {encoding[:6].upper()}; save it as UTF-8") from error
        text = data.decode("cp1252", "peacetalks-c1")
        warning = f"{name}: not UTF-8, read as Windows-1252; save it as UTF-8 if letters look wrong"
    if "\0" in text:
        raise InputError(f"{name}: binary, not text; save the article as UTF-8 text")
    if not text.strip():
        raise InputError(f"{name}: empty; nothing to read")
    return text, warning


def shown(name: str) -> str:
    """`name` fit for a one-line message: no control characters, no half characters of an undecodable file name."""
    if not name:
        return "''"
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)


def _refuse_formats(data: bytes, name: str) -> None:
    for magic, kind in _FORMATS:
        if data.startswith(magic):
            raise InputError(f"{name}: {kind}, not text; save the article as UTF-8 text")


def _c1(error: UnicodeError) -> tuple[str, int]:
    """The five bytes that Windows-1252 leaves undefined become control characters, as browsers have it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("peacetalks-c1", _c1)
