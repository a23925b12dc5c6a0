"""Where the report's own title stands."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import NamedTuple

from builder.clauses import CLAUSE_ENDS, EVERY_END
from builder.model import Furniture
from builder.numerals import TO_TEN
from builder.outline.marks import starts_with_mark
from builder.outline.spans import Span
from builder.vocabulary.generic.outline import outline_words
from builder.vocabulary.generic.reports import headings

SEARCHED = 8
MAX_TITLE_CHARACTERS = 70
# A line of a title printed over several is no longer than this.
MAX_TITLE_LINE_CHARACTERS = 45
# How many lines of such a title stand above the one that names the report.
MAX_LINES_ABOVE = 2
# Half a title and a headline are longer than the column of a website (关于我们, 在线访谈).
MIN_BROKEN_CHARACTERS = 10
_WRONG = re.compile(rf"[{CLAUSE_ENDS}!?]|^[{TO_TEN}]{{1,3}}、|^\(")
_FUSED = re.compile(rf"[^\s{EVERY_END}]{{6,50}}?(?=\s+\S|一、)")
_DATED = re.compile(r"(?:19|20)\d\d(?:[-/.]|年)\d{1,2}(?:[-/.]|月)\d{1,2}")
_JOINS_NEXT = re.compile(r"(?:[及和与暨、]|以及)$")
_JOINS_ABOVE = re.compile(r"(?:[及和与暨、]|以及)")
_ABOUT = "关于"
# A title goes on below with dashes: ——在2025年全市生态环境保护工作会议上的报告.
_SUBTITLE = re.compile("[—–-]{2}")
MAX_LINES_ABOVE_SUBTITLE = 3
MIN_SLOGAN_CHARACTERS = 6
# What a line of a page has, and none of a title: 首页 > 领导讲话, 发布时间:2025-02-19.
_NO_SLOGAN = re.compile(r"[。;:>|»\d]")
# The name of a table: `2024年度工作目标完成情况表`, `表1 …`.
_TABLE = re.compile(rf"(?<!代)表$|^附?表\s*[\d{TO_TEN}]")


class _Patterns(NamedTuple):
    bureau: re.Pattern[str]
    own: re.Pattern[str]
    kinds: re.Pattern[str]
    begun: re.Pattern[str]
    broken_off: re.Pattern[str]
    timed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = outline_words()
    return _Patterns(
        bureau=re.compile(rf"[^\s,。]{{3,30}}{words.lines.bureaus.group}"),
        # What only a report's own title says, and no column of a website: whose it is, or of when.
        own=re.compile(rf"(?:20|19)[\dXx*]{{2}}|二[〇零○]|{words.titles.own.pattern}"),
        kinds=re.compile(words.titles.kinds.pattern),
        # The first of two lines names whose report it is and of when; the second, what it is.
        begun=re.compile(rf"^{words.titles.begun.group}|(?:20|19)[\dXx*]{{2}}年"),
        # It breaks off before what it is, whatever the second begins with.
        broken_off=re.compile(rf"{words.titles.begun.group}|{words.titles.times.group}$"),
        timed=re.compile(f"{words.titles.times.group}$"),
    )


def title_span(
    plain: str, lines: tuple[Span, ...], tables: Container[int] = ()
) -> tuple[int, int] | None:
    r"""Start and end of the title among the first lines, or None.

    A title printed over two lines is one, wherever it is broken: `某市生态环境局\\n2020年工作总结`,
    `某县2024年工作总结及\\n2025年工作安排`. A page that lost its line breaks has the title before
    the first blank or number. A column of the website (`工作计划`) is the title only where no line
    below it says whose report it is, or of when; so is the name of a table, and its head never:
    `tables` are the ends of the stretches that are tables.
    """
    column: tuple[int, int] | None = None
    for index, line in enumerate(lines[:SEARCHED]):
        text = plain[line.start : line.end]
        if line.end in tables:
            continue
        if len(text) <= MAX_TITLE_CHARACTERS and not _WRONG.search(text):
            if _names_report(text):
                first, last = _whole(plain, lines, index)
                span = lines[first].start, lines[last].end
                if _is_own(plain, span) and not _TABLE.search(text):
                    return span
                column = column or span
        elif match := _FUSED.match(text):
            fused = (line.start, line.start + match.end())
            return fused if _names_report(match[0]) else column
        elif "。" in text:
            return column
    return column


def _is_own(plain: str, span: tuple[int, int]) -> bool:
    """Whether a title says whose report it is, of when, or of which kind."""
    patterns = _patterns()
    return any(one.search(plain, *span) is not None for one in (patterns.own, patterns.kinds))


def _names_report(text: str) -> bool:
    return headings().title.words.within(text)


def _whole(plain: str, lines: tuple[Span, ...], index: int) -> tuple[int, int]:
    """The first and the last line of the title that has its name on a line."""
    last = index
    while last + 1 < len(lines) and _goes_on(plain, lines[last], lines[last + 1]):
        last += 1
    return _first_line(plain, lines, index), last


def _goes_on(plain: str, line: Span, after: Span) -> bool:
    """Whether a title goes on below: `…总结及` `2025年工作安排`, `…总结` `暨2025年谋划`."""
    if not _is_title_line(plain, after):
        return False
    if _JOINS_NEXT.search(plain, line.start, line.end):
        return True
    # …工作情况及2025年度|重点任务安排的汇报
    if _patterns().timed.search(plain, line.start, line.end) and _names_report(
        plain[after.start : after.end]
    ):
        return True
    # 关于2024年度环境状况和环境保护目标|完成情况的报告
    first, second = plain[line.start : line.end], plain[after.start : after.end]
    summary = tuple(headings().title.summary)
    if first.startswith(_ABOUT) and not first.endswith(summary) and second.endswith(summary):
        return True
    if _JOINS_ABOVE.match(plain, after.start, after.end) is None:
        return False
    return _names_report(second) or outline_words().headings.plans.within(second)


def _first_line(plain: str, lines: tuple[Span, ...], index: int) -> int:
    """The line a title begins on: the bureau's above it, or the half of it that stands above."""
    if _SUBTITLE.match(plain, lines[index].start):
        return _above_subtitle(plain, lines, index)
    if index == 0 or not _is_title_line(plain, lines[index - 1]):
        return index
    if (begun := _begun_above(plain, lines, index)) is not None:
        return _first_line(plain, lines, begun)
    above, line = lines[index - 1], lines[index]
    own = plain[line.start : line.end]
    if "局" not in own and _patterns().bureau.fullmatch(plain, above.start, above.end):
        return index - 1
    return index - 1 if _is_broken(plain[above.start : above.end], own) else index


