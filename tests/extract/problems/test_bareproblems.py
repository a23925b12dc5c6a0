"""Problems told in bare clauses: each sentence or line of a problems section is one."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Problem
from tests.extract.reports import HEAD, PLAN, outlined


def told(body: str, heading: str = "二、存在的主要问题\n") -> list[tuple[str, str]]:
    """Title and quote of each problem of a section."""
    text = f"{HEAD}全年检查企业120家次。\n{heading}{body}\n{PLAN}完成12个村治理。\n"
    found = extract(outlined(text)).facts
    return [(one.title, one.quote) for one in found if isinstance(one, Problem)]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (
            "基层监测能力薄弱,专业人员缺乏。农村污水治理率偏低。",
            ["基层监测能力薄弱", "农村污水治理率偏低"],
        ),
        (
            "空气质量改善压力较大。部分断面水质不稳定。污水治理率偏低。执法力量不足。",
            ["空气质量改善压力较大", "部分断面水质不稳定", "污水治理率偏低", "执法力量不足"],
        ),
        (
            "改善任务艰巨;设施欠账较多;执法力量薄弱。",
            ["改善任务艰巨", "设施欠账较多", "执法力量薄弱"],
        ),
        (
            "基层监测能力薄弱\n农村污水治理率偏低\n执法力量不足",
            ["基层监测能力薄弱", "农村污水治理率偏低", "执法力量不足"],
        ),
        (
            "基层监测能力薄弱,人员缺乏.\n农村污水治理率偏低.",
            ["基层监测能力薄弱", "农村污水治理率偏低"],
        ),
        (
            "我们也清醒地认识到差距。断面水质波动大。监管手段单一。",
            ["断面水质波动大", "监管手段单一"],
        ),
    ],
)
def test_each_sentence_is_a_problem(body: str, titles: list[str]) -> None:
    assert [title for title, _ in told(body)] == titles


def test_a_lead_phrase_of_each_paragraph_keeps_its_paragraph() -> None:
    body = "改善压力较大。臭氧浓度反弹。\n能力建设滞后。监测设备老化。"
    assert [quote for _, quote in told(body)] == body.split("\n")


@pytest.mark.parametrize(
    "body",
    [
        "污水治理率偏低。主要原因是资金投入不足。部分设施建成后闲置。",
        "污水治理率偏低。究其原因,资金投入不足。部分设施建成后闲置。",
        "污水治理率偏低。特别是山区乡镇尚未起步。部分设施建成后闲置。",
    ],
)
def test_a_cause_belongs_to_the_problem_before_it(body: str) -> None:
    first = body[: body.index("部分")]
    assert told(body) == [
        ("污水治理率偏低", first),
        ("部分设施建成后闲置", "部分设施建成后闲置。"),
    ]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("目前,监测人员仅3人,难以满足需要。污水治理率偏低。", "监测人员仅3人"),
        ("总体来看,监测能力薄弱。污水治理率偏低。", "监测能力薄弱"),
        ("受气象条件影响,臭氧浓度不降反升。污水治理率偏低。", "臭氧浓度不降反升"),
        ("大气方面,臭氧浓度反弹。污水治理率偏低。", "大气方面,臭氧浓度反弹"),
    ],
)
def test_a_title_names_the_problem(body: str, title: str) -> None:
    assert told(body)[0][0] == title


def test_lines_that_name_nothing_wrong_are_no_problems() -> None:
    assert told("基层监测能力薄弱\n附表说明事项\n执法力量不足") == [
        ("基层监测能力薄弱", "基层监测能力薄弱"),
        ("执法力量不足", "执法力量不足"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("农村生活污水治理率达到38.5%,超出目标任务3.5个百分点。", False),
        ("优良天数比例91%,超出年度目标1个百分点。", False),
        ("污水收集率超出考核目标2个百分点。", False),
        ("PM2.5浓度38微克/立方米,超出年度目标3微克/立方米。", True),
    ],
)
def test_to_go_beyond_a_target_is_bad_only_where_less_is_better(
    sentence: str, *, found: bool
) -> None:
    facts = extract(outlined(f"{HEAD}{sentence}\n")).facts
    assert any(isinstance(one, Problem) for one in facts) is found
