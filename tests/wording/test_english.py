"""The comparison in English says the same figures."""

from __future__ import annotations

from builder.config import Config
from tests.goldfacts import gold_extractions
from tests.smallreports import viewed


def test_comparison_in_english_prints_the_same_figures() -> None:
    english = viewed(*gold_extractions(), config=Config(language="en"))
    chinese = viewed(*gold_extractions())
    assert [found.marks for found in english.findings] == [f.marks for f in chinese.findings]
    assert english.findings[0].text == (
        "PM2.5, mean concentration (2024, whole area), 2 comparable bureaus: "
        "潜江市 31 μg/m³〔潜3〕 lowest, 岳阳县 32.86 μg/m³〔岳21〕 highest; "
        "赣州市, 某区 differ in period or scope and stand apart."
    )
    assert all("  " not in found.text for found in english.findings)
