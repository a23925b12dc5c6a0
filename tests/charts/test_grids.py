from __future__ import annotations

import dataclasses

from builder.charts.grids import PROBLEMS, PROMISES, grid_chart
from builder.language import Language
from builder.model import Chart, Grid
from tests.samplebriefing import sample_comparison

ZH = Language("zh")
COMPARISON = sample_comparison()


def drawn(grid: Grid) -> Chart:
    made = grid_chart(grid, PROMISES, ZH)
    assert made is not None
    return made


def test_themes_go_from_the_largest_total_down() -> None:
    assert [row[0] for row in drawn(COMPARISON.promises).rows][:3] == [
        "水",
        "执法监管",
        "督察与突出问题整改",
    ]


def test_cells_are_the_grids_counts() -> None:
    chart = drawn(COMPARISON.promises)
    layer = next(layer for layer in chart.spec["layer"] if "color" in layer["encoding"])
    counts = [row["count"] for row in chart.spec["datasets"][layer["data"]["name"]]]
    assert counts[:5] == [2, 0, 4, 1, 5]
    assert sum(counts) == sum(cell or 0 for row in COMPARISON.promises.cells for cell in row)


def test_caption_names_the_theme_with_most() -> None:
    assert drawn(COMPARISON.promises).caption == (
        "最集中的主题是水，4家单位共12条承诺；没有一个主题是5家单位都有的。"
    )


def test_report_without_the_part_is_grey_with_its_word() -> None:
    made = grid_chart(COMPARISON.overview, PROBLEMS, ZH)
    assert made is not None
    assert made.caption.endswith("赣州市的报告没有写明问题。")
    words = [
        row["text"]
        for rows in made.spec["datasets"].values()
        for row in rows
        if "text" in row and "count" not in row
    ]
    assert words == ["未设问题部分"]
    assert "灰格：未设问题部分" in made.note


def test_many_bureaus_go_down_the_page() -> None:
    grid = COMPARISON.promises
    many = dataclasses.replace(
        grid,
        columns=tuple(f"第{number}县" for number in range(40)),
        cells=tuple(row * 8 for row in grid.cells),
        texts=tuple(row * 8 for row in grid.texts),
    )
    chart = drawn(many)
    assert chart.height <= 200
    assert len(chart.columns) == 41
    names = [row.get("name") for rows in chart.spec["datasets"].values() for row in rows]
    assert names.count("第39县") == 1


def test_no_map_of_nothing() -> None:
    empty = tuple((0,) * 5 for _ in COMPARISON.promises.rows)
    assert grid_chart(dataclasses.replace(COMPARISON.promises, cells=empty), PROMISES, ZH) is None
