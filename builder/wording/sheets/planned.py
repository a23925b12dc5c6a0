"""The sheets of problems and promises: 问题与承诺, 承诺, 上一年承诺."""

from __future__ import annotations

from builder.model import Period
from builder.model.comparison import (
    Cited,
    FollowedCommitment,
    PlannedCommitment,
    ProblemMatch,
    SourceSentence,
)
from builder.model.sheet import ColumnKind
from builder.vocabulary.environment.names import names
from builder.wording.sheets.book import Book
from builder.wording.sheets.cells import answered, checkable, end, start, theme
from builder.wording.sheets.fields import Field, SheetSpec
from builder.wording.words import enumeration, folded

NUMBER, DATE = ColumnKind.NUMBER, ColumnKind.DATE


def _said(cited: Cited, book: Book) -> str:
    """A fact's words with its mark, led in by its label where they are short of it."""
    fact = cited.fact
    words = book.plain(fact.start, fact.end, fact)
    if cited.label is not None:
        words = book.language("{label}：{quote}", label=cited.label, quote=words)
    return f"{words}〔{book.language.mark(fact)}〕"


def _measures(row: ProblemMatch, book: Book) -> str:
    """What was done on the matter, a line each, and how much more there is."""
    lines = [_said(measure.cited, book) for measure in row.measures]
    if row.further:
        lines.append(book.language("另有{count}项同类举措", count=row.further))
    return "\n".join(lines)


def _answers(row: ProblemMatch, book: Book) -> str:
    return "\n".join(_said(Cited(fact=answer.fact), book) for answer in row.answers)


PROBLEMS: SheetSpec[ProblemMatch] = SheetSpec(
    title="问题与承诺",
    says="各单位自己写明的问题，已做的工作和计划里对应的承诺，一行一个问题",
    frozen=2,
    fields=(
        Field(head="单位", width=10, value=lambda row, book: book.bureau(row.fact)),
        Field(head="出处", width=8, value=lambda row, book: book.mark(row.fact)),
        Field(head="序号", width=5, value=lambda row, _: row.number, kind=NUMBER),
        Field(head="主题", width=12, value=lambda row, book: theme(row.fact, book)),
        Field(head="对应承诺", width=14, value=answered),
        Field(head="问题", width=28, value=lambda row, _: folded(row.fact.title)),
        Field(
            head="原文",
            width=38,
            value=lambda row, book: book.plain(row.fact.start, row.fact.end, row.fact),
        ),
        Field(head="原因", width=24, value=lambda row, _: folded(row.fact.cause or "")),
        Field(head="已做工作", width=38, value=_measures),
        Field(head="承诺", width=38, value=_answers),
    ),
)


def _targets(row: PlannedCommitment, book: Book) -> str:
    targets = (book.plain(each.start, each.end, row.fact) for each in row.fact.targets)
    return book.language("；").join(targets)


def _answering(row: PlannedCommitment, book: Book) -> str:
    language = book.language
    return enumeration((language("问题{number}", number=each) for each in row.answers), language)


def _years(row: PlannedCommitment, book: Book) -> Period | None:
    """The years of a promise: its own where it reaches further, else those of the plan."""
    return row.fact.horizon or book.report(row.fact).line.plan_period


COMMITMENTS: SheetSpec[PlannedCommitment] = SheetSpec(
    title="承诺",
    says="计划里的每一句承诺；跨年度的（如“十五五”）也在内，见计划期",
    frozen=2,
    printed=10,
    fields=(
        Field(head="单位", width=10, value=lambda row, book: book.bureau(row.fact)),
        Field(head="出处", width=8, value=lambda row, book: book.mark(row.fact)),
        Field(head="序号", width=5, value=lambda row, _: row.number, kind=NUMBER),
        Field(head="主题", width=12, value=lambda row, book: theme(row.fact, book)),
        Field(head="可核查性", width=12, value=checkable),
        Field(
            head="承诺",
            width=56,
            value=lambda row, book: book.plain(row.fact.start, row.fact.end, row.fact),
        ),
        Field(head="目标", width=24, value=_targets),
        Field(head="时限", width=14, value=lambda row, _: folded(row.fact.deadline or "")),
        Field(head="成果", width=24, value=lambda row, _: folded(row.fact.product or "")),
        Field(head="对应的问题", width=10, value=_answering, says="“问题与承诺”表里的序号"),
        Field(
            head="计划期起",
            width=12,
            value=lambda row, book: start(_years(row, book)),
            kind=DATE,
        ),
        Field(
            head="计划期止",
            width=12,
            value=lambda row, book: end(_years(row, book)),
            kind=DATE,
        ),
        Field(head="标题路径", width=32, value=lambda row, book: book.path(row.fact)),
    ),
)


def _reported(row: FollowedCommitment, book: Book) -> str:
    """What the later report tells, a line each."""
    return "\n".join(
        folded(told.text) if isinstance(told, SourceSentence) else _said(told, book)
        for told in row.reported
    )


FOLLOWUPS: SheetSpec[FollowedCommitment] = SheetSpec(
    title="上一年承诺",
    says="上一年可核查的承诺，和同一单位后一年报告里写到的情况；没有写到不等于没有兑现",
    frozen=2,
    fields=(
        Field(head="单位", width=10, value=lambda row, book: book.bureau(row.promise.fact)),
        Field(head="出处", width=8, value=lambda row, book: book.mark(row.promise.fact)),
        Field(head="序号", width=5, value=lambda row, _: row.promise.number, kind=NUMBER),
        Field(
            head="兑现情况",
            width=18,
            value=lambda row, book: book.language(names().followed[row.followed]),
        ),
        Field(
            head="上一年的承诺",
            width=60,
            value=lambda row, book: book.plain(
                row.promise.fact.start, row.promise.fact.end, row.promise.fact
            ),
        ),
        Field(head="目标", width=28, value=lambda row, book: _targets(row.promise, book)),
        Field(head="时限", width=14, value=lambda row, _: folded(row.promise.fact.deadline or "")),
        Field(head="后一年报告的情况", width=60, value=_reported),
    ),
)
