"""What the order of a report's parts tells of those without words of their own."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Commitment, Role, Sentence
from builder.outline.section_order import told_by_order
from tests.outlines import outlined


def sentence(at: int, role: Role, *headings: str, told: bool) -> Sentence:
    return Sentence(
        start=at, end=at + 1, section=None, headings=headings, role=role, item=None, told=told
    )


@pytest.mark.parametrize("later", [Role.PROBLEMS, Role.PLAN])
def test_what_stands_before_problems_or_plans_was_done(later: Role) -> None:
    first = sentence(0, Role.DONE, "蓝天行动抓得紧", told=False)
    last = sentence(1, later, "下半年工作安排", told=True)
    assert [one.told for one in told_by_order([first, last])] == [True, True]


@pytest.mark.parametrize(
    "later",
    [
        sentence(1, Role.DONE, "工作完成情况", told=True),
        sentence(1, Role.PLAN, "下一步", told=False),
        # A sentence without a heading may be of the same part, as what is below one of its own is.
        sentence(1, Role.PLAN, told=True),
        sentence(1, Role.PLAN, "碧水", "下一步", told=True),
    ],
)
def test_nothing_is_told_by_parts_that_tell_nothing(later: Sentence) -> None:
    first = sentence(0, Role.DONE, "碧水", told=False)
    assert told_by_order([first, later])[0].told is False


def test_what_follows_them_and_what_is_planned_stays_as_it_is() -> None:
    read = [
        sentence(0, Role.PLAN, "重点任务", told=False),
        sentence(1, Role.PROBLEMS, "存在问题", told=True),
        sentence(2, Role.DONE, "环境质量", told=False),
    ]
    assert told_by_order(read) == read


PLAIN = """某市生态环境局2024年上半年工作情况及下半年工作打算
一、上半年重点工作
(一)蓝天行动抓得紧
淘汰国三及以下柴油货车412辆。
完成排污权交易47笔。
二、下半年工作安排
淘汰国四柴油货车120辆。
"""


def test_bare_verbs_before_the_plan_promise_nothing() -> None:
    facts = extract(outlined(PLAIN)).facts
    promised = [fact.quote for fact in facts if isinstance(fact, Commitment)]
    assert promised == ["淘汰国四柴油货车120辆。"]
