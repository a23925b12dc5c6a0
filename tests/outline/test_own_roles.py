"""Done or planned: the section is one witness, the sentence's own words the other."""

from __future__ import annotations

import pytest

from builder.model import Role
from builder.outline.tense import is_planned_whole, own_role
from tests.outlines import outlined

DONE = [
    "PM2.5浓度同比下降5.1%。",
    "截至11月底,办结信访件56件。",
    "已建成乡镇空气站12座。",
    "较上年减少重污染天3天。",
    "累计淘汰燃煤锅炉31台。",
    "我局先后约谈企业6家。",
    "剩余2个问题已于6月底前完成整改。",
    "3条支流清淤完成了全部任务。",
]
PLANNED = [
    "力争全年PM2.5浓度控制在33微克以内。",
    "剩余2个问题6月底前完成。",
    "其余5个点位整治到位后办理销号。",
    "我局将继续推进管网改造。",
    "年底前建成自动站2座。",
    "到2027年全面消除黑臭水体。",
    "下一步,整治排污口12个。",
    "力争优良天数同比增加6天。",
]
# A cue inside an attribute, the name of a rate, and 将 before a thing say nothing.
SILENT = [
    "巩固已建成的12座污水处理站运行成效。",
    "对未办结的3件信访件挂牌督办。",
    "信访件按期办结率100%。",
    "将41类项目改为告知承诺。",
    "检查企业120家次。",
]


@pytest.mark.parametrize("sentence", DONE)
def test_words_of_what_was_done(sentence: str) -> None:
    assert own_role(sentence) == (Role.DONE, True)


@pytest.mark.parametrize("sentence", PLANNED)
def test_words_of_what_will_be_done(sentence: str) -> None:
    assert own_role(sentence) == (Role.PLAN, True)


@pytest.mark.parametrize("sentence", SILENT)
def test_words_that_do_not_vote(sentence: str) -> None:
    assert own_role(sentence).role is None


def test_the_last_clause_decides_where_clauses_differ() -> None:
    assert own_role("已完成整改12个,剩余2个年底前完成。") == (Role.PLAN, False)


@pytest.mark.parametrize(
    ("sentence", "is_wish"),
    [
        ("力争全年优良天数比例达到90%。", True),
        ("年底前完成剩余3个问题整改。", True),
        ("我局将对118个项目开展环保会诊。", True),
        ("力争年内销号,立案查处36起。", False),
        ("297个问题于11月底前全部整治完毕。", False),
        ("计划投资2亿元,完成投资1.2亿元。", False),
        ("12月底前完成了清淤。", False),
    ],
)
def test_a_wish_is_one_whole_sentence(sentence: str, *, is_wish: bool) -> None:
    assert is_planned_whole(sentence) is is_wish


def roles(text: str) -> list[tuple[str, Role]]:
    outline = outlined(text)
    plain = outline.source.plain
    return [(plain[s.start : s.end], s.role) for s in outline.sentences]


HEAD = "云溪县生态环境局2024年工作总结和2025年工作计划\n一、2024年工作情况\n完成治理项目9个。\n"


def test_one_wish_in_a_summary_turns_nothing_around_it() -> None:
    text = (
        "云溪县生态环境局2024年工作总结\n一、水环境\n国考断面总磷浓度0.12毫克/升。"
        "力争全年控制在0.1毫克/升以内。\n二、其他工作\n立案12件。\n"
    )
    assert roles(text) == [
        ("国考断面总磷浓度0.12毫克/升。", Role.DONE),
        ("力争全年控制在0.1毫克/升以内。", Role.PLAN),
        ("立案12件。", Role.DONE),
    ]


def test_what_was_done_stays_so_in_the_plan() -> None:
    text = HEAD + "二、2025年工作计划\n新建自动站2座。截至目前已完成选址1处。\n"
    assert roles(text)[1:] == [
        ("新建自动站2座。", Role.PLAN),
        ("截至目前已完成选址1处。", Role.DONE),
    ]


