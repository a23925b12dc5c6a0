"""Whether a stretch of a report looks back on what was done or ahead to what will be."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.vocabulary.generic.reports import headings
from builder.vocabulary.words import either

# Words of hope stand in summaries too, so alone they tell little. How far a stretch is read is
# bounded, so that time grows with the text alone.
FUTURE, HOPES, PAST = 2, 3, 4
REACH = 1500


class _Patterns(NamedTuple):
    future: re.Pattern[str]
    hope: re.Pattern[str]
    past: re.Pattern[str]


def ahead(plain: str, start: int, end: int) -> int:
    """How plainly a stretch speaks of the future: 0 where the past outweighs it.

    `力争…`, `…月底前完成`, `不少于20件` against `累计`, `同比下降`, `已完成`.
    """
    patterns = _patterns()
    stop = min(end, start + REACH)
    future = FUTURE * len(patterns.future.findall(plain, start, stop))
    hopes = len(patterns.hope.findall(plain, start, stop))
    if future + hopes < PAST * len(patterns.past.findall(plain, start, stop)):
        return 0
    return future + hopes if future else hopes // HOPES


@cache
def _patterns() -> _Patterns:
    words = headings().tense
    return _Patterns(
        future=re.compile(f"{either(words.future)}|将(?<!推将)(?![其此军])"),
        hope=re.compile(either(words.hope)),
        # An amount after 达 or 为 was measured; what is to be reached has 到 before it.
        past=re.compile(rf"{either(words.past)}|[达为]\d"),
    )
