"""全部数据, the columns of single kinds: changes, ranks, groups; sets, problems, promises."""

from __future__ import annotations

from decimal import Decimal

from builder.model import (
    Change,
    Commitment,
    Indicator,
    Period,
    Problem,
    Rank,
    Rectification,
    Tally,
)
from builder.model.sheet import ColumnKind, SheetCell
from builder.vocabulary.environment.names import names
from builder.wording.sheets.book import Book
from builder.wording.sheets.cells import (
    answered,
    bare_unit,
    basis,
    change_unit,
    checkable,
    direction,
    end,
    hedge,
    judged,
    start,
)
from builder.wording.sheets.entries import Entry
from builder.wording.sheets.fields import Field
from builder.wording.sheets.standings import Standing
from builder.wording.words import folded

NUMBER, DATE = ColumnKind.NUMBER, ColumnKind.DATE


def _change(entry: Entry) -> Change | None:
    return entry.fact.change if isinstance(entry.fact, Indicator) else None


def _size(entry: Entry, book: Book) -> SheetCell:
    change = _change(entry)
    if change is None or change.value is None:
        return None
    return book.cited(change.value, entry.fact)


def _base(entry: Entry, book: Book) -> Indicator | None:
    return book.bases.of(entry.fact) if isinstance(entry.fact, Indicator) else None


def _base_value(entry: Entry, book: Book) -> SheetCell:
    base = _base(entry, book)
    if base is None or not isinstance(base.value, Decimal):
        return None
    return book.cited(base.value, base)


def _base_unit(entry: Entry, book: Book) -> str:
    base = _base(entry, book)
    return "" if base is None else bare_unit(base.unit, book)


def _rank(entry: Entry, *, from_bottom: bool) -> Rank | None:
    """A printed rank, if it is counted from this end."""
    rank = entry.fact.rank if isinstance(entry.fact, Indicator) else None
    return rank if rank is not None and rank.from_bottom is from_bottom else None


def _any_rank(entry: Entry) -> Rank | None:
    return _rank(entry, from_bottom=False) or _rank(entry, from_bottom=True)


def _position(entry: Entry, book: Book, *, from_bottom: bool) -> SheetCell:
    rank = _rank(entry, from_bottom=from_bottom)
    return None if rank is None else book.cited(rank.position, entry.fact)


def _ranked_of(entry: Entry, _: Book) -> int | None:
    rank = _any_rank(entry)
    return rank.of if rank else None


def _ranked_in(entry: Entry, book: Book) -> str:
    rank = _any_rank(entry)
    return book.language(rank.area or "") if rank else ""


def _standing(entry: Entry, book: Book) -> Standing | None:
    return book.standing[entry.fact] if isinstance(entry.fact, Indicator) else None


def _group(entry: Entry, book: Book) -> str:
    """The group with its metric and unit, so that no other group has its name."""
    standing = _standing(entry, book)
    if standing is None or not standing.group:
        return ""
    return book.language("{metric}：{group}", metric=standing.metric, group=standing.group)


def _place(entry: Entry, book: Book) -> int | None:
    standing = _standing(entry, book)
    return standing.place.position if standing and standing.place else None


def _reason(entry: Entry, book: Book) -> str:
    standing = _standing(entry, book)
    return standing.reason if standing else ""


COMPARISON: tuple[Field[Entry], ...] = (
    Field(
        head="变化方向",
        width=9,
        value=lambda row, book: direction(_change(row), book),
        says="上升、下降或持平，照原文",
    ),
    Field(head="变化值", width=9, value=_size, kind=NUMBER, says="原文写明的变化幅度"),
    Field(
        head="变化单位",
        width=10,
        value=lambda row, book: change_unit(_change(row), book),
        says="%、个百分点，或指标的单位",
    ),
    Field(
        head="变化评价",
        width=9,
        value=lambda row, book: judged(_change(row), book),
        says="改善或变差；说不清的空白",
    ),
    Field(
        head="比较基期",
        width=12,
        value=lambda row, book: basis(_change(row), book),
        says="变化与什么时候相比",
    ),
    Field(
        head="基期值",
        width=10,
        value=_base_value,
        kind=NUMBER,
        says="同一报告写明的基期的数；没有写明的空白，不推算",
    ),
    Field(head="基期单位", width=10, value=_base_unit, says="基期值的单位"),
    Field(
        head="排名",
        width=7,
        value=lambda row, book: _position(row, book, from_bottom=False),
        kind=NUMBER,
        says="原文公布的名次，第1为首位",
    ),
    Field(
        head="倒数名次",
        width=9,
        value=lambda row, book: _position(row, book, from_bottom=True),
        kind=NUMBER,
        says="原文从末位数起的名次，1为末位",
    ),
    Field(head="排名总数", width=9, value=_ranked_of, kind=NUMBER, says="原文写明的参加排名的个数"),
    Field(head="排名范围", width=14, value=_ranked_in, says="在什么范围排名"),
    Field(
        head="可比组",
        width=34,
        value=_group,
        says="同组的数值统计期、范围、方法、单位都相同，才能并列；空白的不能与别家相比",
    ),
    Field(
        head="组内位次",
        width=9,
        value=_place,
        kind=NUMBER,
        says="在可比组里的先后，由本简报排定，1为最好",
    ),
    Field(head="不可比原因", width=34, value=_reason, says="为什么没有可比组或位次"),
)
"""What stands beside an indicator."""


