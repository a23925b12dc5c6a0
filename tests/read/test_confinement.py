from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from builder.config import Limits
from builder.model import PageMetadata, Remark
from builder.read import Unreadable
from builder.read.child import forbid
from builder.read.confinement import OUT_OF_MEMORY, answer, confined_page
from builder.read.docx import docx_page
from builder.read.kinds import Kind
from builder.read.pages import Page
from tests.rawfiles import word_file, zipped

DAMAGED = (
    "a.pdf：读取时中断：内容已损坏，或所需内存超过上限 2000 MB。"
    "请用原来的程序打开后另存，或换成 .txt。"
)
SLOW = (
    "a.pdf：读取时间超过上限 60 秒。"
    "请拆分文件或另存为 .txt，或调大 briefing.toml 的 limits.seconds。"
)
LARGE = (
    "a.pdf：读取所需的内存超过上限 2000 MB。"
    "请拆分文件，或调大 briefing.toml 的 limits.memory_megabytes。"
)


def test_page_comes_back_whole() -> None:
    markup = '<meta name="ArticleTitle" content="总结"><p>优良天数比例94%。</p>'
    assert confined_page("a.html", Kind.HTML, markup.encode(), Limits()) == Page(
        text="优良天数比例94%。", media_type="text/html", metadata=PageMetadata(title="总结")
    )


def test_error_of_the_reader_comes_back_whole() -> None:
    with pytest.raises(Unreadable) as error:
        confined_page("--debug\u3000.docx", Kind.ZIP, b"PK\x03\x04", Limits())
    assert str(error.value) == (
        "--debug\u3000.docx：压缩包结构已损坏，打不开。"
        "请用 Word 或 WPS 打开后另存为 .docx，再放入输入文件夹。"
    )


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (-signal.SIGXCPU, SLOW),
        (-signal.SIGKILL, LARGE),
        (OUT_OF_MEMORY, LARGE),
        (-signal.SIGSEGV, DAMAGED),
        (1, DAMAGED),
    ],
)
def test_error_says_how_a_child_ended(
    code: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = f"os.kill(os.getpid(), {-code})" if code < 0 else f"os._exit({code})"
    program = tmp_path / "program"
    program.write_text(f"#!/usr/bin/env python3\nimport os\n{end}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(Unreadable) as error:
        confined_page("a.pdf", Kind.PDF, b"%PDF-", Limits())
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (None, ("127.0.0.1", 80))),
        ("socket.getaddrinfo", ("example.com", 80)),
        ("subprocess.Popen", ("sh", ["sh"], None, None)),
        ("os.system", (b"sh",)),
        ("open", ("a.txt", "w", os.O_WRONLY | os.O_CREAT)),
        ("open", ("a.txt", None, os.O_RDWR)),
    ],
)
def test_error_of_a_reader_that_reaches_out(event: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(PermissionError, match=event):
        forbid(event, arguments)


def test_reading_the_own_modules_is_allowed() -> None:
    forbid("open", (__file__, "r", os.O_RDONLY))
    forbid("import", ("lxml", None, None, None, None))


def test_answer_is_plain_json() -> None:
    remark = Remark(message="第 {pages} 页没有文字层。", values=(("pages", "2"),))
    page = Page(text="一", media_type="text/html", remarks=(remark,))
    assert json.loads(answer(page))["remarks"] == [
        {"message": "第 {pages} 页没有文字层。", "values": [["pages", "2"]]}
    ]
    refused = Unreadable("a.pdf", "有 {count} 页", "请换文件。", count=2)
    assert json.loads(answer(refused)) == {
        "reason": "有 {count} 页",
        "advice": "请换文件。",
        "values": {"count": "2"},
        "may_pass": False,
    }


def test_remarks_come_back_whole() -> None:
    data = word_file("<w:p><w:r><w:t>正文。</w:t></w:r></w:p><w:altChunk/>")
    assert confined_page("a.docx", Kind.ZIP, data, Limits()) == docx_page("a.docx", data, Limits())


def test_error_with_braces_in_its_words_comes_back_whole() -> None:
    target = '<a><b Type="x/officeDocument" Target="{0}{b.xml"/></a>'
    parts = {"_rels/.rels": target, "{0}{b.xml": "<"}
    with pytest.raises(Unreadable) as error:
        confined_page("{a.docx", Kind.ZIP, zipped(parts), Limits())
    assert str(error.value) == (
        "{a.docx：内部文件 {0}{b.xml 不是完好的 XML，或嵌套过深。"
        "请用 Word 或 WPS 打开后另存为 .docx，再放入输入文件夹。"
    )
