"""A user's own topics: rows that win over ours, and what is wrong with a table, in one line."""

import pytest

from peacetalks_cli.german.figures.topics import digest, load

OWN = """
[[noun]]
topic = "drones"
heads = ["hexakopter"]

[[state]]
topic = "displaced"
whom = ["people"]
phrases = ["packten ihre Koffer"]
"""


def test_own_rows_add_to_ours() -> None:
    table = load(OWN)
    assert load().of_noun("Hexakopter") != "drones"
    assert table.of_noun("Hexakoptern") == "drones"
    assert table.of_noun("Raketen") == "missiles"
    row = table.of_state("people", "20 Menschen packten ihre Koffer")
    assert row is not None
    assert row.topic == "displaced"
    assert digest(OWN) != digest("")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("noun = ", "no TOML"),
        ("[noun]\ntopic = 'drones'", "[[noun]], in two brackets"),
        ("[[nouns]]\ntopic = 'drones'", "[nouns] is neither"),
        ("[[noun]]\ntopic = 'robots'\nheads = ['x']", "topic 'robots' is none of drones,"),
        ("[[noun]]\ntopic = 'drones'\nhead = ['x']", "[[noun]] 1: head is none of topic, heads"),
        ("[[noun]]\ntopic = 'drones'", "one of heads, names, words, suffixes is needed"),
        ("[[noun]]\ntopic = 'drones'\nheads = 'x'", "heads must be a list"),
        ("[[noun]]\ntopic = 'drones'\nheads = ['']", "heads must be a list of texts that are not empty"),
        ("[[state]]\ntopic = 'killed'\nphrases = ['x']", "phrases and whom are needed"),
    ],
)
def test_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$") as error:
        load(text)
    assert said in str(error.value)
