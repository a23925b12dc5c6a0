from __future__ import annotations

from builder.model import Theme
from builder.model.comparison import ThemeCount
from tests.smallreports import (
    commitment,
    compared,
    extraction,
    gold_comparison,
    problem,
    second,
    tally,
)

TEXT = "年底前完成治理。水质不达标。"


def test_each_fact_is_counted_once() -> None:
    columns = list(zip(*(row.counts for row in gold_comparison().themes), strict=True))
    assert [sum(count.commitments or 0 for count in column) for column in columns] == [
        21,
        8,
        29,
        4,
        16,
    ]
    assert [sum(count.problems or 0 for count in column) for column in columns] == [1, 3, 0, 4, 4]
    assert all(count.problems is None for count in columns[2])


def test_counts_by_theme_and_report() -> None:
    facts = (
        commitment("年底前完成治理。", deadline="年底前"),
        problem(TEXT, "水质不达标。", "水质不达标"),
    )
    water, inspection = compared(extraction("a", *facts, text=TEXT), second(tally("3", "2"))).themes
    assert (water.theme, inspection.theme) == (Theme.WATER, Theme.INSPECTION)
    assert water.counts == (
        ThemeCount(report="a", problems=1, measures=0, commitments=1, checkable=1),
        ThemeCount(report="yi-2024", problems=None, measures=0, commitments=None, checkable=0),
    )
    assert inspection.counts == (
        ThemeCount(report="a", problems=0, measures=0, commitments=0, checkable=0),
        ThemeCount(report="yi-2024", problems=None, measures=1, commitments=None, checkable=0),
    )
