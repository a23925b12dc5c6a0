"""Tables of words: a TOML file read into a typed shape, once, with all its errors at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from builder.toml_file import read_toml

FOLDER = Path(__file__).parent
# Every table by the name of its file: tests look through all of them.
READERS: dict[str, Callable[[], BaseModel]] = {}


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
    return read_toml(folder / f"{name}.toml", shape)
