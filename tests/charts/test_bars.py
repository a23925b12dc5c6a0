from __future__ import annotations

from decimal import Decimal

import pytest

from builder.charts.bars import (
    Bar,
    Frame,
    State,
    bar_chart,
    crosses_behind,
    crowded_frame,
    fitting,
    names_width,
    stands_inside,
)

FRAME = Frame(names=100, plot=200, domain=100)


def bar(value: float, *, limit: float | None = None, detail: str = "") -> Bar:
    return Bar(
        name="岳阳县",
        state=State.COMPARABLE,
        text="31 μg/m³",
        value=Decimal(str(value)),
        limit=None if limit is None else Decimal(str(limit)),
        limit_name="限值" if limit else "",
        detail=detail,
    )


@pytest.mark.parametrize(
    ("value", "limit", "inside", "crossed"),
    [
        (80, None, True, False),
        (10, None, False, False),
        # The line is at 120 pixels, the figure would stand from some 70 to 160.
        (80, 60, False, False),
        (80, 20, True, False),
        (80, 90, True, True),
        (10, 30, False, True),
        (10, 90, False, False),
    ],
)
def test_no_limit_runs_through_a_figure(
    value: float, limit: float | None, inside: bool, crossed: bool
) -> None:
    assert stands_inside(bar(value, limit=limit), FRAME.scale) is inside
    assert crosses_behind(bar(value, limit=limit), FRAME.scale) is crossed


def test_figure_behind_a_short_bar_steps_over_the_limit() -> None:
    drawing, _ = bar_chart("pm25", [bar(10, limit=30)], FRAME)
    (row,) = next(
        rows for rows in drawing["datasets"].values() if any("text_x" in row for row in rows)
    )
    assert (row["inside"], row["text_x"]) == (False, 30)


def test_longest_detail_stands_in_one_line() -> None:
    detail = "2024年，县级及以上城市"
    shown = bar(22, detail=detail)
    frame = Frame(names=names_width([shown]), plot=200, domain=100)
    drawing, _ = bar_chart("pm25", [shown], frame)
    details = {row["detail"] for rows in drawing["datasets"].values() for row in rows}
    assert details == {detail}


@pytest.mark.parametrize(("count", "row"), [(20, 18), (40, 16), (45, 14), (60, 13)])
def test_rows_are_as_high_as_a_page_allows(count: int, row: int) -> None:
    bars = [bar(80) for _ in range(count)]
    frame = crowded_frame(bars, names=60, plot=400, domain=100)
    assert frame.line + frame.gap == row
    assert frame.bar < row
    assert len(fitting(bars, frame)) == min(count, 50)
