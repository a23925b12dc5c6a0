"""The rows of a dot plot: what stands in one, and which are drawn where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model import Period
from builder.model.comparison import MetricValue
from builder.model.plotted import DotRow

MOST_ROWS = 44
"""A page holds so many; of more only those that compare are drawn."""
MOST_WHOLE = 12
"""Of more rows each bureau keeps one, so that the picture shows bureaus, not their parts."""

# Report, period, scope as printed, and whether the year is masked.
Common = tuple[str, Period | None, str | None, bool]
Band = tuple[Period | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row with its band: None where its values stand apart."""

    row: DotRow
    band: Band | None

    @property
    def dots(self) -> int:
        """How many values it draws."""
        return sum(dot is not None and dot.value is not None for dot in self.row.dots)


def common(value: MetricValue) -> Common:
    """What the values of a row have in common."""
    fact = value.fact
    return fact.report, fact.period, fact.scope, value.year_masked


def folded(placed: Sequence[Placed]) -> list[Placed]:
    """The rows that are drawn, not too many for one picture.

    Of many those with a value, one a bureau; of very many only those that compare.
    """
    drawn = {each.row.name for each in placed if each.dots}
    # A change alone is said in words where its bureau has values to be drawn.
    shown = [each for each in placed if each.dots or each.row.name not in drawn]
    if len(shown) > MOST_WHOLE:
        best: dict[str, Placed] = {}
        for each in sorted(shown, key=lambda one: (one.band is None, -one.dots)):
            if each.dots:
                best.setdefault(each.row.name, each)
        shown = [each for each in shown if any(each is one for one in best.values())] or shown
    if len(shown) > MOST_ROWS and any(each.band for each in shown):
        shown = [each for each in shown if each.band]
    return shown[:MOST_ROWS]
