"""Metrics told without their name: 水质100%达标, AQI为一级(优)、二级(良)的天数324天."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.text.numbers.number import NumberKind
from builder.vocabulary.environment.day_levels import day_level_words
from builder.vocabulary.environment.water_shares import water_share_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.text.numbers.number import Number

# To look up a member of an enumeration takes as long as a search.
_AMOUNT = NumberKind.AMOUNT

# How far before a number its rate or its whole is named.
FURTHEST = 24


class Unnamed(NamedTuple):
    """Where a metric's name would stand, and where the words of it end that are behind its value.

    A name without words ends where it starts.
    """

    start: int
    end: int
    last: int


class _Met(NamedTuple):
    """What stands before a percentage that is met, with or without the word for it, and behind."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


def met_rates(text: str, numbers: Sequence[Number]) -> Iterator[Unnamed]:
    """Where a rate is met: 水质100%达标, 5个断面100%达标, 水源地水质达标100%."""
    words = _met()
    for number in numbers:
        if number.measure != "%" or number.kind is not _AMOUNT:
            continue
        before = words.before.search(text, max(0, number.start - FURTHEST), number.start)
        behind = words.behind.match(text, number.end)
        if before is not None and (behind is not None or before["met"]):
            last = behind.end() if behind else number.start
            yield Unnamed(before.end("noun"), number.start, last)


@cache
def _met() -> _Met:
    words = water_share_words().met
    met = f"{words.words.group}(?!{words.others.pattern})"
    return _Met(
        before=re.compile(
            f"(?P<noun>{words.nouns.pattern}){words.adverbs.group}*"
            f"(?P<met>{met}{words.adverbs.group}*)?$"
        ),
        behind=re.compile(met),
    )


def good_days(text: str) -> Iterator[Unnamed]:
    """Days of the first two levels, or up to an index: 优、良天数, 达到二级标准的天数."""
    return _spans(_days().good, text)


def heavy_days(text: str) -> Iterator[Unnamed]:
    """Days above an index: AQI超过200的天数."""
    return _spans(_days().heavy, text)


def day_shares(text: str, numbers: Sequence[Number]) -> Iterator[Unnamed]:
    """Shares of a whole that has its number: 占监测有效天数(362天)的89.5%."""
    whole = _days().whole
    for number in numbers:
        if number.measure == "%" and whole.search(
            text, max(0, number.start - FURTHEST), number.start
        ):
            yield Unnamed(number.start, number.start, number.start)


def assessed_days(text: str) -> Iterator[Unnamed]:
    """The whole of such a share, where it says which days were assessed."""
    for found in _days().assessed.finditer(text):
        yield Unnamed(found.start("name"), found.end("name"), found.end("name"))


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[Unnamed]:
    for found in pattern.finditer(text):
        yield Unnamed(*found.span(), found.end())


class _Days(NamedTuple):
    good: re.Pattern[str]
    heavy: re.Pattern[str]
    whole: re.Pattern[str]
    assessed: re.Pattern[str]


@cache
def _days() -> _Days:
    words = day_level_words()
    subject = f"(?:{words.subjects.followed_by(r'(?:[(](?:AQI|API)[)])?')})"
    best, good = (rf"{level.group}(?:\([优良]\))?级?" for level in (words.best, words.good))
    above = rf"{words.standards.group}*二级{words.standards.group}*(?:\(优?良\))?"
    both = rf"{best}(?:[、和及或]|以及){good}|一[、和]二级"
    joined = f"(?:{words.reaching.pattern}|{words.linking.pattern})"
    level = f"{both}|{words.reaching.group}{joined}{{0,2}}{above}"
    # The look ahead at the first letter spares most places of a text the trial of every form.
    firsts = {word[0] for word in (*words.subjects, *words.best, *words.reaching, "一")}
    # 达到二级及以上的有339天 counts days, too.
    days = rf"(?:的?{words.days.group}|的{words.having.group}(?=\d+天))"
    return _Days(
        good=re.compile(
            f"(?=[{''.join(sorted(firsts))}])(?:"
            f"{subject}(?:{joined}{{0,2}}(?:{both}|{above})|{words.good_index.group}){days}"
            f"|(?<![为是])(?:{level}){days})"
        ),
        heavy=re.compile(f"{subject}{words.heavy_index.group}{days}"),
        assessed=re.compile(
            rf"占(?P<name>{words.wholes.group}*{words.assessed.group}{words.wholes.group}*)(?=\(\d)"
        ),
        whole=re.compile(
            rf"占{words.wholes.group}{{1,6}}\(\d+[天日]\)的?{words.shares.group}?[为达]?$"
        ),
    )
