"""What meets what in a chart, computed from the widths of its words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from builder.charts.shapes import Circle, Shape, Stroke, Words
from builder.charts.theme import POINTS_PER_MM
from builder.model.look import Look

LOOK = Look()
WHOLE = LOOK.text_width * POINTS_PER_MM


def words(shapes: Sequence[Shape]) -> list[Words]:
    return [shape for shape in shapes if isinstance(shape, Words)]


def texts(shapes: Sequence[Shape]) -> list[str]:
    return [each.text for each in words(shapes)]


def named(shapes: Sequence[Shape], text: str) -> Words:
    return next(each for each in words(shapes) if each.text == text)


def dashed(shapes: Sequence[Shape]) -> list[Stroke]:
    return [shape for shape in shapes if isinstance(shape, Stroke) and shape.dash]


def circles(shapes: Sequence[Shape]) -> list[Circle]:
    return [shape for shape in shapes if isinstance(shape, Circle)]


def collisions(shapes: Sequence[Shape]) -> list[tuple[str, object]]:
    """Words that meet other words, a dot, a dashed line, or the edge of the page."""
    found: list[tuple[str, object]] = [
        (one.text, other.text)
        for one, other in combinations(words(shapes), 2)
        if _meet(one, (other.left, other.right), (_top(other), _foot(other)))
    ]
    for each in words(shapes):
        found += [
            (each.text, dot)
            for dot in circles(shapes)
            if _meet(
                each,
                (dot.x - dot.radius, dot.x + dot.radius),
                (dot.y - dot.radius, dot.y + dot.radius),
            )
        ]
        found += [
            (each.text, line)
            for line in dashed(shapes)
            if _meet(each, (min(line.x, line.x2), max(line.x, line.x2)), (line.y, line.y2))
        ]
        if each.left < 0 or each.right > WHOLE + 1:
            found.append((each.text, "edge"))
    return found


def _top(each: Words) -> float:
    return each.y - each.size / 2


def _foot(each: Words) -> float:
    return each.y + each.size / 2


def _meet(each: Words, across: tuple[float, float], down: tuple[float, float]) -> bool:
    return (
        each.left < across[1]
        and across[0] < each.right
        and _top(each) < down[1]
        and down[0] < _foot(each)
    )
