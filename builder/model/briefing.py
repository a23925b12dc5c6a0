"""The briefing: the view with its charts and its head, which the renderers lay out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from builder.model.look import Look
from builder.model.page import BriefingPart
from builder.model.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of the briefing, ready to be drawn.

    `id` is that of its `Picture`, `spec` the Vega-Lite specification; sizes are millimetres.
    """

    id: str
    spec: Mapping[str, Any]
    width: float
    height: float


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
    the charts, and the look.
    """

    title: str
    subtitle: str
    issuer: str
    issue: str
    date: str
    recipients: str
    copies: int
    language: str
    profile: str
    look: Look
    fonts: Mapping[str, str]
    comparison: View
    charts: tuple[Chart, ...]

    @property
    def parts(self) -> tuple[BriefingPart, ...]:
        """The parts as printed, in their order."""
        return self.comparison.parts
