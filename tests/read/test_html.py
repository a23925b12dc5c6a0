from __future__ import annotations

from datetime import date

import pytest

from builder.config import Limits
from builder.model import PageMetadata
from builder.read.html import html_page
from builder.read.pages import Page
from builder.read.refusal import Unreadable

FIRST = "2024年,全市优良天数比例94%,PM2.5平均浓度31微克/立方米,同比改善3.6%。"
SECOND = "二、存在问题。扬尘管控仍有短板,臭氧浓度有所上升,水质不够稳定。"


NAMES = (
    '<meta name="ArticleTitle" content="总结"><meta name="PubDate" content="2025-2-1 9:00">'
    '<meta name="ContentSource" content="某局"><meta name="Url" content="https://a.cn/1">'
)
PROPERTIES = (
    '<title>总结_某市政府</title><meta property="og:site_name" content="某市政府">'
    '<meta property="article:published_time" content="2025-02-01T08:00:00+08:00">'
    '<link rel="canonical" href="https://a.cn/2">'
)
NONSENSE = (
    '<meta name="DC.title" content="总结"><meta name="ContentSource" content="本站">'
    '<meta name="SiteName" content="某局网"><meta name="PubDate" content="2025年13月1日">'
    '<meta name="url" content="file:///etc/passwd">'
)


def page(body: str, head: str = "", encoding: str = "utf-8") -> Page:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    return html_page("a.html", markup.encode(encoding), Limits())


def lines(body: str, head: str = "") -> list[str]:
    return page(body, head).text.split("\n")


def test_elements_and_breaks_begin_lines_and_inline_ones_do_not() -> None:
    body = f"<div>{FIRST}<br>{SECOND}</div><p>优良<b>天数</b><!-- x -->比<font>例</font>。</p>"
    assert lines(body) == [FIRST, SECOND, "优良天数比例。"]


def test_spaces_and_entities() -> None:
    assert lines(f"<p>\n &nbsp;&emsp;{FIRST}\n</p><p>A&amp;B\n  C&lt;5%。</p>") == [
        FIRST,
        "A&B C<5%。",
    ]


def test_scripts_styles_frames_and_hidden_words_are_left_out() -> None:
    body = (
        f"<p>{FIRST}</p><script>平均浓度99</script><style>p{{}}</style><iframe>框</iframe>"
        "<noscript>请启用脚本。</noscript><p style='DISPLAY : none'>博彩网站,优良天数1天。</p>"
        f"<p hidden>藏起来的话,共9件。</p><select><option>2023年</option></select><p>{SECOND}</p>"
    )
    assert lines(body) == [FIRST, SECOND]


def test_menu_share_bar_links_beside_and_footer_are_left_out() -> None:
    body = (
        '<div class="top-nav"><a>首页</a> <a>政务公开</a></div><div id="breadcrumb">当前位置</div>'
        f'<div class="main"><h1>工作总结</h1><div class="bdsharebuttonbox">分享到</div>'
        f'<div class="text"><p>{FIRST}</p><p>{SECOND}</p></div></div>'
        '<div class="list"><h3>最新</h3><a>某市召开会议,部署了工作。</a></div>'
        "<footer>版权所有,某市生态环境局。地址某路1号。</footer>"
    )
    assert lines(body) == ["工作总结", FIRST, SECOND]


def test_class_of_a_wrapper_does_not_lose_the_article() -> None:
    body = f'<div class="search-position"><h2>一、成效</h2><p>{FIRST}</p><p>{SECOND}</p></div>'
    assert lines(body) == ["一、成效", FIRST, SECOND]


def test_paragraph_before_the_main_element_is_kept() -> None:
    opening = "一年来,全市上下共同努力。"
    items = "".join(f"<li>{FIRST}</li>" for _ in range(20))
    found = lines(f"<div><p>{opening}</p><ul>{items}</ul><p>特此报告,请予审议。</p></div>")
    assert found == [opening, *[FIRST] * 20, "特此报告,请予审议。"]


