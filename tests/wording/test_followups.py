"""Last year's promises as printed."""

from __future__ import annotations

import re
from dataclasses import replace

from builder.model import Extraction, FollowUp
from tests.pairedreports import pair
from tests.smallreports import viewed


def rows(*extractions: Extraction) -> tuple[FollowUp, ...]:
    return viewed(*extractions).followups


def test_only_checkable_promises_are_followed() -> None:
    assert [row.number for row in rows(*pair())] == [1, 2, 3, 4, 5]
    assert {row.bureau for row in rows(*pair())} == {"青溪县（2023年）"}


def test_key_finding_counts_the_states() -> None:
    found = viewed(*pair()).findings
    (text,) = [item.text for item in found if item.code == "kept"]
    assert re.sub("〔[^〕]+〕", "", text) == (
        "前一年计划中可核查的承诺在后一年报告里的落实：青溪县（2023年）5句中，已完成2句，"
        "有进展或未达目标3句，后一年报告未提及0句。"
    )


def test_silence_is_no_failure() -> None:
    earlier, later = pair()
    silent = rows(earlier, _without_facts(later))
    states = {row.state for row in silent if not row.reported}
    assert states == {"后一年报告未提及"}


def _without_facts(extraction: Extraction) -> Extraction:
    return replace(
        extraction, facts=(), outline=replace(extraction.outline, sentences=()), links=()
    )


def test_evidence_of_both_sides() -> None:
    comparison = viewed(*pair())
    known = {entry.mark for listed in comparison.evidence for entry in listed.entries}
    for row in comparison.followups:
        assert row.promise.marks
        assert {mark for passage in row.reported for mark in passage.marks} <= known
