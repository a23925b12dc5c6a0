from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from builder.model import (
    Change,
    Direction,
    Extraction,
    Indicator,
    PartName,
    Qualifier,
    Rank,
    RunStyle,
    Sureness,
    Theme,
)
from builder.model.page import BriefingPart, Heading, Picture, RowKind
from builder.model.plotted import DotPlot
from tests.printedparts import (
    heads,
    made,
    paragraphs,
    pictures,
    said,
    seed_part,
    table_rows,
    tables,
)
from tests.smallreports import extraction, indicator, second

WORSE = Change(value=Decimal("3.2"), unit="pp", direction=Direction.DOWN, better=False)
SHARE: dict[str, Any] = {"metric": "air.good_days_ratio", "unit": "%"}


def part(*extractions: Extraction) -> BriefingPart:
    (found,) = made(PartName.INDICATORS, *extractions)
    return found


def third(*facts: Indicator, name: str = "丙") -> Extraction:
    return extraction(
        f"{name}-2024", *facts, bureau=f"{name}市生态环境局", region=("某省", f"{name}市")
    )


def plot(picture: Picture) -> DotPlot:
    assert isinstance(picture.plot, DotPlot)
    return picture.plot


def water(value: str, scope: str, *, metric: str = "water.class", unit: str = "class") -> Indicator:
    fact = indicator(value, metric=metric, unit=unit, scope=scope)
    return replace(fact, themes=(Theme.WATER,))


def test_headings_stand_in_their_order() -> None:
    found = [b.text for b in seed_part(PartName.INDICATORS).blocks if isinstance(b, Heading)]
    assert found == ["大气", "水", "土壤、农村和其他"]


def test_air_of_the_seeds_is_said_in_office_words() -> None:
    first, *_ = paragraphs(seed_part(PartName.INDICATORS))
    assert first == (
        "潜江市、岳阳县细颗粒物（PM2.5）平均浓度分别为31微克/立方米〔潜2〕和32.86微克/立方米〔岳10〕，"
        "均不高于GB 3095-2012二级年平均限值35微克/立方米。"
        "潜江市、岳阳县优良天数比例分别为94%〔潜2〕和88.0%〔岳10〕。"
        "岳阳县优良天数比例同比下降3.2个百分点〔岳10〕。"
    )


def test_the_picture_of_the_seeds_says_its_answer() -> None:
    (picture,) = pictures(seed_part(PartName.INDICATORS))
    assert picture.caption == "可比的两家PM2.5均不高于限值，岳阳县优良率下降"
    assert picture.alt.startswith(
        "可比的两家PM2.5均不高于限值，岳阳县优良率下降。潜江市：PM2.5 31，优良率 94；"
        "岳阳县：PM2.5 32.86↓3.64%，优良率 88.0↓3.2 变差；赣州市（中心城区）"
    )
    assert said(picture.note) == (
        "实心为可直接对比，空心为口径不同。箭头为比上年同期的升降，优良率以百分点计，变差的写明“变差”。"
        "虚线为GB 3095-2012限值，只画到适用的各行。“—”为没有可列入的数。"
        "原文名次：岳阳县优良率县市区13个中第4。"
        "出处：潜江市〔潜2〕、岳阳县〔岳10〕、赣州市〔赣4〕、衡南县〔衡11〕、某区〔区2〕。"
    )


def test_rows_of_the_seeds_stand_under_what_compares_and_what_does_not() -> None:
    (picture,) = pictures(seed_part(PartName.INDICATORS))
    assert [(row.band, row.name, row.detail, row.limited) for row in plot(picture).rows] == [
        ("可直接对比：2024年，未限定范围", "潜江市", "", True),
        ("", "岳阳县", "", True),
        ("口径不同，不并列", "赣州市", "中心城区", True),
        ("", "赣州市", "县级及以上城市", True),
        ("", "衡南县", "2023年1月1日—12月5日", False),
        ("", "某区", "2024年第一季度", False),
    ]
    first, share = plot(picture).panels
    assert (first.title, first.start, first.limit_name) == (
        "PM2.5（μg/m³）",
        Decimal(0),
        "二级年平均限值35",
    )
    assert (str(share.start), str(share.end), share.limit) == ("60", "100", None)


