"""Pages made to take for ever: what the parsers of HTML do takes the square of the number of tags in a page, and of
attributes in a tag."""

import re

_MOST_TAGS = 60_000  # opening and closing; the longest live blogs have a third of them
_MOST_ATTRIBUTES = 2_000  # of one tag

# As HTML is cut into tokens: an attribute has a name, and a value in quotes, which may hold ">", or without.
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>\"'][^\s>]*+)?+)?+"
_ATTRIBUTES = rf"(?:[\s/]++|{_ATTRIBUTE})*+"
# A comment; a tag with its attributes, and after some no tags but text up to their end.
_TOKEN = re.compile(
    rf"""(?isx)
    <!--.*?(?:-->|\Z)
    | <(script|style|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>])({_ATTRIBUTES})>.*?(?=</\1|\Z)
    | <[a-z][^\s/>]*+({_ATTRIBUTES})
    """
)
_EACH = re.compile(_ATTRIBUTE)


def is_bomb(page: str) -> bool:
    """Whether a page has more tags, or a tag with more attributes, than any article's; in time linear in its length."""
    if page.count("<") > _MOST_TAGS:
        return True
    for token in _TOKEN.finditer(page):
        attributes = token[2] or token[3] or ""
        if len(attributes) > 2 * _MOST_ATTRIBUTES and sum(1 for _ in _EACH.finditer(attributes)) > _MOST_ATTRIBUTES:
            return True
    return False
