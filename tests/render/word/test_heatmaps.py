from __future__ import annotations

import base64
import dataclasses
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.charts.grids import PROBLEMS, grid_chart
from builder.charts.theme import INK, MISSING, NO_DATA, SCALE
from builder.language import Language
from builder.model import Drawing, Grid
from builder.render.docx import docx
from builder.render.word.heatmaps import HeatMap, cell_colour, heat_map
from builder.render.word.package import unpacked
from tests.samplebriefing import sample_briefing, sample_comparison
from tests.wordfiles import opened

TEMPLATES = Path(__file__).parents[3] / "templates"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
GRID = Grid(
    title="问题",
    rows=("水", "大气"),
    columns=("岳阳县", "赣州市", "衡南县"),
    cells=((2, None, 0), (5, None, 1)),
    texts=(),
    empty="未写明问题",
    note="",
)


def mapped(grid: Grid) -> tuple[HeatMap, Any]:
    """A grid as Word gets it: the record and the tree of the chart's part."""
    made = heat_map(grid)
    assert made is not None
    return made, etree.fromstring(made.part("rId1").encode())


def drawn(chart: Any) -> dict[str, set[int]]:  # noqa: ANN401
    """The rows in which each series with any has a cell."""
    found = {
        each.findtext("{*}tx//{*}v"): {
            int(point.get("idx")) for point in each.iterfind("{*}val//{*}pt")
        }
        for each in chart.iter("{*}ser")
    }
    return {name: rows for name, rows in found.items() if rows}


def one(chart: Any, name: str) -> Any:  # noqa: ANN401
    (found,) = [each for each in chart.iter("{*}ser") if each.findtext("{*}tx//{*}v") == name]
    return found


def filling(series: Any) -> str:  # noqa: ANN401
    return f"#{series.find('{*}spPr/{*}solidFill/{*}srgbClr').get('val')}"


def test_every_cell_is_a_bar_of_its_count() -> None:
    _, chart = mapped(GRID)
    assert drawn(chart) == {
        "岳阳县": {0},
        "岳阳县 2": {1},
        "岳阳县 5": {2},
        "赣州市": {0},
        "赣州市 未写明问题": {1, 2},
        "衡南县": {0},
        "衡南县 0": {1},
        "衡南县 1": {2},
    }
    names = [point.findtext("{*}v") for point in next(chart.iter("{*}cat")).iter("{*}pt")]
    assert names == [" ", "水", "大气"]
    assert chart.find(".//{*}valAx/{*}scaling/{*}max").get("val") == "3"


def test_colours_and_figures_are_those_of_the_picture() -> None:
    _, chart = mapped(GRID)
    assert filling(one(chart, "岳阳县 5")) == SCALE[-1]
    assert filling(one(chart, "衡南县 0")) == SCALE[0]
    assert filling(one(chart, "赣州市 未写明问题")) == NO_DATA
    looks = {
        name: (
            one(chart, name).find("{*}dLbls/{*}numFmt").get("formatCode"),
            "#" + next(one(chart, name).find("{*}dLbls").iter("{*}srgbClr")).get("val"),
        )
        for name in ("岳阳县 0", "岳阳县 2", "岳阳县 5", "岳阳县 >5")
    }
    assert looks == {
        "岳阳县 0": ('"0";;', MISSING),
        "岳阳县 2": ('"2";;', INK),
        "岳阳县 5": ('"5";;', "#FFFFFF"),
        "岳阳县 >5": ('">5";;', "#FFFFFF"),
    }


@pytest.mark.parametrize(
    ("share", "colour"), [(0, SCALE[0]), (0.25, SCALE[1]), (0.125, "#D6E5F0"), (1, SCALE[-1])]
)
def test_colour_goes_evenly_through_the_scale(share: float, colour: str) -> None:
    assert cell_colour(share) == colour


def test_words_of_the_heads_and_of_what_is_missing() -> None:
    _, chart = mapped(GRID)
    labels = [
        (int(each.find("{*}idx").get("val")), "".join(text.text for text in each.iter("{*}t")))
        for each in chart.iter("{*}dLbl")
    ]
    assert labels == [(0, "岳阳县"), (0, "赣州市"), (2, "未写明问题"), (0, "衡南县")]


