from __future__ import annotations

from builder.outline.paragraphs import paragraphs

WRAPPED = """一、环境质量指标完成情况
(一)环境空气质量。1-9 月,我县环境空气质量综合指数
4.82,同比下降 9.4%,在全市 6 个县(市、区)中排名第 2,在
全省 117 个县(市、区)中排名第 71,较去年前移 12 位;浓度
39 微克/立方米,同比下降 13.3%,全市排名第 3 位;二氧化硫平
均浓度 17 微克/立方米,同比下降 26.1%,全市排名倒数第 2 位。
                    - 1 -
(二)水环境质量。1-8 月,1 个国考断面(沁河龙湾)水质
为Ⅱ类;2 个省考断面中,丹河水东桥断面水质由去年同期改善
                    - 2 -
为 IV 类,未完成年度考核目标。"""


def test_lines_broken_by_the_page_are_one_paragraph() -> None:
    found = paragraphs(WRAPPED)
    assert [WRAPPED[line.start : line.end][:9] for line in found.texts] == [
        "一、环境质量指标完",
        "(一)环境空气质量",
        "(二)水环境质量。",
    ]
    assert [item.rule for item in found.furniture] == ["page_mark", "page_mark"]


def test_lines_of_ordinary_text_are_paragraphs() -> None:
    text = "\n".join(f"第{n}段话写得比较长,说的是一件完整的事情,到此就结束了。" for n in range(9))
    assert len(paragraphs(text).texts) == 9


def test_page_numbers_of_a_document_site_cut_no_sentence() -> None:
    text = """1、某市生态环境局2021年上半年工作总结
今年以来,各项工作进展顺利。
(三)土壤环境质量总体稳定。安全利用任务落实到位,全市没有发生突

2、发土壤污染事件。
二、主要工作"""
    found = paragraphs(text)
    assert [text[line.start : line.end] for line in found.texts][2:] == [
        "(三)土壤环境质量总体稳定。安全利用任务落实到位,全市没有发生突\n\n2、发土壤污染事件。",
        "二、主要工作",
    ]
    assert [text[item.start : item.end] for item in found.furniture] == ["1、", "2、"]
