"""The briefing: the view with its charts and its head, which the renderers lay out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from builder.model.parts import PartName
from builder.model.printed import Figure
from builder.model.view import Grid, View


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotBar:
    """One bar of a chart for programs that draw it themselves, such as Word.

    `value` is None where there is no number, and `text` says why; else `text` is `before`, the
    number and `after`. `full` is what a share is of. `head` is what this bar and the following
    ones have in common, `remark` what is said of it.
    """

    name: str
    text: str
    value: Decimal | None
    apart: bool
    full: Decimal | None
    limit: Decimal | None
    limit_name: str
    head: str = ""
    remark: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart with everything that a reader without it needs.

    `caption` says the point, `alt` describes it from its data, `columns` and `rows` are its data
    table for the appendix. `spec` is the Vega-Lite specification; sizes are millimetres. `bars` or
    `grid` is what is drawn, for programs that draw it themselves, such as Word.
    """

    id: str
    part: PartName
    title: str
    caption: str
    alt: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | Figure, ...], ...]
    spec: Mapping[str, Any]
    width: int
    height: int
    bars: tuple[PlotBar, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart as drawn: the SVG for PDF and HTML, the PNG made from it as Word's fallback.

    `png` is empty until it is made: the PDF does not wait for it.
    """

    chart: str
    svg: str
    png: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The one view that both templates get: the head from the configuration, the comparison,
    the charts, and the parts to print in their order.
    """

    title: str
    subtitle: str
    issuer: str
    issue: str
    date: str
    recipients: str
    language: str
    profile: str
    fonts: Mapping[str, str]
    parts: tuple[PartName, ...]
    comparison: View
    charts: tuple[Chart, ...]
    native_charts: bool = False
