"""From where to where a rectification goes, and what looks like one and is none."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Rectification
from tests.extract.reports import HEAD, PLAN, outlined


def settled(text: str, head: str = HEAD) -> list[str]:
    """The quotes of the rectifications of a text among the work done."""
    facts = extract(outlined(f"{head}{text}\n{PLAN}完成12个村治理。\n")).facts
    return [one.quote for one in facts if isinstance(one, Rectification)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # Which check found it stands before what it found.
        ("开展走航监测8次，发现高值点位15个，已溯源处置12个。", 0),
        ("镇村河长巡河3600人次，查出问题46处，整改完成44处。", 0),
        ("对87家加油站逐一“会诊”，发现问题132个，推动整改129个。", 0),
        ("市林业局森林督查下发疑似图斑58个，查实违法图斑11个，已整改到位10个。", 0),
        ("组织开展“回头看”，对已销号任务逐项复核，未发现反弹。", 0),
        ("开展“护河”专项检查，对76家次单位进行检查，发现问题33个，已整改31个。", 0),
        # What is left, and rates, go on with it.
        ("省督察给我们指出9个问题，已经销号8个，剩下的污泥处置问题，正在加快推进。", 0),
        ("受理环境信访举报210件，办结206件，办结率98.1%，4件在办。", 0),
        ("排查出入河排污口问题120个，完成整治108个；12个正在整治。", 0),
        ("第二轮中央督察35项整改任务完成33项，序时完成率100%。", 0),
        ("接到群众投诉88件，办结85件，还有3件是12月底刚接的，正在调查处理。", 0),
        # Who raised a named problem, and what was done.
        ("省生态环境保护督察反馈的养殖尾水直排问题涉及池塘3200亩，已完成治理2900亩。", 0),
        ("中央督察反馈的填埋场渗滤液积存问题，累计处理渗滤液6.2万吨，库存清零。", 0),
        ("省级警示片披露的矿山破坏问题，恢复植被210亩，通过市级验收。", 0),
        ("上级督办案件XX件，全部按时办结。", 0),
        ("受理群众来信来访96件，处理率100%。", 0),
        # When, by which line, and mottoes are no part of it.
        ("全年受理信访件88件，办结86件。", len("全年")),
        ("今年以来通过12345热线受理投诉88件，办结86件。", len("今年以来通过12345热线")),
        ("通过随手拍等渠道收到举报35件，办结35件。", len("通过随手拍等渠道")),
        (
            "面对督察不回避不遮掩，中央督察组交办我县的26件信访件，办结25件。",
            len("面对督察不回避不遮掩，"),
        ),
        (
            "扎实抓好反馈问题整改，省级督察移交我县信访件18件，办结17件。",
            len("扎实抓好反馈问题整改，"),
        ),
    ],
)
def test_a_rectification_goes_from_who_found_it_to_what_is_left(sentence: str, wanted: int) -> None:
    assert settled(sentence) == [sentence[wanted:].rstrip("。")]


@pytest.mark.parametrize(
    "sentence",
    [
        "“服务企业”专班走访企业35家，解决问题29个。",
        "开展助企纾困行动，收集企业难题40个，解决问题38个。",
        "新增完成行政村环境整治128个。",
        "雨污混接点整治完成56处，完成率70%。",
        "受理行政审批事项310件，按期办结率100%。",
        "查办违法案件36起，结案率91.7%。",
        "2019年至2024年，4次中央和省督察共交办我市整改任务98项。",
    ],
)
def test_works_services_and_permits_are_none(sentence: str) -> None:
    assert settled(sentence) == []


def test_sanctions_part_what_is_told_of_two_sets() -> None:
    text = "开展专项检查，发现问题57个，已整改51个，立案2起，罚款14.8万元，受理投诉17件，全部办结。"
    assert settled(text) == [
        "开展专项检查，发现问题57个，已整改51个",
        "受理投诉17件，全部办结",
    ]


@pytest.mark.parametrize(
    "rest",
    [
        "其余24个计划明年汛期前完成",
        "剩余24个预计6月底前销号",
        "其余24个拟于年底前治理到位",
    ],
)
def test_what_is_planned_is_no_part(rest: str) -> None:
    told = "排查入河排污口412个，完成整治388个"
    assert settled(f"{told}，{rest}。") == [told]
    assert settled(f"{told}，其余24个正在整治。") == [f"{told}，其余24个正在整治"]


@pytest.mark.parametrize("promise", ["月底前也要见底", "务必在春节前办结", "要确保年底前清零"])
def test_what_will_be_done_is_no_part(promise: str) -> None:
    told = "中央督察交办我们的43件信访件，已经办结41件"
    assert settled(f"{told}，剩下两件{promise}。") == [told]


@pytest.mark.parametrize(
    "label", ["水源地隐患排查", "第三轮中央督察", "省级警示片", "入河排污口", "信访"]
)
def test_the_label_of_an_item_says_what_was_raised(label: str) -> None:
    text = f"1.{label}：涉及问题29项，已完成17项，剩余12项。\n2.绿化：补植树木300株。"
    assert settled(text) == [f"{label}：涉及问题29项，已完成17项，剩余12项"]


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (
            "抽查档案52份，发现材料不全的11份，已补正8份，其余3份正在完善。",
            "抽查档案52份，发现材料不全的11份，已补正8份，其余3份正在完善",
        ),
        (
            "部分问题管护跟不上，“回头看”发现反弹4个，已责成重新整改。",
            "“回头看”发现反弹4个，已责成重新整改",
        ),
        (
            "中央督察反馈的草原开垦问题，已恢复植被1.3万亩，但管护没有跟上。",
            "中央督察反馈的草原开垦问题，已恢复植被1.3万亩",
        ),
    ],
)
def test_what_was_done_about_a_problem_told_among_problems(problem: str, told: str) -> None:
    head = f"{HEAD}检查企业120家次。\n二、存在的主要问题\n一是整改成果不牢固。"
    assert settled(problem, head) == [told]


@pytest.mark.parametrize(
    "problem",
    [
        "问题已整改但管护不足，发现一处反弹一处。",
        "发现问题的能力不强，全市仅有监测车2辆。",
        "检查发现，2家汽修厂废机油贮存不规范，1家堆场未落实防渗。",
    ],
)
def test_a_problem_without_its_handling_has_none(problem: str) -> None:
    head = f"{HEAD}检查企业120家次。\n二、存在的主要问题\n一是整改成果不牢固。"
    assert settled(problem, head) == []
