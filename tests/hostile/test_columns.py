"""Columns set with bars, tabs, blanks or commas: the head decides, else nothing is taken."""

from __future__ import annotations

import pytest

from builder.model import Indicator
from tests.disturbed import told

DONE = {("air.pm25", "31", "2024"), ("air.good_days_ratio", "88.2", "2024")}
YEARS = {*DONE, ("air.pm25", "35", "2023"), ("air.good_days_ratio", "85.1", "2023")}
AIMED = (
    ("指标", "目标值", "完成值"),
    ("PM2.5（微克/立方米）", "33", "31"),
    ("优良天数比例（%）", "86", "88.2"),
)
BY_YEAR = (
    ("指标", "2023年", "2024年"),
    ("PM2.5（微克/立方米）", "35", "31"),
    ("优良天数比例（%）", "85.1", "88.2"),
)
SET = {
    "bars": " | ",
    "close bars": "|",
    "wide bars": "｜",
    "boxes": "│",
    "tabs": "\t",
    "two tabs": "\t\t",
    "blanks": "   ",
    "wide blanks": "　　",
    "blanks and tab": "  \t",
    "a blank": " ",
    "a wide blank": "　",
}


def found(text: str) -> set[tuple[str, str, str]]:
    facts = [fact for fact in told(text).facts if isinstance(fact, Indicator)]
    return {(fact.metric, str(fact.value), str(fact.period)) for fact in facts}


def lines(rows: tuple[tuple[str, ...], ...], sign: str) -> str:
    return "\n".join(sign.join(row) for row in rows) + "\n"


@pytest.mark.parametrize("sign", SET.values(), ids=SET)
def test_what_was_aimed_at_is_no_value(sign: str) -> None:
    assert found(lines(AIMED, sign)) == DONE


@pytest.mark.parametrize("sign", SET.values(), ids=SET)
def test_each_year_has_its_own(sign: str) -> None:
    assert found(lines(BY_YEAR, sign)) == YEARS


@pytest.mark.parametrize("sign", SET.values(), ids=SET)
def test_the_years_may_stand_the_other_way_round(sign: str) -> None:
    assert found(lines(tuple((row[0], row[2], row[1]) for row in BY_YEAR), sign)) == YEARS


@pytest.mark.parametrize("rule", ["| --- | --- | --- |", "|:--|--:|:-:|", "|---|---|---|"])
def test_markdown_between_bars(rule: str) -> None:
    head, *rows = (f"| {' | '.join(row)} |" for row in AIMED)
    assert found("\n".join((head, rule, *rows)) + "\n") == DONE


UNTOLD = {
    "no head": lines(AIMED[1:], "\t"),
    "no head and a blank alone": lines(AIMED[1:], " "),
    "a blank alone and a head too few": lines((BY_YEAR[0][1:], *BY_YEAR[1:]), " "),
    "a blank alone and a head with one": lines((("指 标", *BY_YEAR[0][1:]), *BY_YEAR[1:]), " "),
    "commas": lines(AIMED, ","),
    "wide commas": lines(AIMED, "，"),
    "quoted": "\n".join(",".join(f'"{cell}"' for cell in row) for row in AIMED) + "\n",
    "semicolons": lines(AIMED, ";"),
    "strokes": lines(AIMED, "/"),
    "more cells than heads": "指标\t2023年\t2024年\nPM2.5（微克/立方米）\t35\t31\t优\n" * 2,
    "two columns in one": "指标\t目标值 完成值\nPM2.5（微克/立方米）\t33 31\n",
}


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_without_heads_that_are_sure_nothing_is_taken(text: str) -> None:
    """Each figure may be the target; one that is right by chance is not known to be."""
    assert found(text) <= DONE
    assert not {value for _, value, _ in found(text)} & {"33", "86", "35", "85.1"}


def test_an_empty_cell_is_a_cell() -> None:
    text = "指标\t2023年\t2024年\nPM2.5（微克/立方米）\t\t31\nPM10（微克/立方米）\t55\t\n"
    assert found(text) == {("air.pm25", "31", "2024"), ("air.pm10", "55", "2023")}


@pytest.mark.parametrize("sign", ["\t", " | ", "|"])
def test_of_a_row_that_lacks_a_cell_nobody_knows_the_column(sign: str) -> None:
    rows = (BY_YEAR[0], ("PM2.5（微克/立方米）", "31"), ("PM10（微克/立方米）", "55", "50"))
    assert "31" not in {value for _, value, _ in found(lines(rows, sign))}


@pytest.mark.parametrize("head", ["标准限值", "上年目标", "考核目标", "2025年目标", "国家二级标准"])
def test_limits_and_targets_beside_a_value(head: str) -> None:
    text = f"指标\t{head}\t2024年\nPM2.5（微克/立方米）\t35\t31\nPM10（微克/立方米）\t70\t50\n"
    assert found(text) == {("air.pm25", "31", "2024"), ("air.pm10", "50", "2024")}


def test_heads_of_two_rows() -> None:
    text = (
        "指标\t2023年\t\t2024年\t\n\t目标\t完成\t目标\t完成\n"
        "PM2.5（微克/立方米）\t36\t35\t33\t31\nPM10（微克/立方米）\t60\t55\t56\t50\n"
    )
    assert {value for _, value, _ in found(text)} == {"35", "31", "55", "50"}


def test_months_have_values_of_their_own() -> None:
    text = "月份\tPM2.5（微克/立方米）\tPM10（微克/立方米）\n1月\t61\t88\n2月\t45\t70\n"
    assert found(text) == {
        ("air.pm25", "61", "2024-01"),
        ("air.pm10", "88", "2024-01"),
        ("air.pm25", "45", "2024-02"),
        ("air.pm10", "70", "2024-02"),
    }
