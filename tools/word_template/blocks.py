"""Blocks of the template's body that several parts use."""

from __future__ import annotations

from dataclasses import dataclass

from builder.render.tables import OF_TABLE, TABLES, CellKind, ColumnSpec
from builder.render.word.markup import (
    Column,
    Run,
    caption,
    cell,
    row,
    section_break,
    span,
    tables_element,
    tag,
    text,
)

NONE_STATED = "未载明"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """The finished properties of both kinds of section."""

    upright: str
    landscape: str


STYLES = {
    CellKind.TEXT: "TableText",
    CellKind.NUMBER: "TableNumber",
    CellKind.WORD: "TableWord",
}
Lines = tuple[str | tuple[Run, ...], ...]


def columns_of(table: str, *cells: str | Lines) -> tuple[Column, ...]:
    """The columns of a table, each with the tags of its cells."""
    return tuple(
        Column(
            head=_head(spec),
            width=spec.width,
            lines=(lines,) if isinstance(lines, str) else lines,
            style=STYLES[spec.kind],
        )
        for spec, lines in zip(TABLES[table].columns, cells, strict=True)
    )


def _head(spec: ColumnSpec) -> str | tuple[str, ...]:
    """A head, and its unit as a second line."""
    if not spec.unit:
        return spec.head
    named = "table.unit" if spec.unit == OF_TABLE else f'"{spec.unit}"'
    return spec.head, f'{{{{ t("（{{unit}}）", unit={named}) }}}}'


def optional(condition: str, block: str) -> str:
    """A block that is printed where the condition holds."""
    return tag(f"if {condition}") + block + tag("endif")


def heading() -> str:
    """The part's own heading and its charts."""
    return text("Heading1", "{{ part.heading }}")


def charts() -> str:
    """The part's charts, each with the caption that says its point."""
    return (
        tag("for chart in part.charts")
        + text("Picture", "{{ picture(chart) }}")
        + caption("Caption", "图", "{{ chart.caption }}")
        + optional("chart.note", text("Note", "{{ chart.note }}"))
        + tag("endfor")
    )


def passages(items: str) -> Lines:
    """The lines of a cell that lists passages, or says that there are none.

    Why passages stand there is said behind the last of those that share the reason.
    """
    why = '{% if loop.last and passage.why %}{{ t("（{why}）", why=passage.why) }}{% endif %}'
    return (
        f'{{%p for same in {items}|runs("why") %}}',
        "{%p for passage in same %}",
        (Run(text="{{ passage|marked }}"), Run(text=why, style="Quiet")),
        "{%p endfor %}",
        "{%p else %}",
        NONE_STATED,
        "{%p endfor %}",
    )


def number(figure: str) -> tuple[str, ...]:
    """The lines of a cell with one figure: the number, and under it where it comes from."""
    return (
        f"{{{{ {figure}|aligned }}}}",
        f"{{%p if {figure}|origin %}}",
        f"{{{{ {figure}|origin }}}}",
        "{%p endif %}",
    )


def _item() -> str:
    """A cell of a grid: a number, or words in the middle of their column."""
    return "".join(
        (
            tag("if item.value is none"),
            *(text("TableWord", line) for line in number("item")),
            tag("else"),
            *(text("TableNumber", line) for line in number("item")),
            tag("endif"),
        )
    )


def spread(grid: str, sections: Sections) -> str:
    """A table with a column for each item; widths are shared out when it is rendered.

    One that is too wide for an upright page stands on pages of its own.
    """
    widths = (30.0, 42.0, 42.0, 42.0)
    blank = tuple(Column(head="", width=width, lines=()) for width in widths)

    def cells(first: str, items: str, each: str) -> tuple[str, ...]:
        content = (
            first,
            text("TemplateTag", f"{{%tc for item in {items} %}}"),
            each,
            text("TemplateTag", "{%tc endfor %}"),
        )
        return tuple(cell(width, made) for width, made in zip(widths, content, strict=True))

    corner, name = text("TableHead", "{{ grid.corner }}"), text("TableHead", "{{ item }}")

    return (
        tag(f"with grid = {grid}")
        + optional("grid.wide", section_break(sections.upright))
        + caption("TableCaption", "表", "{{ grid.title }}")
        + tables_element(
            widths,
            row(*cells(corner, "grid.columns", name), head=True),
            span(blank, "{%tr for line in grid.lines %}"),
            row(*cells(text("TableText", "{{ line.head }}"), "line.cells", _item())),
            span(blank, "{%tr endfor %}"),
        )
        + optional("grid.note", text("Note", "{{ grid.note }}"))
        + optional("grid.wide", section_break(sections.landscape))
        + tag("endwith")
    )
