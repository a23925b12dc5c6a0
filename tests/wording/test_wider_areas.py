from __future__ import annotations

from builder.check import check
from builder.extract import extract
from builder.model import Extraction
from builder.outline import outline
from builder.read import source_from_text
from tests.smallreports import viewed


def report(name: str, title: str, air: str) -> Extraction:
    text = f"{title}\n一、2024年工作情况\n{air}\n二、2025年工作计划\n推进治理。\n"
    return check(extract(outline(source_from_text(name, f"{name}.txt", text))))


def test_the_provinces_value_in_a_countys_report_neither_compares_nor_meets_a_limit() -> None:
    reports = (
        report(
            "a",
            "岳阳市生态环境局岳阳县分局2024年工作总结",
            "全省PM2.5平均浓度为33微克/立方米,我县为29微克/立方米。",
        ),
        report(
            "b",
            "衡阳市生态环境局衡南分局2024年工作总结",
            "全县PM2.5平均浓度为31微克/立方米。",
        ),
    )
    compared = viewed(*reports)
    table = compared.indicators[0]
    assert [(row.bureau, row.figure.text) for row in table.groups[0].rows] == [
        ("岳阳县", "29 μg/m³"),
        ("衡南县", "31 μg/m³"),
    ]
    assert [(row.figure.text, row.standard, row.reason) for row in table.apart] == [
        ("33 μg/m³", "不评价：是全省的值，不是本区域的值", "范围为全省，可比组为全域")
    ]
    limits = [finding.text for finding in compared.findings if finding.code == "limit_met"]
    assert [text.count("33") for text in limits] == [0]
