"""Forty-four reports: the file stays small, the first view and every click quick."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from reading import first_view, slowest

from tests.browser.conftest import DESK, PHONE, OpenPage, written_page
from tests.manybureaus import many_reports

pytestmark = pytest.mark.slow

REPORTS = 44
BYTES = 12_000_000
FIRST_VIEW, CLICK = 1_000, 100
"""Milliseconds that the page computes: a machine of tests has other things to do as well."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_page(many_reports(REPORTS), tmp_path_factory.mktemp("many"))


def test_the_file_is_small(file: Path) -> None:
    assert file.stat().st_size < BYTES


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_first_view_is_there_at_once(
    open_page: OpenPage, file: Path, size: tuple[int, int]
) -> None:
    page = open_page("about:blank", size)
    assert first_view(page, file.as_uri()).thread < FIRST_VIEW


def test_a_click_is_answered_at_once(open_page: OpenPage, file: Path) -> None:
    took = slowest(open_page(file.as_uri()))
    assert set(took) == {"figure", "span", "tab", "filter"}
    assert {kind: each for kind, each in took.items() if each.thread >= CLICK} == {}


def test_searching_all_texts_ends_and_shows_what_it_finds_page_by_page(
    open_page: OpenPage, file: Path
) -> None:
    page = open_page(file.as_uri())
    page.keyboard.press("/")
    page.keyboard.type("督察")
    expect(page.locator(".r-summary p")).to_contain_text("“督察”：共")
    expect(page.locator("#r-list tbody tr")).to_have_count(80)
    page.locator("#r-list button", has_text="再看").click()
    expect(page.locator("#r-list tbody tr")).to_have_count(160)
