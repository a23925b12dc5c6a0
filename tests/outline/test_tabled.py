"""Lines that stand as a table, and the cells that are sentences."""

from __future__ import annotations

import pytest

from builder.model import Role
from tests.extract.reports import HEAD, outlined

PROJECTS = "已完成项目11个，PM2.5浓度25微克/立方米"
NEXT = "6月底前完成剩余4个项目"


def cells(text: str) -> list[list[list[str]]]:
    """The words of the cells of all tables of a text."""
    found = outlined(HEAD + text)
    plain = found.source.plain
    return [[[plain[slice(*cell)] for cell in row] for row in grid.rows] for grid in found.grids]


def stated(text: str) -> list[tuple[str, Role]]:
    """The sentences of a text with their roles."""
    found = outlined(HEAD + text)
    return [(found.source.text[one.start : one.end], one.role) for one in found.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "甲 | 乙 | 丙\n1 | 2 | 3",
        "甲|乙|丙\n1|2|3",
        "| 甲 | 乙 | 丙 |\n| 1 | 2 | 3 |",
        "| 甲 | 乙 | 丙 |\n|---|:-:|--:|\n| 1 | 2 | 3 |",
        "甲\t乙\t丙\n1\t2\t3",
        "甲\t\t乙\t丙\n1\t2\t\t3",
        "甲  乙    丙\n1   2   3",
        "甲　　乙　　丙\n１　　２　　３",
        "甲 ｜ 乙 ｜ 丙\n\n1 ｜ 2 ｜ 3",
        "\t甲\t乙\t丙\n\t1\t2\t3",
        "甲 │ 乙 │ 丙\n──┼──┼──\n1 │ 2 │ 3",
    ],
)
def test_what_parts_cells(text: str) -> None:
    assert cells(text) == [[["甲", "乙", "丙"], ["1", "2", "3"]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲 | 乙 | 丙\n1 | | 3", [["甲", "乙", "丙"], ["1", "", "3"]]),
        ("甲\t乙\t丙\n1\t\t3", [["甲", "乙", "丙"], ["1", "", "3"]]),
        (
            "甲 | 乙 | \n | 丙 | 丁\n1 | 2 | 3",
            [["甲", "乙", ""], ["", "丙", "丁"], ["1", "2", "3"]],
        ),
    ],
)
def test_empty_cells_keep_their_column(text: str, found: list[list[str]]) -> None:
    assert cells(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 新闻 | 联系",
        "一、环境质量  ........  3\n二、环境执法  ........  5",
        "全县共有5个断面，  水质  总体稳定。\n全年优良天数，  比例  为92%。",
        "办公室  88888888\n大气科  88888889",
        "一、加强  环境  监管\n二、推进  项目  建设",
        "张三    李四    王五\n赵六    钱七    孙八",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert cells(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"任务 | 完成情况 | 下一步工作\n大气治理 | {PROJECTS} | {NEXT}",
        f"| 任务 | 进展情况 | 下步打算 |\n| --- | --- | --- |\n| 大气治理 | {PROJECTS} | {NEXT} |",
        f"重点任务\t落实情况\t下一步工作计划\n大气治理\t{PROJECTS}\t{NEXT}",
        (
            "序号 | 任务 | 目前进展 | 下阶段安排 | 责任科室\n"
            f"1 | 大气治理 | {PROJECTS} | {NEXT} | 大气科"
        ),
        f"任务|整改情况|下一步措施|进度\n大气治理|{PROJECTS}|{NEXT}|80%",
        f"事项 | 推进情况 | 下一步工作安排 | 完成率\n大气治理 | {PROJECTS} | {NEXT} | 45%",
        f"内容 ｜ 工作成效 ｜ 下一步工作 ｜ 备注\n大气治理 ｜ {PROJECTS} ｜ {NEXT} ｜ —",
        (
            "任务 | 工作目标 | 办理情况 | 下一步\n"
            f"大气治理 | 完成项目15个，浓度下降 | {PROJECTS} | {NEXT}"
        ),
    ],
)
def test_the_head_tells_what_a_cell_is(text: str) -> None:
    assert stated(text) == [(PROJECTS, Role.DONE), (NEXT, Role.PLAN)]


def test_a_cell_turns_to_the_plan_for_itself_alone() -> None:
    text = (
        "序号 | 任务 | 完成情况及下一步工作\n"
        "1 | 管网改造 | 已完工20个村。下一步，我局将倒排工期推进。\n"
        "2 | 河长制 | 已完成16条河流清理。下一步，我局将申报幸福河湖。\n"
    )
    assert [role for _, role in stated(text)] == [Role.DONE, Role.PLAN, Role.DONE, Role.PLAN]


def test_problems_have_their_column() -> None:
    text = "乡镇 | 存在问题 | 备注\n东镇 | 管网不完善，雨污混流严重 | —\n"
    assert stated(text) == [("管网不完善，雨污混流严重", Role.PROBLEMS)]


@pytest.mark.parametrize(
    "text",
    [
        "指标 | 2024年 | 2023年\nPM2.5（微克/立方米） | 32 | 35",
        "断面   目标   现状\n青石断面   Ⅲ类   Ⅱ类",
        "单位\t反馈问题数\t已完成\n东镇\t12件\t10件",
    ],
)
def test_cells_of_figures_are_no_sentences(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    "caption",
    [
        "督察信访件办理情况（单位：件）",
        "表1 2024年1-11月各县区环境空气质量状况",
        "附表：反馈问题整改情况统计表",
    ],
)
def test_a_caption_is_no_sentence(caption: str) -> None:
    assert stated(f"{caption}\n县区 | 交办 | 办结\n东区 | 20 | 18") == []


def test_a_sentence_above_a_table_stays_one() -> None:
    told = "全年交办信访件20件，办结18件，具体情况如下："
    assert stated(f"{told}\n县区 | 交办 | 办结\n东区 | 20 | 18") == [(told, Role.DONE)]


@pytest.mark.parametrize(
    "wrong",
    ["个别遗留问题整改滞后", "居民参与率低", "部分点位问题销号资料不齐", "异味问题尚未根治"],
)
def test_a_short_cell_below_problems_is_one(wrong: str) -> None:
    table = f"| 事项 | 完成情况 | 存在问题 |\n| 绿盾 | {PROJECTS} | {wrong} |\n"
    assert stated(table)[-1] == (wrong, Role.PROBLEMS)


@pytest.mark.parametrize("none", ["无", "暂无明显问题", "城南垃圾场"])
def test_a_short_cell_that_says_nothing_wrong_is_none(none: str) -> None:
    table = f"| 事项 | 完成情况 | 存在问题 |\n| 绿盾 | {PROJECTS} | {none} |\n"
    assert [role for _, role in stated(table)] == [Role.DONE]
