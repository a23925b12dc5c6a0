"""Files of other kinds under the name of a report."""

from __future__ import annotations

import gzip

from tests.badfiles.records import NO_WORD, SENTENCE, Bad, noise
from tests.rawfiles import zipped


def _ole(*names: str) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return head + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)


DISGUISED = (
    Bad(
        name="picture",
        file="a.pdf",
        what="图片改名为 .pdf",
        make=lambda: b"\x89PNG\r\n\x1a\n" + noise(99),
        reason="是图片，没有文字",
    ),
    Bad(
        name="photo",
        file="a.docx",
        what="照片改名为 .docx",
        make=lambda: b"\xff\xd8\xff\xe0" + noise(99),
        reason="是图片，没有文字",
    ),
    Bad(
        name="gif",
        file="a.txt",
        what="动图改名为 .txt",
        make=lambda: b"GIF89a" + noise(99),
        reason="是图片，没有文字",
    ),
    Bad(
        name="rar",
        file="a.docx",
        what="RAR 改名为 .docx",
        make=lambda: b"Rar!\x1a\x07" + noise(99),
        reason="是压缩包",
    ),
    Bad(
        name="seven-zip",
        file="a.txt",
        what="7z 压缩包",
        make=lambda: b"7z\xbc\xaf\x27\x1c" + noise(99),
        reason="是压缩包",
    ),
    Bad(
        name="gzip-bomb",
        file="a.txt",
        what="gzip 炸弹",
        make=lambda: gzip.compress(bytes(50_000_000), mtime=0),
        reason="是压缩包",
    ),
    Bad(
        name="archive",
        file="a.docx",
        what="压缩包改名为 .docx",
        make=lambda: zipped({"报告.txt": SENTENCE}),
        reason=NO_WORD,
    ),
    Bad(
        name="workbook",
        file="a.docx",
        what="Excel 改名为 .docx",
        make=lambda: zipped({"xl/workbook.xml": "<a/>"}),
        reason="是Excel 工作簿，不是工作报告可用的格式",
    ),
    Bad(
        name="slides",
        file="a.docx",
        what="演示文稿改名为 .docx",
        make=lambda: zipped({"ppt/presentation.xml": "<a/>"}),
        reason="是PowerPoint 演示文稿，不是工作报告可用的格式",
    ),
    Bad(
        name="old-workbook",
        file="a.doc",
        what="旧版 Excel 改名为 .doc",
        make=lambda: _ole("Root Entry", "Workbook"),
        reason="是 Excel 工作簿，不是工作报告可用的格式",
    ),
    Bad(
        name="old-slides",
        file="a.doc",
        what="旧版演示文稿改名为 .doc",
        make=lambda: _ole("PowerPoint Document"),
        reason="是 PowerPoint 演示文稿，不是工作报告可用的格式",
    ),
    Bad(
        name="locked-office",
        file="a.docx",
        what="加密的 Word 文件",
        make=lambda: _ole("EncryptionInfo", "EncryptedPackage"),
        reason="加了密码的 Office 文件，打不开",
    ),
)
