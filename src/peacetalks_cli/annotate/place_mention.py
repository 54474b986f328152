"""One mention of a place: where it stands, which name it means, how it is brought in."""

import re
from functools import lru_cache
from typing import NamedTuple

from peacetalks_cli.facts import Interval
from peacetalks_cli.german.figures import location

_LETTERS = re.compile(r"[^a-z0-9äöü ]")


class Mention(NamedTuple):
    """`start`, `end`: the words; `name`: the name that they are or mean. `key`: one for all forms of a name;
    `form`: how it is brought in; `kind`: city, country, region, facility or unknown. `phrase`: where its phrase
    begins; `lead`: what stands before it (`place_cues.lead`), '' where that says nothing; `pair`: its part in
    'Petersberg bei Bonn' (first bei, second bei), '' where it stands alone."""

    start: int
    end: int
    name: Interval
    key: str
    form: str
    kind: str
    sentence: int
    phrase: int
    lead: str = ""
    pair: str = ""


@lru_cache(maxsize=5_000)
def key(name: str) -> str:
    """One for all inflections of a name: its first letters."""
    return _LETTERS.sub("", name.casefold().replace("ß", "ss"))[:6].rstrip("s ")


@lru_cache(maxsize=5_000)
def kind(name: str) -> str:
    """city, country, facility, region, or unknown."""
    found = location.kind(name)
    if found in ("city", "country"):
        return found
    return "facility" if location.is_facility(name) else "region" if found else "unknown"
