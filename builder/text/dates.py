"""Dates and periods: what time a stretch of text speaks of.

`times` finds every expression of time; `Calendar` resolves them against the report's own period
and says which period holds at an offset. Periods are written as in the contract: `2024Q1`,
`2024-01..2024-11`, `2024-01-01..2024-12-05`, `2016..2023`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from builder.clauses import gap
from builder.numerals import DIGITS, TO_TEN, whole_number
from builder.vocabulary.generic.times import time_words

if TYPE_CHECKING:
    from collections.abc import Callable

TO = "[-—–~至到]{1,2}"
YEAR = r"(?:19|20)\d\d"
# Quarters told together are one time, 一至三季度 and 一、二季度.
QUARTER = "[一二三四1-4]"
SMALL = rf"[{TO_TEN}\d]{{1,2}}"
DIGIT = f"[{''.join(DIGITS)}]"
ORDER = {"asof": 0, "masked": 1, "year": 1, "relative": 1, "plan": 1}
FROM = ("从", "由", "自")
COMPARED = (*"较比与同和跟", *FROM, "相比于", "相较于")
# A list of bases: 由2022年的31微克/立方米、|2023年的29微克/立方米下降到26微克/立方米.
BASES = re.compile(rf"[由从](?:{YEAR}年的?(?:[\d.]+|劣?[ⅠⅡⅢⅣⅤ])[^,。;、\d]{{0,12}}[、和])+$")
BASES_REACH, LISTED = 60, ("、", "和")
# Before a month these say that a value moved to it: 降至|11月的18.
LED_TO = ("到", "至", "为", "成")
BREAK, STRONG_BREAK = re.compile(r"[,;。\n]"), re.compile(r"[;。\n]")
SINCE = re.compile(r"(?:以|至今)?来|至今|起")
BEFORE = re.compile(r"底?末?(?:之?前|以前)")
BEFORE_BEGINS = frozenset("底末之前以")
MAX_ASIDE_CHARACTERS = 60
ENDS_OF = ("底", "末")
UP_TO = ("至", "到")
# The 5月 of PM2.5月均浓度 is no month, and neither are the 10月 of PM10月均 and the 2月 of SO2月均.
INSIDE_NUMBER = re.compile(r"[\d.A-Za-z]")
# How far before a time the words stand that make it a name's: 被评为|2023年度先进.
NAME_REACH = 8
# Before 到 a sentence or a part of it begins.
HEADS = frozenset(("", "。", ";", "\n", ":"))
DAY = re.compile(r"月\d{1,2}日$")
# The rest of a clause that has no figure, and ends with a comma.
_NO_FIGURE = re.compile(f"{gap(40, digits=False)},")
DIGIT_RUN = re.compile(r"\d+")
# A number above this in a range of days is the year of its end.
MONTHS_AND_DAYS = 31


class Time(NamedTuple):
    """One expression of time. Months and days are None where they are not printed.

    `year` is printed, `relative_year` counts from the report's (今年 0, 去年 -1); both are None
    where only a month stands, and where the year is `masked`. `compared` marks the time that
    figures are set against (较2020年, 由去年同期), `deadline` a time before which (6月底前). A
    `named` one is the year of a document (《2023年考核办法》, 2023年修订的办法) or of a goal
    (“十四五”目标); one in brackets holds only to their end. `reach` is where one ends that is said
    of its own words only: 2021年以来稳定达到Ⅲ类|,优良率90%. Of 上季度 and 上月 `previous` is how
    many months they have.
    """

    start: int
    end: int
    year: int | None = None
    relative_year: int | None = None
    last_year: int | None = None
    span: int | None = None
    first: tuple[int, int | None] | None = None
    last: tuple[int, int | None] | None = None
    masked: bool = False
    until: bool = False
    since: bool = False
    compared: bool = False
    deadline: bool = False
    instant: bool = False
    named: bool = False
    holds_to: int | None = None
    reach: int | None = None
    previous: int = 0


@cache
def _atoms() -> re.Pattern[str]:
    """Every form of a time.

    The look ahead at the first letter, and at the one behind it where many words begin so, spares
    most places of a text the trial of every form.
    """
    words = time_words()
    return re.compile(
        rf"(?=[0-9{TO_TEN}第前头今本当全去上下明过近截年元“])"
        rf"(?=[0-9十第过近截“]|.[\d{''.join(DIGITS)}十年半月季个初]|.[-—–~至到、][{TO_TEN}])(?:"
        rf"(?P<iso>{YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}(?!\d))"
        rf"|(?P<years>{YEAR}年?{TO}{YEAR}年)"
        r"|(?P<masked>(?:19|20)(?:[xX*_×]{2}|\d[xX*_×])年度?)"
        rf"|(?P<year>(?:{YEAR}|二[〇零○]{DIGIT}{{2}})年度?)"
        rf"|(?P<days>\d{{1,2}}月\d{{1,2}}日(?:{TO}(?:{YEAR}年)?(?:\d{{1,2}}月)?\d{{1,2}}日)?)"
        rf"|(?P<months>\d{{1,2}}月?{TO}\d{{1,2}}月份?|(?:元月?|{SMALL}月){TO}{SMALL}月份?"
        rf"|年初{TO}{SMALL}月份?"
        rf"|(?:\d{{1,2}}|十[一二]?|[{TO_TEN}])月份?)"
        rf"|(?P<quarter>第?[一二三四1-4]季度|前[三3]个?季度|{QUARTER}{TO}{QUARTER}季度"
        rf"|{QUARTER}(?:、{QUARTER}){{2,3}}季度|(?<=[^\n。]){QUARTER}、{QUARTER}季度)"
        r"|(?P<half>[上下]半年)"
        rf"|(?P<front>(?:(?<!提)前|头){SMALL}个?月)"
        r"|(?P<previous>上(?:一个?|个)?(?:季度|月)(?![底末初旬中]))"
        r"|(?P<own>本季度)"
        r"|(?P<relative>[今本当全去上前明]年度?)"
        rf"|(?P<plan>“?十[二三四五]五”?{words.plan_times.group}?)"
        rf"|(?P<lately>(?:过去|近)?{SMALL}年[以间]?来|过去{SMALL}年)"
        r"|(?P<asof>截[至止]到?)"
        r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))"
        rf"|(?P<day>\d{{1,2}}[·.]\d{{1,2}}(?=“|{words.events.pattern})))"
    )


def times(text: str) -> tuple[Time, ...]:
    """Every expression of time in `text`, in order, its parts joined (今年 + 1-9月)."""
    found: list[dict[str, Any]] = []
    order = len(ORDER)
    for match in _atoms().finditer(text):
        kind, (start, end) = match.lastgroup or "", match.span()
        if text[start].isdecimal() and start and INSIDE_NUMBER.match(text, start - 1):
            continue
        fields = READERS[kind](match.group()) | {"start": start, "end": end}
        rank = ORDER.get(kind, 2)
        if match.group() == "全年" and found and found[-1]["end"] == start and order == rank:
            found[-1]["end"] = end  # The 全年 of 2023年全年 is that year's.
            continue
        if found and found[-1]["end"] == start and order < rank:
            found[-1] |= fields | {"start": found[-1]["start"]}
        else:
            found.append(fields)
        order = rank
    return tuple([Time(**fields | _context(fields, text)) for fields in found])


def _context(fields: dict[str, Any], text: str) -> dict[str, Any]:
    """What stands around a time: 较…, …以来, …前, …底."""
    start, end, until = fields["start"], fields["end"], "until" in fields
    before = text[end : end + 1] in BEFORE_BEGINS and BEFORE.match(text, end) is not None
    if not before and text.startswith(ENDS_OF, end):
        end += 1
        before = BEFORE.match(text, end) is not None
    behind = None if "span" in fields else SINCE.match(text, end)
    return {
        "end": end,
        "deadline": before,
        "since": behind is not None,
        "named": _is_named(text, start, end) or _is_of_goal(fields, text, end),
        "until": until or (text.endswith(UP_TO, 0, start) and _counted_up(text, start, end)),
        "holds_to": _bracket_end(text, start),
        "reach": _reach(fields, text, end, behind),
        "compared": (text.endswith(COMPARED, 0, start) and not _goes_from(fields, text, end))
        or (
            text.endswith(LISTED, 0, start)
            and BASES.search(text, max(0, start - BASES_REACH), start) is not None
        )
        or (not until and time_words().same_period.match(text, end) is not None)
        or (fields.get("relative_year", 0) < 0 and text.startswith("同比", end)),
    }


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands behind the year of a document, before that of an award, before 至11月20日."""
    words = time_words()
    return (
        re.compile(
            f"{words.issued.group}|{gap(6, digits=False)}{words.issued_by.group}的"
            f"|{gap(6, digits=False)}{words.given.group}的"
            f"|{gap(30, digits=False)}{words.grounds.group}"
        ),
        re.compile(f"{words.awarded.group}{words.awarding.group}?[“《]?$"),
        re.compile(f"{words.counted.group}[至到]$"),
    )


