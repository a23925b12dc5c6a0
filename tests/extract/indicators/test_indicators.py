from __future__ import annotations

from decimal import Decimal

import pytest

from builder.model import Change, Direction, Indicator, Rank
from tests.extract.reports import HEAD, PLAN, measured

PM25 = ("air.pm25", "31", "μg/m³")
SPELLINGS = {
    PM25: (
        "PM2.5平均浓度31微克/立方米",
        "PM2.5浓度为31μg/m3",
        "PM 2.5 年均浓度 31 ug/m³",
        "PM_2.5平均浓度为每立方米31微克",
        "细颗粒物(PM2.5)平均浓度31微克每立方米",
        "细颗粒物浓度均值降至31微克/立方米",
        "ＰＭ２．５浓度３１微克／立方米",
        "PM2.5(细颗粒物)累计均值达31μg/m³",
        "PM2.5浓度为31",
        "pm2.5为31微克/立方米",
    ),
    ("air.o3", "155", "μg/m³"): (
        "臭氧(日最大8小时滑动平均值第90百分位数)155微克/立方米",
        "O3-8h第90百分位数浓度155微克/立方米",
        "臭氧浓度155ug/m3",
        "臭氧(O3)日最大8小时第90百分位浓度为155微克/立方米",
    ),
    ("air.good_days_ratio", "88.7", "%"): (
        "优良率88.7%",
        "空气质量优良天数比例为88.7%",
        "空气优良天数比率达88.7%",
        "优良天数占比88.7%",
        "环境空气质量优良率达到88.7%",
        "达标天数比例８８．７％",
        "优良天数88.7%",
        "AQI优良率88.7%",
    ),
    ("air.composite_index", "3.22", "1"): (
        "空气质量综合指数3.22",
        "环境空气质量综合指数为3.22",
        "综合指数达到3.22",
        "环境空气综合指数3.22",
    ),
    ("water.good_ratio", "96", "%"): (
        "25个国、省考断面水质优良比例为96%",
        "国考断面Ⅰ-Ⅲ类水质比例96%",
        "国控断面达到或优于Ⅲ类的比例为96%",
        "地表水优良水体比例96%",
        "国考断面优良率96%",
        "省控断面I—III类断面占96%",
        "断面优Ⅲ比例达96%",
        "地表水水质优良(达到或优于Ⅲ类)比例为96%",
    ),
    ("water.drinking_compliance", "100", "%"): (
        "县级及以上集中式饮用水水源地水质达标率100%",
        "集中式饮用水源达标率稳定保持100%",
        "饮用水水质合格率100%",
        "4个城市饮用水源地水质达标率为100%",
    ),
    ("soil.farmland_safe_use", "93", "%"): (
        "受污染耕地安全利用率达到93%",
        "受污染耕地安全利用率93%",
        "受污染耕地的安全利用率为93%",
    ),
    ("water.class", "Ⅲ", "class"): (
        "府河断面水质达到Ⅲ类",
        "府河断面水质均值为Ⅲ类",
        "府河稳定保持在地表水III类标准",
        "府河断面水质达到三类标准",
        "府河断面为Ⅲ类",
        "府河断面年均水质符合Ⅲ类",
        "府河断面Ⅲ类水质".replace("断面Ⅲ", "断面保持Ⅲ"),
        "府河水质总体为优,稳定在Ⅲ类",
    ),
}
NONE = (
    "力争PM2.5平均浓度达到31微克/立方米。",
    "全年目标为PM2.5年均浓度不超过31微克/立方米。",
    "PM2.5年均浓度控制在31微克/立方米以内。",
    "PM2.5每超1微克扣2分。",
    "PM2.5浓度为X微克/立方米,优良率*%。",
    "二氧化硫、氮氧化物排放量较2016年分别削减3.0%、2.6%。",
    "断面水质未达到Ⅲ类考核目标。",
    "河流水质超过Ⅲ类标准。",
    "启动重污染天气预警5次。",
    "PM2.5浓度超过35微克/立方米的天数有45天。",
    "以96.67%的满意率通过人大常委会评议。",
    "优良率距离下达的89%目标还差0.3个百分点。",
    "单位地区生产总值能耗下降3%,铁路货运量占比达20%。",
    "推进PM2.5和臭氧协同控制项目12个。",
    "无劣Ⅴ类断面,水质稳居全省前列。",
)


