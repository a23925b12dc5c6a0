"""The briefing's tables, each once: caption, heads, widths and what its cells hold.

The HTML template and the generator of the Word template read the same records, so that a head or a
width is changed here alone. Words are msgids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from builder.language import Language


class CellKind(StrEnum):
    """How a cell is set: from the left, by its decimal point, or in the middle."""

    TEXT = "text"
    NUMBER = "number"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSpec:
    """A column: its head, its width in millimetres of 156, and what its cells are.

    `unit` stands under the head; OF_TABLE is the unit that all rows of a table share.
    """

    head: str
    width: float
    kind: CellKind = CellKind.TEXT
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSpec:
    """A table; `none` is what it says where it has no row, `caption` is empty where rows bring it.

    Rows of a `tall` table are so high that none asks to stay with the next.
    """

    caption: str
    columns: tuple[ColumnSpec, ...]
    none: str = ""
    tall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTable:
    """A table's words in the language of the briefing: its columns are (head, width)."""

    caption: str
    columns: tuple[tuple[str, float], ...]
    none: str
    style: str


OF_TABLE = "{unit}"
_NUMBER, _WORD = CellKind.NUMBER, CellKind.WORD


def _column(head: str, width: float, kind: CellKind = CellKind.TEXT, unit: str = "") -> ColumnSpec:
    return ColumnSpec(head=head, width=width, kind=kind, unit=unit)


TABLES: Mapping[str, TableSpec] = {
    "materials": TableSpec(
        caption="各单位报告的来源和口径",
        tall=True,
        columns=(
            _column("单位", 28),
            _column("报告", 37),
            _column("层级和地区", 21),
            _column("报告和计划期间", 24),
            _column("数据截至", 21),
            _column("发布单位、日期和性质", 25),
        ),
    ),
    "indicators": TableSpec(
        caption="",
        columns=(
            _column("单位", 15),
            _column("范围和期间", 37),
            _column("数值", 23, _NUMBER, OF_TABLE),
            _column("同比变化和公布的排名", 30),
            _column("达标情况", 33.5),
            _column("位次", 17.5, _WORD),
        ),
    ),
    "apart": TableSpec(
        caption="没有两家的期间、范围相同的指标",
        columns=(
            _column("单位", 15),
            _column("范围和期间", 44),
            _column("数值", 23, _NUMBER),
            _column("同比变化和公布的排名", 30),
            _column("达标情况", 44),
        ),
    ),
    "inspection": TableSpec(
        caption="督察、信访等事项的总数和完成数",
        none="各份报告都没有写明这类事项的数量。",
        columns=(
            _column("单位", 15),
            _column("来源和事项", 27),
            _column("总数", 15.5, _NUMBER),
            _column("已完成", 15.5, _NUMBER),
            _column("未完成", 17.5, _NUMBER),
            _column("原文比率", 17.5, _NUMBER, "%"),
            _column("计算比率", 17.5, _NUMBER, "%"),
            _column("期间和进展", 30.5),
        ),
    ),
    "matrix": TableSpec(
        caption="各单位写明的问题和对应的工作、承诺",
        none="各份报告都没有写明自身的问题。",
        tall=True,
        columns=(
            _column("问题", 38),
            _column("原因", 21),
            _column("已做工作", 41),
            _column("下一年承诺", 38.5),
            _column("回应", 17.5),
        ),
    ),
    "services": TableSpec(
        caption="两个以上单位都有的数字",
        none="没有两个以上单位都写明的同类数字。",
        columns=(
            _column("单位", 17),
            _column("事项", 58),
            _column("数值", 19, _NUMBER),
            _column("计量单位", 18, _WORD),
            _column("出处", 15, _WORD),
            _column("期间", 29),
        ),
    ),
    "commitments": TableSpec(
        caption="",
        tall=True,
        columns=(
            _column("序号", 10, _WORD),
            _column("承诺原文", 69.5),
            _column("主题", 18),
            _column("目标与期限", 24),
            _column("可核查性", 17.5),
            _column("回应问题", 17),
        ),
    ),
    "followups": TableSpec(
        caption="上一年的承诺和本年报告的情况",
        tall=True,
        columns=(
            _column("序号", 10, _WORD),
            _column("上一年的承诺", 55),
            _column("目标", 18),
            _column("本年报告的情况", 55),
            _column("兑现情况", 18),
        ),
    ),
    "quality": TableSpec(
        caption="使用各份报告时须知道的事项",
        none="没有发现须提醒的事项。",
        columns=(
            _column("单位", 20),
            _column("级别", 17, _WORD),
            _column("类别", 23),
            _column("说明", 51),
            _column("原文", 45),
        ),
    ),
    "coverage": TableSpec(
        caption="文中数字的去向",
        columns=(
            _column("单位", 24),
            _column("文中数字", 22, _NUMBER),
            _column("已成事实", 22, _NUMBER),
            _column("不是数据", 22, _NUMBER),
            _column("未能识别", 22, _NUMBER),
            _column("未能识别的例子", 44),
        ),
    ),
    "others": TableSpec(
        caption="正文各表没有列出的数字",
        columns=(_column("主题", 30), _column("数字", 126)),
    ),
}


def printed_table(name: str, unit: str = "", *, language: Language) -> PrintedTable:
    """A table's words; `unit` is what its rows share."""
    spec = TABLES[name]
    return PrintedTable(
        caption=language(spec.caption) if spec.caption else "",
        columns=tuple((_head(each, unit, language), each.width) for each in spec.columns),
        none=language(spec.none) if spec.none else "",
        style="tall" if spec.tall else "",
    )


def _head(column: ColumnSpec, unit: str, language: Language) -> str:
    """A head, and its unit as a second line."""
    head = language(column.head)
    shown = unit if column.unit == OF_TABLE else column.unit
    return f"{head}\n{language('（{unit}）', unit=shown)}" if shown else head