def _goes_from(fields: dict[str, Any], text: str, end: int) -> bool:
    """Whether 从 opens a stretch of months: 从|1月到11月,受理859件; not 从|1-3月的41降至35."""
    several = fields.get("first") != fields.get("last") and not text.startswith("的", end)
    return several and text.endswith(FROM, 0, fields["start"])


def _is_of_goal(fields: dict[str, Any], text: str, end: int) -> bool:
    """Whether five years are those of a goal: 离“十四五”目标还差0.8微克/立方米."""
    plan = "year" in fields and text.startswith(("十", "“十"), fields["start"])
    return plan and time_words().goals_of_plans.match(text, end) is not None


def _reach(fields: dict[str, Any], text: str, end: int, since: re.Match[str] | None) -> int | None:
    """Where a time ends that is said of its own words only, None where it holds on.

    2021年以来稳定达到Ⅲ类 tells of one clause, as 降至11月的18微克/立方米 does; 2021年以来,… of all
    up to the semicolon, as 从5月到9月 does, and at the head of a sentence of all of it.
    """
    start = fields["start"]
    if since is not None and fields.get("year") is not None:
        if text[start - 1 : start] in HEADS:
            return None
        opens = text.startswith(",", since.end())
        return _next(STRONG_BREAK if opens else BREAK, text, since.end())
    if _goes_from(fields, text, end) and fields["first"][0] > 1:
        return _next(STRONG_BREAK, text, end)
    moved_to = text.endswith(LED_TO, 0, start) and text.startswith("的", end)
    return _next(BREAK, text, end) if moved_to and "first" in fields else None


