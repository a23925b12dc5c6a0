"""What became of every number of a text: in a fact, known to say no amount, or unread."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from builder.extract.quantities.no_quantity import no_amount
from builder.model import Coverage, Fate, NumberUse
from builder.text.numbers.number import Number, NumberKind
from builder.text.numbers.scanner import scan
from builder.text.numbers.unclear import UNCLEAR
from builder.text.tables import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.extracted import Extracted
    from builder.model import Fact
    from builder.text.analysis import TextAnalysis

# These say no amount by themselves.
SAY_NOTHING = frozenset(
    (NumberKind.NAME, NumberKind.DATE, NumberKind.MASKED, NumberKind.ORDINAL, NumberKind.DOUBT)
)
# Each number asks for these; to look up a member of an enumeration takes as long as a search.
FACT, NONE, UNREAD, DOUBT = Fate.FACT, Fate.NONE, Fate.UNREAD, NumberKind.DOUBT


def coverage(
    analysis: TextAnalysis, extracted: Sequence[Extracted[Fact]], quoted: Sequence[Fact]
) -> Coverage:
    """The fate of every number of the text, those of page furniture included, in text order.

    `extracted` are the facts made of numbers, with the numbers they used; `quoted` the facts that
    tell their whole quote, whatever number stands in it.
    """
    judge = _Judge(analysis, extracted, quoted)
    uses = [judge.use(number) for number in analysis.numbers]
    plain = analysis.outline.source.plain
    for item in analysis.outline.furniture:
        for number in scan(plain[item.start : item.end]):
            start, end = item.start + number.start, item.start + number.end
            uses.append(NumberUse(start=start, end=end, fate=Fate.NONE, rule="furniture"))
    return Coverage(uses=tuple(sorted(uses, key=attrgetter("start", "end"))))


class _Judge:
    """Says what became of a number."""

    def __init__(
        self, analysis: TextAnalysis, extracted: Sequence[Extracted[Fact]], quoted: Sequence[Fact]
    ) -> None:
        self._analysis = analysis
        self._used = frozenset().union(*(one.used for one in extracted))
        self._targets = frozenset().union(*(one.targets for one in extracted))
        self._doubted = frozenset().union(*(one.doubted for one in extracted))
        self._starts, self._ends = _joined(quoted)
        self._indexes = {
            row[index].start
            for table in analysis.tables
            for index in table.of_kind(ColumnKind.INDEX)
            for row in table.rows
        }

    def use(self, number: Number) -> NumberUse:
        """The number at its offset in the source, with its fate and the rule for it."""
        start, end = self._analysis.normalized.source_span(number.start, number.end)
        fate, rule = self._fate(number, start)
        return NumberUse(start=start, end=end, fate=fate, rule=rule)

    def _fate(self, number: Number, offset: int) -> tuple[Fate, str]:
        doubt = number.kind is DOUBT or number.rule in UNCLEAR
        if doubt or number.start in self._doubted:
            return UNREAD, number.rule if doubt else "not_understood"
        if number.kind in SAY_NOTHING:
            return NONE, number.rule
        if number.start in self._targets:
            return NONE, "target"
        if number.start in self._used:
            return FACT, number.rule
        at = self._analysis.sentence_at(number.start)
        tabled = self._in_table(offset) if at is None else None
        quoted = (FACT, number.rule) if self._is_quoted(offset) else None
        return tabled or quoted or self._untold(number, at)

    def _untold(self, number: Number, at: int | None) -> tuple[Fate, str]:
        """The fate of a number that no fact tells, in the sentence `at`."""
        if at is None:
            return NONE, "heading"
        sentence = self._analysis.sentences[at]
        ranked = self._analysis.ranks.within(sentence.start, sentence.end)
        rule = no_amount(self._analysis.text, sentence.start, number, ranked)
        return (UNREAD, "not_understood") if rule is None else (NONE, rule)

    def _in_table(self, offset: int) -> tuple[Fate, str] | None:
        """The fate of a number in a cell that is no sentence: it counts rows, or was not read."""
        grids = self._analysis.outline.grids
        at = bisect_right(grids, offset, key=lambda grid: grid.start) - 1
        if at < 0 or offset >= grids[at].end:
            return None
        return (Fate.NONE, "index") if offset in self._indexes else (Fate.UNREAD, "not_understood")

    def _is_quoted(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


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
