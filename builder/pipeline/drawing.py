"""The charts of a briefing as pictures, those drawn before from the cache."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from builder.cache import Cache
from builder.charts.draw import rasterised, vector_drawings
from builder.fonts import templates_folder
from builder.model import Chart, Drawing
from builder.pipeline.sums import folder_sums
from builder.program import program_version
from builder.render.folder import fonts_folder

SVG, PNG = "svg", "png"


def drawn(charts: Iterable[Chart], templates: Path, cache: Cache) -> tuple[Drawing, ...]:
    """Every chart as SVG; raises what `vector_drawings` raises."""
    charts, fonts = tuple(charts), fonts_folder(templates)
    if not cache:
        return vector_drawings(charts, fonts)
    own = templates_folder() / "fonts"
    sums = [one for folder in dict.fromkeys((fonts, own)) for one in folder_sums(folder)]
    return tuple(
        Drawing(
            chart=chart.id,
            svg=cache.made(
                SVG,
                (program_version(), *sums, json.dumps(dict(chart.spec), ensure_ascii=False)),
                partial(_svg, chart, fonts),
            ).decode(),
            png=b"",
        )
        for chart in charts
    )


def with_pictures(vectors: Iterable[Drawing], cache: Cache) -> tuple[Drawing, ...]:
    """The same drawings with the PNG made from each SVG."""
    return tuple(
        replace(
            vector,
            png=cache.made(
                PNG,
                (program_version(), vector.svg),
                partial(_png, vector),
            ),
        )
        for vector in vectors
    )


def _svg(chart: Chart, fonts: Path) -> bytes:
    (drawing,) = vector_drawings([chart], fonts)
    return drawing.svg.encode()


def _png(vector: Drawing) -> bytes:
    (drawing,) = rasterised([vector])
    return drawing.png
