from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from builder.fact_table import by_plural, columns, facts_csv, rows
from builder.kinds import KINDS
from tests.goldfacts import gold_extractions
from tests.smallreports import extraction, indicator, quantity


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_fact_is_a_row_and_every_cell_has_a_column() -> None:
    extractions = gold_extractions()
    names = {column.name for column in columns()}
    found = list(rows(extractions))
    assert len(found) == sum(len(one.facts) for one in extractions)
    assert all(set(row) <= names for row in found)
    assert [len({c.name for c in columns(kind)}) for kind in KINDS] == [
        len(columns(kind)) for kind in KINDS
    ]


def test_the_file_is_one_that_excel_reads() -> None:
    text = facts_csv(gold_extractions())
    assert text.startswith("\ufeffkind,report,bureau,metric,")
    assert text.endswith("\r\n")
    assert len(read(text)) == len(list(rows(gold_extractions())))


def test_a_period_has_its_days_and_none_where_it_is_masked() -> None:
    told, masked = read(
        facts_csv([extraction("a", indicator("32.10", period="2024Q1"), indicator(period=None))])
    )
    assert (told["period"], told["period_start"], told["period_end"]) == (
        "2024Q1",
        "2024-01-01",
        "2024-03-31",
    )
    assert (told["value"], told["number"]) == ("32.10", "32.10")
    assert masked["period"] == masked["period_start"] == masked["period_end"] == ""


def test_a_class_of_water_is_no_number() -> None:
    (row,) = read(facts_csv([extraction("a", indicator("Ⅱ", metric="water.class"))]))
    assert (row["value"], row["number"]) == ("Ⅱ", "")


def test_no_text_of_a_report_is_a_formula() -> None:
    fact = replace(quantity("3", "个", "=1+1"), quote="@SUM(A1)")
    (row,) = read(facts_csv([extraction("a", fact)]))
    assert (row["label"], row["quote"], row["qualifier"]) == ("'=1+1", "'@SUM(A1)", "=")


def test_error_no_such_table() -> None:
    message = "values: no table of facts; there are indicators, tallies, quantities"
    with pytest.raises(KeyError, match=message):
        by_plural("values")
