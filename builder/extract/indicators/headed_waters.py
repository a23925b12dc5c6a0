"""The water that stands above a sentence: 白水河国考断面:1-5月断面均值为Ⅲ类."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.extract.indicators.scopes import names_water

if TYPE_CHECKING:
    from builder.text.analysis import TextAnalysis

# A name that a sentence begins with, or is: 白水河断面:.
LEAD = re.compile(r"(?P<name>[^,;:。]{2,16})(?::|。$)")


def object_above(analysis: TextAnalysis, index: int) -> str | None:
    """The water that a sentence begins with, that the one before it is, or that heads it."""
    sentence = analysis.sentences[index]
    leads = [LEAD.match(analysis.text, sentence.start, sentence.end)]
    before = analysis.sentences[index - 1] if index else None
    if before is not None and before.block == sentence.block:
        leads.append(LEAD.fullmatch(analysis.text, before.start, before.end))
    names = [lead["name"] for lead in leads if lead] + [*sentence.headings[-1:]]
    return next((name for name in names if names_water(name)), None)
