"""One bureau over the years: a small line a metric, broken where values do not compare."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from builder.charts.marks import clipped, width
from builder.charts.shapes import Circle, Shape, Stroke, Words, drawing
from builder.charts.theme import POINTS_PER_MM, SMALL_SIZE, TEXT_SIZE
from builder.model import Chart
from builder.model.look import Look
from builder.model.plotted import YearLine, YearPlot, YearPoint

_RADIUS = 3.2
_IN_A_ROW = 3
_GAP, _HEIGHT = 24.0, 78.0
_TITLE_Y, _TOP, _FOOT, _YEARS_Y = 8.0, 32.0, 56.0, 69.0
_ABOVE = 9.0


def year_plot(name: str, plot: YearPlot, look: Look) -> Chart:
    """The chart of the lines, three side by side."""
    rows = -(-len(plot.lines) // _IN_A_ROW)
    shapes = year_shapes(plot, look)
    return drawing(name, shapes, millimetres=look.text_width, height=rows * _HEIGHT)


def year_shapes(plot: YearPlot, look: Look) -> tuple[Shape, ...]:
    """Its shapes, those behind the others first."""
    whole = look.text_width * POINTS_PER_MM
    room = (whole + _GAP) / _IN_A_ROW
    return tuple(
        shape
        for number, line in enumerate(plot.lines)
        for shape in _line(
            line,
            (number % _IN_A_ROW * room, number % _IN_A_ROW * room + room - _GAP),
            number // _IN_A_ROW * _HEIGHT,
            look,
        )
    )


def _line(line: YearLine, across: tuple[float, float], top: float, look: Look) -> Iterator[Shape]:
    """A title, a foot of years, the points, and lines between those that compare."""
    left, right = across
    yield Words(
        text=clipped(line.name, (right - left) / TEXT_SIZE),
        x=left,
        y=top + _TITLE_Y,
        size=TEXT_SIZE,
        colour=look.ink,
    )
    foot = top + _FOOT + 6
    yield Stroke(x=left, y=foot, x2=right, y2=foot, colour=look.rule)
    places = [_place(point, line, across, top) for point in line.points]
    for (one, start), (other, end) in pairwise(zip(line.points, places, strict=True)):
        if one.joined and other.joined:
            (x, y), (x2, y2) = start, end
            yield Stroke(x=x, y=y, x2=x2, y2=y2, colour=look.accent, thickness=1.2)
    yield from _points(line, places, look)
    yield from _words(line, places, top, look)


def _place(
    point: YearPoint, line: YearLine, across: tuple[float, float], top: float
) -> tuple[float, float]:
    """Where a point stands: its year across, its value between the smallest and the largest."""
    years = [each.year for each in line.points]
    values = [each.value for each in line.points]
    side = _side(line)
    first, last = across[0] + side, across[1] - side
    spread = max(years) - min(years)
    x = (first + last) / 2
    if spread:
        x = first + (point.year - min(years)) / spread * (last - first)
    height = 0.5
    if max(values) > min(values):
        height = float((point.value - min(values)) / (max(values) - min(values)))
    return x, top + _FOOT - height * (_FOOT - _TOP)


def _side(line: YearLine) -> float:
    """What the words of the first and of the last year need on their outer sides."""
    return max(width(point.label) for point in line.points) * SMALL_SIZE / 2 + 2


def _points(line: YearLine, places: list[tuple[float, float]], look: Look) -> Iterator[Circle]:
    for point, (x, y) in zip(line.points, places, strict=True):
        colour = look.accent if point.joined else look.quiet
        yield Circle(x=x, y=y, radius=_RADIUS, colour=colour, hollow=not point.joined)


def _words(
    line: YearLine, places: list[tuple[float, float]], top: float, look: Look
) -> Iterator[Words]:
    """A figure above each point and its year below, but for those that would meet another."""
    end = years_end = float("-inf")
    for point, (x, y) in zip(line.points, places, strict=True):
        label = Words(
            text=point.label,
            x=x,
            y=y - _ABOVE,
            size=SMALL_SIZE,
            colour=look.ink if point.joined else look.apart,
            align="center",
        )
        year = Words(
            text=str(point.year),
            x=x,
            y=top + _YEARS_Y,
            size=SMALL_SIZE,
            colour=look.quiet,
            align="center",
        )
        if label.left > end + 2 and not any(_meets(label, place) for place in places):
            end = label.right
            yield label
        if year.left > years_end + 3:
            years_end = year.right
            yield year


def _meets(label: Words, place: tuple[float, float]) -> bool:
    """Whether words would stand on a point."""
    x, y = place
    near = label.left - _RADIUS < x < label.right + _RADIUS
    return near and abs(label.y - y) < label.size / 2 + _RADIUS
