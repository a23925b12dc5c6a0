"""What holds for every comparison: marks lead somewhere, no cell is empty, order tells nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from builder.language import Language
from builder.model import Figure, Passage, Refusal, View
from tests.goldfacts import gold_extractions
from tests.smallreports import extraction, gold_view, viewed

ZH = Language("zh")

# Texts that say something only where there is something to say.
MAY_BE_EMPTY = {
    *("mark", "reason", "why", "unit", "note", "correction", "cell", "slack", "before", "after"),
    "doubt",
}


def walk(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every value of nested records with its path."""
    yield path, value
    if is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for item in value:
            yield from walk(item, path)


def test_every_mark_leads_to_evidence() -> None:
    comparison = gold_view()
    known = {entry.mark for listed in comparison.evidence for entry in listed.entries}
    used = {
        mark
        for _, value in walk(comparison)
        if isinstance(value, (Figure, Passage))
        for mark in value.marks
    }
    assert used <= known
    assert len(known) == 276


def test_no_text_is_empty() -> None:
    empty = {
        path
        for path, value in walk(gold_view())
        if value == "" and path.rsplit(".", 1)[-1] not in MAY_BE_EMPTY
    }
    assert empty == set()


def test_a_figures_words_stand_around_its_number() -> None:
    figures = [value for _, value in walk(gold_view()) if isinstance(value, Figure)]
    numbers = [figure for figure in figures if figure.value is not None]
    assert len(numbers) > 200
    for figure in numbers:
        assert figure.text == f"{figure.before}{figure.value:f}{figure.after}"


def test_evidence_is_the_quote_of_the_source() -> None:
    texts = {e.report.report: e.outline.source.text for e in gold_extractions()}
    comparison = gold_view()
    for bureau, listed in zip(comparison.bureaus, comparison.evidence, strict=True):
        for entry in listed.entries:
            assert texts[bureau.report][entry.start : entry.end] == entry.quote
            assert entry.correction == ""


def test_anchors_are_ascii_and_unique() -> None:
    sentences = [item for listed in gold_view().evidence for item in listed.sentences]
    anchors = [place.anchor for item in sentences for place in item.places]
    assert len(anchors) == len(set(anchors)) == 276
    assert all(anchor.isascii() and anchor[0].isalpha() for anchor in anchors)


def test_a_sentence_of_the_evidence_sets_its_figures_off() -> None:
    sentences = [item for listed in gold_view().evidence for item in listed.sentences]
    item = next(i for i in sentences if "32.86" in "".join(run.text for run in i.runs))
    assert "32.86" in [run.text for run in item.runs if run.strong]


def test_order_of_the_input_tells_nothing() -> None:
    backwards = viewed(*reversed(gold_extractions()))
    assert backwards == gold_view()


def test_refused_files_are_named() -> None:
    refusal = Refusal(file="空.txt", reason="文件是空的", advice="换一份")
    assert viewed(*gold_extractions(), refused=[refusal]).refused == (refusal,)


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_reports(count: int) -> None:
    comparison = viewed(*gold_extractions()[:count])
    assert len(comparison.bureaus) == count
    assert isinstance(comparison, View)


def test_report_without_any_fact() -> None:
    comparison = viewed(extraction("a"))
    (table,) = comparison.commitments
    assert (table.rows, table.summary) == ((), "报告没有写明下一步计划，无承诺可列。")
    assert not comparison.indicators + comparison.tallies + comparison.matrix


def test_grids_count_each_fact_once() -> None:
    comparison = gold_view()
    columns = list(zip(*comparison.promises.cells, strict=True))
    assert {
        bureau: sum(count or 0 for count in column)
        for bureau, column in zip(comparison.promises.columns, columns, strict=True)
    } == {"赣州市": 29, "潜江市": 21, "某区": 16, "衡南县": 4, "岳阳县": 8}
    problems = list(zip(*comparison.overview.cells, strict=True))
    assert problems[0] == (None,) * len(comparison.overview.rows)
    assert [sum(filter(None, column)) for column in problems] == [0, 1, 4, 4, 3]
