"""督察与整改: how far the items of inspections, outfalls and campaigns are settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter

from builder.model import TallySource
from builder.model.comparison import TallyNote, TallyState, TallyStatus
from builder.model.page import (
    Block,
    BriefingPart,
    Cell,
    CellKind,
    Column,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
)
from builder.model.parts import PartName
from builder.model.printed import Run, Runs
from builder.wording.cells import band, bar, cell, number, row
from builder.wording.parts.context import Context
from builder.wording.parts.progress import Progress, amount_of, ratio, subject
from builder.wording.parts.quotes import shown
from builder.wording.parts.titles import TITLES
from builder.wording.parts.widths import name_width
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.words import plain

MOST_ROWS = 12
"""So many sets are drawn, those with most left; of the others their number is said."""
_MOST_NOTED, _FEW_NOTED, _FEW = 10, 4, 8
_LONGEST = 26.0
_HEADS = (
    ("单位", 15, CellKind.TEXT),
    ("事项", 48, CellKind.TEXT),
    ("交办、统计期", 25.5, CellKind.TEXT),
    ("完成比例", 24, CellKind.TEXT),
    ("完成/总数", 20.5, CellKind.NUMBER),
    ("完成率", 18, CellKind.NUMBER),
    ("剩余", 11, CellKind.NUMBER),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyKind:
    """Sets of one kind: their band, and what raised them."""

    title: str
    sources: frozenset[TallySource]


INSPECTIONS = TallyKind(
    title="督察交办、反馈",
    sources=frozenset(
        {
            TallySource.CENTRAL_INSPECTION,
            TallySource.PROVINCIAL_INSPECTION,
            TallySource.MIXED_INSPECTION,
        }
    ),
)
OTHERS = (
    TallyKind(title="排污口整治", sources=frozenset({TallySource.OUTFALL})),
    TallyKind(
        title="专项行动、信访和其他",
        sources=frozenset(TallySource) - INSPECTIONS.sources - {TallySource.OUTFALL},
    ),
)


def inspection(context: Context) -> tuple[BriefingPart, ...]:
    """The part; nothing where no report has a set of items."""
    made = _Inspection(context)
    blocks = tuple(made.blocks())
    if not blocks:
        return ()
    return (
        BriefingPart(
            name=PartName.INSPECTION,
            title=context.language(TITLES[PartName.INSPECTION]),
            blocks=blocks,
        ),
    )


class _Inspection:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.progress = Progress(context)
        every = [status for status in context.comparison.tallies if status.fact.is_sure]
        self.sure = [status for status in every if not status.set_aside]
        self.unsure = len(context.comparison.tallies) - len(every)
        drawn = [status for status in self.sure if ratio(status) is not None]
        most = sorted(drawn, key=attrgetter("left"), reverse=True)[:MOST_ROWS]
        self.drawn, self.shown = drawn, most

    def blocks(self) -> Iterator[Block]:
        """The paragraph, a table of inspections, one of the rest, and what is not drawn."""
        words = (*self._raised(), *self._worked())
        if words:
            yield Paragraph(runs=words)
        tables = [*self._inspections(), *self._others()]
        note = self._note()
        yield from tables[:-1]
        if tables:
            yield replace(tables[-1], note=note)
        elif note:
            yield Paragraph(runs=note, kind=ParagraphKind.NOTE)

    def _raised(self) -> Runs:
        return self.progress.sentence(
            self.language("督察交办、反馈事项"), self._of(self.drawn, INSPECTIONS)
        )

    def _worked(self) -> Runs:
        worked = [status for kind in OTHERS for status in self._of(self.drawn, kind)]
        return self.progress.sentence(self.language("排污口、专项行动和信访等事项"), worked)

    def _of(self, statuses: Sequence[TallyStatus], kind: TallyKind) -> list[TallyStatus]:
        return [status for status in statuses if status.fact.source in kind.sources]

    def _inspections(self) -> Iterator[Table]:
        shown = self._of(self.shown, INSPECTIONS)
        if shown:
            yield self._table(shown, tuple(map(self._row, shown)))

    def _others(self) -> Iterator[Table]:
        """Bands of outfalls and of the rest; no band where there is but one kind."""
        kinds = [(kind, self._of(self.shown, kind)) for kind in OTHERS]
        kinds = [(kind, statuses) for kind, statuses in kinds if statuses]
        rows = tuple(
            each
            for kind, statuses in kinds
            for each in (
                band(self.language(kind.title), len(_HEADS)),
                *map(self._row, statuses),
            )
        )
        if rows:
            statuses = [status for _, some in kinds for status in some]
            yield self._table(statuses, rows)

    def _table(self, statuses: Sequence[TallyStatus], rows: tuple[Row, ...]) -> Table:
        return Table(
            caption=self.progress.caption(statuses),
            chart=True,
            columns=self._columns(statuses),
            rows=rows,
        )

    def _columns(self, statuses: Sequence[TallyStatus]) -> tuple[Column, ...]:
        """Long names of bureaus take their room from the matters."""
        bureaus = (self.language.bureau(status.fact.report) for status in statuses)
        more = min(name_width(bureaus), _LONGEST) - _HEADS[0][1]
        bureau, matter, *others = (
            Column(head=(self.language(head),), width=width, kind=kind)
            for head, width, kind in _HEADS
        )
        return (
            replace(bureau, width=bureau.width + more),
            replace(matter, width=matter.width - more),
            *others,
        )

    def _row(self, status: TallyStatus) -> Row:
        """潜江市 | 中央和省督察交办整改任务 | 2016—2023年 | bar | 131/166项 | 78.92% | 35"""
        language, fact = self.language, status.fact
        share = ratio(status)
        assert share is not None and status.rate is not None  # noqa: PT018 -- only such are drawn
        return row(
            cell(language.bureau(fact.report), head=True),
            cell(cited(subject(status, language), (language.mark(fact),))),
            self._period(status),
            bar(share),
            number(f"{_count(fact.done)}/{amount_of(fact.total, status, language)}"),
            number(f"{plain(status.rate.value)}%"),
            number(plain(status.left)),
        )

    def _period(self, status: TallyStatus) -> Cell:
        period = status.fact.period
        return cell("" if period is None else period_words(period, self.language))

    def _note(self) -> Runs:
        """How rates were made, what is not drawn and why, and doubts of the printed numbers."""
        language = self.language
        said: list[Runs] = []
        if self.shown:
            words = language("完成率由本简报计算；起止年份不同，不排名。各组按剩余数由多到少排列。")
            said.append((Run(words),))
        left = [status for status in self.drawn if status not in self.shown]
        if left:
            said.append((Run(self._rest(left)),))
        above = self._in_state(TallyState.DONE_ABOVE_TOTAL)
        differ = self._noted(TallyNote.RATE_DIFFERS)
        parts = self._noted(TallyNote.PARTS_DIFFER)
        said += [
            self._listed(language("总数或完成数原文只给一项的不画"), self._half()),
            self._listed(language("完成数大于总数、须核对的"), above),
            self._listed(language("原文比率与数字不一致的"), differ),
            self._listed(language("完成数与未完成数之和不等于总数的"), parts),
        ]
        if self.unsure:
            said.append((Run(language("另有{count}项须核对，未列入。", count=self.unsure)),))
        return tuple(run for runs in said for run in runs)

    def _rest(self, left: Sequence[TallyStatus]) -> str:
        open_ = [status for status in left if status.left]
        if open_:
            return self.language("其余{count}项剩余数较少，见 briefing.xlsx。", count=len(left))
        return self.language("其余{count}项原文均写明已完成，见 briefing.xlsx。", count=len(left))

    def _half(self) -> list[TallyStatus]:
        """Those of which only the total, what is done, or a rate is printed."""
        return [
            status for status in self.sure if status.fact.done is None or status.fact.total is None
        ]

    def _in_state(self, state: TallyState) -> list[TallyStatus]:
        return [status for status in self.sure if status.state is state]

    def _noted(self, note: TallyNote) -> list[TallyStatus]:
        return [status for status in self.sure if note in status.notes]

    def _listed(self, title: str, statuses: Sequence[TallyStatus]) -> Runs:
        """只写总数的：潜江市湖泊排污口55个、…；one sentence, many cut."""
        language = self.language
        if not statuses:
            return ()
        most = _MOST_NOTED if self.context.bureaus <= _FEW else _FEW_NOTED
        items = [self._item(status) for status in statuses[:most]]
        listed = in_a_row(items, language("、"))
        more = len(statuses) - len(items)
        msgid = (
            "{title}：{items}，另有{count}项见 briefing.xlsx。" if more else "{title}：{items}。"
        )
        return language.runs(msgid, title=title, items=listed, count=more)

    def _item(self, status: TallyStatus) -> Runs:
        """潜江市排污口共55个; with a rate where one is printed."""
        language, fact = self.language, status.fact
        total, done = (amount_of(each, status, language) for each in (fact.total, fact.done))
        numbers = [
            "" if fact.total is None else language("共{count}", count=total),
            "" if fact.done is None else language("完成{count}", count=done),
            "" if fact.rate is None else language("完成率{rate}%", rate=plain(fact.rate)),
        ]
        words = language(
            "{bureau}{subject}{numbers}",
            bureau=language.bureau(fact.report),
            subject=shown(fact.subject),
            numbers="".join(numbers),
        )
        return cited(words, (language.mark(fact),))


def _count(value: Decimal | None) -> str:
    return "" if value is None else plain(value)
