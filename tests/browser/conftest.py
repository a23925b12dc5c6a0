"""A real browser for the pages that are read and used in one: the system's own Chromium.

`open_page(address, width, height)` gives a page; whatever its scripts get wrong fails the test that
opened it. Chinese is set in the fonts of the project, since a machine of a test may have none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from builder import processes
from builder.config import Config
from builder.pipeline.line import Request, compared
from builder.reading import reading_page
from builder.render.folder import default_templates
from builder.render.html import html
from tests.goldfacts import ROOT

OpenPage = Callable[..., Page]
DESK = (1280, 800)
PHONE = (390, 844)
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias><family>serif</family><prefer><family>Noto Serif SC</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>"""


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The browser of this machine, started once."""
    program = processes.browser()
    if program is None:
        pytest.skip("no Chromium, Chrome or Edge on this machine")
    folder = tmp_path_factory.mktemp("fonts")
    written = FONTS.format(fonts=default_templates() / "fonts", cache=folder / "cache")
    (folder / "fonts.conf").write_text(written, encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    with sync_playwright() as playwright:
        # Where tests run as root a browser refuses to confine pages.
        found = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"], env=dict(environment)
        )
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Gives a page at an address, of a desk's size if none is named."""
    # A sheet that is still gliding in is half transparent: what axe sees then depends on the clock.
    context = browser.new_context(reduced_motion="reduce")
    wrong: list[str] = []

    def opened(address: str, size: tuple[int, int] = DESK) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: wrong.append(asked.url) if _is_far(asked.url) else None)
        page.goto(address)
        return page

    yield opened
    context.close()
    assert wrong == []


def _is_far(url: str) -> bool:
    """Whether a page asks for something that is neither in it nor on this machine."""
    return not url.startswith(("file:", "about:", "data:", "http://127.0.0.1:", "blob:"))


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the briefing of the five seeds."""
    seeds = (ROOT / "seeds").glob("*.txt")
    texts = {path.name: path.read_text(encoding="utf-8") for path in seeds}
    return written_page(texts, tmp_path_factory.mktemp("seeds")).as_uri()


def written_page(texts: Mapping[str, str], folder: Path, config: Config | None = None) -> Path:
    """The briefing of reports, as the file that a reader opens."""
    reports = folder / "reports"
    reports.mkdir()
    for name, text in texts.items():
        (reports / name).write_text(text, encoding="utf-8")
    request = Request(
        input=reports,
        output=folder / "output",
        templates=default_templates(),
        config=config or Config(),
    )
    made = compared(request)
    printed = html(made.briefing, made.vectors, request.templates)
    page = reading_page(made.briefing, made.comparison, printed)
    file = folder / "briefing.html"
    file.write_bytes(page.encode())
    return file


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """A page that may say what is wrong, where a test makes something go wrong."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    yield page
    context.close()
