"""Numbers that are no results: of conditions, corrections, standards, exceptions and others."""

from __future__ import annotations

import pytest

from tests.extract.test_traps import told


@pytest.mark.parametrize(
    "sentence",
    [
        "优良率达到100%的断面均为国控。",
        "优良天数比例高于90%的乡镇达8个。",
        "满意率95%以上的村有12个。",
        "PM2.5浓度低于35微克/立方米的城市共3座。",
    ],
)
def test_a_condition_of_what_is_counted_is_no_value(sentence: str) -> None:
    assert not [line for line in told(sentence) if "." in line.split(" ", 1)[0] or "%" in line]


@pytest.mark.parametrize(
    "sentence",
    [
        "原公布的PM2.5浓度35微克/立方米应为32微克/立方米。",
        "PM2.5浓度35微克/立方米(应为32微克/立方米)。",
        "执行二级标准,PM2.5浓度不高于35微克/立方米。",
        "按照国家标准,PM2.5浓度不超过35微克/立方米。",
        "参照GB 3095-2012二级标准,PM2.5浓度不得高于35微克/立方米。",
        "低于我县3微克/立方米。",
    ],
)
def test_a_corrected_value_and_a_limit_are_none(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("优良率达到100%的好成绩来之不易。", "air.good_days_ratio = 100 % 2024"),
        ("严格执行标准,PM2.5浓度35微克/立方米。", "air.pm25 = 35 μg/m³ 2024"),
        ("PM2.5浓度35微克/立方米,应急响应3次。", "air.pm25 = 35 μg/m³ 2024"),
        ("沙河断面消除隐患后达到Ⅲ类。", ""),
    ],
)
def test_values_beside_such_words_stay(sentence: str, first: str) -> None:
    assert [*told(sentence), ""][0] == first


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("除3个村外均已建成。", []),
        ("除了3座处理厂以外全部投运。", []),
        ("12个村,除2个因拆迁外均已完成。", ["村 = 12 个"]),
        ("拆除违建3处,另外清理垃圾5处。", ["拆除违建 = 3 处", "另外清理垃圾 = 5 处"]),
    ],
)
def test_exceptions_count_nothing(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("罚款10万元以上案件6起。", ["案件 = 6 起"]),
        ("整治500平方米以上裸地12块。", ["裸地 = 12 块"]),
        ("完成年度任务1000吨的120%。", ["完成年度任务 = 120 %"]),
        ("占全市360起的10%。", ["占全市 = 10 %"]),
        ("完成投资2亿元以上,建成3座。", ["完成投资 ≥ 2 亿元", "建成 = 3 座"]),
        ("投资2亿元的10个项目开工。", ["投资 = 2 亿元", "项目开工 = 10 个"]),
        ("十八届人大四次会议建议受到重视。", []),
        ("召开会议4次。", ["召开会议 = 4 次"]),
    ],
)
def test_thresholds_bases_and_names_are_no_amounts(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "tally"),
    [
        ("全市信访件1200件,我县312件已办结298件。", "信访件: 312 298 - -"),
        ("全市排查排污口1200个,我县312个,完成整治298个。", "排污口: 312 298 - -"),
        ("全市反馈问题120个,涉及我县12个,已整改10个。", "反馈问题: 12 10 - -"),
        ("排查排污口312个,我县已完成整治298个。", "排污口: 312 298 - -"),
        ("反馈问题38个,其中重点问题12个已完成整改,累计完成30个。", "反馈问题: 38 30 - -"),
        ("反馈问题38个,其中30个已完成整改。", "反馈问题: 38 30 - -"),
    ],
)
def test_parts_of_a_set_are_told_from_the_whole(sentence: str, tally: str) -> None:
    assert [line for line in told(sentence) if ":" in line] == [tally]


@pytest.mark.parametrize(
    "sentence",
    [
        "问题整改完成率由85%提高到96%。",
        "信访办结率从上年的85%提升至96%。",
        "排污口整治完成率由85%上升到96%。",
    ],
)
def test_an_earlier_rate_is_no_rate_of_a_tally(sentence: str) -> None:
    assert [line for line in told(sentence) if "85" in line and ":" in line] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2023年投入资金30万元,2024年投入资金50万元。", ["2023年投入资金", "投入资金"]),
        ("去年投入资金30万元,今年增至50万元。", ["去年投入资金", "投入资金"]),
        ("2016年以来累计造林12万亩,建成基地3个。", ["2016年以来造林", "2016年以来建成基地"]),
        ("按照2023年方案,完成整治12家。", ["完成整治"]),
        ("2024年投入资金50万元。", ["投入资金"]),
    ],
)
def test_a_label_says_another_year(sentence: str, expected: list[str]) -> None:
    assert [line.split(" ")[0] for line in told(sentence)] == expected


def test_what_a_value_was_corrected_to_is_one() -> None:
    assert told("PM2.5浓度35微克/立方米更正为32微克/立方米。") == ["air.pm25 = 32 μg/m³ 2024"]


def test_a_change_belongs_to_the_year_it_led_to() -> None:
    assert told("PM2.5浓度较2015年的62微克/立方米下降48.4%。") == [
        "air.pm25 = 62 μg/m³ 2015",
        "air.pm25 = μg/m³ 2024 down 48.4 %",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "全省123个县市区中PM2.5浓度31微克/立方米排名第45位。",
        "在全市8个县区中PM2.5浓度31微克/立方米。",
        "在全省14个市州中,PM2.5浓度31微克/立方米。",
    ],
)
def test_those_ranked_together_are_no_place(sentence: str) -> None:
    assert "air.pm25 = 31 μg/m³ 2024" in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("立案12起,较去年18起减少6起。", ["立案 = 12 起"]),
        ("罚款86万元,比上年98万元少12万元。", ["罚款 = 86 万元"]),
        ("现有人员18人,较编制25人少7人。", ["现有人员 = 18 人", "现有人员少 = 7 人"]),
        ("建成管网30公里,累计达560公里。", ["建成管网 = 30 公里", "累计建成管网 = 560 公里"]),
        ("较好完成检查12家。", ["较好完成检查 = 12 家"]),
    ],
)
def test_a_base_is_no_amount_of_this_year(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "13个国考断面中12个优良,比例92.3%。",
        "全县13个断面有12个优良,占比92.3%。",
        "13个国考断面12个优良,比例为92.3%。",
        "空气优良,比例92.3%。",
    ],
)
def test_good_sections_are_no_good_days(sentence: str) -> None:
    air = [line for line in told(sentence) if line.startswith("air")]
    assert bool(air) is ("空气" in sentence)


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("沙河断面氨氮浓度1.2毫克/升,总磷0.18毫克/升。", "沙河断面"),
        ("柳湖水库高锰酸盐指数4.2mg/L,总磷0.18mg/L。", "柳湖水库"),
        ("沙河断面化学需氧量浓度为18毫克/升,总磷浓度为0.18毫克/升。", "沙河断面"),
        ("沙河断面整治完成,全县总磷浓度为0.18毫克/升。", None),
    ],
)
def test_a_section_measured_before_is_the_scope(sentence: str, scope: str | None) -> None:
    line = next(line for line in told(sentence) if line.startswith("water.total"))
    assert line == " ".join(filter(None, ("water.total_phosphorus = 0.18 mg/L", scope, "2024")))
