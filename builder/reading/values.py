"""What names a fact in a list: what it is about, and its value."""

from __future__ import annotations

from builder.kinds import kind_of
from builder.model import AnyFact, Commitment, Indicator, Problem, Quantity, Tally
from builder.model.comparison import Dossier
from builder.wording.wording import Wording
from builder.wording.words import amount, enumeration, folded, movement_words, unit_words

_LONGEST = 60


def about(fact: AnyFact, dossier: Dossier, language: Wording) -> str:
    """What a fact is about; of one that is a sentence its first words."""
    if isinstance(fact, Problem):
        return shortened(fact.title)
    words = kind_of(fact).about(fact, language) or shortened(dossier.plain(fact))
    return language.sentence(words)


def value(fact: AnyFact, language: Wording) -> str:
    """The value of a fact with its unit: 32.86 μg/m³, 131/166项; empty for one that has none."""
    match fact:
        case Indicator(value=None):
            return movement_words(fact.change, language) if fact.change else ""
        case Indicator() | Quantity():
            assert fact.value is not None  # the case above
            return amount(fact.value, fact.unit, fact.qualifier, language)
        case Tally():
            return _tallied(fact, language)
        case Commitment():
            return target_words(fact, language)
    return ""


def target_words(fact: Commitment, language: Wording) -> str:
    """What a promise is to reach: ≥92%、3条."""
    said = (amount(each.value, each.unit, each.qualifier, language) for each in fact.targets)
    return enumeration(dict.fromkeys(said), language)


def settled(fact: Tally, language: Wording) -> str:
    """How many of a set are settled, in words: 共166，已完成131，未完成35."""
    said = (
        language("共{count}", count=fact.total) if fact.total is not None else "",
        language("已完成{count}", count=fact.done) if fact.done is not None else "",
        _pending(fact, language),
        language("完成率{count}%", count=fact.rate) if fact.rate is not None else "",
    )
    return language("，").join(filter(None, said))


def _pending(fact: Tally, language: Wording) -> str:
    """How many are left, by what the report calls them: 未完成35, 阶段性办结7."""
    if fact.pending is None:
        return ""
    if fact.pending_as is None:
        return language("未完成{count}", count=fact.pending)
    return language("{state}{count}", state=fact.pending_as, count=fact.pending)


def shortened(words: str) -> str:
    """Words on one line, many of them cut."""
    words = folded(words)
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def _tallied(fact: Tally, language: Wording) -> str:
    unit = unit_words(fact.unit, language) if fact.unit else ""
    if fact.total is not None and fact.done is not None:
        return f"{fact.done:f}/{fact.total:f}{unit}"
    for number in (fact.total, fact.done, fact.pending):
        if number is not None:
            return f"{number:f}{unit}"
    return "" if fact.rate is None else f"{fact.rate:f}%"
