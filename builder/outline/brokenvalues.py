"""Short lines that were broken right before a value: 全市细颗粒物平均浓度为|32微克/立方米,….

A narrow column, or a file whose lines are a telephone's, has few lines, and none of one width. But
no line of a text begins with an amount and goes on behind it, unless what it is of stands above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from builder.outline.marks import opening_mark, starts_with_mark
from builder.outline.spans import Span
from builder.vocabulary.generic.amounts import units
from builder.vocabulary.words import Words

# Wider lines are told by their width; a shorter one above a value may be a heading of its own.
WIDEST = 24
LEAST_ALONE = 8
INDENT = " \u3000"
# How a line ends that is the last of its paragraph; what parts its clauses, and its cells.
ENDS, STOPS, CELLS = frozenset("。;:!?"), frozenset("。;!"), ("|", "\t", "  ")
# Times are said of what stands behind them: 3月,….
TIMES = frozenset(("年", "月", "日", "周年", "年度", "岁", "个月", "季度"))
_PARTED = re.compile(r"[,、。;]")
_TAIL = re.compile(r"[^,、。;]*$")
_DIGIT = re.compile(r"\d")
# PM2.5, 8小时 and 1-11月 are no amounts that a line may end with.
_NAMES = re.compile(r"[A-Za-z]+\d[\d.]*|\d[\d.\-—~至]*(?:[年月日]|小时)")
_LINE = re.compile(r"[^\n]+")


class _Patterns(NamedTuple):
    """`value` is what a line begins with that was broken before it; `quick` finds any such line."""

    value: re.Pattern[str]
    quick: re.Pattern[str]


def broken_values(plain: str) -> Iterator[Span]:
    """The stretches between the parts of such lines, with the blanks that the next begins with."""
    if _patterns().quick.search(plain) is None:
        return
    lines = [Span(*found.span()) for found in _LINE.finditer(plain)]
    run: list[tuple[Span, bool]] = []
    for above, below in zip(lines, [*lines[1:], None], strict=True):
        if below is not None and _goes_on(plain, above, below):
            start = below.start + _indent(plain, below)
            run.append((Span(above.end, start), _awaits_value(plain, above, below)))
            continue
        if _is_prose(plain, run, above):
            yield from (gap for gap, _ in run)
        run = []


def _is_prose(plain: str, run: Sequence[tuple[Span, bool]], last: Span) -> bool:
    """Whether lines are those of one paragraph: one was broken before a value, and it ends."""
    if not any(before_value for _, before_value in run) or plain[last.end - 1] not in STOPS:
        return False
    first = run[0][0].start
    return len(run) > 1 or first - plain.rfind("\n", 0, first) > LEAST_ALONE


def _goes_on(plain: str, above: Span, below: Span) -> bool:
    """Whether a narrow line may go on in the next: it awaits its value, or is a part of prose."""
    line, following = plain[slice(*above)], plain[slice(*below)]
    apart = below.start - above.end > 1 or any(sign in line + following for sign in CELLS)
    if apart or len(line) > WIDEST or line[-1] in ENDS:
        return False
    if starts_with_mark(plain, below.start + _indent(plain, below)):
        return False
    if _patterns().value.match(following):
        return _awaits_value(plain, above, below)
    return _has_clauses(plain, above)


def _awaits_value(plain: str, above: Span, below: Span) -> bool:
    """Whether a line ends with what has no number yet, and the next begins with an amount."""
    line = plain[slice(*above)]
    if _patterns().value.match(plain, below.start, below.end) is None:
        return False
    headed = starts_with_mark(plain, above.start) and not _has_clauses(plain, above)
    tail = _TAIL.search(line)
    if headed or tail is None or not tail[0]:
        return False
    return _DIGIT.search(_NAMES.sub("", tail[0])) is None


def _has_clauses(plain: str, line: Span) -> bool:
    """Whether a line is parted like prose; the sign of its number, 一、, parts nothing."""
    mark = opening_mark(plain, line.start, line.end)
    return _PARTED.search(plain, mark.end if mark else line.start, line.end) is not None


def _indent(plain: str, line: Span) -> int:
    text = plain[slice(*line)]
    return len(text) - len(text.lstrip(INDENT))


@cache
def _patterns() -> _Patterns:
    table = units()
    words = Words(
        dict.fromkeys(
            (
                *(word for one in table.counters for word in one.words if word not in TIMES),
                *(word for one in table.measures for word in one.spellings),
            )
        )
    )
    value = rf"[{INDENT}]*\d[\d.]*[万亿]?{words.group}[,、。;]"
    return _Patterns(
        value=re.compile(value),
        quick=re.compile(rf"\n(?<=[^\s,、。;:!?|]\n){value}"),
    )
