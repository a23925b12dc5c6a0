"""Powers of ten and fractions by their own letters: 3.2×10⁴吨 is 32000, 3½ is 3.5."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from builder.text.numbers.arabic import amount, unit_behind
from builder.text.numbers.number import Number, NumberKind, number_of
from builder.text.numbers.units import Amounts

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺"
POWERS = rf"(?P<power>(?:\d+(?:\.\d+)?[×xX*·])?(?<!\d)10(?:[{_RAISED}]++(?!\d)|\^[-+]?\d+))"
FRACTIONS = r"(?P<fraction>\d*[¼-¾⅐-⅞])"
_PARTS = re.compile(rf"(?:([\d.]+)[×xX*·])?10\^?([-+\d{_RAISED}]+)")
_IN_LINE = str.maketrans(_RAISED, "0123456789-+")
# A larger power is a misprint, or no amount that a report has.
_LARGEST = 12


def power(text: str, match: re.Match[str], words: Amounts) -> Number:
    """3.2×10⁴吨; 10⁴ alone is more often a unit (万吨) than an amount."""
    start, end = match.span()
    parts = _PARTS.fullmatch(match[0])
    exponent = int(parts[2].translate(_IN_LINE)) if parts and _is_whole(parts[2]) else _LARGEST + 1
    if parts is None or parts[1] is None or abs(exponent) > _LARGEST:
        return number_of(start, end, NumberKind.DOUBT, "power")
    return _amount(text, start, end, Decimal(parts[1]).scaleb(exponent), words)


def fraction(text: str, match: re.Match[str], words: Amounts) -> Number:
    """3½吨; a third has no decimals that end."""
    start, end = match.span()
    name = unicodedata.normalize("NFKC", match[0][-1]).replace("\u2044", "/")
    above, _, below = name.partition("/")
    value = Decimal(match[0][:-1] or 0) + (Decimal(above) / Decimal(below) if below else 0)
    if not below or len(str(value)) > len("100.125"):
        return number_of(start, end, NumberKind.DOUBT, "fraction")
    return _amount(text, start, end, value, words)


def _is_whole(letters: str) -> bool:
    return re.fullmatch(r"[-+]?\d{1,3}", letters.translate(_IN_LINE)) is not None


def _amount(text: str, start: int, end: int, value: Decimal, words: Amounts) -> Number:
    match = words.unit_at(text, end)
    unit, stop = unit_behind(match, text, end)
    between = match["between"] if match and stop > end else None
    plain = Decimal(f"{value:f}")
    return amount(text, start, end, stop, plain, unit, between, words)
