"""Chinese numerals: the value of one that is read, and a number written out."""

from __future__ import annotations

from decimal import Decimal

SIGNS = "零一二三四五六七八九"
PLACES = ((1000, "千"), (100, "百"), (10, "十"))
DIGITS = {sign: value for value, sign in enumerate(SIGNS)} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
# 九千九百九十九亿九千九百九十九万九千九百九十九 is no longer; what is longer is no number.
MAX_NUMERAL_CHARACTERS = 24
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
# What Chinese text counts with, as characters of a pattern: up to ten, and all that numerals hold.
TO_TEN = "一二三四五六七八九十"
NUMERALS = "".join((*DIGITS, *TENS, *MYRIADS))


def chinese_value(word: str) -> Decimal | None:
    """The value of 三百二十六万, 二十, 三点五, 一〇五; None for what names none (三五, 万亿).

    >>> chinese_value("三百二十六万")
    Decimal('3260000')
    """
    if len(word) > MAX_NUMERAL_CHARACTERS:
        return None
    whole, point, fraction = word.partition("点")
    value = _digits(whole) if len(whole) > 1 and _all_digits(whole) else _whole(whole)
    if value is None or (point and not _all_digits(fraction)):
        return None
    tail = "".join(str(DIGITS[sign]) for sign in fraction)
    return Decimal(f"{value}.{tail}") if tail else Decimal(value)


def whole_number(word: str) -> int | None:
    """The whole number that digits or a Chinese numeral say: 12, 十二; None where they say none."""
    value = Decimal(word) if word.isdecimal() else chinese_value(word)
    return None if value is None else int(value)


def year_value(word: str) -> int:
    """A year printed digit by digit: 二〇二四, 二○二四, 2024."""
    return int("".join(str(DIGITS.get(sign, sign)) for sign in word))


def _all_digits(word: str) -> bool:
    return bool(word) and all(sign in DIGITS for sign in word)


def _digits(word: str) -> int | None:
    """Digits read one by one, 一〇五; two bare ones in a row (三五) are a guess."""
    return int("".join(str(DIGITS[sign]) for sign in word)) if len(word) > 2 else None  # noqa: PLR2004


def _whole(word: str) -> int | None:
    total = section = digit = 0
    waiting = False
    # 一万三 is 13000 when spoken, and no writing of 10003.
    if len(word) > 1 and word[-1] in DIGITS and word[-2] in "百千万亿":
        return None
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


def chinese(number: int) -> str:
    """A number from 1 in Chinese: 一, 十, 十二, 二十, 一百零三, 一万零三十."""
    myriads, rest = divmod(number, 10_000)
    if not myriads:
        text = _below_myriad(rest)
    else:
        gap = "零" if 0 < rest < 1000 else ""  # noqa: PLR2004 -- 一万零三百, but 一万三千
        text = f"{chinese(myriads)}万{gap}{_below_myriad(rest)}"
    return text.removeprefix("一") if text.startswith("一十") else text


def _below_myriad(number: int) -> str:
    text = ""
    gap = False
    for place, name in PLACES:
        digit, number = divmod(number, place)
        if digit:
            text += ("零" if gap else "") + SIGNS[digit] + name
        gap = bool(text) and ((gap and not digit) or not digit)
    if number:
        text += ("零" if gap else "") + SIGNS[number]
    return text
