"""A wrong figure in a copy of a seed is caught and shown, from the text on."""

from __future__ import annotations

from functools import cache

from builder.check import check
from builder.extract import extract
from builder.language import Language
from builder.model import Extraction, View
from builder.outline import outline
from builder.pipeline.inputs import distinct_reports
from builder.read import source_from_text
from tests.goldfacts import ROOT
from tests.smallreports import viewed

NAMES = ("yueyang-county-2024", "qianjiang-2024")
ZH = Language("zh")


def text(name: str) -> str:
    return (ROOT / "seeds" / f"{name}.txt").read_text(encoding="utf-8")


def report(name: str, words: str, file: str | None = None) -> Extraction:
    source = source_from_text(name, file or f"{name}.txt", words)
    return check(extract(outline(source)))


@cache
def other() -> Extraction:
    return report("qianjiang-2024", text("qianjiang-2024"))


def changed(old: str, new: str) -> View:
    """The view with one stretch of the Yueyang report changed."""
    words = text("yueyang-county-2024")
    assert words.count(old) == 1
    return viewed(report("yueyang-county-2024", words.replace(old, new)), other())


def quality(comparison: View, kind: str) -> list[str]:
    return [
        row.message for row in comparison.quality if row.bureau == "岳阳县" and row.kind == kind
    ]


def test_rate_that_does_not_agree() -> None:
    found = changed("办结率98.57%", "办结率89.57%")
    (message,) = quality(found, "数字不一致")
    assert "69/70 不是印出的 89.57%" in message
    (sentence,) = [item.text for item in found.findings if item.code == "rate_differs"]
    assert "原文89.57%" in sentence
    assert "按69/70为98.57%（据原文数字计算）" in sentence
    (row,) = [row for row in found.tallies if row.printed_rate.text == "89.57%"]
    assert row.computed_rate.text == "98.57%"
    assert row.note.startswith("原文比率与按原文数字计算的不一致")


def test_right_copy_has_no_such_finding() -> None:
    found = changed("办结率98.57%", "办结率98.57%")
    assert quality(found, "数字不一致") == []
    assert "rate_differs" not in {item.code for item in found.findings}


def test_masked_value_gives_no_number() -> None:
    found = changed("PM2.5浓度32.86μg/m3", "PM2.5浓度xx.xxμg/m3")
    (message,) = quality(found, "遮盖")
    assert message.startswith("数值或名称被隐去：xx")
    pm25 = next(table for table in found.indicators if table.metric == "air.pm25")
    rows = [row for group in pm25.groups for row in group.rows] + list(pm25.apart)
    values = [row.figure.value for row in rows if row.bureau == "岳阳县"]
    assert set(values) <= {None}
    assert pm25.groups == ()


def test_doubled_report_counts_once() -> None:
    words = text("yueyang-county-2024")
    twice = [
        report("yueyang-county-2024", words),
        report("b", words.replace("\n", "\r\n"), "b.txt"),
    ]
    kept, refused = distinct_reports([*twice, other()])
    assert [item.file for item in refused] == ["b.txt"]
    found = viewed(*kept, refused=refused)
    assert [bureau.short for bureau in found.bureaus] == ["潜江市", "岳阳县"]
    assert found.refused[0].reason == "与 yueyang-county-2024.txt 内容相同，只计一次"
