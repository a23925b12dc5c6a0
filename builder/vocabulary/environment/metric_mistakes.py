"""What entries of `metrics.toml` must keep towards each other: ids, words, names of files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from builder.toml_file import Location, advice

if TYPE_CHECKING:
    from builder.vocabulary.environment.metrics import Metrics

ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
# A chart's name is a file's, on every system.
CHART = re.compile(r"[a-z][a-z0-9_-]*")
Mistakes = Iterator[tuple[Location, str]]
Placed = Iterable[tuple[Location, str]]


def metric_mistakes(table: Metrics) -> Mistakes:
    """Every mistake that no entry shows by itself, with its place."""
    metrics = tuple(enumerate(table.metrics))

    def owner(place: Location) -> str:
        part, number = place[0], place[1]
        return table.metrics[int(number)].id if part == _METRICS else str(part)

    ids = [((_METRICS, index, "id"), metric.id) for index, metric in metrics]
    charts = [((_METRICS, index, "chart"), one.chart) for index, one in metrics if one.chart]
    yield from _misspelt(ids, ID, "代号要写成 water.ammonia 的样子：小写字母、数字、下划线和点")
    yield from _misspelt(charts, CHART, "图名只能用小写字母、数字、下划线和减号，以字母开头")
    yield from _twice(ids, owner, "代号重复，已有指标 {owner}")
    yield from _twice(charts, owner, "图名重复，已是 {owner} 的")
    yield from _twice(_words(table), owner, "这个词已属于 {owner}")
    known = [metric.id for metric in table.metrics]
    for place, name in _meant(table):
        if name not in known:
            yield place, f"没有这个指标。{advice(name, known)}"
    for index, metric in metrics:
        if metric.range and metric.range[0] >= metric.range[1]:
            yield (_METRICS, index, "range"), "应为先小后大的两个数"


_METRICS = "metrics"


def _misspelt(names: Placed, pattern: re.Pattern[str], words: str) -> Mistakes:
    return (
        (place, f"{words}（现为 {name}）") for place, name in names if not pattern.fullmatch(name)
    )


def _twice(names: Placed, owners: Callable[[Location], str], words: str) -> Mistakes:
    """Names that stand twice, at both places: each may be the one to change."""
    first: dict[str, Location] = {}
    for place, name in names:
        if name in first:
            yield place, words.format(owner=owners(first[name]))
            yield first[name], words.format(owner=owners(place))
        first.setdefault(name, place)


def _words(table: Metrics) -> Placed:
    """Each word with its place; it means one metric, one rate or none of them."""
    for number, metric in enumerate(table.metrics):
        for index, word in enumerate(metric.words):
            yield (_METRICS, number, "words", index), word
    for number, rate in enumerate(table.rates):
        for index, word in enumerate(rate.words):
            yield ("rates", number, "words", index), word
    for index, word in enumerate(table.not_metrics.words):
        yield ("not_metrics", "words", index), word


def _meant(table: Metrics) -> Placed:
    """Every metric that an entry names, with its place."""
    for number, metric in enumerate(table.metrics):
        here = (_METRICS, number)
        if metric.percent:
            yield (*here, "percent"), metric.percent
        yield from (
            ((*here, "of_sections", word), name) for word, name in metric.of_sections.items()
        )
        yield from (((*here, "owners", i, "id"), one.id) for i, one in enumerate(metric.owners))
        yield from (((*here, "quotient", i), one) for i, one in enumerate(metric.quotient or ()))
    for number, rate in enumerate(table.rates):
        yield from (
            (("rates", number, "meanings", index, "id"), one.id)
            for index, one in enumerate(rate.meanings)
        )
