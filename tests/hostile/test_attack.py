"""What an attack found that knew none of the rules: odd places, links, names and surroundings."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import briefing
from builder.config import Limits, read_config
from builder.pipeline.inputs import NothingToBuild, input_files
from builder.pipeline.publish import OutputError, staged_output
from builder.read import Entry, archive_entries
from builder.render.folder import TemplateError, checked_templates
from builder.review import read_corrections
from builder.toml_file import TomlError
from tests.goldfacts import ROOT

LONG = "a" * 5_000
REPORT = (
    "云溪县生态环境局2024年工作总结\n一、工作成效\nPM2.5平均浓度31微克/立方米。\n"
    "二、存在问题\n断面超标。\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments])


def built(folder: Path, **around: str) -> subprocess.CompletedProcess[str]:
    command = ["build", "--formats", "html", "--output", str(folder / "output")]
    return subprocess.run(
        [sys.executable, "-m", "builder", *command, "--input", str(folder / "seeds")],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | around,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


# --- facts written onto a report -----------------------------------------------------------------


@pytest.mark.parametrize("way", ["itself", "by a link", "by a second name"])
def test_error_facts_are_never_written_onto_a_report(reports: Path, way: str) -> None:
    report, target = reports / "a.txt", reports / "a.txt"
    if way != "itself":
        target = reports / "other.jsonl"
        (target.symlink_to if way == "by a link" else target.hardlink_to)(report)
    result = run("extract", report, "-o", target)
    assert (result.exit_code, result.output) == (
        1,
        f"{target}：是要读的报告 {report} 本身，没有改动。请用 -o 写到别处。\n",
    )
    assert report.read_text(encoding="utf-8") == REPORT


def test_error_facts_are_never_written_onto_a_report_of_a_folder(reports: Path) -> None:
    target = next(iter(sorted(reports.iterdir())))
    before = target.read_bytes()
    result = run("extract", reports, "-o", target)
    assert (result.exit_code, result.output) == (
        1,
        f"{target}：是要读的报告 {target} 本身，没有改动。请用 -o 写到别处。\n",
    )
    assert target.read_bytes() == before
    assert not target.with_name(f".{target.name}.lock").exists()


def test_what_an_earlier_run_wrote_among_the_reports_is_no_report(reports: Path) -> None:
    target = reports / "facts.jsonl"
    assert run("extract", reports, "-o", target).exit_code == 0
    first = target.read_bytes()
    assert run("extract", reports, "-o", target).exit_code == 0
    assert target.read_bytes() == first


# --- what stands in the output folder and beside it ----------------------------------------------


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def long_names(path: Path) -> None:
    path.write_text(f'{{"outputs": {{"{LONG}": "x"}}}}', encoding="utf-8")


@pytest.mark.parametrize("make", [pipe, endless, long_names, Path.mkdir])
def test_a_manifest_that_is_none_stops_nothing(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    make(output / "manifest.json")
    with staged_output(output) as stage:
        assert dict(stage.earlier) == {}
        (stage.folder / "manifest.json").write_text('{"outputs": {}}', encoding="utf-8")
    assert (output / "manifest.json").read_text(encoding="utf-8") == '{"outputs": {}}'
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("make", [pipe, endless])
def test_a_folder_of_reports_with_such_a_manifest_is_read(
    reports: Path, make: Callable[[Path], None]
) -> None:
    (reports / "2024").mkdir()
    make(reports / "2024" / "manifest.json")
    (reports / "2024" / "b.txt").write_text(REPORT, encoding="utf-8")
    found, _ = input_files(reports, Limits())
    assert [entry.name for entry in found] == ["2024/b.txt", "2024/manifest.json", "a.txt"]


def folder(path: Path) -> None:
    path.mkdir()


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def dangling(path: Path) -> None:
    path.symlink_to("not/there")


def precious(path: Path) -> None:
    (path.parent / "mine.txt").write_text("mine", encoding="utf-8")
    path.symlink_to("mine.txt")


@pytest.mark.parametrize("make", [folder, loop, dangling, precious])
def test_error_the_name_of_the_lock_is_taken(tmp_path: Path, make: Callable[[Path], None]) -> None:
    place, output = tmp_path / ".output.lock", tmp_path / "output"
    make(place)
    with pytest.raises(OutputError) as caught, staged_output(output):
        pass
    said = f"{output}：{place} 不是锁文件，构建要用这个名字。请把它移走。"
    assert str(caught.value) == said
    assert os.path.lexists(place)
    if make is precious:
        assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


# --- settings and corrections --------------------------------------------------------------------


@pytest.mark.parametrize("make", [loop, dangling])
def test_error_settings_behind_a_broken_link_are_not_passed_over(
    reports: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None]
) -> None:
    monkeypatch.chdir(reports.parent)
    make(reports.parent / "briefing.toml")
    result = run("findings", "--input", reports)
    assert result.exit_code == 1
    said = "briefing.toml: 链接指向的文件不在了。请改好链接，或把它移走。"
    assert str(result.exception) == said


@pytest.mark.parametrize("make", [loop, dangling])
def test_error_corrections_behind_a_broken_link_are_not_passed_over(
    reports: Path, make: Callable[[Path], None]
) -> None:
    make(reports / "corrections.toml")
    with pytest.raises(TomlError) as caught:
        read_corrections(reports / "corrections.toml")
    said = "corrections.toml: 链接指向的文件不在了。请改好链接，或把它移走。"
    assert str(caught.value) == said


SETTINGS = {
    "copies = true": "copies: 应为整数（现为 true）",
    'copies = "3"': 'copies: 应为整数（现为 "3"）',
    "copies = 1.0": "copies: 应为整数（现为 1.0）",
    "limits.seconds = true": "limits.seconds: 应为整数（现为 true）",
    'parts = ["findings", "findings"]': "parts: findings 写了两次，只能印一次",
    'fonts.latin = "  "': "fonts.latin: 字体名是空的，请照 Word 字体列表里的名字写",
    f'order = ["{LONG}"]': f'order[1]: 最多 500 个字（现为 "{LONG[:40]}…"）',
    f'findings.pin = ["{LONG}"]': f'findings.pin[1]: 最多 500 个字（现为 "{LONG[:40]}…"）',
    'order = ["a\\u001b"]': "order[1]: 含有不能印出的控制字符 U+001B，请删去",
    'title = "\\ud800"': "第 1 行第 16 列：反斜杠后面的写法不对；文字里要有反斜杠，请改用单引号。",
    "#" * 5_000_001: "超过 5 MB，不是正常的文件。",
}


@pytest.mark.parametrize(("words", "said"), SETTINGS.items(), ids=lambda words: words[:24])
def test_error_of_a_setting(words: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "briefing.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(TomlError) as caught:
        read_config(path)
    assert str(caught.value) == f"briefing.toml: {said}"


# --- names that no system takes, and places where nothing can be made ----------------------------


def test_error_templates_of_a_name_too_long() -> None:
    with pytest.raises(TemplateError) as caught:
        checked_templates(Path(LONG))
    assert str(caught.value) == f"{LONG}：打不开：File name too long。"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (LONG, "打不开：File name too long。请检查名字和权限。"),
        ("/dev/null", "是文件，不是文件夹。请用 --input 指定放报告的文件夹，压缩包也放在里面。"),
        ("not/there", "没有这个文件夹。请用 --input 指定放报告的文件夹。"),
    ],
)
def test_error_of_an_input_folder(place: str, said: str) -> None:
    with pytest.raises(NothingToBuild) as caught:
        input_files(Path(place), Limits())
    assert str(caught.value) == f"{place}：{said}"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("dangling", "File exists"),
        ("file/x", "Not a directory"),
        ("a" * 300, "File name too long"),
    ],
)
def test_error_a_folder_to_begin_with_that_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dangling").symlink_to("not/there")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    result = run("init", place)
    wanted = (1, f"{place}：建不了：{said}。请换一个文件夹。\n")
    assert (result.exit_code, result.output) == wanted
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


# --- archives ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK])
def test_error_what_is_no_file_in_an_archive(tmp_path: Path, kind: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        member = zipfile.ZipInfo("link.txt")
        member.create_system, member.external_attr = 3, (kind | 0o777) << 16
        archive.writestr(member, "/etc/passwd")
    (tmp_path / "z.zip").write_bytes(made.getvalue())
    (found,) = archive_entries(Entry.of(tmp_path / "z.zip"), Limits()) or ()
    assert str(found) == (
        "z.zip/link.txt：在压缩包里不是文件本身，而是链接之类。请解压后把里面的报告放入输入文件夹。"
    )


# --- what is around the program ------------------------------------------------------------------


@pytest.mark.parametrize("zone", [":/etc/passwd", "/dev/zero", "a" * 300])
def test_an_odd_time_zone_stops_nothing(reports: Path, zone: str) -> None:
    ended = built(reports.parent, TZ=zone)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_error_a_part_of_the_program_cannot_be_loaded(reports: Path) -> None:
    (reports.parent / "altair.py").write_text("raise ImportError('damaged')", encoding="utf-8")
    ended = built(reports.parent, PYTHONPATH=f"{reports.parent}{os.pathsep}{ROOT}")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == (
        "程序的部件载入不了：ImportError: damaged\n"
        "请照 README 重新安装，运行时不要用 python -OO；加 --debug 可看到全部内容。\n"
    )


LIMITS = {
    "import resource as r; r.setrlimit(r.RLIMIT_NOFILE, (8, 8))": (
        "打开的文件太多，系统不再允许。请关闭别的程序，或用 ulimit -n 调大上限。"
    ),
    "import os, tempfile; p = tempfile.mkdtemp(); os.chdir(p); os.rmdir(p)": (
        "当前的文件夹已经不在了。请先进入一个存在的文件夹，再运行一次。"
    ),
    "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (50_000, 50_000))": (
        "排版 PDF 时写不了临时文件：File too large。请腾出空间，或让 TMPDIR 指向别处。"
    ),
}


@pytest.mark.parametrize("before", LIMITS, ids=["files", "folder", "size"])
def test_error_of_what_is_around(reports: Path, before: str) -> None:
    program = f"{before}\nfrom builder.__main__ import main\nmain()"
    command = ["build", "--output", "o", "--input", "seeds"]
    ended = subprocess.run(
        [sys.executable, "-c", program, *command],
        cwd=reports.parent,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stderr.strip()) == (1, LIMITS[before])
    assert not (reports.parent / "o").exists()
