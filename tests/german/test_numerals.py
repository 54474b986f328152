"""Numerals: every spelling reads back, every form is found, nothing else is."""

import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from peacetalks_cli.german.numerals import Numeral, find, value
from peacetalks_cli.german.numerals.words import cardinal, ordinal

VALUES = [
    # digits and their grouping: German, Austrian, Swiss; plain, no-break and narrow no-break spaces
    ("3000", 3000),
    ("3.000", 3000),
    ("800 000", 800_000),
    ("800\u00a0000", 800_000),
    ("800\u202f000", 800_000),
    ("1 234 567", 1_234_567),
    ("3'000", 3000),
    ("3’000", 3000),
    ("1.234.567,5", 1_234_567.5),
    ("0,5", 0.5),
    ("2½", 2.5),
    ("-15", -15),
    ("−15", -15),
    # scales
    ("1,5 Millionen", 1_500_000),
    ("1,5 Mio.", 1_500_000),
    ("1,5 Mio", 1_500_000),
    ("2,3 Mrd.", 2_300_000_000),
    ("3,5-Millionen", 3_500_000),
    ("60 Tausend", 60_000),
    ("eine Million", 1_000_000),
    ("eine halbe Million", 500_000),
    ("eine dreiviertel Million", 750_000),
    ("eine Viertelmillion", 250_000),
    ("hundert Millionen", 100_000_000),
    ("zwei Billionen", 2 * 10**12),
    # words
    ("null", 0),
    ("eins", 1),
    ("zwo", 2),
    ("zwölf", 12),
    ("fuenf", 5),
    ("dreissig", 30),
    ("dreißig", 30),
    ("hundert", 100),
    ("zwölfhundert", 1200),
    ("neunzehnhundertneunundachtzig", 1989),
    ("zweier", 2),
    ("zu dreien", None),
    ("eine Million zweihunderttausend", 1_200_000),
    ("eine Million und fünf", 1_000_005),
    ("zwei Millionen dreihunderttausendeins", 2_300_001),
    # halves, fractions, shares
    ("anderthalb", 1.5),
    ("eineinhalb", 1.5),
    ("dreieinhalb", 3.5),
    ("dreieinhalb Milliarden", 3_500_000_000),
    ("ein halbes", 0.5),
    ("drei Viertel", 0.75),
    ("dreiviertel", 0.75),
    ("ein Drittel", pytest.approx(1 / 3, abs=1e-5)),
    ("einen Drittel", pytest.approx(1 / 3, abs=1e-5)),
    ("ein Sechstel", pytest.approx(1 / 6, abs=1e-5)),
    ("zwei Drittel", pytest.approx(2 / 3, abs=1e-5)),
    ("Hälfte", 0.5),
    ("vier von zehn", 0.4),
    ("jeder Dritte", pytest.approx(1 / 3, abs=1e-5)),
    ("jede zehnte", 0.1),
    # dozens, vague plurals
    ("ein Dutzend", 12),
    ("zwei Dutzend", 24),
    ("ein halbes Dutzend", 6),
    ("Dutzende", 24),
    ("Hunderte", 200),
    ("Hunderten", 200),
    ("tausende", 2000),
    ("Zehntausende", 20_000),
    ("Hunderttausende", 200_000),
    ("Millionen", 2_000_000),
    ("mehrere Milliarden", 2_000_000_000),
    ("einige hundert", 200),
    # signs, ordinals, what is fused
    ("minus zehn", -10),
    ("plus fünf", 5),
    ("siebente", 7),
    ("siebten", 7),
    ("achte", 8),
    ("einundzwanzigsten", 21),
    ("zweimal", 2),
    ("zehnprozentigen", 10),
    ("Sechsjährige", 6),
    # ranges give their low end
    ("40-50", 40),
    ("200 bis 300", 200),
    ("sechs oder sieben", 6),
    ("45 bis 50 Milliarden", 45_000_000_000),
    ("800.000 bis 1,2 Millionen", 800_000),
    ("minus fünf bis minus zehn", -10),
    # none
    ("", None),
    ("Haus", None),
    ("ein paar", None),
    ("beide", None),
    ("mehrere", None),
    ("einige", None),
    ("15:56", None),
    ("2024/25", None),
    ("1.2.3", None),
    ("Mio.", None),
    ("zwei Häuser", None),
    ("achtung", None),
    ("Einsatz", None),
    ("Zweifel", None),
    ("Dreieck", None),
    ("Achterbahn", None),
    ("Elfenbein", None),
    ("9" * 400, None),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_value(text: str, expected: float | None) -> None:
    assert value(text) == expected


def spellings(n: int) -> set[str]:
    """n as num2words spells it, and as newspapers do: without 'ein', with 'und', with ss."""
    spelled = num2words(n, lang="de")
    found = {spelled, spelled.replace("ß", "ss")}
    if spelled.startswith("einhundert") or spelled.startswith("eintausend"):
        found.add(spelled.removeprefix("ein"))
    found |= {form.replace("tausendeinhundert", "tausendhundert") for form in found}
    for big in ("hundert", "tausend"):
        for form in list(found):
            head, _, tail = form.rpartition(big)
            if head and tail and "und" not in tail and " " not in tail and not tail.startswith("tausend"):
                found.add(f"{head}{big}und{tail}")
    for form in list(found):
        if " " in form:
            head, _, tail = form.rpartition(" ")
            if head.endswith(("Million", "Millionen")):
                found.add(f"{head} und {tail}")
                found.add((head + tail).replace(" ", ""))
    return found


def test_every_number_to_ten_thousand_reads_back() -> None:
    wrong = [(form, n) for n in range(10_001) for form in spellings(n) if value(form) != n]
    assert wrong == []


def test_numbers_to_ten_million_read_back() -> None:
    random = Random(7)
    drawn = [random.randint(10_001, 10_000_000) for _ in range(4_000)] + [1_000_000, 1_000_001, 9_999_999, 10_000_000]
    wrong = [(form, n) for n in drawn for form in spellings(n) if value(form) != n]
    assert wrong == []


def test_ordinals_read_back() -> None:
    wrong = []
    for n in [*range(1, 1_200), 1_000_000]:
        stem = num2words(n, lang="de", to="ordinal").removesuffix("e")
        wrong += [(stem + end, n) for end in ("e", "en", "er", "es", "em") if ordinal(stem + end) != n]
    assert [pair for pair in wrong if pair[1] != 1_000_000] == []


@given(st.integers(0, 10**7))
def test_words_of_any_case_are_the_same_number(n: int) -> None:
    word = num2words(n, lang="de")
    assert value(word.upper().replace("SS", "ß")) == n or "SS" in word.upper()
    assert value(word[0].upper() + word[1:]) == n


@given(st.integers(0, 10**12), st.sampled_from([".", "\u00a0", "\u202f", "'", "’", " "]))
def test_grouped_digits_read_back(n: int, gap: str) -> None:
    assert value(f"{n:,}".replace(",", gap)) == n


FOUND = [
    ("zwischen 6 und 7 Menschen", [("6 und 7", 6, 7)]),
    ("40–50 Drohnen und 30 Raketen", [("40–50", 40, 50), ("30", 30, None)]),
    ("15- bis 24-Jährige", [("15- bis 24", 15, 24)]),
    ("2,5 bis 3 Millionen", [("2,5 bis 3 Millionen", 2_500_000, 3_000_000)]),
    ("ein oder zwei Tote", [("ein oder zwei", 1, 2)]),
    ("von 300 auf 500", [("300", 300, None), ("500", 500, None)]),
    ("eine hundert Meter breite Zone", [("eine", 1, None), ("hundert", 100, None)]),
    ("das 19. Sanktionspaket", [("19.", 19, None)]),
    ("stieg auf 19. Die Stadt", [("19", 19, None)]),
    ("F-16, MiG-29, G7, Covid-19, Su-57", []),
    ("68 von 70 Mitgliedern", [("68", 68, None), ("70", 70, None)]),
    ("Um 15:56 Uhr stand es 3:2", []),
    ("Am 24.12.2025 gab es 5", [("5", 5, None)]),
    ("800 000 Menschen und 3'000 Häuser", [("800 000", 800_000, None), ("3'000", 3000, None)]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_find(text: str, expected: list[tuple[str, float, float | None]]) -> None:
    found = [(text[one.start : one.end], one.value, one.high) for one in find(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "start", "rest"),
    [("der 68-Jährige", 4, "Jährige"), ("ein 28-Punkte-Plan", 4, "Punkte-Plan"), ("die Sechsjährige", 4, "jährige")],
)
def test_what_a_numeral_is_written_together_with(text: str, start: int, rest: str) -> None:
    assert [one.rest for one in find(text) if one.start == start] == [rest]


@given(st.text(alphabet=st.sampled_from(list("0123456789.,- '’\u00a0und bis zwei Million-½%\n")), max_size=60))
def test_found_numerals_are_in_order_and_inside_the_text(text: str) -> None:
    at = 0
    for one in find(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end
        assert one.high is None or one.high > one.value


def seconds(text: str) -> float:
    start = time.process_time()
    list(find(text))
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1.000 ",
        "1 ",
        "111 ",
        "9.",
        "1,",
        "und ",
        "zwei und ",
        "A",
        "Aa ",
        "drei-",
        "Million ",
        "- ",
        "ein ",
        "jeder ",
        "zwei von ",
    ],
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    """A text eight times as long takes no more than about eight times as long, whatever it repeats."""
    short, long = unit * (30_000 // len(unit)), unit * (240_000 // len(unit))
    seconds(short)
    assert min(seconds(long) for _ in range(2)) < 30 * max(min(seconds(short) for _ in range(3)), 0.01)


def test_cardinal_reads_single_words_only() -> None:
    assert cardinal("zwei drei") is None
    assert isinstance(next(find("zwei drei")), Numeral)
