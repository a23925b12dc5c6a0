"""Most of a government's work report is about other things than the environment."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Commitment, Problem, Theme
from tests.outlines import outlined

REPORT = """青山省2025年政府工作报告
——2026年1月20日在青山省第十四届人民代表大会第四次会议上
各位代表：现在，我代表省人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
过去一年，全省PM2.5平均浓度30微克/立方米。
存在的困难和问题主要是：{problem}。
二、2026年工作安排
（一）重点工作。{promise}。
"""


def facts(problem: str = "大气污染防治任务艰巨", promise: str = "新建公园5个") -> list[object]:
    return list(extract(outlined(REPORT.format(problem=problem, promise=promise))).facts)


def theme(kind: type[Problem | Commitment], **texts: str) -> Theme:
    found = [fact for fact in facts(**texts) if isinstance(fact, kind)]
    return found[-1].themes[0]


@pytest.mark.parametrize(
    "problem",
    [
        "中小微企业生产经营较为困难，监管执法不规范",
        "民生事业还有不少短板，体制机制有待健全",
        "重大项目投资增长乏力",
        "安全生产风险隐患较多",
    ],
)
def test_economic_problems_have_no_theme_of_ours(problem: str) -> None:
    assert theme(Problem, problem=problem) is Theme.GOVERNANCE


@pytest.mark.parametrize(
    ("problem", "own"),
    [
        ("大气污染防治任务艰巨", Theme.AIR),
        ("部分断面水质不稳定", Theme.WATER),
        ("部分干部专业能力还不适应", Theme.TEAM),
    ],
)
def test_those_of_the_environment_and_of_its_staff_keep_theirs(problem: str, own: Theme) -> None:
    assert theme(Problem, problem=problem) is own


def test_promises_are_told_apart_in_the_same_way() -> None:
    assert theme(Commitment, promise="推进乡村振兴，新建农村公路500公里") is Theme.GOVERNANCE
    assert theme(Commitment, promise="完成120个行政村农村生活污水治理") is Theme.RURAL