def test_water_of_the_seeds_is_a_row_a_bureau() -> None:
    table = tables(seed_part(PartName.INDICATORS))[0]
    assert heads(table) == ["单位", "Ⅱ类", "Ⅲ类", "Ⅳ类", "断面比例和其他"]
    assert table_rows(table) == [
        [
            "潜江市",
            "汉江潜江段、东荆河〔潜3〕、2个县级以上集中式饮用水源地〔潜4〕",
            "田关河、西荆河、百里长渠、兴隆河〔潜3〕",
            "—",
            "—",
        ],
        [
            "岳阳县",
            "4个省控水质监测断面〔岳12〕",
            "3个国控水质监测断面（总磷除外）〔岳12〕",
            "—",
            "3个国控水质监测断面总磷浓度0.0647毫克/升、0.065毫克/升、0.082毫克/升〔岳12〕",
        ],
        [
            "赣州市",
            "赣江干流4个断面〔赣5〕",
            "—",
            "—",
            (
                "国考断面、县级及以上城市集中式饮用水水源地水质优良率100%〔赣5〕；"
                "地表水省监测断面Ⅰ—Ⅱ类水质比例90.41%（↑6.85个百分点）〔赣5〕"
            ),
        ],
        ["衡南县", "—", "—", "—", "8个地表水考核断面水质达标率100%a〔衡12〕"],
        ["某区", "—", "—", "地表水市控考核断面浍楼闸b〔区4〕", "—"],
    ]
    assert said(table.note) == "“—”为没有可列入的数。a\u00a02023年；b\u00a02024年第一季度。"


def test_what_never_varies_is_one_sentence_and_no_column() -> None:
    words = paragraphs(seed_part(PartName.INDICATORS))[1]
    assert words == (
        "写明类别的断面和水体为Ⅱ类至Ⅳ类，劣于Ⅲ类的是某区地表水市控考核断面浍楼闸（Ⅳ类）〔区4〕。"
        "潜江市、岳阳县、衡南县、某区写明的饮用水水源地水质达标率均为100%"
        "〔潜4〕〔岳12〕〔衡12〕〔区5〕，不另列。"
    )


def test_other_metrics_of_the_seeds_stand_under_what_compares() -> None:
    table = tables(seed_part(PartName.INDICATORS))[1]
    assert [row[0] for row in table_rows(table)][:5] == [
        "两家以上写明，可直接对比（2024年，未限定范围）",
        "受污染耕地安全利用率",
        "只有一家的值可列，不作比较",
        "可吸入颗粒物（PM10）平均浓度",
        "二氧化硫（SO2）平均浓度",
    ]
    assert table_rows(table)[1][1] == "岳阳县92%以上〔岳14〕；赣州市93%以上〔赣6〕"
    assert table_rows(table)[5][1] == "岳阳县3.22，全省第76（并列）〔岳10〕"
    assert [row.kind for row in table.rows].count(RowKind.BAND) == 2


def test_one_report_has_sentences_and_no_picture() -> None:
    found = part(extraction("jia", indicator("38"), indicator("81.5", **SHARE)))
    assert paragraphs(found) == [
        (
            "甲市细颗粒物（PM2.5）平均浓度为38微克/立方米〔甲1〕，"
            "高于GB 3095-2012二级年平均限值35微克/立方米。甲市优良天数比例为81.5%〔甲1〕。"
        )
    ]
    assert pictures(found) == []


def test_nothing_is_made_of_reports_without_values() -> None:
    assert made(PartName.INDICATORS, extraction("jia"), second()) == ()


def test_values_above_their_limit_are_named() -> None:
    found = part(extraction("jia", indicator("34")), second(indicator("36")))
    assert paragraphs(found)[0].endswith(
        "分别为34微克/立方米〔甲1〕和36微克/立方米〔乙1〕，"
        "其中乙市高于GB 3095-2012二级年平均限值35微克/立方米。"
    )
    assert pictures(found)[0].caption == "乙市PM2.5高于限值"


def test_values_of_another_scope_above_their_limit_are_named_with_it() -> None:
    found = part(
        extraction("jia", indicator("30")),
        second(indicator("31")),
        third(indicator("41", scope="中心城区")),
    )
    assert (
        "平均浓度高于GB 3095-2012二级年平均限值35微克/立方米的有丙市中心城区41微克/立方米"
        in (paragraphs(found)[0])
    )


def test_a_limit_is_not_drawn_over_parts_of_a_year() -> None:
    found = part(
        extraction("jia", indicator("30")),
        second(indicator("31")),
        third(indicator("60", period="2024Q1")),
    )
    rows = plot(pictures(found)[0]).rows
    assert [(row.detail, row.limited) for row in rows] == [
        ("", True),
        ("", True),
        ("2024年第一季度", False),
    ]
    assert "60" not in paragraphs(found)[0]


