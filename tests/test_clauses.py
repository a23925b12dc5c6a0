from __future__ import annotations

import re

import pytest

from builder.clauses import CLAUSE, CLAUSE_ENDS_AND_COLON, STATEMENT_END, gap, last_clause


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (gap(8), "完成年度任务的", True),
        (gap(3), "完成年度任务的", False),
        (gap(8, 2), "完", False),
        (gap(8), "完成,任务", False),
        (gap(8), "其中:大气", True),
        (gap(8, ends=CLAUSE_ENDS_AND_COLON), "其中:大气", False),
        (gap(8), "完成2项", True),
        (gap(8, digits=False), "完成2项", False),
        (gap(8, no="的"), "任务的", False),
    ],
)
def test_a_gap_stays_in_its_clause(pattern: str, text: str, *, found: bool) -> None:
    assert (re.fullmatch(pattern, text) is not None) is found


def test_clauses_and_statements_are_parted_by_their_signs() -> None:
    sentence = "已办结69件;剩余1件,计划6月底前完成。"
    assert CLAUSE.findall(sentence) == ["已办结69件", "剩余1件", "计划6月底前完成"]
    assert STATEMENT_END.split(sentence) == ["已办结69件", "剩余1件,计划6月底前完成", ""]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("完成整治,淘汰锅炉", "淘汰锅炉"),
        ("其中:大气", "大气"),
        ("已办结;\n剩余", "剩余"),
        ("淘汰锅炉", "淘汰锅炉"),
        ("已办结。", ""),
    ],
)
def test_the_last_clause_stands_behind_the_last_break(words: str, last: str) -> None:
    assert last_clause(words) == last
