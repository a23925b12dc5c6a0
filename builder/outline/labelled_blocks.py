"""Blocks of a report on rectification: a problem as heading, and lines with labels under it.

三、平川县填埋场渗滤液积存 / 责任单位:平川县人民政府 / 整改时限:2024年10月底前 / 整改进展:已完成。…
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
    if outline.title is None or len(section.heading) > MAX_HEADING_CHARACTERS:
        return False
    plain = outline.source.plain
    title = "".join(plain[slice(*outline.title)].split())
    if not problem_words().raised.rectified.within(title) or _label().match(section.heading + ":"):
        return False
    first = _label().match(plain, section.body, section.end)
    said = _said().match(plain, section.body, section.end) if first is None else first
    return said is not None and _progress().search(plain, section.body, section.end) is not None


def said_end(outline: Outline, section: Section) -> int | None:
    """Where what inspectors said of a labelled block's problem ends: 督察指出,污水溢流进入茅溪。"""
    plain = outline.source.plain
    said = _said().match(plain, section.body, section.end)
    if said is None:
        return None
    label = _progress().search(plain, said.end(), section.end)
    return None if label is None else len(plain[: label.start()].rstrip())


@cache
def _label() -> re.Pattern[str]:
    labels = (*outline_words().tense.labels, *rectification_words().progress)
    return re.compile(rf"\s*(?:{'|'.join(labels)}):")


@cache
def _said() -> re.Pattern[str]:
    raised = problem_words().raised
    return re.compile(rf"\s*{raised.overseers.group}[^,。;:]{{0,8}}?{raised.says.group}[,:]")


@cache
def _progress() -> re.Pattern[str]:
    return re.compile(rf"(?:{rectification_words().progress.pattern}):")
