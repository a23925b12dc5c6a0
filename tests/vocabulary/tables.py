"""All tables of the vocabulary, found by themselves: a new one is tested without being listed."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from pydantic import BaseModel

from builder import vocabulary
from builder.vocabulary.loading import READERS, Entry


def tables() -> dict[str, BaseModel]:
    """Every table by the name of its file."""
    for module in pkgutil.walk_packages(vocabulary.__path__, "builder.vocabulary."):
        import_module(module.name)
    return {name: read() for name, read in READERS.items()}


def lists(shape: object, path: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every list of words of a table with its path."""
    match shape:
        case Entry():
            for name, value in shape:
                yield from lists(value, f"{path}.{name}")
        case BaseModel():
            yield from lists(dict(shape)["root"], path)
        case dict():
            for name, value in shape.items():
                yield from lists(value, f"{path}.{name}")
        case tuple() if all(isinstance(word, str) for word in shape):
            yield path.removeprefix("."), shape
        case tuple():
            for index, value in enumerate(shape, 1):
                yield from lists(value, f"{path}[{index}]")
