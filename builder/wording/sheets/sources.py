"""The sheets of the reports themselves: 材料, 数据质量, 未读懂的数字, 出处."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.compare.quality import with_surroundings
from builder.kinds import kind_of
from builder.model import AnyFact, Fate, Finding, Level, NumberUse, SourceKind
from builder.model.comparison import Dossier, FindingGroup
from builder.model.sheet import ColumnKind, SheetCell
from builder.vocabulary.environment.names import names
from builder.wording.bureaus import Bureaus
from builder.wording.sheets.book import EVIDENCE, Book, CitedMark
from builder.wording.sheets.cells import end, start
from builder.wording.sheets.fields import Field, SheetSpec
from builder.wording.words import enumeration, folded, theme_words

NUMBER, DATE = ColumnKind.NUMBER, ColumnKind.DATE


def _count(fate: Fate | None) -> Field[Dossier]:
    """How many numbers of a report met a fate; all of them where none is named."""
    head, says = {
        None: ("文中数字", "报告里一共有多少个数"),
        Fate.FACT: ("已用的数", "进了本文件的数"),
        Fate.NONE: ("不是数据", "日期、编号、标题里的数等"),
        Fate.UNREAD: ("未读懂的数", "列在“未读懂的数字”表"),
    }[fate]
    return Field(
        head=head,
        width=9,
        value=lambda row, _: _counted(row, fate),
        kind=NUMBER,
        says=says,
    )


def _counted(row: Dossier, fate: Fate | None) -> int:
    coverage = row.extraction.coverage
    return len(coverage.uses) if fate is None else coverage.count(fate)


def _level(row: Dossier, book: Book) -> str:
    level = row.line.level
    return "" if level is Level.UNKNOWN else book.language(names().levels[level])


def _nature(row: Dossier, book: Book) -> str:
    kind = row.line.source_kind
    return "" if kind is SourceKind.UNKNOWN else book.language(names().source_kinds[kind])


MATERIALS: SheetSpec[Dossier] = SheetSpec(
    title="材料",
    says="每份报告的来源、期间和使用时须注意的地方",
    printed=9,
    fields=(
        Field(head="单位", width=12, value=lambda row, book: book.language.bureau(row.line.report)),
        Field(
            head="编号用字",
            width=9,
            value=lambda row, book: book.language.letter(row.line.report),
            says="出处编号以它开头",
        ),
        Field(head="标题", width=40, value=lambda row, _: row.line.title or ""),
        Field(head="报告期起", width=11, value=lambda row, _: start(row.line.period), kind=DATE),
        Field(head="报告期止", width=11, value=lambda row, _: end(row.line.period), kind=DATE),
        Field(head="数据截至", width=11, value=lambda row, _: row.line.as_of, kind=DATE),
        Field(head="发布单位", width=22, value=lambda row, _: row.line.publisher or ""),
        Field(head="来源性质", width=14, value=_nature),
        Field(
            head="使用时须注意",
            width=44,
            value=lambda row, book: book.language("；").join(Bureaus(book.language).cautions(row)),
        ),
        Field(head="全称", width=28, value=lambda row, _: row.line.bureau or ""),
        Field(head="层级", width=7, value=_level),
        Field(head="地区", width=18, value=lambda row, _: "".join(row.line.region)),
        Field(
            head="计划期起", width=11, value=lambda row, _: start(row.line.plan_period), kind=DATE
        ),
        Field(head="计划期止", width=11, value=lambda row, _: end(row.line.plan_period), kind=DATE),
        Field(head="发布日期", width=11, value=lambda row, _: row.line.published, kind=DATE),
        Field(head="文件", width=24, value=lambda row, _: row.extraction.outline.source.file),
        _count(None),
        _count(Fate.FACT),
        _count(Fate.NONE),
        _count(Fate.UNREAD),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding with the group of its kind and report."""

    group: FindingGroup
    finding: Finding


def found(groups: Iterable[FindingGroup]) -> Iterator[Found]:
    """All findings, one by one."""
    return (Found(group=group, finding=one) for group in groups for one in group.findings)


def _kind(row: Found, book: Book) -> str:
    called = names().findings
    return book.language(called.get(row.group.code, called["other"]))


