"""`briefing check-templates`: every error of the templates at once, each with its place."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.messages import fail
from builder.render.checking.files import commented
from builder.render.folder import checked_templates, default_templates
from builder.render.templates import template_problems, unshown_fields


@click.command("check-templates")
@click.argument(
    "folder", required=False, type=click.Path(path_type=Path, file_okay=False, exists=True)
)
def check_templates_command(folder: Path | None) -> None:
    """检查模板：一次列出全部错误；Word 模板另存一份带批注的副本。"""
    templates = checked_templates(folder or default_templates())
    for name in unshown_fields(templates):
        click.echo(f"提示：没有模板印出 {name}。")
    problems = template_problems(templates)
    for found in problems:
        click.echo(f"{found}\n", err=True)
    for name in sorted({found.file for found in problems if found.file.endswith(".docx")}):
        copy = templates / f"{Path(name).stem}.批注.docx"
        own = [found for found in problems if found.file == name]
        copy.write_bytes(commented(templates / name, own))
        click.echo(f"带批注的副本：{copy}", err=True)
    if problems:
        fail(f"模板有 {len(problems)} 处错误。")
    click.echo("模板没有错误。")