def test_values_that_compare_in_no_time_are_not_set_side_by_side() -> None:
    found = part(extraction("jia", indicator("30", period="2023")), second(indicator("31")))
    (picture,) = pictures(found)
    assert picture.caption == "各家PM2.5口径不同，不能直接对比"
    assert {row.band for row in plot(picture).rows} == {""}
    assert all(dot is not None and dot.hollow for row in plot(picture).rows for dot in row.dots)
    assert paragraphs(found) == []


def test_bands_of_one_size_stand_in_the_order_of_their_rows() -> None:
    periods = ("2024Q1", "2024Q2", "2024Q3", "2024H1", "2024")
    reports = [
        third(indicator(str(30 + n), period=period), name=f"{name}{place}")
        for n, (period, name) in enumerate(zip(periods, "丑卯子寅辰", strict=True))
        for place in "东西"
    ]
    (picture,) = pictures(part(*reports))
    bands = [row.band.partition("，")[0] for row in plot(picture).rows if row.band]
    times = ("第一季度", "第二季度", "第三季度", "上半年", "")
    assert bands == [f"可直接对比：2024年{time}" for time in times]


def test_worse_values_are_said_also_where_they_stand_apart() -> None:
    found = part(
        extraction("jia", indicator("90", **SHARE), period="2024"),
        second(indicator("88", **SHARE, period="2023", change=WORSE), period="2023"),
    )
    assert paragraphs(found) == ["乙市2023年优良天数比例同比下降3.2个百分点〔乙1〕。"]
    assert pictures(found)[0].caption == "乙市优良率下降"


def test_a_part_that_got_worse_is_not_its_bureau() -> None:
    worse = Change(value=Decimal("6.9"), unit="%", direction=Direction.UP, better=False)
    better = Change(value=Decimal("9.7"), unit="%", direction=Direction.DOWN, better=True)
    city = indicator("28", scope="市区", change=better)
    district = indicator("31", scope="临浦区", change=worse, start=1)
    found = part(extraction("jia-2024", city, district), second(indicator("30")))
    assert pictures(found)[0].caption == "各家PM2.5口径不同，不能直接对比"
    alone = part(extraction("jia-2024", replace(district, start=0)), second(indicator("30")))
    assert pictures(alone)[0].caption == "甲市PM2.5上升"


def test_a_month_that_got_worse_is_not_its_year_and_has_no_row_without_a_value() -> None:
    worse = Change(value=Decimal("4.5"), unit="%", direction=Direction.UP, better=False)
    month = indicator(None, period="2024-05", change=worse, start=1)
    found = part(extraction("jia-2024", indicator("26"), month), second(indicator("30")))
    assert pictures(found)[0].caption == "可比的两家PM2.5均不高于限值"
    assert [row.name for row in plot(pictures(found)[0]).rows] == ["甲市", "乙市"]
    assert "甲市2024年5月细颗粒物（PM2.5）平均浓度同比上升4.5%" in "".join(paragraphs(found))


def test_the_base_of_a_change_is_neither_drawn_nor_said() -> None:
    base = indicator("39", period="2020", start=1)
    found = part(extraction("jia-2024", indicator("26"), base), second(indicator("30")))
    assert "39" not in "".join(paragraphs(found)) + pictures(found)[0].alt
    alone = part(extraction("jia-2024", base), second(indicator("30")))
    assert "39" in "".join(paragraphs(alone))


def test_of_many_rows_each_bureau_keeps_one() -> None:
    places = [indicator(str(20 + n), scope=f"{n}号区", start=n) for n in range(12)]
    found = part(extraction("jia-2024", *places), second(indicator("30")))
    (picture,) = pictures(found)
    assert [row.name for row in plot(picture).rows] == ["甲市", "乙市"]
    assert "其余11行见 briefing.xlsx。" in said(picture.note)
    few = part(extraction("jia-2024", *places[:3]), second(indicator("30")))
    assert len(plot(pictures(few)[0]).rows) == 4


def test_of_many_bureaus_the_ends_are_named() -> None:
    reports = [third(indicator(str(20 + n)), name=name) for n, name in enumerate("子丑寅卯辰巳")]
    words = paragraphs(part(*reports))[0]
    assert words == (
        "细颗粒物（PM2.5）平均浓度可直接对比的6家中，子市20微克/立方米〔子1〕最低，"
        "巳市25微克/立方米〔巳1〕最高，均不高于GB 3095-2012二级年平均限值35微克/立方米。"
    )


