from __future__ import annotations

from decimal import Decimal

import pytest

from builder.charts.scales import tick_words, ticks


@pytest.mark.parametrize(
    ("start", "end", "numbers"),
    [
        ("0", "80", "0 20 40 60 80"),
        ("60", "100", "60 70 80 90 100"),
        ("0", "8E+1", "0 20 40 60 80"),
        ("0", "1", "0 0.2 0.4 0.6 0.8 1"),
        ("0", "0.05", "0 0.01 0.02 0.03 0.04 0.05"),
        ("0", "5", "0 1 2 3 4 5"),
        ("10", "100", "10 30 50 70 90"),
    ],
)
def test_an_axis_has_round_numbers(start: str, end: str, numbers: str) -> None:
    assert " ".join(map(tick_words, ticks(Decimal(start), Decimal(end)))) == numbers
