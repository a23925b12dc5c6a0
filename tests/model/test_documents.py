"""Sections know those above them."""

from __future__ import annotations

from builder.model import Role, Section, ancestors


def section(parent: int | None) -> Section:
    return Section(heading="工作", level=1, role=Role.DONE, start=0, body=0, end=0, parent=parent)


def test_ancestors_go_from_a_section_outwards() -> None:
    sections = (section(None), section(0), section(1), section(None))
    assert tuple(ancestors(sections, 2)) == (2, 1, 0)
    assert tuple(ancestors(sections, 3)) == (3,)
    assert tuple(ancestors(sections, None)) == ()
