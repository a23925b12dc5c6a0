"""A fact in a few words, as lists of facts have it: about what, how much, of when, of where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.kinds import kind_of
from builder.language import Language
from builder.model import AnyFact, Commitment, Indicator, Quantity, Tally
from builder.model.comparison import TallyStatus
from builder.vocabulary.environment.names import names
from builder.wording.periods import period_words
from builder.wording.words import (
    amount,
    change_words,
    enumeration,
    folded,
    rank_words,
    theme_words,
    unit_words,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    """What a fact says; what its kind does not have is empty."""

    about: str
    value: str = ""
    period: str = ""
    scope: str = ""

    def __str__(self) -> str:
        """All of it in a row."""
        return " ".join(filter(None, (self.about, self.value, self.period, self.scope)))


def fact_words(fact: AnyFact, language: Language) -> FactWords:
    """A fact in words; one that has no name of its own is called by its themes."""
    values = language("，").join(_values(fact, language))
    if isinstance(fact, Indicator):
        return FactWords(
            about=language(names().metrics[fact.metric]),
            value=values,
            period=period_words(fact.period, language),
            scope=folded(fact.scope or ""),
        )
    themes = enumeration(theme_words(fact.themes, language), language)
    return FactWords(
        about=folded(kind_of(fact).about(fact, language)) or themes,
        value=values,
        period=period_words(fact.period, language) if isinstance(fact, Tally) else "",
    )


def _values(fact: AnyFact, language: Language) -> Iterator[str]:
    match fact:
        case Indicator():
            if fact.value is not None:
                yield amount(fact.value, fact.unit, fact.qualifier, language)
            if fact.change is not None:
                yield change_words(fact.change, language)
            if fact.rank is not None:
                yield rank_words(fact.rank, language)
        case Tally():
            yield from _counts(fact, language)
        case Quantity():
            yield amount(fact.value, fact.unit, fact.qualifier, language)
        case Commitment():
            for target in fact.targets:
                yield amount(target.value, target.unit, target.qualifier, language)
            yield from filter(None, (fact.deadline, fact.product))


def left_words(words: str, status: TallyStatus, language: Language) -> str:
    """Words on a number of items left, with what the report says of them: 还有7件|阶段性办结."""
    state = left_state(status, language)
    return language("{left}{state}", left=words, state=state) if state else words


def left_state(status: TallyStatus, language: Language) -> str:
    """What those left are called where they are not simply unfinished: 阶段性办结, 按期推进."""
    if status.fact.pending_as is not None:
        return status.fact.pending_as
    return language("按期推进") if status.on_time else ""


def _counts(fact: Tally, language: Language) -> Iterator[str]:
    """The printed numbers of a set: 共166项，完成131项，未完成35项，完成率98.57%."""
    unit = unit_words(fact.unit, language) if fact.unit else ""
    if fact.total is not None:
        yield language("共{number}{unit}", number=fact.total, unit=unit)
    if fact.done is not None:
        yield language("完成{number}{unit}", number=fact.done, unit=unit)
    if fact.pending is not None and fact.pending_as is None:
        yield language("未完成{number}{unit}", number=fact.pending, unit=unit)
    elif fact.pending is not None:
        state = fact.pending_as
        yield language("{state}{number}{unit}", state=state, number=fact.pending, unit=unit)
    if fact.rate is not None:
        yield language("完成率{rate}%", rate=fact.rate)
