from __future__ import annotations

from decimal import Decimal

import pytest

from builder.render.number_format import number_format


@pytest.mark.parametrize(
    ("before", "value", "after", "form"),
    [
        ("", "32.86", " μg/m³", '0.00" μg/m³"'),
        ("", "88.0", "%", '0.0"%"'),
        ("≥", "92", "%", '"≥"0"%"'),
        ("约", "1234", "件", '"约"0"件"'),
        ("2024年第3名，", "31", "", '"2024年第3名，"0'),
        ("", "1E+3", "", "0"),
        ("", "31", '"', '0""'),
    ],
)
def test_number_format_prints_what_the_source_prints(
    before: str, value: str, after: str, form: str
) -> None:
    assert number_format(before, Decimal(value), after) == form
