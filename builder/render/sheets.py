"""What stands on the sheets of the Excel file: heads, widths, and the cells of every row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from builder.language import Language
from builder.model import Briefing, Figure, Grid, IndicatorRow, IndicatorTable, Passage, View
from builder.render.parts import parts

Cell = str | int | Figure | Passage | tuple[str, ...]
"""Text, a count, a figure or passage with marks, or marks alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet with one table; widths are in characters."""

    part: str
    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, its width, and what it shows of a row."""

    head: str
    width: int
    cell: Callable[[Any], Cell]


EVIDENCE = "evidence"


def sheets(briefing: Briefing) -> tuple[Sheet, ...]:
    """A sheet a part in the order of the configuration, and one more for each further table."""
    language = Language(briefing.language)
    return tuple(
        sheet
        for part in parts(briefing)
        for sheet in _MAKERS[part.id](briefing.comparison, part.title, language)
    )


def _sheet(
    part: str, title: str, columns: Iterable[Column], rows: Iterable[Any], language: Language
) -> Sheet:
    columns = tuple(columns)
    return Sheet(
        part=part,
        title=title,
        heads=tuple(language(column.head) for column in columns),
        widths=tuple(column.width for column in columns),
        rows=tuple(tuple(column.cell(row) for column in columns) for row in rows),
    )


def _joined(words: Iterable[str], language: Language) -> str:
    return language("；").join(words)


def _findings(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="序号", width=6, cell=lambda row: row[0]),
        Column(head="要点", width=100, cell=lambda row: row[1].text),
        Column(head="出处", width=30, cell=lambda row: row[1].marks),
        Column(
            head="是否含计算",
            width=12,
            cell=lambda row: language("含本简报计算的数" if row[1].computed else "原文数字"),
        ),
    )
    rows = enumerate(comparison.findings, 1)
    return (_sheet("findings", title, columns, rows, language),)


def _materials(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="单位", width=14, cell=lambda row: row.short),
        Column(head="全称", width=30, cell=lambda row: row.name),
        Column(head="文件", width=26, cell=lambda row: row.file),
        Column(head="标题", width=44, cell=lambda row: row.title),
        Column(head="层级", width=8, cell=lambda row: row.level),
        Column(head="地区", width=20, cell=lambda row: row.region),
        Column(head="报告期间", width=20, cell=lambda row: row.period),
        Column(head="计划期间", width=12, cell=lambda row: row.plan_period),
        Column(head="数据截至", width=16, cell=lambda row: row.as_of),
        Column(head="发布日期", width=14, cell=lambda row: row.published),
        Column(head="发布单位", width=28, cell=lambda row: row.publisher),
        Column(head="来源性质", width=16, cell=lambda row: row.source_kind),
        Column(
            head="使用时须注意",
            width=60,
            cell=lambda row: _joined(row.cautions, language) or language("无"),
        ),
    )
    refused = (
        Column(head="文件", width=30, cell=lambda row: row.file),
        Column(head="未能使用的原因", width=50, cell=lambda row: row.reason),
        Column(head="怎么办", width=60, cell=lambda row: row.advice),
    )
    made = _sheet("materials", title, columns, comparison.bureaus, language)
    if not comparison.refused:
        return (made,)
    name = language("未能使用的文件")
    return made, _sheet("materials", name, refused, comparison.refused, language)


def _indicators(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="指标", width=30, cell=lambda row: row[0].name),
        Column(head="可比组", width=30, cell=lambda row: row[1]),
        Column(head="单位", width=14, cell=lambda row: row[2].bureau),
        Column(head="范围", width=24, cell=lambda row: row[2].scope),
        Column(head="期间", width=22, cell=lambda row: row[2].period),
        Column(head="数值", width=16, cell=lambda row: row[2].figure),
        Column(head="出处", width=10, cell=lambda row: row[2].figure.marks),
        Column(head="同比变化", width=22, cell=lambda row: row[2].change),
        Column(head="公布的排名", width=18, cell=lambda row: row[2].rank),
        Column(head="达标情况", width=34, cell=lambda row: row[2].standard),
        Column(head="位次", width=10, cell=lambda row: row[2].place),
        Column(head="不能比较的原因", width=44, cell=lambda row: row[2].reason or language("可比")),
    )
    rows = (row for table in comparison.indicators for row in _values(table, language))
    return (_sheet("indicators", title, columns, rows, language),)


