from __future__ import annotations

import altair as alt
import pytest
from jsonschema import ValidationError

from builder.charts import charts
from builder.config import Config
from builder.language import Language
from builder.model import PartName
from tests.samplebriefing import sample_comparison
from tests.smallreports import gold_view

ZH = Language("zh")


def test_charts_stand_in_the_order_of_the_parts() -> None:
    made = charts(sample_comparison(), Config(), ZH)
    assert [(chart.id, chart.part) for chart in made] == [
        ("pm25", "indicators"),
        ("good-days", "indicators"),
        ("tallies", "inspection"),
        ("problems", "matrix"),
        ("promises", "commitments"),
    ]


def test_parts_that_are_left_out_get_no_chart() -> None:
    made = charts(sample_comparison(), Config(parts=(PartName.FINDINGS, PartName.MATRIX)), ZH)
    assert [chart.id for chart in made] == ["problems"]


def test_every_chart_says_its_point_in_words() -> None:
    for chart in charts(sample_comparison(), Config(), ZH):
        assert chart.title
        assert chart.caption.endswith("。")
        assert len(chart.alt) > len(chart.title)
        assert all(len(row) == len(chart.columns) for row in chart.rows)
        assert all(cell for row in chart.rows for cell in row)


def test_specifications_are_valid_vega_lite() -> None:
    made = charts(gold_view(), Config(), ZH)
    assert len(made) == 5
    for chart in made:
        drawn = alt.LayerChart.from_dict(dict(chart.spec))
        assert len(drawn.layer) == len(chart.spec["layer"])


def test_error_specification_that_is_not_vega_lite() -> None:
    with pytest.raises(ValidationError, match="'nominally' is not one of"):
        alt.Chart.from_dict({"mark": "bar", "encoding": {"x": {"field": "a", "type": "nominally"}}})
