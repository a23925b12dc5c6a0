"""Problems that no known word tells: which clauses of a sentence they are."""

from __future__ import annotations

import pytest

from builder.extract.problems import problems
from tests.outlines import outlined

OPENING = "某县生态环境局2024年工作总结\n一、2024年工作情况\n(一)大气。淘汰锅炉12台。\n(二)其他。"


def weighed(sentence: str) -> list[str]:
    """The problems that only the letters of a sentence of the summary tell."""
    found = problems(outlined(f"{OPENING}{sentence}\n"))
    return [problem.quote for problem in found if problem.rule == "problem.weighed"]


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("执法队伍捉襟见肘，一人要管三个镇。", "执法队伍捉襟见肘，一人要管三个镇"),
        ("基层站所一人多岗，设备带病运转。", "基层站所一人多岗，设备带病运转"),
        ("部分河段保洁没有专人，垃圾捞了又漂。", "部分河段保洁没有专人，垃圾捞了又漂"),
        (
            "建成农村污水站57座；部分站点建而不用，运维经费没有着落。",
            "部分站点建而不用，运维经费没有着落",
        ),
    ],
)
def test_it_is_the_clauses_that_sound_like_one(sentence: str, problem: str) -> None:
    assert weighed(sentence) == [problem]


@pytest.mark.parametrize(
    "sentence",
    [
        "全年检查企业126家，立案9件。",
        "整治“散乱污”企业46家，群众投诉明显减少。",
        "排查隐患212处，已全部整改到位。",
        "持续推进管网改造，补齐治污短板。",
        "针对薄弱环节举办培训班3期。",
    ],
)
def test_work_done_is_none(sentence: str) -> None:
    assert weighed(sentence) == []


def test_where_a_raised_problem_is_dealt_with_none_only_sounds_like_one() -> None:
    text = (
        "某县2024年督察反馈问题整改情况报告\n"
        "(一)县城污水处理厂进水浓度偏低问题。督察指出,部分管网错接混接。整改情况:改造管网31公里。\n"
        "(二)秸秆露天焚烧管控不力问题。整改情况:查处焚烧12起。\n"
    )
    titles = [problem.title for problem in problems(outlined(text))]
    assert titles == ["县城污水处理厂进水浓度偏低", "秸秆露天焚烧管控不力"]
