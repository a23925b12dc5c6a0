"""What was masked in a report before it was published: years, names or numbers."""

from __future__ import annotations

import re

from builder.model import Extraction, FlagType
from builder.model.comparison import Masked
from builder.text.numbers.units import amounts

_YEAR = re.compile(r"(?:19|20)[\dxX*×_○]{2}年?(?![\dxX*×_○])(?!亩)")
# What divisions are counted in as well (3个县|区) is no unit of a mask: XX区 has no name.
_DIVISIONS = "省市县区州盟旗镇乡村街"
_MASK = re.compile(r"[\dxX*×_○△□.]+|某某")


def masked(extraction: Extraction) -> tuple[Masked, ...]:
    """What is masked, in the order of `Masked`; 202x年, XX河断面, 20xx万元."""
    quotes = (f.quote or "" for f in extraction.findings if f.code == FlagType.PLACEHOLDER)
    found = {_kind(quote) for quote in quotes}
    return tuple(kind for kind in Masked if kind in found)


def _kind(quote: str) -> Masked:
    """What a masked stretch is; a mask that goes on with a noun and no unit hides a name."""
    mask = _MASK.match(quote)
    if mask is None:
        return Masked.NUMBER
    unit = amounts().unit_at(quote, mask.end())
    after = quote[mask.end() : mask.end() + 1]
    counted = unit is not None and bool(unit["unit"] or unit["scale"]) and after not in _DIVISIONS
    if (_YEAR.match(quote) and not counted) or quote.startswith("年", mask.end()):
        return Masked.YEAR
    named = after.isalpha() and not counted
    return Masked.NAME if named and not any(map(str.isdigit, mask[0])) else Masked.NUMBER
