"""The values that a correction may set, by the kind of fact, and the record fields they make."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any

from pydantic import AfterValidator

from builder.kinds import KINDS, FactKind
from builder.kinds.kind import FactValues, Find, MaybePeriod, MaybeText, RecordValues, Values, Words
from builder.model import BureauKind, Document, Level, Strength


class LinkValues(Values):
    """Which commitments, by their quoted words, answer the problem that the correction quotes."""

    commitments: tuple[Words, ...]
    strength: Strength


def _readable(document: Document) -> Document:
    if document is Document.REFUSED:
        raise ValueError("不要的材料请移出报告文件夹")
    return document


class ReportValues(Values):
    """What a report is: whose, of which place and period, and what kind of text."""

    bureau: MaybeText = None
    region: tuple[Words, ...] = ()
    level: Level = Level.UNKNOWN
    period: MaybePeriod = None
    plan_period: MaybePeriod = None
    document: Annotated[Document, AfterValidator(_readable)] = Document.WORK_REPORT
    bureau_kind: BureauKind = BureauKind.ENVIRONMENT


LINK = "link"
REPORT = "report"
BY_NAME = {kind.name: kind for kind in KINDS}
VALUES: dict[str, type[Values]] = {
    **{kind.name: kind.values for kind in KINDS},
    LINK: LinkValues,
    REPORT: ReportValues,
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
    if isinstance(value, RecordValues):
        return value.record(find)
    if isinstance(value, tuple):
        return tuple(_field(item, find) for item in value)
    return value