def one(sentence: str) -> Indicator:
    (found,) = measured(sentence).facts
    return found


@pytest.mark.parametrize(
    ("expected", "form"),
    [(expected, form) for expected, forms in SPELLINGS.items() for form in forms],
)
def test_a_metric_in_all_its_spellings(expected: tuple[str, str, str], form: str) -> None:
    found = one(f"2024年,{form}。")
    assert (found.metric, str(found.value), found.unit) == expected
    assert str(found.period) == "2024"


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_indicator(sentence: str) -> None:
    assert measured(sentence).facts == ()


def test_a_plan_gives_no_indicator() -> None:
    assert (
        measured("PM2.5平均浓度达到31微克/立方米。", head=HEAD + "工作有序推进。\n" + PLAN).facts
        == ()
    )


@pytest.mark.parametrize(
    ("text", "value", "unit", "direction", "better"),
    [
        ("同比下降3.1%", "3.1", "%", Direction.DOWN, True),
        ("同比改善3.1%", "3.1", "%", Direction.DOWN, True),
        ("较上年同期改善了3.1%", "3.1", "%", Direction.DOWN, True),
        ("与去年同期相比下降3.1%", "3.1", "%", Direction.DOWN, True),
        ("比上年上升3.1%", "3.1", "%", Direction.UP, False),
        ("同比减少2微克/立方米", "2", "μg/m³", Direction.DOWN, True),
        ("同比降幅3.1%", "3.1", "%", Direction.DOWN, True),
        ("同比变化-3.1%", "3.1", "%", Direction.DOWN, True),
        ("同比恶化3.1%", "3.1", "%", Direction.UP, False),
    ],
)
def test_a_change(text: str, value: str, unit: str, direction: Direction, better: bool) -> None:
    assert one(f"PM2.5平均浓度31微克/立方米,{text}。").change == Change(
        value=Decimal(value), unit=unit, direction=direction, better=better
    )


@pytest.mark.parametrize("text", ["同比持平", "与去年持平", "较上年基本持平", "同比保持不变"])
def test_no_change(text: str) -> None:
    change = one(f"PM2.5平均浓度31微克/立方米,{text}。").change
    assert change is not None
    assert (change.direction, change.value) == (Direction.FLAT, None)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("较2020年下降27.3%", "2020"),
        ("较“十三五”末改善27.3%", "2020"),
        ("比上年末下降27.3%", "上年底"),
        ("较去年同期下降27.3%", None),
    ],
)
def test_the_basis_of_a_change(text: str, basis: str | None) -> None:
    change = one(f"PM2.5平均浓度31微克/立方米,{text}。").change
    assert change is not None
    assert change.basis == basis


@pytest.mark.parametrize(
    ("text", "position", "of", "area"),
    [
        ("全省排名并列第76位", 76, None, "全省"),
        ("在13县市区中排名第4", 4, 13, "县市区"),
        ("位居全省第一", 1, None, "全省"),
        ("全市排名第二", 2, None, "全市"),
        ("在全市6个县(市、区)中排名第2", 2, 6, "全市"),
        ("居全国首位", 1, None, "全国"),
        ("保持全省最优", 1, None, "全省"),
        ("全市20个区县排名第4(全省排名并列第87)", 4, 20, "全市"),
    ],
)
def test_a_rank(text: str, position: int, of: int | None, area: str) -> None:
    rank = one(f"优良率88.0%,{text}。").rank
    assert rank is not None
    assert (rank.position, rank.of, rank.area) == (position, of, area)
    assert not rank.from_bottom


def test_a_rank_from_the_bottom() -> None:
    rank = one("优良率88.0%,全市排名倒数第2位。").rank
    assert rank == Rank(position=2, of=None, area="全市", tied=False, from_bottom=True)


@pytest.mark.parametrize(
    "text", ["较上年前移12位", "获评全省先进", "执法大练兵得分92.5分,居全省第6位", "全市排名第X"]
)
def test_what_is_no_rank(text: str) -> None:
    assert one(f"优良率88.0%,{text}。").rank is None


