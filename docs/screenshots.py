"""Makes the pictures of docs/images/: a report of the sample articles, as a browser shows it.

    .venv/bin/python docs/screenshots.py

Needs a Chromium (`make browser`).
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PICTURES = (  # name, width, height, colour scheme, what is at the top, what is clicked
    ("report", 1280, 880, "light", ".top", None),
    ("report-map", 1280, 720, "dark", "#places", None),
    (
        "report-text",
        1280,
        720,
        "light",
        "#texts article:nth-of-type(2)",
        "#texts article:nth-of-type(2) .number a:text-is('375')",
    ),
    ("report-telephone", 360, 720, "light", "#figures", None),
)


def main() -> None:
    sys.path.append(str(ROOT / "tests" / "report"))
    from browser import find  # noqa: PLC0415

    path = find()
    if path is None:
        sys.exit("no Chromium here: make browser")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "report.html"
        command = (sys.executable, "-m", "peacetalks_cli", "report", "seeds", "--no-store", "-q")
        subprocess.run([*command, "--language", "en", "-o", str(page)], cwd=ROOT, check=True)
        arguments = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        for picture in PICTURES:
            _take(browser, page, *picture)
        browser.close()


def _take(
    browser: Any, page: Path, name: str, width: int, height: int, scheme: str, top: str, click: str | None
) -> None:
    window = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    window.goto(page.as_uri())
    window.evaluate("(top) => document.querySelector(top).scrollIntoView()", top)
    if click:
        window.locator(click).click()
    target = IMAGES / f"{name}.png"
    window.screenshot(path=target)
    window.close()
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
