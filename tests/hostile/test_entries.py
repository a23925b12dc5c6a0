from __future__ import annotations

import os
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from builder.config import Limits
from builder.pipeline.extracting import extracted_reports
from builder.pipeline.inputs import NothingToBuild, input_files
from builder.read import Unreadable, read_entry
from builder.review import corrections_file, read_corrections
from builder.toml_file import TomlError

REPORT = "甲市生态环境局2024年工作总结\n一、工作成效\n完成治理项目3个。\n"
LIMITS = Limits(file_megabytes=1)


def write(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(REPORT.encode() + os.fsencode(name))
    return folder


def found(folder: Path) -> list[str]:
    """The names of the files to read, and that nothing was refused."""
    entries, refused = input_files(folder, LIMITS)
    assert refused == ()
    return [entry.name for entry in entries]


def refusals(folder: Path) -> dict[str, str]:
    """Why the files of a folder that can't be read can't, by their names."""
    entries, refused = input_files(folder, LIMITS)
    _, unread = extracted_reports(entries, LIMITS, 1)
    return {item.file: item.said().reason for item in (*refused, *unread)}


def raw_zip(path: Path, members: dict[bytes, bytes], flags: int = 0, method: int = 0) -> Path:
    """A zip archive byte by byte, as old programs of Windows write it: names of any bytes."""
    body, listing = b"", b""
    for name, data in members.items():
        total = zlib.crc32(data)
        common = struct.pack(
            "<HHHHHLLLHH", 20, flags, method, 0, 33, total, len(data), len(data), len(name), 0
        )
        listing += b"PK\x01\x02" + struct.pack("<H", 20) + common
        listing += struct.pack("<HHHLL", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + common + name + data
    end = struct.pack("<HHHHLLH", 0, 0, len(members), len(members), len(listing), len(body), 0)
    path.write_bytes(body + listing + b"PK\x05\x06" + end)
    return path


def test_subfolders_are_read_to_any_depth_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, "乙.txt", "2024/甲.txt", "2024/一季度/丙.txt", "2023/甲.txt", "a.txt")
    assert found(tmp_path) == [
        "2023/甲.txt",
        "2024/一季度/丙.txt",
        "2024/甲.txt",
        "a.txt",
        "乙.txt",
    ]


def test_reports_of_one_name_in_two_folders_are_two(tmp_path: Path) -> None:
    entries, _ = input_files(write(tmp_path, "2023/甲.txt", "2024/甲.txt", "甲.txt"), LIMITS)
    assert [read_entry(entry, LIMITS).report for entry in entries] == ["2023/甲", "2024/甲", "甲"]


@pytest.mark.parametrize(
    "junk",
    [
        "~$甲.docx",
        "Thumbs.db",
        "thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "._甲.txt",
        "~WRL0001.tmp",
        "sub/Thumbs.db",
        "sub/~$甲.docx",
        "__MACOSX/._甲.txt",
        ".git/HEAD",
        "@eaDir/甲.txt",
        "$RECYCLE.BIN/甲.txt",
        "System Volume Information/x",
    ],
)
def test_what_systems_and_programs_leave_passes_in_silence(tmp_path: Path, junk: str) -> None:
    assert found(write(tmp_path, "甲.txt", junk)) == ["甲.txt"]


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("某局.html", "某局_files"),
        ("某局.htm", "某局.files"),
        ("某局.HTM", "某局.files"),
        ("sub/某局.html", "sub/某局_files"),
        ("a.b.html", "a.b_files"),
        ("Index.html", "index_files"),
        ("某局.mht", "某局.files"),
    ],
)
def test_the_folder_of_a_saved_page_belongs_to_it(tmp_path: Path, page: str, folder: str) -> None:
    write(tmp_path, page, f"{folder}/a.js", f"{folder}/img/b.txt")
    assert found(tmp_path) == [page]


def test_a_folder_that_only_looks_like_a_saved_pages_is_read(tmp_path: Path) -> None:
    assert found(write(tmp_path, "甲_files/甲.txt", "乙.html")) == ["乙.html", "甲_files/甲.txt"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "big5"])
def test_a_zip_from_a_mail_is_read_like_a_folder(tmp_path: Path, encoding: str) -> None:
    names = ("報告/岳陽縣分局工作總結.txt", "報告/湘潭市工作總結.txt")
    raw_zip(tmp_path / "邮件.zip", {n.encode(encoding): REPORT.encode() for n in names})
    assert sorted(found(tmp_path)) == sorted(f"邮件.zip/{name}" for name in names)
    entries, _ = input_files(tmp_path, LIMITS)
    source = read_entry(entries[0], LIMITS)
    assert (source.report, source.text) == (f"邮件/{names[0][:-4]}", REPORT)


def test_a_zip_that_says_its_names_are_utf8_is_believed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ZIP", "w") as archive:
        archive.writestr("甲.txt", REPORT)
        archive.writestr("__MACOSX/._甲.txt", "x")
        archive.writestr("Thumbs.db", "x")
        archive.writestr("空/", "")
    assert found(tmp_path) == ["a.ZIP/甲.txt"]


