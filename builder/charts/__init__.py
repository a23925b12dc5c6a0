"""Stage `charts`: what the briefing draws, each with the words that say it without a picture."""

from __future__ import annotations

from builder.charts.grids import PROBLEMS, PROMISES, grid_chart
from builder.charts.indicators import indicator_chart
from builder.charts.tallies import tally_chart
from builder.config import Config
from builder.language import Language
from builder.model import Chart, View
from builder.vocabulary.environment.metrics import metric_of

__all__ = ["charts"]


def charts(view: View, config: Config, language: Language) -> tuple[Chart, ...]:
    """All charts for which there is data, of the parts that the configuration asks for."""
    found = [
        *(
            indicator_chart(table, chart, language)
            for table in view.indicators
            if (chart := metric_of(table.metric).chart)
        ),
        tally_chart(view.tallies, language),
        grid_chart(view.overview, PROBLEMS, language),
        grid_chart(view.promises, PROMISES, language),
    ]
    return tuple(chart for chart in found if chart is not None and chart.part in config.parts)
