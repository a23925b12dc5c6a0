"""The sheets of figures side by side: 环境质量, 督察与整改, 同类数字."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from builder.model import Indicator, Period, Qualifier, Quantity, Tally
from builder.model.comparison import (
    Amount,
    QuantityEntry,
    QuantitySet,
    StandardVerdict,
    TallyNote,
    TallyState,
    TallyStatus,
)
from builder.model.sheet import ColumnKind, SheetCell
from builder.vocabulary.environment.names import names
from builder.wording.sheets.book import Book
from builder.wording.sheets.cells import bare_unit, end, hedge, named, start
from builder.wording.sheets.fields import Field, SheetSpec
from builder.wording.sheets.standings import Standing
from builder.wording.standards import standard_words
from builder.wording.words import change_words, rank_words, tally_part_words

NUMBER, DATE = ColumnKind.NUMBER, ColumnKind.DATE


def _fact(row: Standing) -> Indicator:
    return row.value.fact


def _measured(row: Standing, book: Book) -> SheetCell:
    value = _fact(row).value
    return book.cited(value, *row.value.printings) if isinstance(value, Decimal) else None


def _class(row: Standing, book: Book) -> SheetCell:
    value = _fact(row).value
    return book.cited(value, *row.value.printings) if isinstance(value, str) else None


def _change(row: Standing, book: Book) -> str:
    change = _fact(row).change
    return change_words(change, book.language) if change else ""


def _rank(row: Standing, book: Book) -> str:
    rank = _fact(row).rank
    return rank_words(rank, book.language) if rank else ""


def _limit(row: Standing, _: Book) -> Decimal | None:
    limit = row.value.judgement.applied
    return limit.value if limit else None


def _standard(row: Standing, book: Book) -> str:
    """How a value stands to its standard; nothing where there is none."""
    judgement = row.value.judgement
    if judgement.verdict is StandardVerdict.NO_STANDARD:
        return ""
    return standard_words(_fact(row), judgement, book.language)


INDICATORS: SheetSpec[Standing] = SheetSpec(
    title="环境质量",
    says="每个指标的各家数值，同组的在前、按位次排，不能相比的在后并写明原因；同值多处印出的合为一行",
    frozen=4,
    printed=14,
    fields=(
        Field(head="指标", width=26, value=lambda row, _: row.metric),
        Field(head="可比组", width=20, value=lambda row, _: row.group),
        Field(
            head="位次",
            width=6,
            value=lambda row, _: row.place.position if row.place else None,
            kind=NUMBER,
        ),
        Field(head="单位", width=10, value=lambda row, book: book.bureau(_fact(row))),
        Field(head="出处", width=9, value=lambda row, book: book.mark(*row.value.printings)),
        Field(head="限定", width=5, value=lambda row, _: hedge(_fact(row).qualifier)),
        Field(head="数值", width=9, value=_measured, kind=NUMBER),
        Field(head="计量单位", width=9, value=lambda row, book: bare_unit(_fact(row).unit, book)),
        Field(head="水质类别", width=9, value=_class),
        Field(head="统计期起", width=11, value=lambda row, _: start(_fact(row).period), kind=DATE),
        Field(head="统计期止", width=11, value=lambda row, _: end(_fact(row).period), kind=DATE),
        Field(head="范围", width=18, value=lambda row, _: _fact(row).scope or ""),
        Field(head="变化", width=18, value=_change),
        Field(head="公布的排名", width=14, value=_rank),
        Field(head="限值", width=7, value=_limit, kind=NUMBER),
        Field(head="达标情况", width=28, value=_standard),
        Field(head="不可比原因", width=34, value=lambda row, _: row.reason),
    ),
)


def _number(value: Decimal | None, row: TallyStatus, book: Book) -> SheetCell:
    return None if value is None else book.cited(value, row.fact)


def _computed(amount: Amount | None, row: TallyStatus, book: Book) -> SheetCell:
    """A number of our own, in a column that says so."""
    return _number(amount.value, row, book) if amount is not None and amount.computed else None


# What nobody can tell, and a day that is not stated, is blank and needs no word.
STATES = {
    TallyState.DONE_ABOVE_TOTAL: "完成数大于总数，存疑",
    TallyState.COMPLETE: "已全部完成",
    TallyState.UNDER_WAY: "推进中",
}
NOTES = {
    TallyNote.RATE_DIFFERS: "原文比率与按原文数字计算的不一致",
    TallyNote.PARTS_DIFFER: "完成数与未完成数之和不等于总数",
    TallyNote.DATED: "原文称“截至”，见出处",
}


def _state(row: TallyStatus, book: Book) -> str:
    return book.language(STATES[row.state]) if row.state in STATES else ""


def _notes(row: TallyStatus, book: Book) -> str:
    notes = (book.language(NOTES[note]) for note in row.notes if note in NOTES)
    return book.language("；").join(notes)


INSPECTION: SheetSpec[TallyStatus] = SheetSpec(
    title="督察与整改",
    says="督察、信访等事项的总数和办结数，一行一组；各组可能互相包含，不能相加",
    frozen=4,
    fields=(
        Field(head="单位", width=10, value=lambda row, book: book.bureau(row.fact)),
        Field(head="出处", width=8, value=lambda row, book: book.mark(row.fact)),
        Field(
            head="来源",
            width=14,
            value=lambda row, book: book.language(names().sources[row.fact.source]),
        ),
        Field(
            head="事项",
            width=32,
            value=lambda row, book: named(row.fact.subject, row.fact.unit or "", book),
        ),
        Field(
            head="总数",
            width=8,
            value=lambda row, book: _number(row.fact.total, row, book),
            kind=NUMBER,
        ),
        Field(
            head="已完成",
            width=8,
            value=lambda row, book: _number(row.fact.done, row, book),
            kind=NUMBER,
        ),
        Field(
            head="未完成",
            width=8,
            value=lambda row, book: _number(row.fact.pending, row, book),
            kind=NUMBER,
        ),
        Field(
            head="计量单位", width=9, value=lambda row, book: bare_unit(row.fact.unit or "", book)
        ),
        Field(
            head="完成率（%）",
            width=12,
            value=lambda row, book: _number(row.fact.rate, row, book),
            kind=NUMBER,
        ),
        Field(
            head="未完成（计算）",
            width=10,
            value=lambda row, book: _computed(row.pending, row, book),
            kind=NUMBER,
            says="总数减已完成，由本简报计算；原文写明未完成数的空白",
        ),
        Field(
            head="完成率（计算，%）",
            width=12,
            value=lambda row, book: _computed(row.rate, row, book),
            kind=NUMBER,
            says="已完成除以总数，由本简报计算；各组起止时间不同，不排名",
        ),
        Field(head="统计期起", width=11, value=lambda row, _: start(row.fact.period), kind=DATE),
        Field(head="统计期止", width=11, value=lambda row, _: end(row.fact.period), kind=DATE),
        Field(head="进展", width=14, value=_state),
        Field(head="办结程度", width=12, value=lambda row, _: row.fact.note or ""),
        Field(head="备注", width=26, value=_notes),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A figure of a kind that two or more bureaus report."""

    kind: QuantitySet
    entry: QuantityEntry

    @property
    def fact(self) -> Quantity | Tally:
        """The fact that has the figure."""
        return self.entry.fact

    @property
    def unit(self) -> str:
        """The unit as printed."""
        return self.fact.unit or ""

    @property
    def period(self) -> Period | None:
        """The period of a set of items; a quantity tells none."""
        return self.fact.period if isinstance(self.fact, Tally) else None

    @property
    def qualifier(self) -> Qualifier:
        """The hedge of a quantity; the numbers of a set have none."""
        return self.fact.qualifier if isinstance(self.fact, Quantity) else Qualifier.EQUAL


