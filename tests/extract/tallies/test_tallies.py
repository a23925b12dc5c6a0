from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.tallies import tallies
from builder.model import Period, Tally, TallySource
from builder.text.analysis import text_analysis
from tests.outlines import outlined

Numbers = tuple[str | None, str | None, str | None, str | None]


# A sentence alone may be a heading; behind another one it is a sentence of the report.
FRAME = (
    "某市生态环境局2024年工作总结\n一、主要工作情况\n"
    "各项工作有序开展,取得新的成绩,现将有关情况说明如下。"
)


def found(text: str, year: int = 2024) -> tuple[Tally, ...]:
    covered = Period.years(year)
    return tallies(text_analysis(outlined(FRAME + text)).dated(covered), covered).facts


def numbers(text: str) -> list[Numbers]:
    """Total, done, pending and rate of every tally of a text."""
    told = [(one.total, one.done, one.pending, one.rate) for one in found(text)]
    return [tuple(None if v is None else str(v) for v in values) for values in told]  # type: ignore[misc]


# One set, 70 raised, 69 done, in many spellings.
SEVENTY: list[str] = [
    "共计受理群众投诉问题70件,已办结69件,办结率98.57%。",
    "受理群众投诉问题70件,办结69件,办结率达98.57%。",
    "受理群众投诉问题 70 件，已办结 69 件，办结率 98.57%。",
    "受理群众投诉问题７０件，已办结６９件，办结率９８.５７％。",
    "全年共交办信访件70件,其中已办结69件,按期办结率98.57%。",
    "督察组转办信访件12批次70件,同比减少5件,整改完成69件,整改完成率98.57%。",
    "排查入河排污口70个,完成溯源68个,完成整治69个,整治率98.57%。",
    "反馈我市问题70个,目前已整改销号69个,整改率98.57%。",
    "对检查发现的70个问题实行清单管理,已完成整改69个,完成率98.57%。",
    "接到群众来信来访70件(重复件6件),办结69件,累计办结率98.57%。",
    "交办问题70个;已完成整改69个,整改率98.57%。",
    "发现各类问题隐患70处(个),整改完成69处(个),整改率98.57%。",
    "督察组交办信访件第1-30批共计70件,已办结69件,办结率98.57%。",
    "群众举报投诉案件70起,处理69起,处结率98.57%。",
    "交办问题70个,数量居全市第5位。截至目前,已完成整改69个,整改率98.57%。",
]


@pytest.mark.parametrize("text", SEVENTY)
def test_raised_done_and_rate_in_many_spellings(text: str) -> None:
    assert numbers(text) == [("70", "69", None, "98.57")]


ALL_DONE: list[str] = [
    "受理群众诉求297起,均在规定时间内完成办结。",
    "受理群众诉求297起,均已办结。",
    "受理群众诉求297起,已全部办结。",
    "受理群众诉求297起,目前全部办理完结。",
    "297项整改任务已全部完成整改销号。",
    "297项整改任务在全市率先完成。",
    "省“夏季攻势”任务297项全面完成。",
    "发现问题297个,均已督促整改到位。",
    "发现并改正工地废气等大气环境问题297个。",
    "警示片披露的297个问题已通过省级验收销号。",
    "新排查“散乱污”297家,全部关停取缔。",
    "发现火点297处,现场处置297处。",
    "专项检查发现的297个环境问题于11月底前全部整治完毕。",
    "开展排查,发现问题297个,已全部交办并完成整改。",
]


@pytest.mark.parametrize("text", ALL_DONE)
def test_a_word_on_all_items_makes_done_equal_to_total(text: str) -> None:
    assert numbers(text) == [("297", "297", None, None)]


PENDING: list[str] = [
    "交办信访件256件,完成整改销号246件,剩余10件正按整改时限持续推进。",
    "交办信访件256件,已办结246件,阶段性办结10件。",
    "交办信访件256件,办结246件,其余10件正在办理。",
    "反馈问题256个,已完成整改246个,达到序时进度10个。",
    "涉及我市256项整改任务,已完成246项,10项达到时序进度。",
    "涉及我市256项整改任务,其中246项已完成,10项正在推进。",
    "交办我市整改任务256项。截至目前,已完成整改并销号246项,10项序时推进。",
    "256个问题,整改到位246个,尚有10个未完成整改。",
    "全县256个入河排污口完成整治246个,其余10个纳入年底前整治计划。",
]


