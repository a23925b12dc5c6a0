"""What stands in a cell: a figure with its unit, a class of water, a time."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from builder.text.dates import times
from builder.text.metric_mentions import Mention, mentions
from builder.text.numbers.number import Number, NumberKind
from builder.text.numbers.scanner import scan

FIGURE = re.compile(
    r"[≤≥<>±+\-~约达↑↓(第]*\d[\d,]*(?:\.\d+)?(?:[-~—/]\d+(?:\.\d+)?)?(?P<unit>\D{0,10})"
)
YEAR = re.compile(r"(?:19|20)\d\d")
# A class printed without its noun: II, 劣Ⅴ.
CLASS = re.compile(r"劣?(?:[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V|[一二三四五](?=类))")
CLASSED = re.compile(rf"(?P<class>{CLASS.pattern})类?(?:水质?)?")
# Which way a change goes: -8.6%, ↓8.6.
ARROWS = {"↑": "+", "↓": "-", "+": "+", "-": "-", "–": "-", "—": "-"}
SIGNED = re.compile(r"(?P<sign>[↑↓+\-–—])?(?P<rest>[^↑↓]*?)(?P<arrow>[↑↓])?")
FIGURES = (NumberKind.AMOUNT, NumberKind.BARE)
# A note behind a figure is none of it: 35①, 88.5*.
NOTE = re.compile(r"[*#①-⑨]$")


def is_time(text: str) -> bool:
    """Whether a cell is but a time: 2024年, 1-11月, 一季度."""
    found = times(text)
    return (
        len(found) == 1
        and not text[: found[0].start]
        and not text[found[0].end :].strip("份度累计")
    )


# Heads, rows and columns are all told by which cells are figures.
@lru_cache(maxsize=512)
def is_figure(text: str) -> bool:
    """Whether a cell is a figure or a class of water, and no time."""
    if CLASSED.fullmatch(text):
        return True
    found = FIGURE.fullmatch(text)
    if found is None or YEAR.fullmatch(text) or is_time(text):
        return False
    unit = found["unit"].strip("↑↓)*#左右以上下")
    return not unit or unit_of(unit) is not None


def figure(text: str) -> Number | None:
    """The figure that a cell holds, None where it holds anything else."""
    text = NOTE.sub("", text)
    found = scan(text)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(text)
    if not whole or found[0].kind not in FIGURES or found[0].upper is not None:
        return None
    return found[0] if isinstance(found[0].value, Decimal) else None


def water_class(text: str) -> str | None:
    """The class of water that a cell holds: Ⅱ类, II, 劣Ⅴ."""
    printed = CLASSED.fullmatch(text)
    found = scan(f"{printed['class']}类水质") if printed else ()
    one = found[0] if len(found) == 1 and found[0].kind is NumberKind.CLASS else None
    return one.value if one is not None and isinstance(one.value, str) else None


def signed(text: str) -> tuple[str, str]:
    """A figure's sign or arrow as + or -, "" where it has none, and the figure without it."""
    found = SIGNED.fullmatch(text)
    if found is None:
        return "", text
    sign = found["arrow"] or found["sign"] or ""
    return ARROWS.get(sign, ""), found["rest"]


@lru_cache(maxsize=256)
def unit_of(words: str) -> Number | None:
    """The number 1 in a unit, None where the words are no unit; each cell of a column asks."""
    found = scan(f"1{words}") if words else ()
    whole = len(found) == 1 and found[0].end == len(words) + 1
    return found[0] if whole and found[0].kind is NumberKind.AMOUNT else None


def named_metrics(words: str) -> tuple[Mention, ...]:
    """The metrics that the words of a cell name.

    The finder of words tells the last one only where something stands behind it.
    """
    return mentions(words + "\n", scan(words))
