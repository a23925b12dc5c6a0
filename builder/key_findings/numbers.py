"""The numbers of a sentence, and those that a finding proves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from builder.model.comparison import KeyFinding
from builder.numerals import NUMERALS, chinese_value

# PM2.5 and O3 are names; 1,234 is one number.
_DIGITS = re.compile(r"(?<![A-Za-z\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![A-Za-z\d.])\d+(?:\.\d+)?")
_SPELLED = re.compile(rf"[{NUMERALS}]+(?=[家个件项句处起条类份])")


def said_numbers(words: str) -> Iterator[tuple[str, Decimal]]:
    """The numbers of a sentence as printed, with their values: 35, 32.86, 三 of 三家."""
    text = unicodedata.normalize("NFKC", words)
    for match in _DIGITS.finditer(text):
        yield match[0], Decimal(match[0].replace(",", ""))
    for match in _SPELLED.finditer(text):
        value = chinese_value(match[0])
        if value is not None:
            yield match[0], value


def known_numbers(finding: KeyFinding) -> frozenset[Decimal]:
    """What a sentence on a finding may say: numbers of its facts, their times, and its counts."""
    quoted = (number for fact in finding.facts for _, number in said_numbers(fact.quote))
    days = (day for period in finding.periods for day in (period.start, period.end))
    dated = (part for day in days for part in (day.year, day.month, day.day))
    return frozenset((*quoted, *map(Decimal, dated), *map(Decimal, finding.counts)))
