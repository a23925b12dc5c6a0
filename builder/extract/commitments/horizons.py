"""The years of a promise that reaches beyond the next one: 十五五, 今后五年, 到2030年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from builder.model import Period
from builder.numerals import NUMERALS, whole_number
from builder.vocabulary.generic.statements import commitment_words
from builder.vocabulary.generic.times import time_words

YEARS_OF_A_PLAN = 5
# More years than this no plan of a bureau looks ahead.
MAX_YEARS = 15
# One heading stands above many sentences.
MAX_KEPT_HEADINGS = 64

_ASIDE = re.compile(r"《[^《》]*》|\([^()]*\)")
_SPAN = re.compile(r"(20\d\d)年?(?:[-—~－–]+|至|到)(20\d\d)年")
_UNTIL = re.compile(r"(?:到|至)(20\d\d)年(?!以?来)")


class _Patterns(NamedTuple):
    """`hint` finds all that may tell years, `plan` five of them (“十五五”).

    `worked_out` ends before a plan that is but compiled.
    """

    hint: re.Pattern[str]
    plan: re.Pattern[str]
    time: re.Pattern[str]
    worked_out: re.Pattern[str]
    paper: re.Pattern[str]
    ahead: re.Pattern[str]


def horizon(headings: Sequence[str], text: str, first: int | None) -> Period | None:
    """The years that a promise is for where its own words or a heading name more than the next.

    `first` is the first year of the report's plan. A plan that is still to be compiled
    (编制“十五五”规划) is next year's work, whatever years it will be for. A heading with a year
    of its own (2026年工作和“十五五”思路) leaves it open.
    """
    for words in (text, *reversed(headings)):
        # Most words tell no year, and need no closer look.
        if _patterns().hint.search(words) is None:
            continue
        found, decided = _said(words, first, heading=words is not text)
        if decided:
            return found
    return None


@lru_cache(maxsize=MAX_KEPT_HEADINGS)
def _said(words: str, first: int | None, *, heading: bool) -> tuple[Period | None, bool]:
    """The years that words tell, and whether they settle it: a heading's own year does."""
    bare = _ASIDE.sub("", "".join(words.split()))
    found = _of_words(bare, first, heading=heading)
    return found, found is not None or (heading and _names_one_year(bare))


def _of_words(words: str, first: int | None, *, heading: bool) -> Period | None:
    return _of_plan(words, heading=heading) or _of_years(words, first) or _ahead(words, first)


def _of_plan(words: str, *, heading: bool) -> Period | None:
    """`“十五五”时期,将…`; a heading may say it bare: 三、“十五五”展望."""
    patterns = _patterns()
    if heading and _names_one_year(words):
        return None
    for match in patterns.plan.finditer(words):
        before, behind = words[: match.start()], words[match.end() :]
        if patterns.worked_out.search(before) or patterns.paper.match(behind):
            continue
        if patterns.time.match(behind) or (heading and not before.strip("“全市县区省")):
            last = time_words().plans[match[1]]
            return Period.years(last - YEARS_OF_A_PLAN + 1, last)
    return None


def _of_years(words: str, first: int | None) -> Period | None:
    """`到2030年,…`, `2026—2030年,…`: more than one year, and past the one that is planned."""
    if (span := _SPAN.search(words)) and _reaches(int(span[1]), int(span[2])):
        return Period.years(int(span[1]), int(span[2]))
    until = _UNTIL.search(words)
    if until is None:
        return None
    last = int(until[1])
    begin = last - YEARS_OF_A_PLAN + 1
    if last in time_words().plans.values() and (first is None or first <= begin):
        return Period.years(begin, last)
    return Period.years(first, last) if first is not None and _reaches(first, last) else None


def _ahead(words: str, first: int | None) -> Period | None:
    """`今后五年`, `未来3年`, counted from the first year of the plan."""
    match = _patterns().ahead.search(words)
    years = whole_number(match[1]) if match else None
    if first is None or years is None or not 1 < years <= MAX_YEARS:
        return None
    return Period.years(first, first + years - 1)


def _reaches(first: int, last: int) -> bool:
    return first < last < first + MAX_YEARS


def _names_one_year(words: str) -> bool:
    return re.search(r"20\d\d年|[明今]年", _SPAN.sub("", _UNTIL.sub("", words))) is not None


@cache
def _patterns() -> _Patterns:
    words = commitment_words().horizon
    plans = "|".join(time_words().plans)
    return _Patterns(
        hint=re.compile(rf"20\d\d|明年|今年|{plans}|{words.ahead.pattern}"),
        plan=re.compile(f"“?({plans})”?"),
        time=re.compile(f"(?:{words.times.pattern})"),
        worked_out=re.compile(f"(?:{words.working_out.pattern})[^,。;]{{0,8}}$"),
        paper=re.compile(rf"[^,。;]{{0,16}}?(?:{words.papers.pattern})"),
        ahead=re.compile(rf"(?:{words.ahead.pattern})([\d{NUMERALS}]{{1,2}})年"),
    )
