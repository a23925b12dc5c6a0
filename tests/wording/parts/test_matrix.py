"""存在问题和对应承诺: the problems of the seeds and of small reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from builder.model import Extraction, Link, Period, Problem, RunStyle, Strength, Sureness, Theme
from builder.model.comparison import Comparison
from builder.model.page import BriefingPart, LineKind, Table
from builder.wording.parts.matrix import matrix
from builder.wording.parts.quotes import clauses, shown
from tests.smallreports import (
    commitment,
    compared,
    extraction,
    gold_comparison,
    gold_dossiers,
    problem,
    second,
)
from tests.wording.parts.blocks import context, lines, made, paragraphs, rows, tables, words

OWN = {"没有找到相关做法", "计划中没有找到"}
TEXT = "管网不完善。部分乡镇管网错接混接,污水直排。运维不到位。"


@cache
def part() -> BriefingPart:
    (found,) = matrix(context(gold_comparison()))
    return found


def problems() -> Table:
    return tables(part())[0]


def row(title: str) -> tuple[list[str], list[str], list[str]]:
    """The three cells of a problem, by its title."""
    cells = next(row.cells for row in problems().rows if title in lines(row.cells[0])[1])
    first, second_, third = map(lines, cells)
    return first, second_, third


def named(*titles: str) -> Extraction:
    """A report that names problems and has no plan."""
    found = [problem(TEXT, title, title) for title in titles]
    return extraction("jia-2024", *found, text=TEXT)


def test_paragraph_says_who_names_how_many_and_how_they_are_answered() -> None:
    assert paragraphs(part()) == [
        (
            "四家写明问题12个：未见对应承诺3个，仅同主题承诺3个，有相关承诺6个。赣州市没有写自身问题。"
            "是否对应由程序按用词判断，可在附录核对原句。"
        )
    ]


def test_problems_without_a_promise_come_first_and_are_counted_on() -> None:
    heads = [lines(row.cells[0])[0] for row in problems().rows]
    tags = [lines(row.cells[2])[0] for row in problems().rows]
    assert heads[:4] == ["1 衡南县　大气", "2 衡南县　农村环境", "3 衡南县　水", "4 潜江市　水"]
    assert [head.split()[0] for head in heads] == [str(number) for number in range(1, 13)]
    assert tags == ["未见对应承诺"] * 3 + ["仅同主题承诺"] * 3 + ["有相关承诺"] * 6


def test_tags_have_their_styles() -> None:
    styles = [row.cells[2].runs[0].style for row in problems().rows]
    assert [style for style, _ in Counter(styles).items()] == [
        RunStyle.UNANSWERED,
        RunStyle.GENERAL,
        RunStyle.ANSWERED,
    ]


def test_row_of_a_problem_without_a_promise() -> None:
    first, done, promised = row("乡镇污水处理不稳定")
    assert first == [
        "3 衡南县　水",
        "乡镇污水处理不稳定",
        (
            "然而部分乡镇污水处理厂存在污水收集率偏低、雨污分流不彻底、监测数据不正常等现象；"
            "如三塘污水处理厂不能正常运行〔衡21〕"
        ),
    ]
    assert done == ["建成乡镇污水处理厂25座；完成主管网建设140公里〔衡21〕"]
    assert promised == ["未见对应承诺", "计划中没有找到"]


def test_row_with_a_cause_and_promises() -> None:
    first, _, promised = row("生态环境质量改善压力大")
    assert first[2:] == [
        (
            "八仙桥断面总磷浓度仍不能稳定达标；在有效控制PM2.5浓度上措施还不够有力，"
            "特别是在秸秆禁烧上部门、乡镇在协同发力上还有差距〔岳66〕"
        ),
        "原因　受县城区排水影响",
    ]
    assert promised == [
        "有相关承诺",
        (
            "持续开展走航监测，确保空气质量达到国家二级标准〔岳69〕；"
            "持续加强洞庭湖总磷削减、饮用水源环境监管〔岳70〕"
        ),
    ]


def test_work_that_nobody_tells_of_is_said() -> None:
    assert row("养殖行业问题突出")[1] == ["没有找到相关做法"]


def test_work_tells_what_is_settled_and_how_much_is_left_out() -> None:
    (done,) = row("信访投诉量大")[1]
    assert done == (
        "制定信访件办理流程图和整改工作作战图；已办结30件〔衡6〕；"
        "完成整改销号246件，剩余10件正按整改时限持续推进〔衡9〕；另有1项"
    )


def test_a_clause_that_holds_the_title_is_the_title() -> None:
    assert row("水质不达标")[0] == [
        "4 潜江市　水",
        "第二轮省级环保督察交办的部分乡镇地下水型饮用水源地的水质不达标问题〔潜30〕",
    ]


def test_titles_are_bold_lines() -> None:
    assert {row.cells[0].lines[1].kind for row in problems().rows} == {LineKind.TITLE}


def test_every_clause_stands_in_its_report() -> None:
    whole = {
        name: shown(report.extraction.outline.source.plain)
        for name, report in gold_dossiers().items()
    }
    for each in problems().rows:
        head, *said = lines(each.cells[0])
        text = whole[head.split()[1].split("　")[0]]
        quoted = [*said, *lines(each.cells[1]), *lines(each.cells[2])[1:]]
        for line in quoted:
            bare = "".join(run.split("〔")[0] for run in line.split("〕")).split("；另有")[0]
            assert line in OWN or all(
                clause.words in text for clause in clauses(bare.removeprefix("原因　"))
            )


def test_note_says_how_the_words_were_shortened_and_turned() -> None:
    assert words(problems().note) == (
        "没有“原因”的，原文没有写明原因。引文为原文的整个分句，标点统一为全角；原句见附录。"
        "衡南县已转为简体。"
    )


def test_report_without_a_plan_is_no_report_without_a_promise() -> None:
    found = made(matrix, named("管网不完善"))
    assert paragraphs(found) == [
        "甲市写明问题1个：报告没有下一步计划的1个。是否对应由程序按用词判断，可在附录核对原句。"
    ]
    assert rows(tables(found)[0])[0][2] == "报告没有下一步计划"


def test_reports_that_name_no_problem() -> None:
    found = made(matrix, extraction(), second())
    assert paragraphs(found) == ["甲市、乙市的报告没有写自身问题。"]
    assert tables(found) == []


def test_unsure_problem_is_to_be_checked() -> None:
    doubted = replace(problem(TEXT, "运维不到位", "运维不到位"), sureness=Sureness.UNSURE)
    found = made(matrix, extraction("a", doubted, text=TEXT))
    assert lines(tables(found)[0].rows[0].cells[0])[0] == "1 甲市　水　须核对"


def test_what_is_granted_is_no_title() -> None:
    text = "治水能力不断提升,但管网错接混接仍然较多,雨天溢流未得到根治。"
    found = made(matrix, extraction("a", problem(text, text, "治水能力不断提升"), text=text))
    assert lines(tables(found)[0].rows[0].cells[0])[1:] == [
        "管网错接混接仍然较多",
        "雨天溢流未得到根治〔甲1〕",
    ]


def test_promise_of_several_years_is_said_to_be_one() -> None:
    text = "管网不完善。“十五五”时期,改造城区管网。"
    trouble = problem(text, "管网不完善", "管网不完善")
    far = replace(
        commitment("“十五五”时期,改造城区管网。", horizon=Period.years(2026, 2030)), start=6, end=22
    )
    near = replace(commitment("加强执法。"), start=21, end=22)
    link = Link(
        report="a",
        problem=trouble.start,
        commitments=(6,),
        strength=Strength.DIRECT,
        shared=("管网",),
    )
    found = made(matrix, extraction("a", trouble, far, near, text=text, links=[link]))
    assert "（中长期目标）" in rows(tables(found)[0])[0][2]


def copies(count: int) -> Comparison:
    """Reports of many bureaus, each with the problems of 衡南县 or 岳阳县."""
    seeds = [gold_dossiers()[name].extraction for name in ("衡南县", "岳阳县")]
    return compared(*(_copy(seeds[number % 2], number) for number in range(count)))


def _copy(seed: Extraction, number: int) -> Extraction:
    name = f"copy-{number:02}"
    place = f"{chr(ord('甲') + number)}{chr(0x4E00 + number)}县"
    return replace(
        seed,
        report=replace(
            seed.report, report=name, bureau=f"{place}生态环境局", region=("某省", place)
        ),
        outline=replace(seed.outline, source=replace(seed.outline.source, report=name)),
        facts=tuple(replace(fact, report=name) for fact in seed.facts),
        links=tuple(replace(link, report=name) for link in seed.links),
    )


def folded(count: int) -> BriefingPart:
    (found,) = matrix(context(copies(count)))
    return found


def test_from_eight_bureaus_answered_problems_have_a_line_each() -> None:
    full, short, grid = tables(folded(8))
    assert [lines(row.cells[2])[0] for row in full.rows] == ["未见对应承诺"] * 12
    assert (short.caption, len(short.rows), short.dense) == ("计划中写到的问题", 16, True)
    said = {tuple(cell.split("〔")[0] for cell in row[1:]) for row in rows(short)}
    assert said == {
        ("信访", "信访投诉量大", "对群众信访件进行立行立改、边督边改"),
        ("水、大气", "生态环境质量改善压力大", "持续加强洞庭湖总磷削减、饮用水源环境监管"),
        ("党建", "党建引领中心工作不够深", "积极开展形式多样的“党建+生态环保”主题活动"),
        ("队伍能力", "队伍综合素质有待提高", "开展业务培训和执法大练兵活动"),
    }
    assert (grid.columns[0].head, grid.groups[1].head) == (("单位",), "水")


def test_from_sixteen_bureaus_only_open_problems_have_a_line() -> None:
    listed, grid = tables(folded(16))
    assert (listed.caption, len(listed.rows)) == ("未见对应承诺的问题", 24)
    assert [column.head for column in grid.columns][:2] == [("主题",), ("占全部单位",)]


def test_of_too_many_some_of_every_theme_stand_and_the_rest_is_counted() -> None:
    listed, _ = tables(folded(42))
    themes = Counter(row[1] for row in rows(listed))
    assert (len(listed.rows), set(themes.values())) == (20, {6, 7})
    assert words(listed.note) == "其余43个见 briefing.xlsx。"


@pytest.mark.parametrize("count", [1, 2, 5, 8, 16])
def test_widths_fill_the_page(count: int) -> None:
    for table in tables(folded(count)):
        assert sum(column.width for column in table.columns) == pytest.approx(162, abs=0.2)


def test_theme_of_a_problem_is_its_main_one() -> None:
    both = replace(problem(TEXT, "运维不到位", "运维不到位"), themes=(Theme.RURAL, Theme.AIR))
    assert isinstance(both, Problem)
    found = made(matrix, extraction("a", both, text=TEXT))
    assert lines(tables(found)[0].rows[0].cells[0])[0] == "1 甲市　农村环境"
