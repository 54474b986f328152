"""Who is meant by a word of kinship of somebody with a relative: "Ida Kern und ihre Mutter Eva … sagt die Tochter"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from peacetalks_cli.facts import Person

# Someone's relative, and what that makes the other: a man, a woman.
_OTHER = {
    "mutter": ("sohn", "tochter"), "vater": ("sohn", "tochter"), "eltern": ("sohn", "tochter"),
    "sohn": ("vater", "mutter"), "tochter": ("vater", "mutter"), "kind": ("vater", "mutter"),
    "bruder": ("bruder", "schwester"), "schwester": ("bruder", "schwester"),
    "frau": ("mann", ""), "ehefrau": ("mann", ""), "mann": ("", "frau"), "ehemann": ("", "frau"),
    "großmutter": ("enkel", "enkelin"), "großvater": ("enkel", "enkelin"), "oma": ("enkel", "enkelin"),
    "opa": ("enkel", "enkelin"), "enkel": ("großvater", "großmutter"), "enkelin": ("großvater", "großmutter"),
    "neffe": ("onkel", "tante"), "nichte": ("onkel", "tante"), "onkel": ("neffe", "nichte"),
    "tante": ("neffe", "nichte"), "schwiegersohn": ("schwiegervater", "schwiegermutter"),
    "schwiegertochter": ("schwiegervater", "schwiegermutter"),
    "schwiegermutter": ("schwiegersohn", "schwiegertochter"),
    "schwiegervater": ("schwiegersohn", "schwiegertochter"), "cousin": ("cousin", "cousine"),
}  # fmt: skip
_SAME = {
    "ehemann": "mann",
    "gatte": "mann",
    "ehefrau": "frau",
    "gattin": "frau",
    "oma": "großmutter",
    "opa": "großvater",
}
_WHOSE = re.compile(r"\b(?P<whose>[Ii]hr|[Ss]ein)(?:e[nmrs]?)? (?:[a-zäöüß-]+ )?(?P<kin>[A-ZÄÖÜ][a-zäöüß]+) $")
_REACH = 60


def relative(text: str, word: str, named: Sequence[tuple[int, int, Person]]) -> Person | None:
    """Of the people `named` (in order), the one whom a relative named beside makes a `word`; None if none is."""
    wanted = _SAME.get(word.lower(), word.lower())
    for (_, end, owner), (start, _, other) in pairwise(named):
        found = _WHOSE.search(text, max(end, start - _REACH), start)
        if found is None or owner.id == other.id:
            continue
        is_woman = found["whose"].lower() == "ihr"
        kin = found["kin"].lower()
        if _OTHER.get(kin, ("", ""))[is_woman] == wanted:
            return owner
        if _SAME.get(kin, kin) == wanted and kin in _OTHER:
            return None
    return None
