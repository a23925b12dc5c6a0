"""Problems as they are spoken of, and sentences among them that state none."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Commitment, Problem
from tests.extract.reports import HEAD, PLAN, outlined

TWO = ["农村污水治理率偏低", "监测能力不足"]


def told(body: str, heading: str = "二、存在的主要问题\n") -> list[str]:
    """The quotes of the problems of a section, without their full stop."""
    text = f"{HEAD}全年检查企业120家次。\n{heading}{body}\n{PLAN}完成12个村治理。\n"
    facts = extract(outlined(text)).facts
    return [one.quote.rstrip("。") for one in facts if isinstance(one, Problem)]


def passing(sentence: str) -> list[str]:
    """The quotes of the problems of a sentence among the work done."""
    facts = extract(outlined(f"{HEAD}{sentence}\n{PLAN}完成12个村治理。\n")).facts
    return [one.quote.rstrip("。") for one in facts if isinstance(one, Problem)]


@pytest.mark.parametrize(
    "saying",
    [
        "成绩不讲跑不了，问题不讲不得了。",
        "问题要讲透，短板要补齐。",
        "家丑不怕外扬，问题不能回避。",
        "差距不能掩盖，不足必须正视。",
        "老话说，打铁还需自身硬。",
        "俗话说，小洞不补，大洞吃苦。",
        "为什么会出现这些问题？",
        "难道我们没有责任吗？",
    ],
)
def test_sayings_and_questions_are_no_problems(saying: str) -> None:
    assert told(f"{saying}{TWO[0]}。{TWO[1]}。") == TWO
    assert told(f"{TWO[0]}。{saying}{TWO[1]}。") == TWO


@pytest.mark.parametrize(
    "pledge",
    [
        "坚决杜绝监测数据弄虚作假问题。",
        "着力解决管网不足问题。",
        "我们要切实补齐监管短板，坚决防止污染反弹。",
        "下大力气破解资金不足难题。",
        "切实解决好群众身边的扰民问题，不断提升满意度。",
    ],
)
def test_pledges_among_problems_are_none(pledge: str) -> None:
    assert told(f"{TWO[0]}。{TWO[1]}。{pledge}") == TWO


@pytest.mark.parametrize(
    "problem",
    [
        "加快推进管网建设的力度不够",
        "进一步提升监测能力难度较大",
        "推进整改力度不够",
        "问题整改不彻底",
        "问题不少，任务不轻",
        "差距较大的是农村治污",
    ],
)
def test_problems_with_such_words_stay(problem: str) -> None:
    assert told(f"{TWO[0]}。{problem}。") == [TWO[0], problem]


@pytest.mark.parametrize(
    "body",
    [
        "一个是{0}，另一个是{1}。",
        "头一个是{0}；再一个是{1}。",
        "{0}。还有，{1}。",
        "一是{0}。还有就是{1}。",
        "再一个就是{0}。最后一个是{1}。",
        "{0}。县局负责人坦言，{1}。",
    ],
)
def test_how_a_speaker_goes_on_is_no_part_of_the_problem(body: str) -> None:
    assert told(body.format(*TWO)) == TWO


def test_there_are_more_of_what_is_named_goes_on_in_the_problem() -> None:
    assert told("一是偷排多发。还有部分企业闲置设施。") == ["偷排多发。还有部分企业闲置设施"]


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("基层监管力量跟不上。", "基层监管力量跟不上"),
        ("与先进县区比，我们还差一截。", "我们还差一截"),
        ("农村生活污水治理仍是老大难。", "农村生活污水治理仍是老大难"),
        ("巡查发现，夜间偷排时有发生。", "夜间偷排时有发生"),
        ("目前执法人手不够。", "目前执法人手不够"),
        ("城东污水厂提标工程比计划慢了三个月。", "城东污水厂提标工程比计划慢了三个月"),
        (
            "雨污分流工程受征迁影响，形象进度仅完成55%，较计划滞后两个月。",
            "雨污分流工程受征迁影响，形象进度仅完成55%，较计划滞后两个月",
        ),
        (
            "护城河断面还是Ⅴ类，没有达到Ⅳ类的考核目标，因为老城区雨污混接没有解决。",
            "护城河断面还是Ⅴ类，没有达到Ⅳ类的考核目标，因为老城区雨污混接没有解决",
        ),
        (
            "优良天数比例：95.9%，同比下降1.4个百分点，年度目标96.5%，未完成。",
            "优良天数比例：95.9%，同比下降1.4个百分点，年度目标96.5%，未完成",
        ),
        (
            "石堰断面总磷浓度0.21毫克/升，考核目标0.2毫克/升，未达标。",
            "石堰断面总磷浓度0.21毫克/升，考核目标0.2毫克/升，未达标",
        ),
        (
            "治理率达到48.5%，较上年底提高4.2个百分点，但仍低于全市平均水平3.1个百分点。",
            "治理率达到48.5%，较上年底提高4.2个百分点，但仍低于全市平均水平3.1个百分点",
        ),
        (
            "公众满意度为89.7%，低于全省平均1.6个百分点。",
            "公众满意度为89.7%，低于全省平均1.6个百分点",
        ),
        ("农村污水收集率36%，未达到全市平均水平。", "农村污水收集率36%，未达到全市平均水平"),
        ("部分商户油烟净化器形同虚设。", "部分商户油烟净化器形同虚设"),
        ("个别企业自查流于形式。", "个别企业自查流于形式"),
        (
            "石河桥断面为Ⅳ类，未达到县里考核的Ⅲ类目标。",
            "石河桥断面为Ⅳ类，未达到县里考核的Ⅲ类目标",
        ),
        (
            "二期工程完成管网铺设18公里，占总任务的62%，因征拆受阻较计划滞后两个月。",
            "二期工程完成管网铺设18公里，占总任务的62%，因征拆受阻较计划滞后两个月",
        ),
        ("省警示片披露的“龙桥园区管网破损”问题已完成整改。", "龙桥园区管网破损"),
        (
            "其余14项正在整改，其中石湾区消纳场建设滞后，未达到序时进度。",
            "石湾区消纳场建设滞后，未达到序时进度",
        ),
    ],
)
def test_what_falls_short_told_in_passing(sentence: str, problem: str) -> None:
    assert passing(sentence) == [problem]


@pytest.mark.parametrize(
    "sentence",
    [
        "臭氧超标41天，PM2.5超标16天。",
        "PM2.5浓度32微克/立方米，比目标低3微克/立方米。",
        "着力解决监管力量跟不上的问题。",
        "啃下“老大难”，完成整治12处。",
        "对力度不够的2个乡镇进行约谈。",
        "优良天数比例97.1%，年度目标96.5%，完成。",
        "PM2.5浓度30微克/立方米，低于全省平均5微克/立方米。",
        "坚决防止整改流于形式。",
    ],
)
def test_states_and_work_are_no_problems(sentence: str) -> None:
    assert passing(sentence) == []


def planned(body: str) -> tuple[list[str], list[str]]:
    """The problems, and the promises, of a plan."""
    facts = extract(outlined(f"{HEAD}全年检查企业120家次。\n{PLAN}{body}\n")).facts
    return (
        [one.quote.rstrip("。") for one in facts if isinstance(one, Problem)],
        [one.quote.rstrip("。") for one in facts if isinstance(one, Commitment)],
    )


@pytest.mark.parametrize(
    "lead",
    [
        "但也要看到，",
        "同时要清醒看到，",
        "但是，我们必须看到，",
        "也必须清醒认识到，",
        "但也要客观地正视，",
    ],
)
def test_a_plan_says_what_is_still_wrong(lead: str) -> None:
    body = f"{lead}治理水平不平衡；部分园区收集能力不足。为此，我局将建设监测站5个。"
    promised = ["为此，我局将建设监测站5个"]
    assert planned(body) == (["治理水平不平衡", "部分园区收集能力不足"], promised)
    body = f"{lead}治理水平不平衡。农村治污设施纳入市级统筹，建设管网12公里。"
    assert planned(body) == (["治理水平不平衡"], ["农村治污设施纳入市级统筹，建设管网12公里"])


def test_what_a_plan_sees_to_seize_is_no_problem() -> None:
    body = "同时也要看到，我市正处于改革窗口期，要抢抓机遇，完成项目12个。"
    assert planned(body) == ([], [body.rstrip("。")])


def test_a_state_in_a_plan_with_what_falls_short_is_no_promise() -> None:
    body = "目前全市已有388个村完成整治，运维经费不足的问题比较突出。推动经费纳入县级预算。"
    problems, promised = planned(body)
    assert problems == ["运维经费不足的问题比较突出"]
    assert promised == ["推动经费纳入县级预算"]


@pytest.mark.parametrize(
    "heading",
    [
        "二、失分项及原因分析\n",
        "二、扣分项说明\n",
        "二、越是成绩面前，越要把问题想得深一些\n",
        "二、把差距找准\n",
    ],
)
def test_headings_that_set_problems_out(heading: str) -> None:
    assert told(f"一是{TWO[0]}。二是{TWO[1]}。", heading) == TWO


@pytest.mark.parametrize("heading", ["二、把问题解决在一线\n", "二、把问题整改到位\n"])
def test_headings_of_work_on_problems_set_none_out(heading: str) -> None:
    assert told("一是开展检查12次。二是完成整改9个。", heading) == []
