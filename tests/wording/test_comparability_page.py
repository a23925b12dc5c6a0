"""docs/comparability.md lists the rules that hold."""

from __future__ import annotations

import pytest

from builder.vocabulary.environment.metrics import (
    Compares,
    Metric,
    comparability,
    metrics,
    standards,
)
from tests.goldfacts import ROOT

PAGE = (ROOT / "docs" / "comparability.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines()]


HOW = {
    Compares.NONE: "不比",
    Compares.BY_PLACE: "同一范围的比",
    Compares.BY_NAMED_OBJECT: "各断面、水体各有其值，不比",
    Compares.WHOLE_AREA: "只比全域",
}


@pytest.mark.parametrize("metric", metrics().metrics, ids=lambda metric: metric.id)
def test_every_metric_with_how_it_compares_and_its_order(metric: Metric) -> None:
    order = {"lower": "低者在前", "higher": "高者在前", None: "不排序"}[metric.better]
    ordered = metric.compares in {Compares.BY_PLACE, Compares.WHOLE_AREA}
    row = [f"`{metric.id}`", metric.name, HOW[metric.compares], order if ordered else "—"]
    assert row in ROWS


def test_every_word_of_a_scope() -> None:
    listed = {(row[1], row[2]) for row in ROWS if len(row) == 3}
    for facet in comparability().facets:
        assert (facet.name, "、".join(facet.words)) in listed


def test_every_change_of_method() -> None:
    for name, method in comparability().methods.items():
        words = "、".join(metric.name for metric in metrics().metrics if metric.method == name)
        assert [words, method.before, str(method.since), method.after] in ROWS


@pytest.mark.parametrize("entry", standards().limits, ids=lambda entry: entry.metric)
def test_every_limit(entry) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    row = next(
        row
        for row in ROWS
        if row[:2] == [f"`{entry.metric}`", entry.standard] and entry.clause in row
    )
    assert row[5] == f"{entry.value} {entry.unit}"
    assert row[6] == str(entry.valid_from)
    assert row[8] == ("是" if entry.confirmed else "否")


def test_every_class_of_water() -> None:
    for entry in standards().water_classes:
        for body, limits in (("河流", entry.rivers), ("湖库", entry.lakes)):
            assert [f"`{entry.metric}`", entry.standard, body, *map(str, limits)] in ROWS
