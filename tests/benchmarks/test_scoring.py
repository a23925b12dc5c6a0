from __future__ import annotations

import json
from typing import Any

import pytest
from scoring import Figure, figures, link_figure

from tests.goldfacts import GOLD, ROOT

REPORTS = sorted(path.stem for path in GOLD.glob("*.jsonl") if path.name != "links.jsonl")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def gold() -> list[dict[str, Any]]:
    return [row for report in REPORTS for row in rows(f"{report}.jsonl")]


def texts() -> dict[str, str]:
    return {report: (ROOT / "seeds" / f"{report}.txt").read_text("utf-8") for report in REPORTS}


def by_name(found: list[dict[str, Any]]) -> dict[str, Figure]:
    return {figure.name: figure for figure in figures(gold(), found, texts())}


def test_gold_against_itself_is_perfect() -> None:
    assert {figure.share for figure in by_name(gold()).values()} == {1.0}
    assert link_figure(rows("links.jsonl"), rows("links.jsonl")).share == 1.0


def test_a_missed_indicator_costs_recall_and_is_listed() -> None:
    found = gold()
    missed = next(row for row in found if row["kind"] == "indicator")
    found.remove(missed)
    figure = by_name(found)["indicator"]
    assert figure.precision == 1.0
    assert figure.recall == pytest.approx(46 / 47)
    assert figure.missed == (missed,)


def test_a_wrong_value_is_a_miss_and_a_false_find() -> None:
    found = [dict(row) for row in gold()]
    next(row for row in found if row["kind"] == "indicator")["value"] = "14"
    figure = by_name(found)["indicator"]
    assert (figure.precision, figure.recall) == (46 / 47, 46 / 47)


def test_a_number_that_its_quote_does_not_print_is_not_honest() -> None:
    found = [dict(row) for row in gold()]
    invented = next(row for row in found if row["kind"] == "quantity")
    invented["value"] = "13"
    assert by_name(found)["honest"].missed == (invented,)


def test_units_are_compared_by_meaning() -> None:
    found = [dict(row) for row in gold()]
    for row in found:
        if row.get("unit") == "μg/m³":
            row["unit"] = "微克/立方米"
    assert by_name(found)["indicator"].share == 1.0


def test_a_quantity_that_gold_holds_as_a_tally_is_excused() -> None:
    tally = next(row for row in gold() if row["kind"] == "tally")
    extra = {key: tally[key] for key in ("report", "start", "end", "quote", "themes")}
    extra |= {"kind": "quantity", "value": tally["total"], "unit": "个", "qualifier": "="}
    assert by_name([*gold(), extra])["quantity"].share == 1.0


def test_a_quote_beside_its_place_is_not_honest() -> None:
    found = [dict(row) for row in gold()]
    moved = next(row for row in found if row["kind"] == "problem")
    moved["start"] += 1
    assert by_name(found)["honest"].missed == (moved,)


def test_links_count_the_answer_and_the_overlap() -> None:
    found = rows("links.jsonl")
    found[0]["commitments"] = found[0]["commitments"][:1]
    found[1]["commitments"] = []
    assert link_figure(rows("links.jsonl"), found).share == pytest.approx((0.75 + 0 + 10) / 12)
