from __future__ import annotations

import pytest

from builder.extract import extract
from builder.extract.problems import problems
from builder.extract.problems.causes import cause_span
from builder.model import Problem
from tests.extract.reports import HEAD, outlined

CAUSES = [
    ("质量不稳。究其原因,主要是基层投入不足,技术薄弱。", "基层投入不足,技术薄弱"),
    ("污染未受控,主要原因是散养户点多面广。", "散养户点多面广"),
    ("超标。原因在于管网老化,雨污混流。", "管网老化,雨污混流"),
    ("部分企业由于资金紧张、技术落后等原因,难以达标。", "由于资金紧张、技术落后等原因"),
    ("王子城河因沿线雨污混接、生态基流不足,水质未达到要求。", "因沿线雨污混接、生态基流不足"),
    ("进入瓶颈期,因机动车保有量快速增长,浓度居高不下", "因机动车保有量快速增长"),
    ("压力大。受不利气象条件和区域传输影响,浓度易反弹。", "受不利气象条件和区域传输影响"),
    ("压力不减,受高温少雨等因素叠加影响,臭氧不降反升", "受高温少雨等因素叠加影响"),
    (
        "不稳定。受上风向污染影响明显,加上石料等行业集中,浓度高。",
        "受上风向污染影响明显,加上石料等行业集中",
    ),
    ("改善难。涉及部门多、原因广,单靠一家治理,导致排名靠后。", "涉及部门多、原因广,单靠一家治理"),
    ("突出。我县作为调出大县,设施无法密封,有臭气逸出,导致投诉大增。", "设施无法密封,有臭气逸出"),
    ("形势严峻,静风频率高,加之布局不合理,污染时有发生。", "静风频率高,加之布局不合理"),
]
NONE = [
    "基层执法力量薄弱,专业人员偏少,任务繁重。",
    "受理信访投诉40件,受污染耕地面积大。",
    "因此,队伍素质有待提高。",
    "多种因素叠加,原因复杂多样。",
    "部分企业受到处罚,因地制宜不够。",
]


@pytest.mark.parametrize(("text", "cause"), CAUSES)
def test_the_marked_cause(text: str, cause: str) -> None:
    span = cause_span(text, 0, len(text))
    assert span is not None
    assert text[span[0] : span[1]] == cause


@pytest.mark.parametrize("text", NONE)
def test_no_cause_is_marked(text: str) -> None:
    assert cause_span(text, 0, len(text)) is None


OUTSIDE = [
    ("八仙桥断面总磷浓度不能稳定达标。主要原因是上游管网老化。", "上游管网老化"),
    ("南河断面水质未达标。究其原因,沿线养殖场粪污直排。", "沿线养殖场粪污直排"),
    ("臭氧浓度不降反升。原因在于机动车保有量增长。", "机动车保有量增长"),
    ("优良天数距离省定目标相差14天,主要原因是沙尘天气偏多。", "沙尘天气偏多"),
    ("由于管网不完善,三塘污水处理厂不能正常运行。", "由于管网不完善"),
    ("受沙尘天气影响,PM10浓度不降反升。", "受沙尘天气影响"),
    ("优良天数比例未完成年度目标,受沙尘影响较大。", "受沙尘影响较大"),
    ("东河水质未达到Ⅲ类。其原因是上游来水不足。", "上游来水不足"),
    ("东河水质未达到Ⅲ类。这主要是由于上游来水不足。", "由于上游来水不足"),
    ("东河水质未达到Ⅲ类。经分析,主要受上游来水影响。", "受上游来水影响"),
    ("因上游来水不足,东河水质未达到Ⅲ类。", "因上游来水不足"),
    ("上游来水不足,导致东河水质未达到Ⅲ类。", "上游来水不足"),
]
INSIDE = [
    ("症结在于产业结构偏重。", "产业结构偏重"),
    ("根源在于产业结构偏重、运输结构单一。", "产业结构偏重、运输结构单一"),
    ("究其根源,是产业结构偏重。", "产业结构偏重"),
    ("分析其原因,主要是产业结构偏重。", "产业结构偏重"),
    ("这与产业结构偏重密切相关。", "产业结构偏重"),
    ("鉴于产业结构偏重,短期难以扭转。", "鉴于产业结构偏重"),
    ("归根结底是产业结构偏重。", "产业结构偏重"),
    ("缘于产业结构偏重。", "缘于产业结构偏重"),
]


def first(text: str) -> Problem:
    found = extract(outlined(f"{HEAD}{text}\n")).facts
    return next(fact for fact in found if isinstance(fact, Problem))


@pytest.mark.parametrize(("text", "cause"), OUTSIDE)
def test_the_cause_beside_a_shortcoming_told_in_passing(text: str, cause: str) -> None:
    problem = first(text)
    assert problem.cause == cause
    assert cause in problem.quote
    assert cause not in problem.title


@pytest.mark.parametrize(("words", "cause"), INSIDE)
def test_the_cause_in_the_next_sentence_of_an_item(words: str, cause: str) -> None:
    problem = first(f"完成整治3个。\n二、存在的问题\n一是空气质量改善难度大。{words}")
    assert (problem.title, problem.cause) == ("空气质量改善难度大", cause)


@pytest.mark.parametrize(
    "text",
    [
        "东河水质未达到Ⅲ类。因此,全县开展河道清淤。",
        "东河水质未达到Ⅲ类。开展整治后,受益群众3万人。",
        "东河水质未达到Ⅲ类。\n主要原因分析会召开2次。",
    ],
)
def test_what_only_looks_like_a_cause(text: str) -> None:
    assert first(text).cause is None


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("一方面,由于全县面积大、居住分散,污水治理成本高。", "污水治理成本高"),
        ("目前,由于财政紧张,处理站运维经费缺口大。", "处理站运维经费缺口大"),
        ("此外,因上游来水减少,断面水质不稳定。", "断面水质不稳定"),
        ("但是,受地形条件影响,空气质量改善难度大。", "空气质量改善难度大"),
        # Guard: a cause behind the shortcoming leaves its title.
        ("一方面,污水治理成本高,由于全县面积大、居住分散。", "污水治理成本高"),
    ],
)
def test_the_title_behind_an_opener_is_no_cause(words: str, title: str) -> None:
    (_, problem) = problems(outlined(f"{HEAD}\n二、存在的问题\n一是监测能力不足。\n二是{words}"))
    assert problem.title == title
