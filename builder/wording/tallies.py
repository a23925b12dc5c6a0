"""督察与整改: sets of items with done and total, rates as printed and as computed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from builder.model import Figure, TallyRow
from builder.model.comparison import Amount, TallyNote, TallyState, TallyStatus
from builder.vocabulary.environment.names import names
from builder.wording.part import Part
from builder.wording.periods import period_words
from builder.wording.words import plain

STATES = {
    TallyState.DONE_UNKNOWN: "办结数未载明",
    TallyState.TOTAL_UNKNOWN: "总数未载明",
    TallyState.DONE_ABOVE_TOTAL: "完成数大于总数，存疑",
    TallyState.COMPLETE: "已全部完成",
    TallyState.UNDER_WAY: "推进中",
}
NOTES = {
    TallyNote.RATE_DIFFERS: "原文比率与按原文数字计算的不一致",
    TallyNote.PARTS_DIFFER: "完成数与未完成数之和不等于总数",
    TallyNote.DATED: "原文称“截至”，见出处",
    TallyNote.UNDATED: "未写明截止日期",
}


class Tallies(Part):
    """The rows of 督察与整改."""

    def rows(self, tallies: Iterable[TallyStatus]) -> tuple[TallyRow, ...]:
        """One row a set."""
        return tuple(map(self._row, tallies))

    def _row(self, status: TallyStatus) -> TallyRow:
        language, fact = self.language, status.fact
        mark = language.mark(fact)
        unstated, uncounted = language("未载明"), language("不能计算")
        doubted = status.state is TallyState.DONE_ABOVE_TOTAL
        return TallyRow(
            bureau=language.bureau(fact.report),
            source=language(names().sources[fact.source]),
            subject=fact.subject,
            total=_figure(_printed(fact.total), mark, unstated),
            done=_figure(_printed(fact.done), mark, unstated),
            pending=_figure(status.pending, mark, uncounted if doubted else unstated),
            printed_rate=_figure(_printed(fact.rate), mark, unstated, unit="%"),
            computed_rate=_figure(status.rate, mark, uncounted, unit="%"),
            period=period_words(fact.period, language),
            state=language(STATES[status.state]),
            note=language("；").join(language(NOTES[note]) for note in status.notes),
        )


def _printed(value: Decimal | None) -> Amount | None:
    return None if value is None else Amount(value=value)


def _figure(amount: Amount | None, mark: str, absent: str, *, unit: str = "") -> Figure:
    if amount is None:
        return Figure(text=absent)
    number = plain(amount.value)
    return Figure(
        text=number + unit,
        marks=(mark,),
        value=amount.value,
        unit=unit,
        computed=amount.computed,
        cell=number if unit else "",
        after=unit,
    )
