"""A raised problem is put right where its report says so of all that was raised with it."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Strength
from tests.outlines import outlined
from tests.smallreports import compared

REPORT = """青屏县生态环境局2024年工作总结和2025年工作计划
一、2024年工作情况
{done}。全年完成清淤8公里。
二、存在的问题
（一）{problem}。
三、2025年工作计划
（一）开展执法培训2次。
"""
ALL = "省级生态环境保护督察反馈的19项任务全部完成整改并销号"


def strength(problem: str, done: str = ALL) -> Strength:
    text = REPORT.format(done=done, problem=problem)
    found = compared(extract(outlined(text))).problems
    return found[-1].strength


@pytest.mark.parametrize(
    ("done", "problem"),
    [
        (ALL, "省级督察反馈的沙溪镇养殖粪污直排问题"),
        (ALL, "省生态环境保护督察指出的沙溪镇养殖粪污直排"),
        ("省级督察交办问题12个，已整改销号12个", "省级生态环保督察交办的小水电生态流量不足问题"),
        (
            "第二轮中央生态环境保护督察反馈问题7项，已全部整改完成",
            "第二轮中央督察反馈的小水电生态流量不足问题",
        ),
    ],
)
def test_what_all_of_a_set_says_holds_for_each(done: str, problem: str) -> None:
    assert strength(problem, done) is Strength.SETTLED


@pytest.mark.parametrize(
    ("done", "problem"),
    [
        ("省级生态环境保护督察反馈的19项任务完成整改18项", "省级督察反馈的沙溪镇养殖粪污直排问题"),
        (ALL, "中央督察反馈的沙溪镇养殖粪污直排问题"),
        (ALL, "沙溪镇养殖粪污直排问题突出"),
        (ALL, "省级督察反馈的沙溪镇养殖粪污直排问题整改滞后"),
        (
            "2022年省级生态环境保护督察反馈问题9项，已全部整改完成",
            "2024年省级督察反馈的粪污直排问题",
        ),
        ("省级督察交办信访件12件，已全部办结", "省级督察反馈的沙溪镇养殖粪污直排问题"),
    ],
)
def test_another_set_settles_nothing(done: str, problem: str) -> None:
    assert strength(problem, done) is Strength.NONE
