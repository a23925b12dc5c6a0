"""Blocks that tell a problem found and what was done about it, without any label.

二、问题整改情况 / 1.危险废物台账管理不规范。12家企业账实不符。分局逐家下发整改通知,已全部整改完毕。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.clauses import CLAUSE_WITH_BRACKETS
from builder.model import Outline, Role, Section, Sentence
from builder.outline.labelled_blocks import is_on_rectification
from builder.outline.marks import opening_mark
from builder.vocabulary.environment.work import rectification_words
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words

# To look up a member of an enumeration takes as long as a search.
_DONE = Role.DONE

MAX_HEADING_CHARACTERS = 40
_NAMED = "问题"


class ToldBlock(NamedTuple):
    """Where a problem begins (its heading) and ends, and where what was done about it ends.

    `section` is the place of the heading that has its `name`, `sentences` are those under it.
    """

    section: int
    name: str
    start: int
    told: int
    handled: int
    sentences: tuple[Sentence, ...]


class _Words(NamedTuple):
    parts: Words
    faults: Words
    work: Words
    taken: Words


def told_blocks(outline: Outline) -> tuple[ToldBlock, ...]:
    """All such blocks of a report in text order.

    Under a part on problems put right a heading names a fault, and a clause below tells of work.
    """
    return tuple(_told(outline))


def _told(outline: Outline) -> Iterator[ToldBlock]:
    sentences: dict[int | None, list[Sentence]] = {}
    for sentence in outline.sentences:
        sentences.setdefault(sentence.section, []).append(sentence)
    for index, section in enumerate(outline.sections):
        if not _names_fault(outline, section):
            continue
        under = tuple(sentences.get(index, ()))
        handled = _handled(outline.source.plain, under)
        if handled is None:
            continue
        mark = opening_mark(outline.source.plain, section.start, section.end)
        start = mark.end if mark else section.start
        name = section.heading.removesuffix(_NAMED)
        yield ToldBlock(index, name, start, *handled, under)


def _names_fault(outline: Outline, section: Section) -> bool:
    """Whether a heading below one on problems put right is the name of a problem."""
    words = _words()
    if section.role is not _DONE or section.parent is None:
        return False
    named = len(section.heading) <= MAX_HEADING_CHARACTERS and words.faults.within(section.heading)
    if not named or words.work.within(section.heading):
        return False
    if words.parts.within(outline.sections[section.parent].heading):
        return True
    # 阜岭县督察反馈意见整改进展报告 / 二、已完成的任务 / (二)石材企业粉尘污染问题。
    return section.heading.endswith(_NAMED) and is_on_rectification(outline)


def _handled(plain: str, sentences: tuple[Sentence, ...]) -> tuple[int, int] | None:
    """Where the fault ends and where its handling ends; None where no clause tells of any.

    What stands before the first clause on its handling still tells of the fault.
    """
    told, handled = None, None
    for sentence in sentences:
        clauses = CLAUSE_WITH_BRACKETS.finditer(plain, sentence.start, sentence.end)
        taken = next((one for one in clauses if _words().taken.within(one[0])), None)
        if taken is None:
            continue
        if told is None:
            begins = plain[sentence.start : taken.start()].strip() == ""
            told = sentence.start if begins else taken.start() - 1
        handled = sentence.end
    return None if told is None or handled is None else (told, handled)


@cache
def _words() -> _Words:
    raised, done = problem_words().raised, rectification_words()
    return _Words(
        parts=done.parts,
        faults=Words((*raised.what, *raised.faults)),
        work=done.work,
        taken=done.taken,
    )
