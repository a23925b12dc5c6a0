from __future__ import annotations

import re

import pytest

from builder.outline.mainheadings import is_main_heading, main_heading_end, main_marks

FUSED = [
    ("存在的主要问题", "一年来,我县工作虽有成效,但仍有差距。"),
    ("2023年工作计划", "2023年是开局之年,我局将抓好落实。"),
    ("下一步工作打算", "围绕年度目标,突出重点,狠抓落实。"),
    ("工作开展情况", "今年以来,全市上下齐心协力,成效明显。"),
    ("存在的困难和问题", "当前,基层力量薄弱,装备不足。"),
    ("下半年重点工作安排", "我局坚持问题导向,抓好三件事。"),
    ("面临的形势与挑战", "全区污染负荷重,改善难度大。"),
    ("20XX年工作思路", "以改善质量为核心,抓好攻坚。"),
]
WHOLE = [
    "存在的问题整改完成后,各乡镇逐一验收,成效明显。",
    "工作成效显著。全年完成项目12个。",
    "下一步工作中,我们将继续努力,再接再厉。",
    "主要问题是管网不完善,收集率低。",
    "大气污染防治工作扎实推进,成效明显。",
    "存在的问题",
]


@pytest.mark.parametrize(("heading", "body"), FUSED)
def test_where_a_heading_without_break_ends(heading: str, body: str) -> None:
    text = heading + body
    assert main_heading_end(text, 0, len(text)) == len(heading)


@pytest.mark.parametrize("text", WHOLE)
def test_what_only_begins_like_a_heading(text: str) -> None:
    assert main_heading_end(text, 0, len(text)) is None


def test_main_headings_inside_a_page_without_breaks() -> None:
    body = "完成锅炉淘汰12台。" * 40
    text = f"{body}存在的问题(一)水质不稳。{body}-2-三、工作打算(一)抓好治水。{body}"
    marks = [text[mark.start : mark.start + 6] for mark in main_marks(text, 0, len(text))]
    assert sorted(marks) == ["(一)水质不", "三、工作打算", "存在的问题("]


def test_short_paragraphs_keep_their_breaks() -> None:
    text = "完成淘汰。存在的问题(一)水质不稳。"
    assert list(main_marks(text, 0, len(text))) == []


@pytest.mark.parametrize(
    ("heading", "made"),
    [
        ("当前面临的主要困难", True),
        ("工作中存在的突出问题", True),
        ("存在的短板和不足", True),
        ("突出问题整改", False),
        ("重点工作", False),
        ("水质不稳问题", False),
    ],
)
def test_headings_made_of_such_words_alone(heading: str, made: bool) -> None:
    assert is_main_heading(heading, of=re.compile("问题|困难|不足")) is made
