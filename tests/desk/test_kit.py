"""The offline kit: what is in it for each system, and its way to a briefing without network."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.goldfacts import ROOT
from tools.kit.archive import archive
from tools.kit.contents import contents
from tools.kit.platforms import PLATFORMS

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
NAMES = (
    "briefing_builder-0.2.0-py3-none-any.whl",
    "lxml-6-cp313-cp313-win_amd64.whl",
    "pip-26.0-py3-none-any.whl",
)
# A namespace of its own has no network, not even an address of this machine.
ALONE = ("unshare", "-rn")
OWN = """
[[metrics]]
id = "air.dustfall"
name = "降尘量"
unit = "吨"
theme = "air"
scope = "air"
compares = "by_place"
words = ["降尘量"]
"""


@pytest.fixture
def wheels(tmp_path: Path) -> list[Path]:
    """Files that have the names of wheels."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes(name.encode())
    return sorted(folder.iterdir())


def kit(platform: str, wheels: list[Path], *pythons: str) -> dict[str, bytes]:
    """The files of a kit without its folder."""
    made = contents(ROOT, PLATFORMS[platform], pythons or ("3.13",), wheels)
    folder = f"briefing-kit-0.2.0-{platform}/"
    assert all(name.startswith(folder) for name in made)
    return {name.removeprefix(folder): data for name, data in made.items()}


def made_kit(target: Path, platform: str, python: str) -> Path:
    """The zip that `nox -s kit` makes."""
    command = [sys.executable, "-m", "tools.kit", "--platform", platform, "--python", python]
    subprocess.run([*command, "--output", str(target)], cwd=ROOT, check=True, capture_output=True)
    (made,) = target.iterdir()
    return made


def test_what_is_in_a_kit(wheels: list[Path]) -> None:
    files = kit("win_amd64", wheels)
    pages = {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    assert set(files) == {
        *("README.txt", "SHA256SUMS.txt", "briefing.toml", "reports/", "start.cmd"),
        *(f"wheels/{name}" for name in NAMES),
        *pages,
    }
    lines = files["SHA256SUMS.txt"].decode().splitlines()
    assert lines == [
        f"{hashlib.sha256(data).hexdigest()}  {name}"
        for name, data in files.items()
        if name not in {"SHA256SUMS.txt", "reports/"}
    ]


def test_windows_reads_script_and_page_in_any_code_page(wheels: list[Path]) -> None:
    files = kit("win_amd64", wheels, "3.12", "3.13")
    script = files["start.cmd"]
    assert script.isascii()
    for name in ("start.cmd", "README.txt", "briefing.toml"):
        assert files[name].count(b"\n") == files[name].count(b"\r\n") > 20
    page = files["README.txt"].decode("utf-8-sig")
    assert page.encode("gbk").decode("gbk") == page
    assert "Windows 10 以上（64 位），Python 3.12、3.13。" in page
    assert r"start.cmd explain reports\某报告.txt" in page
    lines = script.decode().split("\r\n")
    assert 'for %%P in ("py -3.13" "py -3.12" "python" "python3") do (' in lines
    assert r'set "PYTHONPATH=%ROOT%wheels\pip-26.0-py3-none-any.whl"' in lines


@pytest.mark.parametrize("platform", sorted(PLATFORMS))
def test_nothing_is_left_to_be_filled_in(wheels: list[Path], platform: str) -> None:
    files = kit(platform, wheels)
    script = files[PLATFORMS[platform].script].decode()
    assert re.findall(r"@[A-Z]+@|\{\w+\}", script + files["README.txt"].decode()) == []
    if platform != "win_amd64":
        assert b"\r" not in files["start.sh"] + files["README.txt"]
        shell = subprocess.run(["/bin/sh", "-n"], input=files["start.sh"], check=False)
        assert shell.returncode == 0


def test_a_file_that_is_to_be_taken_along_stands_beside_the_script(
    wheels: list[Path], tmp_path: Path
) -> None:
    installer = tmp_path / "python-3.13.9-amd64.exe"
    installer.write_bytes(b"MZ")
    files = contents(ROOT, PLATFORMS["win_amd64"], ("3.13",), wheels, [installer])
    assert files["briefing-kit-0.2.0-win_amd64/python-3.13.9-amd64.exe"] == b"MZ"


def test_the_same_files_are_the_same_zip(wheels: list[Path], tmp_path: Path) -> None:
    files = contents(ROOT, PLATFORMS["manylinux_x86_64"], ("3.13",), wheels)
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    archive(one, files)
    archive(other, files)
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        script = book.getinfo("briefing-kit-0.2.0-manylinux_x86_64/start.sh")
        assert script.external_attr >> 16 == 0o100755


def test_the_script_names_the_python_that_is_missing(wheels: list[Path], tmp_path: Path) -> None:
    script = tmp_path / "start.sh"
    script.write_bytes(kit("manylinux_x86_64", wheels, "3.99")["start.sh"])
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "dirname").symlink_to(shutil.which("dirname") or "")
    done = subprocess.run(
        ["/bin/sh", str(script)], env={"PATH": str(tools)}, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.decode() == "需要 Python 3.99，本机没有找到。见 README.txt。\n"


@pytest.mark.slow
def test_every_wheel_of_windows_runs_there(tmp_path: Path) -> None:
    with zipfile.ZipFile(made_kit(tmp_path / "dist", "win_amd64", "3.13")) as book:
        names = [name.split("/")[-1] for name in book.namelist() if name.endswith(".whl")]
    ends = {name.removesuffix(".whl").split("-")[-1] for name in names}
    assert ends == {"any", "win_amd64"}
    tags = {name.split("-")[-3] for name in names if name.endswith("-win_amd64.whl")}
    assert {tag for tag in tags if tag not in {"py3", "cp313"}} <= {
        f"cp3{minor}" for minor in range(14)
    }
    packages = {name.split("-")[0].lower() for name in names}
    assert {
        *("briefing_builder", "pip", "lxml", "numpy", "pandas", "tzdata", "uharfbuzz"),
        *("vl_convert_python", "weasyprint", "pydantic_core"),
    } <= packages


@pytest.mark.slow
def test_from_zip_to_briefing_without_network(tmp_path: Path) -> None:
    if subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system gives no namespace without network")
    zipped = made_kit(tmp_path / "dist", "manylinux_x86_64", VERSION)
    again = made_kit(tmp_path / "again", "manylinux_x86_64", VERSION)
    assert zipped.read_bytes() == again.read_bytes()
    desk = tmp_path / "我的 文档"
    with zipfile.ZipFile(zipped) as book:
        book.extractall(desk)
    (folder,) = desk.iterdir()
    for name in ("yueyang-county-2024.txt", "hengnan-2023.txt"):
        shutil.copy(ROOT / "seeds" / name, folder / "reports")
    report = "昆山市生态环境局2024年工作总结\n\n一、完成情况\n全市降尘量为4.2吨。\n"
    (folder / "reports" / "kunshan.txt").write_text(report, encoding="utf-8")
    (folder / "vocabulary").mkdir()
    (folder / "vocabulary" / "metrics.toml").write_text(OWN, encoding="utf-8")
    python = Path(os.path.realpath(sys.executable)).parent
    environment = {"PATH": f"{python}:/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    done = subprocess.run(
        [*ALONE, "sh", "start.sh", "build", "--input", "reports", "--output", "output"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("已生成 output（3 份报告）\n  briefing.docx（")
    assert '"metric": "air.dustfall"' in (folder / "output" / "facts.jsonl").read_text("utf-8")
