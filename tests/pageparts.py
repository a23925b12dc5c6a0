"""A small briefing of parts that hold every kind of block, for tests of the formats.

The figures are made up; what counts is that each block, cell and run has its place.
"""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

from builder.config import Fonts
from builder.model import (
    Briefing,
    BriefingPart,
    Chart,
    Drawing,
    PartName,
    Run,
    Runs,
    RunStyle,
    View,
)
from builder.model.look import PROFILES
from builder.model.page import (
    Cell,
    CellKind,
    Column,
    Conclusion,
    Contents,
    Entry,
    EntryPath,
    HeadGroup,
    Heading,
    Line,
    LineKind,
    Paragraph,
    ParagraphKind,
    Picture,
    Row,
    RowKind,
    Table,
)
from builder.model.plotted import StripPlot
from builder.render.word.pictures import bar_png

LONG = (
    "持续扎实推进中央、省等各类环保督察交办和反馈问题整改，严格落实问题整改“污染消除、生态修复、"
    "群众满意”总要求，让问题整改“动态清零”成为常态，全面开展突出环境问题整改工作“回头看”督查。"
)
ALT = '条形图："潜江市"31，岳阳县32.86 <μg/m³>'
CHART = Chart(id="pm25", spec={}, width=162, height=50)
PNG = bar_png(40, 80, "#1F4E79")
DRAWING = Drawing(
    chart="pm25",
    svg='<svg xmlns="http://www.w3.org/2000/svg" width="612" height="189">'
    '<rect width="612" height="189" fill="#F1F3F5"/></svg>',
    png=PNG,
)


def words(text: str, *marks: str, style: RunStyle = RunStyle.PLAIN) -> Runs:
    """Words with their marks."""
    return (Run(text, style=style), *(Run(f"〔{mark}〕", mark) for mark in marks))


def cell(text: str | Runs, kind: CellKind = CellKind.TEXT, **more: object) -> Cell:
    runs = words(text) if isinstance(text, str) else text
    return replace(Cell(lines=(Line(runs=runs),), kind=kind), **more)  # type: ignore[arg-type]


def findings() -> BriefingPart:
    return BriefingPart(
        name=PartName.FINDINGS,
        title="",
        numbered=False,
        blocks=(
            Conclusion(
                number=1,
                lead=words("四家写明问题12个，3个未见对应承诺"),
                detail=words("均在衡南县：养殖行业、大气环境、乡镇污水处理", "衡10", "衡8"),
            ),
            Conclusion(
                number=2,
                lead=words("潜江市督察整改还有35项按期推进"),
                detail=words("2016—2023年交办166项，已完成131项", "潜10"),
            ),
            Paragraph(
                runs=(
                    *words("使用提示", style=RunStyle.STRONG),
                    *words("　某区材料来自范文网站，R&D <5%的“指标”不比较，问题、承诺计入。"),
                ),
                kind=ParagraphKind.NOTE,
            ),
            Contents(
                lead="目录",
                parts=(
                    (PartName.OVERVIEW, "一览"),
                    (PartName.INDICATORS, "环境质量"),
                    (PartName.EVIDENCE, "附录"),
                ),
            ),
        ),
    )


def overview(*, wide: bool = False, rows: int = 5) -> BriefingPart:
    table = Table(
        caption="五家单位主要情况",
        columns=(
            Column(head=("单位",), width=22),
            Column(head=("PM2.5", "μg/m³"), width=30, kind=CellKind.NUMBER),
            Column(head=("督察事项", "完成/总数"), width=80),
            Column(head=("问题（未见）",), width=30, kind=CellKind.MIDDLE),
        ),
        rows=tuple(_overview_row(number) for number in range(rows)),
        dense=wide,
        note=(*words("a", style=RunStyle.LETTER), *words(" 只有一季度。“—”为原文没有。")),
    )
    return BriefingPart(
        name=PartName.OVERVIEW, title="一览", blocks=(table,), wide=wide, starts_page=True
    )


def _overview_row(number: int) -> Row:
    apart = RunStyle.APART if number % 2 else RunStyle.PLAIN
    letter = words("a", style=RunStyle.LETTER) if number % 2 else ()
    return Row(
        cells=(
            cell(f"单位{number + 1}", head=True),
            Cell(
                lines=(
                    Line(runs=(*words("32.86", style=apart), *letter, *words("", "岳5"))),
                    Line(runs=words("↓3.64"), kind=LineKind.QUIET),
                ),
                kind=CellKind.NUMBER,
            ),
            cell(words("整改 131/166", "潜10")),
            cell("4（3）", CellKind.MIDDLE),
        )
    )


def indicators() -> BriefingPart:
    return BriefingPart(
        name=PartName.INDICATORS,
        title="环境质量",
        blocks=(
            Heading(text="大气"),
            Paragraph(runs=words(f"潜江市PM2.5平均浓度为31微克/立方米。{LONG}", "潜1")),
            Picture(
                id="pm25",
                caption="可比的两家PM2.5均不高于限值",
                alt=ALT,
                plot=StripPlot(rows=()),
                note=words("实心：可直接对比。"),
            ),
            Heading(text="水"),
            Paragraph(runs=words("八仙桥断面总磷仍不能稳定达标。", "岳5"), kind=ParagraphKind.ITEM),
        ),
    )


