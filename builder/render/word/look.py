"""The measures of each style of the Word template, from the look that all formats share.

The template's styles are made of a profile's look. What `[look]` of briefing.toml changes of it is
set on the styles by their names when a briefing is built; all else is as the template has it, so
that what a user changed in Word stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from builder.model.look import Look
from builder.render.word.names import Style

TWIPS_PER_POINT = 20
TWIPS_PER_MILLIMETRE = 1440 / 25.4
RAISED = 0.65
"""What Word makes of the size of raised letters."""
DENSE, DENSE_LINE, DENSE_MARK = 8.5, 11.05, 5.5
"""Size and distance of lines in tables of many bureaus, and the size of their marks."""


def twips(*, points: float = 0, millimetres: float = 0) -> int:
    """A length in twentieths of a point."""
    return round(points * TWIPS_PER_POINT + millimetres * TWIPS_PER_MILLIMETRE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Size and distance of lines in points, colours as #RRGGBB; None or empty where inherited."""

    size: float | None = None
    line: float | None = None
    colour: str = ""
    fill: str = ""

    @property
    def half_points(self) -> int:
        """The size as Word counts it, rounded up; `closer` takes back what that adds."""
        return ceil((self.size or 0) * 2)

    @property
    def closer(self) -> int:
        """Twips that letters stand closer: 15.75 pt are 16 pt less a quarter of a point each."""
        return 0 if self.size is None else twips(points=self.size - self.half_points / 2)

    @property
    def line_twips(self) -> int:
        """The distance of lines, rounded down so that a page holds as many as it should."""
        return int((self.line or 0) * TWIPS_PER_POINT)


def measures(look: Look) -> Mapping[Style, Measures]:
    """Every style that has measures of its own; the others have those that they are based on."""
    return {
        **_text_measures(look),
        **_table_measures(look),
        **_character_measures(look),
    }


def changed(look: Look, usual: Look) -> Iterable[tuple[Style, Measures, Measures]]:
    """The styles whose measures are not those of the profile, with both."""
    before = measures(usual)
    return (
        (style, made, before[style])
        for style, made in measures(look).items()
        if made != before[style]
    )


def _text_measures(look: Look) -> dict[Style, Measures]:
    note = Measures(size=look.note, line=look.note * 1.48, colour=look.quiet)
    return {
        Style.NORMAL: Measures(size=look.body, line=look.body_leading, colour=look.ink),
        Style.NAME: Measures(size=look.title, line=look.title * 1.36),
        Style.HEADLINE: Measures(size=look.headline, line=look.headline * 1.47),
        Style.LEAD: Measures(size=look.lead, line=look.lead * 1.53),
        Style.DETAIL: Measures(size=12, line=min(20, look.body_leading)),
        Style.HEADING1: _heading(look.heading1, 1.47, look),
        Style.HEADING2: _heading(look.heading2, 1.58, look),
        Style.PLAIN_HEADING2: Measures(size=look.table, line=look.table * 1.4),
        Style.NOTE: note,
        Style.HINT: note,
        Style.CAPTION: Measures(size=look.table, line=look.table * 1.52),
        Style.ENTRY: Measures(size=look.note, line=look.note * 1.48),
        Style.PATH: Measures(size=8.5, line=11.9, colour=look.quiet),
        Style.HEADER: Measures(size=9, line=13, colour=look.quiet),
        Style.FOOTER: Measures(size=12, line=16),
        Style.TAG: Measures(size=9, line=13, colour=look.quiet),
    }


def _heading(size: float, factor: float, look: Look) -> Measures:
    """A heading; one in the size of the text keeps the distance of its lines."""
    line = look.body_leading if size == look.body else size * factor
    return Measures(size=size, line=line)


def _table_measures(look: Look) -> dict[Style, Measures]:
    return {
        Style.TEXT: Measures(size=look.table, line=look.table * 1.48),
        Style.HEAD: Measures(size=look.table, line=look.table * 1.38),
        Style.SMALL: Measures(size=look.note, line=look.note * 1.4, colour=look.quiet),
        Style.DENSE_TEXT: Measures(size=DENSE, line=DENSE_LINE),
        Style.DENSE_HEAD: Measures(size=DENSE, line=DENSE_LINE),
    }


def _character_measures(look: Look) -> dict[Style, Measures]:
    return {
        Style.MARK: Measures(size=look.mark / RAISED, colour=look.marks),
        Style.ENTRY_MARK: Measures(size=8, colour=look.marks),
        Style.LABEL: Measures(colour=look.accent),
        Style.NUMBER: Measures(size=look.lead, colour=look.accent),
        Style.QUIET: Measures(colour=look.quiet),
        Style.APART: Measures(colour=look.apart),
        Style.LETTER: Measures(size=(look.mark + 0.4) / RAISED, colour=look.apart),
        Style.DENSE_MARK: Measures(size=DENSE_MARK / RAISED, colour=look.marks),
        Style.DENSE_LETTER: Measures(size=DENSE_MARK / RAISED, colour=look.apart),
        Style.UNANSWERED: Measures(size=9, colour="#FFFFFF", fill=look.ink),
        Style.GENERAL: Measures(size=9, fill=look.tag),
        Style.ANSWERED: Measures(size=9),
    }
