"""Reports over the project's own seeds, made once, and a browser to look at them."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import installed
import pytest
from running import peacetalks

from peacetalks_cli.facts import Record
from peacetalks_cli.store import Store

SEEDS = Path(__file__).parents[2] / "seeds"

Make = Callable[..., Path]


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the five seeds and a store that holds their facts."""
    folder = tmp_path_factory.mktemp("newsroom")
    shutil.copytree(SEEDS, folder / "seeds", ignore=shutil.ignore_patterns("README.md"))
    assert peacetalks("extract", "seeds", "-q", "--jobs", 1, "-o", "facts.json", cwd=folder) == 0
    return folder


@pytest.fixture(scope="session")
def records(newsroom: Path) -> list[Record]:
    with Store.open(newsroom / ".peacetalks" / "facts.db", create=False) as store:
        return list(store.records())


@pytest.fixture(scope="session")
def make(newsroom: Path) -> Make:
    """Makes a report of what is in the store, each kind once; gives its file."""

    def made(name: str = "report.html", *args: object) -> Path:
        page = newsroom / name
        if not page.exists():
            assert peacetalks("report", "-o", name, *(args or ("--language", "de")), cwd=newsroom) == 0
        return page

    return made


@pytest.fixture(scope="session")
def page_file(make: Make) -> Path:
    return make()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The system's browser; without one the tests that need it are skipped or, where it is required, fail."""
    path = installed.find("chromium")
    if path is None:
        missing = "no Chromium on this machine: make browser"
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only where there is a browser)

    arguments = ["--disable-gpu", "--disable-background-networking"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture(scope="session")
def window(chromium: Any) -> Callable[..., Any]:
    """A browser's window with its settings, each kind once: opening one takes longer than loading a page."""
    opened: dict[str, Any] = {}

    def window(**options: Any) -> Any:
        key = repr(sorted(options.items()))
        if key not in opened:
            opened[key] = chromium.new_context(**options)
        return opened[key]

    return window


@pytest.fixture
def look(window: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """Opens a file in a page of its own. At the end of the test nothing was asked of the network or of another
    file, and nobody complained."""
    pages, complaints, requests = [], [], []

    def opened(file: Path, fragment: str = "", *, width: int = 1440, height: int = 900, **options: Any) -> Any:
        page = window(viewport={"width": width, "height": height}, **options).new_page()
        pages.append(page)
        page.set_default_timeout(30_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append((request.resource_type, request.url)))
        page.goto(file.as_uri() + fragment)
        return page

    yield opened
    for page in pages:
        page.close()
    assert complaints == []
    assert [one for one in requests if one[0] != "document" or not one[1].startswith("file:")] == []