def test_workbook_shows_the_counts_and_hides_what_draws_them() -> None:
    made, _ = mapped(GRID)
    book = unpacked(made.workbook())
    strings = ["".join(item.itertext()) for item in etree.fromstring(book["xl/sharedStrings.xml"])]
    sheet = etree.fromstring(book["xl/worksheets/sheet1.xml"])
    found = {
        cell.get("r"): strings[int(value)] if cell.get("t") == "s" else value
        for cell in sheet.iter("{*}c")
        if (value := cell.findtext("{*}v")) is not None
    }
    assert [found.get(f"{column}1") for column in "ABCD"] == [None, "岳阳县", "赣州市", "衡南县"]
    assert [found[f"{column}3"] for column in "ABCD"] == ["水", "2", "未写明问题", "0"]
    assert [found[f"{column}4"] for column in "ABCD"] == ["大气", "5", "未写明问题", "1"]
    (hidden,) = sheet.iter("{*}col")
    assert (hidden.get("min"), hidden.get("hidden")) == ("5", "1")
    assert [row.get("r") for row in sheet.iter("{*}row") if row.get("hidden")] == ["2"]


def test_formulas_draw_what_stands_in_the_counts() -> None:
    made, _ = mapped(GRID)
    sheet = etree.fromstring(unpacked(made.workbook())["xl/worksheets/sheet1.xml"])
    row = {
        cell.get("r"): (cell.findtext("{*}f"), cell.findtext("{*}v"))
        for cell in sheet.iter("{*}c")
        if cell.find("{*}f") is not None and cell.get("r").endswith("3")
    }
    assert row["F3"] == ("IF(B3=0,1,0)", "0")
    assert row["H3"] == ("IF(B3=2,1,0)", "1")
    assert row["L3"] == ("IF(ISNUMBER(B3),IF(B3>5,1-SUM(F3:K3),0),0)", "0")
    assert row["M3"] == ("IF(ISNUMBER(B3),0,1)", "0")
    assert row["V3"] == ("IF(ISNUMBER(C3),0,1)", "1")


def wide(count: int, largest: int) -> Grid:
    """Bureaus down the page, as the picture has them where there are many."""
    themes = tuple(f"主题第{number}" for number in range(19))
    names = tuple(f"第{number}县" for number in range(count))
    return dataclasses.replace(
        GRID,
        rows=names,
        columns=themes,
        cells=tuple((largest,) * 19 if number else (None,) * 19 for number in range(count)),
    )


def test_forty_bureaus_go_down_the_page() -> None:
    made, chart = mapped(wide(40, 4))
    assert len(made.names) == 40 + made.above
    assert made.height * len(made.names) <= 720
    labels = ["".join(text.text for text in each.iter("{*}t")) for each in chart.iter("{*}dLbl")]
    assert labels.count("未写明问题") == 1
    assert labels[0] == "主题第0"


def test_heads_of_many_columns_go_down_to_the_cells() -> None:
    grid = dataclasses.replace(wide(12, 2), columns=("水", "大气", *(["固废与新污染物"] * 17)))
    made, chart = mapped(grid)
    first, _, third = [[text.text for text in each.iter("{*}t")] for each in chart.iter("{*}dLbl")][
        :3
    ]
    assert first == ["\xa0"] * 6 + ["水"]
    assert third == list("固废与新污染物")
    assert made.above % 2 == 1
    assert made.above * made.height >= 7 * 16


def test_large_counts_of_many_columns_keep_their_own_colour_and_figure() -> None:
    grid = wide(40, 30)
    _, chart = mapped(grid)
    assert len(list(chart.iter("{*}ser"))) <= 255
    assert filling(one(chart, "主题第0 30")) == SCALE[-1]
    assert len(drawn(chart)["主题第0 30"]) == 39
    assert len(one(chart, "主题第0 >8").findall("{*}val//{*}pt")) == 0


def test_map_with_too_many_different_counts_stays_a_picture() -> None:
    cells = tuple(tuple(range(row, row + 19)) for row in range(40))
    assert heat_map(dataclasses.replace(wide(40, 4), cells=cells)) is None


CHART = grid_chart(sample_comparison().overview, PROBLEMS, Language("zh"))


def test_chart_hands_on_what_its_picture_shows() -> None:
    assert CHART is not None
    assert CHART.grid is not None
    assert CHART.grid.rows == tuple(row[0] for row in CHART.rows)
    assert CHART.grid.columns == CHART.columns[1:]
    assert sum(cell or 0 for row in CHART.grid.cells for cell in row) == sum(
        int(cell) for row in CHART.rows for cell in map(str, row[1:]) if cell.isdigit()
    )


@pytest.mark.slow
def test_schema_is_kept(tmp_path: Path) -> None:
    assert CHART is not None
    briefing = dataclasses.replace(sample_briefing((CHART,)), native_charts=True)
    data = docx(briefing, (Drawing(chart=CHART.id, svg="<svg/>", png=PNG),), TEMPLATES)
    assert "word/embeddings/chart1.xlsx" in opened(data).parts
    path = tmp_path / "briefing.docx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []
