"""Every command on a desk that lacks what Windows lacks; `windows/sitecustomize.py` says what."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
from docx import Document
from pypdfium2 import PdfDocument

from builder.cli import briefing
from tests.goldfacts import ROOT

SEEDS = ROOT / "seeds"
DESK = Path(__file__).parent / "windows"
PATH = os.pathsep.join((str(DESK), str(ROOT)))
# What a Chinese Windows gives a program whose words go into a file.
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": PATH,
    "PYTHONIOENCODING": "gbk:strict",
    "PYTHONUTF8": "0",
}


@pytest.fixture(autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of the test's own: what says where a user's is looks for the system it runs on."""
    monkeypatch.setitem(ENVIRONMENT, "BRIEFING_CACHE", str(tmp_path_factory.mktemp("cache")))


COMMAND = (sys.executable, "-m", "builder")
# Every command of the program, with the test that runs it on such a desk.
COMMANDS = {
    "build": "test_build_takes_the_place_of_the_last_one_file_by_file",
    "check-templates": "test_check_templates",
    "desk": "test_desk_builds_corrects_and_ends",
    "doctor": "test_doctor_says_what_the_system_has_not",
    "explain": "test_explain_shows_a_question_mark_for_what_the_console_lacks",
    "extract": "test_extract_writes_utf_8_of_one_newline",
    "findings": "test_findings",
    "init": "test_init_writes_files_of_one_newline",
    "preview": "test_desk_builds_corrects_and_ends",
    "review": "test_review_lists_facts_and_writes_a_file_that_the_build_reads",
}


