from __future__ import annotations

from dataclasses import dataclass

import altair as alt
import pytest
from jsonschema import ValidationError

from builder.charts import chart, charts
from builder.model import PartName
from builder.model.look import PROFILES
from builder.model.page import BriefingPart, Handout, Picture
from builder.model.plotted import DotPlot, StripPlot, YearPlot
from tests.charts import test_dots, test_strips, test_years
from tests.charts.shapes import LOOK


def picture(name: str, plot: DotPlot | StripPlot | YearPlot) -> Picture:
    return Picture(id=name, caption="图题", alt="图的内容", plot=plot)


PICTURES = (
    picture("pm25", test_dots.SEEDS),
    picture("periods", test_strips.SEEDS),
    picture("years", YearPlot(lines=(test_years.PM25,))),
)


@dataclass(frozen=True)
class Printed:
    """As much of a view as charts look at."""

    parts: tuple[BriefingPart, ...]
    handouts: tuple[Handout, ...] = ()


def test_charts_stand_in_the_order_of_the_parts() -> None:
    parts = (
        BriefingPart(name=PartName.PERIODS, title="可比范围", blocks=(PICTURES[1],)),
        BriefingPart(name=PartName.INDICATORS, title="环境质量", blocks=(PICTURES[0],)),
    )
    made = charts(Printed(parts), LOOK)  # type: ignore[arg-type]
    assert [each.id for each in made] == ["periods", "pm25"]


@pytest.mark.parametrize("each", PICTURES, ids=lambda each: each.id)
def test_specifications_are_valid_vega_lite(each: Picture) -> None:
    for look in (LOOK, PROFILES["gbt9704"]):
        made = chart(each, look)
        drawn = alt.LayerChart.from_dict(dict(made.spec))
        assert len(drawn.layer) == len(made.spec["layer"])
        assert made.width == look.text_width


def test_error_specification_that_is_not_vega_lite() -> None:
    with pytest.raises(ValidationError, match="'nominally' is not one of"):
        alt.Chart.from_dict({"mark": "bar", "encoding": {"x": {"field": "a", "type": "nominally"}}})
