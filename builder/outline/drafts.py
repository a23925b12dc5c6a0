"""What an outline is made of while its text is still being read."""

from __future__ import annotations

from typing import NamedTuple

from builder.model import Role
from builder.outline.marks import Style


class Draft(NamedTuple):
    """A section whose end is not known yet."""

    heading: str
    level: int
    role: Role
    start: int
    body: int
    parent: int | None


class Open(NamedTuple):
    """A part that the text is in: its section's index, and where its item's text begins.

    It `holds` the paragraphs after it when its own line is but a heading.
    """

    style: Style
    section: int | None
    item: int | None
    holds: bool


class Turn(NamedTuple):
    """A role that a lead sentence turned to; `depth` is how many parts were open then.

    `listed` says whether items were enumerated since; `conceded` holds while sentences of a plan
    say what is still wrong: 但也要看到,治理水平不平衡。
    """

    role: Role
    depth: int
    lasting: bool
    listed: bool = False
    conceded: bool = False