def test_a_plan_whose_sentences_look_back_is_a_summary() -> None:
    text = (
        HEAD
        + "二、2025年工作计划\n截至6月底,整治排污口12个。PM2.5浓度同比下降3%。"
        + "先后约谈企业6家。检查企业40家次。\n"
    )
    assert {role for _, role in roles(text)} == {Role.DONE}


def test_a_base_in_a_plan_does_not_make_it_a_summary() -> None:
    text = HEAD + "二、2025年工作计划\n在PM2.5浓度同比下降的基础上进一步加大治理力度。\n"
    assert roles(text)[-1][1] is Role.PLAN


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("目前，全市已建成乡镇空气自动站46个，联网运行率99.5%。", Role.DONE),
        ("目前，已建成污水管网42公里。", Role.DONE),
        ("截至目前，已完成整改31项，完成率91.2%。", Role.DONE),
        ("推进站点建设，全市已建成空气自动站46个，再建一批。", Role.PLAN),
        ("目前，已完成整改31项，力争年底前全部完成。", Role.PLAN),
    ],
)
def test_a_time_that_opens_a_sentence_of_the_plan_leaves_it_plain(
    sentence: str, role: Role
) -> None:
    found = outlined(f"某市生态环境局2025年工作要点\n一、重点任务\n加强能力建设。\n{sentence}\n")
    assert found.sentences[-1].role is role


PLAN_OF_2026 = "某县生态环境局2026年工作计划\n一、主要任务\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "去年，县城异味投诉比前年下降38%，4家饲料厂完成除臭改造。",
        "过去一年，我们关停散乱污企业12家。",
        "去年全县建成站点3座。",
    ],
)
def test_a_sentence_of_a_plan_that_opens_with_last_year_looks_back(sentence: str) -> None:
    found = outlined(f"{PLAN_OF_2026}{sentence}新建站点5座，6月底前完成。")
    assert [one.role for one in found.sentences] == [Role.DONE, Role.PLAN]


@pytest.mark.parametrize(
    "sentence", ["去年未完成的3个项目，6月底前建成。", "去年启动的工程继续推进。"]
)
def test_what_is_left_of_last_year_is_planned(sentence: str) -> None:
    found = outlined(f"{PLAN_OF_2026}{sentence}新建站点5座，6月底前完成。")
    assert [one.role for one in found.sentences] == [Role.PLAN, Role.PLAN]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("恳请市局协调编办核增编制5名。", Role.OTHER),
        ("在此，也希望上级在资金上给予倾斜。", Role.OTHER),
        ("建议县政府将监测站用房纳入预算。", Role.OTHER),
        ("会后，请各县区于三日内报送方案。", Role.OTHER),
        ("请省环科院专家为企业会诊8次。", Role.PLAN),
        ("请省厅专家上门指导2次。", Role.PLAN),
        ("建议书年内发放2000份。", Role.PLAN),
    ],
)
def test_what_others_are_asked_for_is_no_plan(sentence: str, role: Role) -> None:
    found = outlined(f"{PLAN_OF_2026}新建站点5座，6月底前完成。{sentence}")
    assert [one.role for one in found.sentences] == [Role.PLAN, role]


@pytest.mark.parametrize(
    "sentence",
    [
        "12月份将采取最严管控措施，确保浓度降到40微克以下。",
        "我们打算每户每月收5元卫生费，再请1名保洁员。",
        "剩余2座空气站计划明年建成。",
        "分局还准备新建空气站2座。",
        "11月，我所将联合交警调取卡口视频，争取月内破案。",
    ],
)
def test_who_means_to_do_something_plans_though_in_a_summary(sentence: str) -> None:
    assert is_planned_whole(sentence.replace("，", ","))


@pytest.mark.parametrize(
    "sentence",
    [
        "3月份将任务分解到6个股室。",
        "我局拟定实施方案3个。",
        "我们计划投资2亿元的项目已建成投运。",
        "其余3家拟上市企业已完成环评。",
        "分局计划外完成环评12件。",
    ],
)
def test_what_was_meant_and_done_is_no_plan(sentence: str) -> None:
    assert not is_planned_whole(sentence)
