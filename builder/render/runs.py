"""Rows that follow each other and have something in common, so that it is said once."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from jinja2.exceptions import SecurityError

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = TypeVar("Row")


def runs(rows: Iterable[Row], *fields: str) -> tuple[tuple[Row, ...], ...]:
    """The rows cut where one of the fields changes.

    In a template: {% for same in list.entries|runs("section") %}{{ same[0].section }}.
    Raises `SecurityError` for a name that templates may not use.
    """
    for field in fields:
        if field.startswith("_") or not field.isidentifier():
            raise SecurityError(f"runs 只能用字段名，不能用 {field}")
    return tuple(tuple(run) for _, run in groupby(rows, key=attrgetter(*fields)))
