from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.__main__ import main
from builder.cli import briefing
from builder.config import read_config
from tests.goldfacts import ROOT

SEEDS = ROOT / "seeds"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefing, [str(argument) for argument in arguments])


def failure(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> None:
    monkeypatch.setattr("sys.argv", ["briefing", *map(str, arguments)])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 1


def test_wrong_arguments_end_with_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["briefing", "build", "--nothing"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert "--nothing" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("after", [0.4, 0.8, 1.2])
def test_an_interruption_ends_at_once_in_one_line(tmp_path: Path, after: float) -> None:
    command = [sys.executable, "-m", "builder", "build", "--output", str(tmp_path / "output")]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What runs the tests in the background may have interruptions ignored, and hand that on.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    start = time.monotonic()
    _, said = process.communicate(timeout=20)
    assert time.monotonic() - start < 5
    assert process.returncode == 130
    assert said.strip() == "已中断；上一次的输出没有动。"
    assert not (tmp_path / "output").exists()


def test_help_names_every_command() -> None:
    listed = run("--help").output
    for command in ("build", "check-templates", "doctor", "explain", "extract", "init", "review"):
        assert f"\n  {command} " in listed


def test_build_says_what_it_made(tmp_path: Path) -> None:
    output = tmp_path / "output"
    result = run("build", "--input", SEEDS, "--output", output, "--formats", "html,xlsx")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == f"已生成 {output}（5 份报告）"
    assert [line.split("（")[0] for line in lines[1:3]] == ["  briefing.html", "  briefing.xlsx"]
    assert "  数据质量：" in result.output
    assert "  数字：未归入表格 " in result.output


def test_strict_fails_where_a_report_was_left_out(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "empty.txt").touch()
    (reports / "yueyang.txt").write_bytes((SEEDS / "yueyang-county-2024.txt").read_bytes())
    arguments = ("build", "--input", reports, "--output", tmp_path / "o", "--formats", "html")
    lenient, strict = run(*arguments), run(*arguments, "--strict")
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert "  没有并入 empty.txt：" in lenient.output


def test_error_unknown_format() -> None:
    result = run("build", "--formats", "docx,odt")
    assert result.exit_code == 2
    assert "没有格式 odt；可用：docx,pdf,html,xlsx" in result.output


def test_error_empty_folder_is_one_line_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failure(monkeypatch, "build", "--input", tmp_path, "--output", tmp_path / "output")
    assert capsys.readouterr().err == (
        f"{tmp_path}：文件夹是空的。请放入至少一份报告（txt、html、docx、pdf）再运行。\n"
    )


def test_error_configuration_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "briefing.toml"
    config.write_text('titel = "x"', encoding="utf-8")
    failure(monkeypatch, "build", "--config", config, "--input", SEEDS)
    assert capsys.readouterr().err == "briefing.toml: titel: 没有这个键。是不是想写 title？\n"


def test_extract_writes_the_facts_file(tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    seed = SEEDS / "ganzhou-2024.txt"
    assert run("extract", seed, "-o", target).exit_code == 0
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert {row["report"] for row in rows} == {"ganzhou-2024"}
    assert rows[0]["kind"] == "report"


def test_error_extract_names_what_it_could_not_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run("extract", empty, "-o", tmp_path / "facts.jsonl")
    assert result.exit_code == 1
    assert "没有读取 empty.txt：" in result.output
    assert "没有一份报告可用。" in result.output


def test_explain_shows_text_rules_and_coverage() -> None:
    result = run("explain", SEEDS / "yueyang-county-2024.txt")
    assert result.exit_code == 0
    assert "2024年,我县空气质量综合指数3.22" in result.output.replace("\n", "")
    assert "全文数字 " in result.output
    assert "未读懂" in result.output


def test_init_makes_a_folder_that_the_build_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "简报"
    assert run("init", folder).exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "README.md",
        "briefing.toml",
        "seeds",
        "templates",
    ]
    assert read_config(folder / "briefing.toml").templates == "templates"
    report = SEEDS / "yueyang-county-2024.txt"
    (folder / "seeds" / report.name).write_bytes(report.read_bytes())
    monkeypatch.chdir(folder)
    (folder / "templates" / "briefing.css").write_text("/* 本处的版式 */", encoding="utf-8")
    assert run("build", "--formats", "html").exit_code == 0
    assert "/* 本处的版式 */" in (folder / "output" / "briefing.html").read_text(encoding="utf-8")


def test_error_init_leaves_a_full_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert "文件夹不是空的" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_review_writes_a_file_whose_entries_are_all_commented_out(tmp_path: Path) -> None:
    target = tmp_path / "corrections.toml"
    assert run("review", "--input", SEEDS, "-o", target).exit_code == 0
    text = target.read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}
    assert text.count("[[correction]]") > 300


def test_error_review_overwrites_nothing(tmp_path: Path) -> None:
    target = tmp_path / "corrections.toml"
    target.write_text("mine", encoding="utf-8")
    assert run("review", "--input", SEEDS, "-o", target).exit_code == 1
    assert target.read_text(encoding="utf-8") == "mine"
