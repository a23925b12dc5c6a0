"""The problems that a bureau names itself: enumerated, in a paragraph, or in passing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter

from builder.extract.problems.causes import cause_span
from builder.extract.problems.found import ProblemSpan
from builder.extract.problems.handed import handed_problems
from builder.extract.problems.inline import inline_problems
from builder.extract.problems.stated import stated_problems
from builder.extract.problems.titles import title_of, trimmed
from builder.extract.problems.weighed import WEIGHED
from builder.model import Outline, Problem, Theme
from builder.outline.shortcomings import ends_wrong
from builder.text.themes import themes
from builder.text.unwrapped import unbroken

MIN_PROBLEM_CHARACTERS = 6

_WORD = re.compile(r"\w")
# The number of a page between two lines of a sentence: 不— 1 —容忽视.
_PAGE_MARK = re.compile(r"\n\s*[-—–]\s*\d{1,3}\s*[-—–]\s*\n")


def problems(outline: Outline) -> tuple[Problem, ...]:
    """All problems of a report in text order.

    `quote` runs from the title's first word to the end of the item, without its number.
    """
    handed = tuple(handed_problems(outline))
    raised = (*handed, *_outside(_blocks(outline, handed), inline_problems(outline)))
    found = {item.start: item for item in _innermost(raised)}
    plain = outline.source.plain
    stated = (
        item
        for item in stated_problems(outline)
        # 参与面偏窄 is whole, short as it is.
        if item.end - item.start >= MIN_PROBLEM_CHARACTERS
        or ends_wrong(plain[item.start : item.end])
    )
    found |= {item.start: item for item in stated if _says(plain, item)}
    return tuple(_problem(outline, found[start]) for start in sorted(found))


def _blocks(outline: Outline, handed: Sequence[ProblemSpan]) -> Iterator[range]:
    """The stretches that deal with a problem that others raised: its words, or all below them
    where they are a heading.
    """
    starts = [section.start for section in outline.sections]
    for item in handed:
        yield range(item.start, item.end)
        at = bisect_right(starts, item.start) - 1
        if at >= 0 and item.start < outline.sections[at].body:
            yield range(outline.sections[at].start, outline.sections[at].end)


def _outside(blocks: Iterable[range], inline: Iterable[ProblemSpan]) -> Iterator[ProblemSpan]:
    """What was found in passing; where a problem is dealt with, none that only sounds like one."""
    known = sorted(blocks, key=attrgetter("start"))
    starts = [block.start for block in known]
    # How far all blocks up to one reach.
    reached = [*accumulate((block.stop for block in known), max)]
    for item in inline:
        before = bisect_left(starts, item.end)
        if item.rule != WEIGHED or not before or reached[before - 1] <= item.start:
            yield item


def _innermost(raised: Sequence[ProblemSpan]) -> Iterator[ProblemSpan]:
    """The spans that hold no other: 省警示片披露的“管网破损”问题 has its problem in the quote."""
    ordered = sorted(raised, key=attrgetter("start"))
    starts = [item.start for item in ordered]
    # The first end among all spans from a place on.
    ends = [*accumulate((item.end for item in reversed(ordered)), min)][::-1]
    for item in raised:
        later = bisect_right(starts, item.start)
        if later == len(ordered) or ends[later] >= item.end:
            yield item


def _says(plain: str, found: ProblemSpan) -> bool:
    """Whether a stretch holds words at all."""
    return _WORD.search(plain, found.start, found.end) is not None


def _themes(plain: str, cause: tuple[int, int] | None) -> tuple[Theme, ...]:
    """What a problem is about; a cause says why, and only tells where the rest does not.

    农村生活污水处理率低,主要是技术力量薄弱 is of villages and not of staff.
    """
    if cause is None:
        return themes(plain, ())
    rest = f"{plain[: cause[0]]},{plain[cause[1] :]}"
    own = themes(rest, ())
    return themes(plain, ()) if own == (Theme.GOVERNANCE,) else own


def _problem(outline: Outline, found: ProblemSpan) -> Problem:
    source = outline.source
    said = _PAGE_MARK.sub("\n", source.plain[found.start : found.end])
    plain = unbroken(said, 0, len(said)).text
    cause = cause_span(plain, 0, len(plain))
    return Problem(
        report=source.report,
        start=found.start,
        end=found.end,
        quote=source.text[found.start : found.end],
        themes=_themes(plain, cause),
        headings=(),
        rule=found.rule,
        title=found.title or title_of(plain, cause),
        cause=None if cause is None else trimmed(plain[cause[0] : cause[1]]),
    )
