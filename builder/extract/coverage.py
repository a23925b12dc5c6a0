"""What became of every number of a text: in a fact, known to say no amount, or unread."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from builder.extract.quantities import no_amount
from builder.model import Coverage, Fate, NumberUse, Tally
from builder.text.numbers.number import Number, NumberKind
from builder.text.numbers.scanner import scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators import Measured
    from builder.model import Fact
    from builder.text.analysis import Reading

# These say no amount by themselves.
SAY_NOTHING = frozenset(
    (NumberKind.NAME, NumberKind.DATE, NumberKind.MASKED, NumberKind.ORDINAL, NumberKind.DOUBT)
)


def used_numbers(reading: Reading, tallies: Sequence[Tally]) -> frozenset[int]:
    """Starts of the numbers that tallies hold: those with one of their values in their quote."""
    found = set()
    for tally in tallies:
        start, end = reading.compact.find(tally.start), reading.compact.find(tally.end)
        numbers = list(reading.numbers.within(start, end))
        for value in (tally.total, tally.done, tally.pending, tally.rate):
            held = next((one for one in numbers if value is not None and one.value == value), None)
            if held is not None:
                numbers.remove(held)
                found.add(held.start)
    return frozenset(found)


def coverage(reading: Reading, measured: Measured, facts: Sequence[Fact]) -> Coverage:
    """The fate of every number of the text, those of page furniture included, in text order."""
    judge = _Judge(reading, measured, facts)
    uses = [judge.use(number) for number in reading.numbers]
    plain = reading.outline.source.plain
    for piece in reading.outline.furniture:
        for number in scan(plain[piece.start : piece.end]):
            start, end = piece.start + number.start, piece.start + number.end
            uses.append(NumberUse(start=start, end=end, fate=Fate.NONE, rule="furniture"))
    return Coverage(uses=tuple(sorted(uses, key=lambda use: (use.start, use.end))))


class _Judge:
    """Says what became of a number."""

    def __init__(self, reading: Reading, measured: Measured, facts: Sequence[Fact]) -> None:
        self._reading = reading
        self._measured = measured
        self._starts, self._ends = _joined(facts)

    def use(self, number: Number) -> NumberUse:
        """The number at its place in the source, with its fate and the rule for it."""
        start, end = self._reading.compact.place(number.start, number.end)
        fate, rule = self._fate(number, start)
        return NumberUse(start=start, end=end, fate=fate, rule=rule)

    def _fate(self, number: Number, place: int) -> tuple[Fate, str]:
        if number.kind is NumberKind.DOUBT or number.start in self._measured.doubted:
            doubt = number.kind is NumberKind.DOUBT
            return Fate.UNREAD, number.rule if doubt else "not_understood"
        if number.kind in SAY_NOTHING:
            return Fate.NONE, number.rule
        if number.start in self._measured.targets:
            return Fate.NONE, "target"
        if number.start in self._measured.numbers or self._in_fact(place):
            return Fate.FACT, number.rule
        at = self._reading.passage_at(number.start)
        if at is None:
            return Fate.NONE, "heading"
        passage = self._reading.passages[at]
        ranked = self._reading.ranks.within(passage.start, passage.end)
        rule = no_amount(self._reading.text, passage.start, number, ranked)
        return (Fate.UNREAD, "not_understood") if rule is None else (Fate.NONE, rule)

    def _in_fact(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._ends[index]


def _joined(facts: Sequence[Fact]) -> tuple[list[int], list[int]]:
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
