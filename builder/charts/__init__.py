"""Stage 7, `charts`: what the briefing draws, each with the words that say it without a picture."""

from __future__ import annotations

from builder.charts.indicators import indicator_chart
from builder.config import Config
from builder.language import Language
from builder.model import Chart, Comparison

# Metrics that get a chart, with the chart's name in files and links.
METRICS = {"air.pm25": "pm25", "air.good_days_ratio": "good-days"}


def charts(comparison: Comparison, config: Config, language: Language) -> tuple[Chart, ...]:
    """All charts for which there is data, in the order of the parts that they belong to."""
    drawn = [
        indicator_chart(table, METRICS[table.metric], language)
        for table in comparison.indicators
        if table.metric in METRICS
    ]
    return tuple(chart for chart in drawn if chart is not None and chart.part in config.parts)
