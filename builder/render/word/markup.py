"""WordprocessingML as text: the few elements of which templates and blocks are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from xml.sax.saxutils import escape, quoteattr

from builder.render.word.xmlsigns import printable

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(words: str, style: str = "") -> str:
    """Text in the style of its paragraph, or in the character style of an id."""
    return made_run(f'<w:t xml:space="preserve">{escape(printable(words))}</w:t>', style)


def made_run(content: str, style: str = "") -> str:
    """A run of finished content: a text, a tab, a picture."""
    own = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{own}{content}</w:r>"


def tab() -> str:
    """A tab."""
    return made_run("<w:tab/>")


def paragraph(
    style: str, *content: str, keep: bool = False, new_page: bool = False, top: bool = False
) -> str:
    """A paragraph of finished runs and fields; one that is kept stays with the one behind it.

    One at the `top` of a page needs no air above it; one with a `new_page` begins it itself.
    """
    kept = "<w:keepNext/>" * keep + "<w:pageBreakBefore/>" * new_page
    kept += '<w:spacing w:before="0"/>' * top
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{"".join(content)}</w:p>'


def field(instruction: str, shown: str, style: str = "") -> str:
    """A field in one element, with the result that is shown until it is updated."""
    return f'<w:fldSimple w:instr=" {escape(instruction)} ">{run(shown, style)}</w:fldSimple>'


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


def link(anchor: str, *content: str) -> str:
    """Runs that lead to a bookmark."""
    inside = "".join(content)
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink>'


def bookmark(name: str, number: int, *content: str) -> str:
    """Runs between the ends of a bookmark."""
    inside = "".join(content)
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def table(
    style: str, edges: Iterable[int], *rows: str, title: str = "", description: str = ""
) -> str:
    """A table of finished rows; `edges` are where its columns begin and end, in twips.

    `title` and `description` are for who can't see it.
    """
    places = tuple(edges)
    grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(places))
    said = f"<w:tblCaption w:val={quoteattr(printable(title))}/>" if title else ""
    if description:
        said += f"<w:tblDescription w:val={quoteattr(printable(description))}/>"
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{places[-1]}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>{said}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def column_edges(widths: Iterable[float], whole: int) -> list[int]:
    """Where columns of these widths begin and end in a table `whole` twips wide."""
    ends = list(accumulate(widths, initial=0.0))
    return [round(end * whole / ends[-1]) for end in ends]


def row(*cells: str, head: bool = False) -> str:
    """A row that no page break cuts; a head is repeated on every page."""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def cell(
    width: int,
    *content: str,
    columns: int = 1,
    fill: str = "",
    borders: Mapping[str, str] | None = None,
) -> str:
    """A cell of finished paragraphs; `borders` are the attributes of single edges.

    A line on the left keeps its distance from the words.
    """
    spanned = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    lines = borders or {}
    edges = "".join(f"<w:{side} {how}/>" for side, how in lines.items())
    ruled = f"<w:tcBorders>{edges}</w:tcBorders>" if edges else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    length = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    air = f'<w:tcMar><w:left w:w="{AIR}" w:type="dxa"/></w:tcMar>' if "left" in lines else ""
    properties = f"{length}{spanned}{ruled}{shaded}{air}"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def border(points: float, colour: str) -> str:
    """The attributes of an edge: a line of so many points."""
    return f'w:val="single" w:sz="{round(points * 8)}" w:space="0" w:color="{colour}"'


NO_BORDER = 'w:val="nil"'
AIR = 57
"""A millimetre, in twips."""
