"""The tables about the reports themselves: 材料与可比性, 数据质量, the appendix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from builder.language import Language
from builder.model import (
    Bureau,
    CoverageRow,
    Evidence,
    EvidenceList,
    KeyFinding,
    OtherFigure,
    QualityRow,
    Refusal,
    Run,
)
from builder.model.table import Cell, CellKind, Line, LineKind, Row
from builder.wording.runs import cited, in_a_row
from builder.wording.tables.spec import Field, PrintedColumn, TableSpec, line

NUMBER, WORD = CellKind.NUMBER, CellKind.WORD

FINDINGS_SHEET: tuple[Field[tuple[int, KeyFinding]], ...] = (
    Field(head="序号", width=6, value=lambda row, _: row[0]),
    Field(head="要点", width=100, value=lambda row, _: row[1].text),
    Field(head="出处", width=30, value=lambda row, _: row[1].marks),
    Field(
        head="是否含计算",
        width=12,
        value=lambda row, language: language("含本简报计算的数" if row[1].computed else "原文数字"),
    ),
)
"""The key findings with their numbers; on the page they are paragraphs."""


def _cautions(bureau: Bureau, language: Language) -> str:
    return language("；").join(bureau.cautions) or language("无")


_SHORT: Field[Bureau] = Field(
    head="单位", width=14, value=lambda row, _: row.short, line=LineKind.TITLE
)
_NAME: Field[Bureau] = Field(head="全称", width=30, value=lambda row, _: row.name)
_FILE: Field[Bureau] = Field(
    head="文件", width=26, value=lambda row, _: row.file, line=LineKind.FILE
)
_TITLE: Field[Bureau] = Field(head="标题", width=44, value=lambda row, _: row.title)
_LEVEL: Field[Bureau] = Field(head="层级", width=8, value=lambda row, _: row.level)
_REGION: Field[Bureau] = Field(head="地区", width=20, value=lambda row, _: row.region)
_PERIOD: Field[Bureau] = Field(head="报告期间", width=20, value=lambda row, _: row.period)
_PLAN_PERIOD: Field[Bureau] = Field(
    head="计划期间", width=12, value=lambda row, _: row.plan_period, printed="计划：{value}"
)
_AS_OF: Field[Bureau] = Field(head="数据截至", width=16, value=lambda row, _: row.as_of)
_PUBLISHED: Field[Bureau] = Field(head="发布日期", width=14, value=lambda row, _: row.published)
_PUBLISHER: Field[Bureau] = Field(head="发布单位", width=28, value=lambda row, _: row.publisher)
_NATURE: Field[Bureau] = Field(head="来源性质", width=16, value=lambda row, _: row.source_kind)

MATERIALS: TableSpec[Bureau] = TableSpec(
    caption="各单位报告的来源和口径",
    tall=True,
    below=lambda row, language: language(
        "使用时须注意：{cautions}", cautions=_cautions(row, language)
    ),
    columns=(
        PrintedColumn(head="单位", width=28, fields=(_SHORT, _NAME), names_row=True),
        PrintedColumn(head="报告", width=37, fields=(_TITLE, _FILE)),
        PrintedColumn(head="层级和地区", width=21, fields=(_LEVEL, _REGION)),
        PrintedColumn(head="报告和计划期间", width=24, fields=(_PERIOD, _PLAN_PERIOD)),
        PrintedColumn(head="数据截至", width=21, fields=(_AS_OF,)),
        PrintedColumn(
            head="发布单位、日期和性质", width=25, fields=(_PUBLISHER, _PUBLISHED, _NATURE)
        ),
    ),
    sheet=(
        _SHORT,
        _NAME,
        _FILE,
        _TITLE,
        _LEVEL,
        _REGION,
        _PERIOD,
        _PLAN_PERIOD,
        _AS_OF,
        _PUBLISHED,
        _PUBLISHER,
        _NATURE,
        Field(head="使用时须注意", width=60, value=_cautions),
    ),
)

REFUSED_SHEET: tuple[Field[Refusal], ...] = (
    Field(head="文件", width=30, value=lambda row, _: row.file),
    Field(head="未能使用的原因", width=50, value=lambda row, _: row.reason),
    Field(head="怎么办", width=60, value=lambda row, _: row.advice),
)


def refused_row(refusal: Refusal, language: Language) -> Row:
    """A file that could not be used, below the reports that could."""
    words = language("未能使用：{reason}。{advice}", reason=refusal.reason, advice=refusal.advice)
    return Row(
        cells=(
            Cell(lines=(line(refusal.file),), head=True),
            Cell(lines=(line(words),), span=len(MATERIALS.columns) - 1),
        )
    )


_OF: Field[QualityRow] = Field(head="单位", width=14, value=lambda row, _: row.bureau)
_SEVERITY: Field[QualityRow] = Field(head="级别", width=8, value=lambda row, _: row.level)
_KIND: Field[QualityRow] = Field(head="类别", width=18, value=lambda row, _: row.kind)
_MESSAGE: Field[QualityRow] = Field(head="说明", width=60, value=lambda row, _: row.message)
_QUOTE: Field[QualityRow] = Field(
    head="原文", width=60, value=lambda row, language: row.quote or language("（全文）")
)

QUALITY: TableSpec[QualityRow] = TableSpec(
    caption="使用各份报告时须知道的事项",
    none="没有发现须提醒的事项。",
    columns=(
        PrintedColumn(head="单位", width=20, fields=(_OF,), names_row=True),
        PrintedColumn(head="级别", width=17, fields=(_SEVERITY,), kind=WORD),
        PrintedColumn(head="类别", width=23, fields=(_KIND,)),
        PrintedColumn(head="说明", width=51, fields=(_MESSAGE,)),
        PrintedColumn(head="原文", width=45, fields=(_QUOTE,)),
    ),
    sheet=(_OF, _SEVERITY, _KIND, _MESSAGE, _QUOTE),
)

_COUNTED: Field[CoverageRow] = Field(head="单位", width=14, value=lambda row, _: row.bureau)
_NUMBERS: Field[CoverageRow] = Field(head="文中数字", width=12, value=lambda row, _: row.numbers)
_IN_FACTS: Field[CoverageRow] = Field(head="已成事实", width=12, value=lambda row, _: row.in_facts)
_NO_DATA: Field[CoverageRow] = Field(head="不是数据", width=12, value=lambda row, _: row.none)
_UNREAD: Field[CoverageRow] = Field(head="未能识别", width=12, value=lambda row, _: row.unread)
_EXAMPLES: Field[CoverageRow] = Field(
    head="未能识别的例子",
    width=60,
    value=lambda row, language: language("；").join(row.examples) or language("无"),
)

COVERAGE: TableSpec[CoverageRow] = TableSpec(
    caption="文中数字的去向",
    columns=(
        PrintedColumn(head="单位", width=24, fields=(_COUNTED,), names_row=True),
        PrintedColumn(head="文中数字", width=22, fields=(_NUMBERS,), kind=NUMBER),
        PrintedColumn(head="已成事实", width=22, fields=(_IN_FACTS,), kind=NUMBER),
        PrintedColumn(head="不是数据", width=22, fields=(_NO_DATA,), kind=NUMBER),
        PrintedColumn(head="未能识别", width=22, fields=(_UNREAD,), kind=NUMBER),
        PrintedColumn(head="未能识别的例子", width=44, fields=(_EXAMPLES,)),
    ),
    sheet=(_COUNTED, _NUMBERS, _IN_FACTS, _NO_DATA, _UNREAD, _EXAMPLES),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFigures:
    """The figures of one bureau and theme that no other table has."""

    bureau: str
    themes: tuple[str, ...]
    figures: tuple[OtherFigure, ...]


def by_theme(others: Iterable[OtherFigure]) -> Iterator[ThemeFigures]:
    """Neighbouring figures of one bureau and theme."""
    for (bureau, themes), some in groupby(others, key=lambda each: (each.bureau, each.themes)):
        yield ThemeFigures(bureau=bureau, themes=themes, figures=tuple(some))


def _figures(item: ThemeFigures, language: Language) -> Line:
    """The figures one after the other, each behind what it counts."""
    listed = [
        (Run(f"{row.label} "), *cited(row.figure.text, row.figure.marks)) for row in item.figures
    ]
    return Line(runs=in_a_row(listed, language("；")))


OTHERS: TableSpec[ThemeFigures] = TableSpec(
    caption="正文各表没有列出的数字",
    band=lambda item, _: item.bureau,
    columns=(
        PrintedColumn(
            head="主题",
            width=30,
            fields=(Field(value=lambda item, language: language("、").join(item.themes)),),
            names_row=True,
        ),
        PrintedColumn(head="数字", width=126, fields=(Field(value=_figures),)),
    ),
)

OTHERS_SHEET: tuple[Field[OtherFigure], ...] = (
    Field(head="单位", width=14, value=lambda row, _: row.bureau),
    Field(head="主题", width=18, value=lambda row, language: language("；").join(row.themes)),
    Field(head="内容", width=50, value=lambda row, _: row.label),
    Field(head="数值", width=16, value=lambda row, _: row.figure),
    Field(head="出处", width=10, value=lambda row, _: row.figure.marks),
)
"""One figure a row; the page has them by theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the appendix with the bureau whose it is."""

    bureau: str
    entry: Evidence


def entries(lists: Iterable[EvidenceList]) -> Iterator[Entry]:
    """The entries of the appendix."""
    return (Entry(bureau=one.bureau, entry=entry) for one in lists for entry in one.entries)


EVIDENCE_SHEET: tuple[Field[Entry], ...] = (
    Field(head="标记", width=10, value=lambda item, _: item.entry.mark),
    Field(head="单位", width=14, value=lambda item, _: item.bureau),
    Field(head="类别", width=12, value=lambda item, _: item.entry.kind),
    Field(head="内容", width=36, value=lambda item, _: item.entry.label),
    Field(head="原文", width=80, value=lambda item, _: item.entry.quote),
    Field(head="所在标题", width=44, value=lambda item, _: item.entry.section),
    Field(head="起点", width=8, value=lambda item, _: item.entry.start),
    Field(head="终点", width=8, value=lambda item, _: item.entry.end),
    Field(
        head="来历",
        width=24,
        value=lambda item, language: item.entry.correction or language("机器提取"),
    ),
    Field(
        head="把握",
        width=10,
        value=lambda item, language: item.entry.doubt or language("有把握"),
    ),
)
