"""WordprocessingML as text: the few elements of which templates and tables are made."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from builder.render.word.look import twips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.render.word.look import Page

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
FITTED = "fitted"
"""The attribute of a table that is to be as wide as the text of its page."""
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text with a character style of its own."""

    text: str
    style: str = ""


def run(text: str, style: str = "") -> str:
    """Text in the style of its paragraph, or in a character style of its own."""
    own = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *content: str) -> str:
    """A paragraph of finished runs and fields."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(content)}</w:p>'


def text(style: str, words: str | tuple[Run, ...]) -> str:
    """A paragraph of text and tags."""
    runs = (Run(text=words),) if isinstance(words, str) else words
    return paragraph(style, *(run(each.text, each.style) for each in runs))


def tag(words: str) -> str:
    """A paragraph that holds nothing but a tag and goes away when it is obeyed."""
    return text("TemplateTag", f"{{%p {words} %}}")


def simple_field(instruction: str, shown: str) -> str:
    """A field in one element, with the result that is shown until it is updated."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown)}</w:fldSimple>'


def open_field(instruction: str) -> str:
    """The beginning of a field whose result spans paragraphs; `close_field` ends it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def close_field() -> str:
    """The end of a field begun by `open_field`."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def caption(style: str, label: str, words: str, *, counter: str = "") -> str:
    """A numbered caption: 表 1, an em space, the words; `counter` counts those of one kind."""
    number = simple_field(rf"SEQ {counter or label} \* ARABIC", "1")
    return paragraph(style, run(label), number, run(f"\u2003{words}"))


def section(page: Page, footers: dict[str, str], *, kind: str = "nextPage") -> str:
    """The properties of a section: page, margins, and its footers by type (default, even)."""
    references = "".join(
        f'<w:footerReference w:type="{use}" r:id="{identifier}"/>'
        for use, identifier in footers.items()
    )
    margins = {
        "top": page.top,
        "right": page.right,
        "bottom": page.bottom,
        "left": page.left,
        "header": page.footer,
        "footer": page.footer,
        "gutter": 0,
    }
    listed = " ".join(f'w:{side}="{twips(millimetres=length)}"' for side, length in margins.items())
    size = f'w:w="{twips(millimetres=page.width)}" w:h="{twips(millimetres=page.height)}"'
    return (
        f'<w:sectPr>{references}<w:type w:val="{kind}"/>'
        f"<w:pgSz {size}/><w:pgMar {listed}/></w:sectPr>"
    )


def tables_element(widths: Iterable[float], *rows: str, air: int | None = None) -> str:
    """A table of finished rows, to be fitted to its page by `tables.fit_widths`.

    `air` is what cells leave at their sides, in twips.
    """
    edges = _edges(widths)
    grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    margins = "" if air is None else _margins(air)
    return (
        f'<w:tbl {FITTED}="1"><w:tblPr><w:tblStyle w:val="BriefingTable"/>'
        f'<w:tblW w:w="{edges[-1]}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, head: bool = False) -> str:
    """A row that no page break cuts; a head is repeated on every page."""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def cell(width: float, *content: str, columns: int = 1, fill: str = "") -> str:
    """A cell of finished paragraphs, on a ground of its own colour if one is given."""
    spanned = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    length = f'<w:tcW w:w="{twips(millimetres=width)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{length}{spanned}{shaded}</w:tcPr>{''.join(content)}</w:tc>"


def _edges(widths: Iterable[float]) -> list[int]:
    """Where columns end in twips, so that rounding never adds up to a wider table."""
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return [twips(millimetres=edge) for edge in edges]


def _margins(air: int) -> str:
    sides = "".join(f'<w:{side} w:w="{air}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"
