"""Labels that open the parts of a text without headings: `卡点:…`, `计划:…`, `(对策)…`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from builder.model import Role
from builder.outline.announcements import announced, label_at
from builder.outline.headings import Heading, MarkedText

# One label alone may be a statement of its own: 问题:管网破损。
FEWEST = 2


def part_labels(plain: str, texts: Iterable[MarkedText]) -> dict[int, Heading]:
    """The labels of the parts of a text, by where their paragraphs begin.

    Each stands once, and one announces problems or the plan: `问题描述:…` above `整改情况:…` comes
    again with each problem, and is a block of its own kind.
    """
    found = {
        text.start: Heading(*label)
        for text in texts
        if text.mark is None
        and text.opens_paragraph
        and not text.tabled
        and (label := label_at(plain, text.start, text.end)) is not None
    }
    words = [plain[one.start : one.end] for one in found.values()]
    once = len(words) >= FEWEST and max(Counter(words).values()) == 1
    roles = {announced(one, main=True) for one in words}
    return found if once and roles & {Role.PROBLEMS, Role.PLAN} else {}
