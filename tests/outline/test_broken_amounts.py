"""Lines that break between a number and its unit, in texts too short to tell a width."""

from __future__ import annotations

import pytest

from tests.outlines import outlined

HEAD = "某市生态环境局2024年工作总结\n一、主要工作\n"


def said(text: str) -> list[str]:
    """The sentences of a text as the source prints them."""
    found = outlined(HEAD + text)
    return [found.source.text[one.start : one.end] for one in found.sentences]


@pytest.mark.parametrize(
    "whole",
    [
        "全年共排查环境安全隐患120处，其中重大隐患4\n处、一般隐患116处，目前已整改118处。",
        "我局坚持以人民为中心，共受理群众来信来访36\n件，办结35件，回访满意率有新提高\n。",
        "一年来，我们全面推进生态修复，新建人工湿地3600\n平方米。",
        "今年以来，我局统筹各类专项资金，累计完成投资1.2\n亿元，支持项目14个。",
    ],
)
def test_a_number_and_its_unit_are_of_one_sentence(whole: str) -> None:
    assert said(f"{whole}\n检查企业41家。\n") == [whole, "检查企业41家。"]


@pytest.mark.parametrize(
    "apart",
    [
        "整治堆场8\n处处落实，件件到位。",
        "县区名称、断面名称、水质类别、达标情况 | 12\n个，其中达标11个。",
        "2024年全县生态环境质量状况持续改善情况说明之12\n月份，监测完成。",
    ],
)
def test_other_lines_stay_apart(apart: str) -> None:
    first, second = apart.split("\n")
    assert not any(first in one and second[:4] in one for one in said(apart + "\n"))
