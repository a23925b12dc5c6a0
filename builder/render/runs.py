"""Rows that follow each other and have something in common, so that it is said once."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = TypeVar("Row")


def runs(rows: Iterable[Row], *fields: str) -> tuple[tuple[Row, ...], ...]:
    """The rows cut where one of the fields changes.

    In a template: {% for same in list.entries|runs("section") %}{{ same[0].section }}.
    """
    return tuple(tuple(run) for _, run in groupby(rows, key=attrgetter(*fields)))
