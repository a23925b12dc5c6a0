"""The metrics as data: what is wrong with a table is said at once, and a new one needs no code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builder.text import metric_mentions as mentions
from builder.toml_file import TomlError
from builder.vocabulary.environment.metrics import Metric, Metrics, metrics
from builder.vocabulary.environment.names import names
from builder.vocabulary.loading import table
from tests.extract.reports import measured

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs" / "vocabulary.md"
BAD = """
[[metrics]]
id = "noise.area"
unit = "分呗"
better = "less"
theme = "noise"
words = "区域环境噪声"

[[metrics]]
unit = "%"
theme = "water"
words = []
wrods = ["近岸海域"]

[[rates]]
words = ["达标率"]
meanings = [{ id = "water.compliance_rate" }]

[not_metrics]
words = []
"""


def test_error_lists_all_that_is_wrong_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "metrics.toml").write_text(BAD, encoding="utf-8")
    with pytest.raises(TomlError) as error:
        table("metrics", Metrics, tmp_path)
    lines = str(error.value).splitlines()
    assert lines[1] == "metrics.toml: metrics[1].unit: units.toml 里没有这个单位"
    assert lines[5] == "metrics.toml: metrics[1].compares: 缺少这一项"
    assert [line.split(": ")[1] for line in lines] == [
        "metrics[1].name",
        "metrics[1].unit",
        "metrics[1].better",
        "metrics[1].theme",
        "metrics[1].scope",
        "metrics[1].compares",
        "metrics[1].words",
        "metrics[2].id",
        "metrics[2].name",
        "metrics[2].scope",
        "metrics[2].compares",
        "metrics[2].wrods",
        "rates[1].meanings[1].objects",
        "not_metrics.words",
    ]


def test_every_metric_has_a_name_in_the_briefing() -> None:
    assert {metric.id for metric in metrics().metrics} == set(names().metrics)


def test_rates_and_percentages_mean_metrics_that_there_are() -> None:
    known = {metric.id for metric in metrics().metrics}
    meant = {meaning.id for rate in metrics().rates for meaning in rate.meanings}
    meant |= {metric.percent for metric in metrics().metrics if metric.percent}
    assert meant <= known


def page_metrics() -> list[Metric]:
    """The metrics that docs/vocabulary.md adds to the shipped ones."""
    blocks = re.findall(
        r"```toml\n(?!# vocabulary/)(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    tables = [tomllib.loads(block) for block in blocks]
    return [
        Metric.model_validate(entry)
        for one in tables
        for entry in one.get("metrics", ())
        if isinstance(entry, dict)
    ]


@pytest.fixture
def with_the_page(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The vocabulary with the page's metrics."""
    more = metrics().model_copy(update={"metrics": (*metrics().metrics, *page_metrics())})
    monkeypatch.setattr(mentions, "metrics", lambda: more)
    mentions.known_words.cache_clear()
    yield
    mentions.known_words.cache_clear()


@pytest.mark.usefixtures("with_the_page")
@pytest.mark.parametrize(
    ("sentence", "metric", "value", "unit"),
    [
        ("区域环境噪声平均等效声级54.1分贝。", "noise.area", "54.1", "dB"),
        ("区域环境噪声昼间平均值为54.1dB(A)。", "noise.area", "54.1", "dB"),
        ("城市区域声环境平均等效声级54.1分贝(A)。", "noise.area", "54.1", "dB"),
        ("区域环境噪声54.1 dB。", "noise.area", "54.1", "dB"),
        ("近岸海域水质优良比例78.2%。", "sea.good_ratio", "78.2", "%"),
        ("近岸海域优良水质面积比例达78.2%。", "sea.good_ratio", "78.2", "%"),
        ("近岸海域水质优良(一、二类)面积比例为78.2%。", "sea.good_ratio", "78.2", "%"),
        ("国控断面水质优良比例96%。", "water.good_ratio", "96", "%"),
    ],
)
def test_the_metrics_of_the_page(sentence: str, metric: str, value: str, unit: str) -> None:
    (found,) = measured(sentence).facts
    assert (found.metric, str(found.value), found.unit) == (metric, value, unit)


@pytest.mark.usefixtures("with_the_page")
@pytest.mark.parametrize(
    "sentence",
    [
        "力争近岸海域水质优良比例达到80%。",
        "区域环境噪声控制在55分贝以内。",
        "区域环境噪声投诉54件。",
    ],
)
def test_what_is_none_of_the_page(sentence: str) -> None:
    assert measured(sentence).facts == ()
