"""Amounts that are hoped for, and so no quantities: 力争新增造林500亩, 计划建设3座污水处理厂."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.text.modality import before, branches
from builder.vocabulary.generic.statements import modality_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from builder.text.numbers.number import Number

# How far before its number a hope may stand, and behind it a turn (3座已建成).
WINDOW = 120
BEHIND = 24
BREAK = re.compile(r"(?<!\d),|,(?!\d)|[;:。\n]")
# A hope ends here for good.
FULL_BREAKS = frozenset(";。\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """`hope` finds the bare word: every branch begins with a fixed character, outside groups."""

    hope: re.Pattern[str]
    turn: Words
    finished: Words


@cache
def _patterns() -> _Patterns:
    words = modality_words().amounts
    none = (*modality_words().none, *words.none)
    always = branches((*words.estimated, *words.lasting, *words.passing), none)
    deeds = (before(one, none) for one in words.before)
    return _Patterns(
        hope=re.compile("|".join((always, *deeds))),
        turn=words.turns,
        finished=words.finished,
    )


def awaited(text: str, start: int, number: Number) -> str | None:
    """The word of the sentence from `start` that hopes for a number (力争, 预计), or None.

    A hope governs its own clause and those behind it, up to words of what was done (已, 目前).
    """
    words = _patterns()
    start = max(start, number.start - WINDOW)
    hopes = list(words.hope.finditer(text, start, number.start))
    if not hopes:
        return None
    hope = _governing(text, hopes)
    breaks = list(BREAK.finditer(text, hope.end(), number.start))
    if breaks:
        stop = BREAK.search(text, number.end, number.end + BEHIND)
        ended = _ended(text, hope, breaks, stop.start() if stop else number.end + BEHIND)
    else:
        ended = words.turn.search(text, hope.end(), number.start) is not None
    return None if ended else hope[0]


def _governing(text: str, hopes: list[re.Match[str]]) -> re.Match[str]:
    """The last hope, or the stronger word before it in its clause (预计可减排, 力争到年底)."""
    kinds = modality_words().amounts
    for words in (kinds.estimated, kinds.lasting):
        found = [hope for hope in hopes if hope[0] in words]
        if found and BREAK.search(text, found[-1].end(), hopes[-1].start()) is None:
            return found[-1]
    return hopes[-1]


def is_told(hope: str) -> bool:
    """Whether an amount counts though it is hoped for, with the word in its label (预计)."""
    return hope in modality_words().amounts.estimated


def _ended(text: str, hope: re.Match[str], breaks: list[re.Match[str]], end: int) -> bool:
    """Whether a hope ends before the last of the clauses behind it, which goes to `end`."""
    kinds, words = modality_words().amounts, _patterns()
    if hope[0] in kinds.passing or any(found[0] in FULL_BREAKS for found in breaks):
        return True
    edges = [*(found.end() for found in breaks), end]
    clauses = list(pairwise(edges))
    if any(words.turn.search(text, *clause) for clause in clauses):
        return True
    if hope[0] in kinds.lasting or words.finished.search(text, hope.end(), breaks[0].start()):
        return False
    return any(words.finished.search(text, *clause) for clause in clauses)


def with_hope(label: str, hope: str | None) -> str:
    """A label that says its amount is expected."""
    return label if hope is None or hope in label else hope + label
