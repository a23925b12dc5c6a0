"""Limits of national standards with their validity, as data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from builder.vocabulary.loading import Entry, table

# TOML knows only binary floats; their shortest decimal form is what the table shows.
Exact = Annotated[Decimal, BeforeValidator(str)]


class LimitEntry(Entry):
    """One limit of one metric, valid from `from` to `to` (inclusive, open without `to`)."""

    metric: str
    standard: str
    clause: str
    grade: str
    statistic: str
    value: Exact
    unit: str
    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date, Field(alias="to")] = date.max
    confirmed: bool
    source: str


class WaterClasses(Entry):
    """Upper limits of the five classes of surface water for rivers and for lakes."""

    metric: str
    standard: str
    clause: str
    unit: str
    valid_from: Annotated[date, Field(alias="from")]
    rivers: tuple[Exact, Exact, Exact, Exact, Exact]
    lakes: tuple[Exact, Exact, Exact, Exact, Exact]
    source: str


class WaterBodies(Entry):
    """Words that tell a river from a lake."""

    rivers: tuple[str, ...]
    lakes: tuple[str, ...]


class Statistic(Entry):
    """What a limit is a limit of; empty `stated_by` means the plain mean of the year."""

    name: str
    stated_by: tuple[str, ...]


class Standards(Entry):
    """All limits."""

    limits: tuple[LimitEntry, ...]
    water_classes: tuple[WaterClasses, ...]
    water_bodies: WaterBodies
    statistics: dict[str, Statistic]


def standards() -> Standards:
    """The table of limits."""
    return table("environment/standards", Standards)
