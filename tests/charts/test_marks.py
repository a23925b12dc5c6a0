from __future__ import annotations

from typing import Any

import altair as alt
import pytest

from builder.charts.marks import ChartError, chart, spec, words, wrapped

ROWS = [{"name": "岳阳县", "at": 1}, {"name": "衡南县", "at": 2}]
PADDING = {"left": 0, "right": 0, "top": 0, "bottom": 0}
SIZE: dict[str, Any] = {"width": 100, "height": 50, "padding": PADDING}


def test_spec_has_the_asked_size_and_the_rows() -> None:
    made = spec("names", [words(ROWS, "name", x=alt.value(0), y=alt.Y("at:Q"))], **SIZE)
    assert (made["width"], made["height"], made["autosize"]) == (100, 50, {"type": "none"})
    assert list(made["datasets"].values()) == [ROWS]


def test_error_misspelt_field_is_not_drawn_in_silence() -> None:
    with pytest.raises(ChartError) as caught:
        spec("pm25", [chart(ROWS).mark_bar().encode(x="valeu:Q")], **SIZE)
    assert str(caught.value) == "pm25: a row lacks the field valeu"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("中心城区", ("中心城区",)),
        ("县级及以上城市集中式", ("县级及以上", "城市集中式")),
        ("统计期不同，不可比", ("统计期不同，", "不可比")),
        ("GB 3095-2012", ("GB", "3095-2012")),
    ],
)
def test_wrapped_lines_keep_words_and_closing_marks(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 5) == lines
