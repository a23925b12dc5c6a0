"""Pictures of the document: charts as SVG with a PNG behind it, and the bars of tables."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from builder.render.word.look import TWIPS_PER_MILLIMETRE
from builder.render.word.xmlsigns import printable

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from builder.model import Chart, Drawing

EMU_PER_MILLIMETRE = 36_000
TALLEST = 175
"""What an upright page holds beside heading and caption, in millimetres."""
BAR_HEIGHT = 3.0
BAR_DOTS = 8
"""Dots a millimetre of a bar: 203 an inch."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
DECORATIVE = (
    f'<a:extLst xmlns:a="{DRAWING}/main"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)
"""What tells readers of a screen aloud that a picture only repeats the words beside it."""
FIRST_NUMBER = 10_000
"""Pictures are numbered from here; those of a template have small numbers."""


class Pictures:
    """Puts charts and bars into a document."""

    def __init__(
        self, drawings: Iterable[Drawing], charts: Iterable[Chart], document: DocumentPart
    ) -> None:
        self._drawings = {drawing.chart: drawing for drawing in drawings}
        self._charts = {chart.id: chart for chart in charts}
        self._order = {name: number for number, name in enumerate(self._drawings, 1)}
        self._document = document
        self._numbers = count(FIRST_NUMBER)
        self._bars: dict[tuple[int, int, str], tuple[str, str]] = {}

    def chart(self, chart: str, alt: str, width: int) -> str:
        """A chart no wider than so many twips; `alt` says it in words."""
        drawing, size = self._drawings[chart], self._charts[chart]
        scale = min(1, width / TWIPS_PER_MILLIMETRE / size.width, TALLEST / size.height)
        related = self._related(f"chart{self._order[chart]}", drawing.svg, drawing.png)
        return self._inline(related, size.width * scale, size.height * scale, alt)

    def bar(self, share: Decimal, width: int, colour: str) -> str:
        """A bar so many twips wide, filled up to a share of it."""
        length = width / TWIPS_PER_MILLIMETRE
        whole = round(length * BAR_DOTS)
        filled = round(whole * float(share))
        key = (filled, whole, colour)
        if key not in self._bars:
            name = f"bar{len(self._bars) + 1}"
            self._bars[key] = self._related(name, bar_svg(*key), bar_png(*key))
        return self._inline(self._bars[key], length, BAR_HEIGHT, "")

    def _related(self, name: str, svg: str, png: bytes) -> tuple[str, str]:
        parts = (("png", "image/png", png), ("svg", "image/svg+xml", svg.encode()))
        package = self._document.package
        png_id, svg_id = (
            self._document.relate_to(
                Part(PackURI(f"/word/media/{name}.{suffix}"), kind, data, package),
                RELATIONSHIP_TYPE.IMAGE,
            )
            for suffix, kind, data in parts
        )
        return png_id, svg_id

    def _inline(self, related: tuple[str, str], width: float, height: float, alt: str) -> str:
        size = [round(side * EMU_PER_MILLIMETRE) for side in (width, height)]
        return _inline(next(self._numbers), related, size, alt)


def _inline(number: int, related: tuple[str, str], size: list[int], alt: str) -> str:
    """A picture in its line; one without words beside it is decoration."""
    names = f'id="{number}" name="picture{number}" descr={quoteattr(printable(alt))}'
    extent = 'cx="{}" cy="{}"'.format(*size)
    return (
        f'<w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {names}>{'' if alt else DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{DRAWING}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{DRAWING}/main">'
        f'<a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f"{_fill(*related)}{_shape(extent)}</pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing>"
    )


def _fill(png: str, svg: str) -> str:
    extension = (
        f'<a:ext uri="{SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{svg}"/></a:ext>'
    )
    return (
        f'<pic:blipFill><a:blip r:embed="{png}"><a:extLst>{extension}</a:extLst></a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    )


def _shape(extent: str) -> str:
    return (
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )


def bar_svg(filled: int, whole: int, colour: str) -> str:
    """A frame of `whole` dots with its first `filled` ones in its colour."""
    height = round(BAR_HEIGHT * BAR_DOTS)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{height}">'
        f'<rect width="{filled}" height="{height}" fill="{colour}"/>'
        f'<rect x="1" y="1" width="{whole - 2}" height="{height - 2}" fill="none"'
        f' stroke="{colour}" stroke-width="2"/></svg>'
    )


def bar_png(filled: int, whole: int, colour: str) -> bytes:
    """The same as a picture of dots in two colours, white and the bar's."""
    height = round(BAR_HEIGHT * BAR_DOTS)
    edge = bytes([1]) * whole
    inside = bytearray(whole)
    inside[:filled] = bytes([1]) * filled
    inside[:2] = inside[-2:] = bytes([1, 1])
    rows = [edge if line in {0, 1, height - 2, height - 1} else inside for line in range(height)]
    palette = bytes([255, 255, 255]) + bytes.fromhex(colour[1:])
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", whole, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(b"".join(b"\0" + bytes(line) for line in rows), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    checked = kind + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
