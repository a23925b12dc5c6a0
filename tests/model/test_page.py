from __future__ import annotations

from dataclasses import replace

from builder.model.page import Cell, Column, Line, Row, Table, height
from builder.model.printed import Run


def table(rows: int, words: str) -> Table:
    made = Row(cells=(Cell(lines=(Line(runs=(Run(words),)),)),))
    return Table(columns=(Column(head=("单位",), width=38.2),), rows=(made,) * rows)


def test_a_cell_takes_as_many_lines_as_its_words_ask() -> None:
    # Ten characters of 3.7 mm have room in 37 mm; a mark takes half of its letters.
    assert height(table(1, "水" * 10)) == 19.0 + 1.9 + 5.5
    assert height(table(1, "水" * 11)) == 19.0 + 1.9 + 2 * 5.5


def test_a_short_table_stands_on_one_page() -> None:
    assert table(6, "水").whole
    assert not table(7, "水").whole


def test_a_table_of_few_high_rows_may_break() -> None:
    assert table(5, "水" * 30).whole
    assert not table(6, "水" * 30).whole


def test_the_first_and_the_last_two_rows_of_a_long_table_stand_together() -> None:
    def stretches(rows: int, words: str) -> list[tuple[int, bool]]:
        return [(len(each.rows), each.kept) for each in table(rows, words).stretches]

    assert stretches(6, "水") == [(6, True)]
    assert stretches(9, "水") == [(2, True), (5, False), (2, True)]
    assert stretches(4, "水" * 70) == [(2, False), (2, False)]
    assert stretches(3, "水" * 90) == [(3, False)]


def test_a_short_table_that_flows_may_break_behind_its_first_two_rows() -> None:
    flowing = replace(table(5, "水"), flows=True)
    assert [(len(each.rows), each.kept) for each in flowing.stretches] == [
        (2, True),
        (1, False),
        (2, True),
    ]
