"""Charts in the document: pictures (SVG with a PNG behind it), or charts that Word draws itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from markupsafe import Markup

from builder.charts.theme import millimetres
from builder.render.word.heatmaps import heat_map
from builder.render.word.plots import bar_plot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docx.parts.document import DocumentPart

    from builder.model import Chart, Drawing
    from builder.render.word.heatmaps import HeatMap
    from builder.render.word.plots import BarPlot

EMU_PER_MILLIMETRE = 36_000
WIDEST, TALLEST = 156, 175
"""What an upright page holds between its margins, beside heading and caption, in millimetres."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


class Pictures:
    """Puts charts into a document, each where the template calls for it."""

    def __init__(
        self,
        drawings: Iterable[Drawing],
        document: DocumentPart,
        translated: Callable[[str], str],
        *,
        native: bool = False,
    ) -> None:
        self._drawings = {drawing.chart: drawing for drawing in drawings}
        self._order = {name: number for number, name in enumerate(self._drawings, 1)}
        self._document = document
        self._translated = translated
        self._native = native

    def __call__(self, chart: Chart) -> Markup:
        """A chart, to stand in a tag of its own: {{ picture(chart) }}."""
        drawing, number = self._drawings[chart.id], self._order[chart.id]
        plot = self._plotted(chart) if self._native else None
        if plot is None:
            inline = _inline(chart, number, self._picture(chart, drawing, number))
        else:
            inline = self._plot(chart, plot, number)
        # The text around the tag is closed before the picture and opened again behind it.
        return Markup(f"</w:t></w:r><w:r>{inline}</w:r><w:r><w:t>")  # noqa: S704 -- escaped there

    def _picture(self, chart: Chart, drawing: Drawing, number: int) -> str:
        png = self._part(f"media/chart{number}.png", "image/png", drawing.png)
        svg = self._part(f"media/chart{number}.svg", "image/svg+xml", drawing.svg.encode())
        related = (self._document.relate_to(part, RELATIONSHIP_TYPE.IMAGE) for part in (png, svg))
        return _picture(chart, number, *related)

    def _plotted(self, chart: Chart) -> BarPlot | HeatMap | None:
        """The chart as Word is to draw it; None where it cannot."""
        if any(bar.value is not None for bar in chart.bars):
            return bar_plot(chart.bars, self._translated)
        return heat_map(chart.grid) if chart.grid else None

    def _plot(self, chart: Chart, plot: BarPlot | HeatMap, number: int) -> str:
        name = f"embeddings/chart{number}.xlsx"
        data = self._part(name, CONTENT_TYPE.SML_SHEET, plot.workbook())
        part = self._part(f"charts/chart{number}.xml", CONTENT_TYPE.DML_CHART, b"")
        link = part.relate_to(data, RELATIONSHIP_TYPE.PACKAGE)
        part._blob = plot.part(link).encode()  # noqa: SLF001 -- no other way
        identifier = self._document.relate_to(part, RELATIONSHIP_TYPE.CHART)
        graphic = (
            f'<a:graphicData uri="{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart"'
            f' r:id="{identifier}"/></a:graphicData>'
        )
        height = millimetres(plot.height * len(plot.names))
        return _inline(replace(chart, height=height), number, graphic)

    def _part(self, name: str, kind: str, data: bytes) -> Part:
        return Part(PackURI(f"/word/{name}"), kind, data, self._document.package)


def _size(chart: Chart) -> tuple[int, int]:
    """Width and height as Word counts them, made smaller where a page would not hold them."""
    scale = min(1, WIDEST / chart.width, TALLEST / chart.height)
    width, height = (
        round(side * scale * EMU_PER_MILLIMETRE) for side in (chart.width, chart.height)
    )
    return width, height


def _names(chart: Chart, number: int) -> str:
    return f'id="{number}" name="chart{number}" descr={quoteattr(chart.alt)}'


def _picture(chart: Chart, number: int, png: str, svg: str) -> str:
    width, height = _size(chart)
    extension = (
        f'<a:ext uri="{SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{svg}"/></a:ext>'
    )
    blip = f'<a:blip r:embed="{png}"><a:extLst>{extension}</a:extLst></a:blip>'
    shape = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    return (
        f'<a:graphicData uri="{DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {_names(chart, number)}/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch>"
        f"</pic:blipFill><pic:spPr>{shape}</pic:spPr></pic:pic></a:graphicData>"
    )


def _inline(chart: Chart, number: int, graphic: str) -> str:
    width, height = _size(chart)
    return (
        "<w:drawing><wp:inline"
        f' xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {_names(chart, number)}/>'
        "<wp:cNvGraphicFramePr><a:graphicFrameLocks"
        f' xmlns:a="{DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWING}/main">{graphic}</a:graphic></wp:inline></w:drawing>'
    )
