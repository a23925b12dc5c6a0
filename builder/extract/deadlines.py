"""By when something is to be done, as printed."""

from __future__ import annotations

import re

_YEAR = r"(?:20\s*\d\s*\d\s*年|今\s*年|明\s*年|本\s*年\s*度?|当\s*年)"
_MONTH = r"(?:\d\s*\d?\s*月(?:份)?)"
_DAY = r"(?:\d\s*\d?\s*日)"
_PART = r"(?:底|末|中旬|上旬|下旬|初)"
_VERBS = (
    r"(?:实\s*现|完\s*成|创\s*建|达\s*到|建\s*成|全\s*面|基\s*本|全\s*部|力\s*争|确\s*保|启\s*动|投\s*用|投\s*运|建\s*立|形\s*成|消\s*除|成\s*功)"
)
_DEADLINE = re.compile(
    rf"""(?<!每)(?:
      {_YEAR}?\s*{_MONTH}\s*(?:{_DAY}|{_PART})?\s*(?:之)?(?:以)?前
    | {_YEAR}?\s*{_MONTH}\s*{_PART}(?!以来)
    | {_YEAR}\s*{_PART}(?:之|以)?前?(?!以来)
    | 年\s*(?:底|末|内)(?:之|以)?前?(?![度以])
    | {_YEAR}?\s*第?[一二三四]\s*季\s*度\s*(?:末|底|内)?(?:之|以)?前
    | {_YEAR}?\s*第?[一二三四]\s*季\s*度\s*(?:末|底|内)
    | {_YEAR}?\s*上\s*半\s*年(?:底|末|内)?(?:之|以)?前?(?![工的总])
    | {_YEAR}?\s*(?:汛\s*期|春\s*节|国\s*庆|采\s*暖\s*季|供\s*暖\s*季|秋\s*冬\s*季)\s*(?:到\s*来)?(?:之)?前
    | 20\d\d\s*年(?:以)?前
    | “?十[四五六]五”?\s*(?:期|时\s*期)?\s*末
    | (?:(?<=[,;到保争取])|^)20\d\d\s*年(?={_VERBS})
    )""",
    re.VERBOSE,
)


def deadline(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first deadline of a sentence stands: `6月底前`, `上半年`, `2025年底`; not `全年`."""
    match = _DEADLINE.search(plain[start:end])
    return None if match is None else (start + match.start(), start + match.end())
