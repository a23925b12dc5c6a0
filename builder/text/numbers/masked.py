"""Masked numbers: 20xx万元, *个, XX区. None of them has a value, ever."""

from __future__ import annotations

import re

from builder.text.numbers.number import Number, NumberKind, number_of
from builder.text.numbers.units import Amounts

MASKS = frozenset("xX*_×○△□")
PRODUCT = re.compile(r"\d+[xX*×]\d+")
MASKED_BEHIND = frozenset("为达至到升降占第率")


def masked_number(text: str, start: int, end: int, words: Amounts) -> Number | None:
    """20xx万元, *个, XX区; not the x of NOx, the × of 5×24 or an X-ray."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if PRODUCT.fullmatch(text, start, end) and after != "年":
        return number_of(start, end, NumberKind.NAME, "product")
    if before.isascii() and before.isalpha() and not text.endswith("PM", 0, start):
        return None
    unit = words.unit_at(text, end)
    stop = unit.end() if unit and unit["unit"] else end
    if after.isascii() and after.isalpha() and stop == end:
        return None
    if text[start:end] in {"_", "*", "×"} and stop == end and before not in MASKED_BEHIND:
        return None
    if text.startswith(("光", "射线"), end):
        return None
    return number_of(start, stop, NumberKind.MASKED, "masked", value_end=end, unit=text[end:stop])
