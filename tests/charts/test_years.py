from __future__ import annotations

from decimal import Decimal

import pytest

from builder.charts.shapes import Stroke
from builder.charts.years import year_plot, year_shapes
from builder.model.plotted import YearLine, YearPlot, YearPoint
from tests.charts.shapes import LOOK, circles, collisions, texts


def line(name: str, *points: tuple[int, str, bool]) -> YearLine:
    return YearLine(
        name=name,
        points=tuple(
            YearPoint(year=year, value=Decimal(value), label=value, joined=joined)
            for year, value, joined in points
        ),
    )


PM25 = line(
    "PM2.5（μg/m³）",
    (2021, "36", True),
    (2022, "34.5", True),
    (2023, "33", True),
    (2024, "28", False),
)


def joins(plot: YearPlot) -> list[Stroke]:
    strokes = [shape for shape in year_shapes(plot, LOOK) if isinstance(shape, Stroke)]
    return [stroke for stroke in strokes if stroke.colour == LOOK.accent]


def test_only_values_that_compare_are_joined() -> None:
    plot = YearPlot(lines=(PM25,))
    assert len(joins(plot)) == 2
    dots = circles(year_shapes(plot, LOOK))
    assert [dot.hollow for dot in dots] == [False, False, False, True]
    # A higher value stands higher.
    assert dots[0].y < dots[1].y < dots[2].y < dots[3].y


def test_a_gap_of_years_is_as_wide_as_the_years() -> None:
    plot = YearPlot(lines=(line("甲", (2020, "1", True), (2021, "2", True), (2024, "3", True)),))
    first, second, third = circles(year_shapes(plot, LOOK))
    assert third.x - second.x == pytest.approx(3 * (second.x - first.x))


def test_words_say_value_and_year() -> None:
    assert texts(year_shapes(YearPlot(lines=(PM25,)), LOOK)) == [
        "PM2.5（μg/m³）",
        *("36", "2021", "34.5", "2022", "33", "2023", "28", "2024"),
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_three_lines_stand_side_by_side(count: int) -> None:
    plot = YearPlot(lines=(PM25,) * count)
    assert collisions(year_shapes(plot, LOOK)) == []
    rows = -(-count // 3)
    assert year_plot("years", plot, LOOK).height == pytest.approx(rows * 78 / 72 * 25.4)


def test_many_years_leave_out_figures_that_would_meet() -> None:
    points = [(2000 + n, f"{90 + n / 10:.2f}", True) for n in range(25)]
    plot = YearPlot(lines=(line("优良率（%）", *points),))
    assert collisions(year_shapes(plot, LOOK)) == []


def test_one_year_and_equal_values_stand_in_the_middle() -> None:
    plot = YearPlot(lines=(line("甲", (2024, "100", True)), line("乙", (2023, "1", True))))
    one, other = circles(year_shapes(plot, LOOK))
    assert one.y == other.y
