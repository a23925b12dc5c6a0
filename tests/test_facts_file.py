from __future__ import annotations

import json
from typing import Any

import pytest

from builder.facts_file import facts_jsonl, findings_jsonl, links_jsonl
from builder.model import Extraction, Rank
from tests.goldfacts import GOLD, gold_extractions
from tests.smallreports import extraction, indicator

OURS = {"section", "rule", "sureness", "cues", "corrected", "shared"}

NOT_IN_GOLD = ("document", "bureau_kind", "bureau_from", "province", "year", "region_code")


def comparable(row: dict[str, Any]) -> dict[str, Any]:
    """A row without the keys that are ours alone."""
    row = {key: value for key, value in row.items() if key not in OURS}
    if "targets" in row:
        targets = row["targets"]
        row["targets"] = [
            {k: t[k] for k in ("value", "unit", "qualifier", "quote")} for t in targets
        ]
    if row.get("kind") == "commitment":  # The gold has neither yet.
        row = {key: row[key] for key in row if key not in {"product", "horizon"}}
    if row.get("kind") == "report":  # What the contract knows and the gold has not yet.
        row = {key: row[key] for key in row if key not in NOT_IN_GOLD}
    if row.get("kind") == "tally":  # The gold names a note only where it is, and no `pending_as`.
        row = {key: row[key] for key in row if key != "pending_as"}
        if row["note"] is None:
            del row["note"]
    return row


def gold_rows(name: str) -> list[dict[str, Any]]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return [{key: row[key] for key in row if (key, row[key]) != ("note", None)} for row in rows]


def ordered(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)


@pytest.mark.parametrize("extraction", gold_extractions(), ids=lambda item: item.report.report)
def test_gold_facts_written_again_are_the_gold_facts(extraction: Extraction) -> None:
    written = [comparable(json.loads(line)) for line in facts_jsonl([extraction]).splitlines()]
    wanted = gold_rows(f"{extraction.report.report}.jsonl")
    assert ordered(written) == ordered(wanted)


@pytest.mark.parametrize(("from_bottom", "key"), [(True, {"from": "last"}), (False, {})])
def test_a_rank_from_the_bottom_says_so(*, from_bottom: bool, key: dict[str, str]) -> None:
    rank = Rank(position=2, of=None, area="全市", tied=False, from_bottom=from_bottom)
    (_, line) = facts_jsonl([extraction("a", indicator(rank=rank))]).splitlines()
    common = {"position": 2, "of": None, "area": "全市", "tied": False}
    assert json.loads(line)["rank"] == common | key


def test_lines_are_ordered_by_report_then_by_start() -> None:
    rows = [json.loads(line) for line in facts_jsonl(reversed(gold_extractions())).splitlines()]
    places = [(row["report"], row.get("start", -1)) for row in rows]
    assert places == sorted(places)
    assert rows[0]["kind"] == "report"


def test_links_are_written_in_the_contracts_form() -> None:
    written = [
        comparable(json.loads(line)) for line in links_jsonl(gold_extractions()).splitlines()
    ]
    key = lambda row: (row["report"], row["problem"])  # noqa: E731 -- one order for both sides
    assert sorted(written, key=key) == sorted(gold_rows("links.jsonl"), key=key)


def test_levels_of_the_configuration_rule_the_findings() -> None:
    levels = {"placeholder": "error", "boilerplate": "off"}
    rows = [json.loads(line) for line in findings_jsonl(gold_extractions(), levels).splitlines()]
    found = {row["code"]: row["level"] for row in rows}
    assert (found["placeholder"], found["truncated"]) == ("error", "warning")
    assert "boilerplate" not in found
