"""What the tags of a template can name: the view, described by the records themselves."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

from builder.model import (
    Briefing,
    Chart,
    EvidenceList,
    KeyFinding,
    MatrixGap,
    View,
)
from builder.render.parts import Part
from builder.wording.tables import Tables

COMMON: Mapping[str, Any] = {
    "briefing": Briefing,
    "comparison": View,
    "parts": tuple[Part, ...],
    "picture": Any,
    "tables": Tables,
    "t": Any,
}
VIEWS: Mapping[str, Mapping[str, Any]] = {
    "docx": {**COMMON, "show": Any},
    "html": {**COMMON, "language": str, "style": str, "fonts": Any},
}
FILTERS: Mapping[str, tuple[str, ...]] = {
    "docx": ("marked", "runs", "target"),
    "html": ("marked", "runs", "ordinal"),
}
RESULTS: Mapping[str, Any] = {"marked": str}
"""What the filters of our own give."""
SHOWN: Mapping[str, frozenset[tuple[str, str]]] = {
    "marked": frozenset({("KeyFinding", "runs"), ("EvidenceSentence", "runs")}),
    "target": frozenset({("MarkPlace", "mark"), ("MarkPlace", "anchor")}),
}
"""The fields that the filters of our own print."""
PRINTED = (Briefing, Part, Chart, Tables, KeyFinding, MatrixGap, EvidenceList)
"""The records that a template prints itself; what tables say of the others is in the tables."""
UNPRINTED = frozenset(
    {
        *(("KeyFinding", name) for name in ("code", "weight", "marks", "bureaus", "computed")),
        *(("Chart", name) for name in ("id", "part", "title", "columns", "rows", "spec")),
        *(("Chart", name) for name in ("width", "height", "alt", "bars", "grid")),
        *(("Briefing", name) for name in ("parts", "comparison", "language", "profile", "fonts")),
        *(("Briefing", name) for name in ("charts", "native_charts")),
        *(("Part", name) for name in ("charts", "number", "title", "id")),
        ("KeyFinding", "text"),
        ("MatrixGap", "bureau"),
        ("EvidenceList", "entries"),
        ("Tables", "briefing"),
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
    waiting: list[Any] = [*COMMON.values()]
    while waiting:
        kind = bare(waiting.pop(0))
        kind = bare(item(kind)) if typing.get_origin(kind) is tuple else kind
        if fields(kind) and kind not in found:
            found.append(kind)
            waiting += fields(kind).values()
    return found
