"""peacetalks show, peacetalks numbers --chart: facts for a look at the terminal."""

import subprocess
from collections.abc import Callable

import handmade as made
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_show_marks_the_facts_in_the_text(run: Run) -> None:
    done = run("show", "articles.jsonl")
    assert done.returncode == 0, done.stderr
    assert "2026-03-04 · articles.jsonl:1" in done.stdout
    words = {number.text for number in made.first_record().numbers}
    assert words
    assert all(f"[{word}]" in done.stdout for word in words)


def test_only_some_kinds(run: Run) -> None:
    shown = run("show", "articles.jsonl", "--only", "place").stdout
    assert "[Genf]" in shown
    assert not any(f"[{number.text}]" in shown for number in made.first_record().numbers)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show",), "no file named"),
        (("show", "articles.jsonl", "--only", "verb"), "--only verb: no such kind; one of person, place"),
        (("show", "missing.txt"), "missing.txt"),
    ],
)
def test_what_cannot_be_shown_is_named(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.returncode in (1, 2)
    assert said in done.stderr


def test_a_chart_of_figures(run: Run) -> None:
    lines = run("numbers", "--chart").stdout.splitlines()
    number = made.first_record().numbers[0]
    assert any(line.split(",")[0] == number.topic for line in lines)
    assert any("█" in line for line in lines)


def test_a_terminal_without_unicode_gets_plain_bars(run: Run) -> None:
    for env in ({"TERM": "dumb"}, {"LC_ALL": "C"}, {"LC_ALL": "de_DE.ISO-8859-1"}):
        shown = run("numbers", "--chart", env=env).stdout
        assert "#" in shown
        assert "█" not in shown


def test_a_chart_is_no_format(run: Run) -> None:
    done = run("numbers", "--chart", "--json")
    assert done.returncode == 2
    assert "--chart" in done.stderr
