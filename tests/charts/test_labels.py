from __future__ import annotations

import pytest

from builder.charts.labels import CLEAR, NEAR, Room, places


def test_a_label_stands_behind_its_dot() -> None:
    assert places([20, 30], Room(x=50, left=0, right=200)) == (50 + NEAR, 50 + NEAR + 20 + 7)


def test_a_label_steps_over_the_limit() -> None:
    (at,) = places([20], Room(x=50, left=0, right=200, line=60))
    assert at == 60 + CLEAR


def test_a_figure_far_from_the_limit_stays_and_its_change_steps_over_it() -> None:
    figure, change = places([20, 30], Room(x=50, left=0, right=200, line=85))
    assert figure == 50 + NEAR
    assert change == 85 + CLEAR


def test_a_label_without_room_behind_stands_before_its_dot() -> None:
    figure, change = places([20, 30], Room(x=190, left=0, right=200))
    assert change + 30 == 190 - NEAR
    assert figure + 20 == change - 7


def test_a_label_without_room_on_one_side_stands_on_both() -> None:
    figure, change = places([20, 30], Room(x=40, left=0, right=85))
    assert (figure, change) == (40 + NEAR, 40 - NEAR - 30)


@pytest.mark.parametrize(
    ("left", "right", "count"), [(0, 85, 2), (10, 70, 1), (10, 60, 1), (20, 60, 0)]
)
def test_a_change_is_left_out_before_its_figure(left: float, right: float, count: int) -> None:
    assert len(places([20, 30], Room(x=40, left=left, right=right))) == count
