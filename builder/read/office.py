"""Word 97–2003, WPS, RTF and OpenDocument files, by way of LibreOffice and its .docx."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.config import Limits
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
# A profile without macros, without links that are followed, and with a proxy that leads nowhere.
SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
ITEM = (
    '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n'
)


def office_page(file: str, data: bytes, limits: Limits) -> Page:
    """The text of a file that only LibreOffice opens, read from the .docx that it makes of it.

    Raises `Unreadable` where LibreOffice is not installed, can't open the file, or takes too long.
    """
    for stream, reason, advice in STREAMS:
        if stream.encode("utf-16-le") in data:
            raise Unreadable(file, reason, advice)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Unreadable(
            file,
            "是 Word 97–2003（.doc）、WPS、RTF 或 OpenDocument 文件，要靠 LibreOffice 读取，"
            "本机没有安装",
            "请安装 LibreOffice（briefing doctor 会给出命令），或用 Word、WPS 另存为 .docx。",
        )
    found = kind(data)
    with TemporaryDirectory(prefix="briefing-") as name:
        converted = _converted(program, Path(name), f"report{SUFFIXES[found]}", data, limits)
    if converted is None:
        raise Unreadable(
            file,
            "LibreOffice 打不开这个文件，可能已损坏、加了密码，或超过时间、内存上限",
            "请用 Word 或 WPS 打开后另存为 .docx。",
        )
    return replace(docx_page(file, converted, limits), media_type=found)


def _converted(program: str, folder: Path, name: str, data: bytes, limits: Limits) -> bytes | None:
    """The .docx that LibreOffice makes, or None where it makes none in time."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "".join(ITEM.format(path=path, name=key, value=value) for path, key, value in SETTINGS)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(PROFILE.format(items=items), encoding="utf-8")
    (folder / name).write_bytes(data)
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx", "--outdir", str(folder / "made"), str(folder / name)]
    process = subprocess.Popen(  # noqa: S603 -- a fixed command on a name of ours, without a shell
        command,
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "TMPDIR": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process)
    made = folder / "made" / "report.docx"
    return made.read_bytes() if made.is_file() else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the helpers that it has started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
