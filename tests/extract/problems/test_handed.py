"""Shortcomings that others raised, as reports on their rectification name them."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Commitment, Problem, Rectification
from tests.extract.reports import outlined

HEAD = "关于督察反馈问题整改落实情况的自查报告\n一、总体情况\n反馈问题12项,已完成整改9项。\n"
PARTS = "二、反馈问题整改情况\n"
TWO = ("县城污水处理厂进水浓度偏低", "秸秆露天焚烧管控不力")


def titles(body: str) -> list[str]:
    facts = extract(outlined(f"{HEAD}{PARTS}{body}三、下一步打算\n完成剩余3项整改。\n")).facts
    return [fact.title for fact in facts if isinstance(fact, Problem)]


@pytest.mark.parametrize(
    "form",
    [
        "({mark})关于“{0}”的问题\n已完成整改。改造管网31.2公里。\n",
        "({mark}){0}问题。督察指出,部分区域存在此类情况。整改情况:改造管网31.2公里。\n",
        "({mark})关于{0}的问题。已完成整改。改造管网31.2公里。\n",
        "({mark}){0}问题\n整改情况:已改造管网31.2公里。\n",
        "({mark})关于“{0}”问题\n反馈问题:{0}。\n整改情况:已改造管网31.2公里。\n",
        "{digit}.反馈问题:{0}。整改情况:已改造管网31.2公里。\n",
        "{digit}.问题描述:{0}\n整改进展:已改造管网31.2公里。\n",
        "({mark})督察指出,{0}。目前已改造管网31.2公里,完成整改。\n",
        "({mark})督察组反馈,{0}。整改情况:已改造管网31.2公里。\n",
    ],
)
def test_raised_problems_above_their_rectification(form: str) -> None:
    marks = zip("一二", "12", TWO, strict=True)
    body = "".join(form.format(words, mark=mark, digit=digit) for mark, digit, words in marks)
    assert list(dict.fromkeys(titles(body))) == list(TWO)


@pytest.mark.parametrize(
    "body",
    [
        "(一)解决管网不完善问题\n新建管网3公里。\n",
        "(一)聚焦扬尘污染突出问题\n开展整治3次。\n",
        "(一)坚决查处违法排污问题\n查处案件12件。\n",
        "(一)典型问题\n已整改3个。\n",
        "(一)推动历史遗留问题整改\n已整改3个。\n",
        "(一)检查发现,3家企业未安装治污设施,已责令改正。\n",
    ],
)
def test_work_on_problems_names_none(body: str) -> None:
    assert titles(body) == []


BLOCK = (
    "{mark}{problem}\n责任单位:市水务局\n整改时限:2025年10月底前\n{label}:已完成。关停养殖场2家。\n"
)


@pytest.mark.parametrize("label", ["整改进展", "进展情况", "整改完成情况"])
@pytest.mark.parametrize(
    "problem", ["农膜回收不力,残膜污染耕地", "平川县填埋场渗滤液积存", "部分河段断流"]
)
def test_the_heading_of_a_labelled_block_is_a_problem(problem: str, label: str) -> None:
    body = "".join(
        BLOCK.format(mark=mark, problem=words, label=label)
        for mark, words in (("一、", problem), ("二、", "城区散煤复燃问题突出"))
    )
    page = extract(outlined(f"宁谷市2024年中央环保督察反馈问题整改进展情况报告\n{body}"))
    named = [fact.title for fact in page.facts if isinstance(fact, Problem)]
    assert named == [problem, "城区散煤复燃问题突出"]
    assert not [fact for fact in page.facts if isinstance(fact, Commitment)]
    assert len([fact for fact in page.facts if isinstance(fact, Rectification)]) == len(named)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "宁谷市生态环境局2024年工作总结",
            BLOCK.format(mark="一、", problem="治水", label="完成情况"),
        ),
        ("宁谷市督察反馈问题整改情况报告", "一、总体情况\n全市已完成整改12个。\n"),
        ("宁谷市督察反馈问题整改情况报告", "一、主要做法\n责任单位:市水务局\n召开会议3次。\n"),
    ],
)
def test_other_blocks_name_no_problem(title: str, body: str) -> None:
    facts = extract(outlined(f"{title}\n{body}")).facts
    assert [fact for fact in facts if isinstance(fact, Problem)] == []


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("医疗废物收集转运不规范", "督察指出,部分乡镇卫生院医疗废物贮存超过48小时。"),
        ("园区污水收集能力不足", "督察组指出,工业园日产污水1.9万吨,处理能力仅1.2万吨。"),
        ("部分镇对整改重视不够", "督察反馈,3个镇全年没有研究整改工作。"),
        ("历史遗留矿山修复滞后", "警示片披露:修复进度不足一半,边坡裸露。"),
    ],
)
@pytest.mark.parametrize("label", ["整改情况", "整改进展", "整改落实情况"])
def test_what_inspectors_said_of_a_block_is_its_problems(
    problem: str, said: str, label: str
) -> None:
    done = "建成暂存间38间,购置转运车辆7台,已通过市级验收。"
    block = f"{problem}\n{said}\n{label}:{done}\n"
    text = (
        f"关于督察反馈问题整改落实情况的报告\n一、{block}二、{block}三、下一步打算\n完成剩余3项。\n"
    )
    facts = extract(outlined(text)).facts
    told = f"{problem}\n{said}"
    assert [fact.quote for fact in facts if isinstance(fact, Problem)] == [told] * 2
    settled = [fact.quote for fact in facts if isinstance(fact, Rectification)]
    assert settled == [f"{told}\n{label}:{done}".rstrip("。")] * 2


def test_what_inspectors_said_without_any_progress_makes_no_block() -> None:
    text = "关于督察反馈问题整改落实情况的报告\n一、督察基本情况\n督察指出,全市有12项问题。\n"
    facts = extract(outlined(text)).facts
    assert not any(isinstance(fact, (Problem, Rectification)) for fact in facts)


SAID = (
    "督察指出,日产生污水1.9万吨,处理能力仅1.2万吨。",
    "督察组反馈:部分卫生院医疗废物贮存超过48小时。",
    "省督察组通报,废弃矿山修复不足一半。",
)


@pytest.mark.parametrize("said", SAID)
def test_what_inspectors_say_below_a_heading_belongs_to_its_problem(said: str) -> None:
    body = (
        f"一、园区污水收集处理能力不足\n{said}\n整改情况:二期工程于11月底通水,新增能力1万吨。\n"
        "二、部分县对生态环境保护重视不够\n整改情况:各县作出书面检查,计划2025年9月底前完成整改。\n"
    )
    page = extract(outlined(f"澜岐市2024年省督察反馈问题整改落实情况的报告\n{body}"))
    problems = [fact for fact in page.facts if isinstance(fact, Problem)]
    assert [one.title for one in problems] == [
        "园区污水收集处理能力不足",
        "部分县对生态环境保护重视不够",
    ]
    assert [one.quote for one in problems] == [
        f"园区污水收集处理能力不足\n{said}",
        "部分县对生态环境保护重视不够",
    ]
    done = [fact.quote for fact in page.facts if isinstance(fact, Rectification)]
    assert done == [
        f"园区污水收集处理能力不足\n{said}\n整改情况:二期工程于11月底通水,新增能力1万吨",
        "部分县对生态环境保护重视不够\n整改情况:各县作出书面检查",
    ]


def test_what_inspectors_say_without_a_label_below_stays_by_itself() -> None:
    body = "一、总体情况\n督察指出,管网溢流污染突出。目前已完成整改。\n"
    page = extract(outlined(f"澜岐市2024年省督察反馈问题整改落实情况的报告\n{body}"))
    assert [one.quote for one in page.facts if isinstance(one, Problem)] == ["管网溢流污染突出"]
