"""Values of parts of a place, shares of days, and one rate said of several nouns."""

from __future__ import annotations

import pytest

from tests.extract.reports import measured

Found = list[tuple[str | None, str]]


def found(sentence: str, metric: str) -> Found:
    """Scopes and values of one metric in a sentence."""
    return [(f.scope, str(f.value)) for f in measured(sentence).facts if f.metric == metric]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("全市优良率96.2%,其中城区88.2%,乡镇92.0%。", [("城区", "88.2"), ("乡镇", "92.0")]),
        ("全市优良率96.2%(中心城区88.2%)。", [("中心城区", "88.2")]),
        ("全市优良率96.2%,其中3个县达到100%。", [("3个县", "100")]),
        ("全市优良率96.2%,其中甲县88%、乙县92%。", [("甲县", "88"), ("乙县", "92")]),
        ("全市优良率96.2%,其中甲县、乙县分别为88%、92%。", [("甲县", "88"), ("乙县", "92")]),
        ("全市优良率96.2%,中心城区为88.2%。", [("中心城区", "88.2")]),
        ("全市优良率96.2%(其中:主城区88.2%)。", [("主城区", "88.2")]),
        ("全市优良率96.2%(13个国考城市均值88.2%)。", [("13个国考城市", "88.2")]),
        ("全市优良率96.2%(剔除沙尘天气影响后为98.1%)。", [("剔除沙尘天气影响后", "98.1")]),
        ("全市优良率达到96.2%,罚款3万元,其中城区88.2%。", [("城区", "88.2")]),
        ("全市优良率９６．２％（其中城区８８．２％）。", [("城区", "88.2")]),
    ],
)
def test_values_of_parts(sentence: str, parts: Found) -> None:
    assert found(sentence, "air.good_days_ratio") == [(None, "96.2"), *parts]


@pytest.mark.parametrize(
    "sentence",
    [
        "全市优良率96.2%,罚款3万元,增长12%。",
        "全市优良率96.2%,其中城区绿化覆盖率40%。",
        "全市优良率96.2%,城区垃圾处理率100%。",
        "全市优良率96.2%,完成城区管网任务的80%。",
        "全市优良率96.2%,其中甲县*%。",
        "全市优良率96.2%(目标值95%)。",
    ],
)
def test_what_is_no_value_of_a_part(sentence: str) -> None:
    assert found(sentence, "air.good_days_ratio") == [(None, "96.2")]


def test_a_bare_value_of_a_part_in_brackets() -> None:
    assert found("PM2.5浓度34(13个国考城市35)。", "air.pm25") == [
        (None, "34"),
        ("13个国考城市", "35"),
    ]


def test_each_part_has_its_own_change() -> None:
    facts = measured("优良率96.2%,同比提高1个百分点,其中城区94.1%,同比提高2个百分点。").facts
    assert [(f.scope, f.change and str(f.change.value)) for f in facts] == [
        (None, "1"),
        ("城区", "2"),
    ]


def test_a_part_in_brackets_is_no_place_for_what_follows() -> None:
    sentence = "全市PM2.5浓度34微克/立方米(主城区36微克/立方米),优良率88%。"
    assert found(sentence, "air.good_days_ratio") == [(None, "88")]


@pytest.mark.parametrize(
    "share",
    [
        ",占比82.3%",
        ",占比为82.3%",
        "(占比82.3%)",
        ",占82.3%",
        ",占全年天数的82.3%",
        ",占有效监测天数的82.3%",
        ",比例为82.3%",
        ",占总天数的比例为82.3%",
        ",同比增加3天,占比82.3%",
        ",占全年有效监测天数82.3%",
    ],
)
def test_the_share_of_good_days(share: str) -> None:
    assert found(f"优良天数301天{share}。", "air.good_days_ratio") == [(None, "82.3")]


@pytest.mark.parametrize(
    "sentence",
    [
        "优良天数301天,其中优120天,占32.8%。",
        "优良天数301天,罚款占比82.3%。",
        "优良天数301天,占比*%。",
        "重污染天数3天,占比0.8%。",
    ],
)
def test_what_is_no_share_of_good_days(sentence: str) -> None:
    assert found(sentence, "air.good_days_ratio") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "受污染耕地和重点建设用地安全利用率均保持100%。",
        "受污染耕地、重点建设用地安全利用率均为100%。",
        "受污染耕地与建设用地安全利用率双双达到100%。",
        "受污染耕地及重点建设用地安全利用率达到100%。",
        "受污染耕地以及污染地块安全利用率100%。",
        "重点建设用地和受污染耕地安全利用率均达100%。",
        "受污染耕地安全利用率、重点建设用地安全利用率均为100%。",
        "受污染耕地、重点建设用地安全利用率分别为100%、100%。",
    ],
)
def test_one_rate_of_two_nouns(sentence: str) -> None:
    facts = measured(sentence).facts
    assert {f.metric for f in facts} == {"soil.farmland_safe_use", "soil.land_safe_use"}
    assert {str(f.value) for f in facts} == {"100"}


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("重点建设用地安全利用率100%。", ["soil.land_safe_use"]),
        ("完成受污染耕地调查,重点建设用地安全利用率100%。", ["soil.land_safe_use"]),
        ("受污染耕地面积和重点建设用地安全利用率稳步提升。", []),
        ("受污染耕地和重点建设用地安全利用率*%。", []),
    ],
)
def test_nouns_that_share_no_rate(sentence: str, metrics: list[str]) -> None:
    assert [f.metric for f in measured(sentence).facts] == metrics