def test_lists_of_metrics_values_and_changes_go_together() -> None:
    found = measured(
        "PM10、SO2、NO2浓度均值分别为48、9、17微克/立方米,同比分别下降7.7%、10%和持平。"
    ).facts
    assert [
        (f.metric, f.value, f.change and (f.change.direction.value, f.change.value)) for f in found
    ] == [
        ("air.pm10", Decimal(48), ("down", Decimal("7.7"))),
        ("air.so2", Decimal(9), ("down", Decimal(10))),
        ("air.no2", Decimal(17), ("flat", None)),
    ]


PER_CUBIC_METRE = (
    "PM2.5、PM10浓度分别为每立方米19微克、43微克",
    "PM2.5、PM10浓度分别为每立方米19、43微克",
    "PM2.5、PM10浓度每立方米分别为19微克和43微克",
    "PM2.5浓度为每立方米19微克,PM10浓度为43微克",
    "每立方米PM2.5浓度19微克、PM10浓度43微克",
    "细颗粒物、可吸入颗粒物浓度分别为19微克每立方米、43微克每立方米",
    "PM2.5和PM10浓度分别为19和43微克/立方米",
    "PM2.5、PM10平均浓度分别为每标准立方米19微克、43微克",
)


@pytest.mark.parametrize("form", PER_CUBIC_METRE)
def test_a_unit_said_once_for_all(form: str) -> None:
    found = measured(f"2024年,{form}。").facts
    assert [(f.metric, str(f.value), f.unit) for f in found] == [
        ("air.pm25", "19", "μg/m³"),
        ("air.pm10", "43", "μg/m³"),
    ]


@pytest.mark.parametrize("mask", ["3x.xx", "2X3", "*.*", "3X", "x.x", "XX.X", "2**", "8X.X"])
def test_no_value_from_a_mask(mask: str) -> None:
    sentence = f"PM2.5浓度为{mask}微克/立方米,优良率{mask}%,同比提高{mask}个百分点。"
    assert measured(sentence).facts == ()


def test_a_change_stands_behind_the_members_of_a_rank() -> None:
    found = one("综合指数4.87,在全市20个区县中排名第7(全省并列第82位),同比下降11.5%。")
    assert found.change is not None
    assert found.change.value == Decimal("11.5")


@pytest.mark.parametrize(
    "words",
    [
        "提高2个百分点,达到88%",
        "提高2个百分点至88%",
        "同比上升2个百分点,为88%",
        "较上年提升2个百分点,达88%",
        "增加2个百分点,达到88%",
        "比去年提高2个百分点,升至88%",
        "上升2个百分点,目前为88%",
        "同比提高2个百分点,实际达到88%",
    ],
)
def test_a_change_before_its_value(words: str) -> None:
    found = one(f"优良率{words}。")
    assert (str(found.value), found.change and str(found.change.value)) == ("88", "2")


@pytest.mark.parametrize(
    "sentence",
    [
        "优良天数增加5天,罚款88万元。",
        "优良率提高2个百分点,力争达到88%。",
        "优良率提高2个百分点,绿化率达到88%。",
    ],
)
def test_a_change_without_a_value_behind(sentence: str) -> None:
    assert [found.value for found in measured(sentence).facts] == [None]


@pytest.mark.parametrize("mark", ["低于35微克/立方米,达到31", "首次降到35微克/立方米以内,为31"])
def test_a_mark_before_the_value(mark: str) -> None:
    found = one(f"PM2.5浓度{mark}微克/立方米。")
    assert (str(found.value), found.qualifier.value) == ("31", "=")


def test_a_base_takes_no_change() -> None:
    found = measured("PM10浓度51微克/立方米,其中PM10较去年同期的54微克/立方米下降5.6%。").facts
    assert [(str(f.value), str(f.period), f.change and str(f.change.value)) for f in found] == [
        ("51", "2024", "5.6"),
        ("54", "2023", None),
    ]


def test_changes_alone() -> None:
    found = measured("PM10和SO2年均浓度较上年同期分别改善了8.2%和11.1%。").facts
    assert [(f.metric, f.value, f.change and f.change.value) for f in found] == [
        ("air.pm10", None, Decimal("8.2")),
        ("air.so2", None, Decimal("11.1")),
    ]


