from __future__ import annotations

import pytest

from builder.charts.marks import ChartError, chart, clipped, spec, width, wrapped

ROWS = [{"name": "岳阳县", "at": 1}, {"name": "衡南县", "at": 2}]
SIZE = {"width": 100, "height": 50}


def test_spec_has_the_asked_size_and_the_rows() -> None:
    made = spec("names", [chart(ROWS).mark_text().encode(text="name:N", y="at:Q")], **SIZE)
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


@pytest.mark.parametrize(
    ("text", "cut"), [("中心城区", "中心城区"), ("县级及以上城市", "县级及以…"), ("", "")]
)
def test_words_that_are_cut_off_say_so(text: str, cut: str) -> None:
    assert clipped(text, 5) == cut


@pytest.mark.parametrize(("text", "size"), [("岳阳县", 3), ("32", 1.16), ("32.8", 2.04)])
def test_width_is_in_characters(text: str, size: float) -> None:
    assert width(text) == pytest.approx(size)
