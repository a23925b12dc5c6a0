"""数据质量: findings by report, worded for the reader, and what became of every number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.model import CoverageRow, Finding, QualityRow
from builder.model.comparison import FindingGroup, NumberCoverage
from builder.vocabulary.environment.names import names
from builder.wording.part import Part
from builder.wording.words import enumeration, folded

_QUOTES = 5
_MESSAGES = 3
LONGEST_QUOTE = 48


class Quality(Part):
    """The rows of 数据质量."""

    def rows(self, groups: Iterable[FindingGroup]) -> tuple[QualityRow, ...]:
        """One row for each code of each report."""
        return tuple(map(self._row, groups))

    def coverage(self, coverages: Iterable[NumberCoverage]) -> tuple[CoverageRow, ...]:
        """One row a report."""
        return tuple(
            CoverageRow(
                bureau=self.language.bureau(coverage.report),
                numbers=coverage.numbers,
                in_facts=coverage.in_facts,
                none=coverage.none,
                unread=coverage.unread,
                examples=coverage.examples or (self.language("无"),),
            )
            for coverage in coverages
        )

    def _row(self, group: FindingGroup) -> QualityRow:
        language, called = self.language, names().findings
        quotes = dict.fromkeys(self._quote(found) for found in group.findings if found.quote)
        return QualityRow(
            bureau=language.bureau(group.report),
            severity=group.severity,
            level=language(names().severities[group.severity]),
            kind=language(called.get(group.code, called["other"])),
            message=self._summary(group.findings),
            quote=enumeration(list(quotes)[:_QUOTES], language) or language("全文"),
        )

    def _quote(self, finding: Finding) -> str:
        """The place in the text; of a long one, such as a page's whole head, its beginning."""
        words = folded(finding.quote or "")
        if len(words) <= LONGEST_QUOTE:
            return words
        return self.language(
            "{beginning}……（共{count}字）", beginning=words[:LONGEST_QUOTE], count=len(words)
        )

    def _summary(self, found: Sequence[Finding]) -> str:
        """The message of one finding, or of several with their count and the first few examples."""
        language = self.language
        messages = list(dict.fromkeys(map(self._message, found)))
        if len(found) == 1:
            return messages[0]
        ends = language("。").rstrip()
        shown = language("；").join(message.removesuffix(ends) for message in messages[:_MESSAGES])
        more = language("共{count}处，如：{messages}。", count=len(found), messages=shown)
        all_of_them = language("共{count}处：{messages}。", count=len(found), messages=shown)
        return more if len(messages) > _MESSAGES else all_of_them

    def _message(self, finding: Finding) -> str:
        return self.language(finding.message).format(**dict(finding.values))
