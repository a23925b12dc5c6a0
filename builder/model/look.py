"""How the briefing looks: sizes, colours and margins, once for PDF, HTML, Word and charts.

A profile gives them all; `[look]` of briefing.toml changes single ones. Sizes are points, lengths
millimetres, colours #RRGGBB. The colours are told apart in grey print: tone and shape say what
differs, never hue alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The measures of a page; `body` is 12 pt on 20.5 pt, `title` the name of the briefing."""

    top: float = 25
    right: float = 24
    bottom: float = 23
    left: float = 24
    body: float = 12
    body_leading: float = 20.5
    title: float = 31
    headline: float = 19
    lead: float = 15
    heading1: float = 15
    heading2: float = 12
    table: float = 10.5
    note: float = 9
    mark: float = 6.8
    ink: str = "#1A1A1A"
    accent: str = "#1F4E79"
    marks: str = "#3C6A96"
    quiet: str = "#5C5C5C"
    apart: str = "#6E6E6E"
    rule: str = "#C8C8C8"
    band: str = "#F1F3F5"
    tag: str = "#D9D9D9"

    @property
    def text_width(self) -> float:
        """The width between the margins of an upright A4 page, in millimetres."""
        return 210 - self.left - self.right

    @property
    def latin(self) -> Look:
        """The same for words of Latin letters, which are longer and lower."""
        return replace(
            self,
            title=_smaller(self.title),
            headline=_smaller(self.headline),
            lead=_smaller(self.lead),
            body_leading=_smaller(self.body_leading),
        )


def _smaller(size: float) -> float:
    """Nine tenths of a size, in the half points that Word knows: 13.5 for 15."""
    return round(size * 2 * 9 / 10) / 2


PROFILES: Mapping[str, Look] = MappingProxyType(
    {
        "briefing": Look(),
        # GB/T 9704-2012: 22 lines of 28 characters; all words black.
        "gbt9704": Look(
            top=37,
            right=26,
            bottom=35,
            left=28,
            body=15.75,
            body_leading=28.99,
            title=22,
            headline=16,
            # As much smaller as the page is narrower: 156 mm of 162.
            table=10,
            heading1=15.75,
            heading2=15.75,
            ink="#000000",
            accent="#000000",
            marks="#000000",
            quiet="#000000",
            apart="#595959",
        ),
    }
)
