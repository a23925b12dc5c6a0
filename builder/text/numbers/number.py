"""Numbers of a text as the rules of extraction see them, with their units and hedges.

A number is one of (`Number.kind`):

- `AMOUNT`: value and unit, 8181.5万, 20余个, 三百二十六万元, 92%以上, 每立方米31微克;
- `BARE`: a value with no unit that is printed with it (综合指数3.22);
- `CLASS`: a water class, `value` "Ⅰ" to "Ⅴ" or "劣Ⅴ", in every spelling (III类, 三类水质); a range
  (Ⅰ-Ⅲ类) or list (Ⅱ、Ⅲ类) has all its classes in `classes`, the last of them in `value`;
- `ORDINAL`: 第76, 第二;
- `MASKED`: 20xx万元, *个, X, ***: `value` is None, always;
- `DATE`: part of an expression of time;
- `NAME`: no amount, `rule` says why (slogan, hotline, document, section, code, letters, quoted);
- `DOUBT`: can't be read with certainty (3、19亿元; 十几个), never to be used as a value.

`rule` names the rule that decided in every case. `scanning.scan` finds them in the normalised text,
`in_source` leads them to their offsets in the source.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from builder.model import Qualifier
from builder.vocabulary.generic.amounts import UnitKind

if TYPE_CHECKING:
    from builder.text.normalized import NormalizedText

SEPARATORS = frozenset(("、", "和", "与", "及", "以及", "、和"))


class NumberKind(StrEnum):
    """What a number of the text is."""

    AMOUNT = "amount"
    BARE = "bare"
    CLASS = "class"
    ORDINAL = "ordinal"
    MASKED = "masked"
    DATE = "date"
    NAME = "name"
    DOUBT = "doubt"


FIGURES = (NumberKind.AMOUNT, NumberKind.BARE)


class Number(NamedTuple):
    """A number where it stands: `start..end` with hedge and unit, `value_start..value_end` bare.

    `unit` is as printed without blanks ("" where none is), `measure` its canonical form ("μg/m³",
    "pp") or `unit` itself. `upper` is the other end of a range.
    `shared` says that the unit stands behind a later number of the list (48、9、17微克).
    """

    start: int
    end: int
    value_start: int
    value_end: int
    kind: NumberKind
    rule: str
    value: Decimal | str | None = None
    upper: Decimal | str | None = None
    classes: tuple[str, ...] = ()
    unit: str = ""
    measure: str = ""
    unit_kind: UnitKind | None = None
    qualifier: Qualifier = Qualifier.EQUAL
    shared: bool = False


def number_of(
    start: int,
    end: int,
    kind: NumberKind,
    rule: str,
    *,
    value_start: int | None = None,
    value_end: int | None = None,
    **fields: Any,  # noqa: ANN401
) -> Number:
    """A number that carries no more than its value where nothing else is said."""
    return Number(
        start=start,
        end=end,
        value_start=start if value_start is None else value_start,
        value_end=end if value_end is None else value_end,
        kind=kind,
        rule=rule,
        **fields,
    )


def in_source(number: Number, normalized: NormalizedText) -> Number:
    """A number of the normalised text at its offsets in the source."""
    start, end = normalized.source_span(number.start, number.end)
    value_start, value_end = normalized.source_span(number.value_start, number.value_end)
    return number._replace(start=start, end=end, value_start=value_start, value_end=value_end)
