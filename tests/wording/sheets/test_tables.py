"""The other sheets: figures side by side, problems and promises, the reports themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from builder.compare import compare
from builder.config import Config
from builder.model import (
    Change,
    Coverage,
    Direction,
    Fate,
    Finding,
    FlagType,
    NumberUse,
    Rank,
    Refusal,
    Severity,
    TallySource,
)
from builder.model.sheet import Sheet
from builder.wording.sheets import sheets
from tests.goldfacts import gold_extractions
from tests.pairedreports import pair
from tests.sheetrows import made, picked, rows
from tests.smallreports import (
    commitment,
    extraction,
    indicator,
    problem,
    quantity,
    second,
    tally,
)
from tests.test_english import CHINESE


@cache
def gold() -> dict[str, Sheet]:
    return made(*gold_extractions())


def test_all_data_comes_first_and_then_how_to_read_it() -> None:
    assert list(gold()) == [
        "全部数据",
        "说明",
        "环境质量",
        "督察与整改",
        "问题与承诺",
        "承诺",
        "同类数字",
        "材料",
        "数据质量",
        "出处",
    ]


def test_a_table_without_rows_is_left_out() -> None:
    assert list(made(extraction("jia-2024", indicator("35")))) == [
        "全部数据",
        "说明",
        "环境质量",
        "材料",
        "出处",
    ]


def test_reports_without_a_fact_have_empty_data_and_their_materials() -> None:
    found = made(extraction("jia-2024"))
    assert list(found) == ["全部数据", "说明", "材料"]
    assert found["全部数据"].rows == ()


def test_values_of_a_group_stand_by_their_place_before_those_that_do_not_compare() -> None:
    sheet = made(
        extraction("jia-2024", indicator("35"), indicator("22", scope="中心城区", start=2)),
        second(indicator("31")),
    )["环境质量"]
    assert picked(sheet, "单位", "可比组", "位次", "数值", "范围", "不可比原因") == [
        ("乙市", "2024年，未限定范围", 1, 31, None, None),
        ("甲市", "2024年，未限定范围", 2, 35, None, None),
        ("甲市", None, None, 22, "中心城区", "范围为中心城区，可比组为未限定范围"),
    ]


def test_an_indicator_says_its_change_rank_and_limit_in_words() -> None:
    change = Change(value=Decimal("3.64"), unit="%", direction=Direction.DOWN, better=True)
    rank = Rank(position=76, of=None, area="全省", tied=True)
    sheet = made(extraction("jia-2024", indicator("32.86", change=change, rank=rank)))["环境质量"]
    assert picked(sheet, "变化", "公布的排名", "限值", "达标情况") == [
        (
            "同比下降3.64%（改善）",
            "全省第76（并列）",
            35,
            "达标（GB 3095-2012二级，≤35 μg/m³）",
        )
    ]


def test_a_metric_without_a_standard_has_blanks() -> None:
    fact = indicator("88.0", metric="air.good_days_ratio", unit="%")
    sheet = made(extraction("jia-2024", fact))["环境质量"]
    assert picked(sheet, "限值", "达标情况", "变化", "公布的排名") == [(None, None, None, None)]


def test_a_value_printed_twice_is_one_row_with_both_marks() -> None:
    sheet = made(extraction("jia-2024", indicator("35"), indicator("35", start=4)))["环境质量"]
    assert picked(sheet, "数值", "出处") == [(35, "甲1、甲2")]


def test_printed_and_computed_numbers_of_a_set_stand_apart() -> None:
    facts = (
        tally("70", "69", rate="98.57"),
        tally("40", "30", pending="10", start=2),
        tally("19", None, start=4),
    )
    sheet = made(extraction("jia-2024", *facts))["督察与整改"]
    heads = (
        "总数",
        "已完成",
        "未完成",
        "完成率（%）",
        "未完成（计算）",
        "完成率（计算，%）",
        "进展",
    )
    assert picked(sheet, *heads) == [
        (70, 69, None, Decimal("98.57"), 1, Decimal("98.57"), "推进中"),
        (40, 30, 10, None, None, Decimal("75.00"), "推进中"),
        (19, None, None, None, None, None, None),
    ]


def test_a_set_says_its_unit_and_how_far_it_is_settled() -> None:
    fact = replace(tally("13", "13"), unit="个", note="县级销号")
    (row,) = rows(made(extraction("jia-2024", fact))["督察与整改"])
    assert [row[head] for head in ("来源", "事项", "计量单位", "进展", "办结程度")] == [
        "中央督察",
        "交办问题（个）",
        "个",
        "已全部完成",
        "县级销号",
    ]
    assert (row["统计期起"], row["统计期止"]) == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_rate_that_does_not_follow_from_its_numbers_is_said() -> None:
    (row,) = rows(made(extraction("jia-2024", tally("70", "60", rate="98.57")))["督察与整改"])
    assert row["备注"] == "原文比率与按原文数字计算的不一致"


def test_numbers_of_sets_stand_among_figures_of_their_kind() -> None:
    petitions = replace(tally("327", None, source=TallySource.PETITION), unit="件")
    sheet = made(
        extraction("jia-2024", petitions),
        second(replace(petitions, total=None, done=Decimal(297), unit="起")),
    )["同类数字"]
    assert picked(sheet, "类别", "单位", "事项", "数值", "计量单位") == [
        ("群众信访投诉（件）", "甲市", "交办问题（受理）", 327, "件"),
        ("群众信访投诉（起）", "乙市", "交办问题（办结）", 297, "起"),
    ]


def test_problems_have_what_was_done_and_promised_with_marks() -> None:
    (first, *_) = [row for row in rows(gold()["问题与承诺"]) if row["对应承诺"] == "有相关承诺"]
    assert str(first["承诺"]).endswith("〕")
    assert isinstance(first["序号"], int)
    answered = {answer for (answer,) in picked(gold()["问题与承诺"], "对应承诺")}
    assert answered <= {"有相关承诺", "仅同主题承诺", "未见对应承诺", "报告没有下一步计划"}


def test_a_problem_without_cause_measure_or_promise_has_blanks() -> None:
    text = "水质不稳定。"
    (row,) = rows(
        made(extraction("jia-2024", problem(text, text, "水质不稳定"), text=text))["问题与承诺"]
    )
    assert (row["问题"], row["原文"], row["对应承诺"]) == (
        "水质不稳定",
        "水质不稳定。",
        "报告没有下一步计划",
    )
    assert {"原因", "已做工作", "承诺"}.isdisjoint(row)


def test_promises_say_how_they_can_be_checked_and_what_they_answer() -> None:
    quote = "6月底前建成监测站。"
    sheet = made(extraction("jia-2024", commitment(quote, deadline="6月底前"), text=quote))["承诺"]
    assert picked(sheet, "序号", "可核查性", "承诺", "时限", "对应的问题", "标题路径") == [
        (1, "有时限", quote, "6月底前", None, "计划")
    ]
    answers = [answer for (answer,) in picked(gold()["承诺"], "对应的问题") if answer]
    assert answers
    assert all(str(answer).startswith("问题") for answer in answers)


def test_last_promises_stand_beside_what_the_next_report_tells() -> None:
    sheet = made(*pair())["上一年承诺"]
    assert sheet.rows
    states = {state for (state,) in picked(sheet, "兑现情况")}
    assert states <= {"已完成", "有进展或未达目标", "后一年报告未提及"}


def test_materials_have_days_and_leave_blank_what_is_not_told() -> None:
    (row,) = rows(made(extraction("jia-2024", indicator("35")))["材料"])
    assert (row["单位"], row["编号用字"], row["全称"]) == ("甲市", "甲", "甲市生态环境局")
    assert (row["报告期起"], row["报告期止"]) == (date(2024, 1, 1), date(2024, 12, 31))
    assert {"计划期起", "数据截至", "发布日期", "发布单位", "使用时须注意"}.isdisjoint(row)


def test_findings_stand_one_by_one_with_their_place() -> None:
    finding = Finding(
        code=FlagType.PLACEHOLDER.value,
        severity=Severity.WARNING,
        report="jia-2024",
        message="“{words}”被遮盖。",
        values=(("words", "XX区"),),
        start=3,
        end=6,
        quote="XX区",
    )
    sheet = made(extraction("jia-2024", findings=(finding, replace(finding, start=9, end=12))))[
        "数据质量"
    ]
    assert picked(sheet, "单位", "类别", "说明", "原文", "起点", "终点") == [
        ("甲市", "遮盖", "“XX区”被遮盖。", "XX区", 3, 6),
        ("甲市", "遮盖", "“XX区”被遮盖。", "XX区", 9, 12),
    ]


def test_numbers_that_were_not_understood_stand_with_what_is_around_them() -> None:
    text = "全市推进了“10大行动”，空气质量进入前10名。"
    uses = (
        NumberUse(start=6, end=8, fate=Fate.NONE, rule="name"),
        NumberUse(start=20, end=22, fate=Fate.UNREAD, rule="not_understood"),
    )
    report = replace(extraction("jia-2024", text=text), coverage=Coverage(uses=uses))
    found = made(report)
    assert picked(found["未读懂的数字"], "单位", "数字", "前后文", "起点") == [
        ("甲市", "10", "，空气质量进入前10名。", 20)
    ]
    assert picked(found["材料"], "文中数字", "已用的数", "不是数据", "未读懂的数") == [(2, 0, 1, 1)]
    assert ("没有读懂的数字", "甲市", "1个，列在“未读懂的数字”表") in picked(
        found["说明"], "部分", "名称", "说明"
    )


def test_evidence_is_the_whole_text_of_a_mark_with_what_it_holds() -> None:
    text = "全年PM2.5\n平均浓度为35微克。"
    fact = replace(indicator("35"), end=len(text), quote=text, headings=("一、空气", "（一）浓度"))
    (row,) = rows(made(extraction("jia-2024", fact, text=text))["出处"])
    assert row == {
        "出处": "甲1",
        "单位": "甲市",
        "原句": "全年PM2.5平均浓度为35微克。",
        "内容": "细颗粒物（PM2.5）平均浓度",
        "标题路径": "一、空气 › （一）浓度",
        "文件": "jia-2024.txt",
        "起点": 0,
        "终点": len(text),
    }


def test_the_guide_names_sheets_columns_reports_and_refused_files() -> None:
    refusal = Refusal(file="通知.docx", reason="这是通知，不是报告", advice="请换成工作总结。")
    comparison = compare((extraction("jia-2024", indicator("35")),), (refusal,), Config())
    guide = sheets(comparison, "zh")[1]
    lines = picked(guide, "部分", "名称", "说明")
    assert [name for part, name, _ in lines if part == "各表"] == [
        "全部数据",
        "环境质量",
        "材料",
        "出处",
    ]
    assert ("未能使用的文件", "通知.docx", "这是通知，不是报告。请换成工作总结。") in lines
    assert ("报告", "甲市", "甲市生态环境局工作总结；jia-2024.txt") in lines


def test_the_guide_explains_every_column_of_all_data() -> None:
    told = [
        name
        for part, name, _ in picked(gold()["说明"], "部分", "名称", "说明")
        if part == "“全部数据”的列"
    ]
    assert told == [column.head for column in gold()["全部数据"].columns]


def test_in_english_only_the_words_of_the_sources_are_chinese() -> None:
    comparison = compare(gold_extractions(), (), Config())
    for sheet in sheets(comparison, "en"):
        words = [sheet.title, *(column.head for column in sheet.columns)]
        assert [word for word in words if CHINESE.search(word)] == []
    guide = sheets(comparison, "en")[1]
    told = [row for row in picked(guide, "Part", "Notes") if row[0] != "报告"]
    own = [words for part, words in told if part in {"Sheets", "How to read"}]
    assert [words for words in own if CHINESE.search(str(words))] == []


def test_titles_of_sheets_differ_in_every_language() -> None:
    comparison = compare(gold_extractions(), (), Config())
    for code in ("zh", "en"):
        titles = [sheet.title for sheet in sheets(comparison, code)]
        assert len(titles) == len(set(titles))
        assert max(map(len, titles)) <= 31


def test_quantities_of_one_bureau_alone_are_no_figures_alike() -> None:
    assert "同类数字" not in made(extraction("jia-2024", quantity("5", "件", "立案查处")))
