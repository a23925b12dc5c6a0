"""How much room characters take."""

from __future__ import annotations

import pytest

from builder.widths import columns, is_wide, terminal_columns


@pytest.mark.parametrize(
    ("text", "room"), [("", 0), ("PM2.5", 5), ("水质A", 5), ("，", 2), ("ⅢA", 3)]
)
def test_columns_of_a_text(text: str, room: int) -> None:
    assert columns(text) == room


def test_wide_characters() -> None:
    assert all(map(is_wide, "水，（Ⅲ“"))
    assert not any(map(is_wide, "a1.,( "))


@pytest.mark.parametrize(("text", "room"), [("水质A", 5), ("，", 2), ("…Ⅲ", 2), ("a", 1)])
def test_columns_of_a_terminal(text: str, room: int) -> None:
    assert terminal_columns(text) == room
