"""Plans and problems that no numbered heading announces."""

from __future__ import annotations

import pytest

from builder.model import Role
from tests.outlines import outlined, tree

TITLE = "某局2024年工作总结\n一、工作情况\n全年完成锅炉淘汰12台,同比增加3台。\n"
PLANS = [
    "三、2025年重点工作\n(一)抓好治气。推进改造。",
    "三、重点任务\n(一)抓好治气。力争完成改造12家。",
    "三、工作举措\n(一)抓好治气。确保6月底前完成改造。",
    "三、努力方向\n(一)抓好治气。推进改造。",
    "三、2025年目标任务\n(一)抓好治气。推进改造。",
    "三、明年工作打算\n(一)抓好治气。推进改造。",
    "三、下步措施\n(一)抓好治气。推进改造。",
    "三、以更大力度推进攻坚\n(一)抓好治气。力争年内完成改造12家,确保达标。",
    "下一步重点举措\n一要抓好治气。推进改造。",
    "三、2025年抓好四件事\n(一)抓好治气。年内完成改造12家。",
]
SUMMARIES = [
    "二、重点任务\n(一)抓好治气。累计完成改造12家。",
    "二、工作举措\n(一)抓好治气。今年以来完成改造12家,确保达标。",
    "二、以更大力度推进攻坚\n(一)抓好治气。已完成改造12家。",
    "二、2024年重点工作\n(一)抓好治气。完成改造12家。",
]


@pytest.mark.parametrize("text", PLANS)
def test_a_plan_after_the_summary(text: str) -> None:
    assert outlined(TITLE + text).sentences[-1].role is Role.PLAN


@pytest.mark.parametrize("text", SUMMARIES)
def test_more_of_the_summary(text: str) -> None:
    assert outlined(TITLE + text).sentences[-1].role is Role.DONE


EXCERPTS = [
    "2025年目标任务\n(一)主要目标。优良天数不低于300天。",
    "工作重点\n一抓治气。年内完成改造12家。\n二抓治水。推进清淤。",
    "一、目标任务\n2025年,全区的目标是:优良率不低于90%,确保达标。",
    "明年工作打算:一是完成12个项目;二是开展演练。",
    "(一)治气。力争10月底前完成改造12家。\n(二)治水。确保清淤不少于3公里。",
    "20XX年工作计划\n20XX年,我局将抓好以下工作:\n一、治气。力争完成改造。",
    "三、努力方向\n(一)严格环境准入,遏制盲目发展。",
    "某局2025年工作任务\n一、治气。6月底前完成改造12家,力争达标。",
]


@pytest.mark.parametrize("text", EXCERPTS)
def test_a_plan_from_the_beginning(text: str) -> None:
    assert outlined(text).sentences[-1].role is Role.PLAN


@pytest.mark.parametrize(
    "text",
    [
        "(一)治气。累计完成改造12家,同比增加3家。\n(二)治水。清淤3公里。",
        "三是执法力度加大。全县检查企业236家次。四是减排如期完成。",
        "一、工作成效\n2021年,检查企业320家次,确保了达标。",
        "2022年,全区优良率90.1%。但也存在一些短板:管网不配套。2023年,我局将抓好改造,年内完成。\n成绩单公布。",
    ],
)
def test_a_summary_from_the_beginning(text: str) -> None:
    assert outlined(text).sentences[-1].role is Role.DONE


LEADS = [
    ("同时,工作中还有不少差距:污水管网老化。", Role.PROBLEMS),
    ("但是,我们也清楚地看到存在的问题:污水管网老化。", Role.PROBLEMS),
    ("虽然成效明显,但对照要求,仍面临以下困难:污水管网老化。", Role.PROBLEMS),
    ("针对以上问题,下一步我局将加强巡查。", Role.PLAN),
    ("为此,下半年,我们将加强巡查。", Role.PLAN),
    ("在新的一年,我局将加强巡查。", Role.PLAN),
    ("督察组还发现问题:3家企业停运。", Role.DONE),
    ("针对以上问题,我局立即加强巡查。", Role.DONE),
    ("巡查还有成效:发现火点12处。", Role.DONE),
]


@pytest.mark.parametrize(("text", "role"), LEADS)
def test_what_a_sentence_turns_to(text: str, role: Role) -> None:
    first = "某局2024年工作总结\n一年来,全局上下凝心聚力,完成了年初确定的任务目标和其他重点工作。\n"
    assert outlined(first + text).sentences[-1].role is role


