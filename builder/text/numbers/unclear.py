"""Numbers that can't be read with certainty: no value is made of them, and a finding says so.

They keep their place in a list (分别为6 3、55、20), so that no other value takes it.
"""

from __future__ import annotations

import re

from builder.numerals import NUMERALS
from builder.read.unseen import UNREADABLE
from builder.text.gaps import SPLIT
from builder.text.numbers.identifiers import CODES, SENTENCE_ENDS
from builder.text.numbers.number import Number, NumberKind, number_of
from builder.text.numbers.units import Amounts

# Rules of unclear numbers, which findings are made of.
SPLIT_NUMBER, BROKEN_NUMBER, UNREADABLE_NUMBER = (
    "split_number",
    "broken_number",
    "unreadable_number",
)
UNCLEAR = frozenset((SPLIT_NUMBER, BROKEN_NUMBER, UNREADABLE_NUMBER))
# What stands behind the second half of a number that a line end may have parted.
_MEASURED = r"(?=[%‰]|微克|毫克|[μu]g|mg|万|亿|元|吨|公里|米|亩)"
_COUNTED = "(?=[余多]?[\u4e00-\u9fff])(?![年月日号时点是大])"
_YEAR = r"(?:19|20)\d\d(?!\d)"
# All that is no letter, no blank, and no sign that texts have between two numbers.
_ODD = (
    r"(?:[⁰¹²³⁴-⁹₀-₉_]|"
    r"[^\w\s.,、;:。!?()\[\]{}〔〕【】《》〈〉「」『』<>“”\"/%‰~\-—–+×*|#&@℃°$¥→≤≥≈①-⑳⒈-⒛○△□])"
)
# An amount that goes on in a smaller unit: behind its first number.
_MORE = rf"又?[\d.{NUMERALS}]+"
SMALLER = "|".join(
    f"(?:{larger}){_MORE}(?:{smaller})"
    for larger, smaller in (
        ("公里|千米", "米(?!/)"),
        ("吨", "公斤|千克|斤"),
        ("公斤|千克|斤", "[克两](?!/)"),
        ("公顷", "平方米"),
        ("[美欧]元", "[美欧]分"),
    )
)
# The forms, as alternatives of the scan.
FORMS = (
    rf"(?P<unreadable>(?:[\d.,]*{UNREADABLE}+)+[\d.,]*(?<=.))"
    rf"|(?P<split>\d[\d.,]*(?:{SPLIT}[\d.,]*\d[\d.,]*)+"
    rf"|(?<=[^\s\dA-Za-z.|])(?!{_YEAR})(?:\d[\d.,]*\n\d[\d.]*{_MEASURED}|\d+\n\d+{_COUNTED}"
    r"|\d+(?:\n\.|\.\n)\d+|\d[\d.]*\n\d+(?=[,;。])))"
    # 63..5, 63·5, 63^5, 6〇, 90.¹41: whatever such signs mean, these digits alone are no number.
    rf"|(?P<broken>\d[\d.]*(?:(?:\.{{2,}}|\.,|,\.|\.?{_ODD}{{1,2}}\.?)\d[\d.]*|[〇零]\d*)+"
    # 69。6微克 and 2,0篇 have a sign in the place of the point.
    rf"|(?<=[\u4e00-\u9fff:])\d+(?:。\d+(?=[%‰]|微克|毫克|[μu]g|mg)|[。,]0\d?(?!\d){_COUNTED})"
    # 1亿2000万元 has two numbers, and neither is meant.
    r"|\d[\d.]*[亿万千](?:\d[\d.]*[万千百])+\d*"
    r"|\d[\d.]*[亿万千百][余多]?\d[\d.]*(?=[万千百十元吨人家户亩个件,;。])"
    # 2千零30万, 50元6角: the first digits are a part of the number.
    rf"|\d[\d.]*[亿万千百]零[\d.{NUMERALS}]+|\d[\d.]*元[\d{NUMERALS}]+[角毛分](?!之)"
    # 1公里200米 and 2美元5美分 are one amount, 3个亿 is 3亿, 5十件 nobody knows.
    rf"|\d[\d.]*(?:{SMALLER})"
    r"|\d[\d.]*个[余多]?亿(?=元?(?:[,。;、)]|$|资金|投资))|\d十(?=[余多来]?[个家件起名次座户辆台项处份])"
    r"|\d+\.(?=[%‰]|微克|毫克|[μu]g|mg|个百分点))"
)
_TELEPHONE = re.compile(rf"0\d{{2,3}}{SPLIT}\d{{7,8}}")
_MARK = re.compile(rf"\d{{1,2}}\.{SPLIT}?")
RULES = {
    "unreadable": UNREADABLE_NUMBER,
    "split": SPLIT_NUMBER,
    "broken": BROKEN_NUMBER,
}


def unclear(text: str, start: int, end: int, rule: str, words: Amounts) -> Number:
    """A number without a value, with its unit."""
    unit = words.unit_at(text, end)
    stop = unit.end() if unit and unit["unit"] else end
    return number_of(start, stop, NumberKind.MASKED, rule, value_end=end, unit=text[end:stop])


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the first digits are part of a name or a mark: PM10 55, 1. 35家, 0730 8888888."""
    before = text[max(0, start - 6) : start]
    named = before[-1:].isascii() and before[-1:].isalpha()
    code = CODES.search(before) is not None or _TELEPHONE.fullmatch(text, start, end)
    opens = start == 0 or before[-1:] in SENTENCE_ENDS
    mark = opens and _MARK.match(text, start, end) is not None
    return bool(named or code or mark)
