"""Word files that are broken or made to harm."""

from __future__ import annotations

import io
import zipfile

from tests.badfiles.records import (
    BOMB,
    BROKEN_PART,
    BROKEN_XML,
    BROKEN_ZIP,
    DTD,
    EMPTY,
    LOCKED_PART,
    NO_WORD,
    READ,
    SENTENCE,
    TOO_LONG,
    Bad,
)
from tests.rawfiles import MAIN, W, paragraph, word_file, zipped


def _wrong_sum() -> bytes:
    data = bytearray(word_file(paragraph(SENTENCE)))
    entry = data.rindex(b"word/document.xml")
    data[entry - 30] ^= 0xFF
    return bytes(data)


def _lying_size() -> bytes:
    """A part that says it is smaller than it is."""
    data = bytearray(word_file(paragraph(SENTENCE * 100)))
    entry = data.rindex(b"word/document.xml")
    data[entry - 22 : entry - 18] = (10).to_bytes(4, "little")
    return bytes(data)


def _flagged(offset: int, value: int) -> bytes:
    """A package whose part is marked as encrypted, or as packed in an unknown way."""
    data = bytearray(word_file(paragraph(SENTENCE)))
    entry = data.rindex(b"word/document.xml")
    data[entry - 46 + 8 + offset] = value
    local = data.index(b"word/document.xml")
    data[local - 30 + 6 + offset] = value
    return bytes(data)


def _stored_twice() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("_rels/.rels", MAIN)
        for text in ("旧", SENTENCE):
            body = f"<w:document {W}><w:body>{paragraph(text)}</w:body></w:document>"
            info = zipfile.ZipInfo("word/document.xml" if text == "旧" else "word/documenu.xml")
            package.writestr(info, body)
    return made.getvalue().replace(b"documenu", b"document")


def _document(xml: str) -> bytes:
    return zipped({"_rels/.rels": MAIN, "word/document.xml": xml})


def _doctype(inner: str, text: str) -> str:
    return (
        f'<?xml version="1.0"?><!DOCTYPE d [{inner}]>'
        f"<w:document {W}><w:body>{paragraph(text)}</w:body></w:document>"
    )


def _laughs() -> str:
    lines = ['<!ENTITY a0 "哈哈">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return _doctype("".join(lines), "&a9;")


def _related(target: str, mode: str = "") -> bytes:
    relations = MAIN.replace('Target="word/document.xml"', f'Target="{target}" {mode}')
    body = f"<w:document {W}><w:body>{paragraph(SENTENCE)}</w:body></w:document>"
    return zipped({"_rels/.rels": relations, "word/document.xml": body})


def _styles_in_a_circle() -> bytes:
    styles = (
        f'<w:styles {W}><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    return word_file(paragraph(SENTENCE, '<w:pStyle w:val="A"/>'), styles=styles)


WORD = (
    Bad(
        name="cut-package",
        file="a.docx",
        what="截断的 Word 文件",
        make=lambda: word_file(paragraph(SENTENCE))[:-40],
        reason=BROKEN_ZIP,
    ),
    Bad(
        name="zip-bomb",
        file="a.docx",
        what="压缩炸弹",
        make=lambda: word_file(" " * 60_000_000),
        reason=BOMB,
    ),
    Bad(name="wrong-sum", file="a.docx", what="校验和不符", make=_wrong_sum, reason=BROKEN_PART),
    Bad(
        name="lying-size", file="a.docx", what="谎报解压大小", make=_lying_size, reason=BROKEN_PART
    ),
    Bad(
        name="locked-part",
        file="a.docx",
        what="加密的压缩项",
        make=lambda: _flagged(0, 1),
        reason=LOCKED_PART,
    ),
    Bad(
        name="odd-packing",
        file="a.docx",
        what="未知的压缩方法",
        make=lambda: _flagged(2, 99),
        reason=LOCKED_PART,
    ),
    Bad(
        name="no-xml",
        file="a.docx",
        what="正文不是 XML",
        make=lambda: _document("不是 XML"),
        reason=BROKEN_XML,
    ),
    Bad(
        name="laughs",
        file="a.docx",
        what="XML 实体炸弹",
        make=lambda: _document(_laughs()),
        reason=DTD,
    ),
    Bad(
        name="outer-entity",
        file="a.docx",
        what="外部实体读本机文件",
        make=lambda: _document(_doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")),
        reason=DTD,
    ),
    Bad(
        name="wide-entity",
        file="a.docx",
        what="UTF-16 写的外部实体",
        make=lambda: zipped(
            {
                "_rels/.rels": MAIN,
                "word/document.xml": _doctype('<!ENTITY x SYSTEM "http://127.0.0.1:9/">', "&x;")
                .replace("?>", ' encoding="utf-16"?>', 1)
                .encode("utf-16"),
            }
        ),
        reason=DTD,
    ),
    Bad(
        name="deep-word",
        file="a.docx",
        what="十万层嵌套的段落",
        make=lambda: word_file("<w:p>" * 100_000 + "</w:p>" * 100_000),
        reason=BROKEN_XML,
    ),
    Bad(
        name="deep-tables",
        file="a.docx",
        what="八十层嵌套的表格",
        make=lambda: word_file(
            "<w:tbl><w:tr><w:tc>" * 80 + paragraph(SENTENCE) + "</w:tc></w:tr></w:tbl>" * 80
        ),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="no-main-part",
        file="a.docx",
        what="没有正文部件",
        make=lambda: zipped({"_rels/.rels": MAIN}),
        reason=NO_WORD,
    ),
    Bad(
        name="outside-part",
        file="a.docx",
        what="正文指向包外的 ../../etc/passwd",
        make=lambda: _related("../../../../etc/passwd"),
        reason=NO_WORD,
    ),
    Bad(
        name="remote-part",
        file="a.docx",
        what="正文指向网络地址",
        make=lambda: _related("http://127.0.0.1:9/a.xml", 'TargetMode="External"'),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="style-circle",
        file="a.docx",
        what="样式互为基础",
        make=_styles_in_a_circle,
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="wide-cell",
        file="a.docx",
        what="单元格跨十亿列",
        make=lambda: word_file(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
            + paragraph(SENTENCE)
            + "</w:tc></w:tr></w:tbl>"
        ),
        reason=READ,
        holds=SENTENCE,
    ),
    Bad(
        name="no-words",
        file="a.docx",
        what="没有文字的 Word 文件",
        make=lambda: word_file("<w:p/>" * 9_000),
        reason=EMPTY,
    ),
    Bad(
        name="many-words",
        file="a.docx",
        what="三十万字的 Word 文件",
        make=lambda: word_file(paragraph("长" * 300_000)),
        reason=TOO_LONG.format(300_000),
    ),
    Bad(
        name="two-bodies",
        file="a.docx",
        what="同名部件两份",
        make=_stored_twice,
        reason=READ,
        holds=SENTENCE,
    ),
)