def alike(sets: Iterable[QuantitySet]) -> Iterator[Alike]:
    """The figures of all kinds, those of one unit together."""
    for found in sets:
        units = dict.fromkeys(entry.fact.unit or "" for entry in found.entries)
        for unit in units:
            for entry in found.entries:
                if (entry.fact.unit or "") == unit:
                    yield Alike(kind=found, entry=entry)


def _label(row: Alike, book: Book) -> str:
    fact, part = row.fact, row.entry.part
    if isinstance(fact, Quantity) or part is None:
        return fact.label if isinstance(fact, Quantity) else fact.subject
    role = tally_part_words(part, book.language)
    return book.language("{subject}（{role}）", subject=fact.subject, role=role)


ALIKE: SheetSpec[Alike] = SheetSpec(
    title="同类数字",
    says="两家以上都写明的同类数字；各家名目、期间不尽相同，只并列，不排名、不相加",
    frozen=2,
    fields=(
        Field(
            head="类别",
            width=26,
            value=lambda row, book: named(book.language(row.kind.kind), row.unit, book),
        ),
        Field(head="单位", width=12, value=lambda row, book: book.bureau(row.fact)),
        Field(head="出处", width=8, value=lambda row, book: book.mark(row.fact)),
        Field(head="事项", width=44, value=_label),
        Field(head="限定", width=6, value=lambda row, _: hedge(row.qualifier)),
        Field(
            head="数值",
            width=12,
            value=lambda row, book: book.cited(row.entry.value, row.fact),
            kind=NUMBER,
        ),
        Field(head="计量单位", width=10, value=lambda row, book: bare_unit(row.unit, book)),
        Field(head="统计期起", width=12, value=lambda row, _: start(row.period), kind=DATE),
        Field(head="统计期止", width=12, value=lambda row, _: end(row.period), kind=DATE),
        Field(
            head="报告期起",
            width=12,
            value=lambda row, book: start(book.report(row.fact).line.period),
            kind=DATE,
        ),
        Field(
            head="报告期止",
            width=12,
            value=lambda row, book: end(book.report(row.fact).line.period),
            kind=DATE,
        ),
    ),
)
