"""一览: bureaus × decisive indicators on one page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from builder.language import SOURCE_LANGUAGE
from builder.model import Period
from builder.model.comparison import Dossier, MetricComparison, MetricValue
from builder.model.page import BriefingPart, Cell, Column, Row, Table
from builder.model.parts import PartName
from builder.model.printed import Run, Runs, RunStyle
from builder.vocabulary.environment.metrics import metric_of
from builder.wording.cells import NOTHING, cell, has_nothing, nothing_means, row, styled
from builder.wording.letters import Letters
from builder.wording.numbers import counted
from builder.wording.parts.context import Context
from builder.wording.parts.inspected import BANDED, WIDE, Inspected
from builder.wording.parts.own import data_period, of_most_time, own_values
from builder.wording.parts.titles import TITLES
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row, traced
from builder.wording.stated import (
    apart_kind,
    apart_words,
    arrow,
    but_words,
    figure_words,
    is_apart,
    places,
    usual_period,
)
from builder.wording.words import unit_words

MOST_LARGE = 15
"""So many bureaus have room on it in the usual size."""
# Millimetres of 162: bureau, period, a metric, water, soil, tallies, problems, commitments.
_UPRIGHT = (12.4, 16.1, 19.5, 20.0, 16.6, 26.4, 16.1, 15.4)
_ON_SIDE = (13.0, 17.0, 22.0, 25.0, 17.2, 23.3, 12.0, 10.5)
_COUNT = re.compile(r"[(（]?\d+个[)）]?")
_JOINER = "\u2060"
"""Keeps a count and its bracket on one line."""
_WATER, _SOIL = ("water.good_ratio", "water.compliance_rate"), "soil.farmland_safe_use"


def overview(context: Context) -> tuple[BriefingPart, ...]:
    """The table of all bureaus; columns that nobody fills are left out."""
    if not context.comparison.reports:
        return ()
    made = _Overview(context)
    return (
        BriefingPart(
            name=PartName.OVERVIEW,
            title=context.language(TITLES[PartName.OVERVIEW]),
            blocks=(made.table(),),
            wide=made.wide,
            starts_page=True,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """A column: its head, its widths for Chinese and for English, and what it says of a report."""

    head: tuple[str, ...]
    width: float
    latin: float
    says: Callable[[Dossier], Cell | None]


class _Overview:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.comparison = context.comparison
        self.usual: Period | None = usual_period(context.comparison)
        self.letters = Letters(context.language)
        self.wide = context.bureaus >= WIDE
        self.banded = context.bureaus >= BANDED
        self.widths = _ON_SIDE if self.wide else _UPRIGHT
        self.spelt = context.language.code != SOURCE_LANGUAGE

    def table(self) -> Table:
        language, reports = self.language, self.comparison.reports
        columns = tuple(self._columns())
        made = [[column.says(report) for column in columns] for report in reports]
        filled = [
            index
            for index, _ in enumerate(columns)
            if any(cells[index] is not None for cells in made)
        ]
        rows = tuple(
            row(self._name(report), *(cells[index] or cell(NOTHING) for index in filled))
            for report, cells in zip(reports, made, strict=True)
        )
        heads = (
            _Stated(head=(language("单位"),), width=self.widths[0], latin=21, says=self._name),
        )
        return Table(
            caption=self._caption(),
            columns=self._fitted((*heads, *(columns[index] for index in filled))),
            rows=rows,
            dense=len(rows) > MOST_LARGE,
            note=self._note(rows),
        )

    def _fitted(self, columns: Sequence[_Stated]) -> tuple[Column, ...]:
        """Columns as wide as the page: what empty ones leave is shared."""
        widths = [column.latin if self.spelt else column.width for column in columns]
        return tuple(
            Column(head=column.head, width=round(width * 162 / sum(widths), 2))
            for column, width in zip(columns, widths, strict=True)
        )

    def _caption(self) -> str:
        language, context = self.language, self.context
        told = "{count}份报告主要情况" if context.of_one else "{count}家单位主要情况"
        return language(told, count=counted(context.bureaus, language))

    def _columns(self) -> Iterator[_Stated]:
        language = self.language
        _, period, value, water, soil, tallies, problems, promises = self.widths
        yield _Stated(head=(language("数据期"),), width=period, latin=15.5, says=self._period)
        for metric in self.comparison.metrics:
            if metric_of(metric.metric).expected:
                yield self._metric(metric, value, 17.5)
        yield _Stated(head=(language("地表水"),), width=water, latin=17.5, says=self._water)
        for metric in self.comparison.metrics:
            if metric.metric == _SOIL:
                yield self._metric(metric, soil, 20.5)
        yield _Stated(
            head=(language("督察整改"), language("完成/总数")),
            width=tallies,
            latin=23.5,
            says=Inspected(self.context, self.letters).cell,
        )
        yield _Stated(
            head=(language("问题"), language("未见承诺")),
            width=problems,
            latin=18.5,
            says=self._problems,
        )
        yield _Stated(
            head=(language("承诺"), language("可核查")),
            width=promises,
            latin=26,
            says=self._promises,
        )

    def _name(self, report: Dossier) -> Cell:
        """The bureau; our own one stands out."""
        own = report.line.report == self.context.focus
        name = self.language.bureau(report.line.report)
        return cell(styled(name, RunStyle.STRONG if own else RunStyle.PLAIN), head=True)

    def _period(self, report: Dossier) -> Cell | None:
        period = data_period(report)
        if period is None:
            return None
        style = RunStyle.PLAIN if period == self.usual else RunStyle.APART
        return cell(styled(period_words(period, self.language), style))

    def _metric(self, metric: MetricComparison, width: float, latin: float) -> _Stated:
        language = self.language
        entry = metric_of(metric.metric)
        unit = unit_words(entry.unit, language)
        return _Stated(
            head=(language.sentence(language(entry.brief)), language("（{unit}）", unit=unit)),
            width=width,
            latin=latin,
            says=lambda report: self._value(own_values(metric, report), metric),
        )

    def _value(self, values: Sequence[MetricValue], metric: MetricComparison) -> Cell | None:
        """A value with its letter, its mark and its change; on its side all in one line."""
        if not values:
            return None
        first, *others = values
        apart = is_apart(first, metric)
        figure = styled(
            figure_words(first, self.language), RunStyle.APART if apart else RunStyle.PLAIN
        )
        if apart:
            figure = (*figure, self.letters.run(self._reason(first, others)))
        figure = self._cited(figure, first)
        change = self._change(first, apart=apart)
        if self.wide:
            return cell((*figure, *((Run(" "), *change) if change else ())))
        return cell(figure, change)

    def _cited(self, runs: Runs, value: MetricValue) -> Runs:
        marks = self.language.marks(value.printings)
        return traced(runs, marks) if self.banded else cited(runs, marks)

    def _change(self, value: MetricValue, *, apart: bool) -> Runs:
        words = arrow(value, self.language, points=False)
        worse = value.fact.change is not None and value.fact.change.better is False
        return styled(words, RunStyle.STRONG if worse and not apart else RunStyle.QUIET)

    def _reason(self, first: MetricValue, others: Sequence[MetricValue]) -> str:
        if self.wide:
            return apart_kind(first, self.usual, self.language)
        words = apart_words(first, self.usual, self.language)
        if not others:
            return words
        further = self.language("、").join(
            self.language(
                "{scope}为{value}",
                scope=apart_words(value, self.usual, self.language),
                value=figure_words(value, self.language),
            )
            for value in others
        )
        return self.language("{words}（{further}）", words=words, further=further)

    def _water(self, report: Dossier) -> Cell | None:
        """Shares of good sections where they are told, else the classes of what is named."""
        metrics = {metric.metric: metric for metric in self.comparison.metrics}
        for identity in _WATER:
            if identity in metrics and (values := own_values(metrics[identity], report)):
                return cell(self._share(values[0], metrics[identity]))
        classed = metrics.get("water.class")
        return None if classed is None else self._classes(of_most_time(classed, report))

    def _share(self, value: MetricValue, metric: MetricComparison) -> Runs:
        """国考断面100%; in one line without the count and the noun of the sections."""
        scope = value.fact.scope or ""
        words = self.language(
            "{scope}{value}",
            scope=_brief(scope) if self.wide else scope,
            value=figure_words(value, self.language, unit=True),
        )
        style = RunStyle.APART if is_apart(value, metric) else RunStyle.PLAIN
        return self._cited(styled(words, style), value)

    def _classes(self, values: Sequence[MetricValue]) -> Cell | None:
        """Ⅱ类4处 over Ⅲ类4处, the best first; what they are stands in the part on water."""
        by_class: dict[tuple[str, str], list[MetricValue]] = {}
        for value in sorted(values, key=lambda value: str(value.fact.value)):
            by_class.setdefault((str(value.fact.value), value.key.but), []).append(value)
        if not by_class:
            return None
        lines = [self._class(grade, but, some) for (grade, but), some in by_class.items()]
        return cell(in_a_row(lines, self.language("、"))) if self.wide else cell(*lines)

    def _class(self, grade: str, but: str, values: Sequence[MetricValue]) -> Runs:
        first, count = values[0], places(values)
        words = self.language("{grade}类{count}处", grade=grade, count=count)
        style = RunStyle.PLAIN if first.fact.period == self.usual else RunStyle.APART
        return self._cited(styled(but_words(words, but, self.language), style), first)

    def _problems(self, report: Dossier) -> Cell | None:
        """4（3）: named problems, and those without a promise."""
        every = [m for m in self.comparison.problems if m.fact.report == report.line.report]
        own = [match for match in every if match.is_sure]
        if not own:
            return None
        unanswered = sum(match.unanswered for match in own)
        return self._counts(len(own), unanswered, loud=True)

    def _promises(self, report: Dossier) -> Cell | None:
        """29（9）: promises, and those that can be checked."""
        plan = next(p for p in self.comparison.plans if p.report == report.line.report)
        if not plan.sure:
            return None
        return self._counts(len(plan.sure), plan.checkable, loud=False)

    def _counts(self, total: int, part: int, *, loud: bool) -> Cell:
        style = RunStyle.STRONG if loud and part else RunStyle.PLAIN
        words = self.language("{total}（{part}）", total=total, part=part)
        behind = words.removeprefix(str(total)).replace(" ", "\u00a0")
        return cell((Run(str(total)), *styled(_JOINER + behind, style)))

    def _note(self, rows: Sequence[Row]) -> Runs:
        language = self.language
        said = [nothing_means(language)] if has_nothing(rows) else []
        letters = self.letters.note
        if letters:
            said.append(language("浅色带字母的值口径不同，不并列："))
        head = tuple(Run(words) for words in said)
        counts = [Run(language("断面、问题、承诺的个数由本简报清点，括号内为未见承诺、可核查的。"))]
        if self._doubtful():
            counts.append(Run(language("须核对的问题和承诺不计。")))
        if any(run.text[:1] in "↑↓" for each in rows for made in each.cells for run in made.runs):
            counts.append(Run(language("比例的升降以百分点计。")))
        if self.context.focus:
            counts.append(Run(language("加粗的是本单位。")))
        return (*head, *letters, *((Run(language("。")),) if letters else ()), *counts)

    def _doubtful(self) -> bool:
        comparison = self.comparison
        return not all(match.is_sure for match in comparison.problems) or any(
            plan.doubtful for plan in comparison.plans
        )


def _brief(scope: str) -> str:
    """国省控 of 22个国省控断面."""
    return _COUNT.sub("", scope).removesuffix("断面")
