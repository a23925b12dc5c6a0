from __future__ import annotations

from decimal import Decimal

import pytest

from builder.render.number_format import number_format


@pytest.mark.parametrize(
    ("value", "form"),
    [("32.86", "0.00"), ("88.0", "0.0"), ("1234", "0"), ("1E+3", "0"), ("-0.50", "0.00")],
)
def test_number_format_keeps_the_printed_decimals(value: str, form: str) -> None:
    assert number_format(Decimal(value)) == form
