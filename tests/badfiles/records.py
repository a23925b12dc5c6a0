"""What a bad input is, and the reasons with which readers refuse more than one of them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

READ = ""
NO_TEXT_IN_PAGE = "网页里没有正文文字，内容可能由脚本或框架另行载入"
NOT_TEXT = "内容不是文字：大量字节无法解码，应为 UTF-8、UTF-16、GB18030 或 Big5 文本"
EMPTY = "文件是空的，没有任何文字"
BOMB = "内部文件 word/document.xml 解压后超过上限 5 MB，疑为压缩炸弹"
DTD = "内部文件 word/document.xml 带有 DTD 声明，可能引用外部实体，不予读取"
BROKEN_XML = "内部文件 word/document.xml 不是完好的 XML，或嵌套过深"
BROKEN_PART = "内部文件 word/document.xml 已损坏"
BROKEN_ZIP = "压缩包结构已损坏，打不开"
NO_WORD = "是压缩包，里面没有 Word 正文"
LOCKED_PART = "内部文件 word/document.xml 加了密或用了不支持的压缩方法"
BROKEN_PDF = "PDF 已损坏，打不开"
LOCKED_PDF = "PDF 加了密码，打不开"
SCANNED = "没有文字层，是扫描件或图片"
TOO_LONG = "正文有 {} 个字符，超过上限 200000"
TOO_LARGE = "文件超过上限 5 MB"
STRAY = "是指向输入文件夹之外的链接，不予读取"
NO_FILE = "不是普通文件，不予读取"
BAD_NAME = "文件名含有控制字符或无法解码的字节"
SENTENCE = "2024年,全市优良天数比例94%,PM2.5平均浓度31微克/立方米。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad:
    """A bad input: its kind, its file's name, its bytes, and the reason with which it is refused.

    `holds` is what the text must hold where it is read all the same. A `confined` one is read
    in a process of its own only: it would harm the test, or an earlier file would harm it.
    """

    name: str
    file: str
    what: str
    make: Callable[[], bytes]
    reason: str
    holds: str = ""
    confined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """A bad entry of a folder that is no file with bytes of its own."""

    name: str
    what: str
    make: Callable[[Path], Path]
    reason: str


def noise(size: int) -> bytes:
    """Bytes of no meaning, the same at every run."""
    return random.Random(7).randbytes(size)  # noqa: S311 -- the same noise at every run
