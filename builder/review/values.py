"""The values that a correction may set, by the kind of fact, and the record fields they make."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from builder.kinds import KINDS, FactKind
from builder.kinds.kind import FactValues, Find, Part, Values, Words
from builder.model import Strength


class LinkValues(Values):
    """Which commitments, by their quoted words, answer the problem that the correction quotes."""

    commitments: tuple[Words, ...]
    strength: Strength


LINK = "link"
BY_NAME = {kind.name: kind for kind in KINDS}
VALUES: dict[str, type[Values]] = {
    **{kind.name: kind.values for kind in KINDS},
    LINK: LinkValues,
}


def record_fields(values: Values, find: Find) -> dict[str, Any]:
    """The fields of a fact's record that the given values set.

    `find` gives the place of a target's words; it raises `LookupError` where they do not stand.
    """
    return {key: _field(value, find) for key, value in values.given.items()}


def complete_fields(kind: FactKind[Any], values: FactValues, find: Find) -> dict[str, Any]:
    """All fields of a new fact's record, defaults where nothing was given."""
    own = {field.name for field in fields(kind.record)}
    return {key: _field(value, find) for key, value in values if key in own}


def _field(value: object, find: Find) -> object:
    if isinstance(value, Part):
        return value.record(find)
    if isinstance(value, tuple):
        return tuple(_field(item, find) for item in value)
    return value
