"""Sentences on rectification: what was raised, what is done, rates that do not follow."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from builder.model import Runs
from builder.model.comparison import (
    Completion,
    CompletionTopic,
    ProgressFinding,
    RatesDiffer,
    SilentTallies,
    TallyStatus,
)
from builder.wording.key_findings.lists import Lists
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.words import plain

TOPICS = {
    CompletionTopic.INSPECTIONS: "督察交办、反馈事项",
    CompletionTopic.OUTFALLS: "排污口整治",
}


class Progress(Lists):
    """Sentences on sets of items."""

    def sentence(self, finding: ProgressFinding) -> Runs:
        """The sentence of a finding."""
        match finding:
            case RatesDiffer():
                return self._rates_differ(finding)
            case Completion():
                return self._completion(finding)
            case SilentTallies():
                return self._silent(finding)
            case _:
                assert_never(finding)

    def _rates_differ(self, finding: RatesDiffer) -> Runs:
        """Printed rates that do not follow from the printed numbers."""
        return self.language.runs(
            "原文比率与原文数字不一致的有{count}处：{items}。",
            count=len(finding.tallies),
            items=self.listed([self._differing(status) for status in finding.tallies]),
        )

    def _completion(self, finding: Completion) -> Runs:
        """How many sets are done, and the rates of those that are not."""
        parts = []
        if finding.left:
            parts.append(
                self.language.runs(
                    "尚未全部完成的有{count}项，完成率（据原文数字计算，起止时间不同，不排名）：{items}",
                    count=len(finding.left),
                    items=self.listed([self._completed(status) for status in finding.left]),
                )
            )
        if finding.done:
            parts.append(
                self.language.runs(
                    "全部完成的有{count}项：{items}",
                    count=len(finding.done),
                    items=self.listed([self._raised(status) for status in finding.done]),
                )
            )
        return self.language.runs(
            "{title}：{parts}。",
            title=self.language(TOPICS[finding.topic]),
            parts=in_a_row(parts, self.language("。")),
        )

    def _silent(self, finding: SilentTallies) -> Runs:
        """Items of which only the number is printed."""
        return self.language.runs(
            "督察事项中只载总数、未载完成数的：{items}。",
            items=self.listed([self._raised(status) for status in finding.tallies]),
        )

    def _completed(self, status: TallyStatus) -> Runs:
        """潜江市“中央和省督察交办整改任务”（2016—2023年）131/166〔潜44〕，78.92%"""
        fact = status.fact
        counts = self.language(
            "{bureau}“{subject}”（{period}）{done}/{total}",
            bureau=self.language.bureau(fact.report),
            subject=fact.subject,
            period=period_words(fact.period, self.language),
            total=_count(fact.total),
            done=_count(fact.done),
        )
        return self.language.runs(
            "{counts}，{rate}%", counts=self._cited(counts, status), rate=_rate(status)
        )

    def _raised(self, status: TallyStatus) -> Runs:
        """岳阳县“环保督察反馈问题”共13〔岳49〕"""
        words = self.language(
            "{bureau}“{subject}”共{total}",
            bureau=self.language.bureau(status.fact.report),
            subject=status.fact.subject,
            total=_count(status.fact.total),
        )
        return self._cited(words, status)

    def _differing(self, status: TallyStatus) -> Runs:
        """某县“信访件”原文75%〔某5〕，按30/41计算为73.17%（据原文数字计算）"""
        fact = status.fact
        words = self.language(
            "{bureau}“{subject}”原文{printed}%",
            bureau=self.language.bureau(fact.report),
            subject=fact.subject,
            printed=_count(fact.rate),
        )
        return self.language.runs(
            "{printed}，按{done}/{total}为{computed}%（据原文数字计算）",
            printed=self._cited(words, status),
            done=_count(fact.done),
            total=_count(fact.total),
            computed=_rate(status),
        )

    def _cited(self, words: str, status: TallyStatus) -> Runs:
        return cited(words, (self.language.mark(status.fact),))


def _count(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _rate(status: TallyStatus) -> str:
    return _count(None if status.rate is None else status.rate.value)
