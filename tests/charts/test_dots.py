from __future__ import annotations

from decimal import Decimal

import pytest

from builder.charts.dots import dot_plot, dot_shapes
from builder.charts.shapes import Box, Stroke
from builder.model.look import PROFILES, Look
from builder.model.plotted import Dot, DotPlot, DotRow, Panel
from tests.charts.shapes import LOOK, WHOLE, circles, collisions, dashed, named, texts, words

BAND, APART = "可直接对比：2024年，未限定范围", "口径不同，不并列"
PM25 = Panel(
    title="PM2.5（μg/m³）",
    start=Decimal(0),
    end=Decimal(80),
    limit=Decimal(35),
    limit_name="二级年平均限值35",
)
SHARE = Panel(title="优良率（%）", start=Decimal(60), end=Decimal(100))


def dot(value: str | None, change: str = "", *, hollow: bool = False) -> Dot | None:
    if value is None:
        return None
    return Dot(value=Decimal(value), label=value, change=change, hollow=hollow)


def row(
    name: str, pm25: Dot | None, share: Dot | None, *, detail: str = "", band: str = ""
) -> DotRow:
    """A row whose limit holds unless it is told of what its values are."""
    return DotRow(name=name, detail=detail, band=band, dots=(pm25, share), limited=not detail)


SEEDS = DotPlot(
    panels=(PM25, SHARE),
    rows=(
        row("潜江市", dot("31"), dot("94"), band=BAND),
        row("岳阳县", dot("32.86", "↓3.64%"), dot("88.0", "↓3.2 变差")),
        row(
            "赣州市",
            dot("22", "↓8.3%", hollow=True),
            dot("99.5", "↑0.3", hollow=True),
            detail="中心城区",
            band=APART,
        ),
        row(
            "衡南县",
            Dot(value=None, label="—", hollow=True),
            dot("95.6", hollow=True),
            detail="2023年1月1日—12月5日",
        ),
        row("某区", dot("69.6", hollow=True), dot("65.9", hollow=True), detail="第一季度"),
    ),
)


def many(count: int) -> DotPlot:
    """Rows whose values run over both axes, every third with a long change."""
    rows = [
        row(
            f"第{number}县",
            dot(f"{5 + number * 73 / count:.2f}", "↓3.64%"),
            dot(f"{100 - number * 39 / count:.1f}", "↓3.2 变差" if number % 3 == 0 else ""),
            band=BAND if number == 0 else "",
        )
        for number in range(count)
    ]
    return DotPlot(panels=(PM25, SHARE), rows=tuple(rows))


def test_values_stand_on_their_axis() -> None:
    shapes = dot_shapes(SEEDS, LOOK)
    zero, end = named(shapes, "0"), named(shapes, "80")
    first = circles(shapes)[0]
    assert (first.x - zero.x) / (end.x - zero.x) == pytest.approx(31 / 80, abs=0.001)
    assert [each.hollow for each in circles(shapes)] == [
        *(False, False, False, False),
        *(True, True, True, True, True),
    ]


def test_words_are_those_of_the_rows_and_axes() -> None:
    assert [text for text in texts(dot_shapes(SEEDS, LOOK)) if not text.isdigit()] == [
        BAND,
        APART,
        "PM2.5（μg/m³）",
        "二级年平均限值35",
        "优良率（%）",
        *("潜江市", "岳阳县", "赣州市", "中心城区", "衡南县", "2023年1月1日—12月5日"),
        *("某区", "第一季度"),
        *("32.86", "↓3.64%", "88.0", "↓3.2 变差", "↓8.3%", "99.5", "↑0.3", "—", "95.6"),
        *("69.6", "65.9"),
    ]


def test_the_limit_runs_only_over_the_rows_that_it_holds_for() -> None:
    (line,) = dashed(dot_shapes(SEEDS, LOOK))
    zero, end = named(dot_shapes(SEEDS, LOOK), "0"), named(dot_shapes(SEEDS, LOOK), "80")
    assert line.x == pytest.approx(zero.x + 35 / 80 * (end.x - zero.x))
    below = named(dot_shapes(SEEDS, LOOK), "赣州市")
    assert line.y2 < below.y


def test_a_limit_is_parted_where_a_row_between_has_none() -> None:
    rows = (
        row("甲县", dot("31"), None),
        row("乙县", dot("41"), None, detail="2024年第一季度"),
        row("丙县", dot("29"), None),
    )
    first, second = dashed(dot_shapes(DotPlot(panels=(PM25, SHARE), rows=rows), LOOK))
    middle = named(dot_shapes(DotPlot(panels=(PM25, SHARE), rows=rows), LOOK), "乙县")
    assert first.y2 < middle.y < second.y


def test_a_plot_without_limit_has_no_line_and_no_room_for_its_name() -> None:
    rows = (row("甲县", dot("94"), None), row("乙县", dot("88"), None))
    plot = DotPlot(panels=(SHARE, SHARE), rows=rows)
    assert dashed(dot_shapes(plot, LOOK)) == []
    assert dot_plot("a", plot, LOOK).height < dot_plot("b", many(2), LOOK).height


@pytest.mark.parametrize("count", [1, 5, 12, 30, 44])
def test_nothing_meets_whatever_the_number_of_rows(count: int) -> None:
    assert collisions(dot_shapes(many(count), LOOK)) == []


def test_nothing_meets_in_the_seeds_and_in_the_official_format() -> None:
    assert collisions(dot_shapes(SEEDS, LOOK)) == []
    assert collisions(dot_shapes(SEEDS, PROFILES["gbt9704"])) == []


def test_every_figure_is_written() -> None:
    labels = set(texts(dot_shapes(many(30), LOOK)))
    wanted = {each.label for row in many(30).rows for each in row.dots if each is not None}
    assert wanted <= labels


@pytest.mark.parametrize(("count", "most"), [(5, 62), (12, 112), (30, 166), (44, 200)])
def test_many_rows_are_set_closer(count: int, most: float) -> None:
    assert dot_plot("pm25", many(count), LOOK).height < most


def test_a_long_detail_stands_in_two_lines_and_ends_where_there_is_no_room() -> None:
    detail = "省控以上地表水断面所在的县级及以上城市建成区和工业园区环境空气自动监测站点"
    rows = (row("甲县", dot("31"), dot("94"), detail=detail),)
    shapes = dot_shapes(DotPlot(panels=(PM25, SHARE), rows=rows), LOOK)
    first, second = words(shapes)[-4:-2]
    assert detail.startswith(first.text)
    assert second.text.endswith("…")
    assert collisions(shapes) == []


def test_colours_come_from_the_look() -> None:
    look = Look(accent="#112233", apart="#445566", band="#AABBCC")
    shapes = dot_shapes(SEEDS, look)
    assert circles(shapes)[0].colour == "#112233"
    assert named(shapes, "某区").colour == "#445566"
    assert "#AABBCC" in {shape.fill for shape in shapes if isinstance(shape, Box)}


def test_grid_lines_stand_behind_the_words() -> None:
    shapes = dot_shapes(SEEDS, LOOK)
    last_line = max(at for at, shape in enumerate(shapes) if isinstance(shape, Stroke))
    assert last_line < shapes.index(named(shapes, "32.86"))


def test_chart_is_as_wide_as_the_text_of_its_page() -> None:
    assert dot_plot("pm25", SEEDS, LOOK).width == 162
    assert dot_plot("pm25", SEEDS, PROFILES["gbt9704"]).width == 156
    assert dot_plot("pm25", SEEDS, LOOK).spec["width"] == pytest.approx(WHOLE)
