"""Values by bureau: a dot a value, its figure beside it, a dashed line for the limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from builder.charts.labels import CLEAR, Room, places
from builder.charts.marks import clipped, width, wrapped
from builder.charts.scales import tick_words, ticks
from builder.charts.shapes import Box, Circle, Shape, Stroke, Words, drawing
from builder.charts.theme import NAME_SIZE, POINTS_PER_MM, SMALL_SIZE, TEXT_SIZE
from builder.model import Chart
from builder.model.look import Look
from builder.model.plotted import Dot, DotPlot, DotRow, Panel

RADIUS = 4.2
_DASH = (3.0, 2.0)
_MARGIN, _GAP, _BESIDE = 3.0, 30.0, 10.0
# Rows that need more are set closer, down to the shortest of which a page holds some fifty.
_ROOM, _TALLEST, _SHORTEST = 400.0, 20.5, 11.5
_ROOMY = 17.0
# What names and what is said of them take of the width at most.
_NAMES = 0.38
# What is said of a name has room for a time, 2025年1月1日—6月25日, if half is left for the panels.
_DETAIL, _HALF, _LEAST = 96.0, 0.5, 40.0
_TITLE_Y, _TICKS_Y, _LIMIT_Y = 8.0, 22.0, 34.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A panel on the page, from `left` to `right`."""

    panel: Panel
    left: float
    right: float

    def x(self, value: Decimal) -> float:
        """Where a value stands."""
        share = (value - self.panel.start) / (self.panel.end - self.panel.start)
        return self.left + float(share) * (self.right - self.left)

    def limit(self, row: DotRow) -> float | None:
        """Where the limit crosses a row; None where it does not hold for it."""
        if self.panel.limit is None or not row.limited:
            return None
        return self.x(self.panel.limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row on the page: its band from `top` to `start`, then the row down to `end`."""

    row: DotRow
    top: float
    start: float
    end: float

    @property
    def middle(self) -> float:
        """Where its words and dots stand."""
        return (self.start + self.end) / 2

    @property
    def size(self) -> float:
        """The size of its words."""
        return TEXT_SIZE if self.end - self.start >= _ROOMY else SMALL_SIZE


def dot_plot(name: str, plot: DotPlot, look: Look) -> Chart:
    """The chart of a dot plot, as wide as the text of the page."""
    height = _lines(plot)[-1].end + 2
    return drawing(name, dot_shapes(plot, look), millimetres=look.text_width, height=height)


def dot_shapes(plot: DotPlot, look: Look) -> tuple[Shape, ...]:
    """Its shapes, those behind the others first."""
    lines, whole = _lines(plot), look.text_width * POINTS_PER_MM
    names = [tuple(_names(line, lines, whole, look)) for line in lines]
    end = max(words.right for some in names for words in some)
    scales = _scales(plot.panels, end + _BESIDE, whole)
    labels = [words for line in lines for words in _labels(line, scales, whole, look)]
    return (
        *_grid(scales, lines, look),
        *_bands(lines, whole, look),
        *(limit for scale in scales for limit in _limits(scale, lines, look)),
        *map(_behind, labels),
        *(dot for line in lines for dot in _circles(line, scales, look)),
        *_heads(scales, look),
        *(words for some in names for words in some),
        *labels,
    )


def _lines(plot: DotPlot) -> tuple[Band, ...]:
    """The rows with their heights: less than usual where there are many."""
    bands = sum(bool(row.band) for row in plot.rows)
    height = min(_TALLEST, max(_SHORTEST, _ROOM / (len(plot.rows) + bands)))
    named = any(panel.limit is not None for panel in plot.panels)
    at = _LIMIT_Y + 8 if named else _TICKS_Y + 8
    lines: list[Band] = []
    for row in plot.rows:
        at += 2 if row.band and lines else 0
        start = at + min(height, 16.0) + 2 if row.band else at
        lines.append(Band(row=row, top=at, start=start, end=start + height))
        at = start + height
    return tuple(lines)


def _scales(panels: Sequence[Panel], begin: float, whole: float) -> tuple[Scale, ...]:
    """The panels side by side from where the names end."""
    room = (whole - begin - 8 + _GAP) / len(panels)
    return tuple(
        Scale(panel=panel, left=begin + number * room, right=begin + (number + 1) * room - _GAP)
        for number, panel in enumerate(panels)
    )


def _names(line: Band, lines: Sequence[Band], whole: float, look: Look) -> Iterator[Words]:
    """The bureau, and behind the longest name what its values are of."""
    row = line.row
    size = min(NAME_SIZE, line.size + 0.5)
    colour = look.apart if all(dot is None or dot.hollow for dot in row.dots) else look.ink
    before = lines[lines.index(line) - 1].row.name if line is not lines[0] else ""
    if row.band or row.name != before:
        yield Words(text=row.name, x=_MARGIN, y=line.middle, size=size, colour=colour)
    if not row.detail:
        return
    at = _MARGIN + max(width(each.row.name) for each in lines) * size + 8
    room = max(whole * _NAMES - at, min(_DETAIL, whole * _HALF - at), _LEAST) / SMALL_SIZE
    two = line.end - line.start >= _ROOMY
    said = _in_two(row.detail, room) if two else (row.detail,)
    for number, words in enumerate(said):
        yield Words(
            text=clipped(words, room),
            x=at,
            y=line.middle + (number - (len(said) - 1) / 2) * (SMALL_SIZE + 1),
            size=SMALL_SIZE,
            colour=look.quiet,
        )


def _in_two(detail: str, room: float) -> tuple[str, ...]:
    """Words on one line or two, broken behind the last comma where both parts have room."""
    if width(detail) <= room:
        return (detail,)
    scope, comma, time = detail.rpartition("，")
    if comma and max(width(scope + comma), width(time)) <= room:
        return (scope + comma, time)
    first = wrapped(detail, room)[0]
    return (first, detail[len(first) :].strip())


def _heads(scales: Sequence[Scale], look: Look) -> Iterator[Words]:
    """Titles, the numbers of the axes, and the names of the limits."""
    for scale in scales:
        panel = scale.panel
        yield Words(text=panel.title, x=scale.left, y=_TITLE_Y, size=NAME_SIZE, colour=look.ink)
        for value in ticks(panel.start, panel.end):
            yield Words(
                text=tick_words(value),
                x=scale.x(value),
                y=_TICKS_Y,
                size=SMALL_SIZE,
                colour=look.quiet,
                align="center",
            )
        if panel.limit is not None:
            yield Words(
                text=panel.limit_name,
                x=scale.x(panel.limit),
                y=_LIMIT_Y,
                size=SMALL_SIZE,
                colour=look.ink,
                align="center",
            )


def _grid(scales: Sequence[Scale], lines: Sequence[Band], look: Look) -> Iterator[Stroke]:
    """Thin lines at the numbers of the axes and through the rows."""
    first, last = lines[0].top, lines[-1].end
    for scale in scales:
        for value in ticks(scale.panel.start, scale.panel.end):
            x = scale.x(value)
            yield Stroke(x=x, y=first, x2=x, y2=last, colour=look.rule, thickness=0.4)
        for line in lines:
            y = line.middle
            yield Stroke(x=scale.left, y=y, x2=scale.right, y2=y, colour=look.rule, thickness=0.4)


def _bands(lines: Sequence[Band], whole: float, look: Look) -> Iterator[Shape]:
    for line in lines:
        if line.row.band:
            yield Box(x=0, y=line.top, x2=whole, y2=line.start - 2, fill=look.band)
            yield _band_words(line, look)


def _band_words(line: Band, look: Look) -> Words:
    return Words(
        text=line.row.band,
        x=_MARGIN,
        y=(line.top + line.start - 2) / 2,
        size=line.size - 0.5,
        colour=look.ink,
    )


def _limits(scale: Scale, lines: Sequence[Band], look: Look) -> Iterator[Stroke]:
    """The line of the limit over each stretch of rows that it holds for."""
    stretches: list[list[float]] = []
    for line, before in zip(lines, (None, *lines), strict=False):
        at = scale.limit(line.row)
        if at is None:
            continue
        joined = before is None or scale.limit(before.row) is not None
        # The words of a band are not crossed.
        free = joined and _band_words(line, look).right + CLEAR < at
        top = line.start if not free else line.top if before is None else before.end
        if stretches and stretches[-1][1] == top:
            stretches[-1][1] = line.end
        else:
            stretches.append([top, line.end])
    for top, foot in stretches:
        assert scale.panel.limit is not None  # only such have stretches
        x = scale.x(scale.panel.limit)
        yield Stroke(x=x, y=top, x2=x, y2=foot, colour=look.ink, thickness=0.9, dash=_DASH)


def _labels(line: Band, scales: Sequence[Scale], whole: float, look: Look) -> Iterator[Words]:
    """Each dot's figure and change, clear of the names, of other panels and of the page's end."""
    for number, (dot, scale) in enumerate(zip(line.row.dots, scales, strict=True)):
        if dot is None:
            continue
        colour = look.apart if dot.hollow or dot.value is None else look.ink
        words = Words(text="", x=scale.left, y=line.middle, size=line.size, colour=colour)
        pieces = [piece for piece in (dot.label, dot.change) if piece]
        if dot.value is None:
            yield replace(words, text="　".join(pieces))
            continue
        room = Room(
            x=scale.x(dot.value),
            left=scale.left - _BESIDE / 2 if number == 0 else scale.left - _GAP / 2 + 1,
            right=whole if number == len(scales) - 1 else scale.right + _GAP / 2 - 1,
            line=scale.limit(line.row),
        )
        widths = [width(piece) * line.size for piece in pieces]
        for piece, at in zip(pieces, places(widths, room), strict=False):
            yield replace(words, text=piece, x=at)


def _circles(line: Band, scales: Sequence[Scale], look: Look) -> Iterator[Circle]:
    radius = min(RADIUS, (line.end - line.start) / 2 - 1.8)
    for dot, scale in zip(line.row.dots, scales, strict=True):
        if isinstance(dot, Dot) and dot.value is not None:
            yield Circle(
                x=scale.x(dot.value),
                y=line.middle,
                radius=radius,
                colour=look.quiet if dot.hollow else look.accent,
                hollow=dot.hollow,
            )


def _behind(label: Words) -> Box:
    """White behind a label, so that the thin lines do not run through it."""
    half = label.size / 2
    return Box(
        x=label.left - 1,
        y=label.y - half,
        x2=label.right + 1,
        y2=label.y + half,
        fill="white",
    )
