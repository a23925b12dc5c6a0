from __future__ import annotations

from pathlib import Path

import pytest
import weasyprint

from builder.config import Limits
from builder.read.pages import Page
from builder.read.pdf import pdf_page
from builder.read.refusal import Unreadable
from tests.rawfiles import pdf_pages, shown

FONT = Path(__file__).parents[2] / "templates" / "fonts" / "NotoSerifSC-Regular.ttf"
STYLE = f"""
@font-face {{ font-family: Song; src: url({FONT.as_uri()}) }}
@page {{ size: A4; margin: 30mm; @bottom-center {{ content: "— " counter(page) " —" }} }}
body {{ font: 16px/1.75 Song }} p {{ margin: 0; text-indent: 2em }}
table {{ border-collapse: collapse }} td {{ border: 1px solid; padding: 2px 9px }}
"""
HEAD = """@page { @top-left { content: "内部资料" } @top-right { content: counter(page) "期" } }"""
LONG = "坚持以改善环境质量为核心,深入打好污染防治攻坚战,全市优良天数比例94%,同比提高" * 6


def printed(body: str, style: str = "") -> list[str]:
    data: bytes = weasyprint.HTML(string=f"<style>{STYLE}{style}</style>{body}").write_pdf()
    return read(data).text.split("\n")


def read(data: bytes, limits: Limits | None = None) -> Page:
    return pdf_page("a.pdf", data, limits or Limits())


def test_lines_join_to_paragraphs_over_pages_without_heads_and_page_numbers() -> None:
    wanted = [LONG[number:] + LONG[number:] + "。" for number in range(30)]
    assert printed("".join(f"<p>{text}</p>" for text in wanted), HEAD) == wanted


def test_line_of_the_text_at_the_same_place_of_each_page_is_kept() -> None:
    body = "".join(
        f"<p style='break-before:page'>第{number}章</p><p>大气。</p>" for number in "一二三"
    )
    assert printed(body, HEAD) == ["第一章", "大气。", "第二章", "大气。", "第三章", "大气。"]


def test_headings_stay_alone() -> None:
    body = f"<h1>工作总结</h1><p>一、总体情况</p><p>{LONG}。</p><p>(一)大气</p><p>{LONG}。</p>"
    assert printed(body) == ["工作总结", "一、总体情况", f"{LONG}。", "(一)大气", f"{LONG}。"]


def test_paragraphs_without_indent_end_where_a_line_is_short() -> None:
    body = f"<p>{LONG}。</p><p>二、存在问题</p><p>{LONG}。</p>"
    assert printed(body, "p { text-indent: 0 }") == [f"{LONG}。", "二、存在问题", f"{LONG}。"]


def test_indented_block_is_one_paragraph() -> None:
    assert printed(f"<p>开头。</p><p style='margin-left:4em;text-indent:0'>{LONG}。</p>") == [
        "开头。",
        f"{LONG}。",
    ]


def test_table_is_read_by_rows_in_its_place() -> None:
    body = (
        f"<p>{LONG}。</p><table><tr><td>指标</td><td>目标</td><td>完成</td></tr>"
        "<tr><td rowspan=2>空气</td><td>35</td><td>31</td></tr><tr><td>94%</td><td>95%</td></tr>"
        f"</table><p>{LONG}。</p>"
    )
    assert printed(body) == [
        f"{LONG}。",
        "指标 | 目标 | 完成",
        "空气 | 35 | 31",
        "| 94% | 95%",
        f"{LONG}。",
    ]


def test_box_around_words_is_no_table() -> None:
    assert printed(f"<div style='border: 1px solid'><p>{LONG}。</p></div>") == [f"{LONG}。"]


def test_short_page_loses_nothing() -> None:
    assert printed("<p>第一行。</p><p>2024</p><p>第三行。</p>") == ["第一行。", "2024", "第三行。"]


def test_pages_without_text_are_told() -> None:
    page = read(pdf_pages(shown("全市优良天数比例为百分之九十四点五。"), b"0 0 9 9 re f"))
    assert page.text == "全市优良天数比例为百分之九十四点五。"
    assert [remark.message.format(**dict(remark.values)) for remark in page.remarks] == [
        "第 2 页没有文字层，可能是扫描图片，没有读取。"
    ]


def test_error_of_a_scan() -> None:
    with pytest.raises(Unreadable) as error:
        read(pdf_pages(b"0 0 9 9 re f"))
    assert str(error.value) == (
        "a.pdf：没有文字层，是扫描件或图片。请先做文字识别（OCR），或换成有文字的 PDF、Word 文件。"
    )


def test_error_of_too_many_pages() -> None:
    with pytest.raises(Unreadable) as error:
        read(pdf_pages(shown("甲"), shown("乙"), shown("丙")), Limits(pages=2))
    assert str(error.value) == (
        "a.pdf：有 3 页，超过上限 2 页。请拆分文件，或调大 briefing.toml 的 limits.pages。"
    )
