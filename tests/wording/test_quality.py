from __future__ import annotations

from dataclasses import replace

from builder.config import Config
from builder.language import Language
from builder.model import Coverage, Fate, Finding, NumberUse, Severity
from tests.smallreports import extraction, gold_view, viewed

ZH = Language("zh")


def finding(code: str, quote: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        report="a",
        message="“{name}”被遮盖",
        values=(("name", quote),),
        quote=quote,
    )


def test_findings_of_one_kind_are_one_row() -> None:
    rows = [row for row in gold_view().quality if row.bureau == "某区"]
    (masked,) = [row for row in rows if row.kind == "遮盖"]
    assert masked.message == (
        "共22处，如：year in the heading of the text is masked；year of the full-year air figures "
        "is masked；district name is masked (second sewage plant)。"
    )
    assert masked.quote == "202x年、XX区、XX信息产业园、20xx万元、XX国家级自然保护区"


def test_single_finding_keeps_its_message() -> None:
    (row,) = viewed(extraction("a", findings=[finding("placeholder", "XX区")])).quality
    assert (row.kind, row.level, row.message, row.quote) == ("遮盖", "警告", "“XX区”被遮盖", "XX区")


def test_few_findings_are_told_in_full() -> None:
    report = extraction(
        "a", findings=[finding("placeholder", "XX区"), finding("placeholder", "*个")]
    )
    (row,) = viewed(report).quality
    assert row.message == "共2处：“XX区”被遮盖；“*个”被遮盖。"


def test_levels_of_the_configuration() -> None:
    report = extraction(
        "a", findings=[finding("placeholder", "XX区"), finding("boilerplate", "首页")]
    )
    config = Config(levels={"placeholder": "error", "boilerplate": "off"})
    (row,) = viewed(report, config=config).quality
    assert (row.severity, row.level) == (Severity.ERROR, "错误")


def test_gravest_first() -> None:
    report = extraction(
        "a",
        findings=[
            finding("boilerplate", "首页", Severity.NOTE),
            finding("arithmetic", "70", Severity.ERROR),
        ],
    )
    assert [row.kind for row in viewed(report).quality] == ["数字不一致", "页面杂项"]


def test_coverage_counts_every_number() -> None:
    text = "共检查企业86家，发现问题12个，其中第3类9个。"
    uses = tuple(
        NumberUse(
            start=text.index(number), end=text.index(number) + len(number), fate=fate, rule="t"
        )
        for number, fate in (
            ("86", Fate.FACT),
            ("12", Fate.FACT),
            ("3", Fate.NONE),
            ("9", Fate.UNREAD),
        )
    )
    report = replace(extraction("a", text=text), coverage=Coverage(uses=uses))
    (row,) = viewed(report).coverage
    assert (row.numbers, row.in_facts, row.none, row.unread) == (4, 2, 1, 1)
    assert row.examples == ("12个，其中第3类9个。",)


def test_full_coverage_has_a_word() -> None:
    (row,) = viewed(extraction("a")).coverage
    assert (row.numbers, row.examples) == (0, ("无",))


def test_long_quotes_show_their_beginning_and_length() -> None:
    head = "索引号:" + "0" * 60
    (row,) = viewed(extraction("a", findings=[finding("page_furniture", head)])).quality
    assert row.quote == "索引号:" + "0" * 44 + "……（共64字）"
