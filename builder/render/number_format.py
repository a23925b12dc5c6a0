"""Number formats of spreadsheets that show a number as its source prints it."""

from __future__ import annotations

from decimal import Decimal


def number_format(value: Decimal) -> str:
    """The format in which a value keeps its printed decimals: 0.00 for 32.86."""
    places = -min(int(value.as_tuple().exponent), 0)
    return "0" + ("." + "0" * places if places else "")