def _above_subtitle(plain: str, lines: tuple[Span, ...], index: int) -> int:
    """The first of the lines right above a subtitle: `久久为功` `再创佳绩` `——在…会议上的讲话`.

    The column of a website is shorter, and what a blank line parts from the title is none of it.
    """
    first = index
    while first > max(index - MAX_LINES_ABOVE_SUBTITLE, 0):
        above = lines[first - 1]
        text = plain[above.start : above.end]
        parted = plain.count("\n", above.end, lines[first].start) > 1
        fits = MIN_SLOGAN_CHARACTERS <= len(text) <= MAX_TITLE_LINE_CHARACTERS
        if parted or not fits or _NO_SLOGAN.search(text) or starts_with_mark(plain, above.start):
            break
        first -= 1
    return first


def _begun_above(plain: str, lines: tuple[Span, ...], index: int) -> int | None:
    """The line that tells the year and breaks off at a sign: `2024年土壤、` `水体` `工作总结`."""
    for at in range(index - 1, max(index - MAX_LINES_ABOVE, 0) - 1, -1):
        text = plain[lines[at].start : lines[at].end]
        if not _is_title_line(plain, lines[at]) or _names_report(text):
            return None
        if _JOINS_NEXT.search(text) and _patterns().begun.search(text):
            return at
    return None


def _is_broken(above: str, own: str) -> bool:
    """Whether a line is the first half of the title whose second names the report."""
    patterns = _patterns()
    if _names_report(above):
        return False
    if len(above) >= MIN_BROKEN_CHARACTERS and patterns.broken_off.search(above):
        return True
    return patterns.begun.search(above) is not None and patterns.own.search(own) is None


def headline_span(
    plain: str, lines: tuple[Span, ...], furniture: tuple[Furniture, ...]
) -> tuple[int, int] | None:
    """Start and end of the first line if it stands right above the page's own date, or None.

    News have no word in their headline that says what they are: 某市一季度空气质量“开门红”.
    """
    first = lines[0] if lines else Span(0, 0)
    if not MIN_BROKEN_CHARACTERS <= first.end - first.start <= MAX_TITLE_CHARACTERS:
        return None
    below = next((item for item in furniture if item.start > first.end), None)
    if below is None or (len(lines) > 1 and below.start > lines[1].start):
        return None
    stated = "。" in plain[first.start : first.end] or starts_with_mark(plain, first.start)
    dated = _DATED.search(plain, below.start, below.end)
    return None if stated or dated is None else (first.start, first.end)


def _is_title_line(plain: str, line: Span) -> bool:
    """Whether a line may be one of a title printed over several."""
    return (
        line.end - line.start <= MAX_TITLE_LINE_CHARACTERS
        and not _WRONG.search(plain[line.start : line.end])
        and ":" not in plain[line.start : line.end]
        and not starts_with_mark(plain, line.start)
    )


def after_title(plain: str, line: Span, begin: int) -> Span:
    """What of a line stands after the title."""
    start = max(line.start, begin)
    while start < line.end and plain[start].isspace():
        start += 1
    return Span(start, line.end)


def repeats_title(plain: str, line: Span, title: str) -> bool:
    """Whether a line only says the title again, as pages do above the text and in its head."""
    return bool(title) and "".join(plain[line.start : line.end].split()) == title
