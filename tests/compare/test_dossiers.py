from __future__ import annotations

from dataclasses import replace

import pytest

from builder.compare import compare
from builder.config import Config
from builder.model import Extraction, Level, Refusal, SourceKind
from builder.toml_file import TomlError
from tests.smallreports import compared, extraction, indicator


def city(
    name: str, value: str, *, scope: str | None = None, level: Level = Level.CITY
) -> Extraction:
    return extraction(
        name,
        indicator(value, scope=scope),
        bureau=f"{name}生态环境局",
        region=(name,),
        level=level,
    )


def order(*extractions: Extraction, config: Config | None = None) -> list[str]:
    return [report.line.report for report in compared(*extractions, config=config).reports]


def test_those_that_compare_stand_before_the_others() -> None:
    assert order(city("甲市", "20", scope="中心城区"), city("乙市", "30"), city("丙市", "31")) == [
        "丙市",
        "乙市",
        "甲市",
    ]


def test_provinces_stand_apart_before_cities_and_counties() -> None:
    assert order(city("甲市", "30"), city("乙省", "31", level=Level.PROVINCE)) == ["乙省", "甲市"]


def test_unofficial_pages_come_last() -> None:
    official, other = city("甲市", "30"), city("乙市", "31")
    line = replace(other.report, source_kind=SourceKind.TEMPLATE_SITE)
    assert order(replace(other, report=line), official) == ["甲市", "乙市"]


def test_the_order_of_the_configuration_goes_before_all() -> None:
    config = Config(order=("甲市",))
    reports = [city("甲市", "20", scope="中心城区"), city("乙市", "30"), city("丙市", "31")]
    assert order(*reports, config=config) == ["甲市", "丙市", "乙市"]


def test_error_a_name_of_the_order_that_no_report_has() -> None:
    config = Config(order=("乙市", "甲县", "甲市", "丙市"))
    absent = Refusal(file="丙市.pdf", reason="打不开", advice="请换一个。")
    with pytest.raises(TomlError) as caught:
        compare([city("甲市", "20"), city("乙市", "30")], [absent], config)
    assert str(caught.value) == (
        "briefing.toml: order[2]: 没有名为“甲县”的报告或单位。是不是想写 甲市？"
    )


def test_reports_of_one_bureau_stay_together_the_latest_first() -> None:
    def of_year(year: int, value: str) -> Extraction:
        return extraction(f"jia-{year}", indicator(value, period=str(year)), period=str(year))

    assert order(of_year(2022, "33"), city("乙市", "30"), of_year(2024, "31")) == [
        "jia-2024",
        "jia-2022",
        "乙市",
    ]


@pytest.mark.parametrize(
    ("bureau", "name"),
    [
        ("青坪县环境保护委员会办公室", "青坪县"),
        ("青坪县生态环境保护委员会办公室", "青坪县"),
        ("青坪县环委会办公室", "青坪县"),
        ("青坪县水利局", "青坪县水利局"),
    ],
)
def test_an_office_of_a_committee_is_named_by_its_place(bureau: str, name: str) -> None:
    line = replace(city("甲市", "30").report, bureau=bureau, region=("青坪县",))
    (report,) = compared(replace(city("甲市", "30"), report=line)).reports
    assert report.name.place == name
