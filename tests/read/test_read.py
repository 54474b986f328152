"""Inputs: files, folders, standard input, JSONL, HTML; and each thing that can be wrong with one."""

import builtins
import io
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacetalks_cli.errors import ExitStatus, InputError, UsageError
from peacetalks_cli.facts import Article
from peacetalks_cli.read import read
from peacetalks_cli.read.decode import decode


class Read:
    """What came of the inputs."""

    def __init__(self, *paths: str | Path, **options: Any) -> None:
        self.errors: list[str] = []
        self.warnings: list[str] = []

        def on_error(error: InputError) -> None:
            assert error.status == ExitStatus.INPUT
            self.errors.append(str(error))

        found = read([str(path) for path in paths], on_error=on_error, on_warning=self.warnings.append, **options)
        self.articles: list[Article] = list(found)
        for message in (*self.errors, *self.warnings):
            assert message.isprintable()  # one line, whatever the file is called

    @property
    def files(self) -> list[str]:
        return [article.file for article in self.articles]

    @property
    def article(self) -> Article:
        assert not self.errors
        (only,) = self.articles
        return only


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Bytes of a file; the text; whether it was a guess.
DECODED = [
    (b"K\xc3\xb6ln", "Köln", False),
    (b"\xef\xbb\xbfK\xc3\xb6ln", "Köln", False),
    ("Köln 😀".encode("utf-16"), "Köln 😀", False),
    (b"\xff\xfe" + "Köln".encode("utf-16-le"), "Köln", False),
    (b"\xfe\xff" + "Köln".encode("utf-16-be"), "Köln", False),
    (b"\xff\xfe\x00\x00" + "Köln".encode("utf-32-le"), "Köln", False),
    (b"K\xf6ln", "Köln", True),
    (b"\x84K\xf6ln\x93 \x80 5 \x96", "„Köln“ € 5 –", True),
    (b"K\xf6ln \x81\x8d\x8f\x90\x9d", "Köln \x81\x8d\x8f\x90\x9d", True),
    (b"\xef\xbb\xbfK\xf6ln", "Köln", True),
    (b"Eins\r\nZwei\rDrei\n\r\n", "Eins\r\nZwei\rDrei\n\r\n", False),
    ("a\u2028b\x85c\x0c".encode(), "a\u2028b\x85c\x0c", False),
]


@pytest.mark.parametrize(("data", "text", "guess"), DECODED)
def test_decoding(folder: Path, data: bytes, text: str, guess: bool) -> None:
    (folder / "a.txt").write_bytes(data)
    found = Read("a.txt")
    assert found.article.text == text
    assert bool(found.warnings) == guess
    assert all("a.txt: not UTF-8" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b"Text\x00Text", "binary"),
        ("Köln".encode("utf-16-le"), "binary"),
        (b"\xff\xfeK", "broken UTF-16"),
        (b"\xff\xfe\x00\xd8K\x00", "broken UTF-16"),
        (b"%PDF-1.7\nText", "a PDF"),
        (b"PK\x03\x04docx", "office document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
    ],
)
def test_what_is_no_text(folder: Path, data: bytes, message: str) -> None:
    (folder / "a.txt").write_bytes(data)
    (folder / "b.txt").write_text("Die Gespräche gehen weiter.")
    found = Read("a.txt", "b.txt")
    assert [error.startswith("a.txt: ") and message in error for error in found.errors] == [True]
    assert found.files == ["b.txt"]


@given(st.binary())
def test_any_bytes_are_text_or_an_error(data: bytes) -> None:
    try:
        text, _ = decode(data, "a")
    except InputError:
        return
    assert text.strip() and "\0" not in text
    text.encode()


