from __future__ import annotations

from dataclasses import replace

from builder.model import Role, Section
from tests.smallreports import compared, extraction, gold_comparison, quantity


def section(heading: str, level: int, start: int, end: int, parent: int | None) -> Section:
    return Section(
        heading=heading,
        level=level,
        role=Role.DONE,
        start=start,
        body=start,
        end=end,
        parent=parent,
    )


def test_every_fact_is_evidence_once() -> None:
    found = [item.fact for report in gold_comparison().evidence for item in report.facts]
    assert len(found) == len(set(found)) == 324


def test_headings_above_a_fact_outermost_first() -> None:
    report = extraction("a", quantity("3", "起", "立案", start=6), text="一、执法\n（一）查处3起")
    sections = section("执法", 1, 0, 20, None), section("查处", 2, 5, 20, 0)
    report = replace(report, outline=replace(report.outline, sections=sections))
    ((located,),) = (found.facts for found in compared(report).evidence)
    assert located.headings == ("执法", "查处")


def test_headings_that_the_fact_has_itself() -> None:
    fact = replace(quantity("3", "起", "立案"), headings=("计划", "执法"))
    ((located,),) = (found.facts for found in compared(extraction("a", fact)).evidence)
    assert located.headings == ("计划", "执法")
