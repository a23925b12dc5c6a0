"""An event makes a new state of the open sets, and leaves the old one as it was."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.extract.tallies.events import (
    Completes,
    CountsSubset,
    Event,
    FillsField,
    Handles,
    ListsKind,
    Opens,
    Passes,
    Settles,
    State,
    Traces,
    apply,
)
from builder.extract.tallies.item_sets import ItemSet, TallyField
from builder.text.numbers.number import Number
from builder.text.numbers.scanner import scan

SEVENTY, SIXTY, TWELVE = (scan(text)[0] for text in ("70件", "60件", "12件"))
SET = ItemSet(
    start=0,
    end=10,
    unit="件",
    noun=(4, 6),
    firm=True,
    nameless=False,
    numbers={TallyField.TOTAL: SEVENTY},
)


def values(one: ItemSet | None) -> dict[str, object]:
    assert one is not None
    return {field.value: number.value for field, number in one.numbers.items()}


@pytest.mark.parametrize(
    ("event", "numbers", "handled"),
    [
        (FillsField(TallyField.DONE, SIXTY), {"total": 70, "done": 60}, False),
        (FillsField(TallyField.TOTAL, SIXTY), {"total": 70}, False),
        (Settles(20), {"total": 70, "done": 70}, False),
        (Completes(20), {"total": 70, "done": 70}, False),
        (Handles(), {"total": 70}, True),
        (Traces(TWELVE), {"total": 70}, True),
        (CountsSubset(TWELVE), {"total": 70}, True),
        (Passes(), {"total": 70}, False),
    ],
)
def test_what_an_event_does_to_the_open_set(
    event: Event, numbers: dict[str, int], *, handled: bool
) -> None:
    state = State(current=SET)
    after = apply(state, event).current
    assert values(after) == numbers
    assert after is not None
    assert after.handled is handled
    assert state == State(current=SET)


def test_a_number_taken_for_settled_items_is_the_total_once_another_says_how_many_are() -> None:
    done = replace(SET, numbers={TallyField.DONE: SEVENTY})
    assert values(apply(State(current=done), FillsField(TallyField.DONE, SIXTY)).current) == {
        "total": 70,
        "done": 60,
    }


def test_kinds_add_up_and_never_to_more_than_all_items() -> None:
    state = State(current=SET)
    for _ in range(2):
        state = apply(state, ListsKind(SIXTY))
    assert state.current is not None
    assert state.current.kinds == Decimal(60)


def listed(number: Number) -> ItemSet:
    return replace(SET, numbers={TallyField.TOTAL: number})


def test_a_set_of_the_same_list_joins_the_open_one_and_both_are_settled() -> None:
    state = apply(State(current=SET), Opens(listed(TWELVE)))
    assert state.siblings == (SET,)
    settled = apply(state, Settles(20))
    assert [values(one) for one in (*settled.siblings, settled.current)] == [
        {"total": 70, "done": 70},
        {"total": 12, "done": 12},
    ]


def test_a_set_of_another_clause_ends_the_open_one() -> None:
    state = apply(State(current=SET), Opens(replace(listed(TWELVE), start=30)))
    assert state == State(current=replace(listed(TWELVE), start=30))


@pytest.mark.parametrize(
    "event", [Settles(20), Handles(), FillsField(TallyField.DONE, SIXTY), Passes()]
)
def test_without_an_open_set_nothing_is_told(event: Event) -> None:
    assert apply(State(), event) == State()
