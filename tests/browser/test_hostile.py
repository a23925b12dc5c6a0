"""Reports that try to be a page: whatever they hold is shown as text, and nothing of it runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, written_page

pytestmark = pytest.mark.slow

MARKUP = (
    "</script><script>window.ran = 1</script>]]><!--<img src=x onerror='window.ran = 2'>{{ 7*7 }}"
)
TURNED = "\u202eμ3.41值浓\u202c"
BEYOND = "𠮷水河🌊"
HEAD = "甲市生态环境局2024年工作总结\n\n一、2024年工作情况\n"
TAIL = (
    "\n2024年，全市PM2.5平均浓度为33.5微克/立方米，同比下降4.2%。"
    "\n二、下一步工作计划\n2025年底前建成污水处理厂3座。\n"
)


def report(middle: str) -> str:
    return HEAD + middle + TAIL


def test_markup_is_text(open_page: OpenPage, tmp_path: Path) -> None:
    text = report(f"{MARKUP}{TURNED}{BEYOND}完成整改任务12项。")
    file = written_page({"jia<b><script>.txt": text}, tmp_path)
    page = open_page(file.as_uri())
    letters = (
        "[...document.querySelectorAll('#r-text span')].map((leaf) => leaf.textContent).join('')"
    )
    assert MARKUP in page.evaluate(letters)
    assert page.evaluate("window.ran") is None
    assert page.locator("#r-text img, #r-text script").count() == 0
    assert page.evaluate("document.scripts.length") == 3


def test_signs_that_turn_the_direction_are_shown(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page(written_page({"jia.txt": report(f"{TURNED}已完成12项。")}, tmp_path).as_uri())
    expect(page.locator("#r-text")).to_contain_text("▯μ3.41值浓▯已完成12项。")


def test_places_hold_behind_characters_beyond_the_first_plane(
    open_page: OpenPage, tmp_path: Path
) -> None:
    text = report(f"{BEYOND}整治。")
    file = written_page({"jia.txt": text}, tmp_path)
    start = text.index("PM2.5平均浓度")
    page = open_page(f"{file.as_uri()}#jia:{start}-{start + 9}")
    expect(page.locator("mark.r-words")).to_have_text("PM2.5平均浓度")
    page.locator("#r-text a.r-indicator").first.click()
    expect(page.locator(".r-number")).to_have_text("33.5 μg/m³")


def test_a_line_of_a_megabyte_is_shown(open_page: OpenPage, tmp_path: Path) -> None:
    text = report("治理" * 500_000)
    page = open_page(written_page({"jia.txt": text}, tmp_path).as_uri())
    page.locator("#overview .figure, #indicators .figure").first.click()
    expect(page.locator("#r-text a.r-chosen")).to_be_in_viewport()
    expect(page.locator("#r-text a.r-chosen")).to_contain_text("33.5")
