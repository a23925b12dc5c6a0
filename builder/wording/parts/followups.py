"""上一年承诺的兑现: what a bureau's later report tells of the promises of its earlier one."""

from __future__ import annotations

from builder.model import Followed
from builder.model.comparison import Cited, FollowedCommitment, SourceSentence
from builder.model.page import Column, Row, Table
from builder.model.printed import Run, Runs
from builder.vocabulary.environment.names import names
from builder.wording.cells import NOTHING, cell, row
from builder.wording.parts.context import Context
from builder.wording.parts.promises import Promises
from builder.wording.parts.quotes import condensed, quote, shown, stretch
from builder.wording.runs import cited, in_a_row

_TOLD, _MOST_TOLD = 40, 2


def followed_table(identity: str, context: Context, most: int) -> Table:
    """What became of the promises of a bureau's earlier reports, silence last."""
    language = context.language
    own = [
        followed
        for followed in context.comparison.followups
        if language.report(followed.promise.fact).identity == identity
    ]
    own.sort(key=lambda followed: tuple(Followed).index(followed.followed))
    done = sum(followed.followed is Followed.DONE for followed in own)
    said = [language("后一年报告没有提及的，不等于没有完成。")]
    if len(own) > most:
        said.append(language("其余{count}个见 briefing.xlsx。", count=len(own) - most))
    return Table(
        numbered=False,
        caption=language(
            "上一年可核查的承诺{count}句，后一年报告写明完成{done}句", count=len(own), done=done
        ),
        columns=(
            Column(head=(language("上一年承诺"),), width=66),
            Column(head=(language("后一年报告"),), width=72),
            Column(head=(language("兑现"),), width=24),
        ),
        rows=tuple(_row(followed, context) for followed in own[:most]),
        note=(Run("".join(said)),),
    )


def _row(followed: FollowedCommitment, context: Context) -> Row:
    language = context.language
    told = [_told(each, context) for each in followed.reported[:_MOST_TOLD]]
    return row(
        cell(Promises(language).point(followed.promise)),
        cell(in_a_row(told, language("；"))) if told else cell(NOTHING),
        cell(language(names().followed[followed.followed])),
    )


def _told(told: Cited | SourceSentence, context: Context) -> Runs:
    """The words of the later report; a sentence that no fact covers has no mark."""
    language = context.language
    if isinstance(told, SourceSentence):
        report = language.reports[told.report]
        return (Run(condensed(stretch(report, told.start, told.end), _TOLD)),)
    report = language.report(told.fact)
    words = shown(report.clause(told.fact.start, told.fact.end))
    return cited(
        words if len(words) <= _TOLD else quote(report, told.fact), (language.mark(told.fact),)
    )