@pytest.mark.parametrize("bullet", ["◆", "●", "★", "■", "▲", "○", "※", "➢"])
def test_bullets_begin_items(bullet: str) -> None:
    text = f"某局2024年工作总结\n二、存在的问题\n{bullet}水质不稳。\n{bullet}力量不足。"
    items = [sentence.item for sentence in outlined(text).sentences]
    assert items == [text.index("水质"), text.index("力量")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一要", "二要"),
        ("一是要", "二是要"),
        ("其一,", "其二,"),
        ("㈠", "㈡"),
        ("⑴", "⑵"),
        ("⒈", "⒉"),
        ("( 一 )", "( 二 )"),
        ("一 、", "二 、"),
    ],
)
def test_marks_begin_items(first: str, second: str) -> None:
    text = f"某局2025年工作计划\n{first}加强治水,推进清淤。\n{second}加强治气,推进改造。"
    items = [sentence.item for sentence in outlined(text).sentences]
    assert items == [text.index("加强治水"), text.index("加强治气")]


def test_verbs_count_only_in_a_series() -> None:
    text = "某局2025年工作计划\n一抓治水,推进清淤。二抓治气,推进改造,补齐短板。一查到底,绝不姑息。"
    found = outlined(text).sentences
    assert [sentence.item for sentence in found] == [
        text.index("抓治水"),
        text.index("抓治气"),
        text.index("抓治气"),
    ]


def test_unnumbered_parts_stand_above_numbers_that_begin_anew() -> None:
    text = (
        "某局总结暨要点\n2016年工作总结\n一、减排\n完成减排12个项目。\n"
        "2017年工作要点\n一、治气\n抓好治气12个项目。\n二、治水\n抓好治水。"
    )
    assert tree(text) == [
        "1 done 2016年工作总结",
        "2 done 减排",
        "1 plan 2017年工作要点",
        "2 plan 治气",
        "2 plan 治水",
    ]


IN_THE_PLAN = (
    "某局2024年工作总结和2025年工作计划\n一、2024年工作情况\n完成治理9个。\n二、2025年工作计划\n"
)
TOLD_IN_A_PLAN = [
    "当前,我县工作仍存在一些问题:一是水质波动较大,二是渠道不宽。下一步重点做好以下工作:",
    "对照先进地区,我们还存在三方面不足:一是水质波动较大;二是渠道不宽。为此,明年将抓好以下工作:",
    "工作中还存在不少困难:一是水质波动较大;二是渠道不宽。下步重点抓好以下工作:",
    "但与群众期盼相比仍存在差距:一是水质波动较大;二是渠道不宽。接下来,将做好以下工作:",
    "全县环保工作面临一些短板:一是水质波动较大;二是渠道不宽。下阶段,将重点抓好:",
    "目前存在以下薄弱环节:一是水质波动较大;二是渠道不宽。针对以上问题,下一步将抓好:",
    "我局工作存在的主要问题:一是水质波动较大;二是渠道不宽。今后,我们将做好:",
    "总体看仍面临较多挑战:一是水质波动较大;二是渠道不宽。下一步,我局将做好以下工作:",
]
NO_PROBLEMS = [
    "着力解决存在的突出问题:一是整治水质波动断面;二是拓宽渠道。",
    "针对存在的问题:一是整治水质波动断面;二是拓宽渠道。",
    "聚焦群众反映的存在问题。一是整治水质波动断面;二是拓宽渠道。",
]


@pytest.mark.parametrize("text", TOLD_IN_A_PLAN)
def test_problems_told_in_a_plan(text: str) -> None:
    outline = outlined(f"{IN_THE_PLAN}{text}\n(一)6月底前完成3条支流清淤。\n(二)新建项目2个。\n")
    plain = outline.source.plain
    told = [
        plain[one.start : one.end].rstrip(",;。")
        for one in outline.sentences
        if one.role is Role.PROBLEMS and one.item is not None
    ]
    assert told == ["水质波动较大", "渠道不宽"]
    assert [one.role for one in outline.sentences[-2:]] == [Role.PLAN, Role.PLAN]
    assert {one.headings for one in outline.sentences[-2:]} == {("2025年工作计划",)}


@pytest.mark.parametrize("text", NO_PROBLEMS)
def test_what_problems_are_met_with_is_plan(text: str) -> None:
    outline = outlined(IN_THE_PLAN + text)
    assert {one.role for one in outline.sentences[1:]} == {Role.PLAN}


@pytest.mark.parametrize(
    "heading",
    [
        "“绿盾”强化监督工作安排落细落实",
        "督察整改工作安排落到实处",
        "生态示范创建目标任务有序推进",
        "湿地修复三年计划落地见效",
    ],
)
def test_a_plan_that_was_carried_out_is_done(heading: str) -> None:
    text = f"某局2024年工作总结\n一、任务完成情况\n（一）{heading}。核查点位88个，现场拍照。\n"
    assert {one.role for one in outlined(text).sentences} == {Role.DONE}


def test_carrying_out_is_planned_under_a_plan() -> None:
    text = f"{TITLE}二、2025年工作安排\n（一）落细落实监督责任。核查点位30个。\n"
    assert outlined(text).sentences[-1].role is Role.PLAN


