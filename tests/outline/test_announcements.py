"""Headings, labels and lead sentences that announce a part of a report in words of any kind."""

from __future__ import annotations

import pytest

from builder.model import Role
from builder.outline.announcements import announced, asks_others, turns_to
from builder.outline.roles import Roles, announces_problems
from tests.outlines import outlined

TITLE = "某县生态环境局2025年工作总结"
PROBLEMS = [
    "堵点清单", "卡点", "弱项", "缺憾", "短板与差距", "症结所在", "主要制约因素", "遗憾与不足",
    "前十个月“失分项”", "【还差什么】", "挑战在哪儿", "短板在哪里?", "哪些没办好",
    "还有哪些难啃的骨头", "欠缺什么", "痛点、堵点", "当前最大瓶颈",
]  # fmt: skip
MORE_PROBLEMS = [
    "爬坡过坎的难题", "自我检视",
    "需要改进的地方", "没有做好的工作", "未完成任务及原因", "三个不够", "两大短板", "村里的难处",
    "面临的新挑战", "丑话说在前", "失分情况", "美中不足", "问题与思考",
]  # fmt: skip
MORE_PLANS = [
    "2026年举措", "2026年怎么干", "三件要办的事", "明年要做的几件事", "今冬明春安排", "整改方向",
    "后四个月怎么干", "破解之道", "拟开展的工作",
]  # fmt: skip
MAIN_PROBLEMS = ["隐患与软肋", "难点", "看弱项,压力在传导", "说不足", "我们也有遗憾", "主要矛盾"]
PLANS = [
    "发力点清单", "对策", "努力目标", "新年度工作设想", "来年方向", "下一阶段怎么走",
    "【接着干什么】", "后面怎么办", "后两个月“抢分项”", "改进意见", "下一步举措", "明年思路",
    "今后的路怎么走", "2026年打算",
]  # fmt: skip
MAIN_PLANS = ["看方向,措施在落细", "谈思路", "话未来,信心更足"]
REQUESTS = [
    "请示事项",
    "需上级支持的事项",
    "需要会议研究的事项",
    "其他需要说明的问题",
    "需市局协调的事项",
]
DONE = ["亮点清单", "前十个月“成绩单”", "做了什么", "办得怎么样", "现状", "做过的工作"]
NONE = [
    "补短板强弱项", "补监测短板", "问题整改情况", "攻坚克难", "破解难题", "化解矛盾",
    "打通堵点卡点", "风险隐患排查", "突出问题整治", "主要举措", "目标任务", "工作措施",
    "疏通痛点难点", "直击群众难处", "找准发力点", "督察反馈问题整改方案",
]  # fmt: skip


@pytest.mark.parametrize("heading", PROBLEMS)
def test_shortcomings_are_announced_by_any_of_their_names(heading: str) -> None:
    assert announced(heading) is Role.PROBLEMS
    assert announces_problems(heading)
    assert Roles(TITLE, "").of_heading(heading, None) is Role.PROBLEMS


@pytest.mark.parametrize(
    ("heading", "role"),
    [*((one, Role.PROBLEMS) for one in MORE_PROBLEMS), *((one, Role.PLAN) for one in MORE_PLANS)],
)
def test_plain_words_and_a_coming_year_announce_too(heading: str, role: Role) -> None:
    assert Roles(TITLE, "").of_heading(heading, None) is role


@pytest.mark.parametrize(
    "heading",
    [
        "环境风险",
        "攻克治污的难题",
        "督察反馈的短板",
        "制约因素破除",
        "2025年举措",
        "办成的事",
        "解决的问题",
    ],
)
def test_these_announce_nothing_to_come_and_nothing_wrong(heading: str) -> None:
    assert Roles(TITLE, "").of_heading(heading, None) in {None, Role.DONE}


@pytest.mark.parametrize("heading", MAIN_PROBLEMS)
def test_a_main_heading_announces_with_more_of_them(heading: str) -> None:
    assert announced(heading, main=True) is Role.PROBLEMS
    assert Roles(TITLE, "").of_heading(heading, Role.DONE) is None or heading == "说不足"


@pytest.mark.parametrize("heading", PLANS)
def test_so_is_what_is_to_come(heading: str) -> None:
    assert announced(heading) is Role.PLAN
    assert Roles(TITLE, "").of_heading(heading, Role.PROBLEMS) is Role.PLAN


@pytest.mark.parametrize("heading", MAIN_PLANS)
def test_a_main_heading_speaks_of_it_with_more_words(heading: str) -> None:
    assert announced(heading) is None
    assert announced(heading, main=True) is Role.PLAN