def test_other_metrics_share_the_ends_of_their_names_too() -> None:
    facts = measured("农村生活污水和黑臭水体治理率分别为45%、100%。").facts
    assert [(f.metric, str(f.value)) for f in facts] == [
        ("rural.sewage_treatment_rate", "45"),
        ("rural.black_water_treated_rate", "100"),
    ]


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("完成38个行政村生活污水治理,治理率达46%。", "rural.sewage_treatment_rate"),
        ("实施农村生活污水治理,治理率46%。", "rural.sewage_treatment_rate"),
        ("农村污水有效治理率46%。", "rural.sewage_treatment_rate"),
        ("农村生活污水治理覆盖率达46%。", "rural.sewage_treatment_rate"),
        ("农村生活污水设施运行良好,治理率46%。", "rural.sewage_treatment_rate"),
        ("整治黑臭水体3条,治理率46%。", "rural.black_water_treated_rate"),
        ("农村黑臭水体治理率为46%。", "rural.black_water_treated_rate"),
        ("消除黑臭水体,有效治理率46%。", "rural.black_water_treated_rate"),
    ],
)
def test_a_rate_by_the_object_before_it(sentence: str, metric: str) -> None:
    assert found(sentence, metric) == [(None, "46")]


@pytest.mark.parametrize(
    "sentence",
    ["水土流失治理率46%。", "城镇生活污水治理率46%。", "矿山治理率46%。", "治理率46%。"],
)
def test_a_rate_of_no_known_object(sentence: str) -> None:
    assert measured(sentence).facts == ()


@pytest.mark.parametrize(
    "words",
    [
        "污水处理厂出水达标率",
        "废水排放达标率",
        "油品抽检合格率",
        "机动车尾气检测合格率",
        "重点企业排放达标率",
        "厂界噪声监测达标率",
        "废气排放达标率",
        "尾水达标率",
    ],
)
def test_a_rate_of_another_thing_is_no_indicator(words: str) -> None:
    sentence = f"3个省控断面Ⅰ-Ⅲ类水质占比100%,{words}98.5%。"
    assert [f.metric for f in measured(sentence).facts] == ["water.good_ratio"]


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5年均浓度(10分)。目标值45微克/立方米,实际完成42.6微克/立方米。",
        "PM2.5年均浓度。全年为42.6微克/立方米。",
        "PM2.5浓度(10分)。实际达到42.6微克/立方米。",
        "PM2.5平均浓度情况。全市为42.6微克/立方米。",
        "细颗粒物浓度。完成42.6微克/立方米。",
        "细颗粒物(PM2.5)浓度(10分)。实际为42.6微克/立方米,目标为45微克/立方米。",
        "PM2.5年均浓度（10分）。实际42.6微克/立方米。",
        "1.PM2.5年均浓度(10分)。实际完成42.6微克/立方米。",
    ],
)
def test_a_metric_named_in_a_sentence_of_its_own(sentence: str) -> None:
    assert found(sentence, "air.pm25") == [(None, "42.6")]


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5年均浓度(10分)。目标值45微克/立方米。",
        "PM2.5污染防治。罚款42.6万元。",
        "PM2.5年均浓度稳步下降。全省为42.6微克。",
    ],
)
def test_a_metric_without_a_value_in_the_next_sentence(sentence: str) -> None:
    assert found(sentence, "air.pm25") == []


def test_the_rate_of_each_kind_of_handlers() -> None:
    sentence = "危险废物规范化管理抽查合格率95%,产废单位94.4%,经营单位96.2%。"
    assert found(sentence, "waste.hazardous_compliance") == [
        (None, "95"),
        ("产废单位", "94.4"),
        ("经营单位", "96.2"),
    ]


def test_another_metric_is_no_part_of_a_scope() -> None:
    sentence = "全市地表水优良(Ⅰ-Ⅲ类)水质断面比例为92.9%,劣Ⅴ类断面比例为0。"
    assert [found.scope for found in measured(sentence).facts] == [None, None]
