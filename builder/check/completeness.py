"""What a report should have and has not: title, bureau, problems, plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model import BureauFrom, Document, Finding, FlagType, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.check.findings import Checked

MISSING = {
    Role.PROBLEMS: "全文没有说明本单位存在问题的部分。",
    Role.PLAN: "全文没有下一步工作计划。",
}
# Only these are to have both parts; a bulletin, a speech or a plan is not told what it lacks.
WITH_BOTH_PARTS = frozenset((Document.WORK_REPORT,))


def gaps(report: Checked) -> Iterator[Finding]:
    """Findings on missing parts; a name that fits any bureau is none."""
    line = report.extraction.report
    outline = report.extraction.outline
    if line.title is None:
        yield report.flag(FlagType.NO_TITLE, "全文没有标题。")
    if line.bureau is None or line.bureau_from is BureauFrom.FILE_NAME:
        yield report.flag(FlagType.NO_BUREAU, "全文没有写明单位全称。")
    if line.document not in WITH_BOTH_PARTS:
        return
    roles = {sentence.role for sentence in outline.sentences}
    for role, message in MISSING.items():
        if role not in roles:
            yield report.flag(FlagType.MISSING_SECTION, message)
