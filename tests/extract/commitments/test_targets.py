from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.commitments.targets import targets
from tests.outlines import numbers, outlined

TARGETS = [
    ("力争优良天数达到300天以上,PM2.5浓度下降4%。", ["≥300天", "=4%"]),
    ("PM2.5年均浓度控制在33微克/立方米以下。", ["≤33μg/m³"]),
    ("确保9个市考以上断面达标率达到90%。", ["=90%"]),
    ("紧盯剩余1个中央督察反馈问题,确保销号。", ["=1个"]),
    ("对未完成的2个问题和17件信访件明确责任。", ["=2个", "=17件"]),
    ("科级岗位人员配备达95%以上。", ["≥95%"]),
    ("确保国控断面水质稳定达到Ⅱ类。", ["=Ⅱclass"]),
    ("西溪桥断面水质稳定达到V类以上。", ["≥Ⅴclass"]),
    ("治理率由38%提高到45%。", ["=45%"]),
    ("完成投资4.2亿元,新建管网120公里以上。", ["=4.2亿元", "≥120公里"]),
    ("55个小流域断面Ⅰ—Ⅲ类水质比例达到98%以上。", ["≥98%"]),
    ("综合指数同比下降8%以上,重污染天数控制在3天以内。", ["≥8%", "≤3天"]),
    ("补充执法人员6名以上。", ["≥6名"]),
    ("14件信访件办结率达到100%。", ["=14件", "=100%"]),
    ("PM2.5浓度下降到33微克/立方米左右。", ["≈33μg/m³"]),
]
NONE = [
    "完成监管能力提升三年行动任务。",
    "确保刘家川断面退出劣Ⅴ类。",
    "落实十大重点行动主要任务。",
    "在“线上+线下”两个战场上提高能力。",
    "优良率达到XX%以上,建成*个示范点。",
    "为期一个月的例行督察。",
    "淘汰10蒸吨以下燃煤锅炉。",
    "实施“六个100%”扬尘管控。",
]


def printed(sentence: str) -> list[str]:
    outline = outlined(f"二、2025年工作计划\n{sentence}")
    (one,) = outline.sentences
    return [
        f"{target.qualifier}{target.value}{target.unit}"
        for target in targets(outline, one.start, one.end, numbers(outline))
    ]


@pytest.mark.parametrize(("sentence", "found"), TARGETS)
def test_the_numbers_to_be_reached(sentence: str, found: list[str]) -> None:
    assert printed(sentence) == found


@pytest.mark.parametrize("sentence", NONE)
def test_no_target(sentence: str) -> None:
    assert printed(sentence) == []


def test_two_targets_of_a_clause_have_quotes_of_their_own() -> None:
    outline = outlined("二、2025年工作计划\n完成剩余4项督察整改任务和缙云山39个问题的扫尾。")
    (one,) = outline.sentences
    found = targets(outline, one.start, one.end, numbers(outline))
    assert [target.quote for target in found] == ["完成剩余4项督察整改任务", "缙云山39个问题的扫尾"]


@given(st.text(alphabet="完成剩余达到和、,。%个件Ⅲ类0123456789.X*天率断面以上", max_size=60))
def test_quotes_hold_and_masks_give_nothing(words: str) -> None:
    outline = outlined(f"二、2025年工作计划\n{words}")
    for one in outline.sentences:
        for target in targets(outline, one.start, one.end, numbers(outline)):
            assert outline.source.text[target.start : target.end] == target.quote
            assert str(target.value).strip("X*")


REACH = [
    "会同5个部门联合检查不少于4次。",
    "依托13个网格巡查不少于4次。",
    "在周边3公里范围内巡查不少于4次。",
    "协同4个乡镇联合检查不少于4次。",
    "以21个行业为重点,开展检查不少于4次。",
    "对26个断面进行调度不少于4次。",
    "对已完成的8项任务核查不少于4次。",
    "按照3个清单检查不少于4次。",
]
WANTED = [
    ("建成污水处理站5个。", ["=5个"]),
    ("对12家企业开展检查。", ["=12家"]),
    ("整治排污口32个,覆盖率达到100%。", ["=32个", "=100%"]),
]


@pytest.mark.parametrize("sentence", REACH)
def test_where_and_with_whom_is_no_target(sentence: str) -> None:
    assert printed(sentence) == ["≥4次"]


@pytest.mark.parametrize(("sentence", "expected"), WANTED)
def test_what_is_to_be_reached_is_one(sentence: str, expected: list[str]) -> None:
    assert printed(sentence) == expected


MEANT = [
    ("新增风电、光伏装机40万千瓦。", ["=40万千瓦"]),
    ("年底前完成清江沿线65个入河排污口规范化整治。", ["=65个"]),
    ("6月、12月各开展一次执法大练兵。", ["=1次"]),
    ("剩余7个入河排污口8月底前整治完毕。", ["=7个"]),
    ("购置走航监测车2辆。", ["=2辆"]),
    ("招录执法人员3名,培训不少于200人次。", ["=3名", "≥200人次"]),
    ("配齐便携式监测设备20台（套）。", ["=20台（套）"]),
    ("会同5个部门联合检查不少于4次。", ["≥4次"]),
    ("联合周边4个县市开展应急演练2次。", ["=2次"]),
    ("与下游3个区县开展联合监测4次。", ["=4次"]),
    ("携手7所高校建立实习基地1个。", ["=1个"]),
    ("协调沿河5个乡镇新设警示牌30块。", ["=30块"]),
    ("联合创建县城示范点4个。", ["=4个"]),
]
PLACES = [
    "联合公安等5家单位开展打击行动。",
    "在距离居民区500米以内禁止露天烧烤。",
    "沿河两岸1公里范围内禁止新建化工项目。",
    "抽调8个股室人员组成专班。",
    "聚焦21个重点行业深化治理。",
    "巩固提升5个省级生态乡镇创建成果。",
    "对9项已完成整改的问题开展“回头看”。",
    "改造30万千瓦机组。",
]


@pytest.mark.parametrize(("sentence", "expected"), MEANT)
def test_what_is_to_be_done_counts(sentence: str, expected: list[str]) -> None:
    assert printed(sentence) == expected


@pytest.mark.parametrize("sentence", PLACES)
def test_place_company_and_what_is_there_already_do_not(sentence: str) -> None:
    assert printed(sentence) == []
