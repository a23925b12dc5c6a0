"""Word 97–2003, WPS, RTF and OpenDocument files, by way of LibreOffice and its .docx."""

from __future__ import annotations

from dataclasses import replace

from builder.config import Limits
from builder.libreoffice import converted
from builder.processes import libreoffice
from builder.read.docx import docx_page
from builder.read.kinds import Kind, kind
from builder.read.pages import Page
from builder.read.refusal import Unreadable

SUFFIXES = {Kind.OLE: ".doc", Kind.RTF: ".rtf", Kind.ODT: ".odt"}
# Names of streams in an OLE file that tell what it is.
STREAMS = (
    (
        "EncryptedPackage",
        "加了密码的 Office 文件，打不开",
        "请去掉密码后另存，再放入输入文件夹。",
    ),
    (
        "Workbook",
        "是 Excel 工作簿，不是工作报告可用的格式",
        "请把正文另存为 .docx、.pdf 或 .txt。",
    ),
    (
        "PowerPoint Document",
        "是 PowerPoint 演示文稿，不是工作报告可用的格式",
        "请把正文另存为 .docx、.pdf 或 .txt。",
    ),
)


def office_page(file: str, data: bytes, limits: Limits) -> Page:
    """The text of a file that only LibreOffice opens, read from the .docx that it makes of it.

    Raises `Unreadable` where LibreOffice is not installed, can't open the file, or takes too long.
    """
    for stream, reason, advice in STREAMS:
        if stream.encode("utf-16-le") in data:
            raise Unreadable(file, reason, advice)
    program = libreoffice()
    if program is None:
        raise Unreadable(
            file,
            "是 Word 97–2003（.doc）、WPS、RTF 或 OpenDocument 文件，要靠 LibreOffice 读取，"
            "本机没有安装",
            "请安装 LibreOffice（briefing doctor 会给出命令），或用 Word、WPS 另存为 .docx。",
            may_pass=True,
        )
    found = kind(data)
    made = converted(program, data, SUFFIXES[found], "docx", limits.seconds)
    if made is None:
        raise Unreadable(
            file,
            "LibreOffice 打不开这个文件，可能已损坏、加了密码，或超过时间、内存上限",
            "请用 Word 或 WPS 打开后另存为 .docx。",
            may_pass=True,
        )
    return replace(docx_page(file, made, limits), media_type=found)
