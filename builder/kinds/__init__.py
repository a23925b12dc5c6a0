"""The kinds of facts, each with all that is to be said of it in one place.

A new kind is a record in `model/facts.py`, a module here, its line in `KINDS` and in `kind_of`,
and its rules in `extract`: the type checker names what was forgotten.
"""

from __future__ import annotations

from typing import Any, assert_never

from builder.kinds.commitment import COMMITMENT
from builder.kinds.indicator import INDICATOR
from builder.kinds.kind import FactKind
from builder.kinds.problem import PROBLEM
from builder.kinds.quantity import QUANTITY
from builder.kinds.rectification import RECTIFICATION
from builder.kinds.tally import TALLY
from builder.model import (
    AnyFact,
    Commitment,
    Indicator,
    Problem,
    Quantity,
    Rectification,
    Tally,
)

__all__ = ["KINDS", "FactKind", "kind_of"]

KINDS: tuple[FactKind[Any], ...] = (
    INDICATOR,
    TALLY,
    QUANTITY,
    RECTIFICATION,
    PROBLEM,
    COMMITMENT,
)


def kind_of(fact: AnyFact) -> FactKind[Any]:
    """The kind of a fact."""
    kind: FactKind[Any]
    match fact:
        case Indicator():
            kind = INDICATOR
        case Tally():
            kind = TALLY
        case Quantity():
            kind = QUANTITY
        case Rectification():
            kind = RECTIFICATION
        case Problem():
            kind = PROBLEM
        case Commitment():
            kind = COMMITMENT
        case _:
            assert_never(fact)
    return kind
