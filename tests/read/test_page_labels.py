"""Labels of a page begin a paragraph of their own in a PDF, whatever fills the line above."""

from __future__ import annotations

import pytest

from builder.read.pagelabels import is_page_label


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2024-06-28    信息来源：澜江市生态环境局    点击：206次",
        "文号：石环发〔2025〕6号 发布日期：2025-02-18 责任部门：石桥湾市生态环境局综合科",
        "2025-01-18 08:26:41　来源：南岭省生态环境厅　浏览：1,045",
        "索 引 号: 011396186/2024-49742 主题分类: 环境监测",
        "日期：2025-07-08 来源：金穗经开区分局 阅读：132 次",
        "发布时间：2025年1月24日",
    ],
)
def test_labels_of_a_page(line: str) -> None:
    assert is_page_label(line)


@pytest.mark.parametrize(
    "line",
    [
        "来源：一是工业排放，二是机动车尾气。",
        "大中小学生态文明教育持续深入，2024年创建绿色学校12所。",
        "2024年1月18日，记者从全省生态环境保护工作会议上获悉，",
        "关键词是绿色，全年完成治理项目35个。",
        "搜索整改线索46条。",
    ],
)
def test_words_of_a_report_that_begin_like_labels(line: str) -> None:
    assert not is_page_label(line)
