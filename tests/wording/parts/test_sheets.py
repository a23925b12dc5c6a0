from __future__ import annotations

from dataclasses import replace

from builder.model import BriefingPart, Extraction, PartName, Qualifier
from builder.model.page import height
from builder.model.plotted import YearPlot
from tests.pairedreports import pair
from tests.printedparts import made, pictures, table_rows, tables
from tests.smallreports import commitment, extraction, indicator, tally


def city(
    number: int,
    *facts: object,
    period: str = "2024",
    bureau: int | None = None,
    text: str = "",
) -> Extraction:
    letter = "甲乙丙丁戊己庚辛"[number if bureau is None else bureau]
    return extraction(
        f"r{number}",
        *facts,  # type: ignore[arg-type]
        bureau=f"{letter}市生态环境局",
        region=("某省", f"{letter}市"),
        period=period,
        text=text,
    )


def by_caption(part: BriefingPart) -> dict[str, list[list[str]]]:
    return {table.caption: table_rows(table) for table in tables(part)}


def test_from_eight_bureaus_on_each_has_a_sheet_and_short_ones_share_a_page() -> None:
    parts = made(PartName.SHEETS, *(city(n, indicator(str(30 + n))) for n in range(8)))
    assert [part.title for part in parts] == [f"单位情况：{x}市" for x in "甲乙丙丁戊己庚辛"]
    assert not any(part.numbered for part in parts)
    assert [part.starts_page for part in parts] == [True, False, False] * 2 + [True, False]
    assert len({part.id for part in parts}) == len(parts)
    assert made(PartName.SHEETS, *(city(n, indicator(str(30 + n))) for n in range(7))) == ()


def test_a_figure_has_its_place_and_the_median_of_what_compares() -> None:
    parts = made(
        PartName.SHEETS,
        *(city(n, indicator(str(30 + n))) for n in range(7)),
        city(7, indicator("12", scope="中心城区")),
    )
    assert by_caption(parts[0])["主要指标"] == [
        ["PM2.5", "30 μg/m³〔甲1〕", "—", "第1位，共7家；中位数33μg/m³"]
    ]
    assert by_caption(parts[7])["主要指标"] == [["PM2.5", "12 μg/m³〔辛1〕 中心城区", "—", "—"]]


def test_the_median_of_hedged_values_is_not_computed() -> None:
    parts = made(
        PartName.SHEETS,
        *(city(n, indicator(str(30 + n))) for n in range(7)),
        city(7, indicator("40", qualifier=Qualifier.AT_LEAST)),
    )
    assert by_caption(parts[0])["主要指标"][0][3] == "第1位，共8家"


def test_the_sets_with_most_left_come_first_and_the_rest_is_counted() -> None:
    sets = [tally(str(10 * n), "10", subject=f"问题{n}", start=n) for n in range(1, 6)]
    part, *_ = made(PartName.SHEETS, city(0, *sets), *(city(n) for n in range(1, 8)))
    rows = by_caption(part)["督察、整改事项"]
    assert [row[:3] for row in rows] == [
        ["问题5", "10/50〔甲5〕", "40"],
        ["问题4", "10/40〔甲4〕", "30"],
        ["问题3", "10/30〔甲3〕", "20"],
    ]
    table = next(each for each in tables(part) if each.caption == "督察、整改事项")
    assert "".join(run.text for run in table.note) == "其余2个见 briefing.xlsx。"


def test_checkable_promises_stand_with_what_is_to_be_reached() -> None:
    text = "2025年6月底前完成污水处理厂扩建"
    part, *_ = made(
        PartName.SHEETS,
        city(0, commitment(text, deadline="2025年6月底前"), text=text),
        *(city(n) for n in range(1, 8)),
    )
    (caption,) = (name for name in by_caption(part) if name.startswith("下一年承诺"))
    assert caption == "下一年承诺1句，可核查1句"
    assert by_caption(part)[caption] == [["水", "2025年6月底前完成污水处理厂扩建〔甲1〕"]]


def test_a_sheet_with_many_long_rows_keeps_fewer_of_them_and_stays_on_its_page() -> None:
    names = ("pm25", "pm10", "so2", "no2", "good_days_ratio", "composite_index")
    scope = "各县市区和开发区的建成区以及全部乡镇" * 3
    figures = [
        indicator("30", metric=f"air.{name}", scope=scope, start=n) for n, name in enumerate(names)
    ]
    sets = [tally("50", "10", subject="反馈问题" * 4 + str(n), start=10 + n) for n in range(3)]
    promise = "完成城区和乡镇的雨污分流管网改造" * 5
    promises = [
        replace(commitment(promise, deadline=f"{n}月底前"), start=20 + n) for n in range(1, 6)
    ]
    others = [city(n) for n in range(1, 8)]
    part, *_ = made(PartName.SHEETS, city(0, *figures, *sets, *promises), *others)
    rows = [len(table.rows) for table in tables(part)]
    assert rows[0] < len(figures)
    assert min(rows) >= 2
    assert sum(map(height, tables(part))) < 215


def test_years_of_one_bureau_share_the_latest_reports_sheet() -> None:
    parts = made(
        PartName.SHEETS,
        city(0, indicator("30", period="2022"), period="2022"),
        city(1, indicator("28", period="2023"), period="2023", bureau=0),
        city(2, indicator("26", period="2024"), period="2024", bureau=0),
    )
    (part,) = parts
    assert part.title == "单位情况：甲市（2024年）"
    (picture,) = pictures(part)
    assert picture.caption == "2022—2024年主要指标"
    assert picture.alt == "PM2.5（μg/m³）：2022 30、2023 28、2024 26"
    assert isinstance(picture.plot, YearPlot)
    assert [point.joined for point in picture.plot.lines[0].points] == [True, True, True]


def test_a_year_with_another_scope_is_not_joined_and_the_note_says_so() -> None:
    (part,) = made(
        PartName.SHEETS,
        city(0, indicator("30", period="2022"), period="2022"),
        city(1, indicator("20", period="2023", scope="中心城区"), period="2023", bureau=0),
        city(2, indicator("26", period="2024"), period="2024", bureau=0),
    )
    (picture,) = pictures(part)
    assert isinstance(picture.plot, YearPlot)
    assert [point.joined for point in picture.plot.lines[0].points] == [True, False, True]
    said = "".join(run.text for run in picture.note)
    assert said.startswith("空心的点范围不同，不连线。出处：〔")


def test_last_years_promises_are_followed_up_in_the_sheet() -> None:
    (part,) = made(PartName.SHEETS, *pair())
    table = tables(part)[-1]
    assert table.caption == "上一年可核查的承诺5句，后一年报告写明完成2句"
    rows = table_rows(table)
    assert [row[2] for row in rows] == ["已完成"] * 2 + ["有进展或未达目标"] * 3
    assert [cell.split("〔")[0] for cell in rows[2]] == [
        "PM2.5年均浓度控制在34微克/立方米以下，优良天数比例达到87%以上",
        "全县PM2.5平均浓度33.5微克/立方米",
        "有进展或未达目标",
    ]
    assert "".join(run.text for run in table.note) == "后一年报告没有提及的，不等于没有完成。"
