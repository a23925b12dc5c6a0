from __future__ import annotations

import pytest

from builder.language import Language
from builder.model import Rank
from builder.wording.words import rank_words

ZH = Language("zh")


@pytest.mark.parametrize(
    ("rank", "words"),
    [
        (Rank(position=76, of=None, area="全省", tied=True), "全省第76（并列）"),
        (Rank(position=4, of=13, area="县市区", tied=False), "县市区13个中第4"),
        (Rank(position=2, of=None, area="全市", tied=False, from_bottom=True), "全市倒数第2"),
        (Rank(position=2, of=None, area=None, tied=False, from_bottom=True), "倒数第2"),
    ],
)
def test_rank_in_words(rank: Rank, words: str) -> None:
    assert rank_words(rank, ZH) == words


def test_rank_not_told() -> None:
    assert rank_words(None, ZH) == "未载明"
