"""要点: the sentence of every key finding, its marks at the figures that they prove."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import KeyFinding, Run
from builder.model import comparison as data
from builder.wording import runs
from builder.wording.key_findings.matching import Matching
from builder.wording.key_findings.progress import Progress
from builder.wording.key_findings.said import Forms, Said, fitting
from builder.wording.key_findings.values import Values
from builder.wording.worded import Worded

__all__ = ["KeyFindings", "Said"]


class KeyFindings(Worded):
    """The sentences of 要点."""

    def said(self, conclusion: data.Conclusion) -> Said:
        """A conclusion in the office's own words, with the marks of its facts, or in ours."""
        ours = fitting(self._forms(conclusion.finding), self.language)
        if not conclusion.lead:
            return ours
        marks = runs.marks((*ours.lead, *ours.detail))
        if conclusion.detail:
            return Said((Run(conclusion.lead),), runs.cited(conclusion.detail, marks))
        return Said(runs.cited(conclusion.lead, marks))

    def rows(self, conclusions: Iterable[data.Conclusion]) -> tuple[KeyFinding, ...]:
        """One row a conclusion."""
        return tuple(map(self._row, conclusions))

    def _row(self, conclusion: data.Conclusion) -> KeyFinding:
        said, finding = self.said(conclusion), conclusion.finding
        between = (Run(self.language("。")),) if said.detail else ()
        words = (*said.lead, *between, *said.detail, Run(self.language("。")))
        return KeyFinding(
            runs=runs.sentence(words, self.language),
            code=finding.key,
            weight=finding.weight,
            bureaus=tuple(map(self.language.bureau, finding.reports)),
            marks=runs.marks(words),
            computed=bool(finding.counts),
        )

    def _forms(self, finding: data.KeyFinding) -> Forms:
        match finding:
            case (
                data.LimitMissed()
                | data.LimitMet()
                | data.Worsened()
                | data.Improved()
                | data.Stated()
                | data.GroupOrder()
                | data.OwnPlace()
            ):
                return Values(self.language).forms(finding)
            case data.ItemsLeft() | data.TopicProgress():
                return Progress(self.language).forms(finding)
            case _:
                return Matching(self.language).forms(finding)
