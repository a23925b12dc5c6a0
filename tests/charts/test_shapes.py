from __future__ import annotations

from typing import Any

import pytest

from builder.charts.shapes import Align, Box, Circle, Stroke, Words, drawing

SHAPES = (
    Box(x=0, y=0, x2=10, y2=5, fill="#EEEEEE"),
    Stroke(x=1, y=0, x2=1, y2=9, colour="#000000", dash=(3, 2)),
    Circle(x=4, y=4, radius=2, colour="#1F4E79", hollow=True),
    Words(text="岳阳县", x=9, y=4, size=10, colour="#1A1A1A"),
    Words(text="88.0", x=9, y=4, size=10, colour="#1A1A1A", align="center"),
)


def layers() -> list[dict[str, Any]]:
    spec = drawing("a", SHAPES, millimetres=100, height=36).spec
    layers: list[dict[str, Any]] = list(spec["layer"])
    return layers


def test_a_drawing_has_the_asked_size() -> None:
    made = drawing("a", SHAPES, millimetres=100, height=36)
    assert (made.id, made.width) == ("a", 100)
    assert made.height == pytest.approx(12.7)
    assert made.spec["width"] == pytest.approx(283.46, abs=0.01)
    assert (made.spec["height"], made.spec["autosize"]) == (36, {"type": "none"})


def test_shapes_are_drawn_in_their_order() -> None:
    kinds = [layer["mark"]["type"] for layer in layers()]
    assert kinds == ["rect", "rule", "point", "text", "text"]
    assert layers()[1]["mark"]["strokeDash"] == [3, 2]
    assert [layer["mark"].get("align") for layer in layers()[3:]] == ["left", "center"]


def test_places_are_given_and_not_scaled() -> None:
    for layer in layers():
        assert layer["encoding"]["x"]["scale"] is None
        assert layer["encoding"]["y"]["scale"] is None


def test_a_hollow_dot_is_white_inside() -> None:
    spec = drawing("a", SHAPES, millimetres=100, height=36).spec
    (row,) = spec["datasets"][layers()[2]["data"]["name"]]
    assert (row["fill"], row["colour"]) == ("white", "#1F4E79")


@pytest.mark.parametrize(("align", "left"), [("left", 50), ("center", 35), ("right", 20)])
def test_words_know_where_they_begin_and_end(align: Align, left: float) -> None:
    each = Words(text="岳阳县", x=50, y=0, size=10, colour="#000000", align=align)
    assert (each.left, each.right) == (left, left + 30)
