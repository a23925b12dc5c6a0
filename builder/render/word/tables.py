"""Tables with as many columns as there are reports: their widths, shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from builder.render.grids import CROWDED, needs
from builder.render.word.look import twips
from builder.render.word.sections import text_widths
from builder.render.word.tree import W, elements, lines_of, paragraphs, style_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AIR = twips(millimetres=0.3)


def share_widths(body: etree._Element) -> None:
    """Give tables with columns made in a loop the page's whole width.

    Such a table is known by rows that have another number of cells than its grid. Each column gets
    what its longest cell needs.
    """
    for table, width in text_widths(body).items():
        columns = max(_columns(row) for row in table.iter(f"{W}tr"))
        grid = table.find(f"{W}tblGrid")
        if columns != len(grid):
            if columns > CROWDED + 1:
                _squeeze(table)
            _set_widths(table, _shares(width, needs(_texts(table))))


def _texts(table: etree._Element) -> list[list[str]]:
    return [[lines_of(cell) for cell in row.iterchildren(f"{W}tc")] for row in table.iter(f"{W}tr")]


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


def _columns(row: etree._Element) -> int:
    spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterchildren(f"{W}tc"))
    return sum(1 if span is None else int(span.get(f"{W}val")) for span in spans)


def _squeeze(table: etree._Element) -> None:
    """Little air at the sides of cells, so that 1/2/3 stays in one line."""
    margins = "".join(f'<w:{side} w:w="{AIR}" w:type="dxa"/>' for side in ("left", "right"))
    layout = table.find(f"{W}tblPr/{W}tblLayout")
    layout.addnext(elements(f"<w:tblCellMar>{margins}</w:tblCellMar>")[0])


def _shares(width: int, needs: Sequence[int]) -> list[int]:
    """The width shared out by need; what rounding leaves goes to the first."""
    shares = [width * need // sum(needs) for need in needs]
    return [shares[0] + width - sum(shares), *shares[1:]]


def _set_widths(table: etree._Element, widths: Iterable[int]) -> None:
    widths = list(widths)
    grid = table.find(f"{W}tblGrid")
    grid[:] = [etree.Element(f"{W}gridCol", {f"{W}w": str(width)}) for width in widths]
    table.find(f"{W}tblPr/{W}tblW").set(f"{W}w", str(sum(widths)))
    for row in table.iter(f"{W}tr"):
        for cell, width in zip(row.iterchildren(f"{W}tc"), widths, strict=True):
            cell.find(f"{W}tcPr/{W}tcW").set(f"{W}w", str(width))
