"""What an office writes of items: settled, nine tenths settled, and where most is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from builder.model import Qualifier
from builder.model.comparison import TallyStatus
from builder.model.printed import Runs
from builder.widths import columns
from builder.wording.fact_words import left_state, left_words
from builder.wording.parts.context import Context
from builder.wording.parts.quotes import shown
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.wording import Wording
from builder.wording.words import amount, plain

_MOST_NAMED = 3
_NINE_TENTHS = Decimal(90)
_CAPTION = 48
# What a report says of what is left, right behind its number: 35项|序时推进.
_STATE = re.compile(r"(?:均|正|正在|都)?[^,。;:、\d\s]{2,12}(?=[,。;])")


def ratio(status: TallyStatus) -> Decimal | None:
    """The share that is settled, 0 to 1; None where it can't be told."""
    fact = status.fact
    if fact.done is None or fact.total is None or status.rate is None:
        return None
    return fact.done / fact.total


class Progress:
    """Sentences on sets of items."""

    def __init__(self, context: Context) -> None:
        self.language = context.language

    def sentence(self, lead: str, statuses: Sequence[TallyStatus]) -> Runs:
        """督察交办、反馈事项，A、B已全部完成；…办结九成以上；未完成较多的是…。"""
        order = tuple(self.language.reports)
        statuses = sorted(statuses, key=lambda status: order.index(status.fact.report))
        whole = [status for status in statuses if status.fact.done == status.fact.total]
        rest = [status for status in statuses if status not in whole]
        most = [status for status in rest if _rate(status) >= _NINE_TENTHS]
        open_ = sorted((s for s in rest if s not in most), key=attrgetter("left"), reverse=True)
        most_left = max((status.left for status in most), default=0)
        parts = [self._whole(whole), self._most(most), self._open(open_, most_left)]
        said = [part for part in parts if part]
        if not said:
            return ()
        return self.language.runs(
            "{lead}，{parts}。",
            lead=lead,
            parts=in_a_row(said, self.language("；")),
        )

    def caption(self, statuses: Sequence[TallyStatus]) -> str:
        """Where most is left: 潜江市中央和省督察交办整改任务还有35项按期推进."""
        language = self.language
        most = max(status.left for status in statuses)
        if not most:
            return language("有总数和完成数的事项均已办结")
        first, *others = [status for status in statuses if status.left == most]
        fields = {
            "bureau": language.bureau(first.fact.report),
            "subject": shown(first.fact.subject),
            "count": amount_of(most, first, language),
        }
        more = len({status.fact.report for status in (first, *others)})
        if more > 1:
            return language("未完成最多的是{bureau}等{more}家，各有{count}", **fields, more=more)
        state = left_state(first, language)
        if state:
            said = language("{bureau}{subject}还有{count}{state}", **fields, state=state)
        else:
            said = language("{bureau}{subject}还有{count}未完成", **fields)
        if not others and columns(said) <= _CAPTION:
            return said
        said = language("未完成最多的是{bureau}，还有{count}", **fields)
        return left_words(said, first, language)

    def _whole(self, statuses: Sequence[TallyStatus]) -> Runs:
        """What is settled in whole; a limit of the settlement is said with it (县级销号)."""
        notes: dict[str, list[TallyStatus]] = {}
        for status in statuses:
            notes.setdefault(status.fact.note or "", []).append(status)
        parts = [
            self.language.runs(
                "{items}已全部完成{note}",
                items=self._list(some, counted=bool(note)),
                note=note,
            )
            for note, some in sorted(notes.items(), reverse=True)
        ]
        return in_a_row(parts, self.language("，")) if parts else ()

    def _most(self, statuses: Sequence[TallyStatus]) -> Runs:
        if not statuses:
            return ()
        return self.language.runs("{items}已完成九成以上", items=self._list(statuses))

    def _open(self, statuses: Sequence[TallyStatus], most_left: Decimal | int) -> Runs:
        """未完成较多的是潜江市，2016—2023年…166项完成131项，35项序时推进。

        Where as much is left of what is settled by nine tenths, only the rate is low.
        """
        if not statuses:
            return ()
        language = self.language
        first, *others = statuses
        said = language.runs(
            "未完成较多的是{bureau}，{numbers}{state}"
            if first.left > most_left
            else "完成不到九成的是{bureau}，{numbers}{state}",
            bureau=language.bureau(first.fact.report),
            numbers=self._numbers(first),
            state=self._state(first),
        )
        if not others:
            return said
        items = [
            language.runs(
                "{bureau}{numbers}{state}",
                bureau=language.bureau(status.fact.report),
                numbers=self._numbers(status),
                state=self._due(status),
            )
            for status in others[: _MOST_NAMED - 1]
        ]
        listed = in_a_row(items, language("，"))
        more = len(others) - len(items)
        msgid = "{said}；{others}" if not more else "{said}；{others}，另有{count}项不到九成"
        return language.runs(msgid, said=said, others=listed, count=more)

    def _numbers(self, status: TallyStatus) -> Runs:
        """2016—2023年中央和省督察交办整改任务166项完成131项"""
        language, fact = self.language, status.fact
        words = language(
            "{period}{subject}{total}完成{done}",
            period=self._period(status),
            subject=subject(status, language),
            total=amount_of(fact.total, status, language),
            done=amount_of(fact.done, status, language),
        )
        return cited(words, (language.mark(fact),))

    def _state(self, status: TallyStatus) -> str:
        """What the report says of what is left, in its words: ，35项序时推进."""
        language, fact = self.language, status.fact
        if fact.pending is None:
            return language("，其余按期推进") if status.on_time else ""
        printed = f"{plain(fact.pending)}{fact.unit or ''}"
        left = amount_of(fact.pending, status, language)
        source = language.report(fact).extraction.outline.source.plain
        found = _STATE.match(source, fact.end)
        if found is None or not language.report(fact).plain(fact).endswith(printed):
            state = left_state(status, language)
            if state:
                return language("，{left}{state}", left=left, state=state)
            return language("，还有{left}未完成", left=left)
        return language("，{left}{state}", left=left, state=found[0])

    def _due(self, status: TallyStatus) -> str:
        """What is left of a further set, where it is not due yet."""
        return self._state(status) if status.on_time else ""

    def _list(self, statuses: Sequence[TallyStatus], *, counted: bool = False) -> Runs:
        """Names of sets with their marks; of many the first few, and how many they are."""
        language = self.language
        items = [
            self._named(status, before, counted=counted)
            for before, status in pairwise((None, *statuses[:_MOST_NAMED]))
            if status is not None
        ]
        listed = in_a_row(items, language("、"))
        if len(items) == len(statuses):
            return listed
        return language.runs("{items}等{count}项", items=listed, count=len(statuses))

    def _named(self, status: TallyStatus, before: TallyStatus | None, *, counted: bool) -> Runs:
        """岳阳县环保督察反馈问题13个; without the bureau where the one before has it."""
        language, fact = self.language, status.fact
        same = before is not None and before.fact.report == fact.report
        words = language(
            "{bureau}{subject}{total}",
            bureau="" if same else language.bureau(fact.report),
            subject=shown(fact.subject) if counted else subject(status, language),
            total=amount_of(fact.total, status, language) if counted else "",
        )
        return cited(words, (language.mark(fact),))

    def _period(self, status: TallyStatus) -> str:
        """The time of a set that is not a whole year of its report."""
        fact = status.fact
        if fact.period is None or fact.period == self.language.report(fact).line.period:
            return ""
        return period_words(fact.period, self.language)


def subject(status: TallyStatus, language: Wording) -> str:
    """环保督察反馈问题（县级销号）: with the words that limit the settlement."""
    fact = status.fact
    if not fact.note:
        return shown(fact.subject)
    return language("{subject}（{note}）", subject=shown(fact.subject), note=fact.note)


def _rate(status: TallyStatus) -> Decimal:
    return Decimal(0) if status.rate is None else status.rate.value


def amount_of(count: Decimal | None, status: TallyStatus, language: Wording) -> str:
    """A number of a set's items: 166项."""
    if count is None:
        return ""
    return amount(count, status.fact.unit or "", Qualifier.EQUAL, language)
