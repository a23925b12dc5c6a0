"""Raised problems under headings of their own: （一）关于“…”的问题, and below 已完成整改。…

A report on an inspection goes through its problems one by one. What was done is all that stands
under the heading, though no sentence of it says so by itself.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.model import Role
from builder.outline.labelled_blocks import is_labelled
from builder.outline.told_blocks import told_blocks
from builder.vocabulary.environment.work import rectification_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Outline, Section
    from builder.text.normalized import NormalizedText

# To look up a member of an enumeration takes as long as a search.
_DONE = Role.DONE

# Where the text of one problem ends, before results of another kind: ;1—9月,断面水质为Ⅲ类.
BREAK = re.compile(
    r";(?=(?:[\d一二三四、—至-]+(?:月|季度)|今年|截至)[^;。]*?(?:水质|断面|浓度|优良))"
)
# What stands at the end of a stretch and is no part of it: (整改目标100毫克/升)。
TAIL = re.compile(r"(?:\([^()]*\)|[。.!;,\s])+$")


# Nor is what is planned: ,计划2025年9月底前完成。
PLANNED = re.compile(r"[,;。](?:计划|预计|拟于?|力争)[^,;。]*。?$")


class HeadedProblem(NamedTuple):
    """The stretch that tells of a problem, and that of the sentences under its heading."""

    begin: int
    stop: int
    start: int
    end: int


class _Patterns(NamedTuple):
    """`naming` has a word of each `heading`; a list of plain words is found quickly."""

    naming: Words
    heading: re.Pattern[str]
    handled: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = rectification_words()
    return _Patterns(
        naming=words.naming,
        heading=re.compile(
            rf"(?:{words.opening.pattern})?“?(?P<problem>[^。;\n]{{4,60}}?)”?(?:{words.naming.pattern})[:。]?$"
        ),
        handled=re.compile(
            rf"[ \n]*(?:{words.before_stages.pattern}|,)*(?:{words.stages.pattern})"
        ),
    )


def headed_problems(outline: Outline, normalized: NormalizedText) -> tuple[HeadedProblem, ...]:
    """All problems of a report that have a heading and are told to be handled, in text order."""
    headed = tuple(_headed(outline, normalized))
    known = {one.start for one in headed}
    told = (one for one in _told(outline, normalized) if one.start not in known)
    return (*headed, *told)


def _told(outline: Outline, normalized: NormalizedText) -> Iterator[HeadedProblem]:
    """Problems found that a heading names, with what was done about them in the text under it."""
    for block in told_blocks(outline):
        begin, stop = normalized.span_of(block.start, block.handled)
        start, end = normalized.span_of(block.sentences[0].start, block.handled)
        tail = TAIL.search(normalized.text, start, stop)
        yield HeadedProblem(begin, tail.start() if tail else stop, start, end)


def _named(outline: Outline, section: Section) -> str | None:
    """The problem that a heading names: 关于“…”的问题, or all of that of a labelled block."""
    if section.role is not _DONE:
        return None
    naming = _patterns().naming.within(section.heading)
    named = _patterns().heading.search(section.heading) if naming else None
    if named is not None:
        return named["problem"]
    return section.heading if is_labelled(outline, section) else None


def _headed(outline: Outline, normalized: NormalizedText) -> Iterator[HeadedProblem]:
    told = [
        (sentence.start, span)
        for sentence, span in zip(outline.sentences, normalized.sentences, strict=True)
        if sentence.role is _DONE
    ]
    for index, section in enumerate(outline.sections):
        problem_named = _named(outline, section)
        if problem_named is None:
            continue
        below = min(
            (
                one.start
                for one in outline.sections
                if one.parent == index and _patterns().handled.match(one.heading) is None
            ),
            default=section.end,
        )
        spans = [span for place, span in told if section.body <= place < below]
        heading, body = normalized.span_of(section.start, section.body)
        told_of = _patterns().handled.match(normalized.text, body) or is_labelled(outline, section)
        if not spans or not told_of:
            continue
        problem = normalized.text.find(problem_named, heading, body)
        start, end = spans[0][0], spans[-1][1]
        stop = BREAK.search(normalized.text, start, end)
        last = stop.start() if stop else end
        planned = PLANNED.search(normalized.text, start, last)
        last = planned.start() if planned else last
        tail = TAIL.search(normalized.text, start, last)
        yield HeadedProblem(
            problem if problem >= 0 else heading, tail.start() if tail else last, start, end
        )
