"""Tables on their page: as wide as its text, and not parted from their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from builder.render.word.markup import FITTED
from builder.render.word.sections import text_widths
from builder.render.word.tree import W, paragraphs, style_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def fit_widths(body: etree._Element) -> None:
    """Make the briefing's tables as wide as the text of the page on which they stand."""
    for table, width in text_widths(body).items():
        if table.attrib.pop(FITTED, None):
            shares = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
            _set_widths(table, _shares(width, shares))


def keep_notes(body: etree._Element) -> None:
    """Keep a note on the page of what it explains: a table's last row, or a caption."""
    for note in body.iterchildren(f"{W}p"):
        explained = note.getprevious()
        if style_of(note) != "Note" or explained is None:
            continue
        rows = explained.findall(f"{W}tr")
        for line in paragraphs(rows[-1]) if rows else (explained,):
            properties = line.find(f"{W}pPr")
            if properties is not None and properties.find(f"{W}keepNext") is None:
                properties.insert(1, etree.Element(f"{W}keepNext"))


def _shares(width: int, shares: Sequence[int]) -> list[int]:
    """The width shared out; what rounding leaves goes to the first column."""
    made = [width * share // sum(shares) for share in shares]
    return [made[0] + width - sum(made), *made[1:]]


def _set_widths(table: etree._Element, widths: Sequence[int]) -> None:
    for column, width in zip(table.find(f"{W}tblGrid"), widths, strict=True):
        column.set(f"{W}w", str(width))
    table.find(f"{W}tblPr/{W}tblW").set(f"{W}w", str(sum(widths)))
    for row in table.iterchildren(f"{W}tr"):
        first = 0
        for cell in row.iterchildren(f"{W}tc"):
            spanned = cell.find(f"{W}tcPr/{W}gridSpan")
            span = 1 if spanned is None else int(spanned.get(f"{W}val"))
            cell.find(f"{W}tcPr/{W}tcW").set(f"{W}w", str(sum(widths[first : first + span])))
            first += span