def _next(signs: re.Pattern[str], text: str, offset: int) -> int:
    return found.start() if (found := signs.search(text, offset)) else len(text)


@cache
def _bearers() -> re.Pattern[str]:
    """What a clause begins with that says of whom: 作为|2022年命名的示范区."""
    return re.compile(f"(?:^|[,。;:\\n])[^,。;:\\n]{{0,4}}{time_words().bearers.group}$")


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a year is that of a document or an award: 2023年修订的办法, 获评2023年度先进集体.

    Or that of a name or of what was built upon: 2022年命名的示范区, 在2019年度先进单位的基础上.
    """
    issued, awarded, _ = _names()
    before = text[max(0, start - NAME_REACH) : start]
    return (
        issued.match(text, end) is not None
        or (
            before.endswith(time_words().bearers)
            and _bearers().search(before) is not None
            and _NO_FIGURE.match(text, end) is not None
        )
        or awarded.search(before) is not None
        or _in_title(text, start)
    )


def _counted_up(text: str, start: int, end: int) -> bool:
    """Whether figures reach to a time: 统计至11月20日; 到11月30日, at the head of a sentence."""
    if _names()[2].search(text[max(0, start - NAME_REACH) : start]) is not None:
        return True
    heads = text[max(0, start - 2) : start - 1] in HEADS
    return heads and text.startswith(",", end) and DAY.search(text, start, end) is not None


def _in_title(text: str, offset: int) -> bool:
    """Whether a offset stands inside 《》."""
    opened = text.rfind("《", max(0, offset - MAX_ASIDE_CHARACTERS), offset)
    return opened >= 0 and "》" not in text[opened:offset]


def _bracket_end(text: str, offset: int) -> int | None:
    """Where the brackets close that a offset stands in, None outside of any."""
    opened = text.rfind("(", max(0, offset - MAX_ASIDE_CHARACTERS), offset)
    if opened < 0 or any(sign in text[opened:offset] for sign in ")。\n"):
        return None
    closed = text.find(")", offset, offset + MAX_ASIDE_CHARACTERS)
    return closed if closed >= 0 else None


def _iso(word: str) -> dict[str, Any]:
    year, month, day = _whole(word)
    return {"year": year, "first": (month, day), "last": (month, day), "instant": True}


def _years(word: str) -> dict[str, Any]:
    first, last = _whole(word)
    return {"year": first, "last_year": last}


def _year(word: str) -> dict[str, Any]:
    spelled = "".join(str(DIGITS[sign]) for sign in word if sign in DIGITS)
    return {"year": int(spelled) if spelled else _whole(word)[0]}


def _relative(word: str) -> dict[str, Any]:
    return {"relative_year": time_words().relative[word[:2]]}


def _plan(word: str) -> dict[str, Any]:
    last = time_words().plans["".join(sign for sign in word if sign in "十二三四五")]
    return {"year": last} if "末" in word else {"year": last - 4, "last_year": last}


def _lately(word: str) -> dict[str, Any]:
    return {"span": _small(word.strip("过去近年以间来"))}


def _months(word: str) -> dict[str, Any]:
    ends = [_small(end.strip("元年初月份")) for end in re.split(TO, word)]
    months = [ends[0] or 1, *ends[1:]]
    return {"first": (months[0], None), "last": (months[-1], None)}


def _days(word: str) -> dict[str, Any]:
    month, day, *rest = _whole(word)
    years = [rest.pop(0)] if rest and rest[0] > MONTHS_AND_DAYS else []
    last = (rest[-2] if len(rest) > 1 else month, rest[-1]) if rest else (month, day)
    fields = {"first": (month, day), "last": last, "instant": not rest}
    return fields | ({"last_year": years[0]} if years else {})


def _quarter(word: str) -> dict[str, Any]:
    quarters = [_small(sign) for sign in re.findall(QUARTER, word)]
    first = 1 if word[0] == "前" else 3 * quarters[0] - 2
    return {"first": (first, None), "last": (3 * quarters[-1], None)}


def _front(word: str) -> dict[str, Any]:
    return {"first": (1, None), "last": (_small(word.strip("前头个月")), None)}


def _half(word: str) -> dict[str, Any]:
    first, last = (1, 6) if word[0] == "上" else (7, 12)
    return {"first": (first, None), "last": (last, None)}


READERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "iso": _iso,
    "years": _years,
    "masked": lambda _: {"masked": True},
    "year": _year,
    "previous": lambda word: {"previous": 3 if word.endswith("季度") else 1},
    "own": lambda _: {"relative_year": 0},
    "relative": _relative,
    "plan": _plan,
    "lately": _lately,
    "asof": lambda _: {"until": True},
    "months": _months,
    "days": _days,
    "quarter": _quarter,
    "half": _half,
    "front": _front,
    "clock": lambda _: {"instant": True},
    "day": lambda _: {"instant": True},
}


def _whole(word: str) -> list[int]:
    return [int(part) for part in DIGIT_RUN.findall(word)]


def _small(word: str) -> int:
    """A whole number up to 99, in Arabic or Chinese."""
    return whole_number(word) or 0
