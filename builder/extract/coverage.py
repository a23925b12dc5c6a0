"""What became of every number of a text: in a fact, known to say no amount, or unread."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from builder.extract.numbers import Number, NumberKind, scan
from builder.extract.quantities import no_amount, ranked_spans
from builder.model import Coverage, Fate, NumberUse, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators import Measured
    from builder.extract.reading import Reading
    from builder.model import Fact

# These say no amount by themselves.
SAY_NOTHING = frozenset(
    (NumberKind.NAME, NumberKind.DATE, NumberKind.MASKED, NumberKind.ORDINAL, NumberKind.DOUBT)
)


def used_numbers(reading: Reading, tallies: Sequence[Tally]) -> frozenset[int]:
    """Starts of the numbers that tallies hold: those with one of their values in their quote."""
    found = set()
    for tally in tallies:
        start, end = reading.compact.find(tally.start), reading.compact.find(tally.end)
        numbers = list(reading.numbers_in(start, end))
        for value in (tally.total, tally.done, tally.pending, tally.rate):
            held = next((one for one in numbers if value is not None and one.value == value), None)
            if held is not None:
                numbers.remove(held)
                found.add(held.start)
    return frozenset(found)


def coverage(reading: Reading, measured: Measured, facts: Sequence[Fact]) -> Coverage:
    """The fate of every number of the text, those of page furniture included, in text order."""
    plain = reading.outline.source.plain
    spans = _spans(facts)
    uses = [_use(reading, measured, spans, number) for number in reading.numbers]
    for piece in reading.outline.furniture:
        for number in scan(plain[piece.start : piece.end]):
            start, end = piece.start + number.start, piece.start + number.end
            uses.append(NumberUse(start=start, end=end, fate=Fate.NONE, rule="furniture"))
    return Coverage(uses=tuple(sorted(uses, key=lambda use: (use.start, use.end))))


def _spans(facts: Sequence[Fact]) -> tuple[list[int], list[int]]:
    """The stretches of all facts, joined where they overlap, as starts and ends."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted((fact.start, fact.end) for fact in facts):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _use(
    reading: Reading, measured: Measured, spans: tuple[list[int], list[int]], number: Number
) -> NumberUse:
    start, end = reading.compact.place(number.start, number.end)
    fate, rule = _fate(reading, measured, spans, number, start)
    return NumberUse(start=start, end=end, fate=fate, rule=rule)


def _fate(
    reading: Reading,
    measured: Measured,
    spans: tuple[list[int], list[int]],
    number: Number,
    place: int,
) -> tuple[Fate, str]:
    if number.kind is NumberKind.DOUBT:
        return Fate.UNREAD, number.rule
    if number.kind in SAY_NOTHING:
        return Fate.NONE, number.rule
    if number.start in measured.targets:
        return Fate.NONE, "target"
    starts, ends = spans
    index = bisect_right(starts, place) - 1
    if number.start in measured.numbers or (index >= 0 and place < ends[index]):
        return Fate.FACT, number.rule
    at = reading.passage_at(number.start)
    if at is None:
        return Fate.NONE, "heading"
    rule = no_amount(reading.text, number, ranked_spans(reading.text, reading.passages[at]))
    return (Fate.UNREAD, "not_understood") if rule is None else (Fate.NONE, rule)
