"""要点: the sentence of every key finding, its marks at the figures that they prove."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import KeyFinding, Runs
from builder.model import comparison as data
from builder.wording import runs
from builder.wording.key_findings.doubts import Doubts
from builder.wording.key_findings.matching import Matching
from builder.wording.key_findings.progress import Progress
from builder.wording.key_findings.values import Values
from builder.wording.part import Part


class KeyFindings(Part):
    """The sentences of 要点."""

    def rows(self, findings: Iterable[data.KeyFinding]) -> tuple[KeyFinding, ...]:
        """One row a finding."""
        return tuple(map(self._row, findings))

    def _row(self, finding: data.KeyFinding) -> KeyFinding:
        said = self._sentence(finding)
        return KeyFinding(
            runs=runs.sentence(said, self.language),
            code=finding.code,
            weight=finding.weight,
            bureaus=tuple(map(self.language.bureau, finding.reports)),
            marks=runs.marks(said),
            computed=finding.computed,
        )

    def _sentence(self, finding: data.KeyFinding) -> Runs:
        match finding:
            case data.GroupFinding() | data.LimitMissed() | data.LimitMet() | data.Worsened():
                return Values(self.language).sentence(finding)
            case data.RatesDiffer() | data.Completion() | data.SilentTallies():
                return Progress(self.language).sentence(finding)
            case (
                data.DoubtfulReports()
                | data.WithoutProblems()
                | data.PartialPeriods()
                | data.MissingValues()
            ):
                return Doubts(self.language).sentence(finding)
            case _:
                return Matching(self.language).sentence(finding)
