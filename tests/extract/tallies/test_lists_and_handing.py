"""Sets that are listed with 分别, handed on, looked at again, or found true."""

from __future__ import annotations

import pytest

from builder.extract.tallies import tallies
from builder.model import TallySource
from tests.extract.reports import Numbers, read, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "中央、省两轮督察分别反馈问题12项和18项,已分别完成整改11项和15项。",
            [("12", "11", None, None), ("18", "15", None, None)],
        ),
        (
            "第一轮、第二轮省级督察分别反馈我县问题20个、16个,分别完成整改20个、14个。",
            [("20", "20", None, None), ("16", "14", None, None)],
        ),
        (
            "中央督察、省督察分别交办信访件８５件、120件，分别办结84件、118件。",
            [("85", "84", None, None), ("120", "118", None, None)],
        ),
        (
            "中央和省级督察分别反馈问题12个和18个,整改完成率分别为91.7%和83.3%。",
            [("12", None, None, "91.7"), ("18", None, None, "83.3")],
        ),
        (
            "三轮督察分别反馈问题12个、18个、9个,已分别整改12个、17个、5个。",
            [("12", "12", None, None), ("18", "17", None, None), ("9", "5", None, None)],
        ),
        (
            "中央、省督察分别反馈问题十二项和十八项,分别完成整改11项、15项,分别剩余1项、3项。",
            [("12", "11", "1", None), ("18", "15", "3", None)],
        ),
        (
            "人大、政协分别提出意见9条、5条,均已办结。",
            [("9", "9", None, None), ("5", "5", None, None)],
        ),
        (
            "中央、省警示片分别披露问题3个、4个,全部完成整改。",
            [("3", "3", None, None), ("4", "4", None, None)],
        ),
    ],
)
def test_sets_of_a_list_have_their_own_numbers(sentence: str, expected: list[Numbers]) -> None:
    assert told(sentence) == expected


def test_sets_of_a_list_have_their_own_raisers() -> None:
    first, second = tallies(
        read("中央、省两轮督察分别反馈问题12项和18项,已分别完成整改11项和15项。"), None
    ).facts
    assert (first.subject, second.subject) == ("中央督察反馈问题", "省督察反馈问题")
    assert first.source is TallySource.CENTRAL_INSPECTION
    assert second.source is TallySource.PROVINCIAL_INSPECTION


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("受理信访件120件,全部转办到位。", "120"),
        ("省督察组交办信访件85件,其中自办20件、转办65件。", "85"),
        ("发现问题36个,已全部移交相关部门。", "36"),
        ("发现环境隐患４７处，已建立整改台账。", "47"),
        ("排查问题十二个,均已转交属地政府。", "12"),
        ("收到投诉56件,自办40件、转办16件。", "56"),
        ("发现问题25个,下发通知25份督促整改。", "25"),
        ("梳理问题线索19条,移送纪检监察机关3条。", "19"),
    ],
)
def test_to_hand_items_on_settles_none(sentence: str, total: str) -> None:
    assert told(sentence) == [(total, None, None, None)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("属实309件、不属实85件;属实问题中已完成整改294件。", ("309", "294", None, None)),
        ("经核查属实30件,已整改29件,整改率96.7%。", ("30", "29", None, "96.7")),
        ("其中属实问题30个,完成整改29个。", ("30", "29", None, None)),
        ("举报属实的30件,已全部整改到位。", ("30", "30", None, None)),
        ("发现环境问题95个,已督促整改到位91个,其余4个正在整改。", ("95", "91", "4", None)),
        ("发现问题88个,已督促整改81个。", ("88", "81", None, None)),
        ("反馈的5个问题,除1个需长期坚持整改外,其余4个全部整改到位。", ("5", "4", "1", None)),
        ("受理群众举报环境违法行为123起,办结123起。", ("123", "123", None, None)),
    ],
)
def test_what_is_told_of_one_set(sentence: str, expected: Numbers) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        # Counted, and nothing is said of their handling.
        "省督察组交办信访件85件。",
        "属实85件,不属实10件。",
        "抽查已销号问题30个,发现反弹问题2个。",
        "复核已整改问题12个。",
        "检查企业45家,督促整改12家。",
    ],
)
def test_what_is_no_tally(sentence: str) -> None:
    assert told(sentence) == []


def test_parts_of_a_set_found_true_are_no_set_of_their_own() -> None:
    sentence = "交办举报件115件,属实85件,不属实30件,已办结110件。"
    assert told(sentence) == [("115", "110", None, None)]


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("将8件长期未化解的环境信访积案纳入局领导包案督办。", "8"),
        ("把13件久拖未决的噪声投诉件列为市级挂牌督办事项。", "13"),
        ("梳理出反复投诉的信访案件6件，全部由县领导包保化解。", "6"),
        ("对9个进展滞后的督察反馈问题实行提级督办。", "9"),
    ],
)
def test_to_put_items_into_someone_s_hands_settles_none(sentence: str, total: str) -> None:
    assert told(sentence) == [(total, None, None, None)]


@pytest.mark.parametrize(
    "sentence",
    ["将18家重点企业纳入正面清单。", "把12个乡镇列为督导对象。", "对7条河流实行挂牌保护。"],
)
def test_what_is_put_on_a_list_is_no_item(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "已完成整改并销号的问题33个，尚有4个正在按序时推进；督察反馈我县的问题共37个。",
            ("37", "33", "4", None),
        ),
        ("已办结信访件72件，尚在办理4件，全年收到信访件共计76件。", ("76", "72", "4", None)),
        (
            "完成整治的排污口108个，剩余11个明年完成，全县需整治的排污口总数为119个。",
            ("119", "108", "11", None),
        ),
    ],
)
def test_all_items_may_be_told_last(sentence: str, expected: Numbers) -> None:
    assert told(sentence) == [expected]


def test_what_is_no_sum_of_the_parts_is_another_set() -> None:
    sentence = "已办结信访件72件，尚在办理4件；排查问题共计90件，已整改88件。"
    assert told(sentence) == [(None, "72", "4", None), ("90", "88", None, None)]
