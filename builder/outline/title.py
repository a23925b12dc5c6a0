"""Where the report's own title stands."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import NamedTuple

from builder.clauses import CLAUSE_ENDS, EVERY_END
from builder.numerals import TO_TEN
from builder.outline.marks import starts_with_mark
from builder.outline.spans import Span
from builder.vocabulary.generic.outline import outline_words
from builder.vocabulary.generic.reports import headings

SEARCHED = 8
MAX_TITLE_CHARACTERS = 70
# A line of a title printed over several is no longer than this.
MAX_TITLE_LINE_CHARACTERS = 45
_WRONG = re.compile(rf"[{CLAUSE_ENDS}!?]|^[{TO_TEN}]{{1,3}}、|^\(")
_FUSED = re.compile(rf"[^\s{EVERY_END}]{{6,50}}?(?=\s+\S|一、)")
_JOINS_NEXT = re.compile(r"(?:[及和与暨、]|以及)$")
_JOINS_ABOVE = re.compile(r"(?:[及和与暨、]|以及)")
# The name of a table: `2024年度工作目标完成情况表`, `表1 …`.
_TABLE = re.compile(rf"(?<!代)表$|^附?表\s*[\d{TO_TEN}]")


class _Patterns(NamedTuple):
    bureau: re.Pattern[str]
    own: re.Pattern[str]
    begun: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = outline_words()
    return _Patterns(
        bureau=re.compile(rf"[^\s,。]{{3,30}}{words.lines.bureaus.group}"),
        # What only a report's own title says, and no column of a website: whose it is, or of when.
        own=re.compile(rf"(?:20|19)[\dXx*]{{2}}|{words.titles.own.pattern}"),
        # The first of two lines names whose report it is and of when; the second, what it is.
        begun=re.compile(rf"^{words.titles.begun.group}|(?:20|19)[\dXx*]{{2}}年"),
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
                if _patterns().own.search(plain, *span) and not _TABLE.search(text):
                    return span
                column = column or span
        elif match := _FUSED.match(text):
            fused = (line.start, line.start + match.end())
            return fused if _names_report(match[0]) else column
        elif "。" in text:
            return column
    return column


def _names_report(text: str) -> bool:
    return headings().title.words.within(text)


def _whole(plain: str, lines: tuple[Span, ...], index: int) -> tuple[int, int]:
    """The first and the last line of the title that has its name on a line."""
    last = index
    while last + 1 < len(lines) and _goes_on(plain, lines[last], lines[last + 1]):
        last += 1
    return _first_line(plain, lines, index), last


def _goes_on(plain: str, line: Span, after: Span) -> bool:
    """Whether a title goes on below: `…总结及` `2025年工作安排`, `…总结` `和2025年打算的报告`."""
    if not _is_title_line(plain, after):
        return False
    if _JOINS_NEXT.search(plain, line.start, line.end):
        return True
    return _JOINS_ABOVE.match(plain, after.start, after.end) is not None and _names_report(
        plain[after.start : after.end]
    )


def _first_line(plain: str, lines: tuple[Span, ...], index: int) -> int:
    """The line a title begins on: the bureau's above it, or the half of it that stands above."""
    if index == 0 or not _is_title_line(plain, lines[index - 1]):
        return index
    above, line = lines[index - 1], lines[index]
    own = plain[line.start : line.end]
    if "局" not in own and _patterns().bureau.fullmatch(plain, above.start, above.end):
        return index - 1
    broken = _patterns().begun.search(plain, above.start, above.end) and not _patterns().own.search(
        own
    )
    return index - 1 if broken and not _names_report(plain[above.start : above.end]) else index


def _is_title_line(plain: str, line: Span) -> bool:
    """Whether a line may be one of a title printed over several."""
    return (
        line.end - line.start <= MAX_TITLE_LINE_CHARACTERS
        and not _WRONG.search(plain[line.start : line.end])
        and ":" not in plain[line.start : line.end]
        and not starts_with_mark(plain, line.start)
    )
