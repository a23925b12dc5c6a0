"""督察与整改: sets of items with done and total, rates as printed and as computed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from builder.check.arithmetic import agree
from builder.model import Figure, Tally, TallyRow, TallySource
from builder.model.comparison import Dossier
from builder.vocabulary.environment.names import names
from builder.wording.periods import period_words
from builder.wording.wording import Wording
from builder.wording.words import plain

_ORDER = tuple(TallySource)
_PLACES = Decimal("0.01")
_AS_OF = ("截至", "截止")


def tally_rows(dossiers: Iterable[Dossier], language: Wording) -> tuple[TallyRow, ...]:
    """One row a set: inspections first, then the bureaus in their order, then text order."""
    pairs = [(dossier, fact) for dossier in dossiers for fact in dossier.of(Tally)]
    pairs.sort(key=lambda pair: _ORDER.index(pair[1].source))
    return tuple(_row(dossier, fact, language) for dossier, fact in pairs)


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


def _row(dossier: Dossier, fact: Tally, language: Wording) -> TallyRow:
    mark = dossier.marks[fact]
    rate = computed_rate(fact)
    return TallyRow(
        bureau=language.short(dossier),
        source=language(names().sources[fact.source]),
        subject=fact.subject,
        total=_count(fact.total, mark, language),
        done=_count(fact.done, mark, language),
        pending=_pending(fact, mark, language),
        printed_rate=_percent(fact.rate, mark, language("未载明")),
        computed_rate=_percent(rate, mark, language("不能计算"), computed=True),
        period=period_words(fact.period, language),
        state=_state(fact, language),
        note=_note(dossier, fact, language),
    )


def _count(value: Decimal | None, mark: str, language: Wording) -> Figure:
    if value is None:
        return Figure(text=language("未载明"))
    return Figure(text=plain(value), marks=(mark,), value=value)


def _percent(value: Decimal | None, mark: str, absent: str, *, computed: bool = False) -> Figure:
    if value is None:
        return Figure(text=absent)
    return Figure(
        text=f"{plain(value)}%",
        marks=(mark,),
        value=value,
        unit="%",
        computed=computed,
        cell=plain(value),
    )


def _pending(fact: Tally, mark: str, language: Wording) -> Figure:
    """What is left: as printed, else total less done."""
    if fact.pending is not None or fact.total is None or fact.done is None:
        return _count(fact.pending, mark, language)
    if fact.done > fact.total:
        return Figure(text=language("不能计算"))
    left = fact.total - fact.done
    return Figure(text=plain(left), marks=(mark,), value=left, computed=True)


def _state(fact: Tally, language: Wording) -> str:
    if fact.done is None:
        return language("办结数未载明")
    if fact.total is None:
        return language("总数未载明")
    if fact.done > fact.total:
        return language("完成数大于总数，存疑")
    return language("已全部完成") if fact.done == fact.total else language("推进中")


def _note(dossier: Dossier, fact: Tally, language: Wording) -> str:
    """Differences between printed and computed, and to which day the numbers run."""
    notes = []
    if rate_differs(fact):
        notes.append(language("原文比率与按原文数字计算的不一致"))
    parts = (fact.done, fact.pending, fact.total)
    if None not in parts and sum(parts[:2]) != fact.total:  # type: ignore[arg-type]
        notes.append(language("完成数与未完成数之和不等于总数"))
    words = dossier.sentence(fact) + dossier.plain(fact)
    dated = any(word in words for word in _AS_OF)
    notes.append(language("原文称“截至”，见出处") if dated else language("未写明截止日期"))
    return language("；").join(notes)
