"""Blocks of the template's body that several parts use."""

from __future__ import annotations

from builder.render.word.markup import caption, paragraph, run, tag, text


def optional(condition: str, block: str) -> str:
    """A block that is printed where the condition holds."""
    return tag(f"if {condition}") + block + tag("endif")


def heading() -> str:
    """The part's own heading."""
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


def tables(part: str) -> str:
    """The tables of a part, with their headings, captions and notes."""
    return paragraph("TemplateTag", run(f"{{{{p show(tables.{part}) }}}}"))
