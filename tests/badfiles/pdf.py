"""PDF files that are broken, locked or made to harm."""

from __future__ import annotations

import zlib

from tests.badfiles.records import (
    BROKEN_PDF,
    LOCKED_PDF,
    READ,
    SCANNED,
    SENTENCE,
    TOO_LONG,
    Bad,
    noise,
)
from tests.rawfiles import LETTERS, pdf_file, pdf_pages, shown


def _encrypted(filter_name: bytes) -> bytes:
    lock = b"<< /Filter /%b /V 1 /R 2 /P -4 /O <%b> /U <%b> >>" % (
        filter_name,
        b"11" * 32,
        b"22" * 32,
    )
    return pdf_pages(shown(SENTENCE), more=[lock], trailer=b"/Encrypt 8 0 R /ID [<00> <00>]")


def _page_circle() -> bytes:
    return pdf_file(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]
    )


def _form_circle() -> bytes:
    text = shown(SENTENCE)
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 8 0 R >> >>"
        b" /Length 5 >>\nstream\n/X Do\nendstream"
    )
    made = pdf_pages(text + b"/X Do\n", more=[form])
    return made.replace(b"/Font << /F1", b"/XObject << /X 8 0 R >> /Font << /F1", 1)


def _deep_array() -> bytes:
    return pdf_pages(shown(SENTENCE), more=[b"[" * 100_000 + b"]" * 100_000])


def _action() -> bytes:
    script = b'<< /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:9/"\\)) >>'
    launch = b"<< /S /Launch /F (/bin/sh) >>"
    made = pdf_pages(shown(SENTENCE), more=[script, launch])
    return made.replace(b"/Catalog", b"/Catalog /OpenAction 8 0 R /AA << /WC 9 0 R >>", 1)


def _stream_bomb() -> bytes:
    """A page whose content is a gigabyte of spaces once unpacked."""
    packer = zlib.compressobj(1)
    packed = b"".join([packer.compress(b" " * 1_000_000) for _ in range(1_000)]) + packer.flush()
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)
    return pdf_pages(b"", more=[stream]).replace(b"/Contents 7 0 R", b"/Contents 8 0 R", 1)


def _rules() -> bytes:
    """A drawing with so many lines that a search for tables would never end."""
    lines = b"".join(
        b"%d %d m %d %d l S\n" % (n % 500, n % 800, n % 499, n % 799) for n in range(20_000)
    )
    return pdf_pages(lines + shown(SENTENCE))


PDF = (
    Bad(
        name="no-pdf",
        file="a.pdf",
        what="只有 PDF 的开头",
        make=lambda: b"%PDF-1.7\n" + noise(5_000),
        reason=BROKEN_PDF,
    ),
    Bad(
        name="cut-pdf",
        file="a.pdf",
        what="截断的 PDF",
        make=lambda: pdf_pages(shown(SENTENCE))[:300],
        reason=BROKEN_PDF,
    ),
    Bad(
        name="locked-pdf",
        file="a.pdf",
        what="加密的 PDF",
        make=lambda: _encrypted(b"Standard"),
        reason=LOCKED_PDF,
    ),
    Bad(
        name="odd-lock",
        file="a.pdf",
        what="未知的加密方法",
        make=lambda: _encrypted(b"Acme"),
        reason=LOCKED_PDF,
    ),
    Bad(
        name="scan",
        file="a.pdf",
        what="扫描件",
        make=lambda: pdf_pages(b"0 0 595 842 re f", b"0 0 9 9 re f"),
        reason=SCANNED,
    ),
    Bad(
        name="no-pages",
        file="a.pdf",
        what="没有一页的 PDF",
        make=pdf_pages,
        reason=BROKEN_PDF,
        confined=True,
    ),
    Bad(
        name="many-pages",
        file="a.pdf",
        what="页数超过上限",
        make=lambda: pdf_pages(*[shown(SENTENCE)] * 51),
        reason="有 51 页，超过上限 50 页",
    ),
    Bad(
        name="page-circle", file="a.pdf", what="页面互相包含", make=_page_circle, reason=BROKEN_PDF
    ),
    Bad(
        name="form-circle",
        file="a.pdf",
        what="图形包含自己",
        make=_form_circle,
        reason=READ,
        holds="优良天数比例94%",
    ),
    Bad(
        name="many-objects",
        file="a.pdf",
        what="十万个对象",
        make=lambda: pdf_pages(shown(SENTENCE), more=[b"0"] * 100_000),
        reason=READ,
        holds="优良天数比例94%",
    ),
    Bad(
        name="deep-array",
        file="a.pdf",
        what="十万层数组",
        make=_deep_array,
        reason=READ,
        holds="优良天数比例94%",
    ),
    Bad(
        name="stream-bomb",
        file="a.pdf",
        what="内容流炸弹",
        make=_stream_bomb,
        reason="读取时中断：内容已损坏，或所需内存超过上限 800 MB",
        confined=True,
    ),
    Bad(
        name="long-pdf",
        file="a.pdf",
        what="一页三十万字",
        make=lambda: pdf_pages(
            b"".join(shown(chr(0x4E00 + n) + LETTERS * 40, y=2 * n, size=1) for n in range(400))
        ),
        reason=TOO_LONG.format(432_400),
    ),
    Bad(
        name="garbled",
        file="a.pdf",
        what="文字层是乱码",
        make=lambda: pdf_pages(shown("\ue000\u0e01\u0f40\u1000\u10d0\u1200" * 9)),
        reason="文字层是乱码，字体没有对应的文字编码",
    ),
    Bad(
        name="actions",
        file="a.pdf",
        what="打开即运行的脚本和程序",
        make=_action,
        reason=READ,
        holds="优良天数比例94%",
    ),
    Bad(
        name="drawing",
        file="a.pdf",
        what="两万条线的图",
        make=_rules,
        reason=READ,
        holds="优良天数比例94%",
    ),
)
