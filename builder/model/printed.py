"""What is printed in a sentence or a cell: runs of words, figures and passages with their marks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from builder.model.words import Qualifier


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style, or the printed form of an evidence mark: 〔岳3〕 of 岳3.

    `quiet` are words beside the matter: why something stands here, where it comes from. `strong`
    are figures set off in their sentence.
    """

    text: str
    mark: str = ""
    quiet: bool = False
    strong: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A printed figure with the marks that lead to its sentence, e.g. "≥92 %" and ("岳31",).

    `value` is what charts and spreadsheets take, in `unit`; None where there is none to take.
    A figure that the program computed has `computed` set, and says so where it is printed.
    `text` is never empty: a missing figure says 未载明 or why it is missing. Of one with a value it
    is `before`, the number and `after`, and `qualifier` is its hedge. `cell` is what stands
    in a column whose head says the unit, e.g. "≥92"; empty where that is the text. `slack` is what
    the number lacks behind its last digit for the decimal points of its column to stand under each
    other, e.g. ".00" for 94 above 32.86.
    """

    text: str
    marks: tuple[str, ...] = ()
    value: Decimal | None = None
    unit: str = ""
    computed: bool = False
    cell: str = ""
    slack: str = ""
    qualifier: Qualifier = Qualifier.EQUAL
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """The printed figure, so that a template that names it without a filter prints it."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a source with their marks; `why` says what joined them to where they stand."""

    text: str
    marks: tuple[str, ...]
    why: str = ""
