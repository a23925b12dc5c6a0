"""`briefing build`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from builder.cache import Cache, user_cache
from builder.cli.settings import (
    NamedPath,
    config_option,
    input_option,
    request_of,
    templates_option,
)
from builder.cli.terminal import tell
from builder.interruption import check_interruption
from builder.model import Severity
from builder.pipeline.rebuilding import rebuilt
from builder.pipeline.request import FORMATS, Summary
from builder.pipeline.steps import Steps
from builder.processes import MOST_JOBS, usual_jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.dataset.where import Where
    from builder.model import Extraction, Refusal

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
    "--from",
    "dataset",
    type=NamedPath(),
    help="不读文件夹，从 briefing extract --format parquet 写的数据集里取报告。",
)
@click.option(
    "--where",
    metavar="条件",
    help="只取合条件的报告，与 --from 同用；写法见上。",
)
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
    type=click.IntRange(1, MOST_JOBS),
    default=usual_jobs(),
    show_default="处理器个数",
    help="同时读取几份报告。",
)
@click.option(
    "--sheets", is_flag=True, help="另为每个单位生成一份单独的 Word 和 PDF，放在 sheets 文件夹。"
)
@click.option(
    "--fresh",
    is_flag=True,
    help="全部重新生成，不用以前的结果；平时没有变化就不重写，变了的才重做，结果一样。",
)
@click.option("--strict", is_flag=True, help="有报告用不了时以退出码 1 结束。")
@click.pass_context
def build_command(
    context: click.Context,
    config: Path | None,
    folder: Path,
    dataset: Path | None,
    where: str | None,
    output: Path,
    templates: Path | None,
    lang: str | None,
    formats: tuple[str, ...],
    jobs: int,
    sheets: bool,
    fresh: bool,
    strict: bool,
) -> None:
    """生成简报：读取 --input 里的全部报告，把简报写入 --output。

    用不了的报告会逐一说明，其余照常生成；出错时上一次的输出保持不变。

    \b
    从数据集里选报告：
      briefing extract 报告/ -o 数据 --format parquet
      briefing build --from 数据 --where "province == '湖南' and level == 'county' and year == 2024"

    条件是字段与值的比较（== != < <= > >=，或 in ('甲', '乙')），用 and、or、not 和括号连接；
    文字写在引号里，年份等整数不加。报告没有载明的字段不符合任何比较。常用的字段：province 省份
    （'湖南' 或 '湖南省'）、level 层级（province、city、county）、year 年份、bureau 单位全称、
    published 发布日期（'2024-03-01'）、document 文体。更正文件放在数据集的文件夹里。
    """  # noqa: D301 -- \b keeps click from joining the lines
    if where is not None and dataset is None:
        raise click.UsageError("--where 要与 --from 一起用：它从数据集里选报告。")
    if (
        dataset is not None
        and context.get_parameter_source("folder") is not ParameterSource.DEFAULT
    ):
        raise click.UsageError("--from 和 --input 只能用一个。")
    request = request_of(
        config,
        dataset or folder,
        output,
        templates,
        lang=lang,
        formats=formats,
        jobs=jobs,
        sheets=sheets,
        dataset=dataset is not None,
        where=_condition(where),
        cache=Cache(user_cache(), fresh=fresh),
    )
    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        summary = rebuilt(request, _Shown(progress))
    tell(summary_text(summary))
    if strict and summary.refused:
        raise SystemExit(1)


class _Shown(Steps):
    """Shows the stages of a build on the terminal, and how many reports are read."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("")
        self._left = 0

    def stage(self, name: str) -> None:
        check_interruption()
        self._progress.update(self._task, description=STAGES[name])

    def files(self, names: Sequence[str]) -> None:
        self._left = len(names)

    def read(self, name: str, found: Extraction | Refusal) -> None:
        del name, found
        self._left -= 1
        words = f"{STAGES['extract']}，还有 {self._left} 份" if self._left else STAGES["extract"]
        self._progress.update(self._task, description=words)


def _condition(text: str | None) -> Where | None:
    """The condition of `--where`, read by what only a dataset needs."""
    if text is None:
        return None
    from builder.dataset.where import read_where  # noqa: PLC0415

    return read_where(text)


def summary_text(summary: Summary) -> str:
    """What a build says at its end: files and pages, warnings by weight, what has no place."""
    said = "没有变化，未重写" if summary.unchanged else "已生成"
    lines = [f"{said} {summary.output}（{summary.reports} 份报告）"]
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
    lines.append(f"  数据质量：{findings or '没有发现问题'}（见 briefing.xlsx“数据质量”）")
    lines.append(
        f"  数字：未归入表格 {summary.without_place} 个（见 briefing.xlsx“全部数据”），"
        f"未读懂 {summary.unread} 个"
    )
    if summary.fonts:
        families: dict[str, list[str]] = {}
        for name, ours in summary.fonts.items():
            families.setdefault(ours, []).append(name)
        pairs = "；".join(f"{ours} 代替 {'、'.join(names)}" for ours, names in families.items())
        lines.append(f"  PDF 字体：{pairs}")
    return "\n".join(lines)
