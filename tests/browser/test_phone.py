"""The reading view on a phone: cards for tables, a sheet that is a dialog and holds the focus."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenPage

pytestmark = pytest.mark.slow

FACT = "yueyang-county-2024:1171"
# The focus is in the sheet, or has left the page for the browser's own buttons.
HELD = """() => document.getElementById("r-source").contains(document.activeElement)
    || document.activeElement === document.body"""
FIGURE = f'#overview [data-facts="{FACT}"]'


def test_the_page_is_no_wider_than_the_phone(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(seeds_page, PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_a_row_is_a_card_whose_cells_say_their_columns(
    open_page: OpenPage, seeds_page: str
) -> None:
    page = open_page(f"{seeds_page}#overview", PHONE)
    row = page.locator("#overview tbody tr").nth(1)
    expect(row.locator("td").nth(1)).to_have_attribute("data-head", "PM2.5 （μg/m³）")
    expect(row.locator("td").nth(1)).to_have_css("display", "flow-root")


def test_the_sentence_is_seen_in_the_sheet_without_scrolling(
    open_page: OpenPage, seeds_page: str
) -> None:
    page = open_page(seeds_page, PHONE)
    page.locator(FIGURE).click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_have_attribute("aria-modal", "true")
    box = page.locator("#r-scroll").bounding_box()
    chosen = page.locator("#r-text a.r-chosen").bounding_box()
    sentence = page.locator("#r-text .r-sentence").last.bounding_box()
    assert box is not None
    assert chosen is not None
    assert sentence is not None
    assert box["y"] <= chosen["y"]
    assert sentence["y"] + sentence["height"] <= PHONE[1]
    expect(page.locator("#r-copy")).to_be_in_viewport()


def test_the_sheet_holds_the_focus_and_gives_it_back(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(seeds_page, PHONE)
    page.locator(FIGURE).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#r-sheet-close")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(HELD)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(FIGURE)).to_be_focused()
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_whole_text_and_the_rest_of_the_card_are_one_press_away(
    open_page: OpenPage, seeds_page: str
) -> None:
    page = open_page(f"{seeds_page}#{FACT}", PHONE)
    expect(page.locator(".r-full")).to_be_hidden()
    page.get_by_role("button", name="更多").click()
    expect(page.locator(".r-full")).to_be_visible()
    page.get_by_role("button", name="看全文").click()
    expect(page.locator("#r-tabs")).to_be_visible()
    page.get_by_role("button", name="收起", exact=True).click()
    expect(page.locator("#r-source")).to_be_hidden()


def test_filters_are_a_sheet_and_lead_to_the_list(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(seeds_page, PHONE)
    page.get_by_role("button", name="筛选").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.locator('#r-kinds [data-kind="problem"]').click()
    page.get_by_role("button", name="看结果").click()
    expect(page.locator("#r-list tbody tr")).to_have_count(12)


def test_searching_leads_to_the_list(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(seeds_page, PHONE)
    page.get_by_role("button", name="查找").click()
    page.keyboard.type("总磷")
    page.keyboard.press("Enter")
    expect(page.locator("#r-list tbody tr")).to_have_count(16)


def test_targets_are_large_enough_for_a_finger(open_page: OpenPage, seeds_page: str) -> None:
    page = open_page(f"{seeds_page}#{FACT}", PHONE)
    for button in page.locator(".r-grip button, .r-actions .r-button, .r-bar button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 40
