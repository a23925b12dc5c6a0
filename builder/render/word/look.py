"""How the Word file looks: pages and sizes of GB/T 9704-2012, and of the plain profile.

Lengths are millimetres, sizes points, as the standard prints them; `twips` turns them into Word's
unit.
"""

from __future__ import annotations

from dataclasses import dataclass

TWIPS_PER_POINT = 20
LEADING = 1.24
"""Distance of lines in tables, notes and captions, in sizes of their text."""
TWIPS_PER_MILLIMETRE = 1440 / 25.4
BAND = "EEF2F6"
"""The ground of rows and lines that say what follows them has in common."""


def twips(*, points: float = 0, millimetres: float = 0) -> int:
    """A length in twentieths of a point."""
    return round(points * TWIPS_PER_POINT + millimetres * TWIPS_PER_MILLIMETRE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's size and margins in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    footer: float

    @property
    def text_width(self) -> float:
        """What is left between the margins, in millimetres."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The measures in which the two profiles differ.

    `spacing` is what is added between characters and `line` the exact distance of lines, both in
    points: 16 pt less 0.25 on 156 mm are 28 characters a line, 28.95 pt on 225 mm are 22 lines.
    `mark` and `quiet` colour evidence marks and secondary words; official documents are black.
    """

    name: str
    page: Page
    body: float
    spacing: float
    line: float
    title: float
    headings: tuple[float, ...]
    table: float
    mark: str = "auto"
    quiet: str = "auto"


GBT9704 = Look(
    name="gbt9704",
    page=Page(width=210, height=297, top=37, bottom=35, left=28, right=26, footer=28),
    body=16,
    spacing=-0.25,
    line=28.95,
    title=22,
    headings=(16, 16, 16, 16),
    table=10.5,
)
PLAIN = Look(
    name="plain",
    page=Page(width=210, height=297, top=25, bottom=25, left=27, right=27, footer=13),
    body=12,
    spacing=0,
    line=20,
    title=20,
    headings=(16, 14, 12, 12),
    table=10.5,
    mark="1F4E79",
    quiet="595959",
)
LOOKS = (GBT9704, PLAIN)