def test_paths_that_are_no_input(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "notes.docx").write_text("Text")
    (folder / "loop.txt").symlink_to("loop.txt")
    found = Read("missing.txt", "", "empty", "notes.docx", "loop.txt", "/dev/null", "missing\n\x1b[31m.txt")
    assert found.files == ["notes.docx"]  # by name, every file is read
    assert [error.split(":")[0] for error in found.errors] == [
        *("missing.txt", "''", "empty", "loop.txt", "/dev/null", "missing\\n\\x1b[31m.txt")
    ]
    assert "check the path" in found.errors[0] and "*.jsonl in this folder" in found.errors[2]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_without_permission(folder: Path) -> None:
    (folder / "a.txt").write_text("Text")
    (folder / "a.txt").chmod(0)
    assert "no permission" in Read("a.txt").errors[0]


def test_a_file_that_fails_while_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Die Gespräche gehen weiter.")
    opened = Path.open

    def fails(path: Path, *args: Any) -> Any:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args)

    monkeypatch.setattr(Path, "open", fails)
    found = Read(".")
    assert found.files == ["b.txt"] and "a.txt: no permission" in found.errors[0]


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"Die Gespräche in {name} gehen weiter."
        path.write_text(json.dumps({"text": text}) if name.endswith("l") and "json" in name else text)


def test_a_folder_is_walked_by_name(folder: Path) -> None:
    make(
        folder, "n/b.txt", "n/a.md", "n/c/z.TXT", "n/c/a.txt", "n/ä.txt", "n/d.jsonl", "n/B.txt", "n/10.txt", "n/9.txt"
    )
    make(folder, "n/x.pdf", "n/x.json", "n/.hidden.txt", "n/.git/a.txt", "n/txt", "n/x.txt.bak")
    make(folder, "n/README.md", "n/readme.txt", "n/README.de.md", "n/LICENSE.txt", "n/c/NOTICE.md", "n/notice.txt")
    expected = ["10.txt", "9.txt", "B.txt", "a.md", "b.txt", "c/a.txt", "c/z.TXT", "d.jsonl:1", "notice.txt", "ä.txt"]
    for given_as in ("n", "n/", "./n"):
        found = Read(given_as)
        assert (found.files, found.errors) == ([f"n/{name}" for name in expected], [])
    assert Read(folder / "n").files[0] == f"{folder}/n/10.txt"
    assert Read("n/README.md", "n/.hidden.txt").files == ["n/README.md", "n/.hidden.txt"]


def test_here_is_named_without_a_dot(folder: Path) -> None:
    make(folder, "a.txt", "c/b.txt")
    assert Read(".").files == ["a.txt", "c/b.txt"]
    assert Read("./c/../a.txt").files == ["c/../a.txt"]


def test_each_file_once(folder: Path) -> None:
    make(folder, "n/a.txt", "n/b.txt")
    assert Read("n/b.txt", "n", "n/a.txt", "./n/b.txt", folder / "n").files == ["n/b.txt", "n/a.txt"]
    assert Read("n", "n").errors == []


def test_links_are_followed_and_loops_are_not(folder: Path) -> None:
    make(folder, "n/a.txt", "other/b.txt")
    (folder / "n" / "loop").symlink_to("..", target_is_directory=True)
    (folder / "n" / "self").symlink_to("self")
    (folder / "n" / "z.txt").symlink_to("../other/b.txt")
    (folder / "n" / "gone.txt").symlink_to("nowhere")
    found = Read("n")
    assert found.files == ["n/a.txt", "n/loop/other/b.txt", "n/z.txt"]
    assert [error.split(":")[0] for error in found.errors] == ["n/gone.txt"]


def test_a_deep_folder(folder: Path) -> None:
    deep = "/".join(["n", *["d"] * 900])
    Path(deep).mkdir(parents=True)
    (folder / deep / "a.txt").write_text("Die Gespräche gehen weiter.")
    assert Read("n").files == [f"{deep}/a.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux")
