"""What the order of a report's parts tells: what stands before problems and plans was done.

Reports look back, say what is wrong, and then what is to come. So a part without words of its own
(`蓝天行动抓得紧`) before `存在的主要问题` is a summary: of 1,300 such sentences that people had
labelled, five were planned.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.model import Role, Sentence

_LATER = frozenset({Role.PROBLEMS, Role.PLAN})


def told_by_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentences in order; done work that was only assumed is told where another outermost part
    behind it is headed as problems or plans.
    """
    later: set[str] = set()
    out: list[Sentence] = []
    for sentence in reversed(list(sentences)):
        top = sentence.headings[0] if sentence.headings else ""
        if sentence.role is Role.DONE and not sentence.told and later - {top}:
            out.append(replace(sentence, told=True))
            continue
        if sentence.told and top and sentence.role in _LATER:
            later.add(top)
        out.append(sentence)
    return out[::-1]