def run(*arguments: str | Path, folder: Path = ROOT, code: int = 0) -> tuple[str, str]:
    """What a command says on such a desk, on standard output and as errors."""
    found = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    said, errors = found.stdout.decode("gbk"), found.stderr.decode("gbk")
    assert found.returncode == code, errors
    return said, errors


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two short reports, of which one has a sign that GBK lacks, in a folder with a space."""
    folder = tmp_path / "我的 报告"
    folder.mkdir()
    for name in ("yueyang-county-2024.txt", "qianjiang-2024.txt"):
        shutil.copy(SEEDS / name, folder)
    other = folder / "qianjiang-2024.txt"
    other.write_text(other.read_text(encoding="utf-8") + "☑ 已公开\n", encoding="utf-8")
    return folder


def test_the_desk_lacks_what_windows_lacks(tmp_path: Path) -> None:
    script = (
        "import os, signal, ctypes\n"
        "for name in ('fcntl', 'resource', 'termios', 'pwd'):\n"
        "    try: __import__(name)\n"
        "    except ImportError: print(name)\n"
        "try: ctypes.CDLL(None)\n"
        "except TypeError: print('CDLL')\n"
        "print([n for n in ('killpg', 'fork', 'getuid', 'chown') if hasattr(os, n)])\n"
        "print([n for n in ('SIGKILL', 'SIGHUP', 'SIGXCPU') if hasattr(signal, n)])\n"
        "open('a.txt', 'w').write('好\\n')\n"
        "print(open('a.txt', 'rb').read())\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        check=True,
    )
    assert found.stdout.decode("gbk").splitlines() == [
        *("fcntl", "resource", "termios", "pwd", "CDLL", "[]", "[]"),
        repr("好\r\n".encode("gbk")),
    ]


def test_every_command_is_run_here() -> None:
    assert set(COMMANDS) == set(briefing.commands)
    assert [test for test in COMMANDS.values() if test not in globals()] == []


def test_own_words_of_a_code_page_are_read(tmp_path: Path, reports: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    text = '[[metrics]]\r\nid = "air.pm25"\r\nwords = ["细粒子"]\r\n'
    (tmp_path / "vocabulary" / "Metrics.toml").write_bytes(text.encode("gbk"))
    report = reports / "衡南县.txt"
    report.write_text("2024年工作总结\n全县细粒子浓度为33微克/立方米。\n", encoding="gbk")
    run("extract", report, "-o", "facts.jsonl", folder=tmp_path)
    facts = (tmp_path / "facts.jsonl").read_text(encoding="utf-8")
    assert '"metric": "air.pm25"' in facts


def test_help_and_version() -> None:
    assert "把一个文件夹里的生态环境工作报告" in run("--help")[0]


def test_init_writes_files_of_one_newline(tmp_path: Path) -> None:
    said, errors = run("init", "简报", folder=tmp_path)
    assert said.startswith("已新建 简报。")
    assert errors == ""
    for name in ("briefing.toml", "README.md"):
        assert b"\r" not in (tmp_path / "简报" / name).read_bytes()


def test_extract_writes_utf_8_of_one_newline(tmp_path: Path, reports: Path) -> None:
    target = tmp_path / "facts.jsonl"
    said, errors = run("extract", *sorted(reports.iterdir()), "-o", target, "--jobs", "2")
    assert said.startswith(f"已写入 {target}：新提取 2 份报告、")
    assert errors == ""
    assert b"\r" not in target.read_bytes()
    names = {json.loads(line)["report"] for line in target.read_text("utf-8").splitlines()}
    assert names == {"yueyang-county-2024", "qianjiang-2024"}


def test_explain_shows_a_question_mark_for_what_the_console_lacks(reports: Path) -> None:
    said, errors = run("explain", reports / "qianjiang-2024.txt")
    assert "? 已公开" in said
    assert errors == ""


def test_review_lists_facts_and_writes_a_file_that_the_build_reads(reports: Path) -> None:
    target = reports / "corrections.toml"
    said, _ = run("review", "--input", reports, "-o", target)
    assert said.startswith("最需要看一眼的 20 处")
    assert f"已写入 {target}。" in said
    assert b"\r" not in target.read_bytes()
    assert target.read_text(encoding="utf-8").startswith("# 更正表")


def test_check_templates() -> None:
    assert run("check-templates", "templates") == ("templates：模板没有错误。\n", "")


def test_findings(reports: Path) -> None:
    assert "岳阳县" in run("findings", "--input", reports)[0]


def test_doctor_says_what_the_system_has_not() -> None:
    said, _ = run("doctor")
    assert "进程的内存上限  没有（可选）　用于保护本机不被坏文件拖垮\n" in said


def test_build_takes_the_place_of_the_last_one_file_by_file(tmp_path: Path, reports: Path) -> None:
    output = tmp_path / "简报"
    arguments = (
        "build",
        "--input",
        reports,
        "--output",
        output,
        "--formats",
        "html",
        "--jobs",
        "2",
    )
    first, errors = run(*arguments)
    assert first.startswith(f"已生成 {output}（2 份报告）\n  briefing.html（")
    assert "  本系统不能限制读取一份报告所用的内存，只限制时间\n" in first
    assert errors == ""
    (reports / "qianjiang-2024.txt").unlink()
    assert run(*arguments)[0].startswith(f"已生成 {output}（1 份报告）")
    assert sorted(path.name for path in (output / "text").iterdir()) == ["yueyang-county-2024.txt"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    for name in ("facts.jsonl", "links.jsonl", "findings.jsonl", "manifest.json"):
        assert b"\r" not in (output / name).read_bytes()


@pytest.mark.slow
def test_build_in_every_format_with_a_word_report(tmp_path: Path, reports: Path) -> None:
    report = Document()
    for line in (SEEDS / "hengnan-2023.txt").read_text(encoding="utf-8").splitlines():
        report.add_paragraph(line)
    report.save(str(reports / "衡南县.docx"))
    output = tmp_path / "简报"
    said, errors = run("build", "--input", reports, "--output", output)
    assert errors == ""
    assert said.startswith(f"已生成 {output}（3 份报告）")
    assert [line.split("（")[0].strip() for line in said.splitlines()[1:5]] == [
        f"briefing.{suffix}" for suffix in ("docx", "pdf", "html", "xlsx")
    ]
    assert len(PdfDocument(output / "briefing.pdf")) > 5


@pytest.mark.slow
@pytest.mark.parametrize("command", ["desk", "preview"])
def test_desk_builds_corrects_and_ends(command: str, tmp_path: Path, reports: Path) -> None:
    output = tmp_path / "简报"
    process = subprocess.Popen(
        [*COMMAND, command, "--no-browser", "--input", str(reports), "--output", str(output)],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline().decode("gbk")
        found = re.fullmatch(
            r"简报工作台：(http://127\.0\.0\.1:\d+)(/\?token=\S+)　（Ctrl-C 结束）\s*", said
        )
        assert found is not None, said
        base = found[1]
        with httpx2.Client(
            base_url=base, headers={"Origin": base}, follow_redirects=True
        ) as client:
            assert client.get(found[2]).status_code == 200
            state = _wait(client, lambda state: state["result"] is not None)
            assert state["result"]["reports"] == 2
            assert "briefing.docx" in state["result"]["files"]
            fact = {"action": "drop", "fact": "yueyang-county-2024:1171"}
            sent = fact | {"reason": "重复", "who": "张三"}
            assert client.post("/api/corrections", json=sent).status_code == 200
            _wait(client, lambda state: state["snapshot"] > 1 and not state["building"])
            corrections = client.get("/api/snapshot").json()["corrections"]
            assert [one["state"] for one in corrections] == ["applied"]
            assert b"\r" not in (reports / "corrections.toml").read_bytes()
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=60)
    assert errors.decode("gbk").strip() == "已中断；上一次的输出没有动。"


def _wait(client: httpx2.Client, good: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The first good state that the desk tells within two minutes."""
    with client.stream("GET", "/api/events", timeout=120) as events:
        for line in events.iter_lines():
            if line.startswith("data: {") and good(state := json.loads(line[6:])):
                return dict(state)
    pytest.fail("the desk ended")
