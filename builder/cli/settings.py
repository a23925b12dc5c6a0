"""What several commands share: from options and configuration to what is to be built."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cache import Cache
from builder.config import Config, read_config
from builder.fonts import templates_folder
from builder.pipeline.request import FORMATS, Request
from builder.vocabulary.loading import use
from builder.vocabulary.own import NAME, own_vocabulary

if TYPE_CHECKING:
    from builder.dataset.where import Where


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
    sheets: bool = False,
    dataset: bool = False,
    where: Where | None = None,
    cache: Cache | None = None,
) -> Request:
    """What to build: options win over the configuration, the configuration over the defaults.

    Without a configuration named, briefing.toml of the working folder is taken if it is there.
    Raises `TomlError`.
    """
    config = _found(config)
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
        sheets=sheets,
        dataset=dataset,
        where=where,
        vocabulary=own_vocabulary(words_folder(config)),
        cache=cache or Cache(),
    )


def settings_in_use(config: Path | None) -> Config:
    """The configuration, with the user's own words in use from now on. Raises `TomlError`."""
    config = _found(config)
    use(own_vocabulary(words_folder(config)))
    return read_config(config)


def _found(config: Path | None) -> Path | None:
    return DEFAULT_CONFIG if config is None and os.path.lexists(DEFAULT_CONFIG) else config


def words_folder(config: Path | None) -> Path:
    """Where the user's own words are: beside the configuration, else in the working folder."""
    return (config.parent if config else Path()) / NAME


def _templates(config: Path | None, settings: Config) -> Path:
    """The template folder that the configuration names, or the program's own."""
    if config is None or not settings.templates:
        return templates_folder()
    return config.parent / settings.templates