def _values(
    table: IndicatorTable, language: Language
) -> Iterable[tuple[IndicatorTable, str, IndicatorRow]]:
    for group in table.groups:
        for row in group.rows:
            yield table, group.label, row
    for row in table.apart:
        yield table, language("单独列出"), row


def _inspection(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="单位", width=14, cell=lambda row: row.bureau),
        Column(head="来源", width=18, cell=lambda row: row.source),
        Column(head="事项", width=40, cell=lambda row: row.subject),
        Column(head="总数", width=12, cell=lambda row: row.total),
        Column(head="已完成", width=12, cell=lambda row: row.done),
        Column(head="未完成", width=12, cell=lambda row: row.pending),
        Column(
            head="未完成数的来历",
            width=16,
            cell=lambda row: language("总数减已完成" if row.pending.computed else "原文"),
        ),
        Column(head="原文比率", width=12, cell=lambda row: row.printed_rate),
        Column(head="计算比率", width=12, cell=lambda row: row.computed_rate),
        Column(head="出处", width=10, cell=lambda row: row.total.marks or row.done.marks),
        Column(head="期间", width=22, cell=lambda row: row.period),
        Column(head="进展", width=16, cell=lambda row: row.state),
        Column(head="说明", width=40, cell=lambda row: row.note),
    )
    return (_sheet("inspection", title, columns, comparison.tallies, language),)


def _matrix(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="单位", width=14, cell=lambda row: row.bureau),
        Column(head="问题序号", width=10, cell=lambda row: row.number),
        Column(head="主题", width=16, cell=lambda row: _joined(row.themes, language)),
        Column(head="问题", width=30, cell=lambda row: row.title),
        Column(head="原文", width=60, cell=lambda row: row.problem),
        Column(head="原因", width=30, cell=lambda row: row.cause),
        Column(head="已做工作", width=50, cell=lambda row: _passages(row.measures, language)),
        Column(head="下一年承诺", width=50, cell=lambda row: _passages(row.commitments, language)),
        Column(head="回应", width=16, cell=lambda row: row.state),
    )
    gaps = (
        Column(head="单位", width=14, cell=lambda row: row.bureau),
        Column(head="说明", width=80, cell=lambda row: row.text),
    )
    return (
        _sheet("matrix", title, columns, comparison.matrix, language),
        _sheet("matrix", language("没有写明问题的单位"), gaps, comparison.gaps, language),
        _grid("matrix", language("问题的主题分布"), comparison.overview, language),
    )


def _passages(passages: tuple[Passage, ...], language: Language) -> Cell:
    """Several passages in one cell; its link leads to the first."""
    if not passages:
        return language("未载明")
    return Passage(
        text="\n".join(f"{each.text}〔{language('、').join(each.marks)}〕" for each in passages),
        marks=passages[0].marks,
    )


def _grid(part: str, title: str, grid: Grid, language: Language) -> Sheet:
    rows = tuple(
        (
            head,
            *(text if count is None else count for text, count in zip(texts, cells, strict=True)),
        )
        for head, texts, cells in zip(grid.rows, grid.texts, grid.cells, strict=True)
    )
    return Sheet(
        part=part,
        title=title,
        heads=(language("主题"), *grid.columns),
        widths=(24, *(14 for _ in grid.columns)),
        rows=rows,
    )


def _services(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="类别", width=30, cell=lambda row: row[0].title),
        Column(head="单位", width=14, cell=lambda row: row[1].bureau),
        Column(head="事项", width=44, cell=lambda row: row[1].label),
        Column(head="数值", width=16, cell=lambda row: row[1].figure),
        Column(head="出处", width=10, cell=lambda row: row[1].figure.marks),
        Column(head="期间", width=22, cell=lambda row: row[1].period),
        Column(
            head="说明",
            width=60,
            cell=lambda row: language("各单位名目不尽相同，只并列、不排序。") + row[0].note,
        ),
    )
    rows = ((group, row) for group in comparison.quantities for row in group.rows)
    return (_sheet("services", title, columns, rows, language),)


