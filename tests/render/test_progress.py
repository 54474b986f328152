"""The progress bar: how much is done, how fast, how long the rest takes; nothing where the work is short."""

import io
import sys

import pytest

from peacetalks_cli.render import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, total: int | None, long: float) -> str:
    """What appears while three items are counted."""
    terminal = Terminal()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", terminal)
        patched.setattr(progress, "LONG", long)
        patched.setenv("TERM", "xterm")
        assert list(progress.counted(range(3), total)) == [0, 1, 2]
    return terminal.getvalue()


def test_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, 3, 0.0)
    assert "1 of 3 articles" in text and "a second, 0:0" in text and " left" in text
    assert text.rindex("\x1b[2K") > text.rindex("articles")  # the line is erased


def test_without_a_total(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, None, 0.0)
    assert "2 articles" in text and "left" not in text


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "articles" not in shown(monkeypatch, 3, 60.0)


def test_minutes() -> None:
    assert [progress._minutes(seconds) for seconds in (0.4, 65, 3725)] == ["0:00", "1:05", "1:02:05"]
