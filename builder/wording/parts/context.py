"""What every part of the briefing is made from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from builder.model.comparison import Comparison, Conclusion
from builder.model.page import BriefingPart
from builder.wording.numbers import counted
from builder.wording.wording import Wording
from builder.wording.words import enumeration

MOST_NAMED = 4
"""So many bureaus are named in a row before 等."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The comparison, the conclusions of page 1, and the language that says them.

    `focus` is the report of our own bureau, empty where none is named.
    """

    comparison: Comparison
    conclusions: tuple[Conclusion, ...]
    language: Wording
    focus: str = ""

    @property
    def bureaus(self) -> int:
        """How many reports stand side by side: how far a part folds."""
        return len(self.comparison.reports)

    @property
    def of_one(self) -> bool:
        """Whether all reports are of one bureau, on several years."""
        return len({report.identity for report in self.comparison.reports}) == 1

    def counted(self, number: int) -> str:
        """So many reports in words: 五家, or 四份报告 where they are of one bureau."""
        told = "{count}份报告" if self.of_one else "{count}家"
        return self.language(told, count=counted(number, self.language))

    def shortened(self, names: Sequence[str], most: int = MOST_NAMED) -> str:
        """Names in a row, many of them cut: 潜江市、岳阳县等12家."""
        if len(names) <= most:
            return enumeration(names, self.language)
        return self.language(
            "{names}等{count}家", names=enumeration(names[:most], self.language), count=len(names)
        )


Maker = Callable[[Context], tuple[BriefingPart, ...]]
"""Makes a part: none where there is nothing to print, several for sheets."""
