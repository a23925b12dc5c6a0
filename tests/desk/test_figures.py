"""Which figures changed by themselves since the last output."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builder.desk.figures import changed, figures, last_figures
from builder.facts_file import facts_jsonl
from tests.smallreports import extraction, indicator, tally

OLD = extraction("jia-2024", indicator("30"), indicator("88", metric="air.good_days_ratio"))


def test_the_last_output_says_what_figures_were(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text(facts_jsonl([OLD]), encoding="utf-8")
    assert last_figures(file) == figures(OLD.facts)
    assert figures(OLD.facts)["jia-2024", "air.pm25", "", "2024"] == "30"


def test_no_last_output_and_a_broken_one_say_nothing(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    assert last_figures(file) is None
    for text in ("{", "[]", '{"kind": "indicator"}', "1"):
        file.write_text(text, encoding="utf-8")
        assert last_figures(file) is None


def test_a_changed_figure_is_told_with_what_it_was() -> None:
    new = extraction("jia-2024", indicator("31"), indicator("88", metric="air.good_days_ratio"))
    assert list(changed(new.facts, figures(OLD.facts))) == [(new.facts[0], "30")]


def test_what_a_person_corrected_did_not_change_by_itself() -> None:
    new = extraction("jia-2024", replace(indicator("31"), correction="看错"))
    assert list(changed(new.facts, figures(OLD.facts))) == []


def test_of_several_values_of_one_thing_none_is_held_against_another() -> None:
    old = extraction("jia-2024", indicator("30"), indicator("32", start=9))
    assert figures(old.facts) == {}
    assert list(changed(old.facts, figures(OLD.facts))) == []


def test_a_set_of_items_is_one_figure() -> None:
    old = extraction("jia-2024", tally("10", "8"))
    new = extraction("jia-2024", tally("10", "9"))
    assert list(changed(new.facts, figures(old.facts))) == [(new.facts[0], "8/10/—")]
