"""Firms, shops, local lists, offices and halls that the words themselves show, and plain compounds."""

import pytest
import spacy
from spacy.language import Language

from peacetalks_cli.annotate import names  # noqa: F401  (registers the component)
from tests.annotate.test_names import found


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("de")
    pipeline.add_pipe("peacetalks_names")
    return pipeline


ORGANIZATIONS = [
    # a name before its trade, a trade before a name
    ("Der Bieter [Brenkow|PER] Logistik stieg aus.", [("Brenkow Logistik", "ORG")]),
    ("Karten gibt es bei Möbel-Hinrichsen am Markt.", [("Möbel-Hinrichsen", "ORG")]),
    ("Er liest bei [Foto-Carstens|PER].", [("Foto-Carstens", "ORG")]),
    ("Der Bieter Brenkow Möbel stieg aus.", [("Brenkow Möbel", "ORG")]),
    # offices with their seat
    ("Die Feuerwehr Stadt Luzern rückte aus.", [("Feuerwehr Stadt Luzern", "ORG")]),
    ("Das meldet die Arbeitsagentur Hamburg-Bremen.", [("Arbeitsagentur Hamburg-Bremen", "ORG")]),
    ("Das [Jobcenter Rostock|LOC] zahlt.", [("Jobcenter Rostock", "ORG")]),
    ("Die Staatsanwaltschaft [Kassel|LOC] ermittelt.", [("Staatsanwaltschaft Kassel", "ORG")]),
    ("Das sagt die Wirtschaftskammer [Kärnten|LOC].", [("Wirtschaftskammer Kärnten", "ORG")]),
    ("Der CDU-Ortsverein [Melle|LOC] tagt.", [("CDU-Ortsverein Melle", "ORG")]),
    ("Dass Apple Software und Sony Möbel verkauft.", [("Apple", "ORG"), ("Sony", "ORG")]),
    # not what only stands side by side
    ("Weil die [Nato|ORG] [Estland|LOC] hilft.", [("Nato", "ORG"), ("Estland", "LOC")]),
    # a body with its abbreviation behind it
    ("Das tun die [Vereinigten Wasserwerke|LOC] (VWW) nicht.", [("Vereinigten Wasserwerke", "ORG"), ("VWW", "ORG")]),
    # local lists behind who sits for them
    ("Stadtrat [Jan Meier|PER] (Bunte Liste) kam.", [("Jan Meier", "PER"), ("Bunte Liste", "ORG")]),
    (
        "Rätin [Eva Meier|PER] (Freie Wählergemeinschaft) kam.",
        [("Eva Meier", "PER"), ("Freie Wählergemeinschaft", "ORG")],
    ),
    # who plays for whom
    ("Es spielt das ORF-Ensemble.", [("ORF-Ensemble", "ORG")]),
    # the parliament in Washington
    ("[Biden|PER] sprach. Der Kongress billigte das Gesetz.", [("Biden", "PER"), ("Kongress", "ORG")]),
]

PLACES = [
    ("Er saß in der Justizanstalt Krems ein.", [("Justizanstalt Krems", "LOC")]),
    ("Das Klärwerk Süd fiel aus.", [("Klärwerk Süd", "LOC")]),
    ("Stau an der [Mautstelle Sterzing|LOC].", [("Mautstelle Sterzing", "LOC")]),
    ("Sie tagen in der Sachsenhalle.", [("Sachsenhalle", "LOC")]),
    ("Er lebt in [Hohenwarte|LOC].", [("Hohenwarte", "LOC")]),
    ("Er lebt in [Schwaben|LOC].", [("Schwaben", "LOC")]),
]

NOTHING = [
    # nouns with a trade behind them, whose trade it is, where it comes from
    "Die Firma Keramik verkauft Wiener Porzellan.",
    "Die Foto-Ausstellung und der Möbel-Wagen.",
    "Ein Kongress tagte, der Kongress der Ärzte endete.",
    "Der Kongress tanzt.",
    "Ein Bürger (freie Wahl) ging.",
    # compounds of words of the language
    "Er war in [Strandurlaub|LOC] und der Hof in [Gemeindebesitz|LOC].",
    "[Kurz|PER] vor Mitternacht ging er. [Kurz|PER] nach dem Abpfiff kam er.",
]


@pytest.mark.parametrize(("marked", "expected"), ORGANIZATIONS + PLACES)
def test_what_words_show(nlp: Language, marked: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, marked) == expected


@pytest.mark.parametrize("marked", NOTHING)
def test_what_is_no_name(nlp: Language, marked: str) -> None:
    assert found(nlp, marked) == []
