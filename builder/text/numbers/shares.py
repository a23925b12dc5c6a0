"""Shares in words: 百分之九十五, 百分之三到五, 千分之三, 三成, 六成五."""

from __future__ import annotations

import re
from decimal import Decimal

from builder.numerals import NUMERALS, chinese_value
from builder.text.numbers.arabic import hedged
from builder.text.numbers.number import Number, NumberKind, number_of
from builder.text.numbers.units import Amounts
from builder.vocabulary.generic.amounts import UnitKind

# 五百分之三 and 壹百分之三 have parts of their own, and 负百分之三 is none.
_PARTS = re.compile(
    rf"(?:(?<![\d{NUMERALS}壹贰叁肆伍陆柒捌玖])(?<![^减担肩背身自胜]负)(百|千)|.)分之$"
)
_UNITS = {"百": "%", "千": "‰"}
_UPPER = re.compile(
    rf"(?:到|至|-|—|–|~)(?:[百千]分之)?(\d+(?:\.\d+)?|[{NUMERALS}]+(?:点[{NUMERALS}]+)?)"
)
# 三成, 六成五, 三成半; 成 begins many words, so that little may stand behind it.
_TENTHS = re.compile(r"成([一二三四五六七八九半])?(?!\w)")
_TENTHS_OF = re.compile(
    r"成([一二三四五六七八九半])?(?=以上|以下|左右|多|余|的|企业|村|县|乡|居民|群众)"
)


def part_of(text: str, start: int, end: int, words: Amounts) -> Number | None:
    """The share that digits say, in either way; None where they say none."""
    # Most digits have neither letter beside them.
    if text[start - 1 : start] == "之" and text.endswith("分之", 0, start):
        return share(text, start, end, words)
    return tenths(text, start, end, words) if text[end : end + 1] == "成" else None


def share(text: str, start: int, end: int, words: Amounts) -> Number | None:
    """百分之九十五, 百分之95; of other parts (三分之一) the value is left open."""
    parts = _PARTS.search(text, max(0, start - 5), start)
    if parts is None:
        return None
    unit = _UNITS.get(parts[1])
    value = _value(text[start:end])
    # 百分之七十百分位 is a place among values.
    if unit is None or value is None or text.startswith("分位", end):
        return number_of(parts.start(), end, NumberKind.DOUBT, "fraction")
    upper = _UPPER.match(text, end)
    stop = upper.end() if upper else end
    return _amount(text, parts.start(), (start, end), stop, value, unit, words, upper)


def tenths(text: str, start: int, end: int, words: Amounts) -> Number | None:
    """三成 is 30%, 六成五 65%."""
    found = _TENTHS.match(text, end) or _TENTHS_OF.match(text, end)
    value = _value(text[start:end])
    if found is None or value is None or not 0 < value < 10:  # noqa: PLR2004 -- of ten
        return None
    more = Decimal(5) if found[1] == "半" else chinese_value(found[1]) if found[1] else None
    value = value * 10 + (more or 0)
    return _amount(text, start, (start, found.end()), found.end(), value, "%", words, None)


def _value(digits: str) -> Decimal | None:
    if not digits[0].isascii():
        return chinese_value(digits)
    return Decimal(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _amount(
    text: str,
    start: int,
    value_span: tuple[int, int],
    stop: int,
    value: Decimal,
    unit: str,
    words: Amounts,
    upper: re.Match[str] | None,
) -> Number:
    qualifier, begin, end = hedged(text, start, stop, None, words)
    measured = unit in words.measures
    return number_of(
        begin,
        end,
        NumberKind.AMOUNT,
        "spelled_percentage",
        value=value,
        upper=_value(upper[1]) if upper else None,
        unit=unit,
        measure=unit,
        unit_kind=UnitKind.MEASURE if measured else UnitKind.SHARE,
        qualifier=qualifier,
        value_start=value_span[0],
        value_end=value_span[1],
    )
