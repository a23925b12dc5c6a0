"""Parts whose sentences say something else than their heading."""

from __future__ import annotations

import pytest

from builder.check import check
from builder.extract import extract
from builder.model import Finding
from tests.outlines import outlined

DONE = (
    "已完成河道治理12公里,同比增长8%。",
    "截至11月底,累计查处违法案件36起。",
    "办结信访件40件,办结率100%。",
    "建成了空气自动站3座,PM2.5浓度同比下降5%。",
)
PLAN = (
    "力争年底前建成污水处理厂2座。",
    "我县将于6月底前完成整治30个。",
    "力争2025年底前销号剩余问题5个。",
    "6月底前新建监测站4座。",
)


def found(heading: str, sentences: tuple[str, ...]) -> list[Finding]:
    text = f"青屏县生态环境局2024年工作总结及2025年工作计划\n一、{heading}\n{''.join(sentences)}\n"
    findings = check(extract(outlined(text))).findings
    return [item for item in findings if item.code.startswith("role_")]


@pytest.mark.parametrize("heading", ["2025年工作计划", "下一步工作打算", "2025年重点工作安排"])
def test_a_plan_that_looks_back_is_read_as_work_and_says_so(heading: str) -> None:
    (finding,) = found(heading, DONE)
    assert (finding.code, finding.values) == ("role_turned", (("heading", heading),))
    assert "说的是已做的工作" in finding.message
    assert finding.quote is not None
    assert heading in finding.quote


def test_a_summary_of_hopes_is_read_as_a_plan_and_says_so() -> None:
    (finding,) = found("2024年工作情况", PLAN)
    assert finding.code == "role_turned"
    assert "说的是下一步打算" in finding.message


def test_a_part_of_both_says_that_they_were_told_apart() -> None:
    (finding,) = found("2025年工作计划", (*DONE[:2], *PLAN))
    assert finding.code == "role_mixed"


@pytest.mark.parametrize(
    ("heading", "sentences"),
    [
        ("2024年工作情况", DONE),
        ("2025年工作计划", PLAN),
        ("2024年工作情况", (*DONE, PLAN[0])),
        ("2025年工作计划", (*PLAN, DONE[0])),
    ],
)
def test_parts_that_are_what_they_are_called_say_nothing(
    heading: str, sentences: tuple[str, ...]
) -> None:
    assert found(heading, sentences) == []
