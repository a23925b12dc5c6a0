"""docs/comparability.md lists the rules that hold."""

from __future__ import annotations

import pytest

from builder.vocabulary.environment.metrics import comparability, metrics, standards
from builder.vocabulary.environment.names import names
from tests.goldfacts import ROOT

PAGE = (ROOT / "docs" / "comparability.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines()]


def test_every_metric_with_its_order() -> None:
    order = {"lower": "低者在前", "higher": "高者在前", None: "不排序"}
    better = {metric.id: metric.better for metric in metrics().metrics}
    for metric, name in names().metrics.items():
        bound = metric in comparability().bound
        words = "各水体各有其值，不排序" if bound else order[better[metric]]
        assert [f"`{metric}`", name, words] in ROWS


def test_every_word_of_a_scope() -> None:
    listed = {(row[1], row[2]) for row in ROWS if len(row) == 3}
    for facet in comparability().facets:
        assert (facet.name, "、".join(facet.words)) in listed


def test_every_change_of_method() -> None:
    for method in comparability().methods:
        words = "、".join(names().metrics[metric] for metric in method.metrics)
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