def _message(row: Found, book: Book) -> str:
    finding = row.finding
    return book.language(finding.message).format(**dict(finding.values))


QUALITY: SheetSpec[Found] = SheetSpec(
    title="数据质量",
    says="使用报告前须知道的事：互相不一致、期间不全、被遮盖的数字等，一行一处",
    fields=(
        Field(
            head="单位", width=14, value=lambda row, book: book.language.bureau(row.group.report)
        ),
        Field(
            head="级别",
            width=8,
            value=lambda row, book: book.language(names().severities[row.group.severity]),
        ),
        Field(head="类别", width=18, value=_kind),
        Field(head="说明", width=60, value=_message),
        Field(
            head="原文",
            width=60,
            value=lambda row, _: folded(row.finding.quote or ""),
            says="空白表示说的是全文",
        ),
        Field(head="起点", width=8, value=lambda row, _: row.finding.start, kind=NUMBER),
        Field(head="终点", width=8, value=lambda row, _: row.finding.end, kind=NUMBER),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A number of a report that no rule understood."""

    report: Dossier
    use: NumberUse

    @property
    def text(self) -> str:
        """The text in which it stands."""
        return self.report.extraction.outline.source.text


def unread(reports: Iterable[Dossier]) -> Iterator[Unread]:
    """The numbers that were not understood, in text order."""
    return (
        Unread(report=report, use=use)
        for report in reports
        for use in report.extraction.coverage.uses
        if use.fate is Fate.UNREAD
    )


UNREAD: SheetSpec[Unread] = SheetSpec(
    title="未读懂的数字",
    says="报告里有、但没有读懂，因而没有进其他各表的数字，一个一行",
    fields=(
        Field(
            head="单位",
            width=14,
            value=lambda row, book: book.language.bureau(row.report.line.report),
        ),
        Field(
            head="数字",
            width=16,
            value=lambda row, _: folded(row.text[row.use.start : row.use.end]),
            says="照原文，是文字不是数",
        ),
        Field(head="前后文", width=60, value=lambda row, _: with_surroundings(row.text, row.use)),
        Field(
            head="文件", width=26, value=lambda row, _: row.report.extraction.outline.source.file
        ),
        Field(head="起点", width=8, value=lambda row, _: row.use.start, kind=NUMBER),
        Field(head="终点", width=8, value=lambda row, _: row.use.end, kind=NUMBER),
    ),
)


def _fact(row: CitedMark) -> AnyFact:
    return row.facts[0]


def _holds(row: CitedMark, book: Book) -> str:
    """What the facts of a sentence are about."""
    language = book.language
    labels = (
        kind_of(fact).about(fact, language)
        or enumeration(theme_words(fact.themes, language), language)
        for fact in row.facts
    )
    return language("；").join(dict.fromkeys(labels))


def _doubted(row: CitedMark, book: Book) -> SheetCell:
    return "" if all(fact.is_sure for fact in row.facts) else book.language("须核对")


def _corrections(row: CitedMark, book: Book) -> str:
    reasons = (fact.correction for fact in row.facts if fact.correction is not None)
    return book.language("；").join(dict.fromkeys(reasons))


SENTENCES: SheetSpec[CitedMark] = SheetSpec(
    title=EVIDENCE,
    says="每个编号的原文整句；点编号回到“全部数据”里用它的第一行",
    printed=5,
    fields=(
        Field(head="出处", width=9, value=lambda row, book: book.back(row)),
        Field(head="单位", width=14, value=lambda row, book: book.bureau(_fact(row))),
        Field(head="原句", width=90, value=lambda row, _: folded(row.sentence.text)),
        Field(head="内容", width=34, value=_holds, says="这一句里的指标、事项、问题或承诺"),
        Field(head="标题路径", width=34, value=lambda row, book: book.path(_fact(row))),
        Field(head="文件", width=24, value=lambda row, book: book.file(_fact(row))),
        Field(head="把握", width=8, value=_doubted),
        Field(head="更正", width=20, value=_corrections),
        Field(head="起点", width=8, value=lambda row, _: row.sentence.start, kind=NUMBER),
        Field(head="终点", width=8, value=lambda row, _: row.sentence.end, kind=NUMBER),
    ),
)
