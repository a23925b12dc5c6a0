"""环境质量 of the seeds, checked by hand: what compares, its order, why the rest does not."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from builder.compare import groups, obstacles
from builder.model import Change, Direction, Extraction, Qualifier
from builder.model.sheet import SheetValue
from builder.vocabulary.environment.metrics import Compares, metric_of
from tests.goldfacts import gold_extractions
from tests.sheetrows import Row, made, rows
from tests.smallreports import extraction, indicator, second

PM25 = "细颗粒物（PM2.5）平均浓度（μg/m³）"
GOOD_DAYS = "优良天数比例（%）"


def table(metric: str, *reports: Extraction) -> list[Row]:
    """The rows of a metric, those that compare first."""
    return [row for row in rows(made(*reports)["环境质量"]) if row["指标"] == metric]


@cache
def gold() -> tuple[Row, ...]:
    return tuple(rows(made(*gold_extractions())["环境质量"]))


def of_gold(metric: str) -> list[Row]:
    return [row for row in gold() if row["指标"] == metric]


def compared(found: list[Row]) -> list[tuple[SheetValue, ...]]:
    return [(row.get("位次"), row["单位"], row.get("数值")) for row in found if "可比组" in row]


def apart(found: list[Row]) -> dict[tuple[SheetValue, ...], tuple[SheetValue, ...]]:
    """Values that stand apart: (bureau, number) to (reason, standard)."""
    return {
        (row["单位"], row.get("数值")): (row["不可比原因"], row.get("达标情况"))
        for row in found
        if "可比组" not in row
    }


def test_pm25_of_the_seeds() -> None:
    found = of_gold(PM25)
    assert compared(found) == [(1, "潜江市", 31), (2, "岳阳县", Decimal("32.86"))]
    assert {row["可比组"] for row in found if "可比组" in row} == {"2024年，未限定范围"}
    assert [row.get("变化") for row in found[:2]] == [None, "同比下降3.64%（改善）"]
    assert {row["限值"] for row in found[:2]} == {Decimal(35)}
    assert apart(found) == {
        ("赣州市", Decimal(22)): (
            "范围为中心城区，可比组为未限定范围",
            "达标（GB 3095-2012二级，≤35 μg/m³）",
        ),
        ("赣州市", Decimal("18.1")): (
            "范围为县级及以上城市，可比组为未限定范围",
            "达标（GB 3095-2012二级，≤35 μg/m³）",
        ),
        ("某区", Decimal(41)): (
            "年份被遮盖，统计期不能确定",
            "不评价：统计期不明或当时没有收录的限值",
        ),
        ("某区", Decimal("69.6")): (
            "统计期为2024年第一季度，可比组为2024年",
            "不评价：不是全年数据，不与年平均限值比较",
        ),
    }


def test_a_masked_year_has_no_days() -> None:
    (row,) = [row for row in of_gold(PM25) if row.get("数值") == 41]
    assert "统计期起" not in row
    assert "统计期止" not in row


def test_good_days_of_the_seeds() -> None:
    found = of_gold(GOOD_DAYS)
    assert [bureau for _, bureau, _ in compared(found)] == ["潜江市", "岳阳县"]
    assert apart(found)["衡南县", Decimal("95.6")] == (
        "统计期为2023年1月1日—12月5日，可比组为2024年",
        None,
    )


def test_lower_bounds_are_side_by_side_without_order() -> None:
    found = of_gold("受污染耕地安全利用率（%）")
    assert compared(found) == [(None, "岳阳县", 92), (None, "赣州市", 93)]
    assert {row["限定"] for row in found} == {"≥"}
    assert {row["不可比原因"] for row in found} == {
        "带“以上”“约”等限定的值只给出界限，先后不能确定的不排。"
    }


def test_equal_values_share_a_place() -> None:
    found = of_gold("饮用水水源地水质达标率（%）")
    assert [(place, value) for place, _, value in compared(found)] == [(1, 100)] * 2
    assert found[0]["可比组"] == "2024年，县级及以上饮用水水源"


def test_value_of_one_bureau_is_said_not_to_be_compared() -> None:
    reasons = apart(of_gold("环境空气质量综合指数"))
    assert reasons["岳阳县", Decimal("3.22")][0] == "只有岳阳县载明本指标，不作比较"


def test_change_without_value() -> None:
    (row,) = of_gold("二氧化硫（SO2）平均浓度（μg/m³）")
    assert "数值" not in row
    assert (row["变化"], row["不可比原因"]) == ("同比下降11.1%（改善）", "只载变化，未载数值")


@pytest.mark.parametrize("metric", ["水质类别", "总磷浓度（mg/L）"])
def test_water_bodies_are_not_put_in_an_order(metric: str) -> None:
    found = of_gold(metric)
    assert found
    assert compared(found) == []
    assert {row["不可比原因"] for row in found} == {"各断面、水体各有其值，不同对象之间不比较"}


def test_every_seed_value_stands_once() -> None:
    assert len(gold()) == 47
    assert all("出处" in row for row in gold())
    assert len({mark for row in gold() for mark in str(row["出处"]).split("、")}) == 37
    assert all("可比组" in row or "不可比原因" in row for row in gold())


@pytest.mark.parametrize("period", ["2023", "2024Q1", "2024-01..2024-11", None])
def test_other_periods_never_compare(period: str | None) -> None:
    found = table(PM25, extraction("a", indicator("30")), second(indicator("31", period=period)))
    assert compared(found) == []


def test_same_span_in_other_words_compares() -> None:
    found = table(
        PM25,
        extraction("a", indicator("30", period="2024H1")),
        second(indicator("31", period="2024-01..2024-06")),
    )
    assert len(compared(found)) == 2


def test_method_of_the_year_is_named_where_it_differs() -> None:
    metric = "air.good_days_ratio"
    old = [indicator("90", metric=metric, unit="%", period="2025")]
    new = indicator("85", metric=metric, unit="%", period="2026")
    other = extraction("c", new, bureau="丙市生态环境局", region=("某省", "丙市"))
    found = table(GOOD_DAYS, extraction("a", *old), second(*old), other)
    assert apart(found)["丙市", Decimal(85)][0] == (
        "统计期为2026年，可比组为2025年；评价方法为HJ 633-2026，可比组为HJ 633-2012"
    )


def test_two_values_of_one_report_in_one_scope_are_not_compared() -> None:
    twice = extraction("a", indicator("30"), indicator("33", start=5))
    found = apart(table(PM25, twice, second(indicator("31"))))
    assert found["甲市", Decimal(30)][0] == "同一报告同一口径有多个数值，不比较"


def test_bureau_is_not_compared_with_itself() -> None:
    found = table(
        PM25,
        extraction("a2023", indicator("30", period="2023"), period="2023"),
        extraction("a2024", indicator("30.0", period="2023"), period="2023..2024"),
        second(indicator("31", period="2023"), period="2023"),
    )
    assert len(compared(found)) == 2
    (reason,) = [reason for reason, _ in apart(found).values()]
    assert reason == "与甲市（2023年）是同一单位同一时期的数据，不重复比较"


def test_masked_object_is_not_compared() -> None:
    facts = [indicator("90", metric="water.compliance_rate", unit="%", scope="XX河口断面")]
    found = table("断面水质达标率（%）", extraction("a", *facts), second(*facts))
    assert compared(found) == []
    assert {row["不可比原因"] for row in found} == {"对象名称被遮盖"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(value=None, unit=None, direction=Direction.FLAT, better=None), "同比持平"),
        (
            Change(value=None, unit=None, direction=Direction.DOWN, better=True),
            "同比下降（幅度未载明）（改善）",
        ),
    ],
)
def test_words_of_changes(change: Change, words: str) -> None:
    (row,) = table(PM25, extraction("a", indicator(change=change)))
    assert row["变化"] == words


def test_a_hedge_stands_beside_the_number() -> None:
    fact = indicator("92", metric="soil.land_safe_use", unit="%", qualifier=Qualifier.ABOUT)
    (row,) = table("重点建设用地安全利用率（%）", extraction("a", fact))
    assert (row["限定"], row["数值"]) == ("≈", 92)


def test_a_metric_of_whole_areas_compares_only_those() -> None:
    city = indicator("34.5", metric="eco.forest_coverage", unit="%", scope="中心城区")
    one = extraction("jia-2024", city, indicator("50", metric="eco.forest_coverage", unit="%"))
    other = indicator("30.1", metric="eco.forest_coverage", unit="%", scope="中心城区")
    whole = indicator("40", metric="eco.forest_coverage", unit="%", start=5)
    found = table("森林覆盖率（%）", one, second(other, whole))
    assert [value for _, _, value in compared(found)] == [50, 40]
    assert {reason for reason, _ in apart(found).values()} == {
        "本指标只比较全域的值，这是中心城区的值"
    }


def test_a_metric_that_compares_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    never = metric_of("air.pm25").model_copy(update={"compares": Compares.NONE})
    for module in (groups, obstacles):
        monkeypatch.setattr(module, "metric_of", lambda _: never)
    found = table(PM25, extraction("jia-2024", indicator()), second(indicator()))
    assert compared(found) == []
    assert {row["不可比原因"] for row in found} == {"本指标各单位统计方法不一，不作比较"}


def test_the_provinces_value_in_a_countys_report_neither_compares_nor_meets_a_limit() -> None:
    own = indicator("29", start=9)
    wider = indicator("33", scope="全省")
    county = extraction(
        "a", wider, own, bureau="岳阳市生态环境局岳阳县分局", region=("湖南省", "岳阳市", "岳阳县")
    )
    other = extraction(
        "b",
        indicator("31"),
        bureau="衡阳市生态环境局衡南分局",
        region=("湖南省", "衡阳市", "衡南县"),
    )
    found = table(PM25, county, other)
    assert compared(found) == [(1, "岳阳县", 29), (2, "衡南县", 31)]
    assert apart(found) == {
        ("岳阳县", Decimal(33)): (
            "范围为全省，可比组为未限定范围",
            "不评价：是全省的值，不是本区域的值",
        )
    }
