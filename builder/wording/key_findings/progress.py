"""Sentences on what was raised and settled, as officials put it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import assert_never

from builder.model import Runs, Tally
from builder.model.comparison import (
    ItemsLeft,
    ProgressFinding,
    RaisedItems,
    TallyStatus,
    TallyTopic,
    TopicProgress,
)
from builder.vocabulary.environment.conclusions import conclusion_words
from builder.wording.fact_words import left_state, left_words
from builder.wording.key_findings.lists import Lists
from builder.wording.key_findings.said import Forms, Said
from builder.wording.runs import in_a_row
from builder.wording.words import plain, unit_words

NAMES = {
    TallyTopic.INSPECTION: "督察整改",
    TallyTopic.LETTERS: "督察信访件",
    TallyTopic.PETITION: "信访投诉",
    TallyTopic.OUTFALL: "排污口整治",
    TallyTopic.CAMPAIGN: "专项行动整改",
}
# What is said of what is left, by the word of settling in the set's own sentence.
UNSETTLED = {"销号": "未销号", "办结": "未办结", "": "未完成"}
CLOSED = "办结"
_MOST = 2


class Progress(Lists):
    """Sentences on sets of items."""

    def forms(self, finding: ProgressFinding) -> Forms:
        """The forms of a finding's sentence."""
        match finding:
            case ItemsLeft():
                return self._left(finding)
            case TopicProgress():
                return self._progress(finding)
            case _:
                assert_never(finding)

    def _left(self, finding: ItemsLeft) -> Forms:
        """潜江市督察整改还有35项按期推进: 2016—2023年交办166项，已完成131项"""
        fact = finding.status.fact
        lead = self.language.runs(
            "{bureau}{name}还有{left}{unit}{unsettled}",
            bureau=self.language.bureau(fact.report),
            name=self._name(finding),
            left=plain(finding.left),
            unit=self._unit(fact),
            unsettled=left_state(finding.status, self.language)
            or self.language(UNSETTLED[self._settling(fact)]),
        )
        for opening in self._openings(fact):
            words = self.language(
                "{opening}{total}{unit}，{settled}{done}{unit}",
                opening=opening,
                total=_plain(fact.total),
                unit=self._unit(fact),
                settled=self.language("已办结" if self._settling(fact) == CLOSED else "已完成"),
                done=_plain(fact.done),
            )
            yield Said(lead, self.cite(words, (self.language.mark(fact),)))

    def _progress(self, finding: TopicProgress) -> Forms:
        """督察整改未完成较多的是甲市、乙县: 甲市还有35项、乙县20件；丙县等3家已全部完成"""
        name = self.language.inside(self.language(NAMES[finding.topic]))
        count = self.count(len(finding.all))
        if finding.open:
            late = [status for status in finding.open if not status.on_time]
            shown = _most_left(late or finding.open, finding)
            told = "{name}未完成较多的是{bureaus}" if late else "{name}剩余较多的是{bureaus}"
            if not shown:
                shown, told = late or finding.open, "{name}有事项办结不到九成的是{bureaus}"
            lead = self.language.runs(told, name=name, bureaus=self._bureaus(shown, _MOST + 1))
            yield from self._details(lead, finding, self._remaining(shown))
        elif finding.nearly:
            lead = self.language.runs(
                "{name}写明办结数的{count}家均办结九成以上", name=name, count=count
            )
            yield from self._details(lead, finding, self._all_remaining(finding.nearly))
        else:
            lead = self.language.runs(
                "{name}写明办结数的{count}家均已全部完成", name=name, count=count
            )
            for row in self.rows([self._total(status) for status in finding.done]):
                yield Said(lead, row)

    def _details(self, lead: Runs, finding: TopicProgress, left: Runs) -> Forms:
        """What is left, with what the others have done; the longest form first."""
        nearly = finding.nearly if finding.open else ()
        due = [status for status in finding.open if status.on_time]
        parts = (
            (due if len(due) < len(finding.open) else (), "{bureaus}按期推进"),
            (finding.done, "{bureaus}已全部完成"),
            (nearly, "{bureaus}办结九成以上"),
        )
        for most in (3, _MOST, 1):
            said = [left]
            for statuses, told in parts:
                if statuses:
                    bureaus = self._bureaus(statuses, most)
                    said.append(self.language.runs(told, bureaus=bureaus))
            yield Said(lead, in_a_row(said, self.language("；")))
        yield Said(lead, left)
        yield Said(lead)

    def _remaining(self, statuses: Sequence[TallyStatus]) -> Runs:
        """甲市还有35项、乙县20件; the name stands in the lead where it is one."""
        if len(statuses) == 1:
            fact = statuses[0].fact
            words = self.language(
                "还有{count}{unit}",
                count=_plain(statuses[0].pending.value if statuses[0].pending else None),
                unit=self._unit(fact),
            )
            words = left_words(words, statuses[0], self.language)
            return self.cite(words, (self.language.mark(fact),))
        return self._all_remaining(statuses)

    def _all_remaining(self, statuses: Sequence[TallyStatus]) -> Runs:
        """还有甲市5项、乙县2件等"""
        row = in_a_row([self._item(status) for status in statuses[:_MOST]], self.language("、"))
        told = "还有{items}等" if len(statuses) > _MOST else "还有{items}"
        return self.language.runs(told, items=row)

    def _item(self, status: TallyStatus) -> Runs:
        """甲市35项, 乙县7件阶段性办结"""
        words = self.language(
            "{bureau}{count}{unit}",
            bureau=self.language.bureau(status.fact.report),
            count=_plain(status.pending.value if status.pending else None),
            unit=self._unit(status.fact),
        )
        return self.cite(
            left_words(words, status, self.language), (self.language.mark(status.fact),)
        )

    def _total(self, status: TallyStatus) -> Runs:
        """甲市13个"""
        words = self.language(
            "{bureau}{count}{unit}",
            bureau=self.language.bureau(status.fact.report),
            count=_plain(status.fact.total),
            unit=self._unit(status.fact),
        )
        return self.cite(words, (self.language.mark(status.fact),))

    def _bureaus(self, statuses: Sequence[TallyStatus], most: int = _MOST) -> str:
        reports = [status.fact.report for status in statuses]
        if len(reports) > most == 1:
            return self.language("{count}家", count=self.count(len(reports)))
        return self.named(reports, most)

    def _openings(self, fact: Tally) -> Iterator[str]:
        """What stands before the total, the time first of all where it is known: 2016—2023年交办.

        A report's own time is when it tells of the items, and not when they were raised.
        """
        words = fact.subject + self.language.report(fact).plain(fact)
        found = conclusion_words().raised.search(words)
        raised = self.language(found[0] if found else "共")
        period, own = fact.period, self.language.report(fact).line.period
        if period is not None and period != own:
            yield self.language("{period}{raised}", period=self.period(period), raised=raised)
        elif period is not None and not period.whole_year and period.end.year == period.start.year:
            end = period.end
            yield self.language(
                "到{year}年{month}月，{raised}", year=end.year, month=end.month, raised=raised
            )
        yield raised

    def _name(self, finding: ItemsLeft) -> str:
        """督察信访件 where inspectors handed the letters over, else the topic's name."""
        letters = finding.status.raised is RaisedItems.LETTERS
        topic = TallyTopic.LETTERS if letters else finding.topic
        return self.language.inside(self.language(NAMES[topic]))

    def _settling(self, fact: Tally) -> str:
        """The word of settling that a set's own words have; empty for any other."""
        words = self.language.report(fact).plain(fact)
        return next(word for word in UNSETTLED if word in words)

    def _unit(self, fact: Tally) -> str:
        return unit_words(fact.unit, self.language) if fact.unit else ""


def _most_left(statuses: Sequence[TallyStatus], finding: TopicProgress) -> Sequence[TallyStatus]:
    """Of those behind, or else of all, the sets with most left: none with less than half of what
    the first one has, nor with less than one that is nearly settled.
    """
    most = max(status.left for status in statuses)
    least = max(most / _MOST, *(status.left for status in finding.nearly), Decimal(0))
    return [status for status in statuses if status.left >= least]


def _plain(value: object) -> str:
    return "" if value is None else f"{value:f}"
