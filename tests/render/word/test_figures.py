"""Decimal points of Word's columns under each other."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from builder.render.docx import docx
from builder.wording.columns import indicator_columns
from tests.samplebriefing import sample_briefing
from tests.wordfiles import W, opened, words

TEMPLATES = Path(__file__).parents[3] / "templates"
DIGIT, DOT = 105, 52.5
"""Widths at 10.5 pt in twentieths of a point."""


def test_numbers_are_indented_by_the_digits_they_lack() -> None:
    briefing = sample_briefing()
    lined = indicator_columns(briefing.comparison.indicators)
    comparison = dataclasses.replace(briefing.comparison, indicators=lined)
    file = opened(docx(dataclasses.replace(briefing, comparison=comparison), (), TEMPLATES))
    indents = {words(line): line.find(f"{W}pPr/{W}ind") for line in file.body.iter(f"{W}p")}
    lengths = {
        number: 0 if indents[number] is None else int(indents[number].get(f"{W}right"))
        for number in ("31", "32.86", "69.6")
    }
    assert lengths == {"31": round(DOT + 2 * DIGIT), "32.86": 0, "69.6": DIGIT}
    assert not [
        text for text in file.body.iter(f"{W}t") if set(text.attrib) & {"mark", "link", "lacking"}
    ]
