from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from builder.model import Extraction, PartName, Period, Sureness, Tally, TallySource
from builder.model.page import BriefingPart, RowKind
from tests.printedparts import heads, made, paragraphs, said, seed_part, table_rows, tables
from tests.smallreports import extraction, second, tally

NOTE = "完成率由本简报计算；起止年份不同，不排名。各组按剩余数由多到少排列。"


def part(*extractions: Extraction) -> BriefingPart:
    (found,) = made(PartName.INSPECTION, *extractions)
    return found


def items(
    total: str | None,
    done: str | None,
    subject: str,
    **more: Any,  # noqa: ANN401 -- any field of a tally
) -> Tally:
    """A set counted in 件."""
    return replace(tally(total, done, subject=subject), unit="件", **more)


def test_the_seeds_are_said_as_an_office_would() -> None:
    (words,) = paragraphs(seed_part(PartName.INSPECTION))
    assert words == (
        "督察交办、反馈事项，岳阳县环保督察反馈问题13个〔岳16〕已全部完成县级销号；"
        "岳阳县群众投诉问题〔岳16〕、衡南县中央、省生态环保督察及“回头看”交办信访件〔衡7〕"
        "已完成九成以上；未完成较多的是潜江市，2016—2023年中央和省督察交办整改任务166项完成131项"
        "〔潜21〕，35项序时推进；衡南县2023年9月6日—9月26日信访件40件完成30件〔衡4〕。"
        "排污口、专项行动和信访等事项，岳阳县群众诉求〔岳18〕、大气环境问题〔岳9〕、"
        "衡南县整改任务〔衡5〕已全部完成；潜江市长江入河排污口〔潜15〕、赣州市“群腐”问题〔赣1〕"
        "已完成九成以上；未完成较多的是潜江市，总干渠、汉南河排污口77个完成53个〔潜15〕。"
    )


def test_the_tables_of_the_seeds_are_sorted_by_what_is_left() -> None:
    first, second_ = tables(seed_part(PartName.INSPECTION))
    assert first.caption == "潜江市中央和省督察交办整改任务还有35项按期推进"
    assert second_.caption == "潜江市总干渠、汉南河排污口还有24个未完成"
    assert first.chart
    assert second_.chart
    assert sum(column.width for column in first.columns) == 162
    assert heads(first) == [
        "单位",
        "事项",
        "交办、统计期",
        "完成比例",
        "完成/总数",
        "完成率",
        "剩余",
    ]
    assert [(row[0], row[4], row[5], row[6]) for row in table_rows(first)] == [
        ("潜江市", "131/166项", "78.92%", "35"),
        ("衡南县", "30/40件", "75.00%", "10"),
        ("衡南县", "246/256件", "96.09%", "10"),
        ("岳阳县", "69/70件", "98.57%", "1"),
        ("岳阳县", "13/13个", "100.00%", "0"),
    ]
    assert first.rows[0].cells[3].share == Decimal(131) / Decimal(166)
    bands = [
        row[0]
        for row, made_ in zip(table_rows(second_), second_.rows, strict=True)
        if made_.kind is RowKind.BAND
    ]
    assert bands == ["排污口整治", "专项行动、信访和其他"]


def test_what_limits_a_settlement_stands_with_it() -> None:
    first, _ = tables(seed_part(PartName.INSPECTION))
    assert table_rows(first)[4][1] == "环保督察反馈问题（县级销号）〔岳16〕"


def test_sets_with_one_number_are_one_sentence_of_the_note() -> None:
    _, second_ = tables(seed_part(PartName.INSPECTION))
    assert said(second_.note) == (
        f"{NOTE}总数或完成数原文只给一项的不画："
        "潜江市第三轮中央生态环保督察涉及我市问题共19项〔潜22〕、"
        "潜江市饮用水源专项执法行动交办问题共7个〔潜16〕、"
        "潜江市多领域专项执法行动发现问题共144个〔潜27〕、"
        "岳阳县“夏季攻势”整治任务完成48项〔岳16〕、"
        "潜江市群众投诉完成327件〔潜32〕、潜江市排污口共55个〔潜15〕、"
        "岳阳县“洞庭清波”问题完成12个〔岳16〕、岳阳县存量问题完成3个〔岳16〕。"
    )


def test_nothing_is_made_of_reports_without_sets() -> None:
    assert made(PartName.INSPECTION, extraction("jia"), second()) == ()