@pytest.mark.parametrize("text", PENDING)
def test_items_left_in_many_spellings(text: str) -> None:
    assert numbers(text) == [("256", "246", "10", None)]


# What is in hand may be less than what is left.
UNDERWAY: list[str] = [
    "涉及我市256项整改任务,246项已完成,10项正在推进。",
    "省督察反馈问题256个,完成整改246个,10个正在整改。",
    "受理举报256件,办结246件,10件正在办理。",
]


@pytest.mark.parametrize("text", UNDERWAY)
def test_items_in_hand_are_not_said_to_be_all_that_is_left(text: str) -> None:
    assert numbers(text) == [("256", "246", None, None)]


DONE_ALONE: list[str] = [
    "完成了48项“夏季攻势”整治任务。",
    "48个存量问题销号。",
    "配合县纪委监委完成了48个“洞庭清波”问题整改。",
    "妥善调处群众投诉48件。",
    "整治直排口48处。",
    "完成入河排污口整治48个。",
    "化解信访积案48件。",
    "全年整改环境问题48个。",
]


@pytest.mark.parametrize("text", DONE_ALONE)
def test_settled_items_without_a_total(text: str) -> None:
    assert numbers(text) == [(None, "48", None, None)]


HANDLED: list[str] = [
    "16个湖泊55个排污口正加快推进整改。",
    "交办并督促整改问题55个。",
    "发现问题55个,督促指导企业及时完成整改。",
    "第三轮督察涉及我市问题55项,已按程序编制整改方案并积极推动反馈问题整改。",
    "排查入河排污口55个,监测35个,溯源55个。",
    "55个环境风险隐患实行闭环管理。",
    "发现问题55个,已制定整改方案。",
    "反馈问题55个,正在整改。",
]


@pytest.mark.parametrize("text", HANDLED)
def test_handling_told_without_a_number_gives_the_total_alone(text: str) -> None:
    assert numbers(text) == [("55", None, None, None)]


NONE: list[str] = [
    "检查企业1190家次,立案查处环境违法案件41件,罚款三百二十六万元。",
    "审批建设项目环评文件73个,其中报告书4个、报告表69个。",
    "完成16个地块土壤污染状况调查,完成18个行政村农村生活污水治理。",
    "责令改正11起,责令整改并处罚款5起。",
    "接到反馈问题*个,已整改完成*个,整改完成率*.*%。",
    "组织应急演练3次,完成12家企业环境应急预案备案。",
    "投诉举报件同比下降20%,重复投诉件下降30%。",
    "办结生态环境损害赔偿案件6起。",
    "5条农村黑臭水体整治任务、3个集中式污水处理设施排查和整治工作。",
    "责令整改企业232家,立案处罚46家。",
    "全市共接收群众信访件244件。",
    "组织5个巡查组开展问题排查。",
    "指导20家企业完成碳排放核查,第三履约周期履约完成率100%。",
    "督促9家矿山企业落实整改措施。",
    "立案查处环境违法案件123件。",
]


@pytest.mark.parametrize("text", NONE)
def test_decoys_give_no_tally(text: str) -> None:
    assert numbers(text) == []


def test_two_sets_in_one_clause_share_the_word_on_all() -> None:
    text = "反馈我市11个问题和382个信访件全部整改完成并销号。"
    assert numbers(text) == [("11", "11", None, None), ("382", "382", None, None)]


def test_three_sets_in_one_sentence_stay_apart() -> None:
    text = (
        "113个长江入河排污口已完成整治110个,总干渠排污口77个已完成整治53个,"
        "16个湖泊55个排污口正加快推进整改。"
    )
    assert numbers(text) == [
        ("113", "110", None, None),
        ("77", "53", None, None),
        ("55", None, None, None),
    ]


