"""Sentences that say only what is wrong, wherever they stand."""

from __future__ import annotations

import pytest

from builder.model import Role
from builder.outline.shortcomings import states_shortcoming
from tests.outlines import outlined

WRONG = [
    "监测站仪器老化严重，持证上岗人员偏少。",
    "一些部门协作意识不够强，信息通报不及时。",
    "我县重型货车过境量大，检验机构弄虚作假时有发生。",
    "从今年的情况看，工地夜间施工噪声投诉居高不下，部分场所监管缺位，离群众期待还有差距。",
    "目前已建污水处理设施运行负荷率偏低，接户管衔接不畅。",
    "散养户粪污还田设施简陋。",
    "保护区标识缺损，部分取水口周边仍有养殖户。",
    "养殖户主体责任不落实，粪污乱排现象较多。",
]
OTHER = [
    "解决监测点位偏少、数据不准问题。",
    "坚决防止责任落实不到位、信息通报不及时。",
    "针对仪器老化、人员不足的短板，更新仪器22台。",
    "决不姑息，永不停步。",
    "推动解决管网覆盖不足、处理能力偏低。",
    "让群众对环境的不满意越来越少，监管不留死角。",
    "完成6个乡镇管网建设，补上收集率偏低的短板。",
]
HEAD = "某局2024年工作总结和2025年工作计划\n一、2024年工作\n建成站点6座。\n二、2025年工作计划\n"


@pytest.mark.parametrize("sentence", WRONG)
def test_what_says_only_what_is_wrong_states_a_shortcoming(sentence: str) -> None:
    assert states_shortcoming(sentence.replace("，", ","))


@pytest.mark.parametrize("sentence", OTHER)
def test_what_is_met_or_done_states_none(sentence: str) -> None:
    assert not states_shortcoming(sentence.replace("，", ","))


@pytest.mark.parametrize("sentence", WRONG)
@pytest.mark.parametrize("lead", ["", "（一）补齐短板。"])
def test_in_a_plan_it_is_a_problem_and_what_follows_is_plan(lead: str, sentence: str) -> None:
    found = outlined(f"{HEAD}{lead}{sentence}全年更新仪器22台。\n1.6月底前修复管网18公里。\n")
    assert [one.role for one in found.sentences[1:]] == [Role.PROBLEMS, Role.PLAN, Role.PLAN]


@pytest.mark.parametrize("sentence", OTHER)
def test_in_a_plan_the_others_are_plan(sentence: str) -> None:
    found = outlined(f"{HEAD}（一）补齐短板。{sentence}\n")
    assert {one.role for one in found.sentences[1:]} == {Role.PLAN}
