from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from cases import Case, cases, matches, wrongs

from tests.goldfacts import ROOT

CASES = cases((ROOT / "tests" / "cases" / "cases.jsonl").read_text(encoding="utf-8"))

INDICATOR: dict[str, Any] = {
    "kind": "indicator",
    "metric": "air.pm25",
    "value": "35",
    "quote": "PM2.5平均浓度35微克/立方米",
    "themes": ["air"],
    "scope": None,
    "rank": {"position": 2, "of": None, "area": "全市"},
    "start": 9,
}
PROBLEM: dict[str, Any] = {"kind": "problem", "quote": "执法力量不足。", "start": 20}
PROMISE: dict[str, Any] = {
    "kind": "commitment",
    "quote": "招录执法人员5名以上。",
    "start": 40,
    "targets": [{"qualifier": "≥", "value": "5", "unit": "名", "quote": "5名以上"}],
}
ROWS = [INDICATOR, PROBLEM, PROMISE]
LINK: dict[str, Any] = {"problem": 20, "commitments": [40], "strength": "direct"}


def case(asked: dict[str, Any]) -> Case:
    return Case(id="one", kind="one", text="", **asked)


@pytest.mark.parametrize(
    "wanted",
    [
        {"kind": "indicator"},
        {"value": "35"},
        {"value": ["34", "35"]},
        {"scope": None},
        {"scope": [None, "城区"]},
        {"themes": ["air"]},
        {"themes_has": "air"},
        {"rank": {"position": 2, "of": None}},
        {"rank": {}},
        {"rank": {"position": [1, 2]}},
        {"quote_has": "PM2.5"},
        {"quote_has": ["PM2.5", "35"]},
        {"quote_lacks": "PM10"},
        {"targets": []},
    ],
)
def test_a_partial_fact_agrees_with_a_row(wanted: dict[str, Any]) -> None:
    assert matches(wanted, INDICATOR)


@pytest.mark.parametrize(
    "wanted",
    [
        {"kind": "quantity"},
        {"value": "3"},
        {"value": ["34", "36"]},
        {"scope": "城区"},
        {"change": None},  # a key that the row lacks is not a key that is null
        {"themes": ["air", "water"]},
        {"themes_has": "water"},
        {"rank": {"position": 3}},
        {"rank": None},
        {"scope": {}},
        {"scope_has": "城区"},
        {"quote_has": ["PM2.5", "36"]},
        {"quote_lacks": ["PM10", "35"]},
        {"targets_has": [["=", "5", "名"]]},
    ],
)
def test_a_partial_fact_differs_from_a_row(wanted: dict[str, Any]) -> None:
    assert not matches(wanted, INDICATOR)


def test_targets_are_all_or_some_of_a_promise() -> None:
    more = {"targets": [*PROMISE["targets"], {"qualifier": "=", "value": "2", "unit": "次"}]}
    assert matches({"targets": [["≥", "5", "名"]]}, PROMISE)
    assert not matches({"targets": [["≥", "5", "名"]]}, more)
    assert matches({"targets_has": [["≥", "5", "名"]]}, more)
    assert matches({"targets": [["=", "2", "次"], ["≥", "5", "名"]]}, more)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"must": [{"value": "36"}]}, "found 0 times"),
        ({"must": [{"kind": "indicator", "times": 2}]}, "found 1 times"),
        ({"must": [{"kind": "indicator", "times": 0}]}, "found 1 times"),
        ({"never": [{"kind": "problem"}]}, "found 执法力量不足。"),
        ({"refused": True}, "must be refused"),
    ],
)
def test_what_is_wrong_is_said(asked: dict[str, Any], words: str) -> None:
    (line,) = wrongs(case(asked), ROWS, [])
    assert line.endswith(words)


def test_a_case_passes() -> None:
    asked = {
        "must": [{"value": "35", "times": 1}, {"kind": "commitment"}],
        "never": [{"kind": "quantity"}],
        "refused": False,
    }
    assert wrongs(case(asked), ROWS, []) == ()


def test_a_refused_text_that_must_be_taken() -> None:
    refused = {"kind": "report", "document": "refused"}
    assert wrongs(case({"refused": False}), [refused], []) == ("must not be refused",)
    assert wrongs(case({"refused": True}), [refused], []) == ()


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"commitment_has": ["执法人员"], "strength": "direct"}, 0),
        ({"strength": ["general", "direct"], "not_commitment_has": ["管网"]}, 0),
        ({"commitment_has": ["管网"]}, 1),
        ({"not_commitment_has": ["执法人员"]}, 1),
        ({"strength": "general", "commitment_has": ["管网"]}, 2),
    ],
)
def test_links_of_a_problem(asked: dict[str, Any], count: int) -> None:
    links = [{"problem_has": "执法力量", **asked}]
    assert len(wrongs(case({"links": links}), ROWS, [LINK])) == count


def test_a_problem_without_a_link_is_wrong() -> None:
    for problem, links in (("噪声", [LINK]), ("执法力量", [])):
        (line,) = wrongs(case({"links": [{"problem_has": problem}]}), ROWS, links)
        assert line.startswith("no link")


def test_every_kind_has_three_cases_and_two_guards() -> None:
    counts = Counter((one.kind, one.guard) for one in CASES)
    for kind in {one.kind for one in CASES}:
        assert counts[kind, False] >= 3, kind
        assert counts[kind, True] >= 2, kind


def test_every_case_is_named_once_and_asks_for_something() -> None:
    assert len({one.id for one in CASES}) == len({one.text for one in CASES}) == len(CASES)
    for one in CASES:
        assert one.id.startswith(one.kind)
        assert one.must or one.never or one.links or one.refused is not None, one.id
