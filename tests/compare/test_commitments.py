from __future__ import annotations

from dataclasses import replace

import pytest

from builder.compare.commitments import checkability
from builder.extract.commitments.products import product
from builder.model import Checkability, Period
from builder.model.comparison import Plan
from tests.smallreports import (
    commitment,
    compared,
    extraction,
    gold_comparison,
    gold_dossiers,
)


def plan(bureau: str) -> Plan:
    report = gold_dossiers()[bureau].line.report
    return next(found for found in gold_comparison().plans if found.report == report)


def test_all_sentences_of_the_seeds() -> None:
    counts = {bureau: len(plan(bureau).commitments) for bureau in gold_dossiers()}
    assert counts == {"岳阳县": 8, "衡南县": 4, "潜江市": 21, "某区": 16, "赣州市": 29}


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("出台《赣州市美丽城市建设实施方案》,建立体系。", "出台《赣州市美丽城市建设实施方案》"),
        ("推动落实,制定赣深合作2025年工作要点。", "制定赣深合作2025年工作要点"),
        ("完成全市重点河湖入河排污口整治,深入推进。", "完成全市重点河湖入河排污口整治"),
        ("完成市内流域横向生态补偿协议的签订;", "完成市内流域横向生态补偿协议的签订"),
        ("编制县河小流域综合治理规划。", "编制县河小流域综合治理规划"),
        ("建成城东第二污水处理厂并投运。", None),
        ("召开相关会议、制定工作方案。", None),
        ("高标准完成各类生态环保督察反馈问题整改任务。", None),
        ("确保完成省、市下达的各项目标任务。", None),
        ("建立健全流域补偿机制。", None),
        ("建立健全企业排污“账本”清单。", "建立健全企业排污“账本”清单"),
        ("建立项目清单。", None),
        ("完成各项整治。", None),
        ("加强生物多样性保护,提高管理水平。", None),
        ("学习贯彻《中华人民共和国长江保护法》。", None),
    ],
)
def test_named_products(words: str, clause: str | None) -> None:
    assert product(words) == clause


def test_the_strongest_way_to_check_counts() -> None:
    words = "出台《实施方案》,年底前完成。"
    assert checkability(commitment(words, deadline="年底前")) is Checkability.DATED
    assert checkability(commitment(words)) is Checkability.PRODUCT


def test_kinds_of_the_seeds() -> None:
    counts = {
        bureau: tuple(plan(bureau).count(kind) for kind in Checkability)
        for bureau in gold_dossiers()
    }
    assert counts == {
        "岳阳县": (0, 0, 0, 8),
        "衡南县": (0, 1, 0, 3),
        "潜江市": (1, 0, 0, 20),
        "某区": (0, 0, 0, 16),
        "赣州市": (3, 0, 6, 20),
    }


def test_answers_are_numbers_of_problems() -> None:
    answers = [item.answers for item in plan("岳阳县").commitments]
    assert answers == [(1,), (1,), (), (), (), (2,), (2,), (3,)]


def test_report_without_plan_has_an_empty_one() -> None:
    (only,) = compared(extraction("a")).plans
    assert (only.report, only.commitments) == ("a", ())


def test_promises_for_more_years_stand_apart() -> None:
    near, far = "建成污水处理厂1座。", "“十五五”时期,建成污水处理厂3座。"
    five = Period.years(2026, 2030)
    facts = (replace(commitment(far, horizon=five), start=1), commitment(near))
    (only,) = compared(extraction("a", *facts)).plans
    assert [(item.number, item.fact.quote) for item in only.commitments] == [(1, near)]
    assert [(item.number, item.fact.quote) for item in only.further] == [(2, far)]
