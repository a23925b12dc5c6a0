from __future__ import annotations

from decimal import Decimal

import pytest

from builder.compare.order import Valued, places
from builder.model import Qualifier
from builder.model.comparison import Better

MARKS = {"≥": Qualifier.AT_LEAST, "≤": Qualifier.AT_MOST, "≈": Qualifier.ABOUT}
MARKS |= {">": Qualifier.MORE, "<": Qualifier.LESS}


def valued(text: str) -> Valued:
    qualifier = MARKS.get(text[0], Qualifier.EQUAL)
    return Valued(value=Decimal(text.lstrip("".join(MARKS))), qualifier=qualifier, unit="%")


@pytest.mark.parametrize(
    ("better", "values", "expected"),
    [
        ("lower", ["32.86", "31"], [(2, False), (1, False)]),
        ("higher", ["94", "88.0", "99.5"], [(2, False), (3, False), (1, False)]),
        ("higher", ["100", "100"], [(1, True), (1, True)]),
        ("higher", ["100", "100.0", "95"], [(1, True), (1, True), (3, False)]),
        # Two lower bounds tell nothing of each other, though one is the greater number.
        ("higher", ["≥93", "≥92"], [None, None]),
        # A lower bound above an exact value is surely above it.
        ("higher", ["≥95", "90"], [(1, False), (2, False)]),
        ("higher", ["≥90", "95"], [None, None]),
        ("higher", [">95", "95"], [(1, False), (2, False)]),
        ("lower", ["≤30", "35"], [(1, False), (2, False)]),
        ("lower", ["<35", "35"], [(1, False), (2, False)]),
        ("lower", ["≈30", "35"], [None, None]),
        # A rate has no more than 100 %, so 100 % is not below any bound.
        ("higher", ["100", "≥95"], [None, None]),
        (None, ["339", "340"], [None, None]),
    ],
)
def test_places(better: Better, values: list[str], expected: list[tuple[int, bool] | None]) -> None:
    found = places([valued(text) for text in values], better)
    assert [place and (place.position, place.tied) for place in found] == expected
