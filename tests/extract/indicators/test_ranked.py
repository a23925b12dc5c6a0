"""Whose a rank is: of several metrics, of those named again, of sentences before."""

from __future__ import annotations

import pytest

from tests.extract.reports import measured

TWO = "PM2.5浓度35微克/立方米,优良天数比例90%"


def positions(sentence: str) -> list[int | None]:
    """The rank of each indicator of a text, in order."""
    return [one.rank.position if one.rank else None for one in measured(sentence).facts]


@pytest.mark.parametrize(
    "said",
    [
        "。PM2.5和优良天数全市均排第三。",
        "。两项指标均居全市第三。",
        ",2项指标均居全市第3位。",
        "。以上两项指标在全市均列第三位。",
        "。PM2.5浓度、优良天数比例双双位居全市第三。",
        ",两者均居全市第三名。",
        "。均排全市第3。",
        "。两个指标在13个县区中均排名第3。",
        "。PM2.5全市排名第3,优良天数比例全市排名第三。",
    ],
)
def test_a_rank_of_two_goes_to_both(said: str) -> None:
    assert positions(TWO + said) == [3, 3]


@pytest.mark.parametrize(
    "said",
    [
        ",分别居全市第2、3位。",
        ",分别排名全市第二和第三。",
        "。两项指标排名分别为第2、第3。",
        ",在全省12个设区市中分别排名第2和第3。",
        "。PM2.5和优良天数比例分别列全市第二、三名。",
        "。其中优良天数比例排名全市第三,PM2.5浓度排名全市第二。",
        ",全市排名分别为第2名、第3名。",
        "。PM2.5排名全市第2;优良天数比例居全市第3位。",
    ],
)
def test_a_list_of_ranks_goes_to_a_list_of_values(said: str) -> None:
    assert positions(TWO + said) == [2, 3]


@pytest.mark.parametrize(
    "said",
    [
        ",水环境质量排名全市第一。",
        ",满意度测评居全市第二。",
        ",综合指数全市排名第3。",
        "。空气质量在全省排名第三。",
        ",改善幅度分别居全市第2、第3。",
        "。三项指标均居全市第二。",
        ",水质指数排名全省第3位。",
        "。信访办结率居全市第一。",
        "。PM2.5和综合指数均排全市第三。",
    ],
)
def test_a_rank_of_something_else_is_none_of_the_values(said: str) -> None:
    assert positions(TWO + said) == [None, None]


@pytest.mark.parametrize(
    "said",
    [
        ",全市排名第3。",
        "。居全市第3位。",
        ",该指标居全市第三。",
        ",优良天数比例由全市第5位上升至第3位。",
        ",排名由全市第五位上升到第三位。",
        ",居全市第3位,较去年同期(第5位)上升2位。",
        ",去年全市第5位,今年居全市第3位。",
        ",优良率年均值居全市第三。",
    ],
)
def test_a_rank_goes_to_the_nearest_value_and_is_the_new_one(said: str) -> None:
    assert positions(TWO + said) == [None, 3]


@pytest.mark.parametrize(
    ("said", "area", "of", "last"),
    [
        ("居全国省会城市第3位", "全国省会城市", None, False),
        ("列全国337个地级及以上城市第3位", "全国", 337, False),
        ("全市排名第3(共13个县区)", "全市", 13, False),
        ("居全市倒数第三", "全市", None, True),
    ],
)
def test_the_area_of_a_rank(said: str, area: str, of: int | None, last: bool) -> None:
    (fact,) = measured(f"PM2.5浓度35微克/立方米,{said}。").facts
    assert fact.rank is not None
    assert (fact.rank.position, fact.rank.area, fact.rank.of) == (3, area, of)
    assert fact.rank.from_bottom is last


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("全区PM2.5浓度41微克/立方米,国控站点指标排名全市第一", "全市国控站点"),
        ("PM2.5浓度41微克/立方米,国控点位各指标均排全市第一", "全市国控点位"),
        ("全县综合指数3.21,国考空气站综合指数位列全市首位", "全市国考空气站"),
        ("PM2.5浓度41微克/立方米,省控站点数据在全省排第一", "全省省控站点"),
        ("4个国控站点PM2.5浓度41微克/立方米,居全市第一", "全市"),
        ("4个国控站点PM2.5浓度41微克/立方米,国控站点指标排名全市第一", "全市"),
    ],
)
def test_a_rank_of_stations_keeps_them_in_its_area(said: str, area: str) -> None:
    (fact,) = measured(f"{said}。").facts
    assert fact.rank is not None
    assert (fact.rank.position, fact.rank.area) == (1, area)


@pytest.mark.parametrize("said", ["降幅居全市第7", "降幅5%,居全市第7", "去年同期居全市第7"])
def test_a_rank_of_a_fall_or_of_a_year_before_is_none(said: str) -> None:
    assert positions(f"PM2.5浓度35微克/立方米,{said}。") == [None]


def test_a_rank_before_a_value_is_of_that() -> None:
    assert positions("PM2.5浓度全市排名第3,为35微克/立方米。") == [3]