def test_of_many_bureaus_with_hedges_no_order_is_said() -> None:
    reports = [
        third(indicator(str(20 + n), qualifier=Qualifier.ABOUT), name=name)
        for n, name in enumerate("子丑寅卯辰巳")
    ]
    words = paragraphs(part(*reports))[0]
    assert words.startswith("细颗粒物（PM2.5）平均浓度可直接对比的有6家")
    assert "最低" not in words


def test_an_axis_of_shares_begins_where_the_lowest_value_asks() -> None:
    found = part(extraction("jia", indicator("48.5", **SHARE)), second(indicator("92", **SHARE)))
    (panel,) = plot(pictures(found)[0]).panels
    assert (panel.start, panel.end) == (Decimal(40), Decimal(100))


@pytest.mark.parametrize(("value", "end"), [("31", 40), ("69.6", 80), ("8", 40), ("101", 200)])
def test_an_axis_of_concentrations_begins_at_0_and_holds_the_limit(value: str, end: int) -> None:
    found = part(extraction("jia", indicator(value)), second(indicator("7")))
    (panel,) = plot(pictures(found)[0]).panels
    assert (panel.start, panel.end) == (Decimal(0), Decimal(end))


def test_what_is_not_sure_is_counted_and_not_printed() -> None:
    doubtful = replace(indicator("29"), sureness=Sureness.UNSURE)
    found = part(extraction("jia", doubtful), second(indicator("31")))
    assert paragraphs(found) == [
        (
            "乙市细颗粒物（PM2.5）平均浓度为31微克/立方米〔乙1〕，"
            "不高于GB 3095-2012二级年平均限值35微克/立方米。"
        ),
        "另有1个数值须核对，未列入，见 briefing.xlsx。",
    ]


def test_only_classes_that_someone_states_have_a_column() -> None:
    found = part(extraction("jia", water("Ⅱ", "甲河")), second(water("劣Ⅴ", "乙河")))
    (table,) = tables(found)
    assert heads(table) == ["单位", "Ⅱ类", "劣Ⅴ类"]
    assert table_rows(table) == [["甲市", "甲河〔甲1〕", "—"], ["乙市", "—", "乙河〔乙1〕"]]
    assert paragraphs(found) == [
        "写明类别的断面和水体为Ⅱ类至劣Ⅴ类，劣于Ⅲ类的是乙市乙河（劣Ⅴ类）〔乙1〕。"
    ]


def test_classes_that_are_to_be_checked_are_counted_beside_the_sure_ones() -> None:
    sure = [water("Ⅳ", "浍楼闸断面"), replace(water("Ⅱ", "东荆河"), start=1)]
    doubted = replace(water("Ⅴ", "3个县控断面"), start=2, sureness=Sureness.UNSURE)
    (words, *_) = paragraphs(part(extraction("jia-2024", *sure, doubted), second(sure[1])))
    assert words.endswith("劣于Ⅲ类的是甲市浍楼闸断面（Ⅳ类）〔甲1〕。另有3处的类别须核对。")
    (words, *_) = paragraphs(part(extraction("jia-2024", *sure), second(sure[1])))
    assert "须核对" not in words


def test_a_class_of_several_sections_counts_each() -> None:
    bad = [
        replace(water("Ⅳ", "6个县控断面"), start=0),
        *(replace(water("Ⅴ", f"{name}断面"), start=n) for n, name in enumerate("甲乙丙", 1)),
    ]
    again = replace(bad[1], start=9)
    (words, *_) = paragraphs(part(extraction("jia-2024", *bad, again), second()))
    assert "劣于Ⅲ类的有9处" in words


def test_a_class_that_leaves_something_out_says_so() -> None:
    text = "甲河除总磷外各项指标均达到Ⅲ类。"
    fact = replace(water("Ⅲ", "甲河"), start=0, end=len(text) - 1)
    (table,) = tables(part(extraction("jia", fact, text=text)))
    assert table_rows(table) == [["甲市", "甲河（总磷除外）〔甲1〕"]]


def test_shares_that_differ_stay_in_the_table_and_are_said() -> None:
    rates: dict[str, Any] = {"metric": "water.good_ratio", "unit": "%"}
    found = part(
        extraction("jia", water("95", "国考断面", **rates)),
        second(water("100", "国考断面", **rates)),
    )
    assert paragraphs(found)[0] == (
        "甲市、乙市国家考核断面水质优良（Ⅰ—Ⅲ类）比例分别为95%〔甲1〕和100%〔乙1〕。"
    )
    (table,) = tables(found)
    assert heads(table) == ["单位", "断面比例和其他"]
    assert table_rows(table)[0] == ["甲市", "国考断面水质优良率95%〔甲1〕"]


