"""`briefing check-templates`: every error of the templates at once, with its place."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from builder.cli.messages import fail
from builder.cli.settings import DEFAULT_CONFIG
from builder.cli.terminal import tell
from builder.config import read_config
from builder.render.checking.files import commented
from builder.render.checking.tags import TemplateProblem
from builder.render.folder import WORDS, checked_templates, default_templates
from builder.render.templates import template_problems, unshown_fields


@click.command("check-templates")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def check_templates_command(folder: Path | None) -> None:
    """检查 Word 和 HTML 模板，一次列出全部错误；不写文件夹时检查自带的模板。

    有错的 Word 模板另写一份 -comments.docx，在出错的地方加上批注。要印哪些部分，看当前文件夹里的
    briefing.toml；没有这个文件就是全部。
    """
    templates = checked_templates(folder or default_templates())
    config = read_config(DEFAULT_CONFIG if DEFAULT_CONFIG.exists() else None)
    problems = template_problems(templates, config.parts)
    for found in problems:
        tell(f"{found}\n")
    for file in commented_copies(templates, problems):
        click.echo(f"已写入 {file}，出错的地方有批注。")
    for name in unshown_fields(templates):
        click.echo(f"提示：没有模板印出 {name}。")
    if problems:
        fail(f"{templates}：共 {len(problems)} 处错误，改好之前不能生成简报。")
    click.echo(f"{templates}：模板没有错误。")


def commented_copies(templates: Path, problems: tuple[TemplateProblem, ...]) -> list[Path]:
    """Copies of the Word templates that have problems, with comments; written beside them."""
    copies = []
    for name in sorted(set(WORDS.values())):
        own = tuple(found for found in problems if found.file == name)
        if own:
            copy = templates / f"{Path(name).stem}-comments.docx"
            # A copy with comments is a service: a file that Word would not open, or a folder that
            # can't be written to, is no reason to say nothing of the errors.
            with suppress(OSError, KeyError, ValueError):
                copy.write_bytes(commented(templates / name, own))
                copies.append(copy)
    return copies
