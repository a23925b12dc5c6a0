"""`briefing init`: a folder to begin with."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from builder.cli.messages import fail
from builder.render.folder import HTML, STYLE, VERSION, WORDS, default_config, default_templates

GUIDE = """\
# 怎样做一份简报

1. 把各单位的工作报告（txt、html、docx、pdf）放进 seeds/。
2. 在这个文件夹里运行 briefing build，简报在 output/。
3. 哪个数字读错了：briefing desk 里点一下就能改，写进 seeds/corrections.toml，以后每次都照改。
   briefing review 在终端里列出最需要看一眼的。
4. 版式：用 Word 改 templates/briefing.docx；PDF 和网页改 templates/briefing.html.j2、briefing.css。
   改完运行 briefing check-templates templates，一次看到全部错误。
5. 标题、编印单位、次序等在 briefing.toml 里，每一项都有说明。
6. 要多认一个指标、主题或单位简称：新建 vocabulary/ 文件夹，写法见程序的 docs/vocabulary.md。
"""


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init_command(folder: Path) -> None:
    """新建一个简报文件夹：模板、配置、空的 seeds/ 和一页说明。"""
    try:
        if folder.exists() and any(folder.iterdir()):
            fail(f"{folder}：文件夹不是空的。请换一个名字，或先清空它；没有改动任何文件。")
        _fill(folder)
    except OSError as error:
        fail(f"{folder}：建不了：{error.strerror}。请换一个文件夹。")
    click.echo(
        f"已新建 {folder}。把报告放进 {folder / 'seeds'}，再在 {folder} 里运行 briefing build。"
    )


def _fill(folder: Path) -> None:
    templates = folder / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    for name in (*WORDS.values(), HTML, STYLE, VERSION):
        shutil.copyfile(default_templates() / name, templates / name)
    (folder / "seeds").mkdir()
    (folder / "briefing.toml").write_text(_config(), encoding="utf-8", newline="\n")
    (folder / "README.md").write_text(GUIDE, encoding="utf-8", newline="\n")


def _config() -> str:
    """The commented defaults, with the folder's own templates in use."""
    defaults = default_config().read_text(encoding="utf-8")
    return defaults.replace('templates = "" ', 'templates = "templates" ')
