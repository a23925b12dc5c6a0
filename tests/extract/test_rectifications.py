from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.reading import reading
from builder.extract.rectifications import rectifications
from builder.extract.tallies import tallies
from builder.model import Rectification, TallySource, Theme
from tests.outlines import outlined

# A sentence alone may be a heading; behind another one it is a sentence of the report.
FRAME = (
    "某市生态环境局2024年工作总结\n一、主要工作情况\n"
    "各项工作有序开展,取得新的成绩,现将有关情况说明如下。"
)


def found(text: str) -> tuple[Rectification, ...]:
    outline = outlined(FRAME + text)
    read = reading(outline, "2024")
    counted = tallies(outline, read.compact, read.numbers, "2024")
    return rectifications(outline, read.compact, counted)


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
