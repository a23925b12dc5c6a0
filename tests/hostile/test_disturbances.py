"""Reports in broken lines, on pages, with notes and hidden words: no value wrong, few lost."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from tests import disturbed
from tests.disturbed import read, told, value_of, values
from tests.hostile import disturbances
from tests.hostile.disturbances import FILES, HEAD, LEAST_KEPT, TEXTS, WAYS, dressed, pages, wrong

OWN = [(name, text) for name, text in pages() if name.startswith("tests/hostile")]
WHOLE = {name: disturbances.values(disturbances.read(text, "x")) for name, text in OWN}


def assert_told(way: str) -> None:
    kept: Counter[str] = Counter()
    for name, text in OWN:
        found = disturbances.values(WAYS[way](text))
        assert wrong(found, WHOLE[name]) == [], name
        kept += Counter(all=WHOLE[name].total(), kept=(WHOLE[name] & found).total())
    assert kept["kept"] >= LEAST_KEPT * kept["all"]


@pytest.mark.parametrize("way", TEXTS)
def test_values_of_a_text_that_is_written_another_way(way: str) -> None:
    assert_told(way)


@pytest.mark.slow
@pytest.mark.parametrize("way", FILES)
def test_values_of_a_file_that_is_written_another_way(way: str) -> None:
    assert_told(way)


NEWLINE = "\n"
LONG = "全市完成重点治理项目三百余个，新建污水管网，持续推进流域综合治理和生态修复工作，"
BODY = f"{LONG}完成投资31亿元；{LONG}淘汰老旧车辆1687辆；{LONG}立案查处案件46起。\n" * 4


@pytest.mark.parametrize("width", [40, 56, 72])
def test_lines_that_end_where_the_next_word_has_no_room_go_on(width: int) -> None:
    cut = disturbances.folded(BODY.replace("\n", "\n　　"), width)
    assert values(told(cut)) == values(told(BODY))


@pytest.mark.parametrize("every", [1, 2])
@pytest.mark.parametrize("way", [way for way in TEXTS if "cut" in way or "pages" in way])
@pytest.mark.parametrize(
    "name", ["canghai-city-2024", "hegu-county-2024q3", "mingchuan-county-2025"]
)
def test_tabs_that_set_paragraphs_in_part_no_cells(way: str, name: str, every: int) -> None:
    lines = dict(OWN)[f"tests/hostile/pages/{name}.txt"].split("\n")
    text = "\n".join(f"\t{line}" if at % every == 0 else line for at, line in enumerate(lines))
    whole, found = (
        disturbances.values(disturbances.read(text, "x")),
        disturbances.values(WAYS[way](text)),
    )
    assert wrong(found, whole) == []
    assert (whole & found).total() >= LEAST_KEPT * whole.total()


def test_a_change_at_the_start_of_a_broken_line_is_no_mark() -> None:
    """11.1个百分点 is one number; 2.3个国控断面 is a mark and a count."""
    text = dict(OWN)["tests/hostile/pages/mianshan-title-2024.txt"]
    cut = disturbances.folded(text, 40)
    assert "同比下降\n11.1个百分点，其中" in cut
    assert disturbances.values(disturbances.read(cut, "x")) == disturbances.values(
        disturbances.read(text, "x")
    )


@pytest.mark.parametrize("head", ["", f"\n{HEAD}"])
@pytest.mark.parametrize("mark", ["— 7 —", "7", "第7页", "第 7 页 共 20 页"])
def test_a_sentence_goes_on_behind_the_foot_of_a_page(mark: str, head: str) -> None:
    line = "全市完成重点治理项目，新建污水管网，持续推进流域综合"
    cut = f"{line}\n" * 4 + "及城乡环境整治，受理各类来信来访，建成了污水管网99{}.6公里。\n"
    found = told(f"{head}\n{cut.format(f'{NEWLINE}{mark}{head}{NEWLINE}')}")
    assert values(found) == values(told(cut.format("")))
    assert "99.6" in str(values(found))
    assert "page_mark" in {piece.rule for piece in found.outline.furniture}


TABLE = (
    "县区\tPM2.5（微克/立方米）\tPM10（微克/立方米）\t优良天数比例（%）\n"
    "甲区\t34\t57\t87.2\n乙县\t27\t45\t93.4\n"
)


@pytest.mark.parametrize(
    "table",
    [
        TABLE.replace("立方米）\t优良", "立方\n米）\t优良"),
        TABLE.replace("\t优良天数", "\n\t优良天数"),
        TABLE.replace("\t45\t", "\t4\n5\t").replace("4\n5", "45\n"),
        TABLE.replace("乙县", f"— 3 —\n{HEAD}\n乙县"),
        TABLE.replace("乙县", "— 3 —\n乙县"),
    ],
    ids=["in a head", "before a tab", "behind a cell", "head of a page", "foot of a page"],
)
def test_rows_of_tables_are_whole(table: str) -> None:
    assert values(told(f"{HEAD}\n{table}")) == values(told(TABLE))
    assert len(values(told(TABLE))) == 6


def test_lines_beside_numbers_of_pages_are_heads_only_where_they_come_again() -> None:
    text = f"完成治理项目3个。\n— 1 —\n{HEAD}\n完成治理项目5个。\n— 2 —\n{HEAD}\n建成厂站7座。\n"
    heads = [one for one in told(text).outline.furniture if one.rule == "running_head"]
    assert len(heads) == 2
    once = told(text.replace(HEAD, "重点工作", 1)).outline.furniture
    assert "running_head" not in {one.rule for one in once}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("PM2.5平均浓度26微克/", []),
        ("PM2.5平均浓度26微克/立", []),
        ("镉含量5毫克/千克。", []),
        ("化肥用量3吨/亩。", []),
        ("日处理3万吨/天。", ["3 万吨/天"]),
        ("年处理3万吨/年。", ["3 万吨/年"]),
    ],
)
def test_a_unit_that_goes_on_behind_a_stroke_is_no_unit(sentence: str, found: list[str]) -> None:
    assert values(told(sentence)) == found


@pytest.mark.parametrize("metric", ["air.so2", "air.no2"])
@pytest.mark.parametrize("more", ["", "，同比持平", "，24"])
def test_one_value_for_two_names_is_none(metric: str, more: str) -> None:
    assert value_of(f"SO2、NO2年均值分别为8微克/立方米{more}。", metric) is None
    assert value_of(f"SO2、NO2年均值均为8微克/立方米{more}。", metric) == "8"


def test_blanks_before_a_number_change_no_reading() -> None:
    plan = "二、2025年工作计划\n（一）对已完成的{}19项整改任务开展“回头看”。\n"
    assert values(told(plan.format(" "))) == values(told(plan.format("")))
    tabbed = "\t全市PM2.5平均浓度为\t28微克/立方米，同比下降3%；优良率为\t92%。\n" * 3
    assert values(told(tabbed)) == ["28 μg/m³", "92 %"] * 3
    rate = "2.国省考断面水质优良比例 100 %，与去年持平；黑臭水体消除比例 100 %。"
    assert value_of(rate, "water.good_ratio") == "100"


def test_headlines_beside_a_short_article_are_not_its_own() -> None:
    short = "云溪县生态环境局2024年工作总结\n一、工作情况\nPM2.5平均浓度31微克/立方米。"
    assert values(dressed(short)) == ["31 μg/m³"]


def test_a_cause_of_all_ways_is_the_table_of_the_readme() -> None:
    assert len(WAYS) == 20
    assert len(pages()) == 51


def test_units_of_the_first_of_numbers_side_by_side_stop_nothing() -> None:
    for text in ("总磷2mg/L、\ufffd.065mg/L、0", "办结5件、\ufffd件。三是加", "2个、、3个地块调查"):
        assert read(f"{HEAD}{text}").report.report == "report"


@pytest.mark.parametrize(
    "piece",
    [
        "中央督察反馈问题5个，完成整改3个，其余2个正在整改，",
        "2024年1月至5月，",
        "石桥断面水质为Ⅱ类，大桥断面水质为Ⅲ类，",
        "优良天数比例92%，在全省排名第3，同比上升2个百分点，",
        "完成治理项目3个，PM2.5浓度31微克/立方米，投入资金5万元，",
        "3个，",
        "水气",
    ],
)
@pytest.mark.slow
def test_a_text_without_any_sentence_end_takes_time_as_its_length_does(piece: str) -> None:
    """With a look at the whole sentence for each of its numbers it took seven times as long."""
    endless, ended = (_seconds(part) for part in (piece, f"{piece[:-1]}。"))
    assert endless < 4 * ended + 1


def _seconds(piece: str) -> float:
    begun = time.process_time()
    read(f"{disturbed.HEAD}{(piece * 50_000)[:50_000]}")
    return time.process_time() - begun
