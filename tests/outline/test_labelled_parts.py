"""Labels that open the parts of a text that has no headings."""

from __future__ import annotations

import pytest

from builder.model import Role
from tests.outlines import outlined

TITLE = "某县流域治理项目办2025年工作汇报\n"


@pytest.mark.parametrize(
    ("done", "problem", "plan"),
    [
        ("进展：", "卡点：", "计划："),
        ("概况：", "短板：", "下一步："),
        ("（成绩）", "（问题）", "（对策）"),
        ("【亮点】", "【弱项】", "【打算】"),
        ("工作情况：", "堵点难点：", "努力方向："),
    ],
)
def test_labels_tell_the_parts(done: str, problem: str, plan: str) -> None:
    found = outlined(
        f"{TITLE}{done}已开工子项目9个，完成投资7.2亿元。\n"
        f"{problem}贷款审批受阻，资金缺口达3亿元。设计单位更换2次。\n"
        f"{plan}落实贷款4亿元。更换设计单位1家。\n"
    )
    roles = [one.role for one in found.sentences]
    assert roles == [Role.DONE, *[Role.PROBLEMS] * 2, *[Role.PLAN] * 2]


def test_labels_that_come_again_are_of_blocks() -> None:
    block = "问题：管网破损，污水外溢。\n举措：修复管网2公里，已完成。\n"
    found = outlined(f"{TITLE}{block}{block}")
    assert not found.sections


def test_one_label_alone_opens_no_part() -> None:
    found = outlined(f"{TITLE}已开工子项目9个，完成投资7.2亿元。\n问题：共办结12件。\n")
    assert not found.sections
