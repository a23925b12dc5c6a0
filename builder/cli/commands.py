"""The commands by name: one is imported when it runs, and the list of them imports none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from importlib import import_module
from typing import Any, cast

import click

# The first sentence of each command's own help.
SUMMARIES = {
    "build": "生成简报：读取 --input 里的全部报告，把简报写入 --output。",
    "check-templates": "检查 Word 和 HTML 模板，一次列出全部错误；不写文件夹时检查自带的模板。",
    "desk": "打开简报工作台：在浏览器里放材料、看简报、点一下就更正、下载。",
    "doctor": "检查本机还缺什么，并给出补齐的命令。",
    "explain": (
        "在终端上显示报告原文：各类事实以颜色标出，并列出每条事实的指标、数值、期间、范围和规则。"
    ),
    "extract": "只提取事实：从文件、文件夹、压缩包写成 JSONL 或 Parquet 数据集，多少份都行。",
    "findings": "列出第1页可写的全部要点：代号、分量、句子，印出的打上序号。",
    "init": "新建一个简报文件夹：模板、配置、空的 seeds/ 和一页说明。",
    "preview": "打开简报工作台的“模板”一页：模板一保存，这里随即重排；同 briefing desk。",
    "review": "列出最需要看一眼的数据：出处标记、单位、数值、为什么、整句；最没有把握的在前。",
}


# Commands whose module has another name.
MODULES = {"check-templates": "checktemplates"}


class _Commands(Mapping[str, click.Command]):
    """What a module of `builder.cli` defines as `NAME_command`, imported when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in SUMMARIES:
            raise KeyError(name)
        module = import_module(f"builder.cli.{MODULES.get(name, name)}")
        command: click.Command = getattr(module, f"{name.replace('-', '_')}_command")
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(SUMMARIES)

    def __len__(self) -> int:
        return len(SUMMARIES)


def load(arguments: Sequence[str]) -> None:
    """Import the command that the arguments name, if they name one, while nothing is begun yet."""
    for name in arguments:
        if name in SUMMARIES:
            _Commands()[name]
            break


class LazyGroup(click.Group):
    """A group whose help names its commands without importing them."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 -- those of `click.Group`
        super().__init__(**settings)
        # Nothing is ever added to them, and so they need not be mutable.
        self.commands = cast("MutableMapping[str, click.Command]", _Commands())

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the names of the commands, each with the first sentence of its help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SUMMARIES.items()))
