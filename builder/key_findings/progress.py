"""Rules on what was raised and settled: what is left, topic by topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from builder.key_findings.current import Current
from builder.model import TallySource
from builder.model.comparison import (
    ItemsLeft,
    KeyFinding,
    RaisedItems,
    TallyNote,
    TallyState,
    TallyStatus,
    TallyTopic,
    TopicProgress,
)

_WEIGHTS = {
    TallyTopic.INSPECTION: 86,
    TallyTopic.LETTERS: 82,
    TallyTopic.PETITION: 82,
    TallyTopic.OUTFALL: 62,
    TallyTopic.CAMPAIGN: 58,
}
_SOURCES = {
    TallySource.PETITION: TallyTopic.PETITION,
    TallySource.OUTFALL: TallyTopic.OUTFALL,
    TallySource.CAMPAIGN: TallyTopic.CAMPAIGN,
}
_RAISED = {
    RaisedItems.WHOLE: TallyTopic.INSPECTION,
    RaisedItems.LETTERS: TallyTopic.LETTERS,
}
# Campaigns are each about something else, so that their sets are never told together.
_APART = frozenset({TallyTopic.CAMPAIGN})
_UNSOUND = frozenset({TallyNote.RATE_DIFFERS, TallyNote.PARTS_DIFFER})
# Where nine tenths are settled, or all, other things are said first.
_NEARLY, _NEARLY_LESS, _DONE_LESS, _PER_CENT = 90, 30, 40, 100
_SEVERAL = 3
_FEW, _FEW_LESS, _LAST = 5, 3, 9


def items_left(current: Current) -> Iterator[KeyFinding]:
    """Of each bureau and topic the set with most left, and the topic over several bureaus.

    Letters that inspectors handed over are told as petitions, but never counted beside those that
    a bureau received itself.
    """
    by_topic = _by_topic(current)
    subjects: dict[TallyTopic, list[TallyStatus]] = {}
    for topic, statuses in by_topic.items():
        subjects.setdefault(topic.subject, []).extend(statuses)
    for subject, statuses in subjects.items():
        for rank, status in enumerate(_left(_largest(statuses))):
            assert status.pending is not None  # open ones say what is left
            yield ItemsLeft(
                weight=_weight(subject, status, rank),
                reports=(status.fact.report,),
                topic=subject,
                status=status,
                left=status.pending.value,
            )
    for topic, statuses in by_topic.items():
        each = _largest(statuses)
        if len(each) >= _SEVERAL and topic not in _APART:
            yield _progress(topic, each, _left(each), _untold(topic, current))


def _left(each: Sequence[TallyStatus]) -> list[TallyStatus]:
    return sorted((status for status in each if _is_open(status)), key=_least_settled)


def topic_of(status: TallyStatus) -> TallyTopic | None:
    """What a set of items is about; a part of what an inspection raised stands for no topic."""
    if status.raised is not None:
        return _RAISED.get(status.raised)
    return _SOURCES.get(status.fact.source)


def _weight(topic: TallyTopic, status: TallyStatus, rank: int) -> int:
    """What is left weighs less where it is little, and behind what others have left."""
    assert status.pending is not None  # open ones say what is left
    few = max(0, _FEW - int(status.pending.value)) * _FEW_LESS
    return _WEIGHTS[topic] - _NEARLY_LESS * _is_nearly(status) - min(rank, _LAST) - few


def _untold(topic: TallyTopic, current: Current) -> frozenset[str]:
    """The reports that do not tell how many items of some set are settled."""
    unknown = {TallyState.DONE_UNKNOWN, TallyState.TOTAL_UNKNOWN}
    return frozenset(
        status.fact.report
        for status in current.tallies
        if topic_of(status) is topic and status.state in unknown and status.fact.rate is None
    )


def _progress(
    topic: TallyTopic,
    each: Sequence[TallyStatus],
    left: Sequence[TallyStatus],
    untold: frozenset[str],
) -> TopicProgress:
    nearly = tuple(status for status in left if _is_nearly(status))
    opened = tuple(status for status in left if not _is_nearly(status))
    several = len(left) >= _SEVERAL
    done = tuple(status for status in each if status.state is TallyState.COMPLETE)
    return TopicProgress(
        # Where few have something left, the one with most is told by name.
        weight=max(_weight(topic, left[0], 0) if left else 0, _WEIGHTS[topic] - _DONE_LESS)
        + (1 if several or not left else -5),
        reports=tuple(status.fact.report for status in each),
        topic=topic,
        done=tuple(status for status in done if status.fact.report not in untold),
        nearly=nearly,
        open=opened,
    )


def _by_topic(current: Current) -> dict[TallyTopic, list[TallyStatus]]:
    """The sets whose numbers are all there and hold, by topic."""
    found: dict[TallyTopic, list[TallyStatus]] = defaultdict(list)
    for status in current.tallies:
        topic = topic_of(status)
        if topic is not None and _is_sound(status):
            found[topic].append(status)
    return dict(sorted(found.items(), key=lambda item: -_WEIGHTS[item[0]]))


def _largest(statuses: Sequence[TallyStatus]) -> list[TallyStatus]:
    """One set a bureau: that with most left where not nearly all is settled."""
    each: dict[str, TallyStatus] = {}
    for status in sorted(statuses, key=_least_settled):
        each.setdefault(status.fact.report, status)
    return sorted(each.values(), key=statuses.index)


def _is_sound(status: TallyStatus) -> bool:
    fact = status.fact
    settled = status.state in {TallyState.COMPLETE, TallyState.UNDER_WAY}
    return (
        fact.is_sure
        and not status.set_aside
        and settled
        and bool(fact.total)
        and status.pending is not None
        and not _UNSOUND & set(status.notes)
        and not _is_survey(status)
    )


def _is_survey(status: TallyStatus) -> bool:
    """Whether the total was looked at, and nobody says that all of it is to be settled."""
    fact = status.fact
    told = fact.pending is not None or fact.rate is not None or fact.done == fact.total
    return "排查" in fact.quote and "需" not in fact.quote and not told


def _is_open(status: TallyStatus) -> bool:
    return status.pending is not None and status.pending.value > 0


def _is_nearly(status: TallyStatus) -> bool:
    fact = status.fact
    assert fact.done is not None and fact.total is not None  # noqa: PT018 -- sound ones have both
    return fact.done * _PER_CENT >= fact.total * _NEARLY


def _least_settled(status: TallyStatus) -> tuple[object, ...]:
    rate = status.rate.value if status.rate else _PER_CENT
    return _is_nearly(status), -status.left, rate
