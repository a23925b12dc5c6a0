"""A bureau's leading metrics over the years, as small lines; only what compares is joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from builder.model.comparison import BureauYears, MetricYears
from builder.model.page import Picture
from builder.model.plotted import YearLine, YearPlot, YearPoint
from builder.model.printed import Run
from builder.vocabulary.environment.metrics import metric_of
from builder.wording.runs import cited
from builder.wording.stated import figure_words
from builder.wording.wording import Wording
from builder.wording.words import enumeration, unit_words

_MOST = 4
"""Lines that stand beside each other; the Excel file has the other metrics."""


def year_pictures(years: BureauYears, number: int, language: Wording) -> Iterator[Picture]:
    """The picture of a bureau with reports on several years; none where no metric has two."""
    told = sorted(years.metrics, key=lambda metric: -metric_of(metric.metric).weight)
    drawn = [metric for metric in told if len(_line(metric, language).points) > 1]
    if drawn:
        yield _picture(drawn[:_MOST], number, language)


def _picture(metrics: Sequence[MetricYears], number: int, language: Wording) -> Picture:
    lines = tuple(_line(metric, language) for metric in metrics)
    years = [point.year for line in lines for point in line.points]
    said = language("；").join(
        language(
            "{metric}：{points}",
            metric=line.name,
            points=enumeration((f"{p.year} {p.label}" for p in line.points), language),
        )
        for line in lines
    )
    apart = any(not point.joined for line in lines for point in line.points)
    note = language("空心的点范围不同，不连线。") if apart else ""
    facts = [f for metric in metrics for each in metric.values for f in each.value.printings]
    return Picture(
        id=f"years-{number}",
        caption=language("{first}—{last}年主要指标", first=min(years), last=max(years)),
        alt=said,
        plot=YearPlot(lines=lines),
        note=(
            *((Run(note),) if note else ()),
            Run(language("出处：")),
            *cited((), language.marks(facts)),
        ),
    )


def _line(metric: MetricYears, language: Wording) -> YearLine:
    entry = metric_of(metric.metric)
    name = language(
        "{metric}（{unit}）",
        metric=language(entry.brief),
        unit=unit_words(entry.unit, language),
    )
    points = tuple(
        YearPoint(
            year=each.year,
            value=value,
            label=figure_words(each.value, language),
            joined=each.joined,
        )
        for each in metric.values
        if isinstance(value := each.value.fact.value, Decimal)
    )
    return YearLine(name=name, points=points)
