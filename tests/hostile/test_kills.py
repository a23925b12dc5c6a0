from __future__ import annotations

import pytest

from tests.hostile.kills import broken_sets


@pytest.mark.slow
def test_a_killed_build_leaves_the_old_set_or_the_new_one() -> None:
    assert broken_sets(kills=8, seed=3) == []
