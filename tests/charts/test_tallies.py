from __future__ import annotations

from builder.charts.tallies import tally_chart
from builder.language import Language
from builder.model import Chart, Figure
from tests.samplebriefing import tallies, tally

ZH = Language("zh")


def drawn() -> Chart:
    made = tally_chart(tallies(), ZH)
    assert made is not None
    return made


def test_bars_go_from_the_lowest_rate_to_the_highest() -> None:
    chart = drawn()
    layer = next(layer for layer in chart.spec["layer"] if layer["mark"].get("fill") == "#1F4E79")
    shown = chart.spec["datasets"][layer["data"]["name"]]
    assert shown[0]["name"] == "潜江市 排污口整治：总干渠、汉南河排污口"
    found = [(row["name"].split()[0], row["value"], row["remark"]) for row in shown]
    assert found == [
        ("潜江市", 68.83, "53/77"),
        ("衡南县", 75.0, "30/40"),
        ("潜江市", 78.92, "131/166"),
        ("衡南县", 96.09, "246/256"),
        ("赣州市", 97.31, "687/706"),
        ("潜江市", 97.35, "110/113"),
        ("岳阳县", 98.57, "69/70"),
    ]


def test_caption_names_the_lowest_and_what_cannot_be_computed() -> None:
    assert drawn().caption == (
        "总数和完成数都载明的有7项；完成率最低的是潜江市的“总干渠、汉南河排污口”"
        "（68.83%，按完成数与总数计算）；1项缺总数或完成数，不能计算。"
    )


def test_alt_text_says_done_of_total() -> None:
    assert "衡南县“督察期间信访件”：40项中完成30项，75.00%" in drawn().alt
    assert drawn().alt.endswith("岳阳县“夏季攻势整治任务”：已完成48，总数未载明。")


def test_data_table_has_printed_and_computed_rates() -> None:
    shown = [
        tuple(cell if isinstance(cell, str) else (cell.cell, cell.marks) for cell in row)
        for row in drawn().rows
    ]
    assert (
        "衡南县",
        "督察期间信访件",
        "省级督察",
        ("40", ("衡30",)),
        ("30", ("衡30",)),
        ("75", ("衡30",)),
        ("75.00", ()),
    ) in shown


def test_printed_rate_alone_is_hollow() -> None:
    made = tally_chart([tally(0, "信访", "群众诉求", None, None, printed="100")], ZH)
    assert made is not None
    hollow = [layer for layer in made.spec["layer"] if layer["mark"].get("strokeDash")]
    assert len(hollow) == 1
    rate = made.rows[0][5]
    assert isinstance(rate, Figure)
    assert (rate.text, rate.marks) == ("100%", ("岳30",))


def test_no_chart_without_a_rate() -> None:
    assert tally_chart([tally(0, "信访", "群众诉求", None, "48")], ZH) is None
