"""How far the section of each segment goes on, and where the plan begins."""

from __future__ import annotations

from builder.model import Role
from builder.outline.marks import Style
from builder.outline.roles import Roles
from builder.outline.segments import Segment


def reaches(cut: list[Segment]) -> list[int]:
    """Where each segment's whole section ends: at the next one of its style or of an outer one."""
    found: list[int] = []
    starts: dict[Style, int] = {}
    end = cut[-1].end if cut else 0
    for segment in reversed(cut):
        own = segment.style
        if own is None:
            found.append(end)
            continue
        found.append(min([start for style, start in starts.items() if style <= own], default=end))
        starts[own] = segment.start
    return found[::-1]


def plan_starts(cut: list[Segment], roles: Roles) -> int:
    """Where the last heading stands that announces a plan, -1 without one."""
    for segment in reversed(cut):
        if segment.heading is not None and roles.of_heading(segment.heading, None) is Role.PLAN:
            return segment.start
    return -1
