"""Findings about parts that say something else than their heading: a summary under 工作计划."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from builder.model import Finding, Role, Severity, outermost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.check.findings import Checked
    from builder.model import Section

TOLD = (Role.DONE, Role.PLAN)
MIN_AGAINST = 2
MIXED_SHARE, TURNED_SHARE = 1 / 3, 1 / 2
"""From these shares of its sentences on a part is mixed, or is what it says and not its heading."""


def section_findings(report: Checked) -> Iterator[Finding]:
    """Each part whose sentences contradict its heading, wholly or to a good deal."""
    outline = report.extraction.outline
    said: defaultdict[int, list[Role]] = defaultdict(list)
    tops = outermost(outline.sections)
    for sentence in outline.sentences:
        if sentence.role in TOLD and sentence.section is not None:
            said[tops[sentence.section]].append(sentence.role)
    for index, roles in sorted(said.items()):
        section = outline.sections[index]
        if section.role not in TOLD:
            continue
        other = Role.PLAN if section.role is Role.DONE else Role.DONE
        against = roles.count(other)
        if against < MIN_AGAINST or against < MIXED_SHARE * len(roles):
            continue
        yield _finding(report, section, other, turned=against > TURNED_SHARE * len(roles))


def _finding(report: Checked, section: Section, other: Role, *, turned: bool) -> Finding:
    source = report.extraction.outline.source
    if not turned:
        message = "标题“{heading}”下既有已做的工作，也有下一步打算，已逐句区分，请核对。"
    elif other is Role.DONE:
        message = "标题“{heading}”下多数句子说的是已做的工作，已按工作情况理解，请核对。"
    else:
        message = "标题“{heading}”下多数句子说的是下一步打算，已按承诺理解，请核对。"
    return Finding(
        code="role_turned" if turned else "role_mixed",
        severity=Severity.WARNING,
        report=source.report,
        message=message,
        values=(("heading", section.heading),),
        start=section.start,
        end=section.body,
        quote=source.text[section.start : section.body],
    )
