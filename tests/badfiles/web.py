"""Web pages that are broken or made to harm."""

from __future__ import annotations

import base64

from tests.badfiles.records import NO_TEXT_IN_PAGE, READ, SENTENCE, Bad, noise

REMOTE_HEAD = (
    '<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="a.css">'
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">'
)
OUTER_ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<html><body><p>{SENTENCE}&x;</p></body></html>"
)
WIDE_TABLE = (
    f'<table><tr><td colspan="999999999" rowspan="999999999">{SENTENCE}</td><td>完成</td></tr>'
    "<tr><td>a</td><td>b</td></tr></table>"
)


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _archive(content_type: str, content: bytes, more: str = "") -> bytes:
    return (
        (
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
            f"--b\r\nContent-Type: {content_type}\r\n"
            f"Content-Transfer-Encoding: base64\r\n{more}\r\n"
        ).encode()
        + content
        + b"\r\n--b--\r\n"
    )


WEB = (
    Bad(
        name="deep-page",
        file="a.html",
        what="十万层嵌套的网页",
        make=lambda: _page("<div>" * 100_000 + SENTENCE),
        reason="网页标签嵌套超过 1000 层，不是正常的网页",
    ),
    Bad(
        name="script-page",
        file="a.html",
        what="正文由脚本载入",
        make=lambda: _page('<div id="app"></div><script>fetch("http://127.0.0.1:9/")</script>'),
        reason=NO_TEXT_IN_PAGE,
    ),
    Bad(
        name="frames",
        file="a.html",
        what="框架指向本机文件",
        make=lambda: b'<html><frameset><frame src="file:///etc/passwd"></frameset></html>',
        reason=NO_TEXT_IN_PAGE,
    ),
    Bad(
        name="remote-page",
        file="a.html",
        what="图片、样式、脚本指向网络",
        make=lambda: _page(
            f'<img src="http://127.0.0.1:9/a.png"><iframe src="file:///etc/passwd"></iframe><p>{SENTENCE}</p>',
            REMOTE_HEAD,
        ),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="page-entity",
        file="a.html",
        what="网页里的外部实体",
        make=OUTER_ENTITY.encode,
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="odd-letters",
        file="a.html",
        what="无效的字符引用",
        make=lambda: _page(f"<p>{SENTENCE}&#0;&#xD800;&#x7fffffff;&#999999999999;</p>"),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="odd-charset",
        file="a.html",
        what="声明古怪的编码",
        make=lambda: _page(f"<p>{SENTENCE}</p>", '<meta charset="unicode_escape">'),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="wide-table",
        file="a.html",
        what="跨十亿行列的单元格",
        make=lambda: _page(WIDE_TABLE),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="open-comment",
        file="a.html",
        what="没有结束的注释",
        make=lambda: b"<html><body><!-- " + SENTENCE.encode() * 99,
        reason=NO_TEXT_IN_PAGE,
    ),
    Bad(
        name="open-tags",
        file="a.html",
        what="六万个没有结束的标签",
        make=lambda: _page("<p><b><i>" * 20_000 + SENTENCE),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="many-links",
        file="a.html",
        what="五万个链接",
        make=lambda: _page(f"<p>{SENTENCE}</p>" + '<li><a href="#">某新闻</a></li>' * 50_000),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="binary-page",
        file="a.html",
        what="标签后全是乱字节",
        make=lambda: b"<html>" + noise(9_000),
        reason="网页内容不是文字：大量字节无法解码",
    ),
    Bad(
        name="archive-without-page",
        file="a.mht",
        what="归档里没有网页",
        make=lambda: _archive("image/png", b"aaaa"),
        reason="网页归档（MHTML）里没有网页正文",
    ),
    Bad(
        name="archive-of-archives",
        file="a.mht",
        what="层层嵌套的归档",
        make=lambda: (
            b"MIME-Version: 1.0\r\n"
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
                for n in range(5_000)
            )
        ),
        reason="网页归档（MHTML）嵌套过深或已损坏",
    ),
    Bad(
        name="archive-address",
        file="a.mht",
        what="归档声称来自本机文件",
        make=lambda: _archive(
            "text/html; charset=utf-8",
            base64.b64encode(_page(f"<p>{SENTENCE}</p>")),
            "Content-Location: file:///etc/passwd\r\n",
        ),
        reason=READ,
        holds=SENTENCE,
    ),
)
