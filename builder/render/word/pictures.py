"""Charts as pictures: the SVG for those who can draw it, the PNG behind it, words for the ear."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.parts.document import DocumentPart

    from builder.model import Chart, Drawing

EMU_PER_MILLIMETRE = 36_000
WIDEST, TALLEST = 156, 175
"""What an upright page holds between its margins, beside heading and caption, in millimetres."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


class Pictures:
    """Puts drawings into a document, each where the template calls for its chart."""

    def __init__(self, drawings: Iterable[Drawing], document: DocumentPart) -> None:
        self._drawings = {drawing.chart: drawing for drawing in drawings}
        self._order = {name: number for number, name in enumerate(self._drawings, 1)}
        self._document = document

    def __call__(self, chart: Chart) -> Markup:
        """The picture of a chart, to stand in a tag of its own: {{ picture(chart) }}."""
        drawing, number = self._drawings[chart.id], self._order[chart.id]
        png = self._added(f"chart{number}.png", "image/png", drawing.png)
        svg = self._added(f"chart{number}.svg", "image/svg+xml", drawing.svg.encode())
        scale = min(1, WIDEST / chart.width, TALLEST / chart.height)
        inline = _inline(chart, number, png, svg, scale)
        # The text around the tag is closed before the picture and opened again behind it.
        return Markup(f"</w:t></w:r><w:r>{inline}</w:r><w:r><w:t>")  # noqa: S704 -- escaped there

    def _added(self, name: str, kind: str, data: bytes) -> str:
        """The relationship to a new part of the package."""
        part = Part(PackURI(f"/word/media/{name}"), kind, data, self._document.package)
        return str(self._document.relate_to(part, RELATIONSHIP_TYPE.IMAGE))


def _inline(chart: Chart, number: int, png: str, svg: str, scale: float) -> str:
    width, height = (
        round(length * scale * EMU_PER_MILLIMETRE) for length in (chart.width, chart.height)
    )
    names = f'id="{number}" name="chart{number}" descr={quoteattr(chart.alt)}'
    extension = (
        f'<a:ext uri="{SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{svg}"/></a:ext>'
    )
    blip = f'<a:blip r:embed="{png}"><a:extLst>{extension}</a:extLst></a:blip>'
    shape = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    picture = (
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {names}/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch>"
        f"</pic:blipFill><pic:spPr>{shape}</pic:spPr></pic:pic>"
    )
    return (
        "<w:drawing><wp:inline"
        f' xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {names}/>'
        "<wp:cNvGraphicFramePr><a:graphicFrameLocks"
        f' xmlns:a="{DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">'
        f"{picture}</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
