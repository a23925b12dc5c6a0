from __future__ import annotations

from dataclasses import replace

from builder.model import Role, Section
from tests.smallreports import compared, extraction, gold_comparison, quantity


def section(heading: str, level: int, start: int, end: int, parent: int | None) -> Section:
    return Section(
        heading=heading,
        level=level,
        role=Role.DONE,
        start=start,
        body=start,
        end=end,
        parent=parent,
    )


def test_every_fact_is_evidence_once() -> None:
    sentences = [item for report in gold_comparison().evidence for item in report.sentences]
    found = [fact for item in sentences for fact in item.facts]
    assert len(found) == len(set(found)) == 324
    assert len(sentences) == 276


def test_a_sentence_holds_the_quotes_of_its_facts() -> None:
    for report in gold_comparison().evidence:
        ends = [0, *(item.end for item in report.sentences)]
        for item, before in zip(report.sentences, ends, strict=False):
            assert before <= item.start
            assert all(item.start <= fact.start and fact.end <= item.end for fact in item.facts)
            assert all(fact.quote in item.text for fact in item.facts)


def test_cited_figures_stand_in_their_sentence() -> None:
    report = next(r for r in gold_comparison().evidence if r.report == "yueyang-county-2024")
    item = next(item for item in report.sentences if "32.86" in item.text)
    cited = [item.text[start - item.start : end - item.start] for start, end in item.cited]
    assert "32.86" in cited
    assert all(word.replace(".", "").isdigit() for word in cited)


def test_headings_above_a_fact_outermost_first() -> None:
    report = extraction("a", quantity("3", "起", "立案", start=6), text="一、执法\n（一）查处3起")
    sections = section("执法", 1, 0, 20, None), section("查处", 2, 5, 20, 0)
    report = replace(report, outline=replace(report.outline, sections=sections))
    ((sentence,),) = (found.sentences for found in compared(report).evidence)
    assert sentence.headings == ("执法", "查处")


def test_headings_that_the_fact_has_itself() -> None:
    fact = replace(quantity("3", "起", "立案"), headings=("计划", "执法"))
    ((sentence,),) = (found.sentences for found in compared(extraction("a", fact)).evidence)
    assert sentence.headings == ("计划", "执法")
