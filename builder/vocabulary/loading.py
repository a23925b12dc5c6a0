"""Tables of words: a TOML file read into a typed shape, once, with all its errors at once.

What the user adds to them holds in the whole process until other words are taken into use.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from builder.model import set_own_themes
from builder.toml_file import TomlError, read_toml
from builder.vocabulary.adding import OwnTable, OwnVocabulary, table_with

FOLDER = Path(__file__).parent
# Every table by the name of its file: tests look through all of them.
READERS: dict[str, Callable[[], BaseModel]] = {}
PACKAGE = __name__.partition(".")[0]
THEMES = "themes"


class Entry(BaseModel):
    """A table or a part of one: frozen, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Shape = TypeVar("Shape", bound=BaseModel)


def table(name: str, shape: type[Shape], folder: Path = FOLDER) -> Shape:
    """Words of `<name>.toml` in `folder` as a record of `shape`, read once.

    Raises `TomlError` with every mistake of the file.
    """
    found = _read(name, shape, folder)
    assert isinstance(found, shape)
    return found


def reader(name: str, shape: type[Shape]) -> Callable[[], Shape]:
    """The function that gives `<name>.toml` of the vocabulary, read when it is first asked for."""

    @cache
    def read() -> Shape:
        return table(name, shape)

    READERS[name] = read
    return read


@cache
def _read(name: str, shape: type[BaseModel], folder: Path) -> BaseModel:
    shipped = folder / f"{name}.toml"
    own = _Process.own.table(PurePosixPath(name).name)
    return read_toml(shipped, shape) if own is None else table_with(own, shipped, shape)


class _Process:
    """What this process adds to the vocabulary."""

    own = OwnVocabulary()


def own_words() -> OwnVocabulary:
    """What is added to the vocabulary at present."""
    return _Process.own


def use(own: OwnVocabulary) -> None:
    """Add these words to the vocabulary from now on, and no others."""
    if own == _Process.own:
        return
    _Process.own = own
    set_own_themes(_theme_ids(own.table(THEMES)))
    # What is kept anywhere was made of words.
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] == PACKAGE:
            for value in tuple(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()


@contextmanager
def in_use(own: OwnVocabulary) -> Iterator[None]:
    """Add these words to the vocabulary inside the block."""
    before = own_words()
    use(own)
    try:
        yield
    finally:
        use(before)


def _theme_ids(own: OwnTable | None) -> tuple[str, ...]:
    """The themes that a table adds to; none where it can't be read."""
    try:
        return tuple(own.tables) if own else ()
    except TomlError:
        return ()
