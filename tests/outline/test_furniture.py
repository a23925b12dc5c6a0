from __future__ import annotations

import pytest

from builder.model import Role
from builder.outline.furniture import furniture_rule, tail_rule
from tests.outlines import outlined

FURNITURE = [
    ("当前页面: 首页 > 某局 > 规划总结", "page_block"),
    ("您现在所在的位置:首页 > 政府信息公开", "page_block"),
    ("索 引 号: 011396186/2024-49742 主题分类: 环境监测", "page_block"),
    ("浏览量:88 | | | |", "page_block"),
    ("发布时间:2024-01-08 15:21  来源:某分局  阅读次数:216次  字体:[ 大 中 小 ]", "page_block"),
    ("来源:岳阳县分局   2025-02-11", "page_block"),
    ("【打印本页】【关闭窗口】", "page_block"),
    ("登录 | 注册 | 会员中心 | 购物车", "page_block"),
    ("扫一扫在手机打开当前页", "page_block"),
    ("优知文库 > 公文范文 > 工作总结", "page_word"),
    ("华博范文网 首页", "page_word"),
    ("打印", "page_word"),
    ("| | | |", "rule_line"),
    ("- 1 -", "page_mark"),
    ("— 12 —", "page_mark"),
    ("第 3 页 共 5 页", "page_mark"),
    ("2024-12-09 华博范文网", "date_line"),
    ("(2020 年 10 月 9 日)".replace(" ", ""), "date_line"),
    ("@page { size: 8.27in 11.69in }", "style_sheet"),
    (".MsoNormal { margin: 0 }", "style_sheet"),
]
ATTACHED = [
    ("附件:1.主要指标完成情况表", "attachment"),
    ("附件：澜岐市整改情况一览表(略)".replace("：", ":"), "attachment"),
    ("附件1:重点工程项目表", "attachment"),
    # Guards: what the page offers to be loaded.
    ("附件下载:砚阳市报告.docx", "page_block"),
    ("附件:整改任务清单.xlsx", "page_block"),
]
TEXT = [
    "一、工作完成情况",
    "预览系统上线运行,全年预览数据一千余条。完成建设任务。",
    "关键词不是本段的意思,我们在关键时刻坚持了下来,完成了全部任务。",
    "全年在门户网站公开信息120条,接受群众监督,回应关切,办理留言56条,满意率较高。",
    "PM2.5 浓度(微克/立方米)   43   39",
    "2024年,我局认真履职。",
    "(一)声环境质量",
    "3个断面",
]


@pytest.mark.parametrize(("line", "rule"), FURNITURE)
def test_furniture(line: str, rule: str) -> None:
    assert furniture_rule(line) == rule


@pytest.mark.parametrize(("line", "rule"), ATTACHED)
def test_what_a_report_attaches_is_its_own(line: str, rule: str) -> None:
    assert furniture_rule(line) == rule


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("　　　2.“十四五”重点工程项目表", False),
        ("2、重点工程项目表", False),
        ("3.重点工程项目表", True),
        ("2.新建污水处理站3座，投资1200万元。力争年底前投用。", True),
    ],
)
def test_a_list_of_attachments_goes_on_below(below: str, kept: bool) -> None:
    text = f"某市生态环境局2025年工作计划\n一、重点工作\n新建空气站8座。\n附件：1.指标表\n{below}\n"
    furniture = outlined(text).furniture
    assert (furniture[-1].end < len(text) - len("\n")) is kept


@pytest.mark.parametrize("line", TEXT)
def test_text_is_no_furniture(line: str) -> None:
    assert furniture_rule(line) is None


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("相关阅读", "related"),
        ("相关链接:", "related"),
        ("猜你喜欢:某局述职报告", "related"),
        ("本文档由网友上传,版权归原作者所有", "related"),
        ("试读结束,剩余约12%未读,开通VIP会员可下载全文", "related"),
        ("附件", "attachment"),
        ("名词解释:", "attachment"),
        ("附件做好归档工作。", None),
        ("相关推荐工作有序开展,全年推荐先进集体。共计三个。", None),
    ],
)
def test_the_end_of_a_report(line: str, rule: str | None) -> None:
    assert tail_rule(line) == rule


def test_a_glossary_is_left_out_and_the_main_text_is_not() -> None:
    text = (
        "一、工作情况\n完成任务。\n附:主要指标\n二、下一步打算\n加强治理。\n"
        "名词解释\n三线一单:指红线。"
    )
    found = outlined(text)
    assert [text[s.start : s.end] for s in found.sentences] == ["完成任务。", "加强治理。"]
    assert [(text[f.start : f.end], f.rule) for f in found.furniture] == [
        ("名词解释", "attachment"),
        ("三线一单:指红线。", "attachment"),
    ]


@pytest.mark.parametrize("counter", ["3852次　收藏", "1.2万 推荐阅读：★★★★", "206次", "1,045"])
def test_what_the_page_counts_stands_below_its_label(counter: str) -> None:
    title = "某县生态环境局2024年工作总结"
    found = outlined(f"{title}\n发布时间：2024-12-06　阅读：\n{counter}\n全年立案46起。\n")
    aside = {found.source.text[item.start : item.end] for item in found.furniture}
    assert counter in aside


@pytest.mark.parametrize(
    "below",
    ["2024年，我局立案46起。", "36家企业完成治理。", "某县2024年工作情况", "3852次检查到位。"],
)
def test_what_the_report_says_below_a_label_is_no_counter(below: str) -> None:
    title = "某县生态环境局2024年工作总结"
    found = outlined(f"{title}\n发布时间：2024-12-06　阅读：\n{below}\n全年立案46起。\n")
    aside = {found.source.text[item.start : item.end] for item in found.furniture}
    assert below not in aside


@pytest.mark.parametrize(
    "selling",
    [
        "本文共1865字，阅读全文请登录，会员下载仅需9元。",
        "全文约2300字，剩余部分需付费查看，单篇价格3.5元。",
        "您已试读了40%，剩余60%内容购买后可阅读，新用户首月仅18元。",
        "本文为预览内容，剩余62%未显示，登录后可查看全文",
    ],
)
def test_what_sells_the_rest_is_of_the_page_wherever_it_stands(selling: str) -> None:
    title = "某县生态环境局2024年工作总结"
    own_line = outlined(f"{title}\n一、主要工作\n清运垃圾320吨。\n{selling}\n新建公厕4座。\n")
    inside = outlined(f"{title}\n一、主要工作\n清运垃圾320吨。{selling}\n新建公厕4座。\n")
    for found in (own_line, inside):
        said = {
            found.source.text[one.start : one.end]
            for one in found.sentences
            if one.role is Role.DONE
        }
        assert said == {"清运垃圾320吨。", "新建公厕4座。"}


def test_a_report_that_speaks_of_its_site_is_none_of_the_page() -> None:
    text = "某县生态环境局2024年工作总结\n一、主要工作\n群众登录后可查询审批公告63条。\n"
    assert [one.role for one in outlined(text).sentences] == [Role.DONE]
