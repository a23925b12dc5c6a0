"""Faults that axe-core finds in the states of the reading view; a reader must be able to do without
eyes, without a mouse, without colours.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, OpenPage

pytestmark = pytest.mark.slow

FACT = "yueyang-county-2024:1171"
# A state is an address and what is clicked then.
STATES: dict[str, tuple[str, Sequence[str]]] = {
    "nothing chosen": ("", ()),
    "figure": (f"#{FACT}", ()),
    "span": ("#yueyang-county-2024", ("#r-text a.r-value",)),
    "several values": ("#yueyang-county-2024:1404:2", ()),
    "problem": ("#yueyang-county-2024:2908", ()),
    "list": ("#list", ()),
    "doubtful": ("#list&sureness=unsure", ()),
    "kinds off": (f"#{FACT}&kind=problem", ()),
    "unknown address": ("#潜99", ()),
    "help": ("", ("#r-help-open",)),
}
PHONE_STATES = {name: state for name, state in STATES.items() if name not in {"help", "span"}} | {
    "filters": ("", ("#r-filters-open",)),
    "whole text": (f"#{FACT}", ("#r-full",)),
}


def faults(page: Page) -> list[str]:
    """What axe finds: how grave, which rule, where first."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['impact']} {fault['id']} {len(fault['nodes'])}: {fault['nodes'][0]['html'][:200]}"
        for fault in found
    ]


@pytest.mark.parametrize("state", STATES)
def test_no_fault_on_a_desk(open_page: OpenPage, seeds_page: str, state: str) -> None:
    place, clicks = STATES[state]
    page = open_page(seeds_page + place, DESK)
    for click in clicks:
        page.locator(click).first.click()
    assert faults(page) == []


@pytest.mark.parametrize("state", PHONE_STATES)
def test_no_fault_on_a_phone(open_page: OpenPage, seeds_page: str, state: str) -> None:
    place, clicks = PHONE_STATES[state]
    page = open_page(seeds_page + place, PHONE)
    for click in clicks:
        page.locator(click).first.click()
    assert faults(page) == []
