from __future__ import annotations

import pytest

from builder.model import Role
from builder.outline.roles import Roles, announces_problems

HEADINGS = [
    *((heading, Role.PROBLEMS) for heading in (
        "存在的问题", "存在问题与不足", "存在的主要问题", "困难和问题", "存在的困难和问题",
        "存在问题及原因分析", "短板弱项", "面临的形势和挑战", "问题与困难", "工作中存在的不足",
        "差距与不足", "薄弱环节", "失分项及原因分析", "扣分原因",
        "越是成绩面前,越要把问题想得深一些", "把困难想得更多一些",
    )),
    *((heading, Role.PLAN) for heading in (
        "2025年工作思路", "下一步工作打算", "下步打算", "下一阶段工作措施", "明年工作初步打算",
        "第四季度工作安排", "下半年工作计划", "2025年重点工作", "关于2025年工作", "新年计划",
        "努力方向", "来年打算",
    )),
    *((heading, Role.DONE) for heading in (
        "2024年主要目标完成情况", "工作开展情况", "重点工作推进情况", "工作回顾", "取得的主要成效",
        "主要做法", "2024年工作成效", "2024年重点工作完成情况",
    )),
    *((heading, None) for heading in (
        "强力推进突出问题整改", "聚焦问题整改“这一根本”", "坚持问题导向,加快整改",
        "着力解决突出环境问题", "把问题解决在基层", "把问题整改到位",
        "缩小城乡区域差距", "补齐基础设施短板", "扎实推进水十条行动计划", "2024年重点工作",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "role"), HEADINGS)
def test_the_role_of_a_heading(heading: str, role: Role | None) -> None:
    assert Roles("某局2024年工作总结", "").of_heading(heading, None) is role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("存在的问题", Role.PROBLEMS),
        ("突出短板", Role.PROBLEMS),
        ("面临形势", Role.PROBLEMS),
        ("主要困难和挑战", Role.PROBLEMS),
        ("解决存在的问题", None),
        ("正视问题,补齐短板", None),
        ("工作开展情况", None),
        ("下一步打算", None),
    ],
)
def test_inside_the_plan_a_heading_may_but_announce_problems(
    heading: str, role: Role | None
) -> None:
    roles = Roles("某局2024年工作总结", "")
    assert roles.of_heading(heading, Role.PLAN) is role


def test_problems_turn_to_the_plan() -> None:
    roles = Roles("某局2024年工作总结", "")
    assert roles.of_heading("下一步打算", Role.PROBLEMS) is Role.PLAN
    assert roles.of_heading("监测能力有待提升", Role.PROBLEMS) is None


@pytest.mark.parametrize(
    ("title", "beginning", "base"),
    [
        ("某局2024年工作总结", "", 2024),
        ("某局2024年工作总结及2025年工作思路", "", 2024),
        ("某局工作总结及2021年度工作计划", "", 2020),
        ("2026年某省政府工作报告", "", 2025),
        ("", "2024年,某市生态环境局深入学习", 2024),
        ("某局工作总结", "全年工作如下", None),
    ],
)
def test_the_year_that_a_report_covers(title: str, beginning: str, base: int | None) -> None:
    assert Roles(title, beginning).base == base


def test_a_title_of_a_plan_alone() -> None:
    assert Roles("某局2025年工作要点", "").default is Role.PLAN
    assert Roles("某局2024年工作总结和2025年工作要点", "").default is Role.DONE


def test_what_announces_problems() -> None:
    assert announces_problems("存在的主要问题")
    assert not announces_problems("突出问题整改还有差距")
    assert not announces_problems("环保基础设施有短板")
