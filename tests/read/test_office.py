from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from builder.config import Limits
from builder.read import Unreadable, read_source
from builder.read.office import office_page
from tests import conversions

TEXT = "某市生态环境局2024年工作总结\n一、总体情况\n(一)大气。优良天数比例94%。\n(二)水。断面达标。"
LINKS = (
    r"{\rtf1\ansi {\field{\*\fldinst INCLUDETEXT \"/etc/passwd\"}{\fldrslt}}"
    r"{\field{\*\fldinst INCLUDEPICTURE \"file:///etc/hostname\" \\d}{\fldrslt}}"
    r"\u24037?\u20316?\u24635?\u32467?\par}"
)


def converted(folder: Path, suffix: str) -> Path:
    """The text as a file of another format, made by LibreOffice."""
    made = folder / "made"
    (folder / "a.docx").write_bytes(conversions.as_docx(TEXT))
    command = [shutil.which("soffice") or "soffice", "--headless", "--convert-to", suffix]
    command += [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--outdir", str(made)]
    subprocess.run([*command, str(folder / "a.docx")], check=True, capture_output=True)
    return made / f"a.{suffix}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [("doc", "application/x-ole-storage"), ("odt", "application/vnd.oasis.opendocument.text")],
)
def test_file_is_read_by_way_of_libreoffice(suffix: str, media_type: str, tmp_path: Path) -> None:
    path = converted(tmp_path, suffix)
    renamed = path.rename(tmp_path / "报告.wps")
    source = read_source(renamed, Limits())
    assert source.text == TEXT
    assert source.media_type == media_type


@pytest.mark.slow
def test_what_a_file_points_to_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(LINKS, encoding="ascii")
    assert read_source(path, Limits()).text == "工作总结"


@pytest.mark.slow
def test_error_of_a_file_that_libreoffice_cannot_open(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000))
    with pytest.raises(Unreadable) as error:
        read_source(path, Limits(seconds=20))
    assert str(error.value) == (
        "a.doc：LibreOffice 打不开这个文件，可能已损坏、加了密码，或超过时间、内存上限。"
        "请用 Word 或 WPS 打开后另存为 .docx。"
    )


def test_error_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable) as error:
        office_page("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Limits())
    assert str(error.value) == (
        "a.wps：是 Word 97–2003（.doc）、WPS、RTF 或 OpenDocument 文件，要靠 LibreOffice 读取，"
        "本机没有安装。"
        "请安装 LibreOffice（briefing doctor 会给出命令），或用 Word、WPS 另存为 .docx。"
    )
