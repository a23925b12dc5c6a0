"""Sentences on measured values: who leads and who is last, limits, what got worse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from builder.model import Runs
from builder.model.comparison import (
    GroupFinding,
    GroupOrder,
    LimitMet,
    LimitMissed,
    MetricValue,
    StandardLimit,
    ValueFinding,
    Worsened,
)
from builder.vocabulary.environment.metrics import standards
from builder.vocabulary.environment.names import names
from builder.wording.indicators import Indicators
from builder.wording.key_findings.lists import MOST_ITEMS, Lists
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.words import amount, movement_words, plain


class Values(Lists):
    """Sentences on values of metrics."""

    def sentence(self, finding: ValueFinding) -> Runs:
        """The sentence of a finding."""
        match finding:
            case GroupFinding():
                return self._group(finding)
            case LimitMissed():
                return self._limit_missed(finding)
            case LimitMet():
                return self._limit_met(finding)
            case Worsened():
                return self._worsened(finding)
            case _:
                assert_never(finding)

    def _group(self, finding: GroupFinding) -> Runs:
        """The first and the last of a comparable group, or why there is no order."""
        return self.language.runs(
            "{metric}（{group}）可比的有{count}家：{says}{others}。",
            metric=self._metric(finding.metric),
            group=Indicators(self.language).group(finding.group),
            count=len(finding.group.values),
            says=self._order(finding),
            others=self._left_out(finding),
        )

    def _limit_missed(self, finding: LimitMissed) -> Runs:
        """Which values are above a limit."""
        return self.language.runs(
            "{metric}高于{standard}的：{items}（能评价的共{judged}个值）。",
            metric=self._metric(finding.metric),
            standard=self._standard(finding.limit),
            items=self.listed([self._scoped(value) for value in finding.values]),
            judged=finding.judged,
        )

    def _limit_met(self, finding: LimitMet) -> Runs:
        """That no value is above a limit."""
        return self.language.runs(
            "{metric}能按{standard}评价的{judged}个值都不高于限值：{items}。",
            metric=self._metric(finding.metric),
            standard=self._standard(finding.limit),
            items=self.listed([self._scoped(value) for value in finding.values]),
            judged=len(finding.values),
        )

    def _worsened(self, finding: Worsened) -> Runs:
        """What the reports themselves print as worse than before."""
        return self.language.runs(
            "原文载明比上年或基准变差的指标有{count}项：{items}。",
            count=len(finding.values),
            items=self.listed([self._change(value) for value in finding.values]),
        )

    def _order(self, finding: GroupFinding) -> Runs:
        values = finding.group.ordered
        if finding.order is GroupOrder.RANKED:
            return self._extremes(values, low=finding.better == "lower")
        shown = self.named([self._value(value) for value in values])
        if finding.order is GroupOrder.EQUAL:
            return self.language.runs("{values}，数值相同", values=shown)
        return self.language.runs("{values}，数值带限定词或不分高低，不排先后", values=shown)

    def _extremes(self, values: Sequence[MetricValue], *, low: bool) -> Runs:
        """The values in order, the first and the last called lowest and highest."""
        words = [self._value(value) for value in values]
        numbers = [value.fact.value for value in values]
        tops, ends = numbers.count(numbers[0]), numbers.count(numbers[-1])
        first, last = self.named(words[:tops]), self.named(words[len(words) - ends :])
        middle = words[tops : len(words) - ends]
        lowest = self.language.runs("{values}最低", values=first if low else last)
        highest = self.language.runs("{values}最高", values=last if low else first)
        parts = [lowest, highest] if low else [highest, lowest]
        if middle:
            parts.insert(1, self._middle(middle))
        return in_a_row(parts, self.language("，"))

    def _middle(self, values: Sequence[Runs]) -> Runs:
        if len(values) > MOST_ITEMS:
            return self.language.runs("其余{count}家居中", count=len(values))
        return self.language.runs("{values}居中", values=in_a_row(values, self.language("、")))

    def _left_out(self, finding: GroupFinding) -> str | Runs:
        """Bureaus that give the metric but stand apart."""
        if not finding.left_out:
            return ""
        return self.language.runs(
            "；{bureaus}的统计期、范围等不同，不并列", bureaus=self.bureaus(finding.left_out)
        )

    def _standard(self, limit: StandardLimit) -> str:
        return self.language(
            "{standard}{grade}{statistic}限值{value} {unit}",
            standard=limit.standard,
            grade=self.language(limit.grade),
            statistic=self.language(standards().statistics[limit.statistic].name),
            value=plain(limit.value),
            unit=limit.unit,
        )

    def _metric(self, metric: str) -> str:
        return self.language(names().metrics[metric])

    def _value(self, value: MetricValue) -> Runs:
        """岳阳县32.86 μg/m³〔岳22〕"""
        bureau = self.language.bureau(value.fact.report)
        words = self.language("{bureau}{value}", bureau=bureau, value=self._amount(value))
        return self._cited(words, value)

    def _scoped(self, value: MetricValue) -> Runs:
        """赣州市中心城区2024年22 μg/m³〔赣7〕"""
        words = self.language(
            "{bureau}{scope}{period}{value}",
            bureau=self.language.bureau(value.fact.report),
            scope=value.fact.scope or "",
            period=self._period(value),
            value=self._amount(value),
        )
        return self._cited(words, value)

    def _change(self, value: MetricValue) -> Runs:
        """岳阳县2024年优良天数比例88.0%，同比下降3.2个百分点〔岳21〕"""
        change = value.fact.change
        words = self.language(
            "{bureau}{scope}{period}{metric}{value}，{change}",
            bureau=self.language.bureau(value.fact.report),
            scope=value.fact.scope or "",
            period=self._period(value),
            metric=self._metric(value.fact.metric),
            value=self._amount(value),
            change="" if change is None else movement_words(change, self.language),
        )
        return self._cited(words, value)

    def _cited(self, words: str, value: MetricValue) -> Runs:
        return cited(words, self.language.marks(value.printings))

    def _period(self, value: MetricValue) -> str:
        """The value's period; empty where it is unknown or stands in the bureau's short name."""
        fact = value.fact
        words = "" if fact.period is None else period_words(fact.period, self.language)
        return "" if words in self.language.bureau(fact.report) else words

    def _amount(self, value: MetricValue) -> str:
        """The value as printed; empty where only a change is."""
        fact = value.fact
        if fact.value is None:
            return ""
        return amount(fact.value, fact.unit, fact.qualifier, self.language)
