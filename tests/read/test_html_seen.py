"""Words of a web page that its readers don't see, and those that only look hidden."""

from __future__ import annotations

import pytest

from builder.config import Limits
from builder.read.html import html_page
from builder.read.pages import Page

FIRST = "2024年,全市优良天数比例94%,PM2.5平均浓度31微克/立方米,同比改善3.6%。"
SECOND = "扬尘管控仍有短板,臭氧浓度有所上升,水质不够稳定。"
SPAM = "优良天数比例50%,检查企业99家。"


def page(body: str, style: str = "") -> Page:
    markup = f"<html><head><style>{style}</style></head><body>{body}</body></html>"
    return html_page("a.html", markup.encode(), Limits())


def lines(body: str, style: str = "") -> list[str]:
    return page(body, style).text.split("\n")


@pytest.mark.parametrize(
    "deleted",
    [
        "<del>35</del>",
        "<s>35</s>",
        "<strike>35</strike>",
        '<span style="text-decoration: line-through">35</span>',
        '<span class="old">35</span>',
    ],
)
def test_struck_out_words_are_left_out(deleted: str) -> None:
    body = f"<p>{FIRST}</p><p>检查企业{deleted}<ins>36</ins>家,<u>立案</u>3起。</p>"
    assert lines(body, ".old { text-decoration: line-through }") == [
        FIRST,
        "检查企业36家,立案3起。",
    ]


HIDING = [
    ('<p style="display:none">{}</p>', ""),
    ('<p style="DISPLAY: none !important">{}</p>', ""),
    ('<p class="a ad">{}</p>', ".ad{display:none}"),
    ('<div class="ad"><div><p>{}</p></div></div>', "<!-- .x{} div.ad, #x { display : none; } -->"),
    ('<div id="ad"><p>{}</p></div>', "/* {x */ #ad{color:red;display:none}"),
    ('<div class="ad"><p>{}</p></div>', ".ad p { visibility: hidden }"),
    ('<p style="font-size:0">{}</p>', ""),
    ('<p class="z">{}</p>', "p{font-size:12px}p.z{font-size:0.0em}"),
    ('<p style="color:#fff">{}</p>', ""),
    ('<p style="color: White;background:#FFFFFF">{}</p>', ""),
    ('<p><font color="#FFFFFF">{}</font></p>', ""),
    ('<p style="color:rgb(255, 255, 255)">{}</p>', ""),
    ('<p style="mso-hide:all">{}</p>', ""),
    ("<p hidden>{}</p>", ""),
]


@pytest.mark.parametrize(("hidden", "style"), HIDING)
def test_hidden_words_are_left_out_and_told(hidden: str, style: str) -> None:
    body = f"<div><p>{FIRST}</p>{hidden.format(SPAM)}<p>{SECOND}</p></div>"
    found = page(body, style)
    assert found.text.split("\n") == [FIRST, SECOND]
    assert [remark.message.format(**dict(remark.values)) for remark in found.remarks] == [
        "有 1 处隐藏文字，没有读取。"
    ]


SHOWN = [
    ('<p style="color:#fff;background:#00f">{}</p>', ""),
    ('<div style="background-color:navy"><p><span style="color:white">{}</span></p></div>', ""),
    ('<table bgcolor="#0000ff"><tr><td><p style="color:#fff">{}</p></td></tr></table>', ""),
    ('<p class="head" style="color:#fff">{}</p>', ""),
    ('<div class="dark"><p style="color:#fff">{}</p></div>', ".dark{background:#123 url(a.png)}"),
    ('<div style="font-size:0"><span style="font-size:14px">{}</span></div>', ""),
    ('<div class="ad"><p>{}</p></div>', "@media print { .ad { display: none } }"),
    ('<p class="ad on">{}</p>', ".ad{display:none}.ad.on{display:block}"),
    ('<p class="ad" style="display:block">{}</p>', ".ad{display:none}"),
    ('<p class="added">{}</p>', ".ad{display:none}"),
    ('<p class="ad">{}</p>', ".menu .ad{display:none}"),
    ('<p class="ad">{}</p>', ".ad:hover{display:none}.ad::after{display:none}.ad>b{opacity:0}"),
    ('<p style="display:block;opacity:0.8;font-size:0.9em">{}</p>', ""),
]


@pytest.mark.parametrize(("shown", "style"), SHOWN)
def test_words_that_only_look_hidden_are_read(shown: str, style: str) -> None:
    found = page(f"<div><p>{FIRST}</p>{shown.format(SPAM)}<p>{SECOND}</p></div>", style)
    assert found.text.split("\n") == [FIRST, SPAM, SECOND]
    assert found.remarks == ()


def test_page_that_a_script_shows_is_read() -> None:
    body = f"<div class='text'><p>{FIRST}</p><p>{SECOND}</p></div>"
    assert lines(body, ".text{display:none}") == [FIRST, SECOND]


