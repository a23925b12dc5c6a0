"""Lines that a page broke at its width, with the indent of paragraphs kept or lost."""

from __future__ import annotations

import pytest

from tests.extract.reports import outlined

# What begins no line: it hangs over the edge.
HANGING = "，。；、：）”"
TITLE = "青屏县生态环境局2024年工作总结"
TEXT = """一、2024年工作情况
（一）臭氧污染防治持续深入推进。完成治理项目12个，淘汰老旧车辆340辆，夏季臭氧浓度明显下降，群众感受更加明显，全县环境空气质量得到改善。
（二）碧水保卫战
完成栖水河流域62个排污口溯源，其中需要整治的51个已经整治完成，新建管网21公里，沿河乡镇污水处理厂全部稳定运行，断面水质保持优良。
（三）净土保卫战
完成12个行政村环境整治，农村生活污水治理率达到39.8%，安全处置医疗废物186.4吨，完成地块调查评估14个，土壤环境风险得到有效管控。
二、存在的主要问题
（一）入河排污口整治进度较为缓慢。受资金未落实等因素影响，仍有11个排污口没有动工，沿河部分居民区管网老旧破损，雨污混接现象依然存在。
（二）专业人才缺乏。全局35名干部职工中，环境类专业仅有6人，监测能力与任务要求不相适应，基层执法装备配备不足，难以满足日常工作需要。
三、2025年工作计划
（一）全面完成剩余11个排污口整治，9月底前验收销号，新建农村污水处理设施20座，推进栖水河水生态修复工程建设，确保断面水质稳定达标。
（二）引进4名环境类专业人才，组织执法大练兵活动不少于2次，配备便携式监测设备15台，修订应急预案3个，不断提升基层监管执法能力水平。"""


def wrapped(text: str, width: int, *, indented: bool) -> str:
    """The paragraphs of a text in lines of so many letters, the first two letters narrower."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        room, line, first = width - 2, "", True
        for letter in paragraph:
            if len(line) >= room and letter not in HANGING:
                lines.append(f"　　{line}" if first and indented else line)
                room, line, first = width, "", False
            line += letter
        lines.append(f"　　{line}" if first and indented else line)
    return "\n".join(lines)


def sentences(text: str) -> list[str]:
    return ["".join(text[one.start : one.end].split()) for one in outlined(text).sentences]


def headings(text: str) -> list[str]:
    return [section.heading for section in outlined(text).sections]


@pytest.mark.parametrize("indented", [True, False], ids=["indented", "lost"])
@pytest.mark.parametrize("width", [13, 16, 20, 28, 34])
def test_broken_lines_are_the_same_sentences(width: int, indented: bool) -> None:
    page = f"{TITLE}\n{wrapped(TEXT, width, indented=indented)}\n"
    whole = f"{TITLE}\n{TEXT}\n"
    assert sentences(page) == sentences(whole)
    assert headings(page) == headings(whole)


def test_short_lines_that_are_paragraphs_stay_apart() -> None:
    items = "\n".join(
        f"（{mark}）完成治理项目{at}个" for at, mark in enumerate("一二三四五六七", 1)
    )
    text = f"{TITLE}\n一、2024年工作情况\n{items}\n"
    assert sentences(text) == [f"完成治理项目{at}个" for at in range(1, 8)]
