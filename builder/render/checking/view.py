"""What the tags of a template can name: the view, described by the records themselves."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

from builder.model import Briefing, BriefingPart, View
from builder.model.page import Block
from builder.render.word.shown import Parts

COMMON: Mapping[str, Any] = {
    "briefing": Briefing,
    "comparison": View,
    "t": Any,
}
WORD: Mapping[str, Any] = {**COMMON, "parts": Parts, "show": Any}
VIEWS: Mapping[str, Mapping[str, Any]] = {
    "docx": WORD,
    "part": {**WORD, "part": BriefingPart},
    "html": {
        **COMMON,
        "parts": tuple[BriefingPart, ...],
        "cited": Any,
        "numbers": Any,
        "picture": Any,
        "sizes": Any,
        "kind": Any,
        "ordinal": Any,
        "language": str,
        "style": str,
        "fonts": Any,
        "look": str,
    },
}
FILTERS: Mapping[str, tuple[str, ...]] = {"docx": (), "part": (), "html": ("marked",)}
RESULTS: Mapping[str, Any] = {"marked": str}
"""What the filters of our own give."""
SHOWN: Mapping[str, frozenset[tuple[str, str]]] = {}
"""The fields that the filters of our own print."""
PRINTED = (Briefing, BriefingPart)
"""The records that a template prints itself; what parts say of the others is in their blocks."""
UNPRINTED = frozenset(
    {
        *(("Briefing", name) for name in ("parts", "comparison", "language", "profile", "fonts")),
        *(("Briefing", name) for name in ("charts", "look")),
        *(("BriefingPart", name) for name in ("numbered", "anchor", "name", "columns", "wide")),
        ("BriefingPart", "starts_page"),
    }
)
"""Fields of those records that programs need and readers do not: no template has to show them."""


@cache
def fields(record: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """The fields and properties of a record with their types; nothing for anything else."""
    if not (isinstance(record, type) and dataclasses.is_dataclass(record)):
        return {}
    known = typing.get_type_hints(record)
    properties = {
        name: typing.get_type_hints(member.fget)["return"]
        for name, member in vars(record).items()
        if isinstance(member, property) and not name.startswith("_")
    }
    return {field.name: known[field.name] for field in dataclasses.fields(record)} | properties


def item(kind: Any) -> Any:  # noqa: ANN401
    """What a loop over this gives: Any where that cannot be told."""
    arguments = typing.get_args(kind)
    return arguments[0] if typing.get_origin(kind) is tuple and arguments else Any


def bare(kind: Any) -> Any:  # noqa: ANN401
    """A type without its None."""
    if isinstance(kind, types.UnionType):
        kinds = [each for each in typing.get_args(kind) if each is not types.NoneType]
        return kinds[0] if len(kinds) == 1 else Any
    return kind


def records() -> list[type]:
    """All records that the view leads to, in the order in which their fields name them."""
    found: list[type] = []
    waiting: list[Any] = [Briefing, Parts, BriefingPart, *typing.get_args(Block), View]
    while waiting:
        kind = bare(waiting.pop(0))
        kind = bare(item(kind)) if typing.get_origin(kind) is tuple else kind
        if fields(kind) and kind not in found:
            found.append(kind)
            waiting += fields(kind).values()
    return found