def test_a_name_that_is_no_utf8(folder: Path) -> None:
    Path("n").mkdir()
    Path(os.fsdecode(b"n/K\xf6ln.txt")).write_text("Die Gespräche gehen weiter.")
    Path(os.fsdecode(b"n/leer\xff.txt")).write_text("")
    found = Read("n")
    assert found.files == ["n/K\\xf6ln.txt"]
    assert found.errors == ["n/leer\\xff.txt: empty; nothing to read"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_named_pipe_is_read_by_name_and_left_out_in_a_folder(folder: Path) -> None:
    make(folder, "n/a.txt")
    os.mkfifo(folder / "n" / "pipe.txt")
    found = Read("n")
    assert found.files == ["n/a.txt"] and found.warnings == ["n/pipe.txt: left out, not a regular file"]
    thread = threading.Thread(target=(folder / "n" / "pipe.txt").write_text, args=("Die Gespräche gehen weiter.",))
    thread.start()
    assert Read("n/pipe.txt").article.text == "Die Gespräche gehen weiter."
    thread.join()


def test_standard_input() -> None:
    found = Read("-", "-", stdin=io.BytesIO("Stand: 07.02.2026\n\nDie Gespräche gehen weiter.".encode()))
    assert (found.article.file, found.article.published) == ("-", "2026-02-07")
    assert Read("-", stdin=io.BytesIO(b"")).errors == ["-: empty; nothing to read"]


def test_published_is_for_articles_without_a_date(folder: Path) -> None:
    (folder / "a.txt").write_text("Stand: 07.02.2026\n\nDie Gespräche gehen weiter.")
    (folder / "b.txt").write_text("Die Gespräche gehen weiter.")
    first, second = Read("a.txt", "b.txt", published="2026-03-01").articles
    assert (first.published, first.published_from) == ("2026-02-07", "stand")
    assert (second.published, second.published_from) == ("2026-03-01", "option")
    with pytest.raises(UsageError, match="write it as 2026-01-25"):
        Read("a.txt", published="1. März")


def test_articles_come_one_at_a_time(folder: Path) -> None:
    make(folder, "a.txt")
    lines = iter([b'{"text": "Eins eins."}\n', b'{"text": "Zwei zwei."}\n'])
    taken: list[str] = []

    class Slow(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readline(self, size: int | None = -1, /) -> bytes:
            line = next(lines, b"")
            taken.append(line.decode())
            return line

    stream: Any = Slow()
    found = read(["-"], input_format="jsonl", stdin=stream, on_error=print, on_warning=print)
    assert next(found).text == "Eins eins." and len(taken) == 1


# A line; the fields of the article in it.
HEADER = "Stand: 07.02.2026\n\nDie Gespräche gehen weiter."
LINES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"text": "Eins zwei."}, {"text": "Eins zwei.", "file": "a.jsonl:1", "published": None, "title": None}),
    ({"text": HEADER}, {"published": "2026-02-07", "published_from": "stand"}),
    ({"text": HEADER, "published": None}, {"published": "2026-02-07", "published_from": "stand"}),
    ({"text": HEADER, "published": "2025-01-01"}, {"published": "2025-01-01", "published_from": "jsonl"}),
    ({"text": HEADER, "published": "2025-01-01T23:59:00+01:00"}, {"published": "2025-01-01"}),
    ({"text": "Eins.", "title": " Titel ", "source": "dpa"}, {"title": "Titel", "source": "dpa"}),
    ({"text": "Eins.", "file": "x/y.txt"}, {"file": "x/y.txt"}),
    ({"text": "Eins.", "file": "", "title": ""}, {"file": "a.jsonl:1", "title": None}),
    ({"text": "Eins.", "body": 5, "id": [1]}, {"text": "Eins."}),
    ({"text": "\ufeffEins\r\nZwei 😀"}, {"text": "\ufeffEins\r\nZwei 😀"}),
    ({"text": " date 2026-01-25 Die Gespräche"}, {"masked": ((0, 16),)}),
]


