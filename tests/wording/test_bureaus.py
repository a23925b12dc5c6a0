from __future__ import annotations

import pytest

from builder.config import Config
from builder.language import Language
from builder.model import Extraction, Level
from builder.wording.bureaus import Bureaus
from builder.wording.wording import Wording
from tests.goldfacts import gold_extractions
from tests.printedparts import seed_comparison
from tests.smallreports import extraction, gold_view, viewed

ZH = Language("zh")


def rows(*extractions: Extraction, order: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = viewed(*extractions, config=Config(order=order)).bureaus
    return [(bureau.short, bureau.mark) for bureau in found]


def test_seeds_in_the_order_of_all_tables() -> None:
    assert rows(*gold_extractions()) == [
        ("潜江市", "潜"),
        ("岳阳县", "岳"),
        ("赣州市", "赣"),
        ("衡南县", "衡"),
        ("某区", "区"),
    ]


@pytest.mark.parametrize(
    "order",
    [
        ("岳阳县", "衡南县"),
        ("yueyang-county-2024", "hengnan-2023"),
        ("岳阳市生态环境局岳阳县分局", "hengnan-2023.txt"),
    ],
)
def test_order_of_the_configuration(order: tuple[str, ...]) -> None:
    shorts = [short for short, _ in rows(*gold_extractions(), order=order)]
    assert shorts == ["岳阳县", "衡南县", "潜江市", "赣州市", "某区"]


def test_marks_are_unique_where_names_begin_alike() -> None:
    heng = [
        extraction(f"{name}", bureau=f"{name}生态环境局", region=("湖南省", name))
        for name in ("衡南县", "衡阳县", "衡东县")
    ]
    assert rows(*heng) == [("衡东县", "衡"), ("衡南县", "南"), ("衡阳县", "阳")]


def test_two_years_of_a_bureau_are_told_apart() -> None:
    years = [extraction(f"a{year}", period=year) for year in ("2023", "2024")]
    shorts = [short for short, _ in rows(*years)]
    assert shorts == ["甲市（2024年）", "甲市（2023年）"]
    assert len({mark for _, mark in rows(*years)}) == 2


def test_more_namesakes_than_there_are_stems() -> None:
    namesakes = [
        extraction(f"a{number:02}", bureau=None, region=(), title="县环保局总结")
        for number in range(12)
    ]
    shorts = [short for short, _ in rows(*namesakes)]
    assert shorts[:2] == ["某市（2024年）甲", "某市（2024年）乙"]
    assert shorts[-2:] == ["某市（2024年）11", "某市（2024年）12"]


def test_place_comes_from_the_name_where_the_region_is_another() -> None:
    park = extraction(bureau="苏州工业园区生态环境局", region=("江苏省", "苏州市"))
    branch = extraction(bureau="合肥市肥东县生态环境分局", region=())
    assert [short for short, _ in rows(park)] == ["苏州工业园区"]
    assert [short for short, _ in rows(branch)] == ["合肥市肥东县"]


@pytest.mark.parametrize(
    ("title", "level", "short"),
    [
        ("区生态环境分局2024年一季度工作总结", Level.COUNTY, "某区"),
        ("市生态环境局X分局2022年工作总结", Level.COUNTY, "某县（区）"),
        ("市生态环境局2022年工作总结", Level.CITY, "某市"),
        ("工作总结", Level.UNKNOWN, "x-2022"),
    ],
)
def test_unnamed_bureau(title: str, level: Level, short: str) -> None:
    unnamed = extraction("x-2022", bureau=None, region=(), title=title, level=level)
    assert [found for found, _ in rows(unnamed)] == [short]


def test_cautions_in_words() -> None:
    read = seed_comparison()
    bureaus = Bureaus(Wording("zh", read.reports))
    (ganzhou,) = (one for one in read.reports if one.name.place == "赣州市")
    assert bureaus.cautions(ganzhou) == ("没有标题", "全文没有说明本单位存在问题的部分")
    cautions = {row.short: row.cautions for row in gold_view().bureaus}
    assert cautions["某区"] == (
        "报告期为2024年第一季度，不是全年",
        "来自非官方网站，真伪无从核对",
        "未写明单位",
        "有22处数字或名称被遮盖，一律不取",
        "部分数据未到期末或未写明截止日期",
        "混有其他年份的数字（1处）",
        "部分数字的年份不明（2处）",
        "文本不全",
        "有与时间或范围不符的说法（1处）",
    )
    assert "正文由简体机械转为繁体，已还原后比较，引文保持原样" in cautions["衡南县"]


def test_row_says_what_is_not_told() -> None:
    row = next(row for row in gold_view().bureaus if row.short == "赣州市")
    assert (row.title, row.published, row.as_of, row.publisher) == ("未载明",) * 4
    assert (row.name, row.level, row.region) == ("赣州市生态环境局", "市级", "江西省赣州市")
    assert (row.period, row.plan_period, row.source_kind) == ("2024年", "2025年", "来源不明")
