"""Number formats of spreadsheets that show a number as its source prints it."""

from __future__ import annotations

from decimal import Decimal


def number_format(before: str, value: Decimal, after: str) -> str:
    """The format in which a value reads as between these words: "≥"0.00" %".

    Quotation marks among the words are left out: a format has no way to show them.
    """
    places = -min(int(value.as_tuple().exponent), 0)
    return _quoted(before) + "0" + ("." + "0" * places if places else "") + _quoted(after)


def _quoted(words: str) -> str:
    return '"' + words.replace('"', "") + '"' if words else ""
