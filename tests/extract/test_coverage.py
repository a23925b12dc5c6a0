from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Fate
from tests.extract.reports import HEAD, PLAN, outlined

TEXT = (
    HEAD + "1.大气。优良率88.0%,在13县市区中排名第4;罚款61.53万元。落实“六个100%”。\n"
    "5月12日投资3、19亿元。PM2.5浓度为X微克/立方米。\n" + PLAN + "完成12个村治理。\n"
)


def test_every_number_has_one_fate() -> None:
    found = extract(outlined(TEXT)).coverage
    fates = {fate: found.count(fate) for fate in Fate}
    assert sum(fates.values()) == len(found.uses)
    assert all(
        before.end <= after.start for before, after in zip(found.uses, found.uses[1:], strict=False)
    )


@pytest.mark.parametrize(
    ("words", "fate", "rule"),
    [
        ("88.0%", Fate.FACT, "figure"),
        ("61.53万元", Fate.FACT, "figure"),
        ("13县市区", Fate.NONE, "rank"),
        ("100%", Fate.NONE, "quoted"),
        ("5月12日", Fate.NONE, "date"),
        ("19亿元", Fate.UNREAD, "misprint"),
        ("X微克/立方米", Fate.NONE, "masked"),
        ("12个", Fate.FACT, "figure"),
    ],
)
def test_the_fate_of_a_number(words: str, fate: Fate, rule: str) -> None:
    extraction = extract(outlined(TEXT))
    uses = {TEXT[use.start : use.end]: (use.fate, use.rule) for use in extraction.coverage.uses}
    assert uses[words] == (fate, rule)
