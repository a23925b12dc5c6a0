"""What several commands share: from options and configuration to what is to be built."""

from __future__ import annotations

import os
from pathlib import Path

import click

from builder.config import Config, read_config
from builder.pipeline.line import FORMATS, Request
from builder.render.folder import default_templates


class NamedPath(click.Path):
    """A path that says something: an empty one, as of a variable that is not set, is a mistake."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path; fails where it is empty."""
        if not str(value).strip():
            self.fail("名字是空的。请写明文件夹，或去掉这个参数。", param, ctx)
        return super().convert(value, param, ctx)


DEFAULT_CONFIG = Path("briefing.toml")

config_option = click.option(
    "--config", type=click.Path(path_type=Path), help="配置文件，默认 briefing.toml。"
)
input_option = click.option(
    "--input",
    "folder",
    type=NamedPath(),
    default=Path("seeds"),
    show_default=True,
    help="放报告的文件夹。",
)
templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="模板文件夹，默认为随程序提供的 templates/。",
)


def request_of(
    config: Path | None,
    folder: Path,
    output: Path,
    templates: Path | None,
    *,
    lang: str | None = None,
    formats: tuple[str, ...] = FORMATS,
    jobs: int = 1,
) -> Request:
    """What to build: options win over the configuration, the configuration over the defaults.

    Without a configuration named, briefing.toml of the working folder is taken if it is there.
    Raises `TomlError`.
    """
    if config is None and DEFAULT_CONFIG.exists():
        config = DEFAULT_CONFIG
    settings = read_config(config)
    if lang:
        settings = settings.model_copy(update={"language": lang})
    return Request(
        input=folder,
        output=output,
        templates=templates or _templates(config, settings),
        config=settings,
        formats=formats,
        jobs=jobs,
    )


def _templates(config: Path | None, settings: Config) -> Path:
    """The template folder that the configuration names, or the program's own."""
    if config is None or not settings.templates:
        return default_templates()
    return config.parent / settings.templates
