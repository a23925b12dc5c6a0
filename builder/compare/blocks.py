"""What a report on rectification tells under the heading of a raised problem.

（二）关于“矿山生态修复不到位”的问题 / 已完成整改。边坡复绿420亩。 The sentence below is its work.
"""

from __future__ import annotations

import re
from functools import cache

from builder.model import Fact, Problem, Rectification, Role, Section
from builder.model.comparison import Dossier
from builder.vocabulary.environment.work import rectification_words


def block_of(problem: Problem, dossier: Dossier) -> tuple[int, int] | None:
    """The stretch under the heading that names a problem; none where it stands in no heading."""
    for section in dossier.extraction.outline.sections:
        if _names(section, problem):
            told = section.role is Role.DONE and section.body < section.end
            return (section.body, section.end) if told else None
    return None


def stands_in_block(fact: Fact, dossier: Dossier) -> bool:
    """Whether a fact stands under the heading that names some problem."""
    above = [
        section
        for section in dossier.extraction.outline.sections
        if section.role is Role.DONE and section.body <= fact.start < section.end
    ]
    return any(_names(section, one) for one in dossier.of(Problem) for section in above)


def _names(section: Section, problem: Problem) -> bool:
    return section.start <= problem.start and problem.end <= section.body


def is_block(fact: Fact, headed: frozenset[int]) -> bool:
    """Whether a rectification begins with the problem of a heading, and its work stands behind."""
    return isinstance(fact, Rectification) and any(fact.start <= at < fact.end for at in headed)


def headed_problems(dossier: Dossier) -> frozenset[int]:
    """Where the problems begin that have a block of their own."""
    return frozenset(
        problem.start for problem in dossier.of(Problem) if block_of(problem, dossier) is not None
    )


def is_settled(problem: Problem, dossier: Dossier) -> bool:
    """Whether the block of a problem says that it is put right: 整改进展:已完成。, 销号."""
    block = block_of(problem, dossier)
    if block is None:
        return False
    told = dossier.extraction.outline.source.plain[slice(*block)]
    words = rectification_words()
    return _ended().search(told) is not None and not words.not_ended.within(told)


@cache
def _ended() -> re.Pattern[str]:
    words = rectification_words()
    return re.compile(
        rf"(?:\A|[:\n])\s*(?:{words.before_stages.pattern})*(?:{words.ended.pattern})"
        rf"(?:并?长期坚持|[,。;\s]|并)|(?:该|此)(?:项)?问题[^。;]{{0,16}}(?:{words.ended.pattern})"
    )
