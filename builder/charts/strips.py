"""The times that the reports cover: a strip a report on one axis of years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from builder.charts.marks import width
from builder.charts.shapes import Box, Shape, Stroke, Words, drawing
from builder.charts.theme import NAME_SIZE, POINTS_PER_MM, SMALL_SIZE, TEXT_SIZE
from builder.model import Chart
from builder.model.look import Look
from builder.model.plotted import Stretch, StripPlot, StripRow

_DOTS = (1.2, 2.2)
_MARGIN, _BESIDE = 3.0, 12.0
_ROOM, _TALLEST, _SHORTEST = 420.0, 20.0, 11.5
_ROOMY = 17.0
_HEAD_Y, _TOP = 8.0, 16.0
# The narrowest column of a year whose number is written.
_YEAR = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Years from `left` to `right` on the page; `last` is the year that begins at `right`."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: date, after: int = 0) -> float:
        """Where a day begins, or where it ends with `after` 1."""
        length = date(day.year + 1, 1, 1) - date(day.year, 1, 1)
        done = (day - date(day.year, 1, 1)).days + after
        return self.at(day.year + done / length.days)

    def at(self, year: float) -> float:
        """Where a year begins."""
        share = (year - self.first) / (self.last - self.first)
        return self.left + share * (self.right - self.left)


def strip_plot(name: str, plot: StripPlot, look: Look) -> Chart:
    """The chart of the times, as wide as the text of the page."""
    height = _TOP + len(plot.rows) * _height(plot) + 4
    return drawing(name, strip_shapes(plot, look), millimetres=look.text_width, height=height)


def strip_shapes(plot: StripPlot, look: Look) -> tuple[Shape, ...]:
    """Its shapes, those behind the others first."""
    height = _height(plot)
    size = TEXT_SIZE if height >= _ROOMY else SMALL_SIZE
    axis = _axis(plot, size, look.text_width * POINTS_PER_MM)
    foot = _TOP + len(plot.rows) * height
    shapes: list[Shape] = list(_years(axis, foot, look))
    for number, row in enumerate(plot.rows):
        y = _TOP + (number + 0.5) * height
        shapes += _row(row, axis, (y, min(9.0, height - 3)), size, look)
    return tuple(shapes)


def _height(plot: StripPlot) -> float:
    return min(_TALLEST, max(_SHORTEST, _ROOM / len(plot.rows)))


def _axis(plot: StripPlot, size: float, whole: float) -> Axis:
    """The years of all stretches between the longest name and the longest remark."""
    stretches = [each for row in plot.rows for each in row.stretches]
    names = max(width(row.name) for row in plot.rows) * min(NAME_SIZE, size + 0.5)
    remarks = max(width(row.remark) for row in plot.rows) * size
    return Axis(
        first=min((each.start.year for each in stretches), default=0),
        last=max((each.end.year for each in stretches), default=0) + 1,
        left=_MARGIN + names + _BESIDE,
        right=whole - (remarks + _BESIDE if remarks else 1),
    )


def _years(axis: Axis, foot: float, look: Look) -> Iterator[Shape]:
    """A line where each year begins, and its number over it where there is room."""
    years = range(axis.first, axis.last + 1)
    for year in years:
        x = axis.at(year)
        yield Stroke(x=x, y=_TOP, x2=x, y2=foot, colour=look.rule, thickness=0.6)
    step = next(
        step for step in (1, 2, 5, 10, 20, 50) if axis.at(axis.first + step) - axis.left > _YEAR
    )
    for year in years[:-1:step]:
        middle = (axis.at(year) + axis.at(year + 1)) / 2
        words = Words(
            text=str(year), x=middle, y=_HEAD_Y, size=SMALL_SIZE, colour=look.quiet, align="center"
        )
        if words.right <= axis.right:
            yield words


def _row(
    row: StripRow, axis: Axis, place: tuple[float, float], size: float, look: Look
) -> Iterator[Shape]:
    """The name, the stretches with their words, and the remark behind them."""
    y, thick = place
    name = min(NAME_SIZE, size + 0.5)
    yield Words(text=row.name, x=_MARGIN, y=y, size=name, colour=look.ink)
    ends = sorted(axis.x(each.start) for each in row.stretches)
    for each in row.stretches:
        left, right = axis.x(each.start), axis.x(each.end, 1)
        free = next((start for start in ends if start >= right), axis.right)
        if each.planned:
            yield from _planned(each, (left, right), y, look)
        else:
            yield _box(each, (left, right), (y - thick / 2, y + thick / 2), look)
            yield from _label(each, (left, right, free), y, look)
    if row.remark:
        yield Words(text=row.remark, x=axis.right + _BESIDE, y=y, size=size, colour=look.quiet)


def _box(each: Stretch, across: tuple[float, float], down: tuple[float, float], look: Look) -> Box:
    return Box(
        x=across[0],
        x2=across[1],
        y=down[0],
        y2=down[1],
        fill=look.accent if each.solid else "white",
        stroke=look.accent if each.solid else look.quiet,
    )


def _label(
    each: Stretch, place: tuple[float, float, float], y: float, look: Look
) -> Iterator[Words]:
    """Words in the strip, else behind it where nothing stands, else none."""
    left, right, free = place
    if not each.label:
        return
    words = Words(text=each.label, x=right + 4, y=y, size=SMALL_SIZE, colour=look.quiet)
    if words.width + 4 <= right - left:
        colour = "white" if each.solid else look.ink
        yield replace(words, x=(left + right) / 2, colour=colour, align="center")
    elif words.right + 2 <= free:
        yield words


def _planned(each: Stretch, across: tuple[float, float], y: float, look: Look) -> Iterator[Shape]:
    """A dotted line, broken where its words stand if there is room for them."""
    left, right = across
    room = width(each.label) * SMALL_SIZE + 8
    gaps: Sequence[tuple[float, float]] = [(left, right)]
    if each.label and room + 16 <= right - left:
        middle = (left + right) / 2
        gaps = [(left, middle - room / 2), (middle + room / 2, right)]
        yield Words(
            text=each.label, x=middle, y=y, size=SMALL_SIZE, colour=look.quiet, align="center"
        )
    for start, end in gaps:
        yield Stroke(x=start, y=y, x2=end, y2=y, colour=look.ink, thickness=1, dash=_DOTS)
