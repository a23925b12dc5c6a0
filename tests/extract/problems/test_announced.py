"""What is read of parts that are announced by other words than 存在的问题 and 下一步打算."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Commitment, Problem
from tests.extract.reports import outlined

TITLE = "某县生态环境局2025年工作情况\n一年来，淘汰燃煤锅炉12台，检查企业340家次。\n"


def told(text: str) -> tuple[list[str], list[str]]:
    """The quotes of problems and of promises."""
    facts = extract(outlined(text)).facts
    return (
        [one.quote for one in facts if isinstance(one, Problem)],
        [one.quote for one in facts if isinstance(one, Commitment)],
    )


@pytest.mark.parametrize(
    ("problems", "plan"),
    [
        ("堵点清单\n", "发力点清单\n"),
        ("【还差什么】\n", "【接着干什么】\n"),
        ("二、隐患与软肋\n", "三、对策\n"),
        ("挑战在哪儿\n", "下一阶段怎么走\n"),
        ("卡点：", "计划："),
    ],
)
def test_the_facts_of_announced_parts(problems: str, plan: str) -> None:
    found, promised = told(
        f"{TITLE}{problems}设计单位频繁变更图纸，造成返工窝工。\n{plan}更换设计单位，委托有资质的团队。\n"
    )
    assert [one.rstrip("。") for one in found] == ["设计单位频繁变更图纸，造成返工窝工"]
    assert promised == ["更换设计单位，委托有资质的团队。"]


@pytest.mark.parametrize(
    "lead",
    [
        "难处也不少。",
        "困难还是有的。",
        "工作虽有进展，但差距不小。",
        "记者：还有哪些难啃的骨头？\n",
    ],
)
def test_a_sentence_that_only_announces_is_no_problem_itself(lead: str) -> None:
    problems, plan = told(f"{TITLE}{lead}乡镇医疗废物收运周期过长，有的超过了5天。\n")
    assert [one.rstrip("。") for one in problems] == ["乡镇医疗废物收运周期过长，有的超过了5天"]
    assert plan == []


@pytest.mark.parametrize(
    "ask",
    [
        "恳请市局核增编制5名。",
        "请县里尽快下达运行补助，缓解资金压力。",
        "建议县政府把监测站用房纳入预算。",
    ],
)
def test_what_others_are_asked_for_is_neither(ask: str) -> None:
    problems, plan = told(f"{TITLE}二、明年打算\n新建空气站2座。\n三、要求\n{ask}\n")
    assert problems == []
    assert plan == ["新建空气站2座。"]


@pytest.mark.parametrize(
    "work",
    [
        "联合公安机关打击第三方机构弄虚作假。",
        "着力补齐监测短板，新建空气站3座。",
        "破解资金缺口大的难题，争取资金2亿元。",
    ],
)
def test_work_on_what_is_wrong_is_no_problem(work: str) -> None:
    assert told(f"{TITLE}{work}\n")[0] == []
    assert told(f"{TITLE}二、明年打算\n{work}\n") == ([], [work])


def test_problems_may_be_one_aspect_of_what_is_told() -> None:
    text = (
        "工作开展方面，拆除违建23处。\n存在问题方面，上游两个村污水直排入库。\n"
        "下步工作方面，为两个村建设一体化设施2座。\n"
    )
    problems, plan = told(f"{TITLE}{text}")
    assert [one.rstrip("。") for one in problems] == ["上游两个村污水直排入库"]
    assert len(plan) == 1


def test_why_stands_behind_what_is_wrong() -> None:
    text = "畜禽粪污中心运行时断时续，主要是设备锈蚀、缺少操作工。"
    assert told(f"{TITLE}二、短板\n{text}\n")[0] == [text]
