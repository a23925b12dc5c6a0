"""Items and names in a row, of many the first few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from builder.model import Runs
from builder.wording.part import Part
from builder.wording.runs import in_a_row

Item = TypeVar("Item")
# How many items or names one sentence holds before it says how many more there are.
MOST_ITEMS = 4


class Lists(Part):
    """What the sentences of 要点 have in common."""

    def listed(self, items: Sequence[str | Runs]) -> Runs:
        """Items in a row; of many the first few, and how many more there are."""
        shown = _shown(items)
        words, left = in_a_row(shown, self.language("；")), len(items) - len(shown)
        if not left:
            return words
        return self.language.runs("{items}；另有{count}项见正文", items=words, count=left)

    def named(self, names: Sequence[str | Runs]) -> Runs:
        """Bureaus in a row; of many the first few, and how many they are."""
        shown = _shown(names)
        words = in_a_row(shown, self.language("、"))
        if len(shown) == len(names):
            return words
        return self.language.runs("{names}等{count}家", names=words, count=len(names))

    def bureaus(self, reports: Sequence[str]) -> Runs:
        """The short names of reports in a row."""
        return self.named([self.language.bureau(report) for report in reports])


def _shown(items: Sequence[Item]) -> Sequence[Item]:
    """The first few of many; the last one takes no more room than saying that it is left out."""
    return items if len(items) <= MOST_ITEMS + 1 else items[:MOST_ITEMS]
