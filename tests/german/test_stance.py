"""How a figure is put: german/figures/stance.py on cases [figure] in a clause."""

import pytest

from peacetalks_cli.german.figures.stance import relation, stance

CASES = [
    ("Bei dem Angriff starben [30] Menschen", False, False, "stated", None),
    ("Bei dem Angriff seien [30] Menschen gestorben", True, False, "reported", None),
    ("Wir haben [30] Tote geborgen", True, True, "quoted", None),
    ("Es sollen [30] Menschen getötet worden sein", False, False, "hedged", None),
    ("Offenbar starben [30] Menschen", False, False, "hedged", None),
    ("Deutschland will [30] Panzer liefern", False, False, "planned", None),
    ("Noch werden [30] Menschen vermisst", False, False, "stated", None),
    ("Es waren nicht [30] Menschen", False, False, "negated", None),
    ("Nicht nur [30] Menschen kamen", False, False, "stated", None),
    ("Davon waren [30] Kinder", False, False, "stated", "part"),
    ("[30] davon sind schwer verletzt", False, False, "stated", "part"),
    ("[30] weitere wurden verletzt", False, False, "stated", "addition"),
    ("Insgesamt starben [30] Menschen", False, False, "stated", "total"),
    ("Es gab [30] Tote insgesamt", False, False, "stated", "total"),
    ("Ein Heer von [30] Mann ging vor", False, False, "stated", None),
]


@pytest.mark.parametrize(("marked", "is_reported", "is_quoted", "put", "related"), CASES)
def test_cases(marked: str, is_reported: bool, is_quoted: bool, put: str, related: str | None) -> None:
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    clause, end = (0, len(text)), start + 2
    noun_end = text.find(" ", end + 1) if text.find(" ", end + 1) > 0 else len(text)
    assert stance(text, clause, start, is_reported=is_reported, is_quoted=is_quoted) == put
    found = relation(text, clause, start, (end, noun_end))
    assert (found[0] if found else None) == related
    if found:
        assert text[slice(*found[1])].strip() == text[slice(*found[1])]
