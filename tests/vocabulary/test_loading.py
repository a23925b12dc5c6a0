from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.vocabulary.loading import Entry, VocabularyError, table

if TYPE_CHECKING:
    from pathlib import Path


class Metric(Entry):
    id: str
    unit: str


class Metrics(Entry):
    metrics: tuple[Metric, ...]


def test_table_is_typed_and_read_once(tmp_path: Path) -> None:
    path = tmp_path / "metrics.toml"
    path.write_text('[[metrics]]\nid = "air.pm25"\nunit = "μg/m³"\n', encoding="utf-8")
    first = table("metrics", Metrics, tmp_path)
    path.unlink()
    assert first == Metrics(metrics=(Metric(id="air.pm25", unit="μg/m³"),))
    assert table("metrics", Metrics, tmp_path) is first


def test_error_lists_every_error_with_its_path(tmp_path: Path) -> None:
    text = '[[metrics]]\nid = "air.pm25"\n[[metrics]]\nid = 3\nunit = "%"\nwords = []\n'
    (tmp_path / "metrics.toml").write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError) as error:
        table("metrics", Metrics, tmp_path)
    assert str(error.value) == (
        "metrics.toml: metrics[0].unit: Field required\n"
        "metrics.toml: metrics[1].id: Input should be a valid string\n"
        "metrics.toml: metrics[1].words: Extra inputs are not permitted"
    )


def test_error_of_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError) as error:
        table("metrics", Metrics, tmp_path)
    assert str(error.value) == "metrics.toml: No such file or directory"


def test_error_of_a_table_that_is_no_toml(tmp_path: Path) -> None:
    (tmp_path / "metrics.toml").write_text("metrics = [\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"^metrics\.toml: "):
        table("metrics", Metrics, tmp_path)
