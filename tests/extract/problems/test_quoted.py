"""Problems that inspectors raised, in quotation marks; and spoken reports that come to theirs."""

from __future__ import annotations

import pytest

from builder.extract.problems import problems
from tests.outlines import outlined

TITLE = "云门县2024年度督察反馈问题整改落实情况的报告\n一、整改情况\n"


def quotes(text: str) -> list[str]:
    return [one.quote for one in problems(outlined(text))]


QUOTED = [
    "（一）中央督察指出“小水电清理整顿不到位”问题。已完成整改。",
    "（一）省级督察反馈“小水电清理整顿不到位”的问题。已完成整改。",
    "（一）督察组指出“小水电清理整顿不到位”问题。整改时限:12月底。",
    "（一）省警示片披露“小水电清理整顿不到位”问题。已销号。",
    "1.县委巡察反馈“小水电清理整顿不到位”问题。已销号。",
    "（一）关于“小水电清理整顿不到位”的问题。已完成整改。",
    "全年工作有序开展,中央督察指出“小水电清理整顿不到位”问题,已完成整改。",
    "全年工作有序开展,省级督察反馈我县“小水电清理整顿不到位”的问题,已整改。",
]


@pytest.mark.parametrize("text", QUOTED)
def test_a_raised_problem_in_quotation_marks(text: str) -> None:
    assert quotes(f"{TITLE}{text}退出小水电站15座。\n") == ["小水电清理整顿不到位"]


@pytest.mark.parametrize(
    "text",
    [
        "（一）中央督察指出“突出生态环境”问题。已完成整改。",
        "（一）关于“三线一单”的问题。已完成整改。",
        "开展“厂网一体”行动,解决问题12个。",
    ],
)
def test_a_name_in_quotation_marks_is_no_problem(text: str) -> None:
    assert quotes(f"{TITLE}{text}\n") == []


@pytest.mark.parametrize("lead", ["问题也不少", "问题还不少", "短板也不少", "工作中也有短板"])
def test_a_spoken_report_comes_to_its_problems(lead: str) -> None:
    text = (
        "关于全区2024年生态环境工作情况的汇报\n今年全区PM2.5平均浓度36微克/立方米。\n"
        f"{lead}。一个是护城河水质不达标;另一个是执法力量弱。\n下一步,年底前改完30处。\n"
    )
    assert len(quotes(text)) == 2
