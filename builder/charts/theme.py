"""Fonts and sizes that all charts share. Lengths are points, as in the look of the pages."""

from __future__ import annotations

from typing import Any

from builder.fonts import SYMBOLS

FALLBACK = "Noto Sans SC, Noto Sans, Noto Emoji"
# A name with a number in it must stand in quotes.
FAMILIES = ", ".join((FALLBACK, *(f"'{name}'" for name in SYMBOLS)))

POINTS_PER_MM = 72 / 25.4

# Names of rows, what is said of them, and the small print of axes and of crowded rows.
NAME_SIZE = 10
TEXT_SIZE = 9.5
SMALL_SIZE = 8.5

CONFIG: dict[str, Any] = {
    "font": FAMILIES,
    "background": "white",
    "view": {"stroke": None},
    "text": {"font": FAMILIES},
}
