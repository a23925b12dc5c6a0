"""Problems that no known word tells: which clauses of a sentence they are."""

from __future__ import annotations

import pytest

from builder.extract.problems import problems
from builder.extract.problems.weighed import grown, weighed_clauses
from tests.outlines import outlined

OPENING = "某县生态环境局2024年工作总结\n一、2024年工作情况\n(一)大气。淘汰锅炉12台。\n(二)其他。"


def weighed(sentence: str) -> list[str]:
    """The problems that only the letters of a sentence of the summary tell."""
    found = problems(outlined(f"{OPENING}{sentence}\n"))
    return [problem.quote for problem in found if problem.rule == "problem.weighed"]


@pytest.mark.parametrize(
    ("sentence", "problem"),
    [
        ("执法队伍捉襟见肘,一人要管三个镇。", "执法队伍捉襟见肘,一人要管三个镇"),
        ("基层站所一人多岗,设备带病运转。", "基层站所一人多岗,设备带病运转"),
        ("部分河段保洁没有专人,垃圾捞了又漂。", "部分河段保洁没有专人,垃圾捞了又漂"),
        ("建成站点57座;部分站点建而不用,经费没有着落。", "部分站点建而不用,经费没有着落"),
        # What was done before 但 does not belong to it.
        ("建成站点57座,新增管网31公里,但仍有11座未通水。", "仍有11座未通水"),
    ],
)
def test_it_is_the_clauses_that_sound_like_one(sentence: str, problem: str) -> None:
    assert [sentence[start:end] for start, end in weighed_clauses(sentence)] == [problem]


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


@pytest.mark.parametrize(
    ("known", "beside"),
    [
        ("个别断面水质波动较大", ",渡口断面氨氮两次超标,均值勉强达到Ⅳ类"),
        ("产业园区规划环评滞后", ",33个园区规划到期两年仍未启动修编"),
    ],
)
def test_the_clauses_that_tell_more_of_a_known_one_belong_to_it(known: str, beside: str) -> None:
    sentence = f"建成站点57座;{known}{beside};淘汰锅炉12台。"
    start = sentence.index(known)
    first, last = grown(sentence, start, start + len(known))
    assert sentence[first:last] == known + beside
    # A statement that has a known one has no other.
    assert list(weighed_clauses(sentence, [(start, start + len(known))])) == []


def test_each_statement_of_a_sentence_has_its_own() -> None:
    sentence = "部分断面水质不能稳定达标；管网老化失修，雨天溢流；基层人少事多，疲于应付。"
    found = problems(outlined(f"{OPENING}{sentence}\n"))
    assert [one.quote for one in found] == [
        "部分断面水质不能稳定达标",
        "管网老化失修，雨天溢流",
        "基层人少事多，疲于应付",
    ]


def test_that_there_are_some_is_none_where_the_next_sentence_says_which() -> None:
    sentence = "一年来的工作也暴露出不少短板。管网老化失修，雨天溢流。"
    assert weighed(sentence) == ["管网老化失修，雨天溢流"]


def test_where_a_raised_problem_is_dealt_with_none_only_sounds_like_one() -> None:
    text = (
        "某县2024年督察反馈问题整改情况报告\n"
        "(一)县城污水处理厂进水浓度偏低问题。督察指出,部分管网错接混接。整改情况:改造管网31公里。\n"
        "(二)秸秆露天焚烧管控不力问题。整改情况:查处焚烧12起。\n"
    )
    titles = [problem.title for problem in problems(outlined(text))]
    assert titles == ["县城污水处理厂进水浓度偏低", "秸秆露天焚烧管控不力"]
