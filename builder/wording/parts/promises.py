"""A promise as the pages have it: whole, by one clause, and by what can be checked of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model import Checkability, Commitment, Target
from builder.model.comparison import PlannedCommitment
from builder.model.printed import Runs, RunStyle
from builder.vocabulary.generic.quotes import quote_words
from builder.wording.cells import styled
from builder.wording.parts.quotes import (
    BETWEEN,
    condensed,
    in_one_row,
    quote,
    shown,
    stretch,
    weight,
    weightiest,
)
from builder.wording.runs import cited
from builder.wording.wording import Wording
from builder.wording.words import amount

_POINT = 44
# A target that is nearly the whole sentence says nothing beside it; its number does.
_WHOLE = 0.6
_KINDS = (
    Checkability.DATED,
    Checkability.QUANTIFIED,
    Checkability.PRODUCT,
    Checkability.GENERAL,
)
_YEAR, _MONTH, _DAY = (
    re.compile(r"(20\d\d)年"),
    re.compile(r"(\d{1,2})月"),
    re.compile(r"(\d{1,2})日"),
)
_QUARTER, _HALF = re.compile("([一二三四])季度"), re.compile("上半年")
_LAST_MONTH, _LAST_DAY, _HALF_MONTH = 12, 31, 6


class Promises:
    """Promises in the words of their sources; `language` has their marks."""

    def __init__(self, language: Wording) -> None:
        self.language = language

    def whole(self, item: PlannedCommitment) -> Runs:
        """The whole sentence."""
        return self._cited(self._quote(item.fact), item.fact)

    def short(self, item: PlannedCommitment, most: int) -> Runs:
        """Its clauses that say most, `most` characters or less."""
        return self._cited(
            condensed(self._quote(item.fact), most, self._asked(item.fact)), item.fact
        )

    def point(self, item: PlannedCommitment) -> Runs:
        """Its clause that names most; of one that can be checked, that which can be."""
        return self._cited(self._point(item.fact), item.fact)

    def aim(self, item: PlannedCommitment) -> str:
        """The numbers to be reached, else the product, and by when: 时限 where it is set apart."""
        fact = item.fact
        said = list(dict.fromkeys(self._targets(fact)))
        if not said and fact.product is not None:
            said.append(shown(fact.product))
        deadline = self.deadline(fact)
        if deadline and not any(deadline in words for words in said):
            said.append(deadline)
        return BETWEEN.join(said)

    def deadline(self, fact: Commitment) -> str:
        """By when, as printed."""
        return shown(fact.deadline or "")

    def worth(self, item: PlannedCommitment) -> float:
        """How much it says."""
        return weight(self._point(item.fact)) + len(item.fact.targets)

    def _quote(self, fact: Commitment) -> str:
        return in_one_row(quote(self.language.report(fact), fact))

    def _asked(self, fact: Commitment) -> list[str]:
        """What can be checked of it: its targets, its product and its deadline."""
        report = self.language.report(fact)
        asked = [stretch(report, target.start, target.end) for target in fact.targets]
        return asked + [shown(words) for words in (fact.product, fact.deadline) if words]

    def _point(self, fact: Commitment) -> str:
        if asked := self._asked(fact):
            return condensed(self._quote(fact), _POINT, asked)
        return weightiest(self._quote(fact))

    def _targets(self, fact: Commitment) -> Iterator[str]:
        """What is to be reached, with the hedge that its sentence has before it."""
        for target in fact.targets:
            words = self._target(fact, target)
            hedge = self._hedge(fact, target)
            yield (
                words
                if not hedge
                else self.language("{words}（“{hedge}”）", words=words, hedge=hedge)
            )

    def _target(self, fact: Commitment, target: Target) -> str:
        words = stretch(self.language.report(fact), target.start, target.end)
        if len(words) <= _WHOLE * len(self._quote(fact)) and in_one_row(words) == words:
            return words
        return amount(target.value, target.unit, target.qualifier, self.language)

    def _hedge(self, fact: Commitment, target: Target) -> str:
        """力争 where the target's clause has it before the target."""
        report = self.language.report(fact)
        printed = report.extraction.outline.source.plain[target.start : target.end]
        before = report.clause(target.start, target.end).partition(printed)[0]
        found = quote_words().hopes.search(before)
        return found[0] if found is not None else ""

    def _cited(self, words: str, fact: Commitment) -> Runs:
        doubt = () if fact.is_sure else styled(self.language("（须核对）"), RunStyle.QUIET)
        return (*cited(words, (self.language.mark(fact),)), *doubt)


def sooner(item: PlannedCommitment) -> tuple[int, tuple[int, int, int], int]:
    """Where a promise stands: dated ones by time, then numbers, then products, in text order."""
    printed = shown(item.fact.deadline or "")
    kind = 0 if printed else 1 + _KINDS.index(item.checkability)
    return kind, _day(printed) if printed else (0, 0, 0), item.number


def _day(printed: str) -> tuple[int, int, int]:
    """Year, month and day of a deadline as far as they are printed; its last day where not."""
    year, month, day = (found.search(printed) for found in (_YEAR, _MONTH, _DAY))
    quarter = _QUARTER.search(printed)
    months = int(month[1]) if month else _LAST_MONTH
    if quarter:
        months = 3 * ("一二三四".index(quarter[1]) + 1)
    elif _HALF.search(printed):
        months = _HALF_MONTH
    return int(year[1]) if year else 0, months, int(day[1]) if day else _LAST_DAY
