"""Records as JSON and back, checked: what comes back has the types that the records declare.

A record is the list of its fields in their order, a union of several types is a pair of the type's
name and the value. Nothing else than records, enumerations, numbers and text comes out of it,
whoever wrote the JSON.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
NOTHING = type(None)


class BadRecord(ValueError):  # noqa: N818 -- it says what is bad
    """The JSON is not that of such a record."""


class Coder(NamedTuple):
    """How a type is written as JSON, and read from it with an error for anything else."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def packed(shape: type[Record], record: Record) -> str:
    """A record of this shape as one line of JSON."""
    kind: Any = shape
    return json.dumps(_coder(kind).write(record), ensure_ascii=False, separators=(",", ":"))


def unpacked(shape: type[Record], text: str | bytes) -> Record:
    """The record in a line of JSON. Raises `BadRecord` where it is none of this shape."""
    kind: Any = shape
    try:
        found: Record = _coder(kind).read(json.loads(text))
    except (ValueError, TypeError, KeyError, InvalidOperation, RecursionError) as error:
        raise BadRecord(f"{shape.__name__}: {error}") from None
    return found


@cache
def _coder(shape: Any) -> Coder:  # noqa: ANN401 -- a type, here and below
    """The coder of a type as it is annotated."""
    return next(make(shape) for fits, make in MAKERS if fits(shape))


def _plain(shape: type) -> Coder:
    return Coder(lambda value: value, lambda value: _of_type(value, shape))


def _record(shape: Any) -> Coder:  # noqa: ANN401
    """A record or a named tuple; what it holds is looked into when it is first used."""
    hints = get_type_hints(shape)
    names = shape._fields if issubclass(shape, tuple) else [one.name for one in fields(shape)]
    parts: list[tuple[str, Coder]] = []

    def known() -> list[tuple[str, Coder]]:
        if not parts:
            parts.extend((name, _coder(hints[name])) for name in names)
        return parts

    def write(value: object) -> list[Any]:
        return [coder.write(getattr(value, name)) for name, coder in known()]

    def read(value: object) -> object:
        items = _items(value, len(names))
        return shape(**{name: part.read(one) for (name, part), one in zip(known(), items)})  # noqa: B905 -- of one length, as `_items` has seen

    return Coder(write, read)


def _union(shape: Any) -> Coder:  # noqa: ANN401
    """One of several types, which is named; where there is but one, or nothing, it is not."""
    options = [option for option in get_args(shape) if option is not NOTHING]
    coders = {option.__name__: _coder(option) for option in options}
    single = _coder(options[0]) if len(options) == 1 else None

    def write(value: object) -> object:
        if value is None:
            return None
        name = type(value).__name__
        return single.write(value) if single else [name, coders[name].write(value)]

    def read(value: object) -> object:
        if value is None and NOTHING in get_args(shape):
            return None
        if single:
            return single.read(value)
        name, inner = _items(value, 2)
        return coders[name].read(inner)

    return Coder(write, read)


def _tuple(shape: Any) -> Coder:  # noqa: ANN401
    first, *others = get_args(shape)
    if others == [Ellipsis]:
        coder = _coder(first)
        if first in {str, int}:
            return Coder(list, lambda value: _all_of_type(_items(value), first))
        return Coder(
            lambda value: [coder.write(item) for item in value],
            lambda value: tuple(coder.read(item) for item in _items(value)),
        )
    coders = [_coder(one) for one in (first, *others)]
    return Coder(
        lambda value: [coder.write(item) for coder, item in zip(coders, value, strict=True)],
        lambda value: tuple(
            coder.read(item) for coder, item in zip(coders, _items(value, len(coders)), strict=True)
        ),
    )


def _mapping(shape: Any) -> Coder:  # noqa: ANN401
    """Pairs, in their order."""
    key, value = map(_coder, get_args(shape))
    return Coder(
        lambda found: [[key.write(one), value.write(other)] for one, other in found.items()],
        lambda pairs: {
            key.read(one): value.read(other)
            for one, other in (_items(pair, 2) for pair in _items(pairs))
        },
    )


def _enum(shape: type[Enum]) -> Coder:
    return Coder(lambda value: value.value, shape)


def _text(read: Callable[[str], object]) -> Callable[[Any], Coder]:
    """What is written as text and read from it."""
    return lambda _shape: Coder(str, lambda value: read(str(_of_type(value, str))))


def _decimal(text: str) -> Decimal:
    found = Decimal(text)
    if not found.is_finite():
        raise BadRecord(f"{text}: no number")
    return found


MAKERS: tuple[tuple[Callable[[Any], bool], Callable[[Any], Coder]], ...] = (
    (lambda shape: shape in {str, int, bool}, _plain),
    (lambda shape: is_dataclass(shape) or hasattr(shape, "_fields"), _record),
    (lambda shape: get_origin(shape) in {Union, types.UnionType}, _union),
    (lambda shape: get_origin(shape) is tuple, _tuple),
    (lambda shape: get_origin(shape) is Mapping, _mapping),
    (lambda shape: issubclass(shape, Enum), _enum),
    (lambda shape: shape is Decimal, _text(_decimal)),
    (lambda shape: shape is date, _text(date.fromisoformat)),
    (lambda shape: shape is Path, _text(Path)),
)


def _of_type(value: object, kind: type) -> object:
    if type(value) is not kind:
        raise BadRecord(f"{type(value).__name__} where {kind.__name__} is due")
    return value


def _all_of_type(values: Sequence[Any], kind: type) -> tuple[Any, ...]:
    if not {kind}.issuperset(map(type, values)):
        raise BadRecord(f"something else among {kind.__name__}")
    return tuple(values)


def _items(value: object, count: int | None = None) -> list[Any]:
    if not isinstance(value, list) or (count is not None and len(value) != count):
        raise BadRecord(f"{count or 'a list of'} items are due")
    return value
