from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.problems import problems
from builder.model import Problem
from tests.outlines import outlined

OPENING = "某市生态环境局2024年工作总结\n2024年,我局认真履职,各项工作取得了新的进展,现报告如下。\n"
TWO = ["空气质量不稳,污染时有反弹。", "监测能力薄弱,专业人员偏少。"]


def found(text: str) -> tuple[Problem, ...]:
    """The problems of a report with this body."""
    return problems(outlined(OPENING + text))


# The same two problems, as reports write them.
SPELLINGS = {
    "一是 in a section": "二、存在的问题\n一是{0}二是{1}",
    "own lines": "二、存在的问题\n一是{0}\n二是{1}",
    "（一）": "二、存在的问题\n(一){0}\n(二){1}",
    "1.": "存在问题与不足\n1.{0}\n2.{1}",
    "①": "三、困难和问题\n①{0}\n②{1}",
    "首先": "三、困难和问题\n主要有:首先,{0}其次,{1}",
    "其一": "工作中还存在以下问题:其一,{0}其二,{1}",
    "第一": "三、存在的不足\n第一,{0}第二,{1}",
    "a paragraph": "在肯定成绩的同时,我们也清醒地看到还存在一些短板:{0}{1}",
    "semicolons": (
        "但也要清醒地看到工作中还存在一些薄弱环节:"
        "空气质量不稳,污染时有反弹;监测能力薄弱,专业人员偏少。"
    ),
    "one numbered sentence": (
        "二、存在不足\n还存在以下短板:1.空气质量不稳,污染时有反弹;2.监测能力薄弱,专业人员偏少。"
    ),
    "run-in heading": "(三)存在问题。{0}{1}",
    "◆": "二、短板弱项\n◆{0}\n◆{1}",
    "⑴": "二、面临的主要困难\n⑴{0}\n⑵{1}",
    "below problems and plan": (
        "三、存在的问题和下步打算\n(一)存在的主要问题\n1.{0}\n2.{1}\n(二)下步打算\n1.推进改造。"
    ),
    "差距": "同时,对照上级要求,工作中还有不少差距:{0}{1}",
    "unmarked paragraphs": "二、存在的问题\n{0}\n{1}",
    "closed by a vow": "二、存在的问题\n一是{0}二是{1}针对以上问题,我们将认真加以解决。",
    "bullets": "二、存在的问题\n- {0}\n- {1}",
    "主要表现在": "二、存在的问题\n虽然取得了一些成绩,但仍存在一些不足。主要表现在:{0}{1}",
}


@pytest.mark.parametrize("form", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_two_problems_however_they_are_listed(form: str) -> None:
    quotes = [problem.quote.rstrip("。;") for problem in found(form.format(*TWO))]
    assert quotes == [problem.rstrip("。") for problem in TWO]


def test_a_heading_is_the_title_and_begins_the_quote() -> None:
    (problem,) = found(
        "二、存在问题\n(一)水环境质量不稳定。管网老化,雨污混流。汛期超标。\n三、下一步打算\n抓好治理。"
    )
    assert problem.title == "水环境质量不稳定"
    assert problem.quote == "水环境质量不稳定。管网老化,雨污混流。汛期超标。"


def test_a_nested_list_stays_inside_its_problem() -> None:
    text = (
        "二、存在问题\n(一)空气形势严峻。究其原因,一是结构偏重;二是沙尘频发。\n"
        "(二)整改任务重。工期长。"
    )
    assert [problem.title for problem in found(text)] == ["空气形势严峻", "整改任务重"]


def test_the_first_clause_is_the_title_and_the_second_where_it_only_says_of_what() -> None:
    text = "二、存在问题\n一是大气方面,臭氧仍然偏高,治理不够。二是执法人员少,任务重。"
    assert [problem.title for problem in found(text)] == ["大气方面,臭氧仍然偏高", "执法人员少"]


def test_another_problem_after_the_enumeration() -> None:
    text = (
        "二、存在问题\n首先是大气不稳。全年污染反弹。其次是水质不稳。支流超标。"
        "此外,队伍水平有待提升。"
    )
    assert [problem.quote for problem in found(text)][-1] == "队伍水平有待提升。"


NOT_STATED = {
    "rectified": "二、工作情况\n(一)狠抓问题整改。督察反馈问题12个,完成整改11个。",
    "no failure": "二、工作情况\n全市无断面超标,未发生污染事故。",
    "of others": "二、工作情况\n对未完成整改任务的企业进行约谈,督促落实。",
    "attribute": "二、工作情况\n淘汰不达标的车辆120台,查处超标排放问题30个。",
    "plan": "三、2025年工作计划\n(一)补齐短板。解决部分断面不能稳定达标的问题。",
    "better": "二、工作情况\nPM2.5平均浓度31微克/立方米,低于年度目标4微克/立方米。",
    "vow": "二、存在的问题\n针对以上问题,我们将认真加以解决。",
}


@pytest.mark.parametrize("text", NOT_STATED.values(), ids=NOT_STATED.keys())
def test_what_is_no_problem(text: str) -> None:
    assert found(text) == ()


def test_themes_and_quote_of_a_traditional_text() -> None:
    text = (
        "某縣生態環境分局工作總結\n二、存在的問題\n"
        "(一)養殖行業問題突出。養殖場臭氣逸出,導致投訴量大增。"
    )
    outline = outlined(text)
    (problem,) = problems(outline)
    assert problem.quote == "養殖行業問題突出。養殖場臭氣逸出,導致投訴量大增。"
    assert problem.title == "养殖行业问题突出"
    assert problem.cause == "养殖场臭气逸出"


WORDS = st.sampled_from(
    [
        *(
            "存在的问题\n",
            "一是",
            "(一)",
            "二、",
            "水质不达标",
            "未达到考核目标",
            "但仍",
            "不稳定",
            "断面",
        ),
        *(
            "由于",
            "因",
            "受",
            "影响",
            "导致",
            "究其原因,",
            "督察",
            "反馈的",
            "污染",
            "问题",
            "。",
            ",",
            ";",
            ":",
            "\n",
        ),
        *("此外,", "针对以上", "下一步,", "Ⅳ类", "12%", "*个"),
    ]
)


@given(st.lists(WORDS, max_size=60).map("".join))
def test_no_text_raises_and_quotes_hold(text: str) -> None:
    outline = outlined(text)
    for problem in problems(outline):
        assert problem.start < problem.end
        assert outline.source.text[problem.start : problem.end] == problem.quote
        assert problem.title
        assert 1 <= len(problem.themes) <= 3
        if problem.cause is not None:
            bare = "".join(outline.source.plain[problem.start : problem.end].split())
            assert problem.cause in bare