@pytest.mark.parametrize(
    ("text", "base", "value", "period"),
    [
        ("优良率由83.3%提高到88.6%", "83.3", "88.6", "2023"),
        ("优良率从83.3%上升至88.6%", "83.3", "88.6", "2023"),
        ("优良率为88.6%,较去年同期(83.3%)上升5.3个百分点", "83.3", "88.6", "2023"),
        ("优良率88.6%,去年同期为83.3%", "83.3", "88.6", "2023"),
        ("优良率由2020年的83.3%提升到88.6%", "83.3", "88.6", "2020"),
    ],
)
def test_a_base_is_an_indicator_of_its_own(text: str, base: str, value: str, period: str) -> None:
    found = measured(f"{text}。").facts
    assert {(str(f.value), str(f.period)) for f in found} == {(base, period), (value, "2024")}


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("中心城区PM2.5浓度22微克/立方米,优良率99.5%。", ["中心城区", "中心城区"]),
        ("中心城区优良率99.5%;县级及以上城市优良率99.4%。", ["中心城区", "县级及以上城市"]),
        ("甲县、乙县和丙区优良率分别为98%、97%、95%。", ["甲县", "乙县", "丙区"]),
        ("全市优良率99.5%。", [None]),
        ("汉江潜江段、东荆河水质稳定在Ⅱ类。", ["汉江潜江段", "东荆河"]),
        ("大富水、漳水、溾水3个断面水质分别为Ⅱ类、Ⅱ类、Ⅲ类。", ["大富水", "漳水", "溾水"]),
        ("赣江干流4个断面稳定保持Ⅱ类水质。", ["赣江干流4个断面"]),
        ("受污染耕地安全利用率93%。", [None]),
        ("受理群众投诉12件,群众满意率98%。", ["群众投诉"]),
        ("功能区声环境昼、夜间达标率分别为95.0%和80.0%。", ["功能区昼间", "功能区夜间"]),
        ("剔除沙尘天气影响后,优良率82.3%。", ["剔除沙尘天气影响后"]),
        ("优良率82.3%,剔除沙尘后PM2.5为32微克/立方米。", [None, "剔除沙尘后"]),
        ("优良率82.3%(扣除沙尘影响)。", ["扣除沙尘影响"]),
        ("优良率82.3%(排除烟花爆竹影响时段),SO2为8微克/立方米。", ["排除烟花爆竹影响时段", None]),
        ("3个县优良率达到100%。", ["3个县"]),
        ("平武、北川优良率98%以上。", ["平武、北川"]),
        ("衡南、衡阳和衡山优良率分别为98%、97%、95%。", ["衡南", "衡阳", "衡山"]),
        ("城市、水利优良率98%以上。", [None]),
        ("县城优良率89.6%。PM2.5浓度34微克/立方米。", ["县城", "县城"]),
        ("县城优良率89.6%。全县PM2.5浓度34微克/立方米。", ["县城", None]),
        ("县城优良率89.6%。\n二是PM2.5浓度34微克/立方米。", ["县城", None]),
    ],
)
def test_scopes(sentence: str, scopes: list[str | None]) -> None:
    assert [found.scope for found in measured(sentence).facts] == scopes


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("1-9月,PM2.5浓度39微克/立方米。优良率73.4%。", ["2024-01..2024-09"] * 2),
        ("202x年优良率73.8%。", [None]),
        ("截至12月5日,优良率95.6%。", ["2024-01-01..2024-12-05"]),
        ("2023年优良率95.6%。", ["2023"]),
        ("1月、12月PM2.5浓度分别为78、69微克/立方米。", ["2024-01", "2024-12"]),
        ("赣江水质连续8年稳定在Ⅱ类。", ["2017..2024"]),
    ],
)
def test_periods(sentence: str, periods: list[str | None]) -> None:
    assert [found.period and str(found.period) for found in measured(sentence).facts] == periods


def test_a_table_gives_its_results_and_not_its_targets() -> None:
    found = measured(
        "指标   年度目标   1-9月完成值\n"
        "PM2.5浓度(微克/立方米)   43   39\n"
        "优良天数比例(%)   68.5   73.4"
    ).facts
    assert [(f.metric, f.value, f.unit, str(f.period)) for f in found] == [
        ("air.pm25", Decimal(39), "μg/m³", "2024-01..2024-09"),
        ("air.good_days_ratio", Decimal("73.4"), "%", "2024-01..2024-09"),
    ]


def test_quotes_stand_in_the_source() -> None:
    text = "2024年,ＰＭ２．５ 平均 浓度 ３１ 微克/立方米。"
    found = one(text)
    assert found.quote in HEAD + text
    assert found.quote.startswith("ＰＭ２．５")