def test_a_set_of_which_only_the_total_is_told_is_never_called_settled() -> None:
    found = part(extraction("jia", items("19", None, "督察移交问题")))
    assert tables(found) == []
    assert paragraphs(found) == ["总数或完成数原文只给一项的不画：甲市督察移交问题共19件〔甲1〕。"]


def test_a_rate_alone_is_said_as_printed() -> None:
    found = part(extraction("jia", items(None, None, "信访件", rate=Decimal("98.5"))))
    assert paragraphs(found) == ["总数或完成数原文只给一项的不画：甲市信访件完成率98.5%〔甲1〕。"]


def test_more_done_than_raised_is_a_doubt_and_not_drawn() -> None:
    found = part(extraction("jia", items("30", "31", "信访件")))
    assert tables(found) == []
    assert paragraphs(found) == ["完成数大于总数、须核对的：甲市信访件共30件完成31件〔甲1〕。"]


def test_a_printed_rate_that_does_not_follow_is_noted() -> None:
    found = part(extraction("jia", items("41", "30", "信访件", rate=Decimal(75))))
    (table,) = tables(found)
    assert table_rows(table)[0][5] == "73.17%"
    assert said(table.note) == (
        f"{NOTE}原文比率与数字不一致的：甲市信访件共41件完成30件完成率75%〔甲1〕。"
    )


def test_what_is_not_sure_is_counted_and_not_drawn() -> None:
    doubtful = items("10", "1", "信访件", sureness=Sureness.UNSURE)
    found = part(extraction("jia", doubtful, items("20", "20", "反馈问题", start=5, end=6)))
    (table,) = tables(found)
    assert [row[1] for row in table_rows(table)] == ["反馈问题〔甲2〕"]
    assert said(table.note) == f"{NOTE}另有1项须核对，未列入。"
    assert table.caption == "有总数和完成数的事项均已办结"


def test_a_tie_of_what_is_left_is_said() -> None:
    found = part(
        extraction("jia", items("20", "10", "反馈问题")), second(items("30", "20", "反馈问题"))
    )
    assert tables(found)[0].caption == "未完成最多的是甲市等2家，各有10件"


@pytest.mark.parametrize(
    ("state", "said_of_it"),
    [
        ("正在按序时推进。", "，10件正在按序时推进"),
        (",其余工作有序。", "，还有10件未完成"),
        ("达到省定目标的80%。", "，还有10件未完成"),
    ],
)
def test_what_is_left_is_told_in_the_reports_words(state: str, said_of_it: str) -> None:
    text = f"交办100件,办结90件,10件{state}"
    fact = items(
        "100", "80", "反馈问题", pending=Decimal(10), end=text.index("10件", 5) + len("10件")
    )
    (words,) = paragraphs(part(extraction("jia", replace(fact, start=0), text=text)))
    assert words == (
        f"督察交办、反馈事项，未完成较多的是甲市，反馈问题100件完成80件〔甲1〕{said_of_it}。"
    )


def test_the_time_of_a_set_is_said_where_it_is_not_the_reports() -> None:
    fact = items("100", "80", "反馈问题", period=Period.years(2016, 2023))
    (words,) = paragraphs(part(extraction("jia", fact)))
    assert words == (
        "督察交办、反馈事项，未完成较多的是甲市，2016—2023年反馈问题100件完成80件〔甲1〕。"
    )


def test_many_sets_are_folded_and_the_rest_is_counted() -> None:
    facts = [items("200", str(200 - n), f"第{n}批问题", start=n, end=n + 1) for n in range(15)]
    found = part(extraction("jia", *facts))
    (table,) = tables(found)
    assert len(table.rows) == 12
    assert table_rows(table)[0][1] == "第14批问题〔甲15〕"
    assert said(table.note) == f"{NOTE}其余3项剩余数较少，见 briefing.xlsx。"
    assert "未完成较多" not in paragraphs(found)[0]
    assert "等14项已完成九成以上" in paragraphs(found)[0]


def test_outfalls_alone_stand_under_their_band() -> None:
    fact = items("85", "73", "入河排污口", source=TallySource.OUTFALL)
    (table,) = tables(part(extraction("jia", fact)))
    assert [row[0] for row in table_rows(table)] == ["排污口整治", "甲市"]


def test_less_left_than_another_that_is_nearly_done_is_not_called_much() -> None:
    found = part(
        extraction("jia", items("57", "54", "信访件")), second(items("11", "9", "反馈问题"))
    )
    (words,) = paragraphs(found)
    assert words == (
        "督察交办、反馈事项，甲市信访件〔甲1〕已完成九成以上；"
        "完成不到九成的是乙市，反馈问题11件完成9件〔乙1〕。"
    )
