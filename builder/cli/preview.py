"""`briefing preview`: the briefing in the browser, made anew on every change."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.messages import EXPECTED, fail
from builder.cli.settings import (
    DEFAULT_CONFIG,
    config_option,
    input_option,
    request_of,
    templates_option,
)
from builder.pipeline.line import Request
from builder.preview.panes import Panes, Rebuilder
from builder.preview.server import HOST, serve


@click.command("preview")
@config_option
@input_option
@templates_option
@click.option("--port", type=click.IntRange(1024, 65535), default=8017, show_default=True)
def preview_command(config: Path | None, folder: Path, templates: Path | None, port: int) -> None:
    """在浏览器里看简报：报告、模板或配置一改，网页、PDF 和 Word 文字随即更新。"""

    def request() -> Request:
        return request_of(config, folder, Path("output"), templates)

    panes = Panes()
    first = request()
    followed = (folder, first.templates, config or DEFAULT_CONFIG)
    watched = tuple(path for path in followed if path.exists())
    click.echo(f"预览：http://{HOST}:{port}/　（Ctrl-C 结束）")
    try:
        serve(Rebuilder(request, panes, EXPECTED), panes, watched, first.templates, port)
    except OSError as error:
        fail(f"端口 {port} 用不了：{error.strerror}。请用 --port 换一个。")
