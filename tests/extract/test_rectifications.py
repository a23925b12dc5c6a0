from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.rectifications import rectifications
from builder.extract.tallies import tallies
from builder.model import Period, Rectification, TallySource, Theme
from builder.text.analysis import text_analysis
from tests.outlines import outlined

# A sentence alone may be a heading; behind another one it is a sentence of the report.
FRAME = (
    "某市生态环境局2024年工作总结\n一、主要工作情况\n"
    "各项工作有序开展,取得新的成绩,现将有关情况说明如下。"
)


def found(text: str) -> tuple[Rectification, ...]:
    outline = outlined(FRAME + text)
    read = text_analysis(outline).dated(Period.years(2024))
    counted = tallies(read, Period.years(2024))
    return rectifications(outline, read.normalized, counted.facts)


# A sentence of work, and the stretch of it that tells of a rectification.
TOLD: list[tuple[str, str]] = [
    (
        "开展汛期溢流污染排查,发现问题33个,已全部交办并完成整改,水质明显好转。",
        "开展汛期溢流污染排查,发现问题33个,已全部交办并完成整改",
    ),
    ("积极应对水环境方面问题整改,加快实施城镇污水处理设施建设。", "积极应对水环境方面问题整改"),
    (
        "对1家涉重金属企业进行了现场检查,督促其落实环保整改措施。",
        "对1家涉重金属企业进行了现场检查,督促其落实环保整改措施",
    ),
    (
        "深入打好污染防治攻坚战,狠抓环保督察反馈问题整改,各项工作取得成效。",
        "狠抓环保督察反馈问题整改",
    ),
    (
        "抽查检验机构14家次,发现问题31个,均已督促整改到位。",
        "抽查检验机构14家次,发现问题31个,均已督促整改到位",
    ),
    (
        "省督察组进驻我市,期间共转办信访件213件,已办结196件,责令整改企业64家,立案处罚18家。",
        "省督察组进驻我市,期间共转办信访件213件,已办结196件",
    ),
    (
        "受理举报267件,较上年减少19%,办结率97.8%,满意率95.5%。",
        "受理举报267件,较上年减少19%,办结率97.8%",
    ),
    (
        "针对存在的环境风险逐一制定方案,明确责任分工,有序推进环境风险隐患整改,确保安全。",
        "针对存在的环境风险逐一制定方案,明确责任分工,有序推进环境风险隐患整改",
    ),
    ("市领导多次调研,逐项挂牌督办、对账销号。", "逐项挂牌督办、对账销号"),
    (
        "2017年以来,督察反馈问题45个,完成整改43个,剩余2个正按时序推进。",
        "2017年以来,督察反馈问题45个,完成整改43个,剩余2个正按时序推进",
    ),
]


@pytest.mark.parametrize(("text", "stretch"), TOLD)
def test_from_what_was_raised_to_the_last_word_on_its_handling(text: str, stretch: str) -> None:
    assert [one.quote for one in found(text)] == [stretch]


NONE: list[str] = [
    "以中央环保督察反馈问题整改为重点,统筹推进各项工作。",
    "责令整改企业232家,立案处罚46家。",
    "完成12家企业深度治理,淘汰燃煤锅炉3台。",
    "统筹推进农村黑臭水体排查整治、农村生活污水治理等工作。",
    "推进治污攻坚、督察整改和服务发展等各项工作。",
    "下达责令改正违法行为决定书30份。",
    "突出生态环境问题整改成效显著。",
    "实施大气污染治理项目78个,已完工33个。",
    "\n二、下一步工作计划\n加快督察反馈问题整改,确保按期销号。",
]


@pytest.mark.parametrize("text", NONE)
def test_decoys_give_none(text: str) -> None:
    assert [one.quote for one in found(text)] == []


def test_semicolons_part_rectifications() -> None:
    text = "督察反馈问题7个,已完成整改6个;警示片披露的1个问题已通过省级验收销号。"
    assert [one.quote for one in found(text)] == [
        "督察反馈问题7个,已完成整改6个",
        "警示片披露的1个问题已通过省级验收销号",
    ]


def test_source_and_themes() -> None:
    (one,) = found("第二轮中央生态环境保护督察交办信访件118件,办结117件。")
    assert one.source is TallySource.CENTRAL_INSPECTION
    assert one.themes[0] is Theme.INSPECTION
    (other,) = found("对1家企业进行了现场检查,督促其落实整改措施。")
    assert other.source is None


