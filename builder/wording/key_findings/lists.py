"""What the sentences of page 1 have in common: names in a row, counts, metrics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.model import Period, Runs
from builder.vocabulary.environment.metrics import metric_of
from builder.wording.numbers import counted
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.worded import Worded
from builder.wording.words import enumeration

_MOST = 5


class Lists(Worded):
    """Rows of items, long and short."""

    def rows(self, items: Sequence[str | Runs], *, least: int = 1) -> Iterator[Runs]:
        """All items in a row, then fewer and fewer of them with 等."""
        if len(items) <= _MOST:
            yield in_a_row(items, self.language("、"))
        for shown in range(min(_MOST, len(items) - 1), least - 1, -1):
            yield self.language.runs(
                "{items}等", items=in_a_row(items[:shown], self.language("、"))
            )

    def named(self, reports: Sequence[str], most: int = 3) -> str:
        """The short names of reports in a row; of more than `most` the first, and how many."""
        return self.folded([self.language.bureau(report) for report in reports], most)

    def folded(self, names: Sequence[str], most: int) -> str:
        """Names in a row; of more than `most` the first ones, and how many there are."""
        if len(names) <= most:
            return enumeration(names, self.language)
        return self.language(
            "{names}等{count}家",
            names=enumeration(names[: most - 1], self.language),
            count=self.count(len(names)),
        )

    def count(self, number: int) -> str:
        """A count of bureaus: 两, 四, 12."""
        return counted(number, self.language)

    def metric(self, metric: str) -> str:
        """What a metric is called in short."""
        return self.language(metric_of(metric).brief)

    def period(self, period: Period | None) -> str:
        """A time in words; nothing where it is not told."""
        return "" if period is None else period_words(period, self.language)

    def cite(self, words: str | Runs, marks: Iterable[str]) -> Runs:
        """Words with their marks."""
        return cited(words, marks)