def _source(entry: Entry, book: Book) -> str:
    fact = entry.fact
    source = fact.source if isinstance(fact, Tally | Rectification) else None
    return book.language(names().sources[source]) if source else ""


def _note(entry: Entry, _: Book) -> str:
    return (entry.fact.note or "") if isinstance(entry.fact, Tally) else ""


def _cause(entry: Entry, _: Book) -> str:
    return folded(entry.fact.cause or "") if isinstance(entry.fact, Problem) else ""


def _answered(entry: Entry, book: Book) -> str:
    fact = entry.fact
    return answered(book.problems[fact], book) if isinstance(fact, Problem) else ""


def _target(entry: Entry, book: Book) -> SheetCell:
    value = entry.target.value if entry.target else None
    return book.cited(value, entry.fact) if isinstance(value, Decimal) else None


def _target_unit(entry: Entry, book: Book) -> str:
    return bare_unit(entry.target.unit, book) if entry.target else ""


def _target_class(entry: Entry, _: Book) -> str:
    value = entry.target.value if entry.target else None
    return value if isinstance(value, str) else ""


def _deadline(entry: Entry, _: Book) -> str:
    return folded(entry.fact.deadline or "") if isinstance(entry.fact, Commitment) else ""


def _product(entry: Entry, _: Book) -> str:
    return folded(entry.fact.product or "") if isinstance(entry.fact, Commitment) else ""


def _checkable(entry: Entry, book: Book) -> str:
    fact = entry.fact
    return checkable(book.promises[fact], book) if isinstance(fact, Commitment) else ""


def _plan(entry: Entry, book: Book) -> Period | None:
    """The years of a promise: its own where it reaches further, else those of the plan."""
    if not isinstance(entry.fact, Commitment):
        return None
    return entry.fact.horizon or book.report(entry.fact).line.plan_period


WORK: tuple[Field[Entry], ...] = (
    Field(head="事项来源", width=14, value=_source, says="办理、整改的事项由谁提出"),
    Field(head="办结程度", width=12, value=_note, says="原文限定办结的话，如县级销号"),
    Field(head="问题原因", width=30, value=_cause, says="原文写明的原因"),
    Field(head="对应承诺", width=16, value=_answered, says="计划里有没有针对这个问题的承诺"),
    Field(
        head="目标限定",
        width=9,
        value=lambda row, _: hedge(row.target.qualifier) if row.target else "",
        says="目标是不低于（≥）、不高于（≤）还是等于",
    ),
    Field(
        head="目标值",
        width=10,
        value=_target,
        kind=NUMBER,
        says="承诺要达到的数，与已有的数分列，不能相加",
    ),
    Field(head="目标单位", width=10, value=_target_unit, says="目标值的单位"),
    Field(head="目标类别", width=9, value=_target_class, says="承诺要达到的水质类别"),
    Field(head="时限", width=14, value=_deadline, says="承诺的时限，照原文"),
    Field(head="成果", width=30, value=_product, says="承诺要完成的具名文件或工程"),
    Field(head="可核查性", width=12, value=_checkable, says="承诺能不能核查，按最强的一项"),
    Field(
        head="计划期起",
        width=12,
        value=lambda row, book: start(_plan(row, book)),
        kind=DATE,
        says="承诺的期间的第一天；跨年度的为其起止",
    ),
    Field(
        head="计划期止",
        width=12,
        value=lambda row, book: end(_plan(row, book)),
        kind=DATE,
        says="承诺的期间的最后一天",
    ),
)
"""What sets of items, problems and promises have."""
