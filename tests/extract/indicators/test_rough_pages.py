"""Periods, targets and ranks on pages as they are: brackets, names, points, parts."""

from __future__ import annotations

import pytest

from tests.extract.reports import measured

Told = tuple[str, str, str | None]


def told(sentence: str) -> list[Told]:
    """Metric, value and period of every indicator of a sentence."""
    return [
        (one.metric, str(one.value), None if one.period is None else str(one.period))
        for one in measured(sentence).facts
    ]


def pm25(value: str, period: str = "2024") -> Told:
    return ("air.pm25", value, period)


OWN_PERIOD = [
    "PM10浓度53微克/立方米(2023年为56微克/立方米),PM2.5浓度32微克/立方米。",
    "按照2023年修订的办法考核,PM2.5浓度32微克/立方米。",
    "依据《2023年考核办法》,PM2.5浓度32微克/立方米。",
    "根据2022年印发的方案,PM2.5浓度32微克/立方米。",
    "落实2023年出台的细则,PM2.5浓度32微克/立方米。",
    "对照《2021—2023年行动方案》,PM2.5浓度32微克/立方米。",
    "(2023年考核为优秀),PM2.5浓度32微克/立方米。",
    "全年PM2.5月均浓度32微克/立方米。",
]


@pytest.mark.parametrize("sentence", OWN_PERIOD)
def test_the_time_of_a_bracket_or_a_name_sets_no_other_period(sentence: str) -> None:
    assert pm25("32") in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2023年,PM2.5浓度32微克/立方米。", "2023"),
        ("1-8月,PM10月均浓度56微克/立方米,PM2.5浓度32微克/立方米。", "2024-01..2024-08"),
        ("PM2.5浓度32微克/立方米(截至6月23日)。", "2024-01-01..2024-06-23"),
    ],
)
def test_the_time_of_a_sentence_holds(sentence: str, period: str) -> None:
    assert pm25("32", period) in told(sentence)


NO_RESULT = [
    "PM2.5年均浓度在36微克/立方米及以下计满分。",
    "PM2.5浓度36微克/立方米以下得10分。",
    "PM2.5浓度高于36微克/立方米扣2分。",
    "PM2.5浓度36微克/立方米以上不得分。",
    "PM2.5浓度高于36微克/立方米的，该项计零分。",
    "PM2.5浓度36微克/立方米以下的得基本分。",
    "断面水质达到Ⅲ类及以上的得15分，Ⅳ类得8分，Ⅴ类及以下不得分。",
    "河流断面水质达到Ⅱ类的加5分，Ⅲ类的计基本分，劣Ⅴ类的一票否决。",
    "PM2.5改善目标为年平均浓度34微克/立方米。",
    "PM2.5目标值为年均34微克/立方米。",
    "PM2.5考核任务为平均浓度34微克/立方米。",
    "守护蓝天行动;完成280个村生活污水治理。",
]


@pytest.mark.parametrize(
    "heading", ["考核内容及评分办法", "赋分规则", "考评标准", "考核细则", "绩效评价指标及计分方法"]
)
def test_below_the_heading_of_a_rule_stand_no_results(heading: str) -> None:
    text = f"（一）{heading}\nPM2.5浓度36微克/立方米以下为优，断面水质为Ⅱ类的为优。\n"
    result = "（二）自查结果\nPM2.5浓度31微克/立方米。"
    assert [str(one.value) for one in measured(text + result).facts] == ["31"]


def test_a_heading_that_speaks_of_rules_stands_above_results() -> None:
    text = "（一）完善考核办法\nPM2.5浓度31微克/立方米。"
    assert [str(one.value) for one in measured(text).facts] == ["31"]


def test_a_value_beside_its_own_points_is_one() -> None:
    assert [str(one.value) for one in measured("双桥断面水质为Ⅲ类，得15分。").facts] == ["Ⅲ"]


@pytest.mark.parametrize("sentence", NO_RESULT)
def test_points_and_aims_are_no_results(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "position", "of"),
    [
        ("PM2.5浓度41微克/立方米,在全市四县一区排名第二。", 2, None),
        ("PM2.5浓度41微克/立方米,在全市五县二区排名第二。", 2, None),
        ("PM2.5浓度41微克/立方米,在全国168个重点城市排名第九。", 9, 168),
        ("PM2.5浓度41微克/立方米,在13个县区中排名第四。", 4, 13),
        ("优良率94.6%;PM2.5浓度41微克/立方米、排名全市第四。", 4, None),
        ("优良率94.6%;PM2.5浓度41微克/立方米、居全市第四位。", 4, None),
    ],
)
def test_a_rank_is_of_the_value_it_follows(sentence: str, position: int, of: int | None) -> None:
    ranks = {one.metric: one.rank for one in measured(sentence).facts}
    rank = ranks.pop("air.pm25")
    assert rank is not None
    assert (rank.position, rank.of) == (position, of)
    assert set(ranks.values()) <= {None}