def test_menus_that_unfold_show_nothing_else() -> None:
    menu = "".join(f"<a>{FIRST}{number}</a>" for number in range(9))
    body = f"<ul class='sub'><li>{menu}</li></ul><div><p>{FIRST}</p><p class='ad'>{SPAM}</p></div>"
    assert lines(f"{body}<p>{SECOND}</p>", ".sub,.ad{display:none}") == [FIRST, SECOND]


def test_hidden_label_of_a_button_is_nothing_to_tell() -> None:
    body = f"<p>{FIRST}</p><div style='display:none'>扫一扫在手机打开</div><p>{SECOND}</p>"
    assert page(body).remarks == ()


def test_hidden_element_breaks_no_line() -> None:
    body = f"<div>检查企业<div style='display:none'>9,</div>36家。</div><p>{FIRST}</p>"
    assert lines(body) == ["检查企业36家。", FIRST]


def test_hidden_rows_and_cells_of_a_table_are_left_out() -> None:
    body = (
        f"<p>{FIRST}</p><table><tr><th>指标</th><th class='n'>编号</th><th>完成</th></tr>"
        "<tr><td>PM2.5</td><td class='n'>1</td><td>31</td></tr>"
        "<tr style='display:none'><td>PM10</td><td class='n'>2</td><td>99</td></tr>"
        "<tr><td>优良率</td><td class='n'>3</td><td>94<sup>2</sup>%</td></tr></table>"
    )
    assert lines(body, "td.n,th.n{display:none}") == [
        FIRST,
        "指标 | 完成",
        "PM2.5 | 31",
        "优良率 | 94%",
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("94<sup>1</sup>%", "94%"),
        ("94%<sup>[2]</sup>", "94%"),
        ("94<sup><a href='#n'>①</a></sup>%", "94%"),
        ("94<span style='vertical-align:super'>1</span>%", "94%"),
        ("303天<sup>1,2</sup>,", "303天,"),
        ("110<sup>4</sup>家", "110家"),
        ("1.2×10<sup>4</sup>吨", "1.2×10⁴吨"),
        ("10<sup>-3</sup>", "10⁻³"),
        ("1<b>0</b><sup>1</sup><sup>2</sup>个", "10¹²个"),
        ("31μg/m<sup>3</sup>", "31μg/m3"),
        ("12km<sup>2</sup>", "12km2"),
        ("12平方公里<sup>3</sup>", "12平方公里3"),
        ("5 m<sup>3</sup>/d", "5 m3/d"),
        ("12km<sup>1</sup>,", "12km,"),
        ("SO4<sup>2-</sup>", "SO42-"),
        ("R<sup>2</sup>=0.9", "R2=0.9"),
        ("核素<sup>137</sup>Cs", "核素137Cs"),
        ("PM<sub>2.5</sub>", "PM2.5"),
        ("1<sup>st</sup>", "1st"),
    ],
)
def test_raised_digits(markup: str, text: str) -> None:
    assert lines(f"<p>{FIRST}</p><p>共{markup}。</p>") == [FIRST, f"共{text}。"]


def test_spellings_over_letters_are_left_out() -> None:
    first = "<ruby>湟<rp>(</rp><rt>huáng</rt><rp>)</rp></ruby>"
    second = "<ruby><rb>洮</rb><rt>táo</rt></ruby>"
    assert lines(f"<p>{FIRST}</p><p>{first}水、{second}河水质达标。</p>") == [
        FIRST,
        "湟水、洮河水质达标。",
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p><b>存在问题。</b></p>", "存在问题"),
        ("<p><strong>存在</strong><b>问题</b></p>", "存在问题"),
        ("<p style='font-weight:700'>存在问题。</p>", "存在问题"),
        ("<h3>存在问题。</h3>", "存在问题"),
        ("<p><b>完成率94%。</b></p>", "完成率94%。"),
        ("<p><b>存在</b>问题。</p>", "存在问题。"),
        ("<p><b>扬尘管控仍有短板,水质不够稳定。</b></p>", "扬尘管控仍有短板,水质不够稳定。"),
    ],
)
def test_bold_paragraph_is_a_heading(markup: str, text: str) -> None:
    assert lines(f"<p>{FIRST}</p>{markup}<p>{SECOND}</p>") == [FIRST, text, SECOND]


def test_name_of_a_table_stands_above_it_and_is_not_the_title() -> None:
    table = (
        "<table><caption>某局2024年工作总结指标表</caption>"
        "<tr><th>某局2024年工作总结</th><th>完成</th></tr><tr><td>PM2.5</td><td>31</td></tr></table>"
    )
    body = f"<h1>某局2024年工作总结</h1><p>来源:某局</p>{table}<p>{FIRST}</p><p>{SECOND}</p>"
    markup = f"<html><head><title>某局2024年工作总结指标表</title></head><body>{body}</body></html>"
    assert html_page("a.html", markup.encode(), Limits()).text.split("\n") == [
        "某局2024年工作总结",
        "来源:某局",
        "某局2024年工作总结指标表",
        "某局2024年工作总结 | 完成",
        "PM2.5 | 31",
        FIRST,
        SECOND,
    ]
