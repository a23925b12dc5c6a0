"""Charts as pictures: SVG by vl-convert, and the PNG made from that same SVG."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import vl_convert

from builder.charts.theme import FALLBACK
from builder.fonts import check_families, check_glyphs, faces
from builder.model import Chart, Drawing

VEGA_LITE = "6.1"
# Twice the printed size: 192 dots an inch, sharp on paper.
SCALE = 2
TEXT = re.compile(r">([^<>]+)</t(?:ext|span)>")


def vector_drawings(charts: Iterable[Chart], fonts: Path) -> tuple[Drawing, ...]:
    """Every chart as SVG, drawn with the fonts of a folder; HTML and PDF wait for nothing else.

    Raises `FontError` where the folder lacks a font or a glyph: the drawing program would leave
    the text out without a word.
    """
    available = faces(fonts)
    check_families(FALLBACK.split(", "), available)
    vl_convert.register_font_directory(str(fonts))
    return tuple(_drawing(chart, fonts) for chart in charts)


def rasterised(vectors: Iterable[Drawing]) -> tuple[Drawing, ...]:
    """The same drawings with the PNG made from each SVG."""
    return tuple(
        replace(vector, png=vl_convert.svg_to_png(vector.svg, scale=SCALE)) for vector in vectors
    )


def _drawing(chart: Chart, fonts: Path) -> Drawing:
    svg = vl_convert.vegalite_to_svg(dict(chart.spec), vl_version=VEGA_LITE)
    check_glyphs("".join(TEXT.findall(svg)), faces(fonts))
    return Drawing(chart=chart.id, svg=svg, png=b"")
