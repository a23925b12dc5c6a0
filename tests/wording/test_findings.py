"""要点 of the seeds, checked by hand against the reports, and the rules one by one."""

from __future__ import annotations

import re

from builder.config import Config
from tests.goldfacts import gold_extractions
from tests.smallreports import extraction, gold_view, indicator, second, viewed

MARK = re.compile(r"〔([^〔〕]+)〕")


def texts(code: str) -> list[str]:
    return [found.text for found in gold_view().findings if found.code == code]


def test_most_important_first_and_no_more_than_asked() -> None:
    weights = [found.weight for found in gold_view().findings]
    assert weights == sorted(weights, reverse=True)
    assert 6 <= len(weights) <= 12
    config = Config(key_findings=3)
    assert len(viewed(*gold_extractions(), config=config).findings) == 3


def test_leader_and_last_among_comparable_values_only() -> None:
    assert texts("comparison")[:2] == [
        (
            "细颗粒物（PM2.5）平均浓度（2024年，全域）可比的有2家：潜江市31 μg/m³〔潜3〕最低，"
            "岳阳县32.86 μg/m³〔岳21〕最高；赣州市、某区的统计期、范围等不同，不并列。"
        ),
        (
            "优良天数比例（2024年，全域）可比的有2家：潜江市94%〔潜2〕最高，岳阳县88.0%〔岳20〕最低；"
            "赣州市、某区、衡南县的统计期、范围等不同，不并列。"
        ),
    ]


def test_what_got_worse() -> None:
    assert texts("worsened") == [
        (
            "原文载明比上年或基准变差的指标有1项：岳阳县2024年优良天数比例88.0%，"
            "同比下降3.2个百分点〔岳20〕。"
        )
    ]


def test_completion_of_rectification() -> None:
    inspected, outfalls = texts("completion")
    assert inspected == (
        "督察交办、反馈事项：尚未全部完成的有4项，完成率（据原文数字计算，起止时间不同，不排名）："
        "潜江市“中央和省督察交办整改任务”（2016—2023年）131/166〔潜31〕，78.92%；"
        "衡南县“信访件”（2023年9月6日—9月26日）30/40〔衡6〕，75.00%；"
        "衡南县“交办信访件”（2017—2023年）246/256〔衡9〕，96.09%；"
        "岳阳县“群众投诉问题”（2024年）69/70〔岳37〕，98.57%。"
        "全部完成的有1项：岳阳县“环保督察反馈问题”共13〔岳40〕。"
    )
    assert "110/113〔潜24〕，97.35%" in outfalls
    assert "53/77〔潜24〕，68.83%" in outfalls


def test_problems_without_answer() -> None:
    assert texts("unanswered") == [
        (
            "写明的问题在下一步计划中未见对应承诺的有3个：衡南县“大气环境质量改善难”〔衡18〕；"
            "衡南县“养殖行业问题突出”〔衡20〕；衡南县“乡镇污水处理不稳定”〔衡21〕。"
            "其中报告也未载相关举措的有1个：衡南县“养殖行业问题突出”〔衡20〕。"
        )
    ]


def test_share_of_checkable_promises() -> None:
    assert texts("checkable") == [
        (
            "下一步承诺共78句，可核查的（有数量、时限或具名成果）11句，占14.1%（据原文句数计算）："
            "赣州市29句中9句；"
            "潜江市21句中1句〔潜66〕；某区16句中0句；衡南县4句中1句〔衡23〕；岳阳县8句中0句。"
        )
    ]


def test_limits_said_only_of_what_can_be_judged() -> None:
    assert texts("limit_met") == [
        (
            "细颗粒物（PM2.5）平均浓度能按GB 3095-2012二级年平均限值35 μg/m³评价的4个值"
            "都不高于限值："
            "潜江市2024年31 μg/m³〔潜3〕；岳阳县2024年32.86 μg/m³〔岳21〕；"
            "赣州市中心城区2024年22 μg/m³〔赣6〕；赣州市县级及以上城市2024年18.1 μg/m³〔赣8〕。"
        )
    ]


def test_limit_missed() -> None:
    found = viewed(extraction("a", indicator("41")), second(indicator("30"))).findings
    (missed,) = [item.text for item in found if item.code == "limit_missed"]
    assert missed == (
        "细颗粒物（PM2.5）平均浓度高于GB 3095-2012二级年平均限值35 μg/m³的："
        "甲市2024年41 μg/m³〔甲1〕（能评价的共2个值）。"
    )


def test_doubtful_and_missing_material() -> None:
    assert texts("doubtful") == [
        (
            "材料存疑：某区的报告来自非官方的范文网站，未写明单位，有22处数字或名称被遮盖，文本不全，"
            "有1处说法与其时间或范围不符。所载数字只供参考。"
        )
    ]
    assert texts("no_problems") == [
        "问题部分缺失：赣州市没有写明问题；潜江市未专设问题部分，只在正文写明1个〔潜30〕。"
    ]
    assert texts("partial") == [
        (
            "空气质量数据不是全年的：某区（2024年第一季度）〔区3〕〔区4〕；"
            "衡南县（2023年1月1日—12月5日）〔衡16〕，不与全年值并列，也不与年平均限值比较。"
        )
    ]


def test_marks_are_those_of_the_text_and_lead_to_evidence() -> None:
    comparison = gold_view()
    known = {entry.mark for listed in comparison.evidence for entry in listed.entries}
    shorts = {bureau.short for bureau in comparison.bureaus}
    for found in comparison.findings:
        assert set(MARK.findall(found.text)) == set(found.marks) <= known
        assert set(found.bureaus) <= shorts
        assert all(short in found.text for short in found.bureaus)


def test_computed_figures_say_so() -> None:
    for found in gold_view().findings:
        assert found.computed == ("计算）" in found.text or "（据原文" in found.text)


def test_equal_values_have_no_first_and_last() -> None:
    found = viewed(extraction("a", indicator("30")), second(indicator("30"))).findings
    (text,) = [item.text for item in found if item.code == "comparison"]
    assert text == (
        "细颗粒物（PM2.5）平均浓度（2024年，全域）可比的有2家："
        "甲市30 μg/m³〔甲1〕、乙市30 μg/m³〔乙1〕，数值相同。"
    )


def test_shared_first_place_names_both() -> None:
    third = extraction("c", indicator("40"), bureau="丙市生态环境局", region=("某省", "丙市"))
    found = viewed(extraction("a", indicator("30")), second(indicator("30")), third).findings
    (text,) = [item.text for item in found if item.code == "comparison"]
    assert "甲市30 μg/m³〔甲1〕、乙市30 μg/m³〔乙1〕最低，丙市40 μg/m³〔丙1〕最高" in text


def test_nothing_to_say_is_no_sentence() -> None:
    assert viewed(extraction("a")).findings == (viewed(extraction("a")).findings[0],)
    assert viewed(extraction("a")).findings[0].text == "问题部分缺失：甲市没有写明问题。"


def test_year_is_not_said_twice() -> None:
    years = [
        extraction(f"a{year}", indicator("41", period=year), period=year)
        for year in ("2023", "2024")
    ]
    (text,) = [item.text for item in viewed(*years).findings if item.code == "limit_missed"]
    assert "甲市（2023年）41 μg/m³〔甲1〕；甲市（2024年）41 μg/m³" in text
