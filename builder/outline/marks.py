"""The grammar of enumeration marks: 一、 （一） 1. （1） ① 一是 一抓 第一， 首先， ——."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import NamedTuple


class Style(IntEnum):
    """Ways to number, outermost first by custom; a text may nest them otherwise."""

    PART = 1
    TOP = 2
    BRACKETED = 3
    DIGIT = 4
    DIGIT_BRACKETED = 5
    CIRCLED = 6
    ITEM = 7
    ORDINAL = 8
    FIRST = 9
    DASH = 10
    PLAIN = 11
    LEAD = 12
    INNER_LEAD = 13


class Mark(NamedTuple):
    """A mark from `start` to `end`; the text it marks begins at `end`."""

    style: Style
    start: int
    end: int


NUMERALS = "一二三四五六七八九十"
_CHINESE = f"[{NUMERALS}]{{1,3}}"
# `一抓项目。二抓监管。`: the verb stays with the item's words.
_BULLETS = "●◆■◇□▲△★☆•◎○※►➤➢✦▪√"
_SERIES = "[抓促强严管治补建优防查创]"
_MARKS = rf"""
    (?P<PART>第{_CHINESE}(?:部分|章|篇)[、:,\s]*)
  | (?P<TOP>{_CHINESE}(?:[ ]?、|[.]\s*(?=[^\s\d])))
  | (?P<BRACKETED>(?:\([ ]?(?:{_CHINESE}|-)[ ]?\)|[㈠-㈩])[、.]?\s*)
  | (?P<DIGIT>(?:\d{{1,2}}(?:[ ]?、(?!\d)|[.](?!\d)|[.](?=20\d\d年))|[⒈-⒛])\s*)
  | (?P<DIGIT_BRACKETED>(?:\([ ]?\d{{1,2}}[ ]?\)|\d{{1,2}}\)|[⑴-⒇])[、.]?\s*)
  | (?P<CIRCLED>[①-⑳]\s*)
  | (?P<ITEM>{_CHINESE}(?:是要|是|要|则)(?!否)[,:]?\s*|{_CHINESE}(?={_SERIES}))
  | (?P<ORDINAL>(?:第{_CHINESE}|其{_CHINESE})[,、:]\s*)
  | (?P<FIRST>(?:首先|其次|再次|再者|最后)(?:是|[,:]))
"""
_OPENING = re.compile(rf"(?:{_MARKS}|(?P<DASH>(?:——|[{_BULLETS}]|[-–]\s)\s*))", re.VERBOSE)
# Inside a paragraph a mark stands after the end of a clause. Bare numbers need the end of a
# sentence before them, or 1、 of a list of values would pass for a mark. Pages that lost their
# line breaks run on without any sign: `工作成效(一)主要指标完成情况。`, `…汇报如下: 一、工作情况`.
_BEFORE_INLINE = rf"""
    (?<=[。!?;])
  | (?<=[。!?;]\s)
  | (?<=[。!?;]\s\s)
  | (?<=[:,、”])(?={_CHINESE}(?:是|要)|\(|[①-⑳]|第|其|首先)
  | (?<=[\s:])(?=\(|{_CHINESE}(?:是|、(?:20\d\d年|[^\d、]{{4}})))
  | (?<=[\u4e00-\u9fff])(?<!第)(?<!附件)(?=\({_CHINESE}\)[\u4e00-\u9fff]{{4}})
  | (?<=[划结路算排况告点报])(?=一、[\u4e00-\u9fff\d]{{4}})
  | (?<=[:,])(?=1[.、][\u4e00-\u9fff])
  | (?<=\s)(?=\d{{1,2}}[.、][\u4e00-\u9fff]{{4}})
  | (?<=[\u4e00-\u9fff])(?<!附件)(?<!附表)(?=1[.、][\u4e00-\u9fff]{{4}})
  | (?=[①-⑳])
"""
# The class of first characters comes first, so that most places are passed over at once.
_FIRST = rf"(?=[一二三四五六七八九十第其首再最(\d①-⑳㈠-㈩⑴-⒛{_BULLETS}])"
_INLINE = re.compile(
    rf"{_FIRST}(?:{_BEFORE_INLINE})(?:{_MARKS}|(?P<DASH>[{_BULLETS}]\s*))", re.VERBOSE
)
_ENUMERATIONS = re.compile(r"首先|其次|再次")
_COUNTED = re.compile(rf"([一二])({_SERIES})")
_SKIPPED_INLINE = frozenset({Style.PART})


def starts_with_mark(plain: str, start: int) -> bool:
    """Whether a numbering mark or a bullet stands at an offset."""
    return _OPENING.match(plain, start) is not None


def opening_mark(plain: str, start: int, end: int) -> Mark | None:
    """The mark at the beginning of a paragraph."""
    match = _OPENING.match(plain, start, end)
    if match is None or match.end() == end:
        return None
    return Mark(Style[str(match.lastgroup)], start, match.end())


def inline_marks(plain: str, start: int, end: int) -> Iterator[Mark]:
    """The marks inside a paragraph after `start`, in order."""
    for match in _INLINE.finditer(plain, start, end):
        style = Style[str(match.lastgroup)]
        if style not in _SKIPPED_INLINE and match.end() < end:
            yield Mark(style, match.start(style.name), match.end())


def begins_main_numbers(plain: str, mark: Mark) -> bool:
    """Whether a mark is the first of the main numbers: `一、`."""
    return mark.style is Style.TOP and plain.startswith("一", mark.start)


def enumerations(plain: str) -> Callable[[Mark], bool]:
    """Whether a mark counts in a text where words count only as a series.

    `首先` needs `其次`, for a lone 最后 is no mark; `一抓` needs `二抓`, for 一抓到底 is none.
    """
    worded = len({match[0] for match in _ENUMERATIONS.finditer(plain)}) > 1
    counted: dict[str, set[str]] = {"一": set(), "二": set()}
    for match in _COUNTED.finditer(plain):
        counted[match[1]].add(match[2])
    verbs = counted["一"] & counted["二"]

    def counts(mark: Mark) -> bool:
        if mark.style is Style.FIRST:
            return worded
        if mark.style is Style.ITEM and plain[mark.end - 1] in NUMERALS:
            return plain[mark.end] in verbs
        return True

    return counts
