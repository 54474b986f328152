"""What tests of several rooms share."""

import signal
from typing import Any

import hypothesis
import pytest
from handmade import first_record, second_record

from peacetalks_cli.facts import Record

# No time limit an example, which a busy machine would break; the same examples every time (others: `make soak`).
hypothesis.settings.register_profile("suite", deadline=None, derandomize=True)
hypothesis.settings.load_profile("suite")

# A shell that runs the suite in the background has Ctrl-C ignored, which the processes of the tests would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)

LONGEST = ("cluster", "report", "cli")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest rooms come first, so that the processes of `make test` end together."""
    items.sort(key=lambda item: (*LONGEST, item.path.parent.name).index(item.path.parent.name))


@pytest.fixture
def records() -> list[Record]:
    """Two articles, the later one first."""
    return [first_record(), second_record()]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A German pipeline on disk that knows three names."""
    import spacy  # noqa: PLC0415  (takes a second, for the tests that really extract)

    nlp = spacy.blank("de", meta={"name": "tiny", "version": "3.2.1"})
    ruler: Any = nlp.add_pipe("entity_ruler")
    names = {"Anna Berg": "PER", "Genf": "LOC", "NATO": "ORG"}
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in names.items()])
    path = tmp_path_factory.mktemp("model") / "tiny"
    nlp.to_disk(path)
    return str(path)
