"""Charts as pictures: SVG by vl-convert, and the PNG made from that same SVG."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import vl_convert

from builder.charts.theme import FALLBACK
from builder.fonts import (
    SYMBOLS,
    Face,
    check_families,
    check_glyphs,
    faces,
    only_ours,
    printable,
)
from builder.model import Chart, Drawing

VEGA_LITE = "6.1"
# Charts are drawn in points: 192 dots an inch, sharp on paper.
SCALE = 192 / 72
TEXT = re.compile(r">([^<>]+)</t(?:ext|span)>")


def vector_drawings(charts: Iterable[Chart], fonts: Path) -> tuple[Drawing, ...]:
    """Every chart as SVG, drawn with the fonts of a folder; HTML and PDF wait for nothing else.

    A letter that the charts' fonts lack is drawn as 〓. Raises `FontError` where the folder lacks a
    font: the drawing program would leave the text out without a word.
    """
    available = faces(fonts)
    check_families(FALLBACK.split(", "), available)
    wanted = {*FALLBACK.split(", "), *SYMBOLS}
    ours = tuple(face for face in available if face.family in wanted)
    with only_ours():
        for folder in dict.fromkeys(str(face.file.parent) for face in available):
            vl_convert.register_font_directory(folder)
        return tuple(_drawing(chart, ours) for chart in charts)


def rasterised(vectors: Iterable[Drawing]) -> tuple[Drawing, ...]:
    """The same drawings with the PNG made from each SVG."""
    with only_ours():
        return tuple(
            replace(vector, png=vl_convert.svg_to_png(vector.svg, scale=SCALE))
            for vector in vectors
        )


def _drawing(chart: Chart, ours: tuple[Face, ...]) -> Drawing:
    spec = json.loads(printable(json.dumps(dict(chart.spec), ensure_ascii=False), ours))
    svg = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    check_glyphs("".join(TEXT.findall(svg)), ours)
    return Drawing(chart=chart.id, svg=svg, png=b"")
