"""Amounts that are planned, and so no quantities: 力争新增造林500亩, 计划建设3座污水处理厂."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.text.deadlines import deadline
from builder.text.modality import before, branches
from builder.vocabulary.generic.statements import modality_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from builder.text.numbers.number import Number

# How far before its number a cue may stand, and behind it a turn (3座已建成).
MAX_CHARACTERS_BEFORE = 120
MAX_CHARACTERS_BEHIND = 24
CLAUSE_BREAK = re.compile(r"(?<!\d),|,(?!\d)|[;:。\n]")
# Words of what is left stand so near, and its term ends so.
LEFT_REACH = 6
DUE_ENDS = frozenset("前内")
# A cue ends here for good.
FULL_BREAKS = frozenset(";。\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """`cue` finds the bare word: every branch begins with a fixed character, outside groups."""

    cue: re.Pattern[str]
    turn: Words
    finished: Words
    left: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = modality_words().amounts
    none = (*modality_words().none, *words.none)
    always = branches((*words.counted, *words.lasting, *words.passing), none)
    deeds = (before(one, none) for one in words.before)
    return _Patterns(
        cue=re.compile("|".join((always, *deeds))),
        turn=words.turns,
        finished=words.finished,
        left=re.compile(f"{words.left.group}的?$"),
    )


def planning_cue(text: str, start: int, number: Number) -> str | None:
    """The word of the sentence from `start` that makes a number planned (力争, 预计), or None.

    A cue governs its own clause and those behind it, up to words of what was done (已, 目前).
    """
    words = _patterns()
    start = max(start, number.start - MAX_CHARACTERS_BEFORE)
    cues = list(words.cue.finditer(text, start, number.start))
    if not cues:
        return None
    cue = _governing(text, cues)
    breaks = list(CLAUSE_BREAK.finditer(text, cue.end(), number.start))
    if breaks:
        stop = CLAUSE_BREAK.search(text, number.end, number.end + MAX_CHARACTERS_BEHIND)
        ended = _ended(
            text, cue, breaks, stop.start() if stop else number.end + MAX_CHARACTERS_BEHIND
        )
    else:
        ended = words.turn.search(text, cue.end(), number.start) is not None
    return None if ended else cue[0]


def is_left_and_due(text: str, number: Number) -> bool:
    """Whether a number is what is left to be done by a day: 其余|2条2025年3月底前治理到位."""
    if _patterns().left.search(text, max(0, number.start - LEFT_REACH), number.start) is None:
        return False
    stop = CLAUSE_BREAK.search(text, number.end, number.end + MAX_CHARACTERS_BEHIND)
    end = stop.start() if stop else min(len(text), number.end + MAX_CHARACTERS_BEHIND)
    due = deadline(text, number.end, end)
    return due is not None and text[due[1] - 1] in DUE_ENDS


def _governing(text: str, cues: list[re.Match[str]]) -> re.Match[str]:
    """The last cue, or the stronger word before it in its clause (预计可减排, 力争到年底)."""
    kinds = modality_words().amounts
    for words in (kinds.counted, kinds.lasting):
        found = [cue for cue in cues if cue[0] in words]
        if found and CLAUSE_BREAK.search(text, found[-1].end(), cues[-1].start()) is None:
            return found[-1]
    return cues[-1]


def counts_though_planned(cue: str) -> bool:
    """Whether an amount counts though it is planned, with the word in its label (预计)."""
    return cue in modality_words().amounts.counted


def _ended(text: str, cue: re.Match[str], breaks: list[re.Match[str]], end: int) -> bool:
    """Whether a cue ends before the last of the clauses behind it, which goes to `end`."""
    kinds, words = modality_words().amounts, _patterns()
    if cue[0] in kinds.passing or any(found[0] in FULL_BREAKS for found in breaks):
        return True
    edges = [*(found.end() for found in breaks), end]
    clauses = list(pairwise(edges))
    if any(words.turn.search(text, *clause) for clause in clauses):
        return True
    if cue[0] in kinds.lasting or words.finished.search(text, cue.end(), breaks[0].start()):
        return False
    return any(words.finished.search(text, *clause) for clause in clauses)


def with_cue(label: str, cue: str | None) -> str:
    """A label that says its amount is expected."""
    return label if cue is None or cue in label else cue + label
