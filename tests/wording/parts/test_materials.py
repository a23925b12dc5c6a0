from __future__ import annotations

from builder.compare import compare
from builder.config import Config
from builder.model import PartName, Refusal
from builder.wording.parts import MAKERS
from tests.printedparts import context, made, paragraphs, seed_part, table_rows, tables
from tests.smallreports import extraction, indicator


def test_every_report_has_a_row_with_its_source_and_what_to_beware_of() -> None:
    reports, _ = tables(seed_part(PartName.MATERIALS))
    rows = table_rows(reports)
    assert [row[0] for row in rows] == ["潜江市", "岳阳县", "赣州市", "衡南县", "某区"]
    assert rows[0][1] == "潜江市生态环境局2024年工作总结 / 潜江市生态环境局，2024年12月31日发布"
    assert "来自非官方网站，真伪无从核对" in rows[4][2]


def test_only_terms_that_the_briefing_uses_are_explained() -> None:
    (part,) = made(PartName.MATERIALS, extraction("jia", indicator("30")))
    assert [row[0] for row in table_rows(tables(part)[1])] == ["由本简报计算"]
    assert [row[0] for row in table_rows(tables(seed_part(PartName.MATERIALS))[1])] == [
        "可直接对比",
        "未限定范围",
        "有相关承诺",
        "仅同主题承诺",
        "未见对应承诺",
        "可核查的承诺",
        "由本简报计算",
    ]


def test_files_that_could_not_be_used_are_named_with_the_reason() -> None:
    refusal = Refusal(file="合同.docx", reason="是合同", advice="请移走")
    comparison = compare((extraction("jia", indicator("30")),), (refusal,), Config())
    (part,) = MAKERS[PartName.MATERIALS](context(comparison))
    assert paragraphs(part) == ["未能使用的文件1个：", "合同.docx：是合同。请移走"]


def test_of_many_reports_the_sheets_have_the_materials() -> None:
    reports = [
        extraction(
            f"r{number:02}",
            indicator("30"),
            bureau=f"{letter}市生态环境局",
            region=("某省", f"{letter}市"),
        )
        for number, letter in enumerate("子丑寅卯辰巳午未")
    ]
    (part,) = made(PartName.MATERIALS, *reports)
    assert paragraphs(part) == [
        "各单位的材料名称和使用注意写在“单位情况”各页，来源见 briefing.xlsx“材料”。"
    ]
    assert [table.caption for table in tables(part)] == ["本简报用语"]
