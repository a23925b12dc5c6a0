from __future__ import annotations

import base64
import dataclasses
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.charts.theme import FILLED, INK, LIMIT, MISSING
from builder.model import Chart, Drawing, PartName, PlotBar
from builder.render.docx import docx
from builder.render.word.package import unpacked
from builder.render.word.plots import BarPlot, bar_plot
from tests.samplebriefing import sample_briefing
from tests.wordfiles import opened, relationships

TEMPLATES = Path(__file__).parents[3] / "templates"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
STANDARD = "GB 3095-2012 二级 35 μg/m³"


def bar(name: str, text: str, value: str | None, **changes: Any) -> PlotBar:  # noqa: ANN401
    before, _, after = text.partition(value) if value else ("", "", "")
    plain = PlotBar(
        name=name,
        text=text,
        before=before,
        after=after,
        value=None if value is None else Decimal(value),
        apart=False,
        full=None,
        limit=None,
        limit_name="",
    )
    return dataclasses.replace(plain, **changes)


LIMITED = {"limit": Decimal(35), "limit_name": STANDARD}
BARS = (
    bar("潜江市", "≤31 μg/m³", "31", head="可以比较：2024年", **LIMITED),
    bar("岳阳县", "36.10 μg/m³", "36.10", **LIMITED),
    bar("某区 第一季度", "69.6 μg/m³", "69.6", apart=True, head="不可比", remark="期间不同"),
    bar("衡南县", "未载明", None),
)
RATES = (
    bar("潜江市", "68.83%", "68.83", full=Decimal(100), remark="53/77"),
    bar("衡南县", "4.00%", "4.00", full=Decimal(100), remark="3/75"),
    bar("赣州市 信访", "共7，完成数未载明", None),
)


def plotted(bars: tuple[PlotBar, ...]) -> tuple[BarPlot, Any]:
    """The bars as Word gets them: the record and the tree of the chart's part."""
    plot = bar_plot(bars, str)
    return plot, etree.fromstring(plot.part("rId1").encode())


def series(chart: Any) -> dict[str, dict[int, str]]:  # noqa: ANN401
    """The values of each column by name and row."""
    return {
        each.findtext("{*}tx//{*}v"): {
            int(point.get("idx")): point.findtext("{*}v")
            for point in each.iterfind("{*}val//{*}pt")
        }
        for each in chart.iter("{*}ser")
    }


def names(chart: Any) -> list[str]:  # noqa: ANN401
    return [point.findtext("{*}v") for point in next(chart.iter("{*}cat")).iter("{*}pt")]


def labels(chart: Any) -> list[tuple[int, str, str, str]]:  # noqa: ANN401
    """Row, place, colour, and the words or the number format of every label."""
    return [
        (
            int(each.find("{*}idx").get("val")),
            each.find("{*}dLblPos").get("val"),
            "#" + next(each.iter("{*}defRPr")).find("{*}solidFill/{*}srgbClr").get("val"),
            form.get("formatCode")
            if (form := each.find("{*}numFmt")) is not None
            else next(each.iter("{*}t")).text,
        )
        for each in chart.iter("{*}dLbl")
    ]


def cells(data: bytes) -> list[dict[str, str]]:
    """The lines of the workbook's sheet: what stands in each column."""
    book = unpacked(data)
    strings = ["".join(item.itertext()) for item in etree.fromstring(book["xl/sharedStrings.xml"])]
    return [
        {
            cell.get("r")[0]: strings[int(value)] if cell.get("t") == "s" else value
            for cell in row
            if (value := cell.findtext("{*}v")) is not None
        }
        for row in etree.fromstring(book["xl/worksheets/sheet1.xml"]).iter("{*}row")
    ]


def test_rows_are_the_bars_and_what_they_have_in_common() -> None:
    _, chart = plotted(BARS)
    assert names(chart) == [
        " ",
        "可以比较：2024年",
        "潜江市",
        "岳阳县",
        "不可比",
        "某区 第一季度\n期间不同",
        "衡南县 未载明",
    ]
    assert series(chart) == {
        "可以比较": {2: "31", 3: "36.10"},
        "不可比": {5: "69.6"},
        STANDARD: {0: "35", 1: "35", 2: "35", 3: "35"},
    }


def test_figures_are_values_in_the_format_of_the_source() -> None:
    _, chart = plotted(BARS)
    assert labels(chart) == [
        (2, "inEnd", "#FFFFFF", '"≤"0" μg/m³"'),
        # Inside its bar the limit's line would run through this one.
        (3, "outEnd", INK, '0.00" μg/m³"'),
        (5, "inEnd", INK, '0.0" μg/m³"'),
        (0, "outEnd", LIMIT, STANDARD),
    ]


def test_bars_look_as_in_the_picture() -> None:
    _, chart = plotted(BARS)
    alike, apart, limit = (each.find("{*}spPr") for each in chart.iter("{*}ser"))
    assert alike.find("{*}solidFill/{*}srgbClr").get("val") == FILLED[1:]
    assert apart.find("{*}solidFill/{*}srgbClr").get("val") == "FFFFFF"
    assert apart.find("{*}ln/{*}prstDash").get("val") == "dash"
    stops = [
        (int(stop.get("pos")), next(stop.iter("{*}alpha")).get("val"))
        for stop in limit.iter("{*}gs")
    ]
    assert {stop.find("{*}srgbClr").get("val") for stop in limit.iter("{*}gs")} == {LIMIT[1:]}
    assert [alpha for _, alpha in stops] == ["0", "0", "100000", "100000"]
    assert 95_000 < stops[1][0] == stops[2][0] < 100_000
    assert list(chart.iter("{*}legend")) == []


