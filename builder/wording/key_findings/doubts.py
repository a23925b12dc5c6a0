"""Sentences on what is missing or doubtful in the material."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from builder.model import FlagType, Runs
from builder.model.comparison import (
    DoubtfulReport,
    DoubtfulReports,
    MaterialFinding,
    MissingValues,
    PartialPeriod,
    PartialPeriods,
    PeriodCaution,
    WithoutProblems,
)
from builder.vocabulary.environment.names import names
from builder.wording.key_findings.lists import Lists
from builder.wording.periods import period_words
from builder.wording.runs import cited

DOUBTS: Mapping[FlagType | PeriodCaution, str] = {
    FlagType.UNOFFICIAL_SOURCE: "来自非官方的范文网站",
    FlagType.NO_BUREAU: "未写明单位",
    FlagType.PLACEHOLDER: "有{count}处数字或名称被遮盖",
    FlagType.TRUNCATED: "文本不全",
    FlagType.IMPLAUSIBLE: "有{count}处说法与其时间或范围不符",
}


class Doubts(Lists):
    """Sentences on the material."""

    def sentence(self, finding: MaterialFinding) -> Runs:
        """The sentence of a finding."""
        match finding:
            case DoubtfulReports():
                return self._doubtful_reports(finding)
            case WithoutProblems():
                return self._without_problems(finding)
            case PartialPeriods():
                return self._partial_periods(finding)
            case MissingValues():
                return self._missing_values(finding)
            case _:
                assert_never(finding)

    def _doubtful_reports(self, finding: DoubtfulReports) -> Runs:
        """Reports of unofficial pages, without a bureau, or with masked names and numbers."""
        return self.language.runs(
            "材料存疑：{items}。所载数字只供参考。",
            items=self.listed([self._doubtful(report) for report in finding.doubtful]),
        )

    def _without_problems(self, finding: WithoutProblems) -> Runs:
        """Reports that name no problem of their own, or only outside a section for it."""
        return self.language.runs(
            "问题部分缺失：{items}。",
            items=self.listed([self._without(report, finding) for report in finding.reports]),
        )

    def _partial_periods(self, finding: PartialPeriods) -> Runs:
        """Values of the leading metrics that do not cover a whole year."""
        return self.language.runs(
            "空气质量数据不是全年的：{items}，不与全年值并列，也不与年平均限值比较。",
            items=self.listed([self._period(period) for period in finding.periods]),
        )

    def _missing_values(self, finding: MissingValues) -> Runs:
        """A metric that some bureaus do not give though others do."""
        return self.language.runs(
            "没有载明{metric}的：{bureaus}。",
            metric=self.language(names().metrics[finding.metric]),
            bureaus=self.bureaus(finding.reports),
        )

    def _doubtful(self, report: DoubtfulReport) -> str:
        doubts = [self.language(DOUBTS[each.kind], count=each.count) for each in report.doubts]
        return self.language(
            "{bureau}的报告{doubts}",
            bureau=self.language.bureau(report.report),
            doubts=self.language("，").join(doubts),
        )

    def _without(self, report: str, finding: WithoutProblems) -> str | Runs:
        bureau = self.language.bureau(report)
        problems = [problem for problem in finding.problems if problem.report == report]
        if not problems:
            return self.language("{bureau}没有写明问题", bureau=bureau)
        words = self.language(
            "{bureau}未专设问题部分，只在正文写明{count}个", bureau=bureau, count=len(problems)
        )
        return cited(words, map(self.language.mark, problems))

    def _period(self, period: PartialPeriod) -> Runs:
        words = self.language(
            "{bureau}（{period}）",
            bureau=self.language.bureau(period.report),
            period=period_words(period.facts[0].period, self.language),
        )
        return cited(words, map(self.language.mark, period.facts))
