from __future__ import annotations

import pytest

from builder.model import MatrixRow, Strength
from tests.smallreports import (
    gold_dossiers,
    gold_view,
)


def row(bureau: str, number: int) -> MatrixRow:
    rows = gold_view().matrix
    return next(found for found in rows if (found.bureau, found.number) == (bureau, number))


def test_a_row_for_each_named_problem() -> None:
    rows = gold_view().matrix
    counts = {bureau: [r.bureau for r in rows].count(bureau) for bureau in gold_dossiers()}
    assert counts == {"岳阳县": 3, "衡南县": 4, "某区": 4, "潜江市": 1, "赣州市": 0}


def test_problems_that_the_plan_leaves_out_are_said() -> None:
    assert [r.state for r in gold_view().matrix].count("计划中未见回应") == 3


def test_a_report_without_problems_is_said() -> None:
    (gap,) = gold_view().gaps
    assert (gap.bureau, gap.text) == (
        "赣州市",
        "赣州市的报告没有写明自身存在的问题，本表无从对应。",
    )


@pytest.mark.parametrize(
    ("bureau", "number", "measures"),
    [
        (
            "岳阳县",
            1,
            [
                (
                    "发现并改正道路(工地)废气、餐饮油烟、秸秆禁烧等大气环境问题367个",
                    "秸秆、空气质量",
                ),
                ("13个2024年度洞庭湖总磷污染控制削减任务", "总磷"),
                ("大气深度治理项目投入：投入600万元", "空气质量"),
            ],
        ),
        (
            "岳阳县",
            3,
            [
                ("180余人次参加省、市两级业务培训和视频培训", "业务培训"),
                ("57人通过执法证考试", "执法能力、业务培训"),
            ],
        ),
        ("某区", 1, []),
        (
            "某区",
            4,
            [
                ("专题节目5期", "宣传与公众参与"),
                ("新闻报道20篇", "宣传与公众参与"),
                ("志愿者500名", "宣传与公众参与"),
            ],
        ),
        ("衡南县", 3, []),
    ],
)
def test_measures_on_the_same_matter(
    bureau: str, number: int, measures: list[tuple[str, str]]
) -> None:
    found = [(item.text, item.why) for item in row(bureau, number).measures]
    assert found == [(text, f"同一事项：{why}") for text, why in measures]


def test_work_told_in_the_problem_itself() -> None:
    assert [(item.text, item.why) for item in row("衡南县", 4).measures] == [
        ("建成鄉鎮汙水處理廠25座", "写在问题原文中"),
        ("主管網建設140公裏", "写在问题原文中"),
    ]


def test_problem_found_in_an_inspection_meets_its_own_rectification() -> None:
    texts = [item.text for item in row("潜江市", 1).measures]
    assert texts[1].startswith("针对第二轮省级环保督察交办的部分乡镇地下水型饮用水源地")
    assert row("潜江市", 1).strength is Strength.GENERAL


def test_title_is_not_printed_twice() -> None:
    assert row("岳阳县", 3).title == "队伍综合素质有待提高"
    assert row("岳阳县", 3).problem.text.startswith("部分执法人员在专业知识和业务水平上")
    assert row("衡南县", 1).problem.text.startswith("大氣環境質量涉及部門多")


def test_cause_or_that_none_is_stated() -> None:
    assert row("岳阳县", 1).cause == "受县城区排水影响"
    assert row("岳阳县", 3).cause == "未载明"
