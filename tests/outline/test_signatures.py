"""What stands below the last sentence of a report: its date, its printing, who gets it."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Commitment, Role
from tests.extract.reports import HEAD, PLAN, outlined


def promised(end: str) -> list[str]:
    facts = extract(outlined(f"{HEAD}检查企业120家次。\n{PLAN}完成12个村治理。\n{end}\n")).facts
    return [fact.quote for fact in facts if isinstance(fact, Commitment)]


@pytest.mark.parametrize(
    "end",
    [
        "2023 年 12 月 25 日",
        "　　　　（2024年12月25日）",
        "二〇二四年十二月二十五日",
        "二○二四年十二月",
        "某县生态环境局办公室　　2025年1月20日印发",
        "某市生态环境局综合科 2025 年 1 月 6 日印制",
        "某市生态环境局\n2025年1月20日\n抄送：市委办公室，市政府办公室，市人大办。",
        "主送:市政府。",
    ],
)
def test_dates_and_imprints_promise_nothing(end: str) -> None:
    assert promised(end) == ["完成12个村治理。"]


@pytest.mark.parametrize(
    "end",
    [
        "2025年1月20日前印发实施方案。",
        "2025年3月20日前由局办公室印发行动方案。",
        "抄送制度进一步完善。",
    ],
)
def test_a_task_with_such_words_stays_one(end: str) -> None:
    assert promised(end) == ["完成12个村治理。", end]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("自查中发现的不足", Role.PROBLEMS),
        ("自查发现的问题", Role.PROBLEMS),
        ("查找出的短板", Role.PROBLEMS),
        ("梳理出的主要差距", Role.PROBLEMS),
        ("执法检查发现问题整改", Role.DONE),
        ("自查工作开展情况", Role.DONE),
    ],
)
def test_headings_of_what_was_found_wanting(heading: str, role: Role) -> None:
    sections = outlined(f"{HEAD}检查企业120家次。\n二、{heading}\n部分企业账实不符。\n").sections
    assert sections[-1].role is role
