"""Whether a raised problem is put right: by its own block, or by the set that it was raised in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from builder.compare.blocks import is_settled as is_settled_in_block
from builder.compare.raised import raised_items
from builder.model import Problem, Tally, TallySource
from builder.model.comparison import Dossier, RaisedItems
from builder.vocabulary.environment.work import inspections, rectification_words

# Which inspection it was: 第二轮, 2023年.
_WHICH = re.compile(r"第[一二三四五]轮|(?:19|20)\d{2}年")


def is_settled(problem: Problem, dossier: Dossier) -> bool:
    """Whether its block says so, or the report that all items of the inspection are settled.

    省级督察反馈的乡镇污水直排问题 is, where 省级督察反馈的19项任务已全部销号; not where one of
    the same level has items left, nor where the problem itself says that it goes on.
    """
    if is_settled_in_block(problem, dossier):
        return True
    text = dossier.plain(problem)
    source = next(filter(None, map(_raised_by, (text, *_headings(problem, dossier)))), None)
    words = inspections().pending
    if source is None or words.behind.within(text) or rectification_words().not_ended.within(text):
        return False
    which = set(_WHICH.findall(text))
    sets = [
        fact
        for fact in _sets(dossier)
        if fact.source is source and _may_be(which, set(_WHICH.findall(_told(fact, dossier))))
    ]
    return bool(sets) and all(fact.done == fact.total for fact in sets)


def _may_be(one: set[str], other: set[str]) -> bool:
    """Whether two inspections can be the same: neither names a round or year that differs."""
    return not one or not other or bool(one & other)


def _headings(problem: Problem, dossier: Dossier) -> list[str]:
    """The headings above a problem, the innermost first: （二）省级督察反馈问题整改情况."""
    sections = dossier.extraction.outline.sections
    plain = dossier.extraction.outline.source.plain
    above = [one for one in sections if one.start <= problem.start < one.end]
    return [plain[one.start : one.body] for one in sorted(above, key=lambda one: -one.start)]


def _sets(dossier: Dossier) -> Iterator[Tally]:
    """The sure lists of inspections with both numbers."""
    for fact in dossier.of(Tally):
        counted = fact.is_sure and fact.total and fact.done is not None
        if counted and raised_items(fact, dossier) is RaisedItems.WHOLE:
            yield fact


def _told(fact: Tally, dossier: Dossier) -> str:
    return f"{fact.subject} {dossier.plain(fact)}"


def _raised_by(text: str) -> TallySource | None:
    """Which level of inspection a problem says it was raised by; None where it names none."""
    found = _by().match(text)
    if found is None:
        return None
    central = inspections().sources.central.within(found[0])
    return TallySource.CENTRAL_INSPECTION if central else TallySource.PROVINCIAL_INSPECTION


@cache
def _by() -> re.Pattern[str]:
    """第二轮省级生态环保督察|反馈: one level, and a verb of raising behind it."""
    sources, raised = inspections().sources, inspections().raised.verbs
    levels = f"(?:{sources.central.pattern}|省级?|自治区)"
    return re.compile(
        rf"[^,。;:]{{0,14}}?{levels}[^,。;:、和及]{{0,10}}(?:督察|督查)[^,。;:]{{0,6}}?{raised.group}"
    )
