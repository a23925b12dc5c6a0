from __future__ import annotations

import pytest

from builder.compare.commitments import checkability, product
from builder.model import Checkability, CommitmentTable
from tests.smallreports import commitment, gold_view


def table(bureau: str) -> CommitmentTable:
    return next(found for found in gold_view().commitments if found.bureau == bureau)


def test_all_sentences_of_the_seeds() -> None:
    counts = {found.bureau: len(found.rows) for found in gold_view().commitments}
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
    assert checkability(commitment(words, deadline="年底前"), words) is Checkability.DATED
    assert checkability(commitment(words), words) is Checkability.PRODUCT


def test_kinds_of_the_seeds() -> None:
    kinds = {
        found.bureau: [row.checkability.value for row in found.rows]
        for found in gold_view().commitments
    }
    counts = {
        bureau: tuple(found.count(kind.value) for kind in Checkability)
        for bureau, found in kinds.items()
    }
    assert counts == {
        "岳阳县": (0, 0, 0, 8),
        "衡南县": (0, 1, 0, 3),
        "潜江市": (1, 0, 0, 20),
        "某区": (0, 0, 0, 16),
        "赣州市": (3, 0, 6, 20),
    }


def test_summary_counts_each_sentence_once() -> None:
    assert table("赣州市").summary == (
        "共29句承诺：有数量指标的3句，有时限的0句，有具名成果的6句，其余20句为一般表述。"
        "每句按最强的一项计一次。"
    )
    assert table("赣州市").title == "赣州市：2025年计划的承诺"
    assert table("某区").title == "某区：下一步计划的承诺"


def test_row_with_target_and_row_without() -> None:
    row = table("潜江市").rows[6]
    assert (row.targets, row.deadline) == ("完成剩余3条国家清单农村黑臭水体整治销号", "未载明")
    assert row.checkable == "有数量"
    plain = table("岳阳县").rows[0]
    assert (plain.targets, plain.checkable) == ("无", "一般表述")
    assert plain.heading == "持续强基固本,力争环境质量稳中求进"


def test_answers_name_the_problems() -> None:
    answers = [row.answers for row in table("岳阳县").rows]
    assert answers == [
        "岳-问1",
        "岳-问1",
        "无",
        "无",
        "无",
        "岳-问2",
        "岳-问2",
        "岳-问3",
    ]