def test_kinds_after_of_which_are_no_sets() -> None:
    text = "受理信访举报件1024件,其中来信112件、来访36批次、来电876件,已全部处理完毕。"
    assert numbers(text) == [("1024", "1024", None, None)]


def test_a_deadline_makes_no_done() -> None:
    text = "交办信访件386件,已完成整改314件,其中计划于5月31日前完成14件、12月31日前完成31件。"
    assert numbers(text) == [("386", "314", None, None)]


def test_masked_numbers_leave_the_printed_rate() -> None:
    assert numbers("督察交办我区信访件X件,已办结X件,办结率100%。") == [(None, None, None, "100")]


def test_problems_and_plans_hold_no_tallies() -> None:
    text = (
        "\n二、存在的问题\n反馈问题9个,仅完成整改2个。\n三、下一步工作计划\n完成剩余7个问题整改。\n"
    )
    assert numbers(text) == []


SOURCES: list[tuple[str, TallySource]] = [
    ("中央生态环境保护督察反馈问题7个,已完成整改6个。", TallySource.CENTRAL_INSPECTION),
    ("第三轮中央环保督察交办信访件7件,办结6件。", TallySource.CENTRAL_INSPECTION),
    ("省级生态环境保护督察反馈问题7个,已完成整改6个。", TallySource.PROVINCIAL_INSPECTION),
    ("省环保督察“回头看”转办信访件7件,办结6件。", TallySource.PROVINCIAL_INSPECTION),
    ("中央、省生态环保督察交办信访件7件,办结6件。", TallySource.MIXED_INSPECTION),
    ("各级环保督察反馈问题7个,已完成整改6个。", TallySource.MIXED_INSPECTION),
    ("7个环保督察反馈问题已完成县级销号。", TallySource.MIXED_INSPECTION),
    ("“清水蓝天”专项行动发现环境问题7个,已整改6个。", TallySource.CAMPAIGN),
    ("受理环境信访投诉7件,办结6件。", TallySource.PETITION),
    ("排查入河排污口7个,完成整治6个。", TallySource.OUTFALL),
    ("配合县纪委监委完成了7个问题整改。", TallySource.DISCIPLINE),
    ("长江经济带警示片披露的7个问题,完成整改6个。", TallySource.CENTRAL_INSPECTION),
    ("市级环保集中督察移交问题7个,完成整改6个。", TallySource.OTHER),
    ("办理人大代表建议7件,办结6件。", TallySource.OTHER),
    ("对“散乱污”企业实行动态清零,发现问题7个,已整改6个。", TallySource.OTHER),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_source_of_the_items(text: str, source: TallySource) -> None:
    assert [one.source for one in found(text)] == [source]


def test_an_inspection_named_before_gives_its_level() -> None:
    text = "9月6日-26日,省生态环境保护督察组进驻我市。督察期间我县共接收信访件40件,已办结30件。"
    (tally,) = found(text, 2023)
    assert (tally.source, str(tally.period)) == (
        TallySource.PROVINCIAL_INSPECTION,
        "2023-09-06..2023-09-26",
    )


PERIODS = [
    ("2017年以来,督察交办信访件9件,办结8件。", "2017..2024"),
    ("2016年至2023年,督察共交办整改任务9项,完成8项。", "2016..2023"),
    ("2018年督察“回头看”反馈问题9个,完成整改8个。", "2018"),
    ("督察反馈问题9个,完成整改8个。", "2024"),
    ("2024年以来,受理投诉9件,办结8件。", "2024"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_period_is_when_the_items_were_raised(text: str, period: str) -> None:
    assert [str(one.period) for one in found(text)] == [period]


def test_quotes_are_the_sources_own_characters() -> None:
    text = "全县入河排污口 42 个，完成整治 39 个，封堵 14 个，其余 3 个纳入年底前整治计划。"
    (one,) = found(text)
    assert (FRAME + text)[one.start : one.end] == one.quote
    assert (one.total, one.done, one.pending) == (Decimal(42), Decimal(39), Decimal(3))


def test_settled_items_without_a_noun() -> None:
    text = "截至11月底,累计完成整改验收销号46项,完成率92%,封堵3项。"
    assert numbers(text) == [(None, "46", None, "92")]


@given(
    st.text(
        alphabet="督察反馈问题件个项已办结完成率剩余其中均全部,;。、0123456789%X*()“”", max_size=120
    )
)
def test_no_text_raises_and_parts_never_exceed_what_is_printed(text: str) -> None:
    for one in found(text):
        assert (FRAME + text)[one.start : one.end] == one.quote


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("受理群众投诉70件,已办结69件。", "件"),
        ("排查隐患26处,已完成整改25处。", "处"),
        ("反馈问题7项,已全部完成整改。", "项"),
        ("入河排污口整治完成率92.4%。", None),
    ],
)
def test_a_tally_has_the_unit_of_its_items(text: str, unit: str | None) -> None:
    (tally,) = found(text)
    assert tally.unit == unit


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("13个督察反馈问题已完成县级销号。", "县级销号"),
        ("反馈问题7项,已通过市级验收5项。", "市级验收"),
        ("反馈问题7项,已全部完成整改。", None),
    ],
)
def test_what_limits_the_settlement_is_noted(text: str, note: str | None) -> None:
    (tally,) = found(text)
    assert tally.note == note


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("转办信访件85件,办结及阶段性办结82件。", (85, None, None)),
        ("督察交办信访件64件,已全部办结或阶段性办结。", (64, None, None)),
        ("交办信访件30件,已办结(含阶段性办结)30件。", (30, None, None)),
        ("全县23个问题整改完成21个、阶段性完成整改2个。", (23, 21, 2)),
        ("反馈问题30项,完成整改20项,阶段性完成4项,正在推进6项。", (30, 20, None)),
        # Guards: a part of what is left, and all that is left.
        ("反馈问题15项,完成整改12项,剩余3项,其中2项达到序时进度。", (15, 12, 3)),
        ("受理举报77件,阶段性办结4件,办结73件。", (77, 73, 4)),
    ],
)
def test_settled_for_the_time_being_is_neither_settled_nor_all_that_is_left(
    text: str, numbers: tuple[int | None, ...]
) -> None:
    (tally,) = found(text)
    assert (tally.total, tally.done, tally.pending) == numbers


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("信访件37件,已办结31件、阶段性办结6件。", "阶段性办结"),
        ("交办件45件,39件办结,6件已阶段性办结。", "阶段性办结"),
        ("反馈问题12项,已完成整改9项,其余3项达到序时进度。", "达到序时进度"),
        ("反馈问题28项,完成整改26项,剩余2项需长期坚持整改。", "需长期坚持整改"),
        ("反馈问题28项,完成整改26项,剩余2项正在整改。", None),
        ("反馈问题28项,完成整改26项。", None),
    ],
)
def test_what_is_left_is_called_as_the_text_does(text: str, called: str | None) -> None:
    (tally,) = found(text)
    assert tally.pending_as == called


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("信访件121件,已办结118件(含阶段性办结9件)。", "含阶段性办结9件"),
        ("交办件50件,已办结50件(其中包括6件阶段性办结)。", "含6件阶段性办结"),
        ("信访件121件,已办结118件(含重复件9件)。", None),
    ],
)
def test_what_is_settled_for_the_time_being_limits_the_settlement(
    text: str, note: str | None
) -> None:
    (tally,) = found(text)
    assert tally.note == note


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("办理群众信访投诉567件,办结率100%。", (None, 567)),
        ("办理各类环境投诉举报389件,按期办结率100%。", (None, 389)),
        ("处理热线投诉208件,办结率达100%。", (None, 208)),
        # Guards: items that came in, and a number of those settled behind.
        ("受理信访投诉567件,办结率100%。", (567, None)),
        ("办理信访投诉567件,办结560件,办结率98.8%。", (567, 560)),
        # To put down and to sort settles none.
        ("对42个入河排污口逐一建档、分类整治,已完成整治39个,剩余3个正在施工。", (42, 39)),
    ],
)
def test_what_was_handled_at_a_rate_is_done(text: str, numbers: tuple[int | None, ...]) -> None:
    (tally,) = found(text)
    assert (tally.total, tally.done) == numbers
