"""全部数据: every fact, one number a row, in typed columns that nobody can misread."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from builder.model import (
    Change,
    Direction,
    Period,
    Qualifier,
    Rank,
    Sureness,
    Target,
)
from builder.model.sheet import ColumnKind, Linked, Sheet
from tests.goldfacts import gold_extractions
from tests.sheetrows import made, picked, rows, value
from tests.smallreports import (
    commitment,
    extraction,
    gold_comparison,
    indicator,
    problem,
    quantity,
    second,
    tally,
)

DATA = "全部数据"
NOTHING = {"", "—", "无", "未载明", "不排", "不能计算", "无单位", "未分标题", "全域"}


@cache
def gold() -> dict[str, Sheet]:
    return made(*gold_extractions())


def units_by(sheet: Sheet, head: str) -> dict[object, set[object]]:
    """The units of the numbers that share a name."""
    found: defaultdict[object, set[object]] = defaultdict(set)
    for row in rows(sheet):
        if "数值" in row:
            found[row.get(head)].add(row.get("计量单位"))
    return found


@pytest.mark.parametrize(
    ("title", "head"), [(DATA, "指标或事项"), ("环境质量", "指标"), ("同类数字", "类别")]
)
def test_what_is_summed_by_name_has_one_unit(title: str, head: str) -> None:
    mixed = {name: units for name, units in units_by(gold()[title], head).items() if len(units) > 1}
    assert mixed == {}


def test_money_in_two_units_is_two_items() -> None:
    sheets = made(
        extraction("jia-2024", quantity("1.23", "亿元", "项目资金", start=0)),
        second(quantity("9400", "万元", "项目资金", start=2)),
    )
    assert picked(sheets[DATA], "单位", "指标或事项", "数值", "计量单位") == [
        ("甲市", "项目资金（亿元）", Decimal("1.23"), "亿元"),
        ("乙市", "项目资金（万元）", Decimal(9400), "万元"),
    ]


def test_figures_of_a_kind_in_two_units_are_two_kinds() -> None:
    sheets = made(
        extraction("jia-2024", quantity("1.23", "亿元", "争取项目资金", start=0)),
        second(quantity("9400", "万元", "争取项目资金", start=2)),
    )
    assert picked(sheets["同类数字"], "类别", "单位", "数值") == [
        ("争取、到位资金（亿元）", "甲市", Decimal("1.23")),
        ("争取、到位资金（万元）", "乙市", Decimal(9400)),
    ]


def test_every_cell_is_of_its_column_and_no_word_stands_for_nothing() -> None:
    types = {
        ColumnKind.TEXT: (str,),
        ColumnKind.NUMBER: (int, Decimal),
        ColumnKind.DATE: (date,),
    }
    for title, sheet in gold().items():
        for row in sheet.rows:
            assert len(row) == len(sheet.columns)
            for column, cell in zip(sheet.columns, row, strict=True):
                shown = value(cell)
                if shown is not None:
                    assert isinstance(shown, types[column.kind]), (title, column.head, shown)
                    assert shown not in NOTHING, (title, column.head)


def test_heads_of_a_sheet_are_all_different() -> None:
    for sheet in gold().values():
        heads = [column.head for column in sheet.columns]
        assert len(heads) == len(set(heads))


def test_rows_stand_by_report_and_in_text_order() -> None:
    facts = [fact for one in gold_comparison().reports for fact in one.extraction.facts]
    counted = [row for row in rows(gold()[DATA]) if "计数" in row]
    assert [(row["文件"], row["起点"]) for row in counted] == [
        (f"{fact.report}.txt", fact.start) for fact in facts
    ]


def test_counts_add_up_to_the_facts_whatever_rows_they_have() -> None:
    sheet = gold()[DATA]
    facts = sum(len(one.extraction.facts) for one in gold_comparison().reports)
    assert sum(count for (count,) in picked(sheet, "计数") if isinstance(count, int)) == facts
    assert len(sheet.rows) > facts


def test_every_number_leads_to_its_sentence_that_prints_it() -> None:
    data, evidence = gold()[DATA], gold()["出处"]
    heads = [column.head for column in data.columns]
    for row in data.rows:
        mark, number = row[heads.index("出处")], row[heads.index("数值")]
        assert isinstance(mark, Linked)
        shown = {column.head: value(cell) for column, cell in zip(data.columns, row, strict=True)}
        there = rows(evidence)[mark.row]
        assert (there["出处"], there["原句"]) == (shown["出处"], shown["原句"])
        if number is not None:
            assert isinstance(number, Linked)
            assert (number.sheet, number.row) == ("出处", mark.row)


def test_a_mark_beside_its_sentence_leads_back_to_its_first_row() -> None:
    data, evidence = gold()[DATA], gold()["出处"]
    for mark, *_ in evidence.rows:
        assert isinstance(mark, Linked)
        assert mark.sheet == DATA
        assert value(data.rows[mark.row][0]) == mark.value
        assert mark.value not in [value(row[0]) for row in data.rows[: mark.row]]


def test_a_tally_has_a_row_for_each_printed_number_and_none_is_computed() -> None:
    text = replace(tally("70", "69", rate="98.57"), unit="件")
    sheet = made(extraction("jia-2024", text))[DATA]
    assert picked(sheet, "类别", "指标或事项", "数值", "计量单位", "事项来源", "计数") == [
        ("办理情况", "交办问题：总数（件）", 70, "件", "中央督察", 1),
        ("办理情况", "交办问题：已完成（件）", 69, "件", "中央督察", None),
        ("办理情况", "交办问题：完成率（%）", Decimal("98.57"), "%", "中央督察", None),
    ]


def test_a_tally_without_a_number_has_a_row_without_one() -> None:
    sheet = made(extraction("jia-2024", replace(tally(None, None), note="县级销号")))[DATA]
    assert picked(sheet, "指标或事项", "数值", "办结程度") == [("交办问题", None, "县级销号")]


def test_numbers_keep_the_decimals_and_the_hedge_that_are_printed() -> None:
    fact = indicator("88.0", metric="air.good_days_ratio", unit="%", qualifier=Qualifier.AT_LEAST)
    (row,) = rows(made(extraction("jia-2024", fact))[DATA])
    assert (str(row["数值"]), row["限定"], row["计量单位"]) == ("88.0", "≥", "%")
    assert row["指标或事项"] == "优良天数比例（%）"


def test_a_class_of_water_is_no_number() -> None:
    fact = indicator("Ⅱ", metric="water.class", unit="class", scope="清江断面")
    (row,) = rows(made(extraction("jia-2024", fact))[DATA])
    assert (row["水质类别"], row["指标或事项"], row["范围"]) == ("Ⅱ", "水质类别", "清江断面")
    assert "数值" not in row
    assert "计量单位" not in row


def test_periods_are_days_and_a_quantity_has_only_that_of_its_report() -> None:
    facts = (indicator("30", period="2024H1"), quantity("5", "件", "立案", start=2))
    measured, counted = rows(made(extraction("jia-2024", *facts))[DATA])
    assert (measured["统计期起"], measured["统计期止"]) == (date(2024, 1, 1), date(2024, 6, 30))
    assert "统计期起" not in counted
    assert (counted["报告期起"], counted["报告期止"]) == (date(2024, 1, 1), date(2024, 12, 31))


FALL = Change(value=Decimal("7.9"), unit="%", direction=Direction.DOWN, better=True)


def test_a_change_has_its_way_size_unit_and_judgement() -> None:
    change = replace(FALL, value=Decimal("3.2"), unit="pp", better=False)
    (row,) = rows(made(extraction("jia-2024", indicator("88", change=change)))[DATA])
    assert [row[head] for head in ("变化方向", "变化值", "变化单位", "变化评价", "比较基期")] == [
        "下降",
        Decimal("3.2"),
        "个百分点",
        "变差",
        "上年同期",
    ]
    assert "基期值" not in row


def test_a_base_value_is_one_that_the_report_prints() -> None:
    facts = (indicator("35", change=FALL), indicator("38", period="2023", start=2))
    now, before = rows(made(extraction("jia-2024", *facts))[DATA])
    assert (now["基期值"], now["基期单位"]) == (38, "μg/m³")
    assert "基期值" not in before


def test_a_base_year_that_is_named_has_the_value_of_that_year() -> None:
    facts = (
        indicator("35", change=replace(FALL, basis="2020")),
        indicator("41", period="2020", start=2),
        indicator("38", period="2023", start=4),
    )
    assert rows(made(extraction("jia-2024", *facts))[DATA])[0]["基期值"] == 41
    assert rows(made(extraction("jia-2024", *facts))[DATA])[0]["比较基期"] == "2020"


@pytest.mark.parametrize(
    "other",
    [
        indicator("38", period="2023", scope="中心城区", start=2),
        indicator("38", period="2022", start=2),
        indicator("60", metric="air.pm10", period="2023", start=2),
    ],
)
def test_a_value_of_another_scope_year_or_metric_is_no_base(other: object) -> None:
    sheet = made(extraction("jia-2024", indicator("35", change=FALL), other))[DATA]  # type: ignore[arg-type]
    assert "基期值" not in rows(sheet)[0]


def test_two_values_of_the_base_period_give_none() -> None:
    bases = (indicator("38", period="2023", start=2), indicator("39", period="2023", start=4))
    sheet = made(extraction("jia-2024", indicator("35", change=FALL), *bases))[DATA]
    assert "基期值" not in rows(sheet)[0]


def test_a_rank_from_the_bottom_is_in_a_column_of_its_own() -> None:
    top = Rank(position=4, of=13, area="县市区", tied=False)
    bottom = Rank(position=3, of=None, area="全省", tied=False, from_bottom=True)
    facts = (indicator("35", rank=top), indicator("60", metric="air.pm10", rank=bottom, start=2))
    sheet = made(extraction("jia-2024", *facts))[DATA]
    assert picked(sheet, "排名", "倒数名次", "排名总数", "排名范围") == [
        (4, None, 13, "县市区"),
        (None, 3, None, "全省"),
    ]


def test_values_that_compare_share_a_group_and_the_others_say_why_not() -> None:
    sheet = made(
        extraction("jia-2024", indicator("35")),
        second(indicator("31")),
        extraction(
            "bing-2024",
            indicator("22", scope="中心城区"),
            bureau="丙市生态环境局",
            region=("某省", "丙市"),
        ),
    )[DATA]
    group = "细颗粒物（PM2.5）平均浓度（μg/m³）：2024年，未限定范围"
    assert picked(sheet, "单位", "可比组", "组内位次") == [
        ("甲市", group, 2),
        ("乙市", group, 1),
        ("丙市", None, None),
    ]
    assert picked(sheet, "不可比原因")[2] == ("范围为中心城区，可比组为未限定范围",)


def goal(text: str, words: str, number: str, unit: str, qualifier: Qualifier) -> Target:
    start = text.index(words)
    return Target(
        value=Decimal(number),
        unit=unit,
        qualifier=qualifier,
        start=start,
        end=start + len(words),
        quote=words,
    )


def test_targets_are_no_values() -> None:
    quote = "年底前优良率达到92%以上，PM2.5浓度降到35微克。"
    goals = (
        goal(quote, "优良率达到92%以上", "92", "%", Qualifier.AT_LEAST),
        goal(quote, "PM2.5浓度降到35", "35", "μg/m³", Qualifier.EQUAL),
    )
    fact = replace(
        commitment(quote, deadline="年底前", horizon=Period.years(2026, 2030)), targets=goals
    )
    sheet = made(extraction("jia-2024", fact, text=quote))[DATA]
    heads = ("指标或事项", "数值", "目标限定", "目标值", "目标单位", "时限", "计数")
    assert picked(sheet, *heads) == [
        ("优良率达到92%以上", None, "≥", 92, "%", "年底前", 1),
        ("PM2.5浓度降到35", None, None, 35, "μg/m³", "年底前", None),
    ]
    assert picked(sheet, "可核查性", "计划期起", "计划期止")[0] == (
        "有数量",
        date(2026, 1, 1),
        date(2030, 12, 31),
    )


def test_a_problem_has_its_cause_and_whether_the_plan_answers_it() -> None:
    text = "水质不稳定。由于管网老化，水质不稳定。"
    fact = problem(text, "由于管网老化，水质不稳定。", "水质不稳定", cause="管网老化")
    plan = replace(commitment("加强管理。"), start=0, end=5)
    alone = made(extraction("jia-2024", fact, text=text))[DATA]
    assert picked(alone, "指标或事项", "问题原因", "对应承诺") == [
        ("水质不稳定", "管网老化", "报告没有下一步计划")
    ]
    planned = made(extraction("jia-2024", fact, plan, text=text))[DATA]
    answered = [answer for (answer,) in picked(planned, "对应承诺") if answer]
    assert answered == ["未见对应承诺"]


def test_what_is_to_be_checked_or_was_corrected_says_so() -> None:
    facts = (
        replace(indicator("35"), sureness=Sureness.UNSURE),
        replace(indicator("60", metric="air.pm10", start=2), correction="原文误印"),
    )
    sheet = made(extraction("jia-2024", *facts))[DATA]
    assert picked(sheet, "出处", "把握", "更正") == [
        ("甲1", "须核对", None),
        ("甲2改", "有把握", "原文误印"),
    ]


def test_themes_count_by_the_main_one() -> None:
    (row,) = rows(made(extraction("jia-2024", tally("5", "5")))[DATA])[:1]
    assert row["主题"] == "督察整改"
    assert "其他主题" not in row


def test_the_key_columns_stay_in_view_and_go_on_paper() -> None:
    sheet = gold()[DATA]
    heads = [column.head for column in sheet.columns]
    assert heads[: sheet.frozen] == ["出处", "单位", "类别", "指标或事项"]
    assert heads[: sheet.printed][-1] == "变化评价"
    assert not sheet.wrapped
