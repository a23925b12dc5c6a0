"""`briefing desk`: the local page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from builder.cache import Cache, user_cache
from builder.cli.messages import fail
from builder.cli.settings import (
    DEFAULT_CONFIG,
    NamedPath,
    config_option,
    input_option,
    request_of,
    templates_option,
    words_folder,
)
from builder.desk.serving import opened, serve
from builder.pipeline.request import Request
from builder.processes import usual_jobs

output_option = click.option(
    "--output",
    type=NamedPath(),
    default=Path("output"),
    show_default=True,
    help="放简报的文件夹。",
)
port_option = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="端口；不写就用一个空着的。",
)
browser_option = click.option("--no-browser", is_flag=True, help="不打开浏览器，只印出地址。")


@click.command("desk")
@config_option
@input_option
@output_option
@templates_option
@port_option
@browser_option
def desk_command(**options: Any) -> None:  # noqa: ANN401 -- those of `serve_desk`
    """打开简报工作台：在浏览器里放材料、看简报、点一下就更正、下载。

    网页只在本机，材料不上传；印出的地址里有一个口令，别人打不开。更正写在材料文件夹的
    corrections.toml 里。关掉网页不影响生成，按 Ctrl-C 结束。

    \b
    briefing desk                                   seeds/ → output/
    briefing desk --input 报告 --output 简报
    briefing desk --port 8017 --no-browser          固定端口，自己打开地址
    """  # noqa: D301 -- \b keeps click from joining the lines
    serve_desk(**options)


def serve_desk(
    config: Path | None,
    folder: Path,
    output: Path,
    templates: Path | None,
    port: int,
    *,
    no_browser: bool,
    tab: str = "",
) -> None:
    """Serve the desk until it is stopped, and open it in the browser at a tab."""

    def request() -> Request:
        cache = Cache(user_cache())
        return request_of(config, folder, output, templates, jobs=usual_jobs(), cache=cache)

    try:
        listening = opened(port)
    except OSError as error:
        fail(f"端口 {port} 用不了：{error.strerror}。请用 --port 换一个，或不写。")
    serve(
        request,
        listening=listening,
        followed=(config or DEFAULT_CONFIG, words_folder(config)),
        tell=lambda address: click.echo(f"简报工作台：{address}　（Ctrl-C 结束）"),
        browser=not no_browser,
        tab=tab,
    )
