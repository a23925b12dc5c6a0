"""The picture of the leading values: which rows it has, its axes, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from builder.model import Indicator
from builder.model.comparison import (
    MetricComparison,
    MetricValue,
    StandardLimit,
    StandardVerdict,
)
from builder.model.page import Picture
from builder.model.plotted import Dot, DotPlot, DotRow, Panel
from builder.model.printed import Run, Runs
from builder.vocabulary.environment.metrics import metric_of, standards
from builder.widths import columns
from builder.wording.cells import NOTHING, nothing_means
from builder.wording.numbers import counted
from builder.wording.parts.context import Context
from builder.wording.parts.dotted_rows import Common, Placed, common, folded
from builder.wording.parts.values import groups, is_worse, scope_words, stated, stating, time_words
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.scopes import scope_label
from builder.wording.stated import apart_words, arrow, figure_words, usual_period
from builder.wording.words import plain, rank_words, unit_words

MARKED = 12
"""Of more bureaus the picture's note has no marks; the sheets have them."""
CAPTION = 48
"""Half characters of the longest caption."""
_RANKED = 5
_SHARES_FROM = Decimal(60)
_TEN = Decimal(10)


class Dotted:
    """A picture of one or two metrics."""

    def __init__(self, metrics: Sequence[MetricComparison], context: Context) -> None:
        self.metrics = metrics
        self.context = context
        self.language = context.language
        self.usual = usual_period(context.comparison)
        self.compared = {
            value.fact for metric in metrics for group in groups(metric) for value in group
        }
        self.limits = [self._limit(metric) for metric in metrics]

    def picture(self) -> Picture:
        """The picture under its answer."""
        placed = self._rows()
        rows = tuple(self._banded(folded(placed)))
        return Picture(
            id=metric_of(self.metrics[0].metric).chart or self.metrics[0].metric,
            caption=self.caption(),
            alt=self._alt(rows),
            plot=DotPlot(panels=tuple(map(self._panel, self.metrics)), rows=rows),
            note=(Run(self._note(rows, len(placed) - len(rows))), *self._evidence()),
        )

    def caption(self) -> str:
        """The answer: 可比的两家PM2.5均不高于限值，岳阳县优良率下降."""
        said = [words for words in (self._limits_said(), self._worse_said()) if words]
        both = self.language("，").join(said)
        if said:
            return both if columns(both) <= CAPTION else said[0]
        named = self.language("和").join(self._brief(metric) for metric in self.metrics)
        found = next((group for metric in self.metrics for group in groups(metric)), None)
        if found is None:
            return self.language("各家{metrics}口径不同，不能直接对比", metrics=named)
        count = counted(len(found), self.language)
        return self.language("{count}家{metrics}可直接对比", count=count, metrics=named)

    def _limits_said(self) -> str:
        """How the largest group with a limit stands to it."""
        language = self.language
        for metric, limit in zip(self.metrics, self.limits, strict=True):
            found = groups(metric)
            if limit is None or not found or not all(_is_judged(v) for v in found[0]):
                continue
            above = [v for v in found[0] if v.judgement.verdict is StandardVerdict.EXCEEDED]
            fields = {
                "count": counted(len(found[0]), language),
                "metric": self._brief(metric),
                "above": counted(len(above), language) if above else "",
                "bureau": language.bureau(above[0].fact.report) if above else "",
            }
            if not above:
                return language("可比的{count}家{metric}均不高于限值", **fields)
            if len(above) == 1:
                return language("{bureau}{metric}高于限值", **fields)
            return language("可比的{count}家中{above}家{metric}高于限值", **fields)
        return ""

    def _worse_said(self) -> str:
        """Whose values got worse in the metric that has most of them."""
        language = self.language
        worse = [(metric, self._worse_bureaus(metric)) for metric in self.metrics]
        metric, bureaus = max(worse, key=lambda pair: len(pair[1]))
        if not bureaus:
            return ""
        moved = language("下降") if metric.better == "higher" else language("上升")
        fields = {"metric": self._brief(metric), "moved": moved}
        if len(bureaus) == 1:
            return language("{bureau}{metric}{moved}", bureau=language.bureau(bureaus[0]), **fields)
        count = counted(len(bureaus), language)
        return language("{count}家{metric}{moved}", count=count, **fields)

    def _worse_bureaus(self, metric: MetricComparison) -> list[str]:
        """The reports whose own value got worse, not only that of a part or of one month."""

        def worse(report: str) -> bool:
            line = self.language.reports[report].line
            own = [value for value in stated(metric) if value.fact.report == report]
            most = [value for value in own if line.is_mostly(value.fact.period)]
            return any(map(is_worse, sorted(most, key=lambda v: not v.key.scope.whole)[:1]))

        return list(filter(worse, stating(metric)))

    def _rows(self) -> list[Placed]:
        """All rows: the bands of values that compare, the largest first, then those apart."""
        found: dict[Common, list[list[MetricValue]]] = {}
        for number, metric in enumerate(self.metrics):
            for value in stated(metric):
                lists = found.setdefault(common(value), [[] for _ in self.metrics])
                lists[number].append(value)
        order = {name: place for place, name in enumerate(self.language.reports)}
        placed = [
            self._placed(of, dots)
            for of, lists in sorted(found.items(), key=lambda item: order[item[0][0]])
            for dots in zip_longest(*lists)
        ]
        size = [each.band for each in placed]
        # Bands of one size stand as their first rows do, in every process.
        bands = sorted(dict.fromkeys(filter(None, size)), key=lambda band: -size.count(band))
        return sorted(placed, key=lambda each: bands.index(each.band) if each.band else len(bands))

    def _placed(self, of: Common, dots: Sequence[MetricValue | None]) -> Placed:
        values = [value for value in dots if value is not None]
        compared = next((value for value in values if value.fact in self.compared), None)
        band = None
        if compared is not None:
            band = (compared.key.period, scope_label(compared.key.scope, self.language))
        limited = any(
            value is not None and limit is not None and value.judgement.applied == limit
            for value, limit in zip(dots, self.limits, strict=True)
        )
        row = DotRow(
            name=self.language.bureau(of[0]),
            detail="" if band else self._detail(values[0]),
            dots=tuple(map(self._dot, self.metrics, dots, [of[0]] * len(dots))),
            limited=limited,
        )
        return Placed(row=row, band=band)

    def _detail(self, value: MetricValue) -> str:
        """What values apart are of: 中心城区, 2023年; no word of the bureau's name."""
        time = time_words(value, self.usual, self.language)
        words = self.language("，").join(each for each in (scope_words(value), time) if each)
        return words or apart_words(value, value.fact.period, self.language)

    def _dot(self, metric: MetricComparison, value: MetricValue | None, report: str) -> Dot | None:
        if value is None:
            missing = report not in stating(metric)
            return Dot(value=None, label=NOTHING, hollow=True) if missing else None
        change = arrow(value, self.language, points=metric_of(metric.metric).unit != "%")
        if value.fact.value is None:
            return Dot(value=None, label=change, hollow=True)
        if not _on_axis(value):
            words = figure_words(value, self.language, unit=True)
            return Dot(value=None, label=words, change=change, hollow=True)
        return Dot(
            value=_number(value),
            label=figure_words(value, self.language),
            change=change,
            hollow=value.fact not in self.compared,
        )

    def _banded(self, placed: Sequence[Placed]) -> Iterator[DotRow]:
        """The rows with the words over each band; none where all stand apart."""
        language, last = self.language, placed[0].band
        some = any(each.band for each in placed)
        for number, each in enumerate(placed):
            begins = not number or each.band != last
            last = each.band
            if not begins or not some:
                yield each.row
            elif each.band is None:
                yield replace(each.row, band=language("口径不同，不并列"))
            else:
                period = period_words(each.band[0], language)
                words = language("可直接对比：{period}，{scope}", period=period, scope=each.band[1])
                yield replace(each.row, band=words)

    def _panel(self, metric: MetricComparison) -> Panel:
        """An axis: from 0, of shares from 60 or where the lowest value asks it to begin."""
        language, unit = self.language, metric_of(metric.metric).unit
        limit = self.limits[self.metrics.index(metric)]
        numbers = [_number(value) for value in stated(metric) if _on_axis(value)]
        start, end = Decimal(0), _round_end([*numbers, *([limit.value] if limit else [])])
        if unit == "%":
            lowest = min(numbers, default=_SHARES_FROM)
            start, end = min(_SHARES_FROM, lowest // _TEN * _TEN), Decimal(100)
        return Panel(
            title=language(
                "{metric}（{unit}）", metric=self._brief(metric), unit=unit_words(unit, language)
            ),
            start=start,
            end=end,
            limit=limit.value if limit else None,
            limit_name=self._limit_name(limit) if limit else "",
        )

    def _limit(self, metric: MetricComparison) -> StandardLimit | None:
        """The limit of the values that compare, else of the first value that has one."""
        values = [*(value for group in groups(metric) for value in group), *stated(metric)]
        return next((v.judgement.applied for v in values if v.judgement.applied), None)

    def _limit_name(self, limit: StandardLimit) -> str:
        language = self.language
        return language(
            "{grade}{statistic}限值{value}",
            grade=language(limit.grade),
            statistic=language(standards().statistics[limit.statistic].name),
            value=plain(limit.value),
        )

    def _note(self, rows: Sequence[DotRow], left: int) -> str:
        """What the signs mean, the ranks that sources print, and what is left out."""
        language = self.language
        dots = [dot for row in rows for dot in row.dots if dot is not None]
        said = []
        if any(dot.hollow for dot in dots) and not all(dot.hollow for dot in dots):
            said.append(language("实心为可直接对比，空心为口径不同。"))
        if any(dot.change for dot in dots):
            said.append(self._arrows())
        said += [
            language("虚线为{standard}限值，只画到适用的各行。", standard=limit.standard)
            for limit in dict.fromkeys(limit for limit in self.limits if limit)
        ]
        if any(dot.label == NOTHING for dot in dots):
            said.append(nothing_means(language))
        if left:
            said.append(language("其余{count}行见 briefing.xlsx。", count=left))
        return "".join((*said, self._ranks()))

    def _evidence(self) -> Runs:
        """The marks of each bureau's values, for a picture has none; of many they have no room."""
        language = self.language
        if self.context.bureaus > MARKED:
            return ()
        facts: dict[str, list[Indicator]] = {}
        for value in (value for metric in self.metrics for value in stated(metric)):
            facts.setdefault(value.fact.report, []).extend(value.printings)
        named = [
            cited(language.bureau(report), language.marks(facts[report]))
            for report in language.reports
            if report in facts
        ]
        return language.runs("出处：{bureaus}。", bureaus=in_a_row(named, language("、")))

    def _arrows(self) -> str:
        shares = [m for m in self.metrics if metric_of(m.metric).unit == "%"]
        if not shares:
            return self.language("箭头为比上年同期的升降，变差的写明“变差”。")
        named = self.language("、").join(map(self._brief, shares))
        return self.language(
            "箭头为比上年同期的升降，{metrics}以百分点计，变差的写明“变差”。", metrics=named
        )

    def _ranks(self) -> str:
        """Places as the sources print them, of few bureaus."""
        language = self.language
        ranked = [
            language(
                "{bureau}{scope}{metric}{rank}",
                bureau=language.bureau(value.fact.report),
                scope=scope_words(value),
                metric=self._brief(metric),
                rank=rank_words(value.fact.rank, language),
            )
            for metric in self.metrics
            for value in stated(metric)
            if value.fact.rank is not None and value.fact in self.compared
        ]
        if not ranked or len(ranked) > _RANKED:
            return ""
        return language("原文名次：{ranks}。", ranks=language("；").join(ranked))

    def _alt(self, rows: Sequence[DotRow]) -> str:
        """The answer, and the values in the order of the rows."""
        language = self.language
        said = []
        for row in rows:
            values = [
                f"{self._brief(metric)} {dot.label}{dot.change}"
                for metric, dot in zip(self.metrics, row.dots, strict=True)
                if dot is not None and dot.label != NOTHING
            ]
            name = row.name
            if row.detail:
                name = language("{bureau}（{apart}）", bureau=name, apart=row.detail)
            said.append(language("{name}：{values}", name=name, values=language("，").join(values)))
        return language(
            "{caption}。{rows}。", caption=self.caption(), rows=language("；").join(said)
        )

    def _brief(self, metric: MetricComparison) -> str:
        return self.language(metric_of(metric.metric).brief)


def _on_axis(value: MetricValue) -> bool:
    """Whether a value is a number in the unit of its metric."""
    fact = value.fact
    return isinstance(fact.value, Decimal) and fact.unit == metric_of(fact.metric).unit


def _number(value: MetricValue) -> Decimal:
    assert isinstance(value.fact.value, Decimal)  # the caller has looked
    return value.fact.value


def _is_judged(value: MetricValue) -> bool:
    return value.judgement.verdict in {StandardVerdict.MET, StandardVerdict.EXCEEDED}


def _round_end(numbers: Sequence[Decimal]) -> Decimal:
    """Where an axis from 0 ends: the next of 1, 2, 4, 5, 8, 10 times a power of ten."""
    most = max(numbers, default=Decimal(1))
    unit = Decimal(1).scaleb(most.adjusted())
    return next(step * unit for step in map(Decimal, (1, 2, 4, 5, 8, 10)) if step * unit >= most)
