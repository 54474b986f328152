"""Where the quotations of a text are."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from peacetalks_cli.facts import Interval

_QUOTES = (("„", '“”"'), ("»", "«"), ("«", "»"), ("“", "”“"), ('"', '"'), ("‚", "‘"))
_OPENERS = re.compile('[„»«“"‚]')
_LINE_END = re.compile(r"[\r\n]")
_CLOSERS = {opening: re.compile(f"[{re.escape(closing)}]") for opening, closing in _QUOTES}
_LONGEST = 1500


def quotations(text: str) -> Iterator[Interval]:
    """Intervals of quotations, within a line; marks of one kind open and close."""
    at = 0
    while found := _OPENERS.search(text, at):
        limit = min(len(text), found.end() + _LONGEST)
        line_end = _LINE_END.search(text, found.end(), limit)
        limit = line_end.start() if line_end else limit
        close = _CLOSERS[found.group()].search(text, found.end(), limit)
        if close:
            yield found.start(), close.end()
        at = close.end() if close else found.end()


def holding(quotes: list[Interval], offset: int) -> Interval | None:
    """The quotation that holds `offset`."""
    i = bisect_left(quotes, (offset, offset)) - 1
    return quotes[i] if i >= 0 and offset < quotes[i][1] else None
