"""The store: round trips, replacement, damage, versions, two writers, sudden death."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import first_record, second_record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peacetalks_cli.errors import StoreError
from peacetalks_cli.facts import (
    KINDS,
    Article,
    Date,
    Mention,
    Number,
    Organization,
    Person,
    Pipeline,
    Place,
    Record,
    Source,
)
from peacetalks_cli.store import Store, database, default_path, rules_version
from peacetalks_cli.store.holder import holder

PIPELINE = Pipeline("de_test", "1.0.0")

# What the facts are made of: any text; in names no halves of characters, which no reader lets through.
words = st.text(max_size=20)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
maybe = st.none() | names
offsets = st.integers(0, 10**7)
numbers = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
mentions = st.lists(st.builds(Mention, words, offsets, offsets, offsets), max_size=3).map(tuple)


def articles(file: st.SearchStrategy[str] = names) -> st.SearchStrategy[Article]:
    masked = st.lists(st.tuples(offsets, offsets), max_size=2).map(tuple)
    return st.builds(Article, st.text(min_size=1), file, maybe, maybe, maybe, maybe, masked)


records = st.builds(
    Record,
    articles(),
    st.builds(Pipeline, names, names),
    people=st.lists(st.builds(Person, words, words, st.lists(words).map(tuple), mentions), max_size=2).map(tuple),
    places=st.lists(
        st.builds(Place, words, words, st.none() | st.just("city"), maybe, st.none() | numbers, numbers, mentions),
        max_size=2,
    ).map(tuple),
    organizations=st.lists(st.builds(Organization, words, words, mentions), max_size=2).map(tuple),
    dates=st.lists(
        st.builds(Date, words, offsets, offsets, offsets, st.just("DATE"), words, st.none(), maybe, maybe), max_size=2
    ).map(tuple),
    numbers=st.lists(
        st.builds(
            Number,
            *(words, offsets, offsets, offsets, numbers, st.none() | numbers, numbers),
            *(st.just("approx"), maybe, maybe, words, maybe, maybe, maybe),
            st.none() | st.builds(Source, words, words, maybe),
            words,
        ),
        max_size=2,
    ).map(tuple),
)


def record(text: str, file: str, **facts: object) -> Record:
    return Record(Article(text, file, published="2026-01-25", published_from="header"), PIPELINE, **facts)  # type: ignore[arg-type]


def mentioned(name: str) -> tuple[Person, ...]:
    return (Person(f"person:{name}", name, ("Präsident",), (Mention(name, 0, len(name), 1),)),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".peacetalks" / "facts.db"


def test_a_record_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("store")
    with Store.open(folder / "facts.db", create=True) as store:

        @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(records)
        def comes_back(saved: Record) -> None:
            store.save(saved)
            assert store.get(saved.article, saved.pipeline) == saved
            (same,) = [other for other in store.records() if other.article.id == saved.article.id]
            assert replace(same, article=replace(same.article, file=saved.article.file)) == saved

        comes_back()


def test_it_is_still_there_for_the_next_one_who_opens_it(path: Path) -> None:
    saved = record("Text", "a.txt", people=mentioned("Text"))
    with Store.open(path, create=True) as store:
        store.save(saved)
    with Store.open(path, create=False) as store:
        assert list(store.records()) == [saved]
        (article,) = store.articles()
        assert (article.file, article.published, article.characters) == ("a.txt", "2026-01-25", 4)
        assert store.info().facts == {"people": 1, "places": 0, "organizations": 0, "dates": 0, "numbers": 0}


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Anderer Text"},
        {"published": "2026-01-26"},
        {"published_from": "option"},
        {"title": "Titel"},
        {"source": "dpa"},
        {"masked": ((0, 2),)},
    ],
)
def test_another_text_or_header_is_not_cached(path: Path, change: dict[str, object]) -> None:
    saved = record("Text", "a.txt")
    with Store.open(path, create=True) as store:
        store.save(saved)
        assert store.get(replace(saved.article, **change), PIPELINE) is None  # type: ignore[arg-type]
        assert store.get(saved.article, PIPELINE) == saved


def test_another_pipeline_or_other_rules_of_ours_are_not_cached(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = record("Text", "a.txt")
    with Store.open(path, create=True) as store:
        store.save(saved)
        assert store.get(saved.article, replace(PIPELINE, version="1.0.1")) is None
        assert store.get(saved.article, replace(PIPELINE, name="de_core_news_sm")) is None
        monkeypatch.setattr("peacetalks_cli.store.rules_version", lambda: "later")
        assert store.get(saved.article, PIPELINE) is None


def test_rules_follow_the_code_that_decides_what_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def digest() -> str:
        rules_version.cache_clear()
        return rules_version()

    monkeypatch.setattr("peacetalks_cli.store.rules._PACKAGE", tmp_path)
    for name in ("german", "cli", "pipelines"):
        (tmp_path / name).mkdir()
    (tmp_path / "german" / "timex.py").write_text("MONTHS = 12")
    before = digest()
    (tmp_path / "cli" / "help.py").write_text("HELP = 'another word'")
    (tmp_path / "pipelines" / "weights").write_text("1")
    assert digest() == before
    (tmp_path / "german" / "timex.py").write_text("MONTHS = 13")
    changed = digest()
    (tmp_path / "pipelines" / "meta.json").write_text("{}")
    assert len({before, changed, digest()}) == 3
    rules_version.cache_clear()


def test_a_changed_file_replaces_what_it_held(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Alt", "a.txt", people=mentioned("Alt")))
        store.save(record("Neu", "a.txt", people=mentioned("Neu")))
        assert [facts[0]["name"] for _, facts in store.facts("people")] == ["Neu"]
        assert (store.info().articles, store.info().files) == (1, 1)


def test_a_text_in_two_files_is_one_article(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Text", "b.txt"))
        again = replace(record("Text", "a.txt").article)
        found = store.get(again, PIPELINE)
        assert found is not None and found.article.file == "a.txt"
        assert [article.files for article in store.articles()] == [("a.txt", "b.txt")]
        store.save(record("Neu", "b.txt"))  # it still lies in a.txt
        assert [article.files for article in store.articles()] == [("a.txt",), ("b.txt",)]
        store.save(record("Neu", "a.txt"))
        assert [article.files for article in store.articles()] == [("a.txt", "b.txt")]


def test_saving_again_replaces_the_facts_and_keeps_the_files(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Text", "a.txt", people=mentioned("Text")))
        store.save(record("Text", "b.txt"))
        assert [(article.files, facts) for article, facts in store.facts("people")] == [(("a.txt", "b.txt"), [])]


def test_standard_input_is_no_place_that_changes(path: Path) -> None:
    with Store.open(path, create=True) as store:
        for text in ("Eins", "Zwei", "Zwei"):
            store.save(record(text, "-"))
        store.save(record("Drei", "-:1"))
        store.save(record("Vier", "-:1"))
        assert store.info().articles == 4


def test_articles_of_one_file_are_kept_side_by_side(path: Path) -> None:
    texts = {None: "Eins", "x:2": "Zwei", "x:3": "Drei"}
    with Store.open(path, create=True) as store:
        for place, text in texts.items():
            one = record(text, "x")
            store.save(replace(one, article=replace(one.article, place=place)))
        assert {found.article.text: found.article.file for found in store.records()} == dict.fromkeys(
            texts.values(), "x"
        )
        for place, text in texts.items():  # the same lines again: nothing to do
            assert store.get(replace(record(text, "x").article, place=place), PIPELINE)
        one = record("Neu", "x")
        store.save(replace(one, article=replace(one.article, place="x:2")))
        assert {one.article.text for one in store.records()} == {"Eins", "Neu", "Drei"}


def test_files_of_one_name_in_two_folders_are_two(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("eins", "zwei"):
        (path.parent.parent / folder).mkdir()
        monkeypatch.chdir(path.parent.parent / folder)
        with Store.open(path, create=True) as store:
            store.save(record(folder, "a.txt"))
            assert store.get(record(folder, f"../{folder}/a.txt").article, PIPELINE) is not None
    with Store.open(path, create=False) as store:
        assert (store.info().articles, store.info().files) == (2, 2)


def test_the_order_is_by_file_and_line(path: Path) -> None:
    files = ["b.txt", "a.jsonl:10", "a.jsonl:9", "Ä.txt", "a.txt"]
    with Store.open(path, create=True) as store:
        for file in files:
            store.save(record(f"Text von {file}", file))
        expected = ["a.jsonl:9", "a.jsonl:10", "a.txt", "b.txt", "Ä.txt"]
        assert [article.file for article in store.articles()] == expected
        assert [article.file for article, _ in store.facts("dates")] == expected


def test_only_the_kind_asked_for_is_read(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Text", "a.txt", people=mentioned("Text")))
    with sqlite3.connect(path) as database_:
        database_.execute("UPDATE facts SET json = 'broken' WHERE kind = 'numbers'")
    with Store.open(path, create=False) as store:
        assert len(list(store.facts("people"))) == 1
        with pytest.raises(StoreError, match="damaged"):
            list(store.facts("numbers"))
        with pytest.raises(StoreError, match="damaged"):
            list(store.records())


def make_nothing(path: Path) -> None: ...


def make_text(path: Path) -> None:
    path.write_text("Meine Notizen\n" * 100)


def make_empty(path: Path) -> None:
    path.touch()


def make_foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")


def make_newer(path: Path) -> None:
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {len(database._MIGRATIONS) + 1}")


def make_damaged(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Text " * 5000, "a.txt"))
    path.write_bytes(path.read_bytes()[:100] + os.urandom(8000))


def make_tableless(path: Path) -> None:
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE files")


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "create", "message"),
    [
        (make_nothing, False, "no store here; `peacetalks extract"),
        (make_empty, False, "an empty store; `peacetalks extract"),
        (make_text, False, "no peacetalks store"),
        (make_text, True, "left as it is"),
        (make_foreign, True, "another program; give another --store FILE"),
        (make_foreign, False, "another program"),
        (make_newer, True, "newer peacetalks .* upgrade"),
        (make_newer, False, "newer peacetalks"),
        (make_damaged, True, "damaged; move it away"),
        (make_damaged, False, "damaged"),
        (make_tableless, False, "damaged"),
        (make_folder, True, "not a file"),
    ],
)
def test_what_cannot_be_used_is_named_and_left_alone(tmp_path: Path, make, create: bool, message: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "facts.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=message) as raised, Store.open(path, create=create) as store:
        list(store.articles())
    assert str(raised.value).startswith(f"{path}: ") and "\n" not in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Store.open(path, create=True) as store:
        assert store.info().articles == 0


def test_an_older_store_is_brought_forward(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = record("Text", "a.txt")
    with Store.open(path, create=True) as store:
        store.save(saved)
        version = store.info().version
    later = (*database._MIGRATIONS, ("ALTER TABLE files ADD COLUMN bytes INTEGER", "UPDATE files SET bytes = 4"))
    monkeypatch.setattr(database, "_MIGRATIONS", later)
    with Store.open(path, create=False) as store:
        assert store.info().version == version + 1
        assert list(store.records()) == [saved]
        assert store._connection.execute("SELECT bytes FROM files").fetchall() == [(4,)]


def test_a_migration_that_fails_leaves_the_old_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Text", "a.txt"))
    broken = (*database._MIGRATIONS, ("DELETE FROM articles", "ALTER TABLE nowhere ADD COLUMN x"))
    with monkeypatch.context() as patched, pytest.raises(StoreError):
        patched.setattr(database, "_MIGRATIONS", broken)
        Store.open(path, create=True)
    with Store.open(path, create=False) as store:
        assert (store.info().version, store.info().articles) == (len(database._MIGRATIONS), 1)


def test_a_store_in_use_is_waited_for_and_then_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.1)
    with Store.open(path, create=True) as store, Store.open(path, create=True) as other:
        store.save(record("Text", "a.txt"))
        with database.transaction(store._connection, writes=True):
            assert len(list(other.articles())) == 1  # reading needs no waiting
            with pytest.raises(StoreError, match="in use by another peacetalks"):
                other.save(record("Neu", "b.txt"))
        other.save(record("Neu", "b.txt"))
        assert store.info().articles == 2


HOLDER = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def held_by_another(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    return process


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the process is named without its command, or not at all")
@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_it_is_said_who_has_the_store(path: Path, monkeypatch: pytest.MonkeyPatch, journal: str) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.1)
    with Store.open(path, create=True) as store:
        store.save(record("Text", "a.txt"))
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
    other.close()
    with held_by_another(path) as process, Store.open(path, create=True) as store:
        with pytest.raises(StoreError) as raised:
            store.save(record("Neu", "b.txt"))
        message = str(raised.value)
        assert message.startswith(f"{path}: in use by process {process.pid} ({sys.executable} -c import sqlite3, sys ")
        assert message.endswith("…); try again when it is done, or use --no-store")
        process.communicate("")  # it ends without a COMMIT
        assert holder(path) is None  # nobody is named who has gone
        store.save(record("Neu", "b.txt"))
        assert store.info().articles == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not tell")
def test_to_ask_who_has_the_store_lets_go_of_nothing(path: Path) -> None:
    """A process that closes a file loses its locks on it, though it has it open elsewhere."""
    with Store.open(path, create=True) as store, database.transaction(store._connection, writes=True):
        assert holder(path) is None  # other than this process
        code = HOLDER.replace("isolation_level=None", "isolation_level=None, timeout=0")
        other = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
        assert "database is locked" in other.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_store_in_a_read_only_folder_can_be_read(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Text", "a.txt"))
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Store.open(path, create=False) as store:
            assert store.info().articles == 1
        with pytest.raises(StoreError, match="no permission"), Store.open(path, create=True) as store:
            store.save(record("Neu", "a.txt"))
    finally:
        path.parent.chmod(0o755)


def test_a_read_only_store_is_opened_as_one_that_nobody_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Text", "a.txt"))
    monkeypatch.setattr(database.os, "access", lambda *_: False)
    with Store.open(path, create=False) as store:
        assert store.info().articles == 1
        with pytest.raises(StoreError, match="no permission"):
            store.save(record("Neu", "a.txt"))


WRITER = """
import sys
from pathlib import Path
from peacetalks_cli.facts import Article, Person, Mention, Pipeline, Record
from peacetalks_cli.store import Store
name, count = sys.argv[2], int(sys.argv[3])
with Store.open(Path(sys.argv[1]), create=True) as store:
    for number in range(count):
        text = f"{name} {number} " * 200
        people = tuple(Person(str(i), name, (), (Mention(name, i, i + 1, 1),)) for i in range(50))
        store.save(Record(Article(text, f"{name}/{number}.txt"), Pipeline("de_test", "1.0.0"), people=people))
        print(number, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def test_two_processes_write_one_store(path: Path) -> None:
    both = [writer(path, "eins", 40), writer(path, "zwei", 40)]
    for process in both:
        process.communicate(timeout=240)
        assert process.returncode == 0
    with Store.open(path, create=False) as store:
        assert store.info().articles == 80
        assert store.info().facts["people"] == 80 * 50


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("after", [0, 1, 7])
def test_killed_at_any_moment_at_most_the_article_in_work_is_lost(path: Path, after: int) -> None:
    with writer(path, "eins", 100_000) as process:
        assert process.stdout is not None
        done = -1
        while done < after:
            done = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        reported = [int(line) for line in process.stdout.read().split("\n")[:-1]]
    done = reported[-1] if reported else done
    with Store.open(path, create=True) as store:
        found = list(store.records())
        assert done + 1 <= len(found) <= done + 2
        assert all(len(record.people) == 50 for record in found)
        assert store._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        store.save(record("Weiter", "a.txt"))


def test_an_answer_is_kept_until_something_changes(path: Path) -> None:
    asked: list[str] = []

    def ask() -> list[dict[str, object]]:
        asked.append("again")
        return [{"name": "Ä", "articles": store.info().articles}]

    with Store.open(path, create=True) as store, Store.open(path, create=True) as other:
        store.save(record("Eins", "1.txt"))
        assert store.answered("people", ask) == store.answered("people", ask) == [{"name": "Ä", "articles": 1}]
        assert (other.answered("people", ask), len(asked)) == ([{"name": "Ä", "articles": 1}], 1)
        assert (store.answered("places", ask), len(asked)) == ([{"name": "Ä", "articles": 1}], 2)
        changes = (
            lambda: other.save(record("Zwei", "2.txt")),
            lambda: other.save(record("Zwei", "2.txt", people=mentioned("Zwei"))),
            lambda: other.get(record("Zwei", "3.txt").article, PIPELINE),  # a further file of a known text
        )
        for change in changes:
            before = len(asked)
            change()
            assert store.answered("people", ask) == store.answered("people", ask) == [{"name": "Ä", "articles": 2}]
            assert len(asked) == before + 1


def test_an_answer_is_not_kept_where_that_is_not_possible(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path, create=True) as store, Store.open(path, create=True) as other:
        store.save(record("Eins", "1.txt"))
        # Changed while the question was answered: the answer may be of before.
        assert store.answered("people", lambda: [other.save(record("Zwei", "2.txt")), {}][1:]) == [{}]  # type: ignore[func-returns-value]
        assert store.answered("people", lambda: [{"new": 1}]) == [{"new": 1}]
        with database.transaction(other._connection, writes=True):  # nobody waits for that
            assert store.answered("places", lambda: [{}]) == [{}]
        assert store.answered("places", lambda: [{"new": 1}]) == [{"new": 1}]
    monkeypatch.setattr(database.os, "access", lambda *_: False)
    with Store.open(path, create=False) as store:
        assert store.answered("places", lambda: []) == [{"new": 1}]
        assert store.answered("more", lambda: [{}]) == [{}]


VERSIONS = sorted((Path(__file__).parent / "cases" / "stores").glob("v*.sql"))


def test_there_is_a_store_of_every_version_before_this_one() -> None:
    assert [path.stem for path in VERSIONS] == [f"v{n}" for n in range(1, len(database._MIGRATIONS))]


@pytest.mark.parametrize("dump", VERSIONS, ids=lambda path: path.stem)
def test_a_store_of_an_older_version_is_brought_forward(
    tmp_path: Path, dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with sqlite3.connect(old) as connection:
        connection.executescript(dump.read_text())
    Store.open(new, create=True).close()
    with Store.open(old, create=False) as store:
        assert store.info().version == len(database._MIGRATIONS)
        expected = [first_record(), second_record()]
        assert [found.as_json()["people"] for found in store.records()] == [one.as_json()["people"] for one in expected]
    tables = [
        sorted(sqlite3.connect(path).execute("SELECT type, name, sql FROM sqlite_master").fetchall())
        for path in (old, new)
    ]
    assert tables[0] == tables[1]


def test_the_default_is_the_nearest_store_above(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert default_path(below) == below / ".peacetalks" / "facts.db"
    Store.open(tmp_path / ".peacetalks" / "facts.db", create=True).close()
    assert default_path(below) == tmp_path / ".peacetalks" / "facts.db"
    Store.open(tmp_path / "a" / ".peacetalks" / "facts.db", create=True).close()
    assert default_path(below) == tmp_path / "a" / ".peacetalks" / "facts.db"


def test_a_folder_that_cannot_be_looked_into_has_no_store(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 300)
    assert default_path(folder) == folder / ".peacetalks" / "facts.db"


def test_facts_are_plain_json_for_other_programs(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.save(record("Selenskyj", "ä.txt", people=mentioned("Selenskyj")))
    with sqlite3.connect(path) as other:
        rows = other.execute("SELECT kind, json FROM facts").fetchall()
    assert {kind for kind, _ in rows} == set(KINDS)
    assert json.loads(dict(rows)["people"])[0]["roles"] == ["Präsident"]