@pytest.mark.parametrize(("fields", "expected"), LINES)
def test_jsonl(folder: Path, fields: dict[str, Any], expected: dict[str, Any]) -> None:
    (folder / "a.jsonl").write_text(json.dumps(fields))
    found = Read("a.jsonl")
    assert {key: getattr(found.article, key) for key in expected} == expected
    assert not found.warnings


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "Eins"', "broken JSON"),
        ("[1, 2]", "not a JSON object"),
        ('"Text"', "not a JSON object"),
        ("{}", 'no "text"'),
        ('{"text": null}', 'no "text"'),
        ('{"text": 5}', 'no "text"'),
        ('{"text": " \\n"}', 'no "text"'),
        ("[" * 100_000, "unreadable JSON"),
        ('{"text": "Eins", "n": ' + "9" * 10_000 + "}", "unreadable JSON"),
        ('{"text": "Eins\x00"}', "binary"),
    ],
    ids=range(10),
)
def test_a_broken_line_is_named_and_the_others_are_read(folder: Path, line: str, message: str) -> None:
    (folder / "a.jsonl").write_text('{"text": "Eins."}\n\n' + line + '\n{"text": "Zwei."}')
    found = Read("a.jsonl")
    assert found.files == ["a.jsonl:1", "a.jsonl:4"]
    assert len(found.errors) == 1 and found.errors[0].startswith("a.jsonl:3: ") and message in found.errors[0]


@pytest.mark.parametrize("published", ["7. Februar", "2026-02-30", "2026-1-5", "20260207", 20260207, "2026-W06-5", " "])
def test_an_unusable_date_in_jsonl_is_named(folder: Path, published: object) -> None:
    (folder / "a.jsonl").write_text(json.dumps({"text": HEADER, "published": published}))
    found = Read("a.jsonl")
    assert (found.article.published, found.article.published_from) == ("2026-02-07", "stand")
    assert [warning.startswith("a.jsonl:1: ") for warning in found.warnings] == ([True] if published != " " else [])


def test_halves_of_characters_do_not_get_in(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"text": "Eins \\ud83d\\ude00 \\ud83d zwei", "title": "\\udc00"}')
    found = Read("a.jsonl")
    assert (found.article.text, found.article.title) == ("Eins 😀 \ufffd zwei", "\ufffd")
    assert found.warnings[0].startswith("a.jsonl:1: halves of characters")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_jsonl_in_any_encoding(folder: Path, encoding: str) -> None:
    lines = [json.dumps({"text": f"Köln {number}"}, ensure_ascii=False) for number in range(3)]
    (folder / "a.jsonl").write_bytes("\r\n".join(lines).encode(encoding))
    found = Read("a.jsonl")
    assert [article.text for article in found.articles] == ["Köln 0", "Köln 1", "Köln 2"]
    assert len(found.warnings) == (encoding == "cp1252")


def test_articles_of_one_file_are_told_apart_and_named_once(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"text": "Eins.", "file": "x"}\n' * 3 + '{"text": "Eins."}\n' * 2)
    found = Read("a.jsonl")
    assert found.files == ["x", "x", "x", "a.jsonl:4", "a.jsonl:5"]
    assert [article.place for article in found.articles] == [None, "x:2", "x:3", None, None]
    assert [warning.partition(";")[0] for warning in found.warnings] == ['a.jsonl:2: "file" as in a line before']


@pytest.mark.parametrize(
    ("text", "warned"),
    [('{"text": "Eins."}', True), ('\n { "published" : null}', True), ("{Eins}", False), ('{"Eins": er sagt', False)],
)
def test_json_that_is_read_as_a_text(folder: Path, text: str, warned: bool) -> None:
    (folder / "a.ndjson").write_text(text)
    found = Read("a.ndjson")
    assert found.article.text == text
    assert (
        found.warnings == ["a.ndjson: looks like JSON, read as a text; --input jsonl reads an article a line"] * warned
    )
    assert [said[0] for said in Read("-", stdin=io.BytesIO(text.encode())).warnings] == ["-"] * warned


def test_jsonl_from_standard_input_and_nothing_in_it(folder: Path) -> None:
    found = Read("-", input_format="jsonl", stdin=io.BytesIO(b'\n{"text": "Eins."}\n'))
    assert found.files == ["-:2"]
    (folder / "a.jsonl").write_text("\n\n")
    assert Read("a.jsonl").errors == ["a.jsonl: empty; nothing to read"]
    (folder / "lines").write_text('{"text": "Eins."}')
    assert Read("lines", input_format="jsonl").files == ["lines:1"]
    assert Read("lines").files == ["lines"]


PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="{charset}"><title>Gespräche | Der Bote</title>
<meta property="og:title" content="Gespräche gehen weiter"><meta property="og:site_name" content="Der Bote">{meta}
</head><body><nav><a href="/">Start</a> <a href="/p">Politik</a></nav><article><h1>Gespräche gehen weiter</h1>
<p>Stand: 07.02.2026 15:56 Uhr</p><p>Die Unterhändler haben sich am Freitag auf eine weitere Runde
verständigt, wie es aus ihren Kreisen hieß. Sie soll in zwei Wochen beginnen.</p><p>Nach Angaben der Gastgeber
nahmen 42 Menschen an den Beratungen teil, darunter drei Minister und ein früherer Botschafter.</p></article>
<footer>© Der Bote, 08.03.2026</footer></body></html>"""
PUBLISHED = '<meta property="article:published_time" content="{day}T08:00:00+01:00">'
JSON_LD = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-02-05"}</script>'


@pytest.mark.parametrize(
    ("meta", "day", "evidence"),
    [
        (PUBLISHED.format(day="2026-02-06"), "2026-02-06", "html"),
        (PUBLISHED.format(day="2101-02-06"), "2101-02-06", "html"),  # today's date has no say in it
        (JSON_LD, "2026-02-05", "html"),
        ("", "2026-02-07", "stand"),
    ],
)
def test_html(folder: Path, meta: str, day: str, evidence: str) -> None:
    (folder / "a.html").write_text(PAGE.format(charset="utf-8", meta=meta))
    found = Read("a.html").article
    assert (found.published, found.published_from) == (day, evidence)
    assert (found.title, found.source, found.file) == ("Gespräche gehen weiter", "Der Bote", "a.html")
    assert "42 Menschen" in found.text and "<" not in found.text and "Politik" not in found.text
    assert [found.text[start:end] for start, end in found.masked] == ["Stand: 07.02.2026 15:56 Uhr"]


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", "utf-8"), ("cp1252", "iso-8859-1"), ("cp1252", "unknown-8"), ("utf-16", "utf-8"), ("cp1252", "utf-8")],
)
def test_html_in_any_encoding(folder: Path, encoding: str, charset: str) -> None:
    (folder / "a.htm").write_bytes(PAGE.format(charset=charset, meta="").encode(encoding))
    assert "Unterhändler" in Read("a.htm").article.text


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("", "empty"),
        ("<html><body><nav><a href='/'>Start</a></nav></body></html>", "no article found"),
        ("<html></html>", "no article found"),
        ("https://example.org/", "no article found"),
        ("<", "no article found"),
        ("<svg><td><td>", "not to be understood"),
    ],
)
def test_pages_without_an_article(folder: Path, page: str, message: str, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "a.html").write_text(page)
    (error,) = Read("a.html").errors
    assert error.startswith("a.html: ") and message in error
    assert capfd.readouterr() == ("", "")


def test_a_page_on_standard_input() -> None:
    page = PAGE.format(charset="utf-8", meta="").encode()
    assert Read("-", stdin=io.BytesIO(page)).article.title == "Gespräche gehen weiter"
    assert Read("-", stdin=io.BytesIO(page), input_format="text").article.text.startswith("<!DOCTYPE")


def without(name: str) -> Callable[..., Any]:
    imported = builtins.__import__

    def fails(module: str, *args: Any) -> Any:
        if module.partition(".")[0] == name:
            raise ImportError(name)
        return imported(module, *args)

    return fails


def test_html_without_the_extra(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.html").write_text(PAGE.format(charset="utf-8", meta=""))
    make(folder, "b.txt")
    monkeypatch.setattr(builtins, "__import__", without("trafilatura"))
    found = Read(".")
    assert found.files == ["b.txt"]
    assert "pip install 'peacetalks-cli[html]'" in found.errors[0]
