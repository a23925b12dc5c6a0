"""Tables of words: a TOML file read into a typed shape, once, with all its errors at once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

FOLDER = Path(__file__).parent
# Every table by the name of its file: tests look through all of them.
READERS: dict[str, Callable[[], BaseModel]] = {}


class VocabularyError(Exception):
    """A table is wrong; the message has one line for each error, with its path in the file.

    `metrics.toml: metrics[3].unit: Field required`
    """


class Entry(BaseModel):
    """A table or a part of one: frozen, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Shape = TypeVar("Shape", bound=BaseModel)


def table(name: str, shape: type[Shape], folder: Path = FOLDER) -> Shape:
    """Words of `<name>.toml` in `folder` as a record of `shape`, read once.

    Raises `VocabularyError` with every error of the file.
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
    path = folder / f"{name}.toml"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VocabularyError(f"{path.name}: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(f"{path.name}: {error}") from None
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        lines = (f"{path.name}: {_line(item)}" for item in error.errors(include_url=False))
        raise VocabularyError("\n".join(lines)) from None


def _line(item: Any) -> str:  # noqa: ANN401 -- pydantic's own type is a loose mapping
    path = _path(item["loc"])
    return f"{path}: {item['msg']}" if path else str(item["msg"])


def _path(location: tuple[str | int, ...]) -> str:
    """`("metrics", 3, "unit")` as `metrics[3].unit`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".")
