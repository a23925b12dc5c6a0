from __future__ import annotations

import pytest

from builder.model import Role
from tests.outlines import outlined, tree

BODY = "\n2024年,我局认真履职,圆满完成了各项目标任务,现将工作情况报告如下。"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("某县分局2024年工作总结及2025年工作思路", "某县分局2024年工作总结及2025年工作思路"),
        ("当前位置:首页 > 总结\n某局2023年工作总结", "某局2023年工作总结"),
        (
            "某市生态环境局泽州分局\n2020年前三季度工作总结",
            "某市生态环境局泽州分局\n2020年前三季度工作总结",
        ),
        ("关于2017年工作总结的报告\n某环〔2017〕218号", "关于2017年工作总结的报告"),
        ("登录 | 注册\n\n某局半年工作汇报", "某局半年工作汇报"),
        ("某局2024年工作要点", "某局2024年工作要点"),
        ("1、某局2021年上半年工作总结", "某局2021年上半年工作总结"),
        ("某局2021年工作总结 今年以来,各项工作都取得了进展,完成了任务。", "某局2021年工作总结"),
        ("某某区环境保护局", None),
        ("一、工作总结", None),
        ("各位代表:", None),
    ],
)
def test_the_title(head: str, title: str | None) -> None:
    text = head + BODY
    found = outlined(text).title
    assert (None if found is None else text[found[0] : found[1]]) == title


@pytest.mark.parametrize("between", ["", "| | | |\n", "来源:甲县生态环境局 2025-01-08\n"])
def test_a_title_said_again_is_no_section(between: str) -> None:
    title = "甲县生态环境局2024年工作总结"
    body = "一、2024年工作成效\n完成治理。\n二、2025年工作计划\n推进治理。\n"
    assert tree(f"{title}\n{between}{title}\n{body}") == [
        "1 done 2024年工作成效",
        "1 plan 2025年工作计划",
    ]


OVER_LINES = [
    ("云溪县生态环境局2024年工作总结及", "2025年工作安排"),
    ("云溪县生态环境局2024年工作总结和", "2025年重点工作"),
    ("关于云溪县2024年度生态环境保护", "工作情况的报告"),
    ("关于2024年度工作总结", "和2025年度工作打算的报告"),
    ("云溪县2024年度工作情况及2025年度", "重点任务安排的汇报"),
    ("云溪县2025年度第三轮中央生态环境保护督察", "反馈意见整改进展情况自查报告"),
    ("云溪县生态环境局2024年度目标责任", "自查自评报告"),
    ("2024年云溪县大气污染防治专项行动", "自查情况汇报"),
    ("云溪县2024年环保工作总结", "暨2025年工作计划"),
    ("云溪市生态环境局", "2024年上半年工作总结"),
    ("云溪县2024年度生态环境", "保护工作总结"),
    ("云溪县2024年工作总结", "以及2025年工作思路"),
]
NOT_OVER_LINES = [
    ("云溪县生态环境局2024年工作总结", "2024年,我局认真履职。"),
    ("云溪县生态环境局2024年工作总结", "一、工作情况"),
    ("云溪县生态环境局2024年工作总结", "局长 某某"),
]


@pytest.mark.parametrize("lines", OVER_LINES)
def test_a_title_over_two_lines_is_one(lines: tuple[str, str]) -> None:
    text = "\n".join(lines) + BODY
    found = outlined(text).title
    assert found is not None
    assert text[found[0] : found[1]] == "\n".join(lines)


@pytest.mark.parametrize("lines", NOT_OVER_LINES)
def test_what_follows_a_title_is_no_part_of_it(lines: tuple[str, str]) -> None:
    text = "\n".join(lines) + BODY
    found = outlined(text).title
    assert found is not None
    assert text[found[0] : found[1]] == lines[0]


@pytest.mark.parametrize(
    "column",
    ["工作计划", "规划计划", "总结报告", "计划总结类", "工作汇报", "通报", "年终总结", "规划"],
)
def test_a_column_of_the_website_is_no_title(column: str) -> None:
    title = "云溪县生态环境局2024年工作总结和2025年工作计划"
    text = f"{column}\n首页 > {column}\n{title}{BODY}\n一、工作情况\n完成治理项目9个。\n"
    outline = outlined(text)
    assert outline.title is not None
    assert text[outline.title[0] : outline.title[1]] == title
    assert {sentence.role for sentence in outline.sentences} == {Role.DONE}


def test_a_short_title_that_stands_alone_is_one() -> None:
    text = "年终总结" + BODY
    found = outlined(text).title
    assert found is not None
    assert text[found[0] : found[1]] == "年终总结"


@pytest.mark.parametrize(
    "table",
    [
        "2024年工作总结指标 | 2024年目标 | 2024年完成\nPM2.5 | 35 | 31\n",
        "某县2024年工作总结指标完成情况表\n指标 | 完成\nPM2.5 | 31\n",
        "附表1 某县2024年工作总结\n指标 | 完成\nPM2.5 | 31\n",
        "类别 | 某县2024年工作报告\n优良天数 | 303\n",
    ],
)
def test_no_table_gives_the_title(table: str) -> None:
    title = "某县生态环境局2024年工作总结"
    text = f"{table}{title}{BODY}"
    found = outlined(text).title
    assert found is not None
    assert text[found[0] : found[1]] == title


def test_head_of_a_table_is_no_title() -> None:
    table = "2024年工作总结指标 | 2024年目标 | 2024年完成\nPM2.5 | 35 | 31\n"
    assert outlined(table + BODY).title is None


@pytest.mark.parametrize(
    "title",
    [
        "某县2024年重点工作总结表",
        "某县2024年工作总结 | 某县政府网",
        "某市各级人大代表2024年工作总结",
    ],
)
def test_a_bar_alone_makes_no_table(title: str) -> None:
    text = title + BODY
    found = outlined(text).title
    assert found is not None
    assert text[found[0] : found[1]] == title


@pytest.mark.parametrize(
    "title",
    [
        "某县2024年度土壤、\n地下水和农村生态环境保护\n工作总结暨2025年工作计划",
        "某市2023年度水生态、\n大气环境和噪声污染防治\n工作总结及2024年工作要点",
        "某县生态环境局2024年度大气、\n水环境综合治理\n工作情况汇报",
        "某县生态环境局\n2022年固体废物、\n化学品与重金属\n环境管理年度工作总结",
    ],
)
def test_a_title_that_breaks_off_two_lines_above_its_name_is_whole(title: str) -> None:
    text = title + BODY
    found = outlined(text).title
    assert found is not None
    assert text[found[0] : found[1]] == title


def test_a_list_above_the_title_is_none_of_it() -> None:
    title = "某县生态环境局2024年工作总结"
    text = f"本期要目、\n水、土壤\n{title}{BODY}"
    found = outlined(text).title
    assert found is not None
    assert text[found[0] : found[1]] == title
