"""Values of Chinese numerals and of water classes."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
# 九千九百九十九亿九千九百九十九万九千九百九十九 is no longer; what is longer is no number.
LONGEST = 24
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
CLASSES = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ")
SPELLINGS = {
    **{sign: sign for sign in CLASSES},
    **dict(zip(("I", "II", "III", "IV", "V"), CLASSES, strict=True)),
    **dict(zip("一二三四五", CLASSES, strict=True)),
    **dict(zip("ⅰⅱⅲⅳⅴ", CLASSES, strict=True)),
}


def chinese_value(word: str) -> Decimal | None:
    """The value of 三百二十六万, 二十, 三点五, 一〇五; None for what names none (三五, 万亿).

    >>> chinese_value("三百二十六万")
    Decimal('3260000')
    """
    if len(word) > LONGEST:
        return None
    whole, point, fraction = word.partition("点")
    value = _digits(whole) if len(whole) > 1 and _all_digits(whole) else _whole(whole)
    if value is None or (point and not _all_digits(fraction)):
        return None
    tail = "".join(str(DIGITS[sign]) for sign in fraction)
    return Decimal(f"{value}.{tail}") if tail else Decimal(value)


def class_value(word: str) -> str:
    """The class that a spelling means: III, iii, 三 and Ⅲ are "Ⅲ", 劣v is "劣Ⅴ"."""
    bare = word.removeprefix("劣")
    return ("劣" if bare != word else "") + SPELLINGS[bare.upper() if bare.isascii() else bare]


def _all_digits(word: str) -> bool:
    return bool(word) and all(sign in DIGITS for sign in word)


def _digits(word: str) -> int | None:
    """Digits read one by one, 一〇五; two bare ones in a row (三五) are a guess."""
    return int("".join(str(DIGITS[sign]) for sign in word)) if len(word) > 2 else None  # noqa: PLR2004


def _whole(word: str) -> int | None:
    total = section = digit = 0
    waiting = False
    for sign in word:
        if sign in DIGITS:
            if waiting and digit:
                return None
            digit, waiting = DIGITS[sign], True
        elif sign in TENS:
            section += (digit if waiting and digit else 1) * TENS[sign]
            digit, waiting = 0, False
        else:
            if not section and not digit and not total:
                return None
            total = (total + section + digit) * MYRIADS[sign]
            section = digit = 0
            waiting = False
    return total + section + digit
