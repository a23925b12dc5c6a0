"""Problems that a bureau itself names."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import TypedDict

from builder.kinds.kind import FactKind, FactValues, MaybeText
from builder.language import Language
from builder.model import Problem


class ProblemKeys(TypedDict):
    """问题：单位自己写明的问题。"""

    title: Annotated[str, Field(description="问题的标题或开头的字句")]
    cause: Annotated[str | None, Field(description="原文写明的原因")]


def _line(fact: Problem) -> ProblemKeys:
    return {
        "title": fact.title,
        "cause": fact.cause,
    }


class ProblemValues(FactValues):
    """The values of a problem."""

    REQUIRED: ClassVar[tuple[str, ...]] = ("themes", "title")

    title: str = ""
    cause: MaybeText = None


def _about(fact: Problem, language: Language) -> str:
    return fact.title or language("未载明")


PROBLEM = FactKind(
    record=Problem,
    name="problem",
    label="问题",
    plural="problems",
    style="on dark_red",
    keys=ProblemKeys,
    line=_line,
    values=ProblemValues,
    about=_about,
)
