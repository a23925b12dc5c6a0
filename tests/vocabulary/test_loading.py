from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builder.toml_file import TomlError
from builder.vocabulary.loading import Entry, table
from builder.vocabulary.words import Words

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
    with pytest.raises(TomlError) as error:
        table("metrics", Metrics, tmp_path)
    assert str(error.value) == (
        "metrics.toml: metrics[1].unit: 缺少这一项\n"
        "metrics.toml: metrics[2].id: 应为文字，写在引号里（现为 3）\n"
        "metrics.toml: metrics[2].words: 没有这个键。可用的：id、unit。"
    )


def test_error_of_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TomlError) as error:
        table("metrics", Metrics, tmp_path)
    assert str(error.value) == "metrics.toml: 打不开，没有这个文件。"


def test_error_of_a_table_that_is_no_toml(tmp_path: Path) -> None:
    (tmp_path / "metrics.toml").write_text("metrics = [\n", encoding="utf-8")
    with pytest.raises(TomlError, match=r"^metrics\.toml: "):
        table("metrics", Metrics, tmp_path)


class Passing(Entry):
    plain: Words
    weak: Words


class Problems(Entry):
    passing: Passing


def test_error_of_words_names_each_by_its_place(tmp_path: Path) -> None:
    text = '[passing]\nplain = ["未达标", "不稳", "未达标", "超标.*"]\nweak = []\n'
    (tmp_path / "problems.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TomlError) as error:
        table("problems", Problems, tmp_path)
    assert str(error.value) == (
        "problems.toml: passing.plain[3]: 词重复：已是同一列表的第 1 个\n"
        "problems.toml: passing.plain[4]: 词里不能写正则表达式\n"
        "problems.toml: passing.weak: 至少要有 1 项"
    )
