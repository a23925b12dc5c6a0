"""Places in an order, and those that are places of a change."""

from __future__ import annotations

import pytest

from tests.extract.reports import measured


def position(sentence: str) -> int | None:
    """The rank of a sentence's only indicator."""
    (fact,) = measured(sentence).facts
    return None if fact.rank is None else fact.rank.position


@pytest.mark.parametrize(
    "said",
    [
        "改善率排名全省第3",
        "改善幅度居全省第3位",
        "同比改善率位列全省13个市第3",
        "空气质量改善状况全省第3",
        "浓度和改善率分别居全省第2位和第3位",
    ],
)
def test_the_rank_of_a_change_is_not_that_of_the_value(said: str) -> None:
    assert position(f"PM2.5平均浓度31微克/立方米,同比下降8%,{said}。") is None
    assert position(f"PM2.5平均浓度31微克/立方米({said})。") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5平均浓度31微克/立方米,同比改善8%,居全省第3位。",
        "PM2.5平均浓度31微克/立方米,居全省第3位,改善率排名第5。",
        "PM2.5平均浓度31微克/立方米,改善率第5位、浓度居全省第3位。",
        "环境空气质量持续改善,PM2.5平均浓度31微克/立方米,排名京津冀第3。",
    ],
)
def test_the_rank_of_a_value_beside_a_change_is_its_own(sentence: str) -> None:
    assert position(sentence) == 3