def test_the_change_of_another_index_is_none_of_the_ratio() -> None:
    sentence = "断面优良比例为80%,主要污染物氨氮浓度同比下降18.4%。"
    (ratio,) = measured(sentence).facts
    assert ratio.change is None


def test_a_base_of_last_year_keeps_its_own_period_and_the_change_is_the_new_value_s() -> None:
    new, base = measured(
        "1-10月,PM2.5浓度为45微克/立方米,较2023年同期48微克/立方米下降6.3%。"
    ).facts
    assert (str(new.value), new.change and str(new.change.value)) == ("45", "6.3")
    assert (str(base.value), str(base.period)) == ("48", "2023-01..2023-10")


@pytest.mark.parametrize(
    "said",
    [
        "PM2.5浓度27微克/立方米(2023年为30微克/立方米),同比下降10%,排名全市第3。",
        "PM2.5浓度27微克/立方米(2023年30微克/立方米),同比下降10%,居全市第三位。",
        "PM2.5浓度27微克/立方米,2023年为30微克/立方米,同比下降10%,列全市第3。",
        "PM2.5浓度27微克/立方米（去年同期30微克/立方米）,降低10%,全市排名第3。",
        "PM2.5浓度由2023年的30微克/立方米降至27微克/立方米,降幅10%。全市排名第3。",
    ],
)
def test_what_stands_behind_an_earlier_value_is_of_the_new_one(said: str) -> None:
    new, base = sorted(measured(said).facts, key=lambda one: str(one.value))
    assert (str(base.value), str(base.period), base.change, base.rank) == ("30", "2023", None, None)
    assert (str(new.value), str(new.period)) == ("27", "2024")
    assert new.change is not None
    assert str(new.change.value) == "10"
    assert new.rank is not None
    assert new.rank.position == 3


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("5个国省控断面中,石鼓渡断面为Ⅱ类,竹园桥断面为Ⅲ类,优良比例100%。", "5个国省控断面"),
        ("全县5个断面中,白河断面为Ⅱ类,其余断面为Ⅲ类,优良率100%。", "5个断面"),
        ("国控断面水质优良率100%,劣Ⅴ类断面比例为零。", "国控断面"),
    ],
)
def test_a_share_is_of_all_the_sections(sentence: str, scope: str) -> None:
    assert measured(sentence).facts[-1].scope == scope


@pytest.mark.parametrize(
    ("names", "scopes"),
    [
        ("石鼓渡、双江口、麻石滩断面", ["石鼓渡断面", "双江口断面", "麻石滩断面"]),
        ("竹园桥和砂子塘断面", ["竹园桥断面", "砂子塘断面"]),
        ("汉江潜江段、东荆河断面", ["汉江潜江段", "东荆河断面"]),
        ("国控、省控断面", ["国控、省控断面"]),
        ("3个国考、2个省考断面", ["3个国考、2个省考断面"]),
    ],
)
def test_the_noun_of_a_list_is_of_each_name(names: str, scopes: list[str]) -> None:
    assert [one.scope for one in measured(f"{names}水质为Ⅱ类。").facts] == scopes


@pytest.mark.parametrize("value", ["为零", "为0", "降为零"])
def test_zero_in_letters(value: str) -> None:
    (fact,) = measured(f"劣Ⅴ类断面比例{value}。").facts
    assert (fact.metric, str(fact.value)) == ("water.bad_ratio", "0")


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("青鸾湖水库水质由2020年的三类提升为二类。", ["Ⅲ", "Ⅱ"]),
        ("白河断面水质由四类改善到三类。", ["Ⅳ", "Ⅲ"]),
        ("白河断面从三类下降为劣五类。", ["Ⅲ", "劣Ⅴ"]),
        ("由三类企业提升为二类。", []),
        ("园区由三类提升为二类。", []),
    ],
)
def test_classes_in_letters_that_move(sentence: str, values: list[str]) -> None:
    assert [str(one.value) for one in measured(sentence).facts] == values


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("6个乡镇农村生活污水治理率达到100%。", "6个乡镇"),
        ("甲县受污染耕地安全利用率93%。", "甲县"),
        ("乙区重点建设用地安全利用率100%。", "乙区"),
        ("全市受污染耕地安全利用率93%。", None),
        ("农村生活污水治理率93%。", None),
        ("完成农村生活污水治理率93%。", None),
    ],
)
def test_the_own_noun_of_a_metric_is_no_scope(sentence: str, scope: str | None) -> None:
    (fact,) = measured(sentence).facts
    assert fact.scope == scope


def test_one_value_for_two_that_are_announced_is_none() -> None:
    assert measured("PM2.5、PM10浓度分别为35微克/立方米。").facts == ()
    assert len(measured("PM2.5、PM10浓度均为35微克/立方米。").facts) == 2
