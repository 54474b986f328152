"""`annotate/explanation.py`: the words behind each field are where it says, and name the rule."""

from peacetalks_cli.annotate.explanation import explain
from peacetalks_cli.facts import Article, Name

TEXT = (
    "In Charkiw wurden nach Angaben der Behörden acht Menschen getötet. "
    "15 weitere seien verletzt worden, drei von ihnen schwer. Die Stadt will 20 Zelte aufstellen."
)


def test_every_reason_is_in_the_text() -> None:
    found = explain(Article(TEXT, "x"), [Name("Charkiw", 3, 10, "LOC")], ())
    assert [TEXT[start:end] for start, end in found] == ["acht", "15", "drei", "20"]
    for explanation in found.values():
        for reason in explanation.reasons:
            assert TEXT[reason.start : reason.end] == reason.text
    eight, fifteen, three, twenty = found.values()
    assert {why.field: why.text for why in eight.reasons} == {
        "value": "acht",
        "counted": "Menschen",
        "topic": "getötet",
        "place": "Charkiw",
        "source": "Behörden",
    }
    assert (eight.stance, fifteen.stance, twenty.stance) == ("reported", "reported", "planned")
    assert (eight.relation, fifteen.relation, three.relation) == (None, "addition", "part")
    rules = {why.field: why.rule for why in fifteen.reasons}
    assert rules["counted"] == "goes on with an earlier figure"
    assert rules["place"] == "carried on from the sentence before"
    assert rules["source"] == "the subjunctive goes on by nach Angaben"
