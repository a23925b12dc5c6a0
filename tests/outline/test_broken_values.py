"""Short lines that were broken right before a value."""

from __future__ import annotations

import pytest

from tests.outlines import outlined

HEAD = "某市生态环境局2024年工作总结\n一、环境质量\n"


def said(text: str) -> list[str]:
    """The sentences of a text as the source prints them."""
    found = outlined(HEAD + text)
    return [found.source.text[one.start : one.end] for one in found.sentences]


@pytest.mark.parametrize(
    "whole",
    [
        "全市细颗粒物平均浓度为\n32微克/立方米，国控断面优良比例为\n100%，未出现劣Ⅴ类水\n体。",
        "全年出动执法人员\n1860人次，检查企业\n742家次，立案查处\n36件。",
        "2024年，县城臭氧日最大\n8小时平均浓度\n132微克/立方米，优良率\n98.1%。",
        "全年新建污水管网\n38公里，完成投资1.2亿元。",
    ],
)
def test_a_value_and_what_it_is_of_are_one_sentence(whole: str) -> None:
    assert said(f"{whole}\n二、执法\n检查企业41家。\n")[0] == whole


@pytest.mark.parametrize(
    "apart",
    [
        "建成处理站12座\n淘汰老旧车辆46辆\n种植绿化树木800株。",
        "东河镇优良天数\n312天\n西河镇优良天数\n308天",
        "人人参与护环境，家家行动\n家家户户创文明，你我同行\n绿水青山留乡愁。",
        "新建处理站2座，投资30万元\n3家，减排12吨。",
    ],
)
def test_lists_tables_and_verses_stay_apart(apart: str) -> None:
    lines = apart.split("\n")
    assert not any(lines[0] in one and lines[1] in one for one in said(apart + "\n"))
