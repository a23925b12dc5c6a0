"""What is planned for a year is not left undone before the year is over."""

from __future__ import annotations

import pytest

from tests.smallreports import compared, extraction, tally


def set_aside(subject: str, period: str) -> bool:
    (status,) = compared(
        extraction("jia", tally("86", "8", subject=subject), period=period)
    ).tallies
    return status.set_aside


@pytest.mark.parametrize("subject", ["计划实施大气治理项目", "年度计划治理工程", "全年任务"])
def test_a_years_plan_is_set_aside_in_a_part_of_the_year(subject: str) -> None:
    assert set_aside(subject, "2025Q1")
    assert set_aside(subject, "2025H1")


def test_other_sets_and_whole_years_are_not() -> None:
    assert not set_aside("督察反馈问题", "2025Q1")
    assert not set_aside("计划实施大气治理项目", "2025")
