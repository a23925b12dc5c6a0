"""Sets of items with done and total: what follows from their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from builder.check.arithmetic import agree
from builder.compare.raised import is_of_running_plan, is_on_time, raised_items
from builder.compare.summings import parts
from builder.model import Tally, TallySource
from builder.model.comparison import Amount, Dossier, TallyNote, TallyState, TallyStatus

_ORDER = tuple(TallySource)
_PLACES = Decimal("0.01")
_AS_OF = ("截至", "截止")


def tally_statuses(dossiers: Iterable[Dossier]) -> tuple[TallyStatus, ...]:
    """All sets: inspections first, then the reports in their order, then text order."""
    pairs = [
        (dossier, fact, fact.start in within)
        for dossier in dossiers
        for within in (parts(dossier.of(Tally)),)
        for fact in dossier.of(Tally)
    ]
    pairs.sort(key=lambda pair: _ORDER.index(pair[1].source))
    return tuple(_status(dossier, fact, part=part) for dossier, fact, part in pairs)


def computed_rate(fact: Tally) -> Decimal | None:
    """Done in percent of total, rounded half up to two places; None where it cannot be said."""
    if fact.total is None or fact.done is None or not 0 < fact.total >= fact.done:
        return None
    return (fact.done * 100 / fact.total).quantize(_PLACES, ROUND_HALF_UP)


def rate_differs(fact: Tally) -> bool:
    """Whether the printed rate can't be done/total, neither rounded nor cut off."""
    if fact.rate is None or fact.total is None or fact.done is None or not fact.total:
        return False
    return not agree(fact.rate, fact.done * 100 / fact.total)


def _status(dossier: Dossier, fact: Tally, *, part: bool) -> TallyStatus:
    rate = computed_rate(fact)
    return TallyStatus(
        fact=fact,
        pending=_pending(fact),
        rate=None if rate is None else Amount(value=rate, computed=True),
        state=_state(fact),
        notes=tuple(_notes(dossier, fact)),
        raised=raised_items(fact, dossier),
        on_time=is_on_time(fact, dossier),
        set_aside=part or is_of_running_plan(fact, dossier),
    )


def _pending(fact: Tally) -> Amount | None:
    """What is left: as printed, else total less done."""
    if fact.pending is not None:
        return Amount(value=fact.pending)
    if fact.total is None or fact.done is None or fact.done > fact.total:
        return None
    return Amount(value=fact.total - fact.done, computed=True)


def _state(fact: Tally) -> TallyState:
    if fact.done is None:
        return TallyState.DONE_UNKNOWN
    if fact.total is None:
        return TallyState.TOTAL_UNKNOWN
    if fact.done > fact.total:
        return TallyState.DONE_ABOVE_TOTAL
    return TallyState.COMPLETE if fact.done == fact.total else TallyState.UNDER_WAY


def _notes(dossier: Dossier, fact: Tally) -> Iterable[TallyNote]:
    """Differences between printed and computed, and whether the numbers run to a told day."""
    if rate_differs(fact):
        yield TallyNote.RATE_DIFFERS
    if (
        fact.done is not None
        and fact.pending is not None
        and fact.total is not None
        and fact.done + fact.pending != fact.total
    ):
        yield TallyNote.PARTS_DIFFER
    words = dossier.sentence(fact) + dossier.plain(fact)
    dated = any(word in words for word in _AS_OF)
    yield TallyNote.DATED if dated else TallyNote.UNDATED
