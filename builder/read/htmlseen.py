"""Which words of a web page its readers see: none that are hidden, struck out or white on white."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

# Deleted words, and spellings that stand over the letters of a `<ruby>`.
GONE = frozenset(("del", "s", "strike", "rt", "rp", "rtc"))
BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
LEAST_BOLD = 600
NOTHING = re.compile(r"[+-]?0*\.?0*(?:[a-z]+|%)?")
# Sizes in these don't hang on the size around them.
OWN_SIZE = re.compile(r"[\d.]+(?:px|pt|pc|cm|mm|in|rem|vw|vh)|(?:xx?-)?(?:small|large)|medium")
WHITE = re.compile(
    r"white|#f{3,4}|#(?:f[c-f]){3}(?:ff)?"
    r"|rgba?\(\s*25[2-5]\s*,\s*25[2-5]\s*,\s*25[2-5]\s*(?:,\s*1(?:\.0)?\s*)?\)"
)
PLAIN_GROUNDS = frozenset(("", "none", "transparent", "inherit", "initial", "unset"))
# Elements that style sheets from elsewhere put on a ground of colour, as heads of tables.
COLOURED = frozenset(("th", "h1", "h2", "h3", "button", "a", "li"))


class Look(NamedTuple):
    """How the letters in an element are shown: whether they are seen, and whether they are bold."""

    shrunk: bool = False
    unseen: bool = False
    white: bool = False
    coloured: bool = False
    bold: bool = False

    @property
    def hides(self) -> bool:
        """Whether nobody sees the letters."""
        return self.shrunk or self.unseen or (self.white and not self.coloured)

    def inside(self, element: etree._Element, style: Mapping[str, str]) -> Look:
        """How letters in an element look that stands in one of this look."""
        size, visibility = style.get("font-size", ""), style.get("visibility", "")
        colour, own_class = style.get("color", ""), bool(element.get("class"))
        shrunk = self.shrunk and not OWN_SIZE.fullmatch(size)
        coloured = self.coloured or element.tag in COLOURED or _is_ground(style)
        if WHITE.fullmatch(_ground(style)):
            coloured = False
        return Look(
            shrunk=shrunk or (size != "" and NOTHING.fullmatch(size) is not None),
            unseen=visibility in {"hidden", "collapse"} if visibility else self.unseen,
            white=WHITE.fullmatch(colour) is not None if colour else self.white,
            # A class that the page does not explain may bring a ground from another file.
            coloured=coloured or (own_class and WHITE.fullmatch(colour) is not None),
            bold=_is_bold(element, style, above=self.bold),
        )


def is_hidden(element: etree._Element, style: Mapping[str, str]) -> bool:
    """Whether an element is not shown with all that is in it."""
    opacity = style.get("opacity", "")
    return (
        "hidden" in element.attrib
        or style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or (opacity != "" and NOTHING.fullmatch(opacity) is not None)
    )


def is_gone(element: etree._Element, style: Mapping[str, str]) -> bool:
    """Whether an element's words are struck out, or only say how others are spoken."""
    lines = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"
    return element.tag in GONE or "line-through" in lines


def is_raised(element: etree._Element, style: Mapping[str, str]) -> bool:
    """Whether an element's letters stand above the line."""
    return element.tag == "sup" or style.get("vertical-align") == "super"


def _is_bold(element: etree._Element, style: Mapping[str, str], *, above: bool) -> bool:
    weight = style.get("font-weight", "")
    if weight:
        return weight in {"bold", "bolder"} or (weight.isdigit() and int(weight) >= LEAST_BOLD)
    return above or element.tag in BOLD


def _ground(style: Mapping[str, str]) -> str:
    return style.get("background-color", "") or style.get("background", "")


def _is_ground(style: Mapping[str, str]) -> bool:
    named = (_ground(style), style.get("background-image", ""))
    return any(name not in PLAIN_GROUNDS and not WHITE.fullmatch(name) for name in named)
