"""Stage `charts`: the pictures of the briefing, drawn from what their parts say.

The words of a chart (its caption, its alt text, its labels) stand in its `Picture`.
"""

from __future__ import annotations

from typing import assert_never

from builder.charts.dots import dot_plot
from builder.charts.strips import strip_plot
from builder.charts.years import year_plot
from builder.model import Chart, View
from builder.model.look import Look
from builder.model.page import Picture, pictures_of
from builder.model.plotted import DotPlot, StripPlot, YearPlot

__all__ = ["chart", "charts"]


def charts(view: View, look: Look) -> tuple[Chart, ...]:
    """A chart for each picture of the printed parts, in the look of the pages."""
    handed_out = (part for handout in view.handouts for part in handout.parts)
    pictures = {each.id: each for each in pictures_of((*view.parts, *handed_out))}
    return tuple(chart(picture, look) for picture in pictures.values())


def chart(picture: Picture, look: Look) -> Chart:
    """The chart of a picture, as wide as the text of the page."""
    match picture.plot:
        case DotPlot():
            return dot_plot(picture.id, picture.plot, look)
        case StripPlot():
            return strip_plot(picture.id, picture.plot, look)
        case YearPlot():
            return year_plot(picture.id, picture.plot, look)
        case _:
            assert_never(picture.plot)
