"""A wrong figure in a copy of a seed is caught and shown, from the text on."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from builder.check import check
from builder.extract import extract
from builder.model import Extraction
from builder.model.sheet import Sheet
from builder.outline import outline
from builder.pipeline.inputs import distinct_reports
from builder.read import source_from_text
from tests.goldfacts import ROOT
from tests.sheetrows import made, picked, rows
from tests.smallreports import viewed

NAMES = ("yueyang-county-2024", "qianjiang-2024")


def text(name: str) -> str:
    return (ROOT / "seeds" / f"{name}.txt").read_text(encoding="utf-8")


def report(name: str, words: str, file: str | None = None) -> Extraction:
    source = source_from_text(name, file or f"{name}.txt", words)
    return check(extract(outline(source)))


@cache
def other() -> Extraction:
    return report("qianjiang-2024", text("qianjiang-2024"))


def changed(old: str, new: str) -> dict[str, Sheet]:
    """The sheets with one stretch of the Yueyang report changed."""
    words = text("yueyang-county-2024")
    assert words.count(old) == 1
    return made(report("yueyang-county-2024", words.replace(old, new)), other())


def quality(sheets: dict[str, Sheet], kind: str) -> list[str]:
    found = rows(sheets["数据质量"])
    return [str(r["说明"]) for r in found if (r["单位"], r["类别"]) == ("岳阳县", kind)]


def test_rate_that_does_not_agree() -> None:
    found = changed("办结率98.57%", "办结率89.57%")
    (message,) = quality(found, "数字不一致")
    assert "69/70 不是印出的 89.57%" in message
    (row,) = [
        row for row in rows(found["督察与整改"]) if row.get("完成率（%）") == Decimal("89.57")
    ]
    assert row["完成率（计算，%）"] == Decimal("98.57")
    assert str(row["备注"]).startswith("原文比率与按原文数字计算的不一致")


def test_right_copy_has_no_such_finding() -> None:
    found = changed("办结率98.57%", "办结率98.57%")
    assert quality(found, "数字不一致") == []
    notes = [note for (note,) in picked(found["督察与整改"], "备注") if note]
    assert not any("不一致" in str(note) for note in notes)


def test_masked_value_gives_no_number() -> None:
    found = changed("PM2.5浓度32.86μg/m3", "PM2.5浓度xx.xxμg/m3")
    (message, *_) = quality(found, "遮盖")
    assert message.startswith("数值或名称被隐去：xx")
    pm25 = [row for row in rows(found["环境质量"]) if "PM2.5" in str(row["指标"])]
    assert [row["数值"] for row in pm25 if row["单位"] == "岳阳县" and "数值" in row] == []
    assert not any("可比组" in row for row in pm25)


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
