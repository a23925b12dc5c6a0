"""What is printed in a sentence or a cell: runs of words, figures and passages with their marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class RunStyle(StrEnum):
    """How words are set off from those around them.

    `strong` are figures in their sentence and words that carry it, `quiet` are beside the matter,
    `apart` are values that do not compare, `letter` leads to the note that says why (a, b, c). The
    last three are the tags of a problem: 未见对应承诺, 仅同主题承诺, 有相关承诺.
    """

    PLAIN = ""
    STRONG = "strong"
    QUIET = "quiet"
    APART = "apart"
    LETTER = "letter"
    UNANSWERED = "unanswered"
    GENERAL = "general"
    ANSWERED = "answered"


class Mark(str):
    """An evidence mark, 岳3, with the addresses of those facts of its sentence that are meant."""

    __slots__ = ("facts",)
    facts: tuple[str, ...]

    def __new__(cls, text: str, facts: Iterable[str] = ()) -> Self:
        """The mark; a plain text is one that knows no facts."""
        mark = super().__new__(cls, text)
        mark.facts = tuple(facts)
        return mark


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style, or an evidence mark: `mark` 岳3, whose plain text is 〔岳3〕.

    Pages print the mark itself, small and raised; the brackets are for texts without styles.
    `facts` are the addresses of the facts that a mark, or the words before it, were taken from.
    """

    text: str
    mark: str = ""
    style: RunStyle = RunStyle.PLAIN
    facts: tuple[str, ...] = ()


Runs = tuple[Run, ...]
