"""Figures in columns: units in the head, decimal points under each other."""

from __future__ import annotations

from dataclasses import replace

from builder.model import Figure, IndicatorTable
from builder.wording.columns import indicator_columns, quantity_columns, tally_columns
from tests.samplebriefing import figure, sample_comparison
from tests.smallreports import gold_view

SAMPLE = sample_comparison()


def shown(figures: list[Figure]) -> list[tuple[str, str]]:
    return [(figure.cell, figure.slack) for figure in figures]


def figures(*tables: IndicatorTable) -> list[Figure]:
    return [
        row.figure
        for table in tables
        for rows in (*(group.rows for group in table.groups), table.apart)
        for row in rows
    ]


def test_whole_numbers_make_room_for_the_longest_fraction() -> None:
    (pm25,) = (table for table in gold_view().indicators if table.metric == "air.pm25")
    assert pm25.unit == "μg/m³"
    assert shown(figures(pm25)) == [
        ("31", ".00"),
        ("32.86", ""),
        ("22", ".00"),
        ("18.1", "0"),
        ("41", ".00"),
        ("69.6", "0"),
    ]


def test_metrics_that_share_a_table_share_its_column() -> None:
    alone = [table for table in gold_view().indicators if not table.groups]
    longest = {figure.cell: figure.slack for figure in figures(*alone) if figure.value is not None}
    assert longest["0.0647"] == ""
    assert longest["3.22"] == "00"
    assert longest["324"] == ".0000"


def test_hedges_stay_and_words_have_no_point() -> None:
    table, *_ = SAMPLE.indicators
    rows = list(table.apart)
    rows[0] = replace(rows[0], figure=figure("≥92%", "赣1", value="92", unit="%"))
    rows[1] = replace(rows[1], figure=figure("未载明"))
    (lined,) = indicator_columns([replace(table, groups=(), apart=tuple(rows[:2]))])
    assert shown([row.figure for row in lined.apart]) == [("≥92", ""), ("", "")]


def test_values_of_several_units_keep_them() -> None:
    table, *_ = SAMPLE.indicators
    rows = list(table.apart)
    rows[0] = replace(rows[0], figure=figure("0.9 mg/m³", "赣1", value="0.9", unit="mg/m³"))
    (lined,) = indicator_columns([replace(table, groups=(), apart=tuple(rows))])
    assert {figure.cell or figure.text for figure in figures(lined)} >= {"0.9 mg/m³"}
    assert {(figure.cell, figure.slack) for figure in figures(lined)} == {("", "")}


def test_each_column_of_tallies_has_its_own_room() -> None:
    rows = tally_columns(SAMPLE.tallies)
    assert {row.total.slack for row in rows} == {""}
    assert [row.printed_rate.slack for row in rows if row.printed_rate.value is not None] == [
        "",
        ".00",
    ]


def test_quantities_of_all_groups_stand_in_one_column() -> None:
    (group,) = SAMPLE.quantities
    tenth = replace(group.rows[0], figure=figure("1.5万元", "潜1", value="1.5", unit="万元"))
    first, second = quantity_columns([group, replace(group, rows=(tenth,))])
    assert [row.figure.slack for row in first.rows] == [".0", ".0"]
    assert [row.figure.slack for row in second.rows] == [""]
