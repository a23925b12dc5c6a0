"""What a report states of a metric, and how it stands to the values that compare."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from builder.language import SOURCE_LANGUAGE
from builder.model import Direction, Indicator, Period
from builder.model.comparison import (
    Comparison,
    MetricComparison,
    MetricGroup,
    MetricValue,
    Reason,
    Verdict,
)
from builder.model.printed import Runs
from builder.wording.periods import period_words
from builder.wording.runs import cited
from builder.wording.wording import Wording
from builder.wording.words import amount, basis_words, change_unit, plain

_ALONE = frozenset(
    {
        Reason.ONLY_BUREAU,
        Reason.ONLY_RESULT,
        Reason.NEVER,
        Reason.BY_OBJECT,
        Reason.UNSURE_PARTNER,
    }
)
"""Reasons that set no value apart from another: there is none beside it."""
_COUNTED = re.compile(r"\D{0,6}(\d{1,3})个")
_ARROWS = {Direction.UP: "↑", Direction.DOWN: "↓"}


def usual_period(comparison: Comparison) -> Period | None:
    """The period of most comparable values, else of most reports; the latest of several."""
    groups = [group for metric in comparison.metrics for group in metric.groups]
    found = Counter(group.key.period for group in groups for _ in group.values)
    if not found:
        found = Counter(report.line.period for report in comparison.reports)
    known = [(count, period) for period, count in found.items() if period is not None]
    return max(known, key=lambda item: (item[0], item[1].end), default=(0, None))[1]


def main_group(metric: MetricComparison) -> MetricGroup | None:
    """The values of a metric that a table sets side by side: its largest group."""
    return metric.groups[0] if metric.groups else None


def valued(metric: MetricComparison, report: str) -> tuple[MetricValue, ...]:
    """The sure values of a report's own time, those of the main group first, then of all its area.

    What a report gives of an earlier time, as the base of a change, is no result of it.
    """
    own = [
        value
        for value in metric.values
        if value.fact.report == report
        and value.fact.value is not None
        and value.fact.is_sure
        and not is_earlier(value)
    ]
    return tuple(sorted(own, key=lambda v: (is_apart(v, metric), not v.key.scope.whole)))


def is_earlier(value: MetricValue) -> bool:
    """Whether a value is of a time before its report's own."""
    return any(obstacle.reason is Reason.EARLIER for obstacle in value.obstacles)


def is_apart(value: MetricValue, metric: MetricComparison) -> bool:
    """Whether a value must not be read beside the others of its metric."""
    group = main_group(metric)
    if group is not None and value.key == group.key:
        return value not in group.values
    if value.verdict is not Verdict.APART:
        return True
    return not {obstacle.reason for obstacle in value.obstacles} <= _ALONE


def is_of_other_level(value: MetricValue) -> bool:
    """Whether a value stands apart for its level alone: a province among cities and counties."""
    return any(obstacle.reason is Reason.OTHER_LEVEL for obstacle in value.obstacles)


def places(values: Iterable[MetricValue]) -> int:
    """How many sections or waters values are of, each once: 4 of 4个省控水质监测断面."""
    scopes = {(value.fact.report, value.fact.scope or "") for value in values}
    counts = (_COUNTED.match(scope) for _, scope in scopes)
    return sum(int(found[1]) if found else 1 for found in counts)


def figure_words(value: MetricValue, language: Wording, *, unit: bool = False) -> str:
    """A value as a table has it, with its hedge: ≥92, 32.86; with its unit where that is asked."""
    fact = value.fact
    assert fact.value is not None  # the caller has looked
    words = amount(fact.value, fact.unit if unit else "", fact.qualifier, language)
    return but_words(words, value.key.but, language)


def but_words(words: str, but: str, language: Wording) -> str:
    """A value or a water with what it leaves out: Ⅲ类（总磷除外）."""
    return language("{water}（{but}除外）", water=words, but=but) if but else words


def marked(runs: Runs, facts: Iterable[Indicator], language: Wording) -> Runs:
    """Runs with the marks of facts behind them."""
    return cited(runs, language.marks(facts))


def arrow(value: MetricValue, language: Wording, *, points: bool = True) -> str:
    """A printed change, marked only where it is for the worse: ↓3.64%, ↓3.2个百分点 变差.

    Without `points` those of a percentage have no unit: the head of their column says it.
    """
    change = value.fact.change
    if change is None or change.value is None or change.direction not in _ARROWS:
        return ""
    size = plain(change.value) + _size_unit(change.unit or "", language, points=points)
    words = _ARROWS[change.direction] + size
    if change.basis is not None:
        words = language(
            "较{basis}{change}", basis=basis_words(change.basis, language), change=words
        )
    return language("{change} 变差", change=words) if change.better is False else words


def apart_words(value: MetricValue, usual: Period | None, language: Wording) -> str:
    """Why a value stands apart, as a note has it: 中心城区；2023年1月1日—12月5日."""
    fact, parts = value.fact, []
    if fact.scope:
        parts.append(fact.scope)
    if value.year_masked:
        parts.append(language("年份被遮盖"))
    elif fact.period is None:
        parts.append(language("未写明统计期"))
    elif fact.period != usual:
        parts.append(period_words(fact.period, language))
    return language("，").join(parts) or _doubled(value, language)


def apart_kind(value: MetricValue, usual: Period | None, language: Wording) -> str:
    """Why a value stands apart, in one of a few words for tables of many bureaus."""
    fact = value.fact
    if value.year_masked or fact.period is None:
        return language("统计期不明")
    if not fact.period.whole_year:
        return language("不是全年")
    if fact.period != usual:
        return language("其他年度")
    return language("部分区域的值") if fact.scope else _doubled(value, language)


def _doubled(value: MetricValue, language: Wording) -> str:
    """Why a value of the usual time and the whole area stands apart: it is one of several."""
    reasons = {obstacle.reason for obstacle in value.obstacles}
    if Reason.SEVERAL_VALUES in reasons:
        return language("同一报告有几个数值")
    if Reason.SAME_BUREAU in reasons:
        return language("同一单位另有报告")
    if Reason.NO_VALUE in reasons:
        return language("只写变化")
    if is_of_other_level(value) or value.verdict is not Verdict.APART:
        return language("省级的值") if value.key.of_province else language("市县的值")
    return language("没有同期、同范围的值")


def _size_unit(unit: str, language: Wording, *, points: bool) -> str:
    if unit == "pp" and not points:
        return ""
    words = change_unit(unit, language)
    return words.strip() if language.code == SOURCE_LANGUAGE else words
