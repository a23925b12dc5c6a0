"""The grammar of enumeration marks: 一、 （一） 1. （1） ① 一是 一抓 第一， 首先， ——."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from builder.clauses import SENTENCE_ENDS
from builder.numerals import TO_TEN
from builder.vocabulary.generic.outline import MarkWords, outline_words
from builder.vocabulary.words import Words


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


# To look up a member of an enumeration takes as long as a search.
_FIRST, _ITEM, _TOP = Style.FIRST, Style.ITEM, Style.TOP


class ItemMark(NamedTuple):
    """A mark from `start` to `end`; the text it marks begins at `end`."""

    style: Style
    start: int
    end: int


_CHINESE = f"[{TO_TEN}]{{1,3}}"
# There are no parts of such things: 2.3个国控断面 is a mark and a count, 2.3个百分点 is one number.
_COUNT = r"\d{1,3}[个家件名座条项起户辆台](?!百分点)[^\d。]{4}"
# 一、二、三季度 are times; 一、二季度工作 is a heading on the second.
_QUARTERS = "[二三]、[三四](?:、四)?季度"
_BULLETS = "●◆■◇□▲△★☆•◎○※►➤➢✦▪√"
_HAN = r"[\u4e00-\u9fff]"
_SKIPPED_INLINE = frozenset({Style.PART})


class _Patterns(NamedTuple):
    opening: re.Pattern[str]
    inline: re.Pattern[str]
    ordinals: Words
    counted: re.Pattern[str]


# The number that the list of an inspection gave its item: (二)第7项:石材企业粉尘污染问题。
_LISTED = re.compile(rf"第?[\d{TO_TEN}]{{1,3}}[项条号][^,。;:\d\s]{{0,4}}:\s*")


@cache
def _patterns() -> _Patterns:
    words = outline_words().marks
    # `一抓项目。二抓监管。`: the verb stays with the item's words.
    series = words.verbs.group
    marks = _marks(words, series)
    # The class of first characters comes first, so that most places are passed over at once.
    ordinals = "".join(sorted({word[0] for word in words.ordinals}))
    first = rf"(?=[{TO_TEN}第其{ordinals}(\d①-⑳㈠-㈩⑴-⒛{_BULLETS}])"
    before = _before_inline(words)
    return _Patterns(
        opening=re.compile(rf"(?:{marks}|(?P<DASH>(?:——|[{_BULLETS}]|[-–]\s)\s*))", re.VERBOSE),
        inline=re.compile(rf"{first}(?:{before})(?:{marks}|(?P<DASH>[{_BULLETS}]\s*))", re.VERBOSE),
        ordinals=words.series_ordinals,
        counted=re.compile(f"([一二])({series})"),
    )


def _marks(words: MarkWords, series: str) -> str:
    return rf"""
    (?P<PART>第{_CHINESE}(?:{words.parts.group}[、:,\s]*|个?{words.spoken_parts.group}[、:,\s]+))
  | (?P<TOP>{_CHINESE}(?:[ ]?、(?!{_QUARTERS})|[.]\s*(?=[^\s\d])))
  | (?P<BRACKETED>(?:\([ ]?(?:{_CHINESE}|-)[ ]?\)|[㈠-㈩])[、.]?\s*)
  | (?P<DIGIT>(?:\d{{1,2}}(?:[ ]?、(?!\d)|[.](?!\d)|[.](?=20\d\d年|{_COUNT}))|[⒈-⒛])\s*)
  | (?P<DIGIT_BRACKETED>(?:\([ ]?\d{{1,2}}[ ]?\)|\d{{1,2}}\)|[⑴-⒇])[、.]?\s*)
  | (?P<CIRCLED>[①-⑳]\s*)
  | (?P<ITEM>{_CHINESE}(?:是要|是|要|则)(?!否)[,:]?\s*|{_CHINESE}(?={series}))
  | (?P<ORDINAL>(?:第{_CHINESE}|其{_CHINESE})[,、:]\s*)
  | (?P<FIRST>{words.ordinals.group}(?:是|[,:])|第{_CHINESE}是[,:]?)
"""


def _before_inline(words: MarkWords) -> str:
    """What stands before a mark inside a paragraph.

    It is the end of a clause. Bare numbers need the end of a sentence before them, or 1、 of a list
    of values would pass for a mark. Pages that lost their line breaks run on without any sign:
    `工作成效(一)主要指标完成情况。`, `…汇报如下: 一、工作情况`.
    """
    unnumbered = "".join(f"(?<!{word})" for word in words.numbered)
    return rf"""
    (?<=[{SENTENCE_ENDS};])
  | (?<=[{SENTENCE_ENDS};]\s)
  | (?<=[{SENTENCE_ENDS};]\s\s)
  | (?<=[:,、”])(?={_CHINESE}(?:是|要)|\(|[①-⑳]|第|其|{words.first.pattern})
  | (?<=[\s:])(?=\(|{_CHINESE}(?:是|、(?:20\d\d年|[^\d、]{{4}})))
  | (?<={_HAN})(?<!第){unnumbered}(?=\({_CHINESE}\){_HAN}{{4}})
  | (?<={words.titles.group})(?=一、[\u4e00-\u9fff\d]{{4}})
  | (?<=[:,])(?=1[.、]{_HAN})
  | (?<=\s)(?=\d{{1,2}}[.、]{_HAN}{{4}})
  | (?<={_HAN}){unnumbered}(?=1[.、]{_HAN}{{4}})
  | (?=[①-⑳])
"""


def starts_with_mark(plain: str, start: int) -> bool:
    """Whether a numbering mark or a bullet stands at an offset."""
    return _patterns().opening.match(plain, start) is not None


def opening_mark(plain: str, start: int, end: int) -> ItemMark | None:
    """The mark at the beginning of a paragraph, with the number that its item had elsewhere."""
    match = _patterns().opening.match(plain, start, end)
    if match is None or match.end() == end:
        return None
    listed = _LISTED.match(plain, match.end(), end)
    behind = match.end() if listed is None or listed.end() == end else listed.end()
    return ItemMark(Style[str(match.lastgroup)], start, behind)


def inline_marks(plain: str, start: int, end: int) -> Iterator[ItemMark]:
    """The marks inside a paragraph after `start`, in order."""
    for match in _patterns().inline.finditer(plain, start, end):
        style = Style[str(match.lastgroup)]
        if style not in _SKIPPED_INLINE and match.end() < end:
            yield ItemMark(style, match.start(style.name), match.end())


def begins_main_numbers(plain: str, mark: ItemMark) -> bool:
    """Whether a mark is the first of the main numbers: `一、`."""
    return mark.style is _TOP and plain.startswith("一", mark.start)


def enumerations(plain: str) -> Callable[[ItemMark], bool]:
    """Whether a mark counts in a text where words count only as a series.

    `首先` needs `其次`, for a lone 最后 is no mark; `一抓` needs `二抓`, for 一抓到底 is none.
    """
    worded = len({match[0] for match in _patterns().ordinals.finditer(plain)}) > 1
    counted: dict[str, set[str]] = {"一": set(), "二": set()}
    for match in _patterns().counted.finditer(plain):
        counted[match[1]].add(match[2])
    verbs = counted["一"] & counted["二"]

    def counts(mark: ItemMark) -> bool:
        if mark.style is _FIRST:
            return worded
        if mark.style is _ITEM and plain[mark.end - 1] in TO_TEN:
            return plain[mark.end] in verbs
        return True

    return counts
