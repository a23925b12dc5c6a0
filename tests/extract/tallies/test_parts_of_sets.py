"""Sets inside wider ones, what was due of them, kinds, and what was found and settled at once."""

from __future__ import annotations

import pytest

from builder.extract.tallies import tallies
from builder.model import TallySource
from tests.extract.reports import Numbers, read, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("溯源入河排污口412个，其中应整治的155个已完成整治131个。", ("155", "131", None, None)),
        ("排查入海排口530个,其中须整治的210个,已整治完成187个。", ("210", "187", None, None)),
        ("摸排问题图斑96个，应当整改72个完成整改70个。", ("72", "70", None, None)),
        (
            "全省排查入河排污口2.1万个，需整治的9,187个已整治8,415个，整治率91.6%。",
            ("9187", "8415", None, "91.6"),
        ),
        (
            "督察反馈意见指出问题14项，由我局牵头9项，已完成整改6项，达到序时进度3项。",
            ("9", "6", "3", None),
        ),
        ("督察反馈问题47项,其中我局负责整改12项,目前已完成10项。", ("12", "10", None, None)),
        ("督察反馈问题21项，我局作为责任单位的有5项，均已完成整改。", ("5", "5", None, None)),
        ("省督察移交问题33个,涉及我县的6个,现已整改销号5个。", ("6", "5", None, None)),
    ],
)
def test_a_set_inside_a_wider_one_is_the_set(sentence: str, expected: Numbers) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("省督察反馈问题14项，由我局牵头督办，已完成整改6项。", ("14", "6", None, None)),
        (
            "督察反馈问题14项,由我局牵头9项、水利局牵头5项,已完成整改6项。",
            ("14", "6", None, None),
        ),
        ("督察反馈问题14项,由我局配合整改4项,已完成整改6项。", ("14", "6", None, None)),
        ("排查入河排污口412个，完成整治131个。", ("412", "131", None, None)),
    ],
)
def test_what_only_sorts_the_items_is_no_set_inside(sentence: str, expected: Numbers) -> None:
    assert told(sentence) == [expected]


def test_whose_a_set_inside_a_wider_one_is() -> None:
    sentence = "督察反馈问题14项，由我局牵头9项，已完成整改6项。"
    assert [one.subject for one in tallies(read(sentence), None).facts] == ["我局牵头的问题"]


def test_ten_thousands_and_single_items_are_in_no_tally_together() -> None:
    assert told("排查入河排污口2.1万个，完成整治8,415个。") == []
    assert told("受理群众投诉2.1万件，办结2.08万件。") == [("2.1", "2.08", None, None)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("省级警示片曝光突出问题86个，推动整改79个。", ("86", "79", None, None)),
        ("暗访发现问题52个,已推动整改到位49个。", ("52", "49", None, None)),
        ("热线转办投诉164件，累计推动解决158件。", ("164", "158", None, None)),
    ],
)
def test_to_push_is_to_settle_behind_a_total(sentence: str, expected: Numbers) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "暗访发现问题30个，推动立案查处12个。",
        "警示片曝光问题16个，明年将推动整改12个。",
        "曝光问题11个，督促整改9个。",
        "排查入河排污口412个，计划2025年完成整治131个。",
    ],
)
def test_what_is_asked_for_or_planned_is_not_done(sentence: str) -> None:
    assert all(done is None for _, done, _, _ in told(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("查处露天焚烧41起，均已当场扑灭。", "41"),
        ("夜间巡查发现露天烧烤27处，已全部取缔。", "27"),
        ("查获违规燃放烟花爆竹十五起，均现场制止并处置到位。", "15"),
        ("两起缠访多年的“钉子案”由局长包案,均已化解。", "2"),
    ],
)
def test_what_was_found_and_settled_at_once(sentence: str, expected: str) -> None:
    assert told(sentence) == [(expected, expected, None, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "查处露天焚烧41起，均已立案处罚。",
        "查处违法案件41件，均已结案。",
        "新建空气站12座，均已建成投用。",
        "巡查发现露天烧烤27处，均已移交城管部门处置。",
        "发现珍稀植物3处，均已妥善处置。",
    ],
)
def test_what_was_found_is_not_settled_by_other_deeds(sentence: str) -> None:
    assert told(sentence) == []


def test_a_case_long_petitioned_about_is_of_petitions() -> None:
    (found,) = tallies(read("两起缠访多年的“钉子案”由局长包案,均已化解。"), None).facts
    assert (found.source, found.subject) == (TallySource.PETITION, "缠访多年的“钉子案”")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("督察反馈问题33个，已销号31个，2个未按期销号。", ("33", "31", "2", None)),
        ("督察反馈问题15个,已完成整改13个,2个未销号。", ("15", "13", "2", None)),
        ("群众投诉60件，办结58件，2件未如期办结。", ("60", "58", "2", None)),
        ("对64个未按期整改的问题实施挂牌督办。", ("64", None, None, None)),
    ],
)
def test_what_was_not_settled_in_time_is_left(sentence: str, expected: Numbers) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("督察反馈问题52项，其中年内应完成44项，已完成46项。", ("52", "46", None, None)),
        (
            "警示片披露问题19个，其中2024年底前应销号12个，已销号13个，剩余6个正在整改。",
            ("19", "13", "6", None),
        ),
        ("督察整改任务38项,其中今年要求完成25项,实际完成27项。", ("38", "27", None, None)),
        # So many may be of those that were due, or of all.
        ("督察反馈问题52项，其中年内应完成44项，已完成40项。", ("52", None, None, None)),
    ],
)
def test_what_was_due_is_neither_all_nor_done(sentence: str, expected: Numbers) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "转办举报75件，大气类问题40件、水类问题20件，其他15件，均办结。",
            ("75", "75", None, None),
        ),
        (
            "反馈问题61个，涉水类问题33个、大气类问题28个，已整改58个。",
            ("61", "58", None, None),
        ),
        ("受理举报50件，其中大气类30件、水类20件，办结49件。", ("50", "49", None, None)),
    ],
)
def test_kinds_of_items_are_no_sets(sentence: str, expected: Numbers) -> None:
    assert told(sentence) == [expected]


def test_a_kind_that_somebody_found_elsewhere_is_a_set() -> None:
    sentence = "督察反馈问题61个，已整改58个，暗访发现水类问题33个，已整改30个。"
    assert told(sentence) == [("61", "58", None, None), ("33", "30", None, None)]
