"""Blocks of the template's body that several parts use."""

from __future__ import annotations

from dataclasses import dataclass

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


def passages(items: str) -> tuple[str | tuple[Run, ...], ...]:
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


def spread(grid: str, sections: Sections, *, style: str) -> str:
    """A table with a column for each item; widths are shared out when it is rendered.

    One that is too wide for an upright page stands on pages of its own.
    """
    widths = (30.0, 42.0, 42.0, 42.0)
    blank = tuple(Column(head="", width=width, lines=()) for width in widths)

    def cells(first: str, items: str, head: str, each: str) -> tuple[str, ...]:
        content = (
            (f"{{{{ {first} }}}}", head),
            (f"{{%tc for item in {items} %}}", "TemplateTag"),
            ("{{ item }}", each),
            ("{%tc endfor %}", "TemplateTag"),
        )
        return tuple(
            cell(width, text(kind, words))
            for width, (words, kind) in zip(widths, content, strict=True)
        )

    return (
        tag(f"with grid = {grid}")
        + optional("grid.wide", section_break(sections.upright))
        + caption("TableCaption", "表", "{{ grid.title }}")
        + tables_element(
            widths,
            row(*cells("grid.corner", "grid.columns", "TableHead", "TableHead"), head=True),
            span(blank, "{%tr for line in grid.lines %}"),
            row(*cells("line.head", "line.cells", style, style)),
            span(blank, "{%tr endfor %}"),
        )
        + optional("grid.note", text("Note", "{{ grid.note }}"))
        + optional("grid.wide", section_break(sections.landscape))
        + tag("endwith")
    )