def test_title_and_lines_of_origin_stand_before_the_article() -> None:
    body = (
        "<table><tr><td>索 引 号：</td><td>0113/2024</td><td>发布机构：</td><td>某局</td></tr>"
        "<tr><td>主题：</td><td>环保</td><td>发布日期：</td><td>2024年12月31日</td></tr></table>"
        "<ul><li><a>首页</a></li></ul><div><h1>某局2024年工作总结</h1><p>来源：某局</p>"
        f"<div><p>{FIRST}</p><p>{SECOND}</p></div></div>"
    )
    assert lines(body) == [
        "索 引 号：0113/2024 | 发布机构：某局",
        "某局2024年工作总结",
        "来源：某局",
        FIRST,
        SECOND,
    ]


def test_table_of_data_is_read_by_rows_with_spans_left_empty() -> None:
    body = (
        f"<p>{FIRST}</p><table><tr><th>类别</th><th>指标</th><th>目标</th><th>完成</th></tr>"
        '<tr><td rowspan="2">空气</td><td>PM2.5</td><td>35</td><td>31</td></tr>'
        "<tr><td>优良率</td><td>94%</td><td>95%</td></tr>"
        '<tr><td colspan="2">合计</td><td>2项</td><td>2项</td></tr></table>'
    )
    assert lines(body) == [
        FIRST,
        "类别 | 指标 | 目标 | 完成",
        "空气 | PM2.5 | 35 | 31",
        "| 优良率 | 94% | 95%",
        "合计 |  | 2项 | 2项",
    ]


def test_table_that_lays_out_the_page_is_no_table_of_data() -> None:
    body = f"<table><tr><td><a>首页</a></td><td><p>{FIRST * 9}</p><p>{SECOND}</p></td></tr></table>"
    assert lines(body) == [FIRST * 9, SECOND]


def test_numbers_of_ordered_lists_are_written_out() -> None:
    body = f"<ol start='3'><li>{FIRST}</li><li value='7'><p>{SECOND}</p></li></ol>"
    assert lines(body) == [f"3. {FIRST}", f"7.{SECOND}"]


@pytest.mark.parametrize(
    ("head", "metadata"),
    [
        (
            NAMES,
            PageMetadata(
                title="总结", published=date(2025, 2, 1), publisher="某局", url="https://a.cn/1"
            ),
        ),
        (
            PROPERTIES,
            PageMetadata(
                title="总结_某市政府",
                published=date(2025, 2, 1),
                publisher="某市政府",
                url="https://a.cn/2",
            ),
        ),
        (NONSENSE, PageMetadata(title="总结", publisher="某局网")),
        ("", PageMetadata()),
    ],
)
def test_metadata_of_the_page(head: str, metadata: PageMetadata) -> None:
    assert page(f"<p>{FIRST}</p>", head).metadata == metadata


def test_address_that_the_browser_noted() -> None:
    note = b"<!-- saved from url=(0020)https://a.gov.cn/3 -->"
    found = html_page("a.html", note + f"<html><p>{FIRST}</p></html>".encode(), Limits())
    assert found.metadata.url == "https://a.gov.cn/3"


@pytest.mark.parametrize(
    ("declared", "encoding", "read"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("nonsense", "utf-8", "utf-8"),
    ],
)
def test_encoding_that_fits_is_believed(declared: str, encoding: str, read: str) -> None:
    found = page(f"<p>{FIRST * 5}㙍</p>", f'<meta charset="{declared}">', encoding)
    assert (found.text, found.encoding) == (f"{FIRST * 5}㙍", read)


def test_error_of_a_page_without_words() -> None:
    with pytest.raises(Unreadable) as error:
        page('<div id="app"></div><script>load()</script>')
    assert str(error.value) == (
        "a.html：网页里没有正文文字，内容可能由脚本或框架另行载入。"
        "请在浏览器中打开，等正文显示后复制到 .txt，或打印成 PDF。"
    )