@pytest.mark.parametrize("heading", REQUESTS)
@pytest.mark.parametrize("parent", [None, Role.PLAN, Role.PROBLEMS])
def test_what_others_are_asked_for_is_neither(heading: str, parent: Role | None) -> None:
    assert Roles(TITLE, "").of_heading(heading, parent) is Role.OTHER


@pytest.mark.parametrize("heading", DONE)
def test_what_was_done_has_names_too(heading: str) -> None:
    assert announced(heading, main=True) is Role.DONE


@pytest.mark.parametrize("heading", NONE)
def test_work_on_problems_announces_none(heading: str) -> None:
    assert announced(heading, main=True) is None


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("难处也不少。", Role.PROBLEMS),
        ("短板依然突出,", Role.PROBLEMS),
        ("这一年,我们也有遗憾,有些账还没有还清", Role.PROBLEMS),
        ("当然,工作中仍存在不少欠账。", Role.PROBLEMS),
        ("说到不足,一是管网老化。", Role.PROBLEMS),
        ("主要卡在:", Role.PROBLEMS),
        ("工作中的短板也很突出。", Role.PROBLEMS),
        ("困难还是有的。", Role.PROBLEMS),
        ("存在问题方面,两个村污水直排。", Role.PROBLEMS),
        ("三、我们准备做什么?", Role.PLAN),
        ("问题整改方面,销号42项。", None),
        ("必须承认,我们还有不少软肋。", Role.PROBLEMS),
        ("工作虽有进展,但差距不小。", Role.PROBLEMS),
        ("眼下最大的难处是缺人。", Role.PROBLEMS),
        ("对照上级要求,还有三方面欠缺:", Role.PROBLEMS),
        ("当前面临的卡点主要有:", Role.PROBLEMS),
        ("着力解决的主要问题是管网破损。", None),
        ("最大的亮点是建成空气站。", None),
        ("难点已逐一化解。", None),
        ("打通堵点卡点18个。", None),
        ("难就难在以下几点:", Role.PROBLEMS),
        ("记者:还有哪些难啃的骨头?", Role.PROBLEMS),
        ("记者:2026年有什么新动作?", Role.PLAN),
        ("今年怎么干?", Role.PLAN),
        ("记者:过去一年,群众最直观的变化是什么?", None),
        ("解决了哪些难题?", None),
        ("针对短板,我们新建站点3个。", None),
        ("难题一个一个破解。", None),
    ],
)
def test_sentences_turn_to_what_they_announce(sentence: str, role: Role | None) -> None:
    assert turns_to(sentence) is role


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("恳请市局协调编办核增事业编制5名。", True),
        ("请县里尽快下达污水厂运行补助,缓解资金压力。", True),
        ("建议市政府将监测站用房纳入预算。", True),
        ("请省级专家对地块逐一会诊。", False),
        ("建议书全年发放2000份。", False),
        ("请群众代表监督整改。", False),
    ],
)
def test_who_asks_others_promises_nothing(sentence: str, asks: bool) -> None:
    assert asks_others(sentence) is asks


def test_headings_announce_in_a_whole_report() -> None:
    found = outlined(
        f"{TITLE}\n亮点清单\n①办理赔偿案11起。\n堵点清单\n①核算人才匮乏，3年无人持证。\n发力点清单\n①选派6名干部学习。\n"
    )
    assert [one.role for one in found.sentences] == [Role.DONE, Role.PROBLEMS, Role.PLAN]


@pytest.mark.parametrize("plan", ["2026年重点：", "打算：", "2026：提质增效", "新一年往哪使劲"])
def test_a_short_line_sets_problems_out_and_the_next_one_plans(plan: str) -> None:
    number = "三、" if "提质" in plan else ""
    found = outlined(
        f"{TITLE}\n{'一、' if number else ''}工作情况\n1.完成改造12家。\n"
        f"{'二、' if number else ''}不足：\n1.巡查存在盲区，夜间火点难以发现。\n"
        f"2.过境车辆穿城而过。\n{number}{plan}\n1.配合交通部门打通绕城通道2条。\n"
    )
    roles = [one.role for one in found.sentences]
    assert roles == [Role.DONE, Role.PROBLEMS, Role.PROBLEMS, Role.PLAN]


def test_asks_and_plans_behind_problems_are_none() -> None:
    found = outlined(
        f"{TITLE}\n完成改造12家。但反映出几个矛盾：保洁经费只够发到10月；上游垃圾年年清、年年有。"
        "建议县里统筹保洁经费。我镇计划9月起增设拦污网3道。\n"
    )
    assert [one.role for one in found.sentences] == [
        Role.DONE,
        Role.PROBLEMS,
        Role.OTHER,
        Role.PLAN,
    ]
