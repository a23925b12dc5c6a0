"""A report's text saved as a web page, a Word file and a PDF, as people save theirs."""

from __future__ import annotations

import html
import io
import quopri
import re
from pathlib import Path
from typing import Any

import docx
import weasyprint
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

FONTS = Path(__file__).parent.parent / "templates" / "fonts"
DIGITS = "零一二三四五六七八九"
# A mark at the beginning of a line, and the level of Word's list that writes it.
MARKS = (
    (re.compile(r"([一二三四五六七八九十]{1,3})、"), "chineseCounting", "%1、"),
    (re.compile(r"\(([一二三四五六七八九十]{1,3})\)"), "chineseCounting", "(%2)"),
    (re.compile(r"(\d{1,2})\.(?!\d)"), "decimal", "%3."),
)
PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}_某市生态环境局</title>
<meta name="SiteName" content="某市生态环境局">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2025-02-11 10:20:30"><meta name="ContentSource" content="{publisher}">
<link rel="stylesheet" href="http://127.0.0.1:9/site.css">
<script src="http://127.0.0.1:9/site.js">var pm25 = "平均浓度99微克";</script></head>
<body><div class="header"><div class="logo">某市生态环境局</div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/gh">规划总结</a></div>
<table class="wrap"><tr><td class="left">
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div id="zoom" class="TRS_Editor">{body}</div>
<div class="prevnext">上一篇：<a href="/1">关于某某的公告</a></div></td>
<td class="right"><h3>热点新闻</h3>
<ul><li><a href="/2">某县优良天数比例99.9%，同比提高</a></li></ul></td>
</tr></table>
<div class="footer">版权所有：某市生态环境局　地址：某路1号，邮编：410000</div>
</body></html>"""
OLD_PAGE = """<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312">
<TITLE>{title}</TITLE></HEAD><BODY><TABLE width=980><TR><TD><A href=/>首页</A> <A href=/z>总结</A>
</TD></TR><TR><TD><TABLE><TR><TD width=700><CENTER><B><FONT size=5>{title}</FONT></B></CENTER>
<HR><FONT size=3>{body}</FONT></TD><TD><A href=/3>某县召开会议，部署了工作</A><BR>
<A href=/4>某区开展检查，发现问题99个</A></TD></TR></TABLE></TD></TR>
<TR><TD><A href=/about>关于我们</A> 版权所有：某市环保局</TD></TR></TABLE></BODY></HTML>"""
MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://sthjj.example.gov.cn/2025/report.html
Subject: report
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="frontier"

--frontier
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://sthjj.example.gov.cn/2025/report.html

"""
STYLE = """
@font-face {{ font-family: Song; src: url({font}) }}
@page {{ size: A4; margin: 30mm 26mm;
  @top-left {{ content: "内部资料　注意保存" }} @top-right {{ content: "{head}" }}
  @bottom-left {{ content: "某市生态环境局" }}
  @bottom-right {{ content: "— " counter(page) " —" }} }}
body {{ font: 16px/1.75 Song; text-align: justify }} p {{ margin: 0; text-indent: 2em }}
"""


def paragraphs(text: str) -> list[str]:
    """The lines of a text file that hold words."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def as_html(text: str, title: str, *, publisher: str, encoding: str = "utf-8") -> bytes:
    """A page of a bureau's site, with menu, share bar, links beside and footer."""
    lines = (f"<p>&nbsp;&nbsp;&nbsp;&nbsp;{html.escape(line)}</p>" for line in paragraphs(text))
    charset = "gb2312" if encoding == "gb18030" else encoding
    page = PAGE.format(
        charset=charset, title=html.escape(title), publisher=publisher, body="\n".join(lines)
    )
    return page.encode(encoding)


def as_old_html(text: str, title: str) -> bytes:
    """A page of an older site: tables for the layout, line breaks for paragraphs, GB code."""
    body = "<BR>\n".join(f"&nbsp; &nbsp;{html.escape(line)}" for line in paragraphs(text))
    page = OLD_PAGE.format(title=html.escape(title), body=body)
    return page.encode("gb18030")


def as_mhtml(text: str, title: str, *, publisher: str) -> bytes:
    """A page that a browser has saved as one file."""
    page = quopri.encodestring(as_html(text, title, publisher=publisher))
    return MHTML.encode().replace(b"\n", b"\r\n") + page + b"\r\n--frontier--\r\n"


def as_pdf(text: str, head: str) -> bytes:
    """Pages with two heads and two feet, one of them the page number."""
    style = STYLE.format(font=(FONTS / "NotoSerifSC-Regular.ttf").as_uri(), head=head)
    body = "".join(f"<p>{html.escape(line)}</p>" for line in paragraphs(text))
    made: bytes = weasyprint.HTML(string=f"<style>{style}</style>{body}").write_pdf()
    return made


def as_docx(text: str) -> bytes:
    """A Word file whose 一、 (一) 1. are automatic numbers and stand in no paragraph."""
    document = docx.Document()
    lists = _Lists(document)
    for line in paragraphs(text):
        level, rest = lists.next(line)
        paragraph = document.add_paragraph(rest)
        if level is not None:
            lists.number(paragraph, level)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


class _Lists:
    """The multilevel list of a document; goes on counting or begins anew as the text does."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 -- python-docx has no types
        self._part = document.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
            for index, (_, form, text) in enumerate(MARKS)
        )
        self._part.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            ),
        )
        self._last = 700
        self._counts = [0, 0, 0]
        self._begin({})

    def next(self, line: str) -> tuple[int | None, str]:
        """The level of a line's mark and the line without it."""
        for level, (mark, _, _) in enumerate(MARKS):
            if found := mark.match(line):
                self._count(level, _value(found[1]))
                return level, line[found.end() :]
        return None, line

    def number(self, paragraph: Any, level: int) -> None:  # noqa: ANN401
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = self._last

    def _count(self, level: int, value: int) -> None:
        if value != self._counts[level] + 1:
            self._begin({level: value})
        self._counts[level] = value
        self._counts[level + 1 :] = [0] * (len(self._counts) - level - 1)

    def _begin(self, starts: dict[int, int]) -> None:
        self._last += 1
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/></w:lvlOverride>'
            for level, value in starts.items()
        )
        self._part.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._last}">'
                f'<w:abstractNumId w:val="77"/>{overrides}</w:num>'
            )
        )


def _value(mark: str) -> int:
    if mark.isdigit():
        return int(mark)
    tens, ten, ones = mark.rpartition("十")
    return (DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (
        DIGITS.index(ones) if ones else 0
    )
