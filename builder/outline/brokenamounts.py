"""Line ends that stand inside a phrase, whatever the width: 其中重大隐患4|处、一般隐患6处.

Too few lines may be left to tell a width, but no line begins with a unit and a sign, nor with the
sign itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.outline.spans import Span
from builder.vocabulary.generic.amounts import units
from builder.vocabulary.words import Words

# A shorter line is a heading, a cell or a label, and its number whole.
SHORTEST = 20


class _Patterns(NamedTuple):
    quick: re.Pattern[str]
    broken: re.Pattern[str]


def broken_amounts(plain: str) -> Iterator[Span]:
    """The stretches between the parts of such lines, with the blanks that the next begins with."""
    for found in _patterns().broken.finditer(plain):
        line = plain[plain.rfind("\n", 0, found.start()) + 1 : found.start()]
        below = plain[found.end() : (plain.find("\n", found.end()) + 1 or len(plain) + 1) - 1]
        whole = line[-1:].isdecimal() and len(line.strip()) < SHORTEST
        if not whole and not any(sign in line + below for sign in "|\t"):
            yield Span(*found.span())


def may_break_amounts(plain: str) -> bool:
    """Whether a text may have such a line; most have none."""
    return _patterns().quick.search(plain) is not None


@cache
def _patterns() -> _Patterns:
    table = units()
    words = Words(
        dict.fromkeys(
            (
                *(word for one in table.counters for word in one.words),
                *(word for one in table.measures for word in one.spellings),
            )
        )
    )
    return _Patterns(
        quick=re.compile(r"\n[ \u3000]*(?:[,。、;]|[^\n]{1,6}[,。、;)])"),
        # A line end comes first, so that all else is passed over at once.
        broken=re.compile(
            rf"\n(?:(?<=\d\n)[ \u3000]*(?=[万亿]?{words.group}[,。、;)])"
            r"|(?<=[^\s,。、;:!?|]\n)[ \u3000]*(?=[,。、;]))"
        ),
    )
