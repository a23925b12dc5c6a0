"""Problems of the parts of a report that set its problems out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from builder.extract.problems.enumerated import (
    is_item,
    own_heading,
    problems_of_bare_list,
    problems_of_items,
    problems_of_section,
)
from builder.extract.problems.found import ProblemSpan
from builder.extract.problems.paragraphs import problems_of_paragraphs
from builder.model import Outline, Role, Section, Sentence, ancestors
from builder.outline.marks import opening_mark

# To look up a member of an enumeration takes as long as a search.
_PROBLEMS = Role.PROBLEMS

_SENTENCE = re.compile(r"[^。!?\s][^。!?]*[。!?]?")


def stated_problems(outline: Outline) -> Iterator[ProblemSpan]:
    """Problems of the parts of a report that set its problems out."""
    yield from problems_of_bare_list(outline)
    for run in _runs(outline):
        headed, loose = _by_heading(outline, run)
        if headed and not loose and (parallel := _parallel(outline, headed)):
            headed, loose = [], parallel
        for section, sentences in headed:
            yield from problems_of_section(outline, section, sentences)
        items = [sentence for sentence in loose if is_item(outline.sections, sentence)]
        yield from problems_of_items(outline, items)
        if not headed and not items:
            yield from problems_of_paragraphs(outline, loose)


def _runs(outline: Outline) -> Iterator[list[Sentence]]:
    """The sentences on problems that stand together, those of each main part by themselves.

    So those of 二、主要问题 have their own form, whatever 三、主要原因 has.
    """

    def part(sentence: Sentence) -> tuple[Role, int | None]:
        above = [
            index
            for index in ancestors(outline.sections, sentence.section)
            if outline.sections[index].role is _PROBLEMS
        ]
        return sentence.role, above[-1] if above else None

    for (role, _), run in groupby(outline.sentences, key=part):
        if role is _PROBLEMS:
            yield list(run)


def _by_heading(
    outline: Outline, run: list[Sentence]
) -> tuple[list[tuple[Section, list[Sentence]]], list[Sentence]]:
    """The sentences under headings of their own, and the others."""
    headed: dict[int, list[Sentence]] = {}
    loose: list[Sentence] = []
    for sentence in run:
        index = own_heading(outline.sections, sentence.section)
        if index is None:
            loose.append(sentence)
        else:
            headed.setdefault(index, []).append(sentence)
    return [(outline.sections[index], found) for index, found in headed.items()], loose


def _parallel(outline: Outline, headed: list[tuple[Section, list[Sentence]]]) -> list[Sentence]:
    """The sentences of a single paragraph whose first ones were taken for headings, else none."""
    plain = outline.source.plain
    (first, _), (_, last) = headed[0], headed[-1]
    start, end = first.start, last[-1].end
    marked = any(opening_mark(plain, section.start, section.end) for section, _ in headed)
    if marked or "\n" in plain[start:end].strip():
        return []
    return [
        replace(last[-1], start=found.start(), end=found.end())
        for found in _SENTENCE.finditer(plain, start, end)
    ]