def test_backslashes_in_a_zip_are_folders(tmp_path: Path) -> None:
    raw_zip(tmp_path / "a.zip", {"报告\\甲.txt".encode("gbk"): REPORT.encode()})
    assert found(tmp_path) == ["a.zip/报告/甲.txt"]


def test_two_files_of_one_name_in_a_zip_are_both_there(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("甲?.txt", "甲*.txt", "b/"):
            archive.writestr(name, REPORT)
    assert found(tmp_path) == ["a.zip/甲_.txt", "a.zip/甲_（2）.txt"]


@pytest.mark.parametrize("name", ["a.zip", "甲.txt"])
def test_error_of_a_file_for_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(NothingToBuild, match="是文件，不是文件夹"):
        input_files(write(tmp_path, name) / name, LIMITS)


def test_a_word_file_named_zip_is_still_a_word_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert found(tmp_path) == ["a.zip"]


@pytest.mark.parametrize(
    "name", ["../甲.txt", "/etc/甲.txt", "a/../../甲.txt", "x" * 1001, "", "."]
)
def test_error_of_a_path_that_leads_out_of_a_zip(tmp_path: Path, name: str) -> None:
    raw_zip(tmp_path / "a.zip", {name.encode(): REPORT.encode(), b"b.txt": REPORT.encode()})
    entries, refused = input_files(tmp_path, LIMITS)
    assert [entry.name for entry in entries] == ["a.zip/b.txt"]
    assert [item.reason for item in refused] == ["在压缩包里的路径不正常"]


def test_error_of_a_zip_with_nothing_in_it(tmp_path: Path) -> None:
    raw_zip(tmp_path / "a.zip", {})
    raw_zip(tmp_path / "b.zip", {b"Thumbs.db": b"x"})
    assert refusals(tmp_path) == {"a.zip": "压缩包里没有文件", "b.zip": "压缩包里没有文件"}


def test_error_of_a_locked_zip(tmp_path: Path) -> None:
    raw_zip(tmp_path / "a.zip", {b"a.txt": b"x" * 40}, flags=1)
    assert refusals(tmp_path) == {"a.zip": "压缩包加了密码，打不开"}


def test_error_of_a_zip_beyond_limits(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(21):
            archive.writestr(f"{number}.txt", bytes(1_000_000))
    raw_zip(tmp_path / "many.zip", {b"%050d" % number: b"" for number in range(25_000)})
    assert refusals(tmp_path) == {
        "bomb.zip": "压缩包解压后超过上限 20 MB，疑为压缩炸弹",
        "many.zip": "压缩包太大，或里面的文件太多",
    }


def test_error_of_damaged_files_in_a_zip_names_each_and_keeps_the_others(tmp_path: Path) -> None:
    path = raw_zip(tmp_path / "a.zip", {b"a.txt": REPORT.encode(), b"b.txt": REPORT.encode()})
    path.write_bytes(path.read_bytes().replace(REPORT.encode(), b"x" * len(REPORT.encode()), 1))
    assert refusals(tmp_path) == {"a.zip/a.txt": "在压缩包里已损坏"}


@pytest.mark.parametrize("method", [99, 14])
def test_error_of_an_unknown_packing(tmp_path: Path, method: int) -> None:
    raw_zip(tmp_path / "a.zip", {b"a.txt": REPORT.encode()}, method=method)
    assert refusals(tmp_path) == {"a.zip/a.txt": "在压缩包里已损坏"}


def test_error_of_a_zip_in_a_zip(tmp_path: Path) -> None:
    inner = raw_zip(tmp_path / "inner", {b"a.txt": REPORT.encode()}).read_bytes()
    (tmp_path / "inner").unlink()
    raw_zip(tmp_path / "a.zip", {b"b.zip": inner})
    assert refusals(tmp_path) == {"a.zip/b.zip": "是压缩包，里面没有 Word 正文"}


def test_error_of_a_cut_zip(tmp_path: Path) -> None:
    path = raw_zip(tmp_path / "a.zip", {b"a.txt": REPORT.encode()})
    path.write_bytes(path.read_bytes()[:-30])
    assert refusals(tmp_path) == {"a.zip": "压缩包结构已损坏，打不开"}


@pytest.mark.parametrize("target", [".", "..", "/etc", "sub"])
def test_error_of_a_link_to_a_folder(tmp_path: Path, target: str) -> None:
    write(tmp_path, "sub/甲.txt")
    (tmp_path / "link").symlink_to(target)
    assert refusals(tmp_path) == {"link": "是指向文件夹的链接，不予读取"}


def test_error_of_a_link_out_of_the_folder_in_a_subfolder(tmp_path: Path) -> None:
    write(tmp_path, "out.txt", "in/甲.txt", "in/sub/乙.txt")
    (tmp_path / "in/sub/a.txt").symlink_to("../../out.txt")
    (tmp_path / "in/sub/b.zip").symlink_to("../../out.txt")
    assert refusals(tmp_path / "in") == {
        "sub/a.txt": "是指向输入文件夹之外的链接，不予读取",
        "sub/b.zip": "是指向输入文件夹之外的链接，不予读取",
    }


def test_error_of_a_pipe_anywhere(tmp_path: Path) -> None:
    write(tmp_path, "sub/甲.txt")
    for name in ("a.txt", "sub/b.txt", "c.zip"):
        os.mkfifo(tmp_path / name)
    assert set(refusals(tmp_path).values()) == {"不是普通文件，不予读取"}
    assert len(refusals(tmp_path)) == 3


@pytest.mark.parametrize("name", ["corrections.toml", "briefing.toml"])
def test_error_of_a_pipe_for_settings_does_not_wait(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(TomlError, match=f"^{name}: 不是普通文件，不予读取"):
        read_corrections(tmp_path / name)


def test_error_of_corrections_that_would_be_overlooked(tmp_path: Path) -> None:
    write(tmp_path, "corrections.toml", "2024/corrections.toml", "2024/甲.txt")
    assert refusals(tmp_path) == {"2024/corrections.toml": "更正文件只在输入文件夹的最上层起作用"}


def test_the_corrections_file_may_be_named_in_capitals(tmp_path: Path) -> None:
    write(tmp_path, "甲.txt", "Corrections.TOML")
    assert found(tmp_path) == ["甲.txt"]
    assert corrections_file(tmp_path) == tmp_path / "Corrections.TOML"


def test_without_corrections_the_file_would_have_the_plain_name(tmp_path: Path) -> None:
    assert corrections_file(tmp_path) == tmp_path / "corrections.toml"


def test_error_of_two_corrections_files(tmp_path: Path) -> None:
    write(tmp_path, "corrections.toml", "Corrections.toml")
    with pytest.raises(TomlError) as caught:
        corrections_file(tmp_path)
    assert str(caught.value) == (
        "corrections.toml: 有几个只差大小写的更正文件："
        "Corrections.toml、corrections.toml。请只留一个。"
    )


def test_error_of_copies_of_the_corrections(tmp_path: Path) -> None:
    write(tmp_path, "corrections - 副本.toml", "Corrections.toml.txt", "2024/corrections (1).toml")
    write(tmp_path, "corrections.toml", "甲.txt")
    assert refusals(tmp_path) == {
        "2024/corrections (1).toml": "像是更正文件的副本，没有起作用",
        "Corrections.toml.txt": "更正文件的名字后面多了 .txt，没有起作用",
        "corrections - 副本.toml": "像是更正文件的副本，没有起作用",
    }


def test_error_of_an_earlier_briefing_among_the_reports(tmp_path: Path) -> None:
    write(tmp_path, "甲.txt", "简报/text/甲.txt")
    (tmp_path / "简报/manifest.json").write_text(
        '{"builder": "1", "inputs": {}, "outputs": {}}', encoding="utf-8"
    )
    assert refusals(tmp_path) == {"简报": "是以前生成的简报，不予读取"}


def test_error_of_a_folder_of_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    with pytest.raises(NothingToBuild, match="文件夹是空的"):
        input_files(tmp_path, LIMITS)


@pytest.mark.parametrize("suffix", [".txt", ".md", "", ".t"])
def test_a_name_of_255_bytes_has_a_text_that_can_be_kept(tmp_path: Path, suffix: str) -> None:
    letters = (255 - len(suffix)) // 3
    name = "长" * letters + "x" * (255 - len(suffix) - 3 * letters) + suffix
    entries, _ = input_files(write(tmp_path, name, f"{'夹' * 85}/{name}"), LIMITS)
    reports = {read_entry(entry, LIMITS).report for entry in entries}
    assert len(reports) == 2
    for report in reports:
        (tmp_path / "text" / f"{report}.txt").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "text" / f"{report}.txt").touch()


def test_long_names_that_begin_alike_stay_apart(tmp_path: Path) -> None:
    names = [f"{'a' * 251}{number}.md" for number in range(3)]
    entries, _ = input_files(write(tmp_path, *names), LIMITS)
    assert len({entry.report for entry in entries}) == 3


def test_a_folder_named_like_a_text_takes_no_texts_place(tmp_path: Path) -> None:
    entries, _ = input_files(write(tmp_path, "a.txt/b.md", "a.md"), LIMITS)
    assert [entry.report for entry in entries] == ["a", "a.txt_/b"]


@pytest.mark.parametrize("name", ["a\x1b[31m/甲.txt", "a\u202e/甲.txt", os.fsdecode(b"\xff/a.txt")])
def test_error_of_unprintable_names_of_folders(tmp_path: Path, name: str) -> None:
    (entry,), _ = input_files(write(tmp_path, name), LIMITS)
    with pytest.raises(Unreadable, match="文件名含有控制字符") as caught:
        read_entry(entry, LIMITS)
    assert "\x1b" not in str(caught.value)
    assert "\ufffd" in str(caught.value)


def test_a_hundred_folders_deep_is_read(tmp_path: Path) -> None:
    name = "/".join(["d" * 12] * 100) + "/甲.txt"
    entries, _ = input_files(write(tmp_path, name), LIMITS)
    assert read_entry(entries[0], LIMITS).report.startswith("甲…")
