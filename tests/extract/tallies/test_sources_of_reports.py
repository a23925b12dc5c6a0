"""Whose the items of a report on 督察整改 are, where no nearer word tells it."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Tally, TallySource
from tests.outlines import outlined

TITLE = "云门县关于2024年度省级生态环境保护督察反馈问题整改落实情况的报告"
MIXED, OTHER = TallySource.MIXED_INSPECTION, TallySource.OTHER


def sources(title: str, sentence: str) -> list[TallySource]:
    facts = extract(outlined(f"{title}\n一、总体情况\n{sentence}\n")).facts
    return [one.source for one in facts if isinstance(one, Tally)]


SETS: list[tuple[str, TallySource]] = [
    ("累计交办问题45个,已完成整改40个。", MIXED),
    ("涉及我县的问题45个,完成整改40个。", MIXED),
    ("共有整改任务45项,已完成40项。", MIXED),
    ("问题45个，已销号40个。", MIXED),
    ("抽查发现反弹问题4个,已完成整改3个。", MIXED),
    ("整改任务十二项,已完成整改十项。", MIXED),
    ("反馈问题45个,其中40个已整改到位。", MIXED),
    ("45个问题已完成整改40个。", MIXED),
    ("审计反馈问题5个,整改5个。", OTHER),
    ("日常巡查发现问题12个,整改12个。", OTHER),
    ("受理12345投诉20件,办结20件。", TallySource.PETITION),
    ("开展“利剑”行动,发现问题12个,整改12个。", TallySource.CAMPAIGN),
    ("中央督察反馈问题12个,整改12个。", TallySource.CENTRAL_INSPECTION),
]


@pytest.mark.parametrize(("sentence", "source"), SETS)
def test_sets_of_a_report_on_rectification(sentence: str, source: TallySource) -> None:
    assert sources(TITLE, sentence) == [source]


def test_other_reports_leave_it_open() -> None:
    assert sources("云门县生态环境局2024年工作总结", "累计交办问题45个,已完成整改40个。") == [OTHER]
