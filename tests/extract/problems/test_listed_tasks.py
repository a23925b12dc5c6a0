"""Problems of an inspection that are gone through by the numbers of its list."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Problem, Rectification
from tests.outlines import outlined

REPORT = (
    "某县2025年督察反馈意见整改进展情况报告\n一、总体进展\n完成9项。\n二、正在推进的任务\n{body}"
)
ITEMS = [
    (
        "(一)第7项:石材企业粉尘污染问题。拆除采砂船5艘,恢复岸坡植被120亩,已完成销号。",
        "石材企业粉尘污染",
    ),
    (
        "1.第十二条任务:医疗废物超期贮存问题。购置转运车3辆,已全部清运。",
        "医疗废物超期贮存",
    ),
    (
        "(三)3号:垃圾填埋场渗滤液积存问题。新建应急设备1套,累计处置渗滤液2万吨,已报市里验收。",
        "垃圾填埋场渗滤液积存",
    ),
    ("(二)燃煤锅炉淘汰不彻底问题。拆除锅炉22台,余下5台均已停用。", "燃煤锅炉淘汰不彻底"),
]


@pytest.mark.parametrize(("item", "problem"), ITEMS)
def test_an_item_of_a_list_names_its_problem_and_tells_what_was_done(
    item: str, problem: str
) -> None:
    facts = extract(outlined(REPORT.format(body=item))).facts
    assert [fact.title for fact in facts if isinstance(fact, Problem)] == [problem]
    (done,) = (fact for fact in facts if isinstance(fact, Rectification))
    assert done.quote.startswith(f"{problem}问题。")
    assert item.endswith(f"{done.quote}。")


@pytest.mark.parametrize(
    "item",
    [
        "(一)第7项:完成石材企业整治。拆除采砂船5艘,已完成销号。",
        "(一)聚焦群众反映的突出问题。走访企业12家,已全部办结。",
    ],
)
def test_work_under_a_number_is_no_problem(item: str) -> None:
    facts = extract(outlined(REPORT.format(body=item))).facts
    assert [fact for fact in facts if isinstance(fact, Problem)] == []


def test_the_same_heading_in_another_report_names_none() -> None:
    text = REPORT.format(body=ITEMS[3][0]).replace("督察反馈意见整改进展情况报告", "工作总结")
    facts = extract(outlined(text)).facts
    assert [fact for fact in facts if isinstance(fact, Problem)] == []
