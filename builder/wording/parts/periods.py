"""可比范围: what compares with what, in a paragraph and as times on a strip."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from builder.model import Period, PeriodForm
from builder.model.comparison import Dossier, MetricComparison, MetricGroup, MetricValue, Verdict
from builder.model.page import BriefingPart, Paragraph, Picture
from builder.model.parts import PartName
from builder.model.plotted import Stretch, StripPlot, StripRow
from builder.model.printed import Run, Runs, RunStyle
from builder.vocabulary.environment.metrics import metric_of
from builder.wording.numbers import counted
from builder.wording.parts.context import MOST_NAMED, Context
from builder.wording.parts.titles import TITLES
from builder.wording.periods import period_words
from builder.wording.scopes import scope_label
from builder.wording.stated import (
    is_apart,
    is_of_other_level,
    main_group,
    usual_period,
    valued,
)
from builder.wording.words import enumeration

JOINED = 13
"""From so many bureaus on those with the same times share a row."""


def periods(context: Context) -> tuple[BriefingPart, ...]:
    """The part; nothing is compared where there is one bureau alone."""
    if context.of_one or not context.bureaus:
        return ()
    made = _Periods(context)
    return (
        BriefingPart(
            name=PartName.PERIODS,
            title=context.language(TITLES[PartName.PERIODS]),
            blocks=(Paragraph(runs=made.words()), made.picture()),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Times:
    """A bureau's times as the strip shows them, and how its air data stand."""

    name: str
    row: StripRow
    compares: bool


