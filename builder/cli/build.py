"""`briefing build`: the main job."""

from __future__ import annotations

import os
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from builder.cli.settings import (
    NamedPath,
    config_option,
    input_option,
    request_of,
    templates_option,
)
from builder.cli.terminal import tell
from builder.model import Severity
from builder.pipeline.line import FORMATS, Summary, build

STAGES = {
    "extract": "读取报告、提取事实",
    "review": "应用更正",
    "compare": "对比",
    "charts": "绘图",
    "render": "排版",
    "publish": "写入输出文件夹",
}
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


def _formats(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """The comma-separated formats, each of them known."""
    wanted = tuple(name.strip() for name in value.split(",") if name.strip())
    if unknown := [name for name in wanted if name not in FORMATS]:
        raise click.BadParameter(f"没有格式 {'、'.join(unknown)}；可用：{','.join(FORMATS)}")
    if not wanted:
        raise click.BadParameter(f"至少要一种格式：{','.join(FORMATS)}")
    return wanted


@click.command("build")
@config_option
@input_option
@click.option(
    "--output",
    type=NamedPath(),
    default=Path("output"),
    show_default=True,
    help="放简报的文件夹。",
)
@templates_option
@click.option("--lang", type=click.Choice(["zh", "en"]), help="简报的语言；引文保持原文。")
@click.option(
    "--formats",
    default=",".join(FORMATS),
    show_default=True,
    callback=_formats,
    help="要生成的格式，用逗号分开。",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="处理器个数",
    help="同时读取几份报告。",
)
@click.option("--strict", is_flag=True, help="有报告用不了时以退出码 1 结束。")
def build_command(
    config: Path | None,
    folder: Path,
    output: Path,
    templates: Path | None,
    lang: str | None,
    formats: tuple[str, ...],
    jobs: int,
    strict: bool,
) -> None:
    """生成简报：读取 --input 里的全部报告，把简报写入 --output。

    用不了的报告会逐一说明，其余照常生成；出错时上一次的输出保持不变。
    """
    request = request_of(config, folder, output, templates, lang=lang, formats=formats, jobs=jobs)
    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        task = progress.add_task("")
        summary = build(request, lambda stage: progress.update(task, description=STAGES[stage]))
    tell(summary_text(summary))
    if strict and summary.refused:
        raise SystemExit(1)


def summary_text(summary: Summary) -> str:
    """What a build says at its end: files and pages, warnings by weight, what has no place."""
    lines = [f"已生成 {summary.output}（{summary.reports} 份报告）"]
    lines += [f"  {name}（{detail}）" for name, detail in summary.files.items()]
    lines += [f"  没有并入 {item}" for item in summary.refused]
    lines += [f"  {notice}" for notice in summary.notices]
    lines += [
        f"  {name} 有人改过，已改名为 {other}，没有覆盖" for name, other in summary.renamed.items()
    ]
    lines += [f"  {name} 这次没有生成，仍是以前的" for name in summary.kept]
    findings = "，".join(
        f"{name} {summary.findings[level]} 条"
        for level, name in SEVERITIES.items()
        if summary.findings.get(level)
    )
    lines.append(f"  数据质量：{findings or '没有发现问题'}（见简报“数据质量”）")
    lines.append(
        f"  数字：未归入表格 {summary.without_place} 个（列于附录），未读懂 {summary.unread} 个"
    )
    if summary.fonts:
        families: dict[str, list[str]] = {}
        for name, ours in summary.fonts.items():
            families.setdefault(ours, []).append(name)
        pairs = "；".join(f"{ours} 代替 {'、'.join(names)}" for ours, names in families.items())
        lines.append(f"  PDF 字体：{pairs}")
    return "\n".join(lines)
