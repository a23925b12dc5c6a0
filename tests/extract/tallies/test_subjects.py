"""A tally's subject is whole: who raised the items, how, and what they are."""

from __future__ import annotations

import pytest

from builder.extract.tallies import tallies
from tests.extract.reports import read


def subjects(sentence: str) -> list[str]:
    """The subjects of a sentence's tallies."""
    return [found.subject for found in tallies(read(sentence), None).facts]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("中央督察反馈我县问题33项,完成整改27项。", "中央督察反馈问题"),
        ("历次省级督察共反馈我市问题共33项,完成整改27项。", "历次省级督察反馈问题"),
        ("第三轮中央督察反馈涉及我县的12项问题,已完成整改9项。", "第三轮中央督察反馈涉及我县问题"),
        ("第三轮中央督察反馈涉及我县问题12项,已完成整改9项。", "第三轮中央督察反馈涉及我县问题"),
        (
            "中央对我省开展了第三轮环保督察涉及我市问题19项,完成9项。",
            "第三轮中央环保督察涉及我市问题",
        ),
        ("2016年至2023年,6次省督察共交办我市整改任务166项,完成131项。", "省督察交办整改任务"),
        ("审计反馈的5个问题已整改4个。", "审计反馈问题"),
        ("省级警示片披露的两个问题完成整改1个。", "省级警示片披露问题"),
        ("督察组交办信访件64件，已办结６２件。", "督察组交办信访件"),
        ("县人大常委会评议提出的7条审议意见已办结6条。", "县人大常委会评议审议意见"),
        ("收到省督察组转办群众举报件118件,办结115件。", "省督察组转办群众举报件"),
        ("2023年省级督察期间受理信访件21件,办结17件。", "省级督察期间信访件"),
        ("生态环境部交办排污口问题21个,已整治19个。", "生态环境部交办排污口问题"),
    ],
)
def test_who_raised_the_items_and_how(sentence: str, subject: str) -> None:
    assert subjects(sentence) == [subject]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        (
            "开展秋冬季监督帮扶专项行动,发现问题26个,完成整改18个。",
            "秋冬季监督帮扶专项行动发现问题",
        ),
        ("开展饮用水源专项执法行动,交办并督促整改问题7个。", "饮用水源专项执法行动交办问题"),
        ("开展“利剑”执法行动,检查企业30家次,发现问题8个,完成整改7个。", "“利剑”执法行动发现问题"),
        ("开展“群腐”问题集中整治,排查发现问题706个整改687个。", "“群腐”问题"),
        ("推进长江沿线突出问题整改,27个问题已完成整改25个。", "长江沿线突出问题"),
        ("排查排污口263个,需整治的58个已完成51个。", "需整治的排污口"),
        ("长期未解决的12个信访积案化解11个。", "信访积案"),
        ("发现废气、油烟等大气环境问题367个,整改360个。", "大气环境问题"),
    ],
)
def test_a_bare_noun_is_named_by_the_words_before(sentence: str, subject: str) -> None:
    assert subjects(sentence) == [subject]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("督察期间我县共接收信访件40件,已办结30件。", "信访件"),
        ("全年受理群众诉求297起,均已办结。", "群众诉求"),
        ("县级“回头看”抽查点位30个,发现反弹问题4个,交办乡镇处理。", "反弹问题"),
        ("检查企业312家次,发现环境问题95个,整改91个。", "环境问题"),
        ("交办信访件58件,办结57件。", "交办信访件"),
    ],
)
def test_nobody_is_named_who_raised_none(sentence: str, subject: str) -> None:
    assert subjects(sentence)[-1] == subject
