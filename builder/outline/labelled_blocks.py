"""Blocks of a report on rectification: a problem as heading, and lines with labels under it.

三、平川县填埋场渗滤液积存 / 责任单位:平川县人民政府 / 整改时限:2024年10月底前 / 整改进展:已完成。…
The inspectors' own words may stand first: 督察指出,渗滤液积存9万吨。 / 整改情况:已处置5万吨。
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from builder.vocabulary.environment.work import rectification_words
from builder.vocabulary.generic.outline import outline_words
from builder.vocabulary.generic.statements import problem_words

if TYPE_CHECKING:
    from builder.model import Outline, Section

MAX_HEADING_CHARACTERS = 40


def is_labelled(outline: Outline, section: Section) -> bool:
    """Whether a section is a block of a report on rectification that says how far it has come."""
    if len(section.heading) > MAX_HEADING_CHARACTERS or not is_on_rectification(outline):
        return False
    if _label().match(section.heading + ":"):
        return False
    plain = outline.source.plain
    first = _label().match(plain, section.body, section.end) or _said(outline, section)
    return first is not None and _progress().search(plain, section.body, section.end) is not None


def is_on_rectification(outline: Outline) -> bool:
    """Whether the title says that the report is on problems put right: `督察反馈意见整改报告`."""
    title = "" if outline.title is None else outline.source.plain[slice(*outline.title)]
    return problem_words().raised.rectified.within("".join(title.split()))


def statement_end(outline: Outline, section: Section) -> int | None:
    """Where the inspectors' own words end that a block begins with, before its first label."""
    if _said(outline, section) is None:
        return None
    plain = outline.source.plain
    label = _own_line().search(plain, section.body, section.end)
    return len(plain[: label.start()].rstrip()) if label else None


def _said(outline: Outline, section: Section) -> re.Match[str] | None:
    return _saying().match(outline.source.plain, section.body, section.end)


@cache
def _saying() -> re.Pattern[str]:
    """督察指出,: who raised the problem."""
    words = problem_words().raised
    return re.compile(
        rf"\s*[^,。;:()、\d\n]{{0,10}}?{words.overseers.group}[^,。;:\n]{{0,10}}{words.says.group}[,:]"
    )


@cache
def _own_line() -> re.Pattern[str]:
    """A label at the beginning of a line, or of a sentence."""
    return re.compile(rf"(?<=[\n。])(?:{_label().pattern})")


@cache
def _label() -> re.Pattern[str]:
    labels = (*outline_words().tense.labels, *rectification_words().progress)
    return re.compile(rf"\s*(?:{'|'.join(labels)}):")


@cache
def _progress() -> re.Pattern[str]:
    return re.compile(rf"(?:{rectification_words().progress.pattern}):")
