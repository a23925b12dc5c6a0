from __future__ import annotations

from datetime import date

import pytest

from builder.charts.shapes import Box, Stroke
from builder.charts.strips import strip_plot, strip_shapes
from builder.model.plotted import Stretch, StripPlot, StripRow
from tests.charts.shapes import LOOK, collisions, dashed, named, texts


def year(number: int, label: str = "", *, solid: bool = False, planned: bool = False) -> Stretch:
    return Stretch(
        start=date(number, 1, 1),
        end=date(number, 12, 31),
        label=label,
        solid=solid,
        planned=planned,
    )


SEEDS = StripPlot(
    rows=(
        StripRow(
            name="潜江市",
            stretches=(year(2024, "全年", solid=True), year(2025, "下一年计划", planned=True)),
            remark="可直接对比",
        ),
        StripRow(
            name="衡南县",
            stretches=(
                Stretch(start=date(2023, 1, 1), end=date(2023, 12, 5), label="1月1日—12月5日"),
                year(2024, planned=True),
            ),
            remark="年度不同",
        ),
        StripRow(
            name="某区",
            stretches=(Stretch(start=date(2024, 1, 1), end=date(2024, 3, 31), label="第一季度"),),
            remark="不是全年",
        ),
    )
)


def test_a_stretch_runs_from_its_first_day_to_its_last() -> None:
    shapes = strip_shapes(SEEDS, LOOK)
    years = [shape for shape in shapes if isinstance(shape, Stroke) and not shape.dash]
    boxes = [shape for shape in shapes if isinstance(shape, Box)]
    assert len(years) == 4
    assert (boxes[0].x, boxes[0].x2) == pytest.approx((years[1].x, years[2].x))
    quarter = (boxes[2].x2 - boxes[2].x) / (years[2].x - years[1].x)
    assert quarter == pytest.approx(91 / 366)


def test_what_compares_is_filled_and_plans_are_dotted() -> None:
    shapes = strip_shapes(SEEDS, LOOK)
    fills = [shape.fill for shape in shapes if isinstance(shape, Box)]
    assert fills == [LOOK.accent, "white", "white"]
    # The words of the first plan part its line.
    assert len(dashed(shapes)) == 3


def test_words_stand_in_their_stretch_or_behind_it() -> None:
    shapes = strip_shapes(SEEDS, LOOK)
    assert named(shapes, "全年").align == "center"
    assert named(shapes, "第一季度").align == "left"
    assert texts(shapes)[:3] == ["2023", "2024", "2025"]


def test_nothing_meets() -> None:
    assert collisions(strip_shapes(SEEDS, LOOK)) == []


@pytest.mark.parametrize("count", [1, 5, 30, 50])
def test_rows_are_set_closer_where_they_are_many(count: int) -> None:
    plot = StripPlot(
        rows=tuple(
            StripRow(name=f"第{n}县", stretches=(year(2020 + n % 5, "全年"),), remark="范围不同")
            for n in range(count)
        )
    )
    assert collisions(strip_shapes(plot, LOOK)) == []
    assert strip_plot("periods", plot, LOOK).height < 215


def test_years_of_a_long_axis_are_written_one_in_several() -> None:
    stretch = Stretch(start=date(1990, 1, 1), end=date(2025, 12, 31), label="多年")
    plot = StripPlot(rows=(StripRow(name="甲县", stretches=(stretch,)),))
    shapes = strip_shapes(plot, LOOK)
    assert texts(shapes)[:3] == ["1990", "1995", "2000"]
    assert collisions(shapes) == []


def test_rows_without_a_known_time_have_a_name_only() -> None:
    plot = StripPlot(rows=(StripRow(name="某区", stretches=(), remark="年份不明"),))
    assert {"某区", "年份不明"} <= set(texts(strip_shapes(plot, LOOK)))
