"""Tables of work: a figure a row under what was done, or a figure for each place."""

from __future__ import annotations

import pytest

from tests.extract.reports import counted


def amounts(text: str) -> list[tuple[str, str, str]]:
    """Label, value and unit of the quantities of a text."""
    return [(one.label, str(one.value), one.unit) for one in counted(text)]


@pytest.mark.parametrize(
    "table",
    [
        "指标 | 单位 | 目标 | 完成\n立案查处 | 件 | 50 | 74\n投入资金 | 万元 | 100 | 85.3",
        "序号\t项目\t计量单位\t2024年\n1\t立案查处\t件\t74\n2\t投入资金\t万元\t85.3",
        (
            "工作任务   单位   计划数   实际完成数\n"
            "立案查处   件   50   74\n"
            "投入资金   万元   100   85.3"
        ),
        (
            "| 项目 | 年度任务 | 完成情况 |\n"
            "|---|---|---|\n"
            "| 立案查处（件） | 50 | 74 |\n"
            "| 投入资金（万元） | 100 | 85.3 |"
        ),
        "项目 | 去年同期 | 本年\n立案查处 | 50件 | 74件\n投入资金 | 100万元 | 85.3万元",
        "内容|单位|今年累计|同比\n立案查处|件|74|10%\n投入资金|万元|85.3|-5%",
        (
            "指标 ｜ 单位 ｜ 完成值 ｜ 完成率\n"
            "立案查处 ｜ 件 ｜ ７４ ｜ １４８％\n"
            "投入资金 ｜ 万元 ｜ ８５．３ ｜ ８５％"
        ),
        (
            "事项 | 2023年 | 2024年 | 备注\n"
            "立案查处 | 50件 | 74件 | —\n"
            "投入资金 | 100万元 | 85.3万元 | 省级"
        ),
    ],
)
def test_a_figure_a_row(table: str) -> None:
    assert amounts(table) == [("立案查处", "74", "件"), ("投入资金", "85.3", "万元")]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("县区 | 立案数（件） | PM2.5\n东区 | 12 | 31\n合计 | 30 | —", ["东区立案数", "立案数"]),
        ("断面 | 总磷（mg/L） | 氨氮（mg/L）\n青石断面 | 0.1 | 0.5", ["青石断面氨氮"]),
        (
            "县区\t检查企业（家次）\t罚款金额（万元）\n东区\t120\t85.3",
            ["东区检查企业", "东区罚款金额"],
        ),
    ],
)
def test_a_figure_for_each_place(table: str, found: list[str]) -> None:
    assert [label for label, _, _ in amounts(table)] == found


@pytest.mark.parametrize(
    "table",
    [
        "指标 | 单位 | 目标\n立案查处 | 件 | 50",
        "指标 | 完成\n立案查处 | 74",
        "项目 | 分值 | 得分\n大气 | 10分 | 9分",
        "指标 | 单位 | 甲 | 乙\n立案查处 | 件 | 50 | 74",
        "县区 | 目标（件） | 同比（%）\n东区 | 50 | 12",
        "办公室    张三    88888888\n大气科    李四    88888889",
        "首页 | 新闻 12 条 | 联系\n机构 | 政务 | 服务",
    ],
)
def test_what_is_no_quantity(table: str) -> None:
    assert amounts(table) == []
