"""Sentences and rows that say over again what a table's rows say: counted once, by the rows.

全年实施重点项目3个,总投资5200万元 above a table of the three is no fourth promise, and the rows of
a table of letters by county are no sets beside their sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from builder.model import Commitment, Tally
from builder.model.comparison import Dossier

_CELLS = ("|", "\t")
_COUNTED = frozenset({"个", "项", "件", "处", "条", "座", "家"})
# Between a sentence and the first row of its table stand at most a title and the heads.
_NEAR = 4


def summings(facts: Sequence[Commitment], dossier: Dossier) -> frozenset[int]:
    """Where the commitments begin that only count and sum the rows of the table beside them."""
    source = dossier.extraction.outline.source.plain
    lines = [source.count("\n", 0, fact.start) for fact in facts]
    texts = source.split("\n")
    rows = [any(sign in texts[line] for sign in _CELLS) for line in lines]
    found = set()
    for at, fact in enumerate(facts):
        counts = {target.value for target in fact.targets if target.unit in _COUNTED}
        if rows[at] or not counts:
            continue
        for run in _runs(at, rows):
            if len(run) < 2 or len(run) not in counts:  # noqa: PLR2004 -- one row sums nothing
                continue
            if min(abs(lines[place] - lines[at]) for place in run) <= _NEAR:
                found.add(fact.start)
    return frozenset(found)


def _runs(at: int, rows: Sequence[bool]) -> Iterator[list[int]]:
    """The places of the rows right behind and right before a place."""
    for places in (range(at + 1, len(rows)), range(at - 1, -1, -1)):
        run = []
        for place in places:
            if not rows[place]:
                break
            run.append(place)
        yield run


def parts(facts: Sequence[Tally]) -> frozenset[int]:
    """Where the sets begin of which another set of the same raisers is the sum.

    东乡46件、西乡71件 beside the 117 of 合计 are its parts.
    """
    found: set[int] = set()
    for at, whole in enumerate(facts):
        for beside in (facts[at + 1 :], facts[:at][::-1]):
            found |= {fact.start for fact in _summed(whole, beside)}
    return frozenset(found)


def _summed(whole: Tally, beside: Sequence[Tally]) -> Sequence[Tally]:
    """The next sets, two or more, that sum to a whole in totals and in what is done."""
    alike = []
    for fact in beside:
        if (fact.source, fact.unit) != (whole.source, whole.unit) or None in (
            fact.total,
            fact.done,
        ):
            break
        alike.append(fact)
    if whole.total is None or whole.done is None:
        return ()
    totals = list(accumulate(fact.total or 0 for fact in alike))
    done = list(accumulate(fact.done or 0 for fact in alike))
    for count, sums in enumerate(zip(totals, done, strict=True), 1):
        if count > 1 and sums == (whole.total, whole.done):
            return alike[:count]
    return ()