def _commitments(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="单位", width=14, cell=lambda row: row[0].bureau),
        Column(head="序号", width=8, cell=lambda row: row[1].number),
        Column(head="主题", width=18, cell=lambda row: _joined(row[1].themes, language)),
        Column(head="所在标题", width=36, cell=lambda row: row[1].heading),
        Column(head="承诺", width=70, cell=lambda row: row[1].passage),
        Column(head="出处", width=10, cell=lambda row: row[1].passage.marks),
        Column(head="目标", width=24, cell=lambda row: row[1].targets),
        Column(head="期限", width=14, cell=lambda row: row[1].deadline),
        Column(head="可核查性", width=22, cell=lambda row: row[1].checkable),
        Column(head="回应的问题", width=16, cell=lambda row: row[1].answers),
    )
    rows = ((table, row) for table in comparison.commitments for row in table.rows)
    name = language("承诺的主题分布")
    made = (
        _sheet("commitments", title, columns, rows, language),
        _grid("commitments", name, comparison.promises, language),
    )
    if not comparison.followups:
        return made
    followed = language("上一年承诺的兑现情况")
    later = _sheet(
        "commitments", followed, _followup_columns(language), comparison.followups, language
    )
    return (*made, later)


def _followup_columns(language: Language) -> tuple[Column, ...]:
    return (
        Column(head="单位", width=14, cell=lambda row: row.bureau),
        Column(head="序号", width=8, cell=lambda row: row.number),
        Column(head="上一年的承诺", width=60, cell=lambda row: row.promise),
        Column(head="目标", width=24, cell=lambda row: row.target),
        Column(head="本年报告的情况", width=60, cell=lambda row: _passages(row.reported, language)),
        Column(head="兑现情况", width=20, cell=lambda row: row.state),
    )


def _quality(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="单位", width=14, cell=lambda row: row.bureau),
        Column(head="级别", width=8, cell=lambda row: row.level),
        Column(head="类别", width=18, cell=lambda row: row.kind),
        Column(head="说明", width=60, cell=lambda row: row.message),
        Column(head="原文", width=60, cell=lambda row: row.quote or language("（全文）")),
    )
    counts = (
        Column(head="单位", width=14, cell=lambda row: row.bureau),
        Column(head="文中数字", width=12, cell=lambda row: row.numbers),
        Column(head="已成事实", width=12, cell=lambda row: row.in_facts),
        Column(head="不是数据", width=12, cell=lambda row: row.none),
        Column(head="未能识别", width=12, cell=lambda row: row.unread),
        Column(
            head="未能识别的例子",
            width=60,
            cell=lambda row: _joined(row.examples, language) or language("无"),
        ),
    )
    return (
        _sheet("quality", title, columns, comparison.quality, language),
        _sheet("quality", language("文中数字的去向"), counts, comparison.coverage, language),
    )


def _evidence(comparison: View, title: str, language: Language) -> tuple[Sheet, ...]:
    columns = (
        Column(head="标记", width=10, cell=lambda row: row[1].mark),
        Column(head="单位", width=14, cell=lambda row: row[0].bureau),
        Column(head="类别", width=12, cell=lambda row: row[1].kind),
        Column(head="内容", width=36, cell=lambda row: row[1].label),
        Column(head="原文", width=80, cell=lambda row: row[1].quote),
        Column(head="所在标题", width=44, cell=lambda row: row[1].section),
        Column(head="起点", width=8, cell=lambda row: row[1].start),
        Column(head="终点", width=8, cell=lambda row: row[1].end),
        Column(head="来历", width=24, cell=lambda row: row[1].correction or language("机器提取")),
    )
    others = (
        Column(head="单位", width=14, cell=lambda row: row.bureau),
        Column(head="主题", width=18, cell=lambda row: _joined(row.themes, language)),
        Column(head="内容", width=50, cell=lambda row: row.label),
        Column(head="数值", width=16, cell=lambda row: row.figure),
        Column(head="出处", width=10, cell=lambda row: row.figure.marks),
    )
    rows = ((listed, entry) for listed in comparison.evidence for entry in listed.entries)
    return (
        _sheet(EVIDENCE, title, columns, rows, language),
        _sheet("others", language("其他数字"), others, comparison.others, language),
    )


_MAKERS: dict[str, Callable[[View, str, Language], tuple[Sheet, ...]]] = {
    "findings": _findings,
    "materials": _materials,
    "indicators": _indicators,
    "inspection": _inspection,
    "matrix": _matrix,
    "services": _services,
    "commitments": _commitments,
    "quality": _quality,
    EVIDENCE: _evidence,
}
