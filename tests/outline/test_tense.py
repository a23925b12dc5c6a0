from __future__ import annotations

import pytest

from builder.outline.tense import future_cues

AHEAD = [
    "力争优良天数达到330天以上,确保断面稳定达标。",
    "6月底前完成3家企业改造,新增管网不少于15公里。",
    "年内建成污水处理厂2座,进一步提高收集率。",
    "将继续开展夏季攻势,严格监管。",
    "明年,确保完成12个减排项目。",
    "下半年完成年度任务,着力解决突出问题。",
    "拟实施治理项目8个,控制在预算以内。",
    "9月底前全部销号,持续巩固成效。",
]
BACK = [
    "全年累计完成锅炉淘汰12台,力争优良天数有所增加。",
    "已建成污水处理厂2座,确保出水达标。",
    "优良天数同比增加6天,达到330天以上。",
    "截至12月底前,完成了全部任务。",
    "检查企业300余家次,进一步规范执法行为。",
    "PM2.5浓度为32微克/立方米,将同期水平刷新。",
]


@pytest.mark.parametrize("text", AHEAD)
def test_what_will_be_done(text: str) -> None:
    assert future_cues(text, 0, len(text)).weight >= 3


@pytest.mark.parametrize("text", BACK)
def test_what_was_done(text: str) -> None:
    assert future_cues(text, 0, len(text)).weight == 0


def test_hopes_alone_tell_little() -> None:
    text = "进一步加强监管,确保达标,切实防范风险。"
    assert future_cues(text, 0, len(text)).weight == 1
