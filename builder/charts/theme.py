"""One look for all charts: sizes, colours, fonts. Lengths are pixels of 1/96 inch as in CSS.

The colours are told apart by readers of every kind of colour vision and in grey print: what is
filled is dark, what does not compare is hollow and dashed, what is missing is a grey word.
"""

from __future__ import annotations

from typing import Any

from builder.fonts import SYMBOLS

FONT = "Noto Sans SC"
FALLBACK = "Noto Sans SC, Noto Sans, Noto Emoji"
# A name with a number in it must stand in quotes.
FAMILIES = ", ".join((FALLBACK, *(f"'{name}'" for name in SYMBOLS)))

PIXELS_PER_MM = 96 / 25.4
WIDTH_MM = 156
WIDTH = round(WIDTH_MM * PIXELS_PER_MM)

# Ten points for what a row is, nine for what is said of it; both are read at arm's length.
LABEL_SIZE = 13
TEXT_SIZE = 12
LINE = 16

INK = "#1A1A1A"
FILLED = "#1F4E79"
FAINT = "#D5DEE7"
LIMIT = "#B3480F"
MISSING = "#6B6B6B"
NO_DATA = "#E4E4E4"
HOLLOW: dict[str, Any] = {
    "fill": "white",
    "stroke": FILLED,
    "strokeWidth": 1.2,
    "strokeDash": [4, 3],
}
SCALE = ("#F4F8FB", "#B9D2E6", "#6A9CC4", "#2F6699", "#143A5E")

CONFIG: dict[str, Any] = {
    "font": FAMILIES,
    "background": "white",
    "view": {"stroke": None},
    "text": {"font": FAMILIES, "fontSize": TEXT_SIZE, "color": INK},
    "axis": {"labels": False, "ticks": False, "domain": False, "grid": False, "title": None},
}


def millimetres(pixels: float) -> int:
    """A length on the page, rounded up so that nothing is cut."""
    return -int(-pixels / PIXELS_PER_MM // 1)