def test_values_of_another_time_are_grey_with_a_letter() -> None:
    rates: dict[str, Any] = {"metric": "water.good_ratio", "unit": "%"}
    found = part(
        extraction("jia", water("95", "国考断面", **rates), indicator("30")),
        second(replace(water("90", "国考断面", **rates), period=None), indicator("31")),
    )
    cell = tables(found)[0].rows[1].cells[1]
    assert [(run.text, run.style) for run in cell.runs if not run.mark] == [
        ("国考断面水质优良率90%", RunStyle.APART),
        ("a", RunStyle.LETTER),
    ]
    assert said(tables(found)[0].note) == "a\u00a0未写明统计期。"


def test_values_that_several_state_of_other_times_are_not_side_by_side() -> None:
    rural: dict[str, Any] = {"metric": "rural.sewage_treatment_rate", "unit": "%"}
    found = part(
        extraction("jia", indicator("41", **rural)),
        second(indicator("45", **rural, period="2023")),
    )
    assert table_rows(tables(found)[0]) == [
        ["两家以上写明，口径不同，不并列"],
        ["农村生活污水治理率", "甲市41%〔甲1〕；乙市45%（2023年）〔乙1〕"],
    ]
    styles = {run.style for run in tables(found)[0].rows[1].cells[1].runs if not run.mark}
    assert RunStyle.APART in styles


def test_a_rank_and_a_change_for_the_worse_stand_beside_their_value() -> None:
    fact = indicator(
        "3.22",
        metric="air.composite_index",
        unit="1",
        change=Change(value=Decimal(5), unit="%", direction=Direction.UP, better=False),
        rank=Rank(position=7, of=13, area="全市", tied=False),
    )
    found = part(extraction("jia", fact), second())
    assert table_rows(tables(found)[0])[1] == [
        "环境空气质量综合指数",
        "甲市3.22，同比上升5%（变差），全市13个中第7〔甲1〕",
    ]


def test_limits_of_other_pollutants_that_are_missed_are_said() -> None:
    pm10: dict[str, Any] = {"metric": "air.pm10"}
    found = part(extraction("jia", indicator("71", **pm10)), second(indicator("60", **pm10)))
    assert paragraphs(found) == [
        (
            "可吸入颗粒物（PM10）平均浓度高于GB 3095-2012二级年平均限值70微克/立方米的有"
            "甲市71微克/立方米〔甲1〕。"
        )
    ]


def test_of_many_bureaus_equal_values_are_counted_and_single_ones_left_out() -> None:
    rural: dict[str, Any] = {"metric": "rural.sewage_treatment_rate", "unit": "%"}
    names = "子丑寅卯辰巳午未申酉戌亥坤"
    reports = [
        third(indicator("41" if n % 2 else "45", **rural), name=name)
        for n, name in enumerate(names)
    ]
    alone = indicator("64", metric="eco.forest_coverage", unit="%")
    reports[0] = third(indicator("45", **rural), alone, name="子")
    (table,) = tables(part(*reports))
    assert table_rows(table)[1] == ["农村生活污水治理率", "45%有7家，41%有6家"]
    assert said(table.note) == "只有一家写明的另有1项指标，见 briefing.xlsx。"


def test_a_class_that_got_worse_is_said_by_classes() -> None:
    fall = Change(value=Decimal(1), unit="class", direction=Direction.DOWN, better=False)
    fact = replace(water("Ⅳ", "甲河"), change=fall)
    words = paragraphs(part(extraction("jia", fact)))[0]
    assert words.endswith("甲市甲河水质类别同比下降1个类别〔甲1〕。")


def test_a_change_on_a_year_names_it_as_one() -> None:
    change = Change(
        value=Decimal(20), unit="%", direction=Direction.DOWN, better=True, basis="2021"
    )
    found = part(extraction("jia", indicator("28", change=change)), second(indicator("30")))
    (first, _) = plot(pictures(found)[0]).rows
    assert first.dots[0] is not None
    assert first.dots[0].change == "较2021年↓20%"


def test_a_value_in_another_unit_is_written_and_has_no_place_on_the_axis() -> None:
    found = part(extraction("jia", indicator("0.031", unit="mg/m³")), second(indicator("30")))
    (first, _) = plot(pictures(found)[0]).rows
    assert first.dots[0] is not None
    assert (first.dots[0].value, first.dots[0].label) == (None, "0.031 mg/m³")
