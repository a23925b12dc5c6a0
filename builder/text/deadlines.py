"""By when something is to be done, as printed."""

from __future__ import annotations

import re

_YEAR = r"(?:20\s*\d\s*\d\s*年|今\s*年|明\s*年|本\s*年\s*度?|当\s*年)"
_MONTH = r"(?:\d\s*\d?\s*月(?:份)?)"
_DAY = r"(?:\d\s*\d?\s*日)"
_PART = r"(?:底|末|中旬|上旬|下旬|初)"
_VERBS = "|".join(
    r"\s*".join(verb)
    for verb in (
        *("实现", "完成", "创建", "达到", "建成", "全面", "基本", "全部", "力争", "确保", "启动"),
        *("投用", "投运", "建立", "形成", "消除", "成功"),
    )
)
_SEASON = "|".join(
    r"\s*".join(word) for word in ("汛期", "春节", "国庆", "采暖季", "供暖季", "秋冬季")
)
# Every deadline holds one of these: sentences without any are passed over at once.
_CALENDAR = re.compile("[年月季汛节庆期末]")
# The class of first characters comes first, so that most places are passed over at once.
_DEADLINE = re.compile(
    rf"""(?=[\s\d今明本当年第一二三四上汛春国采供秋“十])(?<!每)(?:
      {_YEAR}?\s*{_MONTH}\s*(?:{_DAY}|{_PART})?\s*(?:之)?(?:以)?前
    | {_YEAR}?\s*{_MONTH}\s*{_PART}(?!以来)
    | {_YEAR}\s*{_PART}(?:之|以)?前?(?!以来)
    | 年\s*(?:底|末|内)(?:之|以)?前?(?![度以])
    | {_YEAR}?\s*第?[一二三四]\s*季\s*度\s*(?:末|底|内)?(?:之|以)?前
    | {_YEAR}?\s*第?[一二三四]\s*季\s*度\s*(?:末|底|内)
    | {_YEAR}?\s*上\s*半\s*年(?:底|末|内)?(?:之|以)?前?(?![工的总])
    | {_YEAR}?\s*(?:{_SEASON})\s*(?:到\s*来)?(?:之)?前
    | 20\d\d\s*年(?:以)?前
    | “?十[四五六]五”?\s*(?:期|时\s*期)?\s*末
    | (?:(?<=[,;到保争取])|^)20\d\d\s*年(?=(?:{_VERBS}))
    )""",
    re.VERBOSE,
)


def deadline(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first deadline of a sentence stands: `6月底前`, `上半年`, `2025年底`.

    A whole year (`全年`, `明年`) is none.
    """
    if _CALENDAR.search(plain, start, end) is None:
        return None
    match = _DEADLINE.search(plain[start:end])
    return None if match is None else (start + match.start(), start + match.end())
