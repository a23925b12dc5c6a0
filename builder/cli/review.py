"""`briefing review`: a corrections file to start from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from builder.cli.messages import fail
from builder.cli.settings import input_option
from builder.config import Config
from builder.pipeline.extracting import extracted_reports
from builder.pipeline.faults import checked_reports
from builder.pipeline.inputs import distinct_reports, input_files
from builder.review import CORRECTIONS, corrections_template


@click.command("review")
@input_option
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"写到哪里，默认为 --input 里的 {CORRECTIONS}。",
)
def review_command(folder: Path, target: Path | None) -> None:
    """写一份更正文件的样子：最没有把握的事实排在前面，逐条注明怎样改。

    全部条目都已注释掉；去掉一条的注释并改好，以后每次生成都会照改。
    """
    limits = Config().limits
    entries, _ = input_files(folder, limits)
    extractions, _ = extracted_reports(entries, limits, os.cpu_count() or 1)
    reports, _ = checked_reports(distinct_reports(extractions)[0])
    if not reports:
        fail(f"{folder}：没有一份报告可用。")
    target = target or folder / CORRECTIONS
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(corrections_template(reports))
    except FileExistsError:
        fail(f"{target}：已经有这个文件，没有改动。请用 -o 写到别处，再把需要的条目抄过来。")
    except OSError as error:
        fail(f"{target}：写不了：{error.strerror}。")
    click.echo(f"已写入 {target}。去掉需要的条目前的 #，改好后运行 briefing build。")
