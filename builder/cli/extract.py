"""`briefing extract`: the facts alone."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.messages import fail
from builder.cli.terminal import tell
from builder.config import Config
from builder.facts_file import facts_jsonl
from builder.pipeline.extracting import extracted_reports
from builder.pipeline.faults import checked_reports
from builder.read import Entry


@click.command("extract")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="写入的 JSONL 文件，一行一条事实。",
)
@click.option(
    "--jobs", type=click.IntRange(1), default=1, show_default=True, help="同时读取几份报告。"
)
def extract_command(paths: tuple[Path, ...], target: Path, jobs: int) -> None:
    """只提取事实：每条一行 JSON，按报告和位置排序。"""
    extractions, refused = extracted_reports(map(Entry.of, paths), Config().limits, jobs)
    extractions, failed = checked_reports(extractions)
    for item in refused + failed:
        tell(f"没有读取 {item}", error=True)
    if not extractions:
        fail("没有一份报告可用。")
    try:
        target.write_text(facts_jsonl(extractions), encoding="utf-8")
    except OSError as error:
        fail(f"{target}：写不了：{error.strerror}。")