class _Periods:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.comparison = context.comparison
        self.usual = usual_period(context.comparison)

    def words(self) -> Runs:
        """Which bureaus compare in what, and why the others stand apart."""
        leading = [m for m in self.comparison.metrics if metric_of(m.metric).expected]
        said = [*self._air(leading), *self._others(leading)]
        rated = [one.fact.period for one in self.comparison.tallies if one.rate is not None]
        if len(set(rated)) > 1:
            said.append(self.language("督察事项交办年份不同，只看完成情况，不比完成率。"))
        return tuple(run for words in said for run in _runs(words))

    def picture(self) -> Picture:
        """The strip of times."""
        language = self.language
        times = [self._times(report) for report in self.comparison.reports]
        rows = self._rows(times)
        return Picture(
            id="periods",
            caption=self._caption(times),
            alt=self._alt(rows),
            plot=StripPlot(rows=rows),
            note=(
                Run(
                    language("深色为可直接对比的数据期，空心为口径不同的数据期，点线为下一步计划。")
                ),
            ),
        )

    def _air(self, leading: Sequence[MetricComparison]) -> Iterator[str | Runs]:
        """Of the leading metrics: the largest group, then who stands apart and why."""
        language = self.language
        groups = [group for metric in leading for group in metric.groups]
        if not groups:
            yield language("空气质量没有两家单位的数据期、范围都相同，本简报不作排序。")
            return
        main = max(groups, key=lambda group: len(group.values))
        inside = [value.fact.report for value in main.values]
        names = self._listed(inside)
        yield language.runs(
            "空气质量能直接对比的有{bureaus}，都是{period}{scope}的数据。",
            bureaus=(Run(names, style=RunStyle.STRONG),),
            period=period_words(main.key.period, language),
            scope=self._scope(main),
        )
        if any(metric.levels_differ for metric in leading):
            yield language("各单位行政层级不同，按各自辖区的值并列。")
        others = self._other_groups(groups, inside)
        for reports, group in others.items():
            yield language(
                "{bureaus}可另行对比，都是{period}{scope}的数据。",
                bureaus=self._listed(reports),
                period=period_words(group.key.period, language),
                scope=self._scope(group),
            )
        yield from self._apart(leading, {*inside, *chain.from_iterable(others)})

    def _other_groups(
        self, groups: Iterable[MetricGroup], inside: Sequence[str]
    ) -> dict[tuple[str, ...], MetricGroup]:
        """Of those outside the largest group, who compares among themselves: the provinces."""
        found: dict[tuple[str, ...], MetricGroup] = {}
        taken = set(inside)
        for group in sorted(groups, key=lambda group: -len(group.values)):
            names = tuple(dict.fromkeys(value.fact.report for value in group.values))
            if taken.isdisjoint(names):
                found[names] = group
                taken.update(names)
        return found

    def _apart(self, leading: Sequence[MetricComparison], inside: Collection[str]) -> Iterator[str]:
        """The others by their reason: 赣州市给的是部分区域的值，衡南县是2023年的值。"""
        language = self.language
        reasons: dict[str, list[str]] = {}
        for report in self.comparison.reports:
            name = report.line.report
            values = [value for metric in leading for value in valued(metric, name)]
            if name not in inside and values:
                reasons.setdefault(self._reason(values[0]), []).append(name)
        if not reasons:
            return
        parts = [
            language("{bureaus}{reason}", bureaus=self._listed(names), reason=reason)
            for reason, names in reasons.items()
        ]
        yield language("{parts}，都另列，不排名。", parts=language("；").join(parts))

    def _reason(self, value: MetricValue) -> str:
        language, fact = self.language, value.fact
        if value.year_masked or fact.period is None:
            return language("的年份不明")
        if is_of_other_level(value):
            return language("是省级的值") if value.key.of_province else language("是市县的值")
        if fact.period == self.usual and fact.scope:
            return language("给的是部分区域的值")
        if not fact.period.whole_year:
            return language("的数据不是全年")
        if fact.period != self.usual:
            return language("是{period}的数据", period=period_words(fact.period, language))
        return language("的数据范围不同")

    def _others(self, leading: Sequence[MetricComparison]) -> Iterator[str]:
        """The other metrics that compare: 受污染耕地安全利用率可对比赣州市、岳阳县。"""
        language = self.language
        by_bureaus: dict[str, list[str]] = {}
        for metric in self.comparison.metrics:
            if metric.groups and metric not in leading:
                names = self._listed(value.fact.report for value in metric.groups[0].values)
                by_bureaus.setdefault(names, []).append(language(metric_of(metric.metric).brief))
        for names, metrics in by_bureaus.items():
            yield language(
                "{metrics}可对比的有{bureaus}。",
                metrics=enumeration(metrics, language),
                bureaus=names,
            )

    def _scope(self, group: MetricGroup) -> str:
        """、未限定范围, or what the values are of."""
        return self.language("、{scope}", scope=scope_label(group.key.scope, self.language))

    def _listed(self, reports: Iterable[str]) -> str:
        names = [self.language.bureau(report) for report in dict.fromkeys(reports)]
        return self.context.shortened(names)

    def _caption(self, times: Sequence[_Times]) -> str:
        """The answer: who has air data of the same time and range."""
        language = self.language
        same = [each.name for each in times if each.compares]
        if not same:
            return language("空气数据没有两家同期、同范围")
        if len(same) == len(times):
            return language("{count}家的空气数据同期、同范围", count=counted(len(same), language))
        if len(same) > MOST_NAMED:
            return language("{count}家的空气数据同期、同范围", count=len(same))
        return language("只有{bureaus}的空气数据同期、同范围", bureaus=enumeration(same, language))

    def _times(self, report: Dossier) -> _Times:
        line, language = report.line, self.language
        stated = [
            (value, _compares(value, metric))
            for metric in self.comparison.metrics
            if metric_of(metric.metric).expected
            for value in valued(metric, line.report)
        ]
        values = [value for value, _ in stated]
        solid = any(compares for _, compares in stated)
        found = {
            value.fact.period: (value, compares)
            for value, compares in sorted(stated, key=lambda pair: pair[1])
            if value.fact.period is not None
        }
        stretches = [
            self._stretch(period, value, solid=compares)
            for period, (value, compares) in found.items()
        ]
        if not stretches and line.covered is not None:
            stretches = [self._stretch(line.covered, None, solid=False)]
        if line.plan_period is not None:
            plan = line.plan_period
            stretches.append(Stretch(start=plan.start, end=plan.end, planned=True))
        name = language.bureau(line.report)
        row = StripRow(
            name=name,
            stretches=tuple(sorted(stretches, key=lambda each: (each.start, each.planned))),
            remark=self._remark(values, solid=solid),
        )
        return _Times(name=name, row=row, compares=solid)

    def _stretch(self, period: Period, value: MetricValue | None, *, solid: bool) -> Stretch:
        language = self.language
        label = "" if period.whole_year else period_words(period, language)
        if period.shortest is PeriodForm.YEAR:
            label = language("全年")
        if value is not None and value.fact.scope:
            label = language("部分区域")
        return Stretch(start=period.start, end=period.end, label=label, solid=solid)

    def _remark(self, values: Sequence[MetricValue], *, solid: bool) -> str:
        language = self.language
        if solid:
            return language("可直接对比")
        return self._apart_remark(values[0]) if values else language("没有可列的数据")

    def _apart_remark(self, value: MetricValue) -> str:
        language = self.language
        if value.year_masked or value.fact.period is None:
            return language("年份不明")
        if value.verdict is not Verdict.APART:
            return language("另行对比")
        if is_of_other_level(value):
            return language("层级不同")
        if not value.fact.period.whole_year:
            return language("不是全年")
        return language("年度不同") if value.fact.period != self.usual else language("范围不同")

    def _rows(self, times: Sequence[_Times]) -> tuple[StripRow, ...]:
        """A row a bureau; of many bureaus a row for those with the same times."""
        if len(times) < JOINED:
            return tuple(each.row for each in times)
        same: dict[tuple[object, ...], list[_Times]] = {}
        for each in times:
            same.setdefault((each.row.stretches, each.row.remark), []).append(each)
        return tuple(
            replace(some[0].row, name=self.context.shortened([each.name for each in some], 2))
            for some in same.values()
        )

    def _alt(self, rows: Sequence[StripRow]) -> str:
        language = self.language
        said = (
            language(
                "{name}：{labels}{remark}",
                name=row.name,
                labels="".join(
                    f"{each.start.year} {each.label}{language('；')}"
                    for each in row.stretches
                    if each.label
                ),
                remark=row.remark,
            )
            for row in rows
        )
        return language("各单位数据期：{rows}。", rows=language("；").join(said))


def _compares(value: MetricValue, metric: MetricComparison) -> bool:
    """Whether a value stands in the group that tables set side by side."""
    return main_group(metric) is not None and not is_apart(value, metric)


def _runs(words: str | Runs) -> Runs:
    return words if isinstance(words, tuple) else (Run(words),)
