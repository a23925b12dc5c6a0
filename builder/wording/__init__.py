"""Stage `wording`: the comparison in the briefing's language, ready to be printed.

Everything printed leads to its sentence (`evidence`).
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import PartName, View
from builder.model.comparison import Comparison, Conclusion
from builder.wording.bureaus import Bureaus
from builder.wording.headline import headline
from builder.wording.key_findings import KeyFindings
from builder.wording.parts import Context, handouts, printed_parts
from builder.wording.wording import Wording

__all__ = ["view"]


def view(
    comparison: Comparison,
    conclusions: Iterable[Conclusion],
    code: str,
    names: Iterable[PartName] = tuple(PartName),
    focus: str = "",
    *,
    sheets: bool = False,
) -> View:
    """What the briefing prints of a comparison in a language (zh, en), part by part.

    `focus` is the report of our own bureau; `sheets` asks for a document on each bureau.
    """
    reports = comparison.reports
    language = Wording(code, reports)
    context = Context(
        comparison=comparison, conclusions=tuple(conclusions), language=language, focus=focus
    )
    return View(
        bureaus=Bureaus(language).rows(reports),
        refused=tuple(refusal.said(language) for refusal in comparison.refused),
        findings=KeyFindings(language).rows(context.conclusions),
        headline=headline(comparison, language),
        parts=printed_parts(names, context),
        handouts=handouts(context) if sheets else (),
    )
