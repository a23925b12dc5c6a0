"""`briefing preview`, which opens the desk at its templates."""

from __future__ import annotations

from typing import Any

import click

from builder.cli.desk import desk_command, serve_desk


@click.command("preview", params=desk_command.params)
def preview_command(**options: Any) -> None:  # noqa: ANN401 -- those of `briefing desk`
    """打开简报工作台的“模板”一页：模板一保存，这里随即重排；同 briefing desk。"""
    serve_desk(**options, tab="#templates")