def test_done_and_total_stand_behind_the_whole() -> None:
    _, chart = plotted(RATES)
    assert series(chart) == {
        "全部": {0: "100", 1: "100"},
        "可以比较": {0: "68.83", 1: "4.00"},
    }
    assert labels(chart) == [
        (0, "outEnd", MISSING, "53/77"),
        (1, "outEnd", MISSING, "3/75"),
        (0, "inEnd", "#FFFFFF", '0.00"%"'),
        (1, "outEnd", INK, '0.00"%"'),
    ]
    assert names(chart)[2] == "赣州市 信访 共7，完成数未载明"
    assert chart.find(".//{*}valAx/{*}scaling/{*}max").get("val") == "100"


def test_scale_of_values_is_left_to_word_so_that_edits_fit() -> None:
    _, chart = plotted(BARS)
    assert chart.find(".//{*}valAx/{*}scaling/{*}max") is None


def test_workbook_holds_the_true_values_and_nothing_for_the_missing() -> None:
    plot, _ = plotted(BARS)
    assert cells(plot.workbook()) == [
        {"B": "可以比较", "C": "不可比", "D": STANDARD},
        {"A": " ", "D": "35"},
        {"A": "可以比较：2024年", "D": "35"},
        {"A": "潜江市", "B": "31", "D": "35"},
        {"A": "岳阳县", "B": "36.10", "D": "35"},
        {"A": "不可比"},
        {"A": "某区 第一季度\n期间不同", "C": "69.6"},
        {"A": "衡南县 未载明"},
    ]


def test_figure_that_no_format_prints_stands_as_words() -> None:
    _, chart = plotted((bar("潜江市", "3.2万元", "32000"),))
    assert [(words, place) for _, place, _, words in labels(chart)] == [("3.2万元", "inEnd")]


@pytest.mark.parametrize("count", [1, 2, 12, 40])
def test_any_number_of_bureaus_fits_a_page(count: int) -> None:
    bars = tuple(
        bar(f"第{number}县", "31 μg/m³", "31", apart=True, remark="期间不同，不能比较" * 3)
        for number in range(count)
    )
    plot, chart = plotted(bars)
    assert len(names(chart)) == count
    assert 13 <= plot.height <= 50
    assert plot.height * count <= 660
    assert ("\n" in names(chart)[0]) == (count <= 12)


def test_long_names_take_more_lines_or_lose_their_end_for_want_of_room() -> None:
    long = bar("潜江市 中央督察：" + "生态环境保护督察反馈问题" * 3, "共19，完成数未载明", None)
    _, few = plotted((*RATES[:2], long))
    assert names(few)[2] == (
        "潜江市 中央督察：生态环境保护督察反馈问题生态环境保护督\n"
        "察反馈问题生态环境保护督察反馈问题\n共19，完成数未载明"
    )
    _, many = plotted((*RATES[:2], *[long] * 20))
    assert names(many)[:2] == ["潜江市", "衡南县"]
    assert names(many)[2].startswith("潜江市 中央督察：生态环境保护督察反馈问题")
    assert names(many)[2].endswith("… 共19，完成数未载明")


def chart_of(bars: tuple[PlotBar, ...], identity: str) -> Chart:
    return Chart(
        id=identity,
        part=PartName.INDICATORS,
        title="PM2.5平均浓度",
        caption="潜江市最低。",
        alt="条形图",
        note="",
        columns=("单位", "数值"),
        rows=(("潜江市", "31"),),
        spec={},
        width=156,
        height=50,
        bars=bars,
    )


NATIVE = dataclasses.replace(
    sample_briefing((chart_of(BARS, "pm25"), chart_of(RATES, "tallies"))), native_charts=True
)
DRAWINGS = tuple(Drawing(chart=each.id, svg="<svg/>", png=PNG) for each in NATIVE.charts)


def test_document_holds_the_charts_with_their_workbooks() -> None:
    file = opened(docx(NATIVE, DRAWINGS, TEMPLATES))
    for number, bars in enumerate((BARS, RATES), 1):
        links = relationships(file.parts[f"word/charts/_rels/chart{number}.xml.rels"])
        assert list(links.values()) == [f"../embeddings/chart{number}.xlsx"]
        book = file.parts[f"word/embeddings/chart{number}.xlsx"]
        assert cells(book) == cells(bar_plot(bars, str).workbook())
    pictures = list(file.body.iter("{*}inline"))
    assert [each.find("{*}docPr").get("descr") for each in pictures] == ["条形图", "条形图"]
    assert [name for name in file.parts if name.startswith("word/media")] == []


def test_same_charts_give_the_same_bytes() -> None:
    assert docx(NATIVE, DRAWINGS, TEMPLATES) == docx(NATIVE, DRAWINGS, TEMPLATES)


def test_chart_without_any_value_stays_a_picture() -> None:
    bare = dataclasses.replace(NATIVE, charts=(chart_of((RATES[2],), "pm25"),))
    assert "word/media/chart1.png" in opened(docx(bare, DRAWINGS, TEMPLATES)).parts


@pytest.mark.slow
def test_schema_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "briefing.docx"
    path.write_bytes(docx(NATIVE, DRAWINGS, TEMPLATES))
    assert OpenXmlValidator().validate(path).errors == []
