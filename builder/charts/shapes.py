"""What charts are made of: boxes, strokes, circles and words, placed in points from the top left.

A plot knows where its shapes are, so that no label has to meet another one by chance; Altair draws
them where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from math import pi
from types import MappingProxyType
from typing import Any, Literal

import altair as alt

from builder.charts.marks import Row, chart, spec, width
from builder.charts.theme import POINTS_PER_MM
from builder.model import Chart

Align = Literal["left", "center", "right"]
_SOLID = [1.0, 0.0]
# How far before its place a text of some width begins.
_BEFORE: Mapping[Align, float] = MappingProxyType({"left": 0, "center": 0.5, "right": 1})


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle; without a stroke it has no border."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str
    stroke: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A straight line, dashed where `dash` says how."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str
    thickness: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A dot: filled where its value compares, hollow where not."""

    x: float
    y: float
    radius: float
    colour: str
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of words whose middle is at `y`; `x` is where they begin, or their middle or end."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    align: Align = "left"

    @property
    def left(self) -> float:
        """Where they begin."""
        return self.x - _BEFORE[self.align] * self.width

    @property
    def right(self) -> float:
        """Where they end."""
        return self.left + self.width

    @property
    def width(self) -> float:
        """How wide they are."""
        return width(self.text) * self.size


Shape = Box | Stroke | Circle | Words


def drawing(name: str, shapes: Iterable[Shape], *, millimetres: float, height: float) -> Chart:
    """The chart of shapes, later ones over earlier ones; `height` in points."""
    layers = [_layer(list(same)) for _, same in groupby(shapes, key=_alike)]
    points = millimetres * POINTS_PER_MM
    return Chart(
        id=name,
        spec=spec(name, layers, width=points, height=height),
        width=millimetres,
        height=height / POINTS_PER_MM,
    )


def _alike(shape: Shape) -> tuple[object, ...]:
    """What shapes of one layer have in common: what Vega-Lite takes for a layer and no row."""
    match shape:
        case Words():
            return (Words, shape.align)
        case Stroke():
            return (Stroke, shape.dash)
        case Circle() | Box():
            return (type(shape),)


def _layer(shapes: list[Shape]) -> alt.Chart:
    rows = [asdict(shape) for shape in shapes]
    layer: Callable[[Sequence[Row], Any], alt.Chart] = _LAYERS[type(shapes[0])]
    return layer(rows, shapes[0])


def _boxes(rows: Sequence[Row], _: Box) -> alt.Chart:
    return _spread(chart(rows).mark_rect(strokeWidth=0.7)).encode(
        fill=alt.Fill("fill:N", scale=None), stroke=alt.Stroke("stroke:N", scale=None)
    )


def _strokes(rows: Sequence[Row], first: Stroke) -> alt.Chart:
    dash = list(first.dash) or _SOLID
    return _spread(
        chart([_without(row, "dash") for row in rows]).mark_rule(strokeDash=dash)
    ).encode(
        stroke=alt.Stroke("colour:N", scale=None),
        strokeWidth=alt.StrokeWidth("thickness:Q", scale=None),
    )


def _circles(rows: Sequence[Row], _: Circle) -> alt.Chart:
    drawn = [
        {
            **row,
            "area": pi * row["radius"] ** 2,
            "fill": "white" if row["hollow"] else row["colour"],
        }
        for row in rows
    ]
    return _placed(chart(drawn).mark_point(strokeWidth=1.3, opacity=1)).encode(
        size=alt.Size("area:Q", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("colour:N", scale=None),
    )


def _texts(rows: Sequence[Row], first: Words) -> alt.Chart:
    mark = chart(rows).mark_text(align=first.align, baseline="middle")
    return _placed(mark).encode(
        text=alt.Text("text:N"),
        size=alt.Size("size:Q", scale=None),
        color=alt.Color("colour:N", scale=None),
    )


_LAYERS: Mapping[type, Callable[..., alt.Chart]] = MappingProxyType(
    {Box: _boxes, Stroke: _strokes, Circle: _circles, Words: _texts}
)


def _placed(mark: alt.Chart) -> alt.Chart:
    """A mark at the points of its rows: places are given and not scaled."""
    at: alt.Chart = mark.encode(
        x=alt.X("x:Q", scale=None, axis=None), y=alt.Y("y:Q", scale=None, axis=None)
    )
    return at


def _spread(mark: alt.Chart) -> alt.Chart:
    """A mark from one point of its rows to another."""
    # A bare "x2:Q" would be held against every channel that Altair knows.
    between: alt.Chart = _placed(mark).encode(x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"))
    return between


def _without(row: Row, key: str) -> Row:
    return {name: value for name, value in row.items() if name != key}
