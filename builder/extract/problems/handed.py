"""Shortcomings that others raised, as reports on their rectification name them.

`(一)关于“东溪河水质长期不达标”的问题` above its rectification, `反馈问题:管网破损。`, `督察指出,….`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.extract.problems.found import ProblemSpan
from builder.extract.problems.frame import frame
from builder.model import Outline, Role, Section, Sentence, ancestors
from builder.outline.labelled_blocks import is_labelled, is_on_rectification, statement_end
from builder.outline.marks import opening_mark
from builder.outline.told_blocks import told_blocks
from builder.text.unwrapped import unbroken
from builder.vocabulary.generic.statements import problem_words

# To look up a member of an enumeration takes as long as a search.
_DONE = Role.DONE

MAX_TITLE_CHARACTERS = 40
_NAMES = "问题"
# What stands first under a label: 反馈问题:|管网破损。
_STATEMENT = re.compile(r"[^\s。;:][^。;\n]{3,79}")


class _Patterns(NamedTuple):
    """`headed` is a heading that names a problem, `told` the sentence that says who raised what."""

    headed: re.Pattern[str]
    told: re.Pattern[str]
    begins: re.Pattern[str]
    vague: re.Pattern[str]


def handed_problems(outline: Outline) -> Iterator[ProblemSpan]:
    """The problems that headings and sentences of the part on work done name as raised."""
    blocks = {block.section: block for block in told_blocks(outline)}
    for index, section in enumerate(outline.sections):
        if section.role is not _DONE:
            continue
        named = list(_headed(outline, section)) if _may_name(outline, index) else []
        yield from named or _labelled(outline, section)
        if not named and (block := blocks.get(index)):
            end = block.start + len(outline.source.plain[block.start : block.told].rstrip())
            yield ProblemSpan(block.start, end, block.name, "problem.raised")
    for sentence in outline.sentences:
        if sentence.role is not _DONE or not _patterns().begins.match(
            outline.source.plain, sentence.start, sentence.end
        ):
            continue
        if _in_block(outline, sentence):
            continue
        read = unbroken(outline.source.plain, sentence.start, sentence.end)
        told = _patterns().told.match(read.text)
        if told and _is_problem(told["what"]):
            title = told["what"] if len(told["what"]) <= MAX_TITLE_CHARACTERS else ""
            yield ProblemSpan(*read.span(*told.span("what")), title, "problem.raised")


def _in_block(outline: Outline, sentence: Sentence) -> bool:
    """Whether a sentence is the inspectors' in a block whose heading is the problem already."""
    if sentence.section is None:
        return False
    section = outline.sections[sentence.section]
    stop = statement_end(outline, section) if is_labelled(outline, section) else None
    return stop is not None and sentence.start < stop


def _headed(outline: Outline, section: Section) -> Iterator[ProblemSpan]:
    plain = outline.source.plain
    if problem_words().raised.labels.fullmatch(section.heading):
        told = _STATEMENT.search(plain, section.body, section.end)
        if told and _is_problem(told[0]):
            yield ProblemSpan(*told.span(), "", "problem.raised")
        return
    mark = opening_mark(plain, section.start, section.end)
    read = unbroken(plain, mark.end if mark else section.start, section.body)
    patterns = _patterns()
    named = patterns.headed.match(read.text) or patterns.told.match(read.text.rstrip())
    if named and _is_problem(named["what"]):
        yield ProblemSpan(*read.span(*named.span("what")), named["what"], "problem.raised")


def _labelled(outline: Outline, section: Section) -> Iterator[ProblemSpan]:
    """The heading of a block that tells who puts it right, by when, and how far that has come."""
    if is_labelled(outline, section):
        mark = opening_mark(outline.source.plain, section.start, section.end)
        read = unbroken(outline.source.plain, mark.end if mark else section.start, section.body)
        begin = len(read.text) - len(read.text.lstrip())
        start, end = read.span(begin, len(read.text.rstrip("。 \n")))
        # What the inspectors said of it belongs to it: 督察指出,渗滤液积存9万吨。
        end = statement_end(outline, section) or end
        yield ProblemSpan(start, end, section.heading, "problem.raised")


def _is_problem(what: str) -> bool:
    """Whether words name a shortcoming, and neither work on one nor anything that needs a name."""
    words = problem_words()
    return (
        (frame().weak.search(what) or words.raised.what.search(what)) is not None
        and not words.passing.decoy_openings.match(what)
        and _patterns().vague.fullmatch(what) is None
    )


def _may_name(outline: Outline, index: int) -> bool:
    """Whether a heading speaks of a problem, where raised problems are put right."""
    heading = outline.sections[index].heading
    named = _NAMES in heading or _patterns().begins.match(heading) is not None
    return named and _on_rectification(outline, index)


def _on_rectification(outline: Outline, index: int) -> bool:
    """Whether the title or a heading above says that raised problems are rectified."""
    words = problem_words().raised
    _, *above = ancestors(outline.sections, index)
    return is_on_rectification(outline) or any(
        words.rectified.within(outline.sections[at].heading) for at in above
    )


@cache
def _patterns() -> _Patterns:
    words = problem_words().raised
    return _Patterns(
        # 关于“…”的问题, 中央督察指出“…”问题.
        headed=re.compile(
            rf"(?:[^“”。:]{{0,30}}?(?:{words.overseers.pattern})[^“”。:]{{0,12}}"
            rf"(?:{words.says.pattern}|{words.how.pattern})[^“”。:]{{0,8}}(?=“)|关于)?"
            r"“?(?P<what>[^“”。:]{4,60}?)”?的?问题[。:\s]*$"
        ),
        told=re.compile(
            f"(?:(?:{words.labels.pattern}):|(?:{words.overseers.pattern})[^,。;:]{{0,10}}"
            f"(?:{words.says.pattern})[,:])“?(?P<what>[^。;”]{{4,80}})"
        ),
        begins=re.compile(f"{words.labels.pattern}|{words.overseers.pattern}"),
        vague=re.compile(f"(?:{words.vague.pattern})+"),
    )
