"""Verses that close a plan promise nothing."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Commitment
from tests.outlines import outlined

PLAN = "某局2026年工作计划\n一、重点任务\n(一)治水。完成清淤5公里。\n(二)夯实基础。{last}\n"


def promised(last: str) -> list[str]:
    facts = extract(outlined(PLAN.format(last=last))).facts
    return [fact.quote for fact in facts if isinstance(fact, Commitment)][1:]


@pytest.mark.parametrize(
    "verse",
    [
        "征程万里风正劲,重任千钧再奋蹄。",
        "道阻且长行则将至,行而不辍未来可期。",
        "乘风破浪潮头立,扬帆起航正当时!",
    ],
)
def test_a_verse_is_no_promise(verse: str) -> None:
    assert promised(verse) == []


@pytest.mark.parametrize(
    "promise",
    [
        "加密巡查频次,严查违法排污。",
        "废水先处理后排放,废渣先固化后填埋。",
        "配齐执法装备,轮训基层人员。",
    ],
)
def test_work_in_two_halves_is_one(promise: str) -> None:
    assert promised(promise) == [promise]
