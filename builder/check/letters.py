"""Letters of a report that no font of the briefing has: PDF and charts print 〓 in their place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.fonts import MISSING_TYPE, lost
from builder.model import Document, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Extraction

# Of a report in another script the first places tell enough.
MOST_PLACES = 12
MOST_CODES = 3


def with_lost_letters(extraction: Extraction, characters: frozenset[int]) -> Extraction:
    """The extraction with a finding for each place whose letters are not among the `characters`.

    No font has ꆈꌠ: its place is told, as Word, web page and Excel file keep what the PDF lacks.
    """
    if extraction.report.document is Document.REFUSED:
        return extraction
    found = tuple(_findings(extraction, characters))
    return replace(extraction, findings=extraction.findings + found) if found else extraction


def _findings(extraction: Extraction, characters: frozenset[int]) -> Iterator[Finding]:
    source = extraction.outline.source
    instead = lost(source.text, characters)
    missing = {letter for letter, other in instead.items() if other == MISSING_TYPE}
    places = list(_places(extraction, missing)) if missing else []
    for start, end in places[:MOST_PLACES]:
        words = source.text[start:end]
        codes = list(dict.fromkeys(f"U+{ord(letter):04X}" for letter in words))
        yield Finding(
            code="no_glyph",
            severity=Severity.WARNING,
            report=source.report,
            message="字体里没有这里的字（{codes}），PDF 和图中印作“〓”，其他文件保留原字。",
            values=(("codes", " ".join(codes[:MOST_CODES])),),
            start=start,
            end=end,
            quote=words,
        )
    if len(places) > MOST_PLACES:
        yield Finding(
            code="no_glyph",
            severity=Severity.WARNING,
            report=source.report,
            message="另有 {count} 处的字字体里没有，PDF 和图中印作“〓”，其他文件保留原字。",
            values=(("count", str(len(places) - MOST_PLACES)),),
        )


def _places(extraction: Extraction, missing: set[str]) -> Iterator[tuple[int, int]]:
    """Runs of such letters, those of the page around the report left out."""
    text, furniture = extraction.outline.source.text, extraction.outline.furniture
    runs = re.finditer(f"[{re.escape(''.join(sorted(missing)))}]+", text)
    for start, end in (run.span() for run in runs):
        if not any(piece.start <= start < piece.end for piece in furniture):
            yield start, end
