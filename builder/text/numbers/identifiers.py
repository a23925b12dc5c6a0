"""Digits that count nothing: section numbers, codes, years, ratios, the 2.5 of PM2.5."""

from __future__ import annotations

import re

CODES = re.compile(r"(?:GB|HJ|DB|ISO|NO|No|T)[ ./T]*$")
LETTERS = re.compile(r"(?:[A-Za-z]|PM[ _.-]|[SN]O[ _])$")
# 后3个 points, 剔除沙尘影响后321天 does not.
POINTING = re.compile(
    r"(?:[这那该其每]|(?<!先)(?<!影响)(?<!天气)(?<!沙尘)(?<!超标日)后|(?<![目当日此年])前)$"
)
# 9点30分, 9时30分
CLOCK = re.compile(r"\d{1,2}[点时]$")
# Most digits stand behind none of these and need no search.
LATIN_ENDS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz _.-/")
POINTING_ENDS = frozenset("这那该其每后前")
YEAR = re.compile(r"(?:19|20)\d\d")
SENTENCE_ENDS = frozenset("\n。;:!?")
# Signs of which one stands on either side of most digits that have a unit and are no amount.
NAMING_BEFORE = LATIN_ENDS | POINTING_ENDS | SENTENCE_ENDS | {"", "+", ":", "(", "点", "时"}
NAMING_AFTER = frozenset("号+/:")
# A longer run of digits is a code: an index number, a telephone number.
MAX_AMOUNT_DIGITS = 12


def name_rule(text: str, start: int, end: int, stop: int, digits: str) -> str | None:
    """Why digits are no amount: letters, codes, sections, document numbers, sets (10大行动)."""
    before, after = text[max(0, start - 6) : start], text[end : end + 1]
    bare = stop == end
    last = before[-1:]
    named = bare or last in NAMING_BEFORE or after in NAMING_AFTER
    if not named and digits.count(".") < 2 and not _coded(digits):  # noqa: PLR2004 -- 2.1.3
        return None
    parts = after in {"/", ":"} and text[end + 1 : end + 2].isdecimal()
    return (
        ((last == "." or digits.count(".") > 1) and "section")
        or (
            ((last in LATIN_ENDS and LETTERS.search(before)) or (bare and is_letter(text, end)))
            and "letters"
        )
        or (
            ((last in LATIN_ENDS and CODES.search(before)) or after == "号" or _coded(digits))
            and "code"
        )
        or ((last == "+" or after == "+") and "slogan")
        or (bare and after == "大" and "set")
        or ((parts or (last in {"/", ":"} and before[-2:-1].isdecimal())) and "ratio")
        or (_section(text, start, end) and "section")
        or (bare and YEAR.fullmatch(digits) and "year")
        or (last in "点时" and after == "分" and CLOCK.search(before) and "clock")
        or (last in POINTING_ENDS and _points(before, digits, after) and "pointing")
        or None
    )


def _points(before: str, digits: str, after: str) -> bool:
    """Whether a word before digits makes them point at things: 后3个; no share is one: 后83.9%."""
    whole = "." not in digits and after != "%"
    return POINTING.search(before) is not None and (whole or before[-1] != "后")


def _coded(digits: str) -> bool:
    """00329 and 13800000000 count nothing."""
    return len(digits) >= MAX_AMOUNT_DIGITS or (
        digits[0] == "0" and len(digits) > 1 and "." not in digits
    )


def _section(text: str, start: int, end: int) -> bool:
    """1. and 2、 at the start of a line, (3) and 4) anywhere."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "(":
        return after == ")"
    opens = start == 0 or before in SENTENCE_ENDS
    return opens and after in {".", "、", ")"} and not text[end + 1 : end + 2].isdecimal()


def is_letter(text: str, offset: int) -> bool:
    """Whether a Latin letter stands at a place."""
    sign = text[offset : offset + 1]
    return sign.isascii() and sign.isalpha()
