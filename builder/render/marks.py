"""What a template prints with evidence marks, as runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model import EvidenceSentence, Figure, KeyFinding, Passage, Run
from builder.model.table import Line
from builder.wording.runs import cited

if TYPE_CHECKING:
    from builder.model import Runs

Marked = Line | KeyFinding | EvidenceSentence | Figure | Passage | str


def runs_of(words: Marked, computed: str) -> Runs:
    """A line, finding, figure or passage with its marks: 32.86 μg/m³〔岳21〕.

    `computed` is what is said of a figure that no source prints. Plain words have no marks.
    """
    match words:
        case Line() | KeyFinding() | EvidenceSentence():
            return words.runs
        case Figure():
            return cited(words.text + (computed if words.computed else ""), words.marks)
        case Passage():
            return cited(words.text, words.marks)
    return (Run(words),)
