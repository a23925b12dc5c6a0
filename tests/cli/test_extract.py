from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from builder.cli import briefing
from builder.cli.extract import _Lines, _progress
from tests.goldfacts import ROOT

SEEDS = ROOT / "seeds"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(briefing, ["extract", *map(str, arguments)])


def test_a_folder_is_extracted_and_the_next_run_has_nothing_to_do(tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    first, second = run(SEEDS, "-o", target), run(SEEDS, "-o", target)
    assert first.output.startswith(f"已写入 {target}：新提取 5 份报告、")
    assert second.output.startswith(
        f"已写入 {target}：新提取 0 份报告、0 条事实，没有变化的 5 份没有重读，用时 "
    )
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["report"] for row in rows if row["kind"] == "report"] == sorted(
        path.stem for path in SEEDS.glob("*.txt")
    )


def test_a_pattern_chooses_files(tmp_path: Path) -> None:
    result = run(SEEDS, "--glob", "*2024.txt", "-o", tmp_path / "f.jsonl", "--jobs", "1")
    assert "新提取 3 份报告、" in result.output


def test_refused_files_are_named_up_to_some(tmp_path: Path) -> None:
    for number in range(23):
        (tmp_path / f"{number:02}.txt").touch()
    result = run(tmp_path, SEEDS / "ganzhou-2024.txt", "-o", tmp_path / "facts.jsonl")
    assert result.exit_code == 0
    assert result.output.count("没有读取 ") == 21
    assert "没有读取的另有 3 份，原因都写在结果里。\n" in result.output
    assert "，没有读取 23 份，" in result.output


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("-o", "{tmp}"),
            1,
            "{tmp}：是文件夹。要写数据集请加 --format parquet，否则请写明文件名。\n",
        ),
        (
            ("-o", "{tmp}/mine.txt", "--format", "parquet"),
            1,
            "{tmp}/mine.txt：是文件。数据集是一个文件夹，请换一个名字。\n",
        ),
        (
            ("-o", "{tmp}/f", "--scheduler", "tcp://a:1"),
            2,
            "Error: --scheduler 要与 --engine dask 一起用。\n",
        ),
    ],
)
def test_error_where_nothing_can_be_written(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "mine.txt").touch()
    result = run(SEEDS, *(argument.format(tmp=tmp_path) for argument in arguments))
    assert (result.exit_code, result.output.endswith(said.format(tmp=tmp_path))) == (code, True)


def test_error_two_runs_do_not_write_one_target(tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    with FileLock(tmp_path / ".facts.jsonl.lock"):
        result = run(SEEDS, "-o", target)
    assert result.exit_code == 1
    assert result.output == (
        f"{target}：另一个 briefing extract 正在写它。请等它结束，或用 -o 写到别处。\n"
    )


def test_a_log_has_a_line_with_rate_and_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    moments = iter((0.0, 10.0, 50.0, 55.0))
    monkeypatch.setattr("builder.cli.extract.time.monotonic", lambda: next(moments))
    progress = _Lines()
    for done in (100, 500, 550):
        progress(done, 6_500)
    assert capsys.readouterr().err == "500/6500 份，每秒 10 份，还需 10 分钟\n"


def test_without_a_terminal_progress_is_a_log() -> None:
    with _progress() as shown:
        assert isinstance(shown, _Lines)


def test_the_help_teaches_by_examples() -> None:
    with click.Context(briefing.commands["extract"]) as context:
        said = briefing.commands["extract"].get_help(context)
    for words in ("--format parquet", "--glob '*.txt'", "--engine dask --scheduler tcp://"):
        assert words in said
    assert "再运行同一行就接着做" in said