def bars() -> BriefingPart:
    columns = (
        Column(head=("单位",), width=22),
        Column(head=("事项",), width=60),
        Column(head=("完成比例",), width=40),
        Column(head=("完成/总数",), width=40, kind=CellKind.NUMBER),
    )
    rows = (
        Row(cells=(cell("排污口整治", head=True, span=4),), kind=RowKind.BAND),
        _bar_row("潜江市", "总干渠、汉南河排污口", 53, 77),
        _bar_row("潜江市", "长江入河排污口", 110, 113),
        Row(
            cells=(cell("合计", span=3), cell("163/190", CellKind.NUMBER)),
            kind=RowKind.SUM,
        ),
    )
    table = Table(caption="排污口还有27个未整治", columns=columns, rows=rows, chart=True)
    return BriefingPart(name=PartName.INSPECTION, title="督察与整改", blocks=(table,))


def _bar_row(bureau: str, matter: str, done: int, total: int) -> Row:
    share = Decimal(done) / Decimal(total)
    return Row(
        cells=(
            cell(bureau, head=True),
            cell(words(matter, "潜6")),
            Cell(share=share),
            cell(f"{done}/{total}", CellKind.NUMBER),
        )
    )


def matrix() -> BriefingPart:
    tags = (
        ("未见对应承诺", RunStyle.UNANSWERED),
        ("仅同主题承诺", RunStyle.GENERAL),
        ("有相关承诺", RunStyle.ANSWERED),
    )
    problems = Table(
        caption="问题、已做工作和下一年承诺",
        columns=tuple(
            Column(head=(head,), width=width)
            for head, width in (("问题和原因", 62), ("已做工作", 46), ("下一年承诺", 54))
        ),
        rows=tuple(_problem(number, *tags[number % 3]) for number in range(9)),
    )
    groups = tuple(HeadGroup(head=head, span=2) for head in ("潜江市", "岳阳县"))
    kinds = tuple(
        Column(head=(head,), width=30, kind=CellKind.MIDDLE, ruled=head == "问题")
        for head in ("问题", "承诺") * 2
    )
    signs = ("■", "●○", "□", "○○○")
    grid = Table(
        caption="三个主题的问题没有承诺",
        columns=(Column(head=("主题",), width=42), *kinds),
        groups=(HeadGroup(head="", span=1), *groups),
        rows=tuple(
            Row(
                cells=(
                    cell(theme, head=True),
                    *(cell(sign, CellKind.MIDDLE, label=f"{sign}的说明") for sign in signs),
                )
            )
            for theme in ("大气", "水")
        ),
        chart=True,
        note=words("■ 未见对应承诺。"),
    )
    return BriefingPart(name=PartName.MATRIX, title="问题和对应承诺", blocks=(problems, grid))


def _problem(number: int, tag: str, style: RunStyle) -> Row:
    return Row(
        cells=(
            Cell(
                lines=(
                    Line(runs=words(f"{number + 1} 衡南县")),
                    Line(runs=words("养殖行业问题突出"), kind=LineKind.TITLE),
                    Line(runs=words("导致群众投诉量大增", "衡10")),
                    Line(runs=words("原因　大型设施无法密封"), kind=LineKind.QUIET),
                )
            ),
            cell(words("—", style=RunStyle.QUIET)),
            Cell(lines=(Line(runs=words(tag, style=style)), Line(runs=words(LONG, "衡8")))),
        )
    )


def evidence() -> BriefingPart:
    marks = ("潜1", "潜6", "潜10", "岳5", "衡8", "衡10", "赣3")
    entries = tuple(
        Entry(
            places=((mark, f"e1-{number}"),),
            runs=(*words("2024年，PM2.5浓度"), *words("31", style=RunStyle.STRONG), *words(LONG)),
            remarks=("单位：人工更正",) if number == 1 else (),
        )
        for number, mark in enumerate(marks)
    )
    return BriefingPart(
        name=PartName.EVIDENCE,
        title="附录　原文出处",
        numbered=False,
        columns=2,
        starts_page=True,
        blocks=(
            Paragraph(runs=words("每条为原文整句。"), kind=ParagraphKind.NOTE),
            Heading(text="潜江市", numbered=False),
            EntryPath(text="主要工作 › 大气"),
            *entries,
        ),
    )


def parts(*, wide: bool = False) -> tuple[BriefingPart, ...]:
    return (findings(), overview(wide=wide), indicators(), bars(), matrix(), evidence())


def view(shown: tuple[BriefingPart, ...]) -> View:
    """A view that prints these parts, and has no records for anything else."""
    nothing: dict[str, Any] = {each.name: () for each in fields(View)}
    return View(**nothing | {"parts": shown})


def briefing(shown: tuple[BriefingPart, ...] | None = None, **changes: Any) -> Briefing:  # noqa: ANN401
    made = Briefing(
        title="生态环境工作对比简报",
        subtitle="五家单位整改进展和下一年承诺对比",
        issuer="某某生态环境研究中心",
        issue="第1期",
        date="2026年11月28日",
        recipients="各位参会人员",
        copies=50,
        language="zh",
        profile="briefing",
        look=PROFILES[changes.get("profile", "briefing")],
        fonts=Fonts().model_dump(),
        comparison=view(parts() if shown is None else shown),
        charts=(CHART,),
    )
    return replace(made, **changes)
