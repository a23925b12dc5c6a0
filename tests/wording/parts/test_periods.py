from __future__ import annotations

from dataclasses import replace
from datetime import date

from builder.model import Extraction, Level, PartName
from builder.model.plotted import StripPlot
from tests.printedparts import made, paragraphs, pictures, seed_part
from tests.smallreports import extraction, indicator, second, tally


def named(report: str, place: str, *facts: object, period: str | None = "2024") -> Extraction:
    return extraction(
        report,
        *facts,  # type: ignore[arg-type]
        bureau=f"{place}市生态环境局",
        region=("某省", f"{place}市"),
        period=period,
    )


def test_the_paragraph_says_who_compares_and_why_the_others_stand_apart() -> None:
    assert paragraphs(seed_part(PartName.PERIODS)) == [
        (
            "空气质量能直接对比的有潜江市、岳阳县，都是2024年、未限定范围的数据。"
            "各单位行政层级不同，按各自辖区的值并列。"
            "赣州市给的是部分区域的值；衡南县、某区的数据不是全年，都另列，不排名。"
            "饮用水达标率可对比的有潜江市、岳阳县。耕地安全利用率可对比的有岳阳县、赣州市。"
            "督察事项交办年份不同，只看完成情况，不比完成率。"
        )
    ]


def test_the_strip_has_a_row_a_bureau_and_only_what_compares_is_solid() -> None:
    (picture,) = pictures(seed_part(PartName.PERIODS))
    assert picture.caption == "只有潜江市、岳阳县的空气数据同期、同范围"
    assert isinstance(picture.plot, StripPlot)
    rows = {row.name: row for row in picture.plot.rows}
    assert list(rows) == ["潜江市", "岳阳县", "赣州市", "衡南县", "某区"]
    assert [row.remark for row in rows.values()] == [
        "可直接对比",
        "可直接对比",
        "范围不同",
        "不是全年",
        "不是全年",
    ]
    data, plan = rows["潜江市"].stretches
    assert (data.start, data.end, data.label, data.solid) == (
        date(2024, 1, 1),
        date(2024, 12, 31),
        "全年",
        True,
    )
    assert plan.planned
    assert plan.start == date(2025, 1, 1)
    assert not any(each.solid for each in rows["赣州市"].stretches)


def test_one_report_has_nothing_to_compare() -> None:
    assert made(PartName.PERIODS, extraction("jia", indicator("30"))) == ()


def test_where_no_two_values_compare_nothing_is_ranked() -> None:
    (part,) = made(
        PartName.PERIODS,
        extraction("jia", indicator("30")),
        second(indicator("31", period="2023"), period="2023"),
    )
    assert paragraphs(part) == ["空气质量没有两家单位的数据期、范围都相同，本简报不作排序。"]
    assert pictures(part)[0].caption == "空气数据没有两家同期、同范围"


def of_province(name: str, value: str) -> Extraction:
    return extraction(
        name,
        indicator(value),
        bureau=f"{name}生态环境厅",
        region=(name,),
        level=Level.PROVINCE,
    )


def test_provinces_compare_among_themselves_beside_the_cities() -> None:
    (part,) = made(
        PartName.PERIODS,
        *(named(name, name, indicator(value)) for name, value in (("子", "30"), ("丑", "31"))),
        named("寅", "寅", indicator("32")),
        of_province("河北省", "20"),
        of_province("河南省", "21"),
    )
    assert paragraphs(part) == [
        (
            "空气质量能直接对比的有丑市、子市、寅市，都是2024年、未限定范围的数据。"
            "河北省、河南省可另行对比，都是2024年、未限定范围的数据。"
        )
    ]
    rows = {row.name: row.remark for row in pictures(part)[0].plot.rows}  # type: ignore[union-attr]
    assert rows["河北省"] == "另行对比"


def test_a_province_alone_among_cities_is_not_ranked() -> None:
    (part,) = made(
        PartName.PERIODS,
        *(named(name, name, indicator(value)) for name, value in (("子", "30"), ("丑", "31"))),
        of_province("河北省", "20"),
    )
    assert paragraphs(part) == [
        (
            "空气质量能直接对比的有丑市、子市，都是2024年、未限定范围的数据。"
            "河北省是省级的值，都另列，不排名。"
        )
    ]
    rows = {row.name: row.remark for row in pictures(part)[0].plot.rows}  # type: ignore[union-attr]
    assert rows["河北省"] == "层级不同"


def test_a_year_that_is_not_over_is_drawn_as_far_as_its_figures_go() -> None:
    short = named("子", "子", tally("10", "9"))
    short = replace(short, report=replace(short.report, as_of=date(2024, 10, 25)))
    (part,) = made(PartName.PERIODS, short, named("丑", "丑", tally("20", "5")))
    rows = {row.name: row.stretches for row in pictures(part)[0].plot.rows}  # type: ignore[union-attr]
    assert [(each.label, each.end) for each in rows["子市"]] == [
        ("2024年1月1日—10月25日", date(2024, 10, 25))
    ]
    assert [each.label for each in rows["丑市"]] == ["全年"]


def test_sets_of_the_same_years_are_not_said_to_differ() -> None:
    (part,) = made(
        PartName.PERIODS,
        extraction("jia", tally("10", "9")),
        second(tally("20", "5")),
    )
    assert "交办年份不同" not in paragraphs(part)[0]


def test_of_many_bureaus_those_with_the_same_times_share_a_row() -> None:
    reports = [
        named(f"r{number:02}", letter, indicator(str(20 + number)))
        for number, letter in enumerate("子丑寅卯辰巳午未申酉戌亥甲")
    ]
    (part,) = made(PartName.PERIODS, *reports)
    (picture,) = pictures(part)
    assert picture.caption == "13家的空气数据同期、同范围"
    assert isinstance(picture.plot, StripPlot)
    assert [row.name for row in picture.plot.rows] == ["子市、丑市等13家"]