@pytest.mark.parametrize(
    "lead",
    [
        "主要的短板在于：",
        "当前最大的问题是：",
        "从暗访情况看，问题不容乐观：",
        "从督查情况看，形势不容乐观：",
        "突出的不足有：",
    ],
)
@pytest.mark.parametrize(
    "listed",
    [
        "水质波动较大；渠道不宽。",
        "一是水质波动较大。二是渠道不宽。",
        "第一，水质波动较大。第二，渠道不宽。",
    ],
)
def test_what_names_shortcomings_before_a_colon_turns_to_them(lead: str, listed: str) -> None:
    found = outlined(f"某局2024年工作总结\n建成站点6座。\n{lead}{listed}\n")
    assert found.sentences[0].role is Role.DONE
    assert {one.role for one in found.sentences[1:]} == {Role.PROBLEMS}


@pytest.mark.parametrize(
    "lead", ["着力解决的突出问题有：", "督察反馈的问题是：", "针对的短板是：", "年内化解的难题有："]
)
def test_shortcomings_that_are_dealt_with_or_raised_turn_to_none(lead: str) -> None:
    found = outlined(f"某局2024年工作总结\n建成站点6座。\n{lead}清江水质波动；渠道堵塞。\n")
    assert {one.role for one in found.sentences} == {Role.DONE}


PLAN_ON_PROBLEMS = "某局2026年工作计划\n2025年各项任务完成。但对照要求,{told}\n"


@pytest.mark.parametrize(
    "told",
    [
        "我县还有不少短板:管网错接较普遍;乡镇力量薄弱。",
        "还存在臭氧污染突出、农村污水治理滞后等问题。",
        "仍有差距:一是管网老旧;二是力量不足。",
        "也清醒看到,还存在一些不足。",
    ],
)
def test_what_a_plan_numbers_behind_its_problems_is_plan(told: str) -> None:
    text = PLAN_ON_PROBLEMS.format(told=told)
    headed = outlined(text + "一、总体要求\n坚持治污。\n二、重点任务\n(一)治水。完成清淤5公里。\n")
    assert [section.role for section in headed.sections][-3:] == [Role.PLAN] * 3
    assert [sentence.role for sentence in headed.sentences][-2:] == [Role.PLAN] * 2
    if "等问题" in told or ":" in told:
        numbered = outlined(text + "1.抓治水。完成清淤5公里。\n2.抓治气。淘汰锅炉9台。\n")
        assert [sentence.role for sentence in numbered.sentences][-2:] == [Role.PLAN] * 2


def test_problems_that_a_plan_announces_and_numbers_stay_problems() -> None:
    text = PLAN_ON_PROBLEMS.format(told="还存在以下不足。")
    text += (
        "一、管网老旧\n部分管网破损。\n二、力量不足\n人员少。\n三、2026年重点任务\n清淤5公里。\n"
    )
    roles = [section.role for section in outlined(text).sections]
    assert roles == [Role.PROBLEMS, Role.PROBLEMS, Role.PLAN]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("2025年,优良天数342天,3个断面全部达到Ⅲ类。", Role.DONE),
        ("2025年全县PM2.5平均浓度29微克/立方米,群众满意度持续保持90%以上。", Role.DONE),
        ("去年,县城异味投诉比前年少了41件。", Role.DONE),
        ("2026年,优良天数达到345天。", Role.PLAN),
        ("2025年底前完成招标,2026年6月开工。", Role.PLAN),
        ("2025年建成的3座污水站,2026年底前全部联网。", Role.PLAN),
    ],
)
def test_a_year_that_is_over_is_none_of_the_plan(sentence: str, role: Role) -> None:
    told = outlined(f"某县生态环境局2026年工作要点\n{sentence}\n一、治水\n完成清淤5公里。\n")
    assert [one.role for one in told.sentences] == [role, Role.PLAN]


def test_the_rest_of_its_year_is_the_plan_of_a_half_year() -> None:
    done = "某局2025年上半年工作总结和下半年工作计划\n一、上半年工作\n完成清淤5公里。\n"
    told = outlined(f"{done}二、下半年工作\n2025年完成清淤12公里。\n")
    assert told.sentences[-1].role is Role.PLAN


@pytest.mark.parametrize(
    "lead", ["明年我们将:", "乘势而上,2026年聚力三件事:", "来年,我们着力:", "下一阶段,全局上下:"]
)
def test_a_line_that_only_says_when_turns_to_the_plan(lead: str) -> None:
    text = f"某站2025年工作总结\n完成清淤5公里。\n存在的问题:\n1、管网老旧。\n2、人手少。\n{lead}\n"
    told = outlined(f"{text}1、安装视频监控5套。\n2、扩建中转站。\n")
    assert [one.role for one in told.sentences][-2:] == [Role.PLAN] * 2


def test_a_line_on_what_was_done_turns_to_no_plan() -> None:
    text = (
        "某站2025年工作总结\n完成清淤5公里。\n下半年指标完成情况:\n1、清淤5公里。\n2、植树300棵。\n"
    )
    assert {one.role for one in outlined(text).sentences[-2:]} == {Role.DONE}
