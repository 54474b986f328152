"""--topics and topics.toml beside the store, as a user meets them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_wrong_files_are_one_line(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("[[noun]]\ntopic = 'robots'\nheads = ['x']\n", encoding="utf-8")
    for path, said in ((wrong, "topic 'robots' is none of"), (tmp_path / "none.toml", "cannot be read")):
        done = run("numbers", "articles.jsonl", "--no-store", "--topics", str(path))
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert said in done.stderr
        assert str(path) in done.stderr


def test_facts_found_with_other_topics_are_not_taken_from_the_store(run: Run, folder: Path) -> None:
    assert run("extract", "articles.jsonl", "--json").returncode == 0
    own = folder / ".peacetalks" / "topics.toml"  # beside the store
    own.write_text("[[noun]]\ntopic = 'ships'\nheads = ['kutter']\n", encoding="utf-8")
    done = run("extract", "articles.jsonl", "--json")
    assert done.returncode == 2  # they must be annotated again, for which these tests have no pipeline
    assert "no spaCy pipeline" in done.stderr
