from __future__ import annotations

import dataclasses
import shutil
import struct
from pathlib import Path

import pytest

from builder.charts import chart
from builder.charts.draw import rasterised, vector_drawings
from builder.fonts import FontError
from builder.model import Chart
from tests.charts.shapes import LOOK
from tests.charts.test_charts import PICTURES

FONTS = Path(__file__).parents[2] / "templates" / "fonts"


@pytest.fixture(scope="module")
def made() -> tuple[Chart, ...]:
    return (chart(PICTURES[0], LOOK),)


def test_picture_has_the_charts_size_and_our_font(made: tuple[Chart, ...]) -> None:
    (drawing,) = rasterised(vector_drawings(made, FONTS))
    width, height = struct.unpack(">II", drawing.png[16:24])
    assert abs(width / 2 / 96 * 25.4 - made[0].width) < 1
    assert abs(height / 2 / 96 * 25.4 - made[0].height) < 1
    assert "Noto Sans SC" in drawing.svg
    assert "二级年平均限值35" in drawing.svg


def test_same_chart_gives_the_same_bytes(made: tuple[Chart, ...]) -> None:
    first, second = (rasterised(vector_drawings(made, FONTS)) for _ in range(2))
    assert first == second


def test_a_folder_without_the_charts_font_is_drawn_with_ours(
    made: tuple[Chart, ...], tmp_path: Path
) -> None:
    shutil.copy(FONTS / "NotoSerifSC-Bold.ttf", tmp_path)
    assert vector_drawings(made, tmp_path) == vector_drawings(made, FONTS)


def test_error_no_folder_has_the_charts_font(
    made: tuple[Chart, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(FONTS / "NotoSerifSC-Bold.ttf", tmp_path)
    monkeypatch.setattr("builder.fonts.templates_folder", lambda: tmp_path / "none")
    with pytest.raises(FontError, match="缺少字体：Noto Emoji、Noto Sans、Noto Sans SC。"):
        vector_drawings(made, tmp_path)


def test_a_letter_without_a_glyph_is_drawn_as_a_missing_type(made: tuple[Chart, ...]) -> None:
    spec = made[0].spec
    rows = {name: [dict(row) for row in rows] for name, rows in spec["datasets"].items()}
    next(row for some in rows.values() for row in some if "text" in row)["text"] = "𠮷县"
    changed = dataclasses.replace(made[0], spec={**spec, "datasets": rows})
    (drawing,) = vector_drawings([changed], FONTS)
    assert "〓县" in drawing.svg
