"""--explain and aliases.toml as a user meets them; in the store are two articles with Anna Berg and Genf."""

from pathlib import Path

from conftest import Run


def test_explain_says_why(run: Run) -> None:
    done = run("people", "--explain", "Berg")
    assert done.returncode == 0
    head, *rows = done.stdout.splitlines()
    assert head.split("\t") == ["id", "name", "text", "mentions", "why"]
    assert [row.split("\t")[2:4] for row in rows] == [["Anna Berg", "1"], ["Anna Bergs", "1"], ["Berg", "1"]]
    assert "genitive" in rows[1]
    assert "the surname alone" in rows[2]


def test_explain_in_every_format(run: Run) -> None:
    for format in ("table", "json", "jsonl", "csv", "md"):
        done = run("places", "--explain", "genf", "--format", format)
        assert (done.returncode, "by its name alone" in done.stdout) == (0, True), done


def test_explain_of_nobody_is_wrong_usage(run: Run) -> None:
    done = run("people", "--explain", "Niemand")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "peacetalks: --explain Niemand: none of that name; see them all: peacetalks people\n"


def test_aliases_beside_the_store_are_obeyed(run: Run, folder: Path) -> None:
    (folder / ".peacetalks" / "aliases.toml").write_text('[[ignore]]\nkind = "places"\nnames = ["Genf"]\n')
    assert "Genf" not in run("places").stdout
    assert "Anna Berg" in run("people").stdout
    (folder / ".peacetalks" / "aliases.toml").write_text('[[merge]]\nnames = ["Ministerin Berg", "Anna Berg"]\n')
    assert run("people").stdout.splitlines()[1].split("\t")[:2] == ["person:anna-berg", "Ministerin Berg"]
    assert "Ministerin Berg" in run("extract", "articles.jsonl", "--format", "table").stdout


def test_broken_aliases_are_one_line_before_anything_is_done(run: Run, folder: Path) -> None:
    (folder / ".peacetalks" / "aliases.toml").write_text('[[merge]]\nnames = "Anna"\n')
    for command in (["people"], ["places"], ["extract", "articles.jsonl", "--format", "table"]):
        done = run(*command)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        assert "aliases.toml: [[merge]] number 1: names must be a list" in done.stderr
    assert run("dates").returncode == 0
