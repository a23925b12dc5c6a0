"""下一年承诺: the plans of the seeds and of small reports."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from builder.model import (
    Commitment,
    Extraction,
    Period,
    Qualifier,
    Sureness,
    Target,
)
from builder.model.page import BriefingPart, Heading, Table
from builder.wording.parts.commitments import commitments
from tests.smallreports import commitment, extraction, gold_comparison, second
from tests.wording.parts.blocks import context, made, paragraphs, rows, tables, words
from tests.wording.parts.test_matrix import copies


@cache
def part() -> BriefingPart:
    (found,) = commitments(context(gold_comparison()))
    return found


def of(bureau: str) -> tuple[str, list[Table]]:
    """The line of signs and the tables of a bureau."""
    blocks = list(part().blocks)
    first = blocks.index(Heading(text=bureau)) + 1
    heads = (at for at in range(first, len(blocks)) if isinstance(blocks[at], Heading))
    own = blocks[first : next(heads, len(blocks))]
    found = replace(part(), blocks=tuple(own))
    return paragraphs(found)[0], tables(found)


def promised(*quotes: str | Commitment) -> Extraction:
    """A report whose text is its promises, one behind the other."""
    text, facts = "", []
    for quote in quotes:
        fact = quote if isinstance(quote, Commitment) else commitment(quote)
        start = len(text)
        targets = tuple(
            replace(target, start=start + target.start, end=start + target.end)
            for target in fact.targets
        )
        text += fact.quote
        facts.append(replace(fact, start=start, end=len(text), targets=targets))
    return extraction("jia-2024", *facts, text=text)


def aimed(quote: str, aim: str, value: str, unit: str) -> Commitment:
    """A promise with a number to be reached."""
    start = quote.index(aim)
    target = Target(
        value=Decimal(value),
        unit=unit,
        qualifier=Qualifier.AT_LEAST,
        start=start,
        end=start + len(aim),
        quote=aim,
    )
    return replace(commitment(quote), targets=(target,))


def test_paragraph_counts_what_can_be_checked() -> None:
    assert paragraphs(part())[0] == (
        "五家计划共78句承诺，可核查的（写明数量、时限或具名成果）11句，占14.1%（由本简报计算）。"
        "写明时限的只有衡南县1句。每个圆为一句，实心为可核查。"
    )


def test_bureaus_have_their_headings_in_the_order_of_all_tables() -> None:
    heads = [block.text for block in part().blocks if isinstance(block, Heading)]
    assert heads == ["潜江市", "岳阳县", "赣州市", "衡南县", "某区"]


@pytest.mark.parametrize(
    ("bureau", "line"),
    [
        ("赣州市", "●●●●●●●●●" + "○" * 20 + "　29句，可核查9句：数量3、成果6；均未写时限"),
        ("潜江市", "●" + "○" * 20 + "　21句，可核查1句：数量1；均未写时限"),
        ("岳阳县", "○" * 8 + "　8句，没有可核查的"),
        ("衡南县", "●○○○　4句（2024年），可核查1句：时限1"),
        ("某区", "○" * 16 + "　16句（计划期未写明），没有可核查的"),
    ],
)
def test_line_of_signs(bureau: str, line: str) -> None:
    assert of(bureau)[0] == line


def test_checkable_promises_stand_in_full_with_their_aim() -> None:
    checkable, _ = of("赣州市")[1]
    assert [column.head for column in checkable.columns] == [
        ("主题",),
        ("可核查的承诺",),
        ("目标、成果、时限",),
    ]
    assert rows(checkable)[:3] == [
        ["项目资金", "加快推进198个美丽赣州建设行动重点项目实施〔赣22〕", "198个"],
        [
            "土壤",
            (
                "依法实施土壤污染风险管控和修复，全域推进受污染耕地成因排查，持续加大重点建设用地准入管理，"
                "力争重点建设用地安全利用率保持100%〔赣27〕"
            ),
            "重点建设用地安全利用率保持100%（“力争”）",
        ],
        [
            "队伍能力",
            (
                "实施“调队伍、优结构、固基础、提能力”四大工程，选优配强科级干部队伍，"
                "县（市、区）生态环境局主要领导全部配齐，科级领导岗位人员配备达95%以上〔赣43〕"
            ),
            "科级领导岗位人员配备达95%以上",
        ],
    ]
    assert rows(checkable)[4][2] == "出台《赣州市美丽城市建设实施方案》"


def test_deadline_is_an_aim() -> None:
    assert rows(of("衡南县")[1][0])[0][2] == "2024年"


def test_general_promises_are_one_clause_each_by_theme() -> None:
    (general,) = of("岳阳县")[1]
    assert general.columns[1].head == ("一般性承诺8句（摘要点）",)
    assert rows(general) == [
        [
            "大气、水",
            "确保空气质量达到国家二级标准〔岳69〕；持续加强洞庭湖总磷削减、饮用水源环境监管〔岳70〕",
        ],
        [
            "督察整改",
            (
                "严格落实问题整改“污染消除、生态修复、群众满意”总要求〔岳72〕；"
                "全面开展突出环境问题整改工作“回头看”督查和“洞庭清波”常态化监督任务整改情况专项督查〔岳73〕"
            ),
        ],
        [
            "党建、队伍能力",
            (
                "组织党员志愿者深入社区、学校、企业开展环保知识宣传教育活动〔岳74〕；"
                "建立健全党建工作与业务工作深度融合的考核评价机制〔岳75〕；开展业务培训和执法大练兵活动〔岳76〕"
            ),
        ],
        ["统筹与责任", "确保完成省、市污染防治攻坚战下达的各项目标任务〔岳71〕"],
    ]


def test_every_promise_is_told_once() -> None:
    told = [
        run.mark
        for table in tables(part())
        for row in table.rows
        for run in row.cells[1].runs
        if run.mark
    ]
    assert (len(told), len(set(told))) == (78, 78)


def test_soonest_comes_first_then_numbers_then_products() -> None:
    found = made(
        commitments,
        promised(
            "出台《甲市水污染防治办法》。",
            aimed("新建管网12公里。", "新建管网12公里", "12", "公里"),
            commitment("年底前完成清淤。", deadline="年底前"),
            commitment("6月底前建成泵站。", deadline="6月底前"),
            commitment("10月15日前完成验收。", deadline="10月15日前"),
            commitment("三季度末前完成调查。", deadline="三季度末前"),
        ),
    )
    assert [row[1].split("〔")[0] for row in rows(tables(found)[0])] == [
        "6月底前建成泵站",
        "三季度末前完成调查",
        "10月15日前完成验收",
        "年底前完成清淤",
        "新建管网12公里",
        "出台《甲市水污染防治办法》",
    ]
    assert rows(tables(found)[0])[4][2] == "≥12公里"


def test_one_bureau_needs_no_heading() -> None:
    found = made(commitments, promised("加强执法。"))
    assert not any(isinstance(block, Heading) for block in found.blocks)
    assert paragraphs(found) == [
        (
            "甲市计划共1句承诺，没有可核查的（写明数量、时限或具名成果）。都没有写明时限。"
            "每个圆为一句，实心为可核查。"
        ),
        "○　1句，没有可核查的",
    ]


def test_report_without_a_plan_has_one_sentence() -> None:
    found = made(commitments, promised("加强执法。"), second())
    assert paragraphs(found)[0].endswith("乙市的报告没有下一步计划。每个圆为一句，实心为可核查。")


def test_promises_of_several_years_stand_apart_and_do_not_count() -> None:
    far = commitment("“十五五”时期,建成区管网改造100公里。", horizon=Period.years(2026, 2030))
    found = made(commitments, promised("加强执法。", far))
    assert paragraphs(found)[0].startswith("甲市计划共1句承诺")
    assert paragraphs(found)[-1] == ("中长期目标1句，另计：建成区管网改造100公里〔甲2〕")


def test_unsure_promise_is_to_be_checked() -> None:
    doubted = replace(commitment("加强执法。"), sureness=Sureness.UNSURE)
    assert rows(tables(made(commitments, promised(doubted)))[0])[0][1] == (
        "加强执法〔甲1〕（须核对）"
    )


def test_many_signs_are_counted() -> None:
    quotes = [f"加强第{number}组执法。" for number in range(41)]
    found = made(commitments, promised("出台《甲市水污染防治办法》。", *quotes))
    assert paragraphs(found)[1].startswith("●×1 ○×41　42句，可核查1句：成果1")


def test_deadlines_beside_stronger_ways_are_counted() -> None:
    quote = "年底前新建管网12公里。"
    both = replace(aimed(quote, "新建管网12公里", "12", "公里"), deadline="年底前")
    found = made(commitments, promised(both))
    assert paragraphs(found)[1] == "●　1句，可核查1句：数量1；写明时限的共1句"
    assert rows(tables(found)[0])[0][2] == "≥12公里；年底前"


def folded(count: int) -> BriefingPart:
    (found,) = commitments(context(copies(count)))
    return found


def test_from_eight_bureaus_general_promises_are_counted_by_theme() -> None:
    found = folded(8)
    assert len(tables(found)) == 4
    assert "一般性承诺3句：督察整改3。" in paragraphs(found)
    assert "一般性承诺8句：督察整改2、党建2、大气1、水1、队伍能力1、统筹与责任1。" in paragraphs(
        found
    )


def test_from_sixteen_bureaus_only_checkable_promises_stand() -> None:
    (table,) = tables(folded(16))
    assert (table.caption, len(table.rows)) == ("可核查的承诺", 8)
    assert [cell.split("〔")[0] for cell in rows(table)[0][1:]] == [
        "生态保护与创建",
        "确保2024年创建成功省生态文明示范区",
    ]
    assert words(table.note) == "一般性承诺见 briefing.xlsx。"


def test_of_fifty_bureaus_each_has_a_row() -> None:
    (table,) = tables(folded(50))
    assert len(table.rows) == 50
    said = {tuple(cell.split("〔")[0] for cell in row[1:]) for row in rows(table)}
    assert said == {("4", "1", "确保2024年创建成功省生态文明示范区"), ("8", "0", "—")}


@pytest.mark.parametrize("count", [2, 8, 16, 50])
def test_widths_fill_the_page(count: int) -> None:
    for table in tables(folded(count)):
        assert sum(column.width for column in table.columns) == pytest.approx(162, abs=0.2)


def test_theme_without_one_is_everybodys() -> None:
    bare = replace(commitment("加强执法。"), themes=())
    table = tables(made(commitments, promised(bare)))[0]
    assert rows(table)[0][0] == "统筹与责任"
