"""Rectifications: what was done about problems raised or found."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from builder.kinds.kind import FactKind, FactValues
from builder.language import Language
from builder.model import Rectification, TallySource


class RectificationKeys(TypedDict):
    """整改：对交办、查出的问题做了什么。"""

    source: Annotated[TallySource | None, Field(description="问题由谁提出；原文不明时为 null")]


def _line(fact: Rectification) -> RectificationKeys:
    return {"source": fact.source}


class RectificationValues(FactValues):
    """The values of a rectification."""

    source: TallySource | None = None


def _about(fact: Rectification, language: Language) -> str:
    del fact, language
    return ""


RECTIFICATION = FactKind(
    record=Rectification,
    name="rectification",
    label="整改",
    plural="rectifications",
    style="underline",
    keys=RectificationKeys,
    line=_line,
    values=RectificationValues,
    about=_about,
)