@given(
    st.text(
        alphabet="督察反馈问题整改销号办结检查发现针对已完成,;。、0123456789件个“”", max_size=120
    )
)
def test_quotes_hold_on_any_text(text: str) -> None:
    for one in found(text):
        assert (FRAME + text)[one.start : one.end] == one.quote


# Each of these is a rectification from its first letter to its full stop.
HANDLED: list[str] = [
    "对久拖不决的信访积案实行领导包案化解。",
    "及时妥善处理群众来信来访,按期办结各类环境信访件。",
    "对群众反映的突出环境问题逐一核查处理。",
    "及时调处群众关心的环境纠纷。",
    "中央督察反馈问题整改正在有序推进。",
    "省督察反馈问题整改工作按时序推进。",
    "对督察指出的问题建立台账、逐项销号。",
    "全力抓好督察整改,6项任务按序时进度推进。",
    "对排查出的隐患,督促企业限时整改到位。",
    "对检查发现的问题,现场交办、跟踪督办。",
    "针对发现的问题,下达整改通知,督促企业落实整改。",
    "对监测超标断面开展溯源排查,推进问题整改。",
    "发现的问题全部移交属地政府整改。",
    "对不正常运行的污水处理设施开展排查整改。",
    "对发现的非法倾倒固废点位及时清理处置。",
    "完成入河排污口溯源整治。",
    "推进入河排污口分类整治。",
    "建立问题清单、责任清单,实行销号管理。",
    "对已完成整改问题开展“回头看”,严防反弹。",
    "警示片披露问题完成整改。",
    "持续推进历史遗留矿山生态环境问题整改。",
    "加快推进自然保护地问题点位整改销号。",
    "对省厅交办的线索逐条核查、督促整改。",
]


@pytest.mark.parametrize("text", HANDLED)
def test_handling_in_many_spellings(text: str) -> None:
    assert [one.quote for one in found(text)] == [text.rstrip("。")]


NOT_HANDLED: list[str] = [
    "下达责令改正违法行为决定书12份。",
    "加强信访工作,畅通举报渠道。",
    "开展农村黑臭水体整治和生活污水治理。",
    "推进散乱污企业整治,提升环境质量。",
    "制定信访工作制度,加强业务培训。",
    "以督察整改为契机,推动高质量发展。",
    "完善整改工作机制,压实各级责任。",
    "信访总量同比下降20%,群众满意度提升。",
    "举办信访业务培训班。",
    "完成12家企业深度治理改造。",
    "整治城区扬尘污染,加大巡查力度。",
    "聚焦突出环境问题,开展普法宣传。",
    "开展尾矿库“回头看”。",
    "配合开展省级督察“回头看”。",
]


@pytest.mark.parametrize("text", NOT_HANDLED)
def test_duties_sanctions_and_trades_are_no_handling(text: str) -> None:
    assert [one.quote for one in found(text)] == []


IN_PLAN: list[tuple[str, list[str]]] = [
    (
        "当前我县大部分突出环境问题已完成整改任务,下一步继续巩固。",
        ["当前我县大部分突出环境问题已完成整改任务"],
    ),
    (
        "目前中央督察反馈的9个问题已销号7个,剩余2个年底前完成。",
        ["目前中央督察反馈的9个问题已销号7个"],
    ),
    ("截至目前,交办信访件已全部办结,将继续回访。", ["截至目前,交办信访件已全部办结"]),
    ("截至11月底,排污口已完成整治38个,年底前完成其余整治。", ["截至11月底,排污口已完成整治38个"]),
    ("现已完成整改12项,其余问题加快整改。", ["现已完成整改12项"]),
    ("加快督察反馈问题整改,确保年底前销号。", []),
    ("当前要抓好督察反馈问题整改。", []),
    ("对已完成整改的问题开展“回头看”。", []),
]


@pytest.mark.parametrize(("text", "quotes"), IN_PLAN)
def test_past_work_told_in_a_plan(text: str, quotes: list[str]) -> None:
    plan = "\n二、下一步工作计划\n持续打好污染防治攻坚战,加强执法监管。"
    assert [one.quote for one in found(plan + text)] == quotes
