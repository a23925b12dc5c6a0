from __future__ import annotations

from decimal import Decimal

import pytest

from builder.compare.tallies import computed_rate, rate_differs
from builder.model import TallySource
from builder.model.comparison import Amount, TallyNote, TallyState, TallyStatus
from tests.smallreports import compared, extraction, gold_comparison, tally


def status(subject: str) -> TallyStatus:
    return next(found for found in gold_comparison().tallies if found.fact.subject == subject)


def test_all_sets_of_the_seeds_inspections_first() -> None:
    sources = [found.fact.source for found in gold_comparison().tallies]
    assert len(sources) == 19
    assert list(dict.fromkeys(sources)) == list(TallySource)


@pytest.mark.parametrize(
    ("subject", "state", "pending"),
    [
        ("群众投诉问题", TallyState.UNDER_WAY, Amount(value=Decimal(1), computed=True)),
        ("中央和省督察交办整改任务", TallyState.UNDER_WAY, Amount(value=Decimal(35))),
        ("第三轮中央生态环保督察涉及我市问题", TallyState.DONE_UNKNOWN, None),
        ("“夏季攻势”整治任务", TallyState.TOTAL_UNKNOWN, None),
        ("环保督察反馈问题", TallyState.COMPLETE, Amount(value=Decimal(0), computed=True)),
    ],
)
def test_states_of_the_seeds(subject: str, state: TallyState, pending: Amount | None) -> None:
    assert (status(subject).state, status(subject).pending) == (state, pending)


def test_computed_numbers_say_so() -> None:
    (only,) = compared(extraction("a", tally("70", "69", rate="98.6"))).tallies
    assert only.rate == Amount(value=Decimal("98.57"), computed=True)
    assert only.pending == Amount(value=Decimal(1), computed=True)
    (printed,) = compared(extraction("a", tally("70", "69", pending="1"))).tallies
    assert printed.pending == Amount(value=Decimal(1))


@pytest.mark.parametrize(
    ("done", "pending", "rate", "note"),
    [("69", None, "89.57", TallyNote.RATE_DIFFERS), ("60", "9", None, TallyNote.PARTS_DIFFER)],
)
def test_numbers_that_do_not_agree_are_noted(
    done: str, pending: str | None, rate: str | None, note: TallyNote
) -> None:
    (only,) = compared(extraction("a", tally("70", done, pending=pending, rate=rate))).tallies
    assert only.notes == (note, TallyNote.UNDATED)


def test_day_of_the_numbers_is_noted() -> None:
    text = "截至11月底，交办问题70个，完成69个。"
    (only,) = compared(extraction("a", tally("70", "69", start=7), text=text)).tallies
    assert only.notes == (TallyNote.DATED,)


def test_more_done_than_raised_leaves_nothing_to_say() -> None:
    (only,) = compared(extraction("a", tally("3", "4"))).tallies
    assert (only.state, only.pending, only.rate) == (TallyState.DONE_ABOVE_TOTAL, None, None)


@pytest.mark.parametrize(
    ("total", "done", "rate"),
    [("70", "69", "98.57"), ("3", "2", "66.67"), ("3", "1", "33.33"), ("8", "1", "12.50")],
)
def test_rate_is_rounded_half_up(total: str, done: str, rate: str) -> None:
    assert computed_rate(tally(total, done)) == Decimal(rate)


@pytest.mark.parametrize(("total", "done"), [(None, "3"), ("3", None), ("0", "0"), ("3", "4")])
def test_no_rate_without_sense(total: str | None, done: str | None) -> None:
    assert computed_rate(tally(total, done)) is None


@pytest.mark.parametrize(
    ("rate", "differs"),
    [
        ("98.57", False),
        ("98.6", False),
        ("98.5", False),  # cut off, not rounded
        ("99", False),
        ("98", False),
        ("98.7", True),
        ("97", True),
        ("100", True),
    ],
)
def test_printed_rate_against_its_numbers(rate: str, *, differs: bool) -> None:
    assert rate_differs(tally("70", "69", rate=rate)) is differs
