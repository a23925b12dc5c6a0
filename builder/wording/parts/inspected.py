"""督察整改: the cell of the overview on what inspections raised, each list as what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from builder.model import TallySource
from builder.model.comparison import Dossier, RaisedItems, TallyStatus
from builder.model.page import Cell
from builder.model.printed import Runs, RunStyle
from builder.wording.cells import cell, styled
from builder.wording.letters import Letters
from builder.wording.parts.context import Context
from builder.wording.runs import cited, in_a_row, traced
from builder.wording.words import plain

WIDE = 8
"""From so many bureaus on the overview lies on a page on its side, one line a bureau."""
BANDED = 20
"""From so many on, marks are off and bands part those that compare from the others."""
# Who inspected, as a cell has it; of several or of an untold level nobody is named.
_INSPECTED = {
    TallySource.CENTRAL_INSPECTION: "中央{done}/{total}",
    TallySource.PROVINCIAL_INSPECTION: "省{done}/{total}",
    TallySource.MIXED_INSPECTION: "{done}/{total}",
}
_LETTERS = "信访件{done}/{total}"


class Inspected:
    """Cells that set only the same object side by side: all that an inspection raised."""

    def __init__(self, context: Context, letters: Letters) -> None:
        self.language = context.language
        self.tallies = context.comparison.tallies
        self.letters = letters
        self.wide = context.bureaus >= WIDE
        self.banded = context.bureaus >= BANDED

    def cell(self, report: Dossier) -> Cell | None:
        """中央17/29 over 省级40/41; letters stand apart, and only where nothing else is told."""
        found = [
            status
            for status in self.tallies
            if status.fact.report == report.line.report
            and status.rate is not None
            and status.fact.is_sure
            and not status.set_aside
        ]
        whole = _lists([status for status in found if status.raised is RaisedItems.WHOLE])
        letters = _lists([status for status in found if status.raised is RaisedItems.LETTERS])
        most = sorted(whole or letters, key=lambda status: -status.left)
        shown = most[:1] if self.wide else most
        if not shown:
            return None
        lines = [runs for status in shown for runs in self._lines(status)]
        return cell(in_a_row(lines, "")) if self.wide else cell(*lines)

    def _lines(self, status: TallyStatus) -> Iterator[Runs]:
        """The numbers, and under them, or behind them in one line, whether the rest is on time."""
        yield self._said(status)
        if status.raised is RaisedItems.WHOLE and status.on_time:
            words = self.language("余按期")
            yield styled(f" {words}" if self.wide else words, RunStyle.QUIET)

    def _said(self, status: TallyStatus) -> Runs:
        """中央17/29; 信访件246/256 apart, with a letter that says whose they are."""
        fact, language = status.fact, self.language
        letters = status.raised is RaisedItems.LETTERS
        words = language(
            _LETTERS if letters else _INSPECTED[fact.source],
            done=plain(fact.done or Decimal()),
            total=plain(fact.total or Decimal()),
        )
        runs = styled(words, RunStyle.APART if letters else RunStyle.PLAIN)
        if letters:
            runs = (*runs, self.letters.run(language("督察交办的信访件")))
        marks = (language.mark(fact),)
        return traced(runs, marks) if self.banded else cited(runs, marks)


def _lists(statuses: Sequence[TallyStatus]) -> list[TallyStatus]:
    """One set a level of inspection, that with most left; one that holds all levels alone."""
    largest = max(statuses, key=_size, default=None)
    if largest is not None and largest.fact.source is TallySource.MIXED_INSPECTION:
        return [largest]
    by_level: dict[TallySource, TallyStatus] = {}
    for status in sorted(statuses, key=lambda status: (-status.left, -_size(status))):
        by_level.setdefault(status.fact.source, status)
    return list(by_level.values())


def _size(status: TallyStatus) -> Decimal:
    return status.fact.total or Decimal()
