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


# Of these too: answers to an assembly, tasks of a campaign, faults done away with.
HANDLED_OTHERWISE: list[str] = [
    "县政协督办的5件环保提案全部办理完毕。",
    "办理人大代表建议12件,办结率100%。",
    "“夏季攻势”46项任务全面完成。",
    "“碧水行动”年度任务４８项，应完成的４５项全部完成。",
    "群众身边的噪声问题解决率达93.6%。",
    "督促企业落实整改措施,消除环境安全隐患四十五处。",
    "开展“绿盾”行动,排查整治违法违规点位23个。",
    "开展隐患大排查,发现隐患62处,现场交办企业限期处理。",
    "对上级交办的疑似违建点位,逐一核实,依法拆除。",
    "针对园区异味扰民,组织专家会诊,开展溯源排查,完成治理。",
    "对督察组转办的线索,组织专班,逐条核查。",
    "督察典型案例整改有序推进。",
]


@pytest.mark.parametrize("text", HANDLED_OTHERWISE)
def test_handling_of_what_no_inspection_calls_a_problem(text: str) -> None:
    assert [one.quote for one in found(text)] == [text.rstrip("。")]


@pytest.mark.parametrize(
    "text",
    [
        "对上级交办的任务,加强领导,压实责任。",
        "整治农村黑臭水体12条。",
        "认真听取人大代表建议。",
        "对重点企业开展帮扶,清理台账。",
    ],
)
def test_duties_beside_what_was_brought_are_no_handling(text: str) -> None:
    assert [one.quote for one in found(text)] == []


HEADED = (
    "某县生态环境局关于2024年中央生态环境保护督察反馈问题整改情况的自查报告\n一、反馈问题整改情况\n"
)


def headed(text: str) -> tuple[Rectification, ...]:
    outline = outlined(HEADED + text)
    read = text_analysis(outline).dated(Period.years(2024))
    return rectifications(outline, read.normalized, tallies(read, Period.years(2024)).facts)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("（一）关于“进水浓度偏低”的问题", "已完成整改。改造管网31公里,封堵入渗点26处"),
        ("（一）关于“进水浓度偏低”问题", "正在整改,达到序时进度。改造管网31公里"),
        ("（一）“进水浓度偏低”的问题整改情况", "已销号。改造管网31公里"),
        ("1.进水浓度偏低问题", "已整改到位。改造管网31公里"),
        ("（一）针对“进水浓度偏低”的问题", "目前已完成整改。改造管网31公里"),
        ("（一）关于进水浓度偏低的问题", "已完成阶段性整改并长期坚持。今年改造管网31公里"),
        ("(一)关于“进水浓度偏低”的问题整改落实情况", "基本完成整改。改造管网31公里"),
        ("（一）关于“进水浓度偏低”的问题", "达到时序进度。改造管网31公里"),
    ],
)
def test_a_problem_under_its_own_heading(heading: str, text: str) -> None:
    (one,) = headed(f"{heading}\n{text}。\n（二）其他工作\n开展宣传8次。\n")
    assert one.quote.startswith("进水浓度偏低")
    assert one.quote.endswith(text)
    assert one.source is TallySource.CENTRAL_INSPECTION
    assert one.themes[0] is Theme.INSPECTION


@pytest.mark.parametrize(
    "text",
    [
        "（一）关于“进水浓度偏低”的问题\n主要原因是管网老旧。",
        "（一）管网建设情况\n已完成管网建设31公里。",
        "（一）关于“进水浓度偏低”的问题\n将于明年开工改造。",
    ],
)
def test_a_heading_alone_tells_of_no_handling(text: str) -> None:
    assert headed(text) == ()


def test_an_assembly_is_another_source() -> None:
    (one,) = found("审计指出的3个问题已整改到位。")
    assert one.source is TallySource.OTHER
    (film,) = found("省级生态环境警示片披露的2个问题已整改到位。")
    assert film.source is TallySource.PROVINCIAL_INSPECTION
