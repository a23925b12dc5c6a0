"""Points of a score, what rules ask for, and how far a value is from its goal."""

from __future__ import annotations

import pytest

from tests.extract.reports import counted


def told(sentence: str) -> list[tuple[str, str]]:
    return [(str(one.value), one.unit) for one in counted(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("环境质量目标(40分,自评38分)。", []),
        ("满分100分,自评得分95.5分。", [("95.5", "分")]),
        ("淘汰货车64辆,自评5分。", [("64", "辆")]),
        ("生态环境考核权重由5分提高到8分。", []),
        # Guard: what was reached in all is an amount.
        ("我市省级考核得分94.3分。", [("94.3", "分")]),
    ],
)
def test_points_of_a_score_are_no_amounts(sentence: str, found: list[tuple[str, str]]) -> None:
    assert told(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("《细则》要求淘汰老旧柴油货车60辆,实际淘汰64辆。", [("64", "辆")]),
        ("市里要求新增造林1000亩,实际新增1200亩。", [("1200", "亩")]),
        ("生活污水治理年度任务12个村,实际完成11个村。", [("11", "个")]),
        ("年度任务清淤河道20公里,实际清淤23公里。", [("23", "公里")]),
        # Guard: without what was really done nobody can tell.
        ("按要求淘汰老旧柴油货车60辆。", [("60", "辆")]),
    ],
)
def test_what_is_asked_for_beside_what_was_done_is_none(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert told(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("设施运行率以90%为基准,实际为86%。", [("86", "%")]),
        ("满意度达到《细则》85%的合格线。", []),
        ("处理率首次迈上90%的台阶。", []),
        ("回收率首次突破90%大关。", []),
        # Guard: a rate with a noun of its own.
        ("设施运行率达到90%。", [("90", "%")]),
    ],
)
def test_a_line_that_is_passed_is_no_amount(sentence: str, found: list[tuple[str, str]]) -> None:
    assert told(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("PM2.5浓度离“十四五”目标还差0.8微克/立方米。", "离“十四五”目标还差"),
        ("PM2.5浓度30.8微克/立方米,距年度目标30微克/立方米还差0.8微克/立方米。", "距年度目标还差"),
        ("PM2.5浓度与省定目标仅差0.8微克/立方米。", "与省定目标仅差"),
    ],
)
def test_a_distance_from_a_goal_is_an_amount(sentence: str, label: str) -> None:
    assert [(str(one.value), one.label) for one in counted(sentence)] == [("0.8", label)]


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5浓度30.8微克/立方米,低于全省平均0.8微克/立方米。",
        "审批时限分别压缩到15个、7个工作日。",
    ],
)
def test_what_is_no_amount_stays_none(sentence: str) -> None:
    assert told(sentence) == []
